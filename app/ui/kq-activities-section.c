/* kq-activities-section.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-activities-section.h"

#include <glib/gi18n-lib.h>

#include "kq-activity.h"
#include "kq-describe.h"
#include "kq-fission.h"
#include "kq-list.h"

/**
 * KqActivitiesSection:
 *
 * The exclusive activities, each of a coupon or a gift; and the fission pairs,
 * of a sharer's coupon and an invitee's.
 */
struct _KqActivitiesSection {
  KqListSection parent_instance;
};

G_DEFINE_FINAL_TYPE (KqActivitiesSection, kq_activities_section, KQ_TYPE_LIST_SECTION)

static const char * const activity_fields[] = { "name", "platform", "kind", "coupon", NULL };
static const char * const gift_fields[] = {
  "gift/name", "gift/url", "gift/category", "gift/quantity", "gift/stock", "gift/cost", NULL
};
static const char * const who_fields[] = { "levels", "joinedWithinDays", "hidden", NULL };
static const char * const when_fields[] = { "start", "end", NULL };
static const char * const where_fields[] = {
  "link", "shortLink", "linkVerified", "externalId", "state", NULL
};
static const KqFormGroup activity_groups[] = {
  { N_("What"), activity_fields },
  { N_("Gift"), gift_fields },
  { N_("Who"), who_fields },
  { N_("When"), when_fields },
  { N_("Where"), where_fields },
};

static const char * const fission_fields[] = { "name", "platform", "scene", NULL };
static const char * const pair_fields[] = { "sharerCoupon", "inviteeCoupon", "people", NULL };
static const char * const fission_where_fields[] = {
  "link", "shortLink", "linkVerified", "state", NULL
};
static const KqFormGroup fission_groups[] = {
  { N_("What"), fission_fields },
  { N_("Coupons"), pair_fields },
  { N_("When"), when_fields },
  { N_("Where"), fission_where_fields },
};

static char *
dup_title (KqDocument *document,
           KqObject   *object)
{
  return kq_object_describe_name (object);
}

static char *
dup_activity_subtitle (KqDocument *document,
                       KqObject   *object)
{
  g_autofree char *period = kq_period_describe (kq_object_get_time (object, KQ_ACTIVITY_START),
                                                kq_object_get_time (object, KQ_ACTIVITY_END),
                                                kq_document_get_zone (document));
  int kind = kq_object_get_choice (object, KQ_ACTIVITY_KIND);
  const char *who = kind >= 0 ? kq_object_get_word_label (object, KQ_ACTIVITY_KIND, kind)
                              : kq_object_get_word (object, KQ_ACTIVITY_KIND);

  return period != NULL ? g_strdup_printf ("%s · %s", who, period) : g_strdup (who);
}

static char *
dup_fission_subtitle (KqDocument *document,
                      KqObject   *object)
{
  return kq_period_describe (kq_object_get_time (object, KQ_FISSION_START),
                             kq_object_get_time (object, KQ_FISSION_END),
                             kq_document_get_zone (document));
}

/* A new one lasts as long as the campaign. */
static void
set_period (KqDocument *document,
            KqObject   *object,
            guint       start,
            guint       end)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (document));

  kq_object_set_time (object, start, kq_object_get_time (campaign, KQ_CAMPAIGN_START));
  kq_object_set_time (object, end, kq_object_get_time (campaign, KQ_CAMPAIGN_END));
}

static void
prepare_activity (KqDocument *document,
                  KqObject   *object)
{
  set_period (document, object, KQ_ACTIVITY_START, KQ_ACTIVITY_END);
}

static void
prepare_fission (KqDocument *document,
                 KqObject   *object)
{
  set_period (document, object, KQ_FISSION_START, KQ_FISSION_END);
}

static const KqListSpec specs[] = {
  {
    .list = KQ_CAMPAIGN_ACTIVITIES,
    .title = N_("Exclusive activities"),
    .add_label = N_("Exclusive activity"),
    .empty_text = N_("Add an activity that gives a coupon or a gift to members, or to new members."),
    .icon_name = "kq-activities-symbolic",
    .id_prefix = "activity",
    .groups = activity_groups,
    .n_groups = G_N_ELEMENTS (activity_groups),
    .dup_title = dup_title,
    .dup_subtitle = dup_activity_subtitle,
    .prepare = prepare_activity,
  },
  {
    .list = KQ_CAMPAIGN_FISSIONS,
    .title = N_("Fission pairs"),
    .add_label = N_("Fission pair"),
    .empty_text = N_("Add a coupon for who shares, and one for each who is invited."),
    .icon_name = "kq-activities-symbolic",
    .id_prefix = "fission",
    .groups = fission_groups,
    .n_groups = G_N_ELEMENTS (fission_groups),
    .dup_title = dup_title,
    .dup_subtitle = dup_fission_subtitle,
    .prepare = prepare_fission,
  },
};

static void
kq_activities_section_class_init (KqActivitiesSectionClass *klass)
{
  static const char * const lists[] = { "activities", "fissions", NULL };
  KqSectionClass *section_class = KQ_SECTION_CLASS (klass);
  KqListSectionClass *list_section_class = KQ_LIST_SECTION_CLASS (klass);

  section_class->name = "activities";
  section_class->title = N_("Activities");
  section_class->icon_name = "kq-activities-symbolic";
  section_class->lists = lists;
  list_section_class->specs = specs;
  list_section_class->n_specs = G_N_ELEMENTS (specs);
}

static void
kq_activities_section_init (KqActivitiesSection *self)
{
}
