/* kq-rules-center-tab.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-member-center.h"
#include "kq-rules-private.h"
#include "kq-tab-application.h"

/* Applications for the member tab of the shop's front (document 002). */

static KqList *
applications_of (KqObject *center)
{
  return kq_object_get_list (center, KQ_MEMBER_CENTER_TAB_APPLICATIONS);
}

/* TB-03 */

static void
check_published_first (KqCheck  *check,
                       KqObject *center)
{
  KqList *applications = applications_of (center);
  KqTime published = kq_object_get_time (center, KQ_MEMBER_CENTER_PUBLISHED_AT);

  for (guint i = 0; i < kq_list_get_length (applications); i++)
    {
      KqObject *application = kq_list_get (applications, i);
      KqTime at = kq_object_get_time (application, KQ_TAB_APPLICATION_AT);

      if (kq_time_is_set (published) &&
          (!kq_time_is_set (at) || kq_time_compare (at, published) >= 0))
        continue;

      kq_check_found (check, application, KQ_TAB_APPLICATION_AT,
                      g_strdup (kq_time_is_set (published)
                                ? _("The member tab was applied for before the member center was "
                                    "published: publish first, then apply")
                                : _("The member tab was applied for, but the member center isn't "
                                    "published: publish first, then apply")));
    }
}

/* TB-35 */

static gboolean
is_waiting (KqObject *center)
{
  KqList *applications = applications_of (center);

  for (guint i = 0; i < kq_list_get_length (applications); i++)
    if (kq_object_get_choice (kq_list_get (applications, i), KQ_TAB_APPLICATION_STATE) ==
        KQ_APPLICATION_STATE_APPLIED)
      return TRUE;

  return FALSE;
}

/* Stands behind the rules that it names: see kq-rules.c. */
static void
check_will_pass (KqCheck  *check,
                 KqObject *center)
{
  static const char * const refused_for[] = {
    "TB-11", "TB-12", "TB-13", "TB-14", "TB-17", "TB-20", "TB-21", "TB-24", "TB-26", "TB-28",
    "TB-29", "TB-30",
  };
  g_autoptr (GString) rules = g_string_new (NULL);

  if (!is_waiting (center))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (refused_for); i++)
    {
      if (!kq_check_has_error (check, center, refused_for[i]))
        continue;
      if (rules->len > 0)
        g_string_append (rules, C_("between the items of a list", ", "));
      g_string_append (rules, refused_for[i]);
    }
  if (rules->len == 0)
    return;

  kq_check_found (check, center, KQ_MEMBER_CENTER_TAB_APPLICATIONS,
                  g_strdup_printf (_("An application for the member tab is waiting, and will be "
                                     "refused: put right what the findings say (%s)"),
                                   rules->str));
}

/* TB-37 */

static gboolean
is_before (KqObject *a,
           guint     a_position,
           KqObject *b,
           guint     b_position)
{
  KqTime a_at = kq_object_get_time (a, KQ_TAB_APPLICATION_AT);
  KqTime b_at = kq_object_get_time (b, KQ_TAB_APPLICATION_AT);

  if (kq_time_is_set (a_at) && kq_time_is_set (b_at) && kq_time_compare (a_at, b_at) != 0)
    return kq_time_compare (a_at, b_at) < 0;

  return a_position < b_position;
}

static gboolean
was_refused_before (KqList *applications,
                    guint   position)
{
  KqObject *application = kq_list_get (applications, position);

  for (guint i = 0; i < kq_list_get_length (applications); i++)
    {
      KqObject *other = kq_list_get (applications, i);

      if (kq_object_get_choice (other, KQ_TAB_APPLICATION_STATE) ==
          KQ_APPLICATION_STATE_REFUSED &&
          g_str_equal (kq_object_get_text (other, KQ_TAB_APPLICATION_ACCOUNT),
                       kq_object_get_text (application, KQ_TAB_APPLICATION_ACCOUNT)) &&
          is_before (other, i, application, position))
        return TRUE;
    }

  return FALSE;
}

static void
check_other_account (KqCheck  *check,
                     KqObject *center)
{
  KqList *applications = applications_of (center);

  for (guint i = 0; i < kq_list_get_length (applications); i++)
    {
      KqObject *application = kq_list_get (applications, i);
      const char *account = kq_object_get_text (application, KQ_TAB_APPLICATION_ACCOUNT);

      if (*account != '\0' && was_refused_before (applications, i))
        kq_check_found (check, application, KQ_TAB_APPLICATION_ACCOUNT,
                        g_strdup_printf (_("The member tab was applied for again by “%s”, which "
                                           "was refused before: check levels, benefits and page, "
                                           "and apply with another sub-account"), account));
    }
}

const KqRule *
kq_rules_for_center_tab (guint *n_rules)
{
#define ON_CENTER(id, severity, check) \
  { id, KQ_SEVERITY_##severity, "002", KQ_ON_TAOBAO_FAMILY, KQ_SUBJECT_MEMBER_CENTER, check }
  static const KqRule rules[] = {
    ON_CENTER ("TB-03", ERROR, check_published_first),
    ON_CENTER ("TB-35", ERROR, check_will_pass),
    ON_CENTER ("TB-37", WARNING, check_other_account),
  };
#undef ON_CENTER

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
