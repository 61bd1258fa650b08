/* kq-view-card.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-card-benefit.h"
#include "kq-level.h"
#include "kq-member-card.h"
#include "kq-view-private.h"

/* Member cards of the mini-program, and what one is to the persona: claimed
 * when it is held, claimable, not yet, or over when it has run out. */

#define YEAR_DAYS 365
#define SEASON_DAYS 92

static gboolean
has_run_out (KqViewer *self,
             KqObject *card)
{
  gint64 days = self->query->joined_for / KQ_SECONDS_PER_DAY;

  if (self->query->persona == KQ_PERSONA_EXPIRED)
    return TRUE;

  switch (kq_object_get_choice (card, KQ_MEMBER_CARD_VALIDITY))
    {
    case KQ_CARD_VALIDITY_YEAR:
      return days >= YEAR_DAYS;
    case KQ_CARD_VALIDITY_SEASON:
      return days >= SEASON_DAYS;
    case KQ_CARD_VALIDITY_RANGE:
      return kq_viewer_is_after (self, kq_object_get_time (card, KQ_MEMBER_CARD_VALID_TO));
    default:
      return FALSE;
    }
}

/* MP-03: by what the persona's level asks for, the persona has at least done;
 * of points nothing is known. */
static gboolean
meets_conditions (KqViewer *self,
                  KqObject *card)
{
  gboolean all = kq_object_get_choice (card, KQ_MEMBER_CARD_MATCH) == KQ_CARD_MATCH_ALL;
  gint64 wanted[] = { kq_object_get_int (card, KQ_MEMBER_CARD_SPEND),
                      kq_object_get_int (card, KQ_MEMBER_CARD_ORDERS),
                      kq_object_get_int (card, KQ_MEMBER_CARD_POINTS) };
  gint64 done[] = { 0, 0, 0 };
  guint n_wanted = 0;
  guint n_met = 0;

  if (self->level != NULL)
    {
      done[0] = kq_object_get_int (self->level, KQ_LEVEL_MIN_SPEND);
      done[1] = kq_object_get_int (self->level, KQ_LEVEL_MIN_ORDERS);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    if (wanted[i] > 0)
      {
        n_wanted++;
        n_met += done[i] >= wanted[i];
      }

  return n_wanted > 0 && (all ? n_met == n_wanted : n_met > 0);
}

static KqViewStatus
held_status (KqViewer *self,
             KqObject *card)
{
  return has_run_out (self, card) ? KQ_VIEW_STATUS_OVER : KQ_VIEW_STATUS_CLAIMED;
}

static KqViewStatus
card_status (KqViewer *self,
             KqObject *card)
{
  KqPersonaKind persona = self->query->persona;
  int kind = kq_object_get_choice (card, KQ_MEMBER_CARD_KIND);

  if (persona == KQ_PERSONA_HOLDER || persona == KQ_PERSONA_EXPIRED ||
      kq_viewer_count_claimed (self, kq_object_get_id (card)) > 0)
    return held_status (self, card);
  /* MP-01: no condition, so that a member has it. */
  if (kind == KQ_CARD_KIND_FREE)
    return kq_persona_is_member (persona) && persona != KQ_PERSONA_NOT_ELIGIBLE
           ? held_status (self, card) : KQ_VIEW_STATUS_CLAIMABLE;
  /* MP-05: has to be bought. */
  if (kind == KQ_CARD_KIND_PAID)
    return KQ_VIEW_STATUS_CLAIMABLE;
  /* MP-04: issued by itself once the condition is met. */
  if (kq_persona_is_member (persona) && persona != KQ_PERSONA_NOT_ELIGIBLE &&
      meets_conditions (self, card))
    return held_status (self, card);

  return KQ_VIEW_STATUS_NOT_YET;
}

static char *
condition_of (KqViewer *self,
              KqObject *card)
{
  gint64 spend = kq_object_get_int (card, KQ_MEMBER_CARD_SPEND);
  gint64 orders = kq_object_get_int (card, KQ_MEMBER_CARD_ORDERS);
  gint64 points = kq_object_get_int (card, KQ_MEMBER_CARD_POINTS);
  g_autofree char *money = kq_viewer_money (self, spend);
  g_autofree char *order_count = kq_count_format (orders);
  g_autofree char *point_count = kq_count_format (points);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  if (spend > 0)
    g_ptr_array_add (parts, g_strdup_printf (_("%s spent"), money));
  if (orders > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%s order", "%s orders", orders),
                                             order_count));
  if (points > 0)
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%s point", "%s points", points),
                                             point_count));
  g_ptr_array_add (parts, NULL);

  return g_strjoinv (kq_object_get_choice (card, KQ_MEMBER_CARD_MATCH) == KQ_CARD_MATCH_ALL
                     ? C_("between conditions", " and ") : C_("between conditions", " or "),
                     (char **) parts->pdata);
}

static char *
state_note (KqViewer     *self,
            KqObject     *card,
            KqViewStatus  status)
{
  g_autofree char *condition = NULL;
  g_autofree char *price = NULL;

  if (status == KQ_VIEW_STATUS_OVER)
    return g_strdup (_("This card has run out"));
  if (status == KQ_VIEW_STATUS_CLAIMED)
    return g_strdup (_("Your card"));
  if (status == KQ_VIEW_STATUS_NOT_YET)
    {
      condition = condition_of (self, card);
      /* Translators: conditions of a member card */
      return g_strdup_printf (_("Issued by itself from %s"), condition);
    }
  if (kq_object_get_choice (card, KQ_MEMBER_CARD_KIND) == KQ_CARD_KIND_PAID)
    {
      price = kq_viewer_money (self, kq_object_get_int (card, KQ_MEMBER_CARD_PRICE));
      return g_steal_pointer (&price);
    }

  return g_strdup (_("Free of charge"));
}

static char *
validity_of (KqViewer *self,
             KqObject *card)
{
  switch (kq_object_get_choice (card, KQ_MEMBER_CARD_VALIDITY))
    {
    case KQ_CARD_VALIDITY_PERMANENT:
      return g_strdup (_("Permanent"));
    case KQ_CARD_VALIDITY_YEAR:
      return g_strdup (_("Year card"));
    case KQ_CARD_VALIDITY_SEASON:
      return g_strdup (_("Season card"));
    default:
      return kq_viewer_period (self, kq_object_get_time (card, KQ_MEMBER_CARD_VALID_FROM),
                               kq_object_get_time (card, KQ_MEMBER_CARD_VALID_TO));
    }
}

/* MP-09: a picture, or a colour, with the logo on it. */
KqViewBlock *
kq_viewer_member_card_block (KqViewer     *self,
                             KqObject     *card,
                             KqViewStatus *status)
{
  KqViewBlock *block = kq_view_block_new (KQ_VIEW_BLOCK_CARD, NULL);
  const char *image = kq_object_get_text (card, KQ_MEMBER_CARD_FACE_IMAGE);
  const char *logo = kq_object_get_text (card, KQ_MEMBER_CARD_LOGO);
  const char *color = kq_object_get_text (card, KQ_MEMBER_CARD_FACE_COLOR);

  *status = card_status (self, card);
  block->id = g_strdup (kq_object_get_id (card));
  block->title = kq_view_short_text (kq_object_get_text (card, KQ_MEMBER_CARD_TITLE),
                                     KQ_VIEW_MAX_NAME);
  block->text = kq_view_short_text (kq_viewer_shop_name (self), KQ_VIEW_MAX_NAME);
  block->tag = validity_of (self, card);
  block->note = state_note (self, card, *status);
  block->image = *image != '\0' ? g_strdup (image) : NULL;
  block->logo = *logo != '\0' ? g_strdup (logo) : NULL;
  block->color = *color != '\0' ? kq_view_short_text (color, KQ_VIEW_MAX_NAME) : NULL;
  if (block->image == NULL && block->color == NULL)
    block->preset = 2;

  return block;
}

static KqViewItem *
card_benefit_item (KqViewer     *self,
                   KqObject     *benefit,
                   KqViewStatus  status)
{
  int kind = kq_object_get_choice (benefit, KQ_CARD_BENEFIT_KIND);
  const char *label = kind >= 0
                      ? kq_field_get_word_label (kq_object_get_field (benefit, KQ_CARD_BENEFIT_KIND),
                                                 kind)
                      : "";
  const char *text = kq_object_get_text (benefit, KQ_CARD_BENEFIT_TEXT);
  KqViewItem *item = kq_view_item_new (KQ_VIEW_ITEM_CARD_BENEFIT, status,
                                       kq_object_get_id (benefit),
                                       kq_view_short_text (*text != '\0' ? text : label,
                                                           KQ_VIEW_MAX_NAME));

  item->variant = MAX (kind, 0);
  if (kind == KQ_CARD_BENEFIT_KIND_DISCOUNT && *text == '\0')
    item->detail = kq_viewer_percent (CLAMP (kq_object_get_int (benefit, KQ_CARD_BENEFIT_PERCENT),
                                             0, 100));

  return item;
}

/* MP-01: who has the card has all its benefits at once. */
static void
add_benefits (KqViewer     *self,
              KqObject     *card,
              KqViewStatus  status)
{
  KqList *benefits = kq_object_get_list (card, KQ_MEMBER_CARD_BENEFITS);
  KqViewBlock *block = kq_view_block_new (KQ_VIEW_BLOCK_BENEFITS, _("What the card gives you"));
  KqViewStatus item_status = status == KQ_VIEW_STATUS_CLAIMED ? KQ_VIEW_STATUS_PLAIN
                                                              : KQ_VIEW_STATUS_NOT_YET;

  for (guint i = 0; i < kq_list_get_length (benefits); i++)
    g_ptr_array_add (block->items,
                     card_benefit_item (self, kq_list_get (benefits, i), item_status));
  kq_viewer_add_items (self, block);
}

/* MP-15: the holder is recognised without doing anything. */
static void
add_code (KqViewer     *self,
          KqObject     *card,
          KqViewStatus  status)
{
  const char *url = kq_object_get_text (card, KQ_MEMBER_CARD_CLAIM_URL);
  KqViewBlock *block = kq_view_block_new (KQ_VIEW_BLOCK_CODE, NULL);
  gboolean held = status == KQ_VIEW_STATUS_CLAIMED;

  block->id = g_strdup (kq_object_get_id (card));
  block->title = g_strdup (held ? _("Show this code when you pay") : _("Scan to claim"));
  if (*url == '\0')
    block->tag = g_strdup (_("No code yet: the card has no address"));
  block->text = kq_view_short_text (url, KQ_VIEW_MAX_TEXT);
  if (held)
    block->note = g_strdup (_("When you order, you are recognised as a member by yourself"));
  kq_viewer_add_block (self, block);
}

static void
add_button (KqViewer     *self,
            KqObject     *card,
            KqViewStatus  status)
{
  KqViewBlock *block = kq_view_block_new (KQ_VIEW_BLOCK_BUTTON, NULL);
  gboolean paid = kq_object_get_choice (card, KQ_MEMBER_CARD_KIND) == KQ_CARD_KIND_PAID;
  g_autofree char *price = kq_viewer_money (self, kq_object_get_int (card, KQ_MEMBER_CARD_PRICE));

  block->id = g_strdup (kq_object_get_id (card));
  if (status == KQ_VIEW_STATUS_NOT_YET)
    {
      block->action = g_strdup (_("Not yet"));
      block->enabled = FALSE;
    }
  else if (paid)
    /* Translators: the price of a member card */
    block->action = g_strdup_printf (status == KQ_VIEW_STATUS_OVER ? _("Renew for %s")
                                                                   : _("Buy for %s"), price);
  else
    block->action = g_strdup (_("Claim the card"));
  kq_viewer_add_block (self, block);
}

void
kq_viewer_build_card (KqViewer *self,
                      KqObject *card)
{
  KqViewStatus status;

  self->view->title = g_strdup (_("Member card"));
  if (kq_object_get_choice (card, KQ_MEMBER_CARD_STATE) == KQ_STATE_VOIDED)
    self->view->note = g_strdup (_("The card is voided: buyers don’t see it"));

  kq_viewer_add_block (self, kq_viewer_member_card_block (self, card, &status));
  add_benefits (self, card, status);
  if (status == KQ_VIEW_STATUS_CLAIMED)
    add_code (self, card, status);
  else
    add_button (self, card, status);
}
