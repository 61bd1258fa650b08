/* kq-setup-sheet.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-setup-sheet.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "kq-activity.h"
#include "kq-coupon.h"
#include "kq-fission.h"
#include "kq-gift-pack.h"
#include "kq-landing-page.h"
#include "kq-level.h"
#include "kq-list.h"
#include "kq-member-card.h"
#include "kq-member-center.h"
#include "kq-setup-step.h"
#include "kq-setup-values.h"
#include "kq-workbook.h"

/* What a step of a profile is for: where it is of no list, there is nothing to
 * enter, but it is ticked off all the same. */
typedef struct {
  const char  *word;
  guint        list;
  guint        purposes;  /* 1 << KqPurpose of the coupons that count, 0 for all */
  const guint *fields;
} Subject;

static const guint level_fields[] = {
  KQ_LEVEL_NAME, KQ_LEVEL_MIN_SPEND, KQ_LEVEL_MIN_ORDERS, KQ_LEVEL_PERCENT, KQ_NO_FIELD
};

static const guint coupon_fields[] = {
  KQ_COUPON_DISCOUNT, KQ_COUPON_NAME, KQ_COUPON_AMOUNT, KQ_COUPON_PERCENT, KQ_COUPON_MAX_DISCOUNT,
  KQ_COUPON_THRESHOLD, KQ_COUPON_SCOPE, KQ_COUPON_PRODUCTS, KQ_COUPON_CLAIM_START,
  KQ_COUPON_CLAIM_END, KQ_COUPON_VALIDITY, KQ_COUPON_USE_START, KQ_COUPON_USE_END,
  KQ_COUPON_USE_DELAY_DAYS, KQ_COUPON_USE_DAYS, KQ_COUPON_QUANTITY, KQ_COUPON_PER_MEMBER,
  KQ_COUPON_LEVELS, KQ_COUPON_CHANNEL, KQ_NO_FIELD
};

static const guint pack_fields[] = {
  KQ_GIFT_PACK_NAME, KQ_GIFT_PACK_AUDIENCE, KQ_GIFT_PACK_START, KQ_GIFT_PACK_END,
  KQ_GIFT_PACK_COUPONS, KQ_GIFT_PACK_GIFT, KQ_GIFT_PACK_QUANTITY, KQ_GIFT_PACK_LEVELS,
  KQ_GIFT_PACK_POPUP_START, KQ_GIFT_PACK_POPUP_END, KQ_NO_FIELD
};

static const guint activity_fields[] = {
  KQ_ACTIVITY_KIND, KQ_ACTIVITY_NAME, KQ_ACTIVITY_COUPON, KQ_ACTIVITY_GIFT, KQ_ACTIVITY_START,
  KQ_ACTIVITY_END, KQ_ACTIVITY_LEVELS, KQ_ACTIVITY_HIDDEN, KQ_ACTIVITY_JOINED_WITHIN_DAYS,
  KQ_NO_FIELD
};

static const guint fission_fields[] = {
  KQ_FISSION_NAME, KQ_FISSION_SHARER_COUPON, KQ_FISSION_INVITEE_COUPON, KQ_FISSION_PEOPLE,
  KQ_FISSION_START, KQ_FISSION_END, KQ_NO_FIELD
};

static const guint center_fields[] = {
  KQ_MEMBER_CENTER_JOIN_URL, KQ_MEMBER_CENTER_FACE_PRESET, KQ_MEMBER_CENTER_RULES_TEXT, KQ_NO_FIELD
};

static const guint card_fields[] = {
  KQ_MEMBER_CARD_KIND, KQ_MEMBER_CARD_TITLE, KQ_MEMBER_CARD_FACE_COLOR, KQ_MEMBER_CARD_VALIDITY,
  KQ_MEMBER_CARD_VALID_FROM, KQ_MEMBER_CARD_VALID_TO, KQ_MEMBER_CARD_MATCH, KQ_MEMBER_CARD_SPEND,
  KQ_MEMBER_CARD_ORDERS, KQ_MEMBER_CARD_POINTS, KQ_MEMBER_CARD_PRICE, KQ_NO_FIELD
};

static const guint page_fields[] = {
  KQ_LANDING_PAGE_TITLE, KQ_LANDING_PAGE_SHORT_LINK, KQ_NO_FIELD
};

static const Subject subjects[] = {
  { "level", KQ_CAMPAIGN_LEVELS, 0, level_fields },
  { "exclusive-coupon", KQ_CAMPAIGN_COUPONS,
    1 << KQ_PURPOSE_MEMBER_EXCLUSIVE | 1 << KQ_PURPOSE_NEW_MEMBER_EXCLUSIVE, coupon_fields },
  { "pack-coupon", KQ_CAMPAIGN_COUPONS, 1 << KQ_PURPOSE_GIFT_PACK | 1 << KQ_PURPOSE_JOIN_GIFT,
    coupon_fields },
  { "push-coupon", KQ_CAMPAIGN_COUPONS,
    1 << KQ_PURPOSE_PUSH | 1 << KQ_PURPOSE_FISSION_SHARER | 1 << KQ_PURPOSE_FISSION_INVITEE,
    coupon_fields },
  { "pack", KQ_CAMPAIGN_GIFT_PACKS, 0, pack_fields },
  { "activity", KQ_CAMPAIGN_ACTIVITIES, 0, activity_fields },
  { "fission", KQ_CAMPAIGN_FISSIONS, 0, fission_fields },
  { "member-center", KQ_CAMPAIGN_MEMBER_CENTERS, 0, center_fields },
  { "member-card", KQ_CAMPAIGN_MEMBER_CARDS, 0, card_fields },
  { "landing-page", KQ_CAMPAIGN_LANDING_PAGES, 0, page_fields },
};

static void
row_clear (gpointer data)
{
  KqSheetRow *row = data;

  g_free (row->name);
  g_free (row->field);
  g_free (row->value);
}

static void
step_free (gpointer data)
{
  KqSheetStep *step = data;

  g_free (step->id);
  g_free (step->path);
  g_free (step->by);
  g_array_unref (step->rows);
  g_free (step);
}

static const Subject *
find_subject (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (subjects); i++)
    if (g_str_equal (subjects[i].word, word))
      return &subjects[i];

  return NULL;
}

static gboolean
counts (const Subject *subject,
        KqObject      *object,
        KqPlatform     platform)
{
  int purpose;

  if (kq_object_get_platform (object) != (int) platform || kq_object_is_voided (object))
    return FALSE;
  if (subject->purposes == 0)
    return TRUE;
  purpose = kq_object_get_choice (object, KQ_COUPON_PURPOSE);

  return purpose >= 0 && (subject->purposes & 1 << purpose);
}

static void
add_rows (KqSheetStep   *step,
          KqCampaign    *campaign,
          const Subject *subject)
{
  KqList *list = kq_object_get_list (KQ_OBJECT (campaign), subject->list);
  g_autoptr (GTimeZone) zone = kq_campaign_dup_zone (campaign);

  for (guint i = 0; i < kq_list_get_length (list); i++)
    if (counts (subject, kq_list_get (list, i), step->platform))
      kq_setup_values_add (step->rows, kq_list_get (list, i), subject->fields, zone);
}

static void
read_tick (KqSheetStep *step,
           KqCampaign  *campaign)
{
  KqList *ticks = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_SETUP);

  for (guint i = 0; i < kq_list_get_length (ticks); i++)
    {
      KqObject *tick = kq_list_get (ticks, i);

      if (!g_str_equal (kq_object_get_text (tick, KQ_SETUP_STEP_STEP), step->id))
        continue;
      step->done = kq_object_get_bool (tick, KQ_SETUP_STEP_DONE);
      step->at = kq_object_get_time (tick, KQ_SETUP_STEP_AT);
      g_free (step->by);
      step->by = g_strdup (kq_object_get_text (tick, KQ_SETUP_STEP_BY));
    }
}

/* @text: what it is for, a colon, and where in the console */
static void
add_step (GPtrArray  *steps,
          KqCampaign *campaign,
          KqPlatform  platform,
          const char *text)
{
  const char *colon = strstr (text, ": ");
  g_autofree char *word = colon != NULL ? g_strndup (text, colon - text) : g_strdup (text);
  const Subject *subject = find_subject (word);
  KqSheetStep *step = g_new0 (KqSheetStep, 1);

  step->platform = platform;
  step->id = g_strdup_printf ("%s-%s", kq_platform_words[platform].word, word);
  step->path = g_strdup (colon != NULL ? colon + 2 : text);
  step->by = g_strdup ("");
  step->at = KQ_TIME_NONE;
  step->rows = g_array_new (FALSE, FALSE, sizeof (KqSheetRow));
  g_array_set_clear_func (step->rows, row_clear);
  if (subject != NULL)
    add_rows (step, campaign, subject);
  read_tick (step, campaign);

  /* Where there is nothing to enter there is nothing to do. */
  if (subject != NULL && step->rows->len == 0)
    step_free (step);
  else
    g_ptr_array_add (steps, step);
}

static gboolean
has_something (GPtrArray *steps)
{
  for (guint i = 0; i < steps->len; i++)
    if (((KqSheetStep *) g_ptr_array_index (steps, i))->rows->len > 0)
      return TRUE;

  return FALSE;
}

/**
 * kq_setup_sheet_make:
 * @campaign: a campaign
 * @profiles: the platforms' numbers, which know the steps of their consoles
 *
 * What has to be entered in each console, in its order and its words.
 *
 * Returns: (transfer full) (element-type KqSheetStep): the steps, by platform;
 *   none of a platform for which the campaign has nothing
 */
GPtrArray *
kq_setup_sheet_make (KqCampaign *campaign,
                     KqProfiles *profiles)
{
  GPtrArray *steps;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (KQ_IS_PROFILES (profiles), NULL);

  steps = g_ptr_array_new_with_free_func (step_free);
  for (guint platform = 0; platform < KQ_N_PLATFORMS; platform++)
    {
      const char * const *texts = kq_profiles_get_choices (profiles, platform, "setupSteps");
      g_autoptr (GPtrArray) own = g_ptr_array_new_with_free_func (step_free);

      for (guint i = 0; texts[i] != NULL; i++)
        add_step (own, campaign, platform, texts[i]);
      if (has_something (own))
        g_ptr_array_extend_and_steal (steps, g_steal_pointer (&own));
    }

  return steps;
}

static void
write_step (KqBook            *book,
            const KqSheetStep *step)
{
  const char *done = step->done ? _("done") : "";

  for (guint i = 0; i < MAX (1, step->rows->len); i++)
    {
      const KqSheetRow *row = i < step->rows->len ? &g_array_index (step->rows, KqSheetRow, i) : NULL;

      kq_book_add_text (book, i == 0 ? step->path : "");
      kq_book_add_text (book, row != NULL ? row->name : "");
      kq_book_add_text (book, row != NULL ? row->field : "");
      kq_book_add_text (book, row != NULL ? row->value : "");
      kq_book_add_text (book, i == 0 ? done : "");
      kq_book_add_text (book, i == 0 ? step->by : "");
      kq_book_end_row (book);
    }
}

/**
 * kq_setup_sheet_make_workbook:
 * @campaign: a campaign
 * @profiles: the platforms' numbers
 * @error: return location for an error
 *
 * The set-up sheet as an XLSX file, with a sheet for each console.
 *
 * Returns: (transfer full) (nullable): the file
 */
GBytes *
kq_setup_sheet_make_workbook (KqCampaign  *campaign,
                              KqProfiles  *profiles,
                              GError     **error)
{
  g_autoptr (GPtrArray) steps = kq_setup_sheet_make (campaign, profiles);
  g_autoptr (KqBook) book = NULL;
  const char * const header[] = { _("Where in the console"), _("Object"), _("Field"), _("Value"), _("Done"),
                                  _("By"), NULL };
  int platform = -1;

  book = kq_workbook_new (kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_NAME),
                          kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_CURRENCY), error);
  if (book == NULL)
    return NULL;

  for (guint i = 0; i < steps->len; i++)
    {
      const KqSheetStep *step = g_ptr_array_index (steps, i);

      if ((int) step->platform != platform)
        kq_book_begin_sheet (book, _(kq_platform_words[step->platform].label), header);
      platform = step->platform;
      write_step (book, step);
    }
  if (steps->len == 0)
    kq_book_begin_sheet (book, _("Set-up sheet"), header);

  return kq_book_finish (book, error);
}
