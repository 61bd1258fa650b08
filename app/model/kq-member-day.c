/* kq-member-day.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-member-day.h"

/**
 * KqMemberDay:
 *
 * A member day of a campaign: see the table.
 */
struct _KqMemberDay {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqMemberDay, kq_member_day, KQ_TYPE_OBJECT)

static const KqWord repeat_words[] = {
  { "none",    N_("Never") },
  { "weekly",  N_("Every week") },
  { "monthly", N_("Every month") },
  { NULL }
};

static const KqWord weekday_words[] = {
  { "monday",    N_("Monday") },
  { "tuesday",   N_("Tuesday") },
  { "wednesday", N_("Wednesday") },
  { "thursday",  N_("Thursday") },
  { "friday",    N_("Friday") },
  { "saturday",  N_("Saturday") },
  { "sunday",    N_("Sunday") },
  { NULL }
};

static gboolean
is_weekly (KqObject *object)
{
  return kq_object_get_choice (object, KQ_MEMBER_DAY_REPEAT) == KQ_REPEAT_WEEKLY;
}

static gboolean
is_monthly (KqObject *object)
{
  return kq_object_get_choice (object, KQ_MEMBER_DAY_REPEAT) == KQ_REPEAT_MONTHLY;
}

static const KqField fields[] = {
  [KQ_MEMBER_DAY_REPEAT] = { "repeat", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Repeats"),
    .words = repeat_words },
  [KQ_MEMBER_DAY_WEEKDAY] = { "weekday", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Weekday"),
    .words = weekday_words, .applies = is_weekly },
  [KQ_MEMBER_DAY_DAY] = { "day", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Day of the month"),
    .maximum = 31, .applies = is_monthly },
  [KQ_MEMBER_DAY_EVENT] = { "event", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Event") },
};

static void
kq_member_day_class_init (KqMemberDayClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Member day"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_member_day_init (KqMemberDay *self)
{
}
