/* kq-rules-any.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "kq-activity.h"
#include "kq-block.h"
#include "kq-coupon.h"
#include "kq-fission.h"
#include "kq-gift-pack.h"
#include "kq-member-card.h"
#include "kq-member-center.h"
#include "kq-rules-private.h"

/* What holds for objects of every kind, by their tables alone. */

/* The campaign's row of the list that a reference names. */
static guint
list_field (KqCheck       *check,
            const KqField *field)
{
  return kq_object_find_field (KQ_OBJECT (kq_check_get_campaign (check)), field->list);
}

/* KQ-REF */

static char *
dangling (KqObject   *object,
          guint       index,
          const char *id)
{
  g_autofree char *name = kq_check_name_of (object);

  return g_strdup_printf (_("%s: “%s” refers to “%s”, which isn't in this campaign: "
                            "choose another, or take it out"),
                          name, kq_object_get_field_label (object, index), id);
}

/* What a field holds that says nothing in the object's state is no loss. */
static void
offer_clearing (KqFinding *finding,
                KqObject  *object,
                guint      index)
{
  if (!kq_object_field_applies (object, index))
    kq_check_fix_remove (finding, object, index, g_strdup (_("Take it out")));
}

static void
check_refs (KqCheck       *check,
            KqObject      *object,
            guint          index,
            const KqField *field)
{
  const char * const *ids = kq_object_get_texts (object, index);

  for (guint i = 0; ids[i] != NULL; i++)
    if (kq_check_find (check, list_field (check, field), ids[i]) == NULL)
      offer_clearing (kq_check_found_element (check, object, index, i,
                                              dangling (object, index, ids[i])),
                      object, index);
}

/* What an object can do without, it may simply lose; so it may what says nothing
 * in its state: that is wrong in the file all the same, and wrong for buyers as
 * soon as the state changes. */
static gboolean
can_do_without (KqObject *object,
                guint     index)
{
  return !kq_object_field_applies (object, index) ||
         (!KQ_IS_FISSION (object) && !KQ_IS_BLOCK (object) && !KQ_IS_ACTIVITY (object));
}

static void
offer_removal (KqFinding *finding,
               KqObject  *object,
               guint      index)
{
  if (can_do_without (object, index))
    kq_check_fix_remove (finding, object, index, g_strdup (_("Take it out")));
}

static void
check_ref (KqCheck       *check,
           KqObject      *object,
           guint          index,
           const KqField *field)
{
  const char *id = kq_object_get_text (object, index);

  if (*id != '\0' && kq_check_find (check, list_field (check, field), id) == NULL)
    offer_removal (kq_check_found (check, object, index, dangling (object, index, id)),
                   object, index);
}

static void
check_image (KqCheck  *check,
             KqObject *object,
             guint     index)
{
  g_autofree char *name = NULL;
  const char *sha256 = kq_object_get_text (object, index);
  KqFinding *finding;

  if (*sha256 == '\0' || kq_check_find (check, KQ_CAMPAIGN_ASSETS, sha256) != NULL)
    return;

  name = kq_check_name_of (object);
  finding = kq_check_found (check, object, index,
                            g_strdup_printf (_("%s: the picture of “%s” isn't among the "
                                               "campaign's pictures: choose it again"),
                                             name, kq_object_get_field_label (object, index)));
  offer_clearing (finding, object, index);
}

static void
need (KqCheck  *check,
      KqObject *object,
      guint     index)
{
  g_autofree char *name = NULL;

  if (*kq_object_get_text (object, index) != '\0')
    return;

  name = kq_check_name_of (object);
  kq_check_found (check, object, index,
                  g_strdup_printf (_("%s: “%s” is empty; it needs one"), name,
                                   kq_object_get_field_label (object, index)));
}

static void
check_activity_offer (KqCheck  *check,
                      KqObject *activity)
{
  gboolean has_coupon = *kq_object_get_text (activity, KQ_ACTIVITY_COUPON) != '\0';
  gboolean has_gift = kq_object_get_child (activity, KQ_ACTIVITY_GIFT) != NULL;
  g_autofree char *name = NULL;

  if (has_coupon != has_gift)
    return;

  name = kq_check_name_of (activity);
  kq_check_found (check, activity, KQ_ACTIVITY_COUPON,
                  g_strdup_printf (has_coupon
                                   ? _("Activity %s has both a coupon and a gift: it can have one "
                                       "of the two")
                                   : _("Activity %s has neither a coupon nor a gift: it needs one "
                                       "of the two"), name));
}

static void
check_needed (KqCheck  *check,
              KqObject *object)
{
  if (KQ_IS_FISSION (object))
    {
      need (check, object, KQ_FISSION_SHARER_COUPON);
      need (check, object, KQ_FISSION_INVITEE_COUPON);
    }
  else if (KQ_IS_BLOCK (object) && kq_object_field_applies (object, KQ_BLOCK_COUPON))
    need (check, object, KQ_BLOCK_COUPON);
  else if (KQ_IS_ACTIVITY (object))
    check_activity_offer (check, object);
}

static void
check_references (KqCheck  *check,
                  KqObject *object)
{
  KQ_FOREACH_FIELD (object, KQ_KIND (REF) | KQ_KIND (REFS) | KQ_KIND (IMAGE), i)
    {
      const KqField *field = kq_object_get_field (object, i);

      if (field->kind == KQ_FIELD_REFS)
        check_refs (check, object, i, field);
      else if (field->kind == KQ_FIELD_REF)
        check_ref (check, object, i, field);
      else
        check_image (check, object, i);
    }
  check_needed (check, object);
}

/* KQ-VOID */

static char *
voided (KqObject *object,
        KqObject *target)
{
  g_autofree char *name = kq_check_name_of (object);
  g_autofree char *target_name = kq_check_name_of (target);

  return g_strdup_printf (_("%s uses %s, which is voided: buyers would get nothing; "
                            "choose another"), name, target_name);
}

static void
check_not_voided (KqCheck  *check,
                  KqObject *object)
{
  KQ_FOREACH_FIELD (object, KQ_KIND (REF) | KQ_KIND (REFS), i)
    {
      const KqField *field = kq_object_get_field (object, i);
      const char *single[] = { NULL, NULL };
      const char * const *ids = single;

      if (!kq_object_field_applies (object, i))
        continue;
      if (field->kind == KQ_FIELD_REFS)
        ids = kq_object_get_texts (object, i);
      else
        single[0] = kq_object_get_text (object, i);

      for (guint j = 0; ids[j] != NULL; j++)
        {
          KqObject *target = kq_check_find (check, list_field (check, field), ids[j]);

          if (target == NULL || !kq_object_is_voided (target))
            continue;
          if (field->kind == KQ_FIELD_REFS)
            kq_check_found_element (check, object, i, j, voided (object, target));
          else
            offer_removal (kq_check_found (check, object, i, voided (object, target)),
                           object, i);
        }
    }
}

/* KQ-ENUM */

/* A rule of the platform's own says it of these: DY-05, MP-12, TB-11. */
static gboolean
said_elsewhere (KqObject *object,
                guint     index)
{
  int platform = kq_object_get_platform (object);

  if (KQ_IS_COUPON (object))
    return platform == KQ_PLATFORM_DOUYIN &&
           (index == KQ_COUPON_SCOPE || index == KQ_COUPON_DISCOUNT);
  if (KQ_IS_MEMBER_CARD (object))
    return platform == KQ_PLATFORM_MINI_PROGRAM && index == KQ_MEMBER_CARD_KIND;
  if (KQ_IS_MEMBER_CENTER (object))
    return (platform == KQ_PLATFORM_TMALL || platform == KQ_PLATFORM_TAOBAO) &&
           index == KQ_MEMBER_CENTER_FACE_PRESET;

  return FALSE;
}

static char *
unknown_word (KqObject   *object,
              guint       index,
              const char *word)
{
  const KqField *field = kq_object_get_field (object, index);
  g_autofree char *name = kq_check_name_of (object);
  g_autoptr (GString) words = g_string_new (NULL);

  for (guint i = field->minimum; i < kq_field_get_n_words (field); i++)
    {
      if (field->maximum != 0 && i > field->maximum)
        break;
      if (words->len > 0)
        g_string_append (words, C_("between the items of a list", ", "));
      g_string_append (words, kq_object_get_word_label (object, index, i));
    }

  return g_strdup_printf (_("%s: “%s” is “%s”, which isn't a choice; choose one of: %s"),
                          name, kq_object_get_field_label (object, index), word, words->str);
}

static gboolean
matches (const char *pattern,
         const char *text)
{
  return pattern == NULL || *text == '\0' ||
         g_regex_match_simple (pattern, text, G_REGEX_DOLLAR_ENDONLY, 0);
}

static gboolean
all_known (const KqField      *field,
           const char * const *words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (kq_field_find_word (field, words[i]) < 0)
      return FALSE;

  return TRUE;
}

static gboolean
is_sound (KqObject *object,
          guint     index)
{
  const KqField *field = kq_object_get_field (object, index);

  switch ((int) field->kind)
    {
    case KQ_FIELD_ENUM:
      return kq_object_get_choice (object, index) >= 0;
    case KQ_FIELD_ENUMS:
      return all_known (field, kq_object_get_texts (object, index));
    case KQ_FIELD_INT:
    case KQ_FIELD_FEN:
      return kq_field_in_range (field, kq_object_get_int (object, index));
    default:
      return matches (field->pattern, kq_object_get_text (object, index));
    }
}

static void
report_words (KqCheck       *check,
              KqObject      *object,
              guint          index,
              const KqField *field)
{
  const char * const *words = kq_object_get_texts (object, index);

  for (guint i = 0; words[i] != NULL; i++)
    if (kq_field_find_word (field, words[i]) < 0)
      kq_check_found_element (check, object, index, i, unknown_word (object, index, words[i]));
}

static void
report_number (KqCheck       *check,
               KqObject      *object,
               guint          index,
               const KqField *field)
{
  g_autofree char *name = kq_check_name_of (object);
  gint64 number = kq_object_get_int (object, index);

  if (field->maximum == KQ_WHOLE_MAX)
    kq_check_found (check, object, index,
                    g_strdup_printf (_("%s: “%s” is less than nothing; it is at least 0"),
                                     name, kq_object_get_field_label (object, index)));
  else
    kq_check_found (check, object, index,
                    g_strdup_printf (_("%s: “%s” is %" PRId64 "; it goes from %" PRId64
                                       " to %" PRId64), name,
                                     kq_object_get_field_label (object, index), number,
                                     field->minimum, field->maximum));
}

static void
report_text (KqCheck  *check,
             KqObject *object,
             guint     index)
{
  g_autofree char *name = kq_check_name_of (object);

  kq_check_found (check, object, index,
                  g_strdup_printf (_("%s: “%s” is “%s”, which can't be read"), name,
                                   kq_object_get_field_label (object, index),
                                   kq_object_get_text (object, index)));
}

static void
report_choice (KqCheck  *check,
               KqObject *object,
               guint     index)
{
  const KqField *field = kq_object_get_field (object, index);

  if (field->kind == KQ_FIELD_ENUM)
    kq_check_found (check, object, index,
                    unknown_word (object, index, kq_object_get_word (object, index)));
  else if (field->kind == KQ_FIELD_ENUMS)
    report_words (check, object, index, field);
  else if (field->kind == KQ_FIELD_TEXT)
    report_text (check, object, index);
  else
    report_number (check, object, index, field);
}

/* Words, or numbers between bounds of their own. */
static gboolean
has_choices (KqObject *object,
             guint     index)
{
  const KqField *field = kq_object_get_field (object, index);

  return field->words != NULL || (field->maximum != 0 && field->maximum != KQ_WHOLE_MAX);
}

static void
check_zone (KqCheck  *check,
            KqObject *campaign)
{
  const char *zone = kq_object_get_text (campaign, KQ_CAMPAIGN_TIME_ZONE);
  g_autoptr (GTimeZone) known = g_time_zone_new_identifier (zone);

  if (known == NULL)
    kq_check_found (check, campaign, KQ_CAMPAIGN_TIME_ZONE,
                    g_strdup_printf (_("The campaign's time zone “%s” isn't known; "
                                       "one is “Asia/Shanghai”"), zone));
}

static void
check_choices (KqCheck  *check,
               KqObject *object)
{
  KQ_FOREACH_FIELD (object, KQ_KIND (ENUM) | KQ_KIND (ENUMS) | KQ_KIND (INT) | KQ_KIND (FEN) |
                            KQ_KIND (TEXT), i)
    if (!is_sound (object, i) && (has_choices (object, i) || kq_object_field_applies (object, i)) &&
        !said_elsewhere (object, i))
      report_choice (check, object, i);
  if (KQ_IS_CAMPAIGN (object))
    check_zone (check, object);
}

/* KQ-WINDOW */

static void
check_windows (KqCheck  *check,
               KqObject *object)
{
  /* DY-08 says it of coupons. */
  if (KQ_IS_COUPON (object))
    return;

  KQ_FOREACH_FIELD (object, KQ_KIND (TIME), i)
    {
      const KqField *field = kq_object_get_field (object, i);
      g_autofree char *name = NULL;
      KqTime start, end;

      /* An end stands behind its start in every table. */
      if ((field->flags & KQ_FIELD_END) == 0)
        continue;
      start = kq_object_get_time (object, i - 1);
      end = kq_object_get_time (object, i);
      if (!kq_time_is_set (start) || !kq_time_is_set (end) || kq_time_compare (start, end) <= 0)
        continue;

      name = kq_check_name_of (object);
      kq_check_found (check, object, i,
                      g_strdup_printf (_("%s: “%s” lies before “%s”: set it later"), name,
                                       kq_object_get_field_label (object, i),
                                       kq_object_get_field_label (object, i - 1)));
    }
}

/* KQ-PLATFORM */

static void
check_platform (KqCheck  *check,
                KqObject *object)
{
  guint field = kq_object_find_field (object, "platform");
  int platform = kq_object_get_platform (object);
  g_autofree char *name = NULL;

  if (platform < 0)
    return;

  name = kq_check_name_of (object);
  if (kq_check_get_shop (check, platform) == NULL)
    kq_check_found (check, object, field,
                    g_strdup_printf (_("%s is on %s, where the campaign has no shop: "
                                       "add the shop, or choose another platform"), name,
                                     _(kq_platform_words[platform].label)));
}

static void
check_only_one (KqCheck  *check,
                KqObject *object,
                guint     list_index,
                guint     field)
{
  KqList *list = kq_check_get_list (check, list_index);
  int platform = kq_object_get_platform (object);
  g_autofree char *name = NULL;

  if (platform < 0)
    return;

  for (guint i = 0; kq_list_get (list, i) != object; i++)
    if (kq_object_get_platform (kq_list_get (list, i)) == platform)
      {
        name = kq_check_name_of (object);
        kq_check_found (check, object, field,
                        g_strdup_printf (_("%s is one more for %s, which can have one only"), name,
                                         _(kq_platform_words[platform].label)));
        return;
      }
}

static void
check_shop (KqCheck  *check,
            KqObject *shop)
{
  check_only_one (check, shop, KQ_CAMPAIGN_SHOPS, kq_object_find_field (shop, "platform"));
}

static void
check_center (KqCheck  *check,
              KqObject *center)
{
  check_platform (check, center);
  check_only_one (check, center, KQ_CAMPAIGN_MEMBER_CENTERS, KQ_MEMBER_CENTER_PLATFORM);
}

#define PLATFORM_RULE(subject, check) \
  { "KQ-PLATFORM", KQ_SEVERITY_WARNING, "kaquan", KQ_ON_ALL, subject, check }

const KqRule *
kq_rules_for_any (guint *n_rules)
{
  static const KqRule rules[] = {
    { "KQ-REF", KQ_SEVERITY_ERROR, "kaquan", KQ_ON_ALL, KQ_SUBJECT_ANY, check_references },
    { "KQ-VOID", KQ_SEVERITY_ERROR, "kaquan", KQ_ON_ALL, KQ_SUBJECT_ANY, check_not_voided },
    { "KQ-ENUM", KQ_SEVERITY_ERROR, "kaquan", KQ_ON_ALL, KQ_SUBJECT_ANY, check_choices },
    { "KQ-WINDOW", KQ_SEVERITY_ERROR, "kaquan", KQ_ON_ALL, KQ_SUBJECT_ANY, check_windows },
    PLATFORM_RULE (KQ_SUBJECT_SHOP, check_shop),
    PLATFORM_RULE (KQ_SUBJECT_LEVEL, check_platform),
    PLATFORM_RULE (KQ_SUBJECT_COUPON, check_platform),
    PLATFORM_RULE (KQ_SUBJECT_ACTIVITY, check_platform),
    PLATFORM_RULE (KQ_SUBJECT_FISSION, check_platform),
    PLATFORM_RULE (KQ_SUBJECT_GIFT_PACK, check_platform),
    PLATFORM_RULE (KQ_SUBJECT_MEMBER_CARD, check_platform),
    PLATFORM_RULE (KQ_SUBJECT_MEMBER_CENTER, check_center),
    PLATFORM_RULE (KQ_SUBJECT_LANDING_PAGE, check_platform),
    PLATFORM_RULE (KQ_SUBJECT_MESSAGE, check_platform),
  };

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
