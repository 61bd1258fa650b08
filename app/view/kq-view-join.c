/* kq-view-join.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-benefit.h"
#include "kq-coupon.h"
#include "kq-level.h"
#include "kq-member-center.h"
#include "kq-view-private.h"

/* The page on which a visitor becomes a member. */

static void
append_levels (KqViewer *self,
               GString  *rules)
{
  if (self->levels->len > 0)
    g_string_append_printf (rules, "\n%s", _("Member levels:"));
  for (guint i = 0; i < self->levels->len; i++)
    {
      KqObject *level = self->levels->pdata[i];
      gint64 percent = kq_object_get_int (level, KQ_LEVEL_PERCENT);
      g_autofree char *name = kq_view_short_text (kq_object_get_text (level, KQ_LEVEL_NAME),
                                                  KQ_VIEW_MAX_NAME);
      g_autofree char *condition = kq_viewer_level_condition (self, level);
      g_autofree char *discount = NULL;

      if (percent > 0 && percent < 100)
        discount = kq_viewer_percent (percent);
      g_string_append_printf (rules, "\n· %s%s%s%s%s", name,
                              condition != NULL ? " · " : "", condition != NULL ? condition : "",
                              discount != NULL ? " · " : "", discount != NULL ? discount : "");
    }
}

static void
append_benefits (KqViewer *self,
                 GString  *rules)
{
  KqList *benefits;
  GString *names = g_string_new (NULL);

  benefits = kq_object_get_list (self->center, KQ_MEMBER_CENTER_BENEFITS);
  for (guint i = 0; i < kq_list_get_length (benefits); i++)
    {
      KqObject *benefit = kq_list_get (benefits, i);
      g_autofree char *title = NULL;

      if (!kq_object_get_bool (benefit, KQ_BENEFIT_ENABLED))
        continue;
      title = kq_view_short_text (kq_object_get_text (benefit, KQ_BENEFIT_TITLE),
                                  KQ_VIEW_MAX_NAME);
      if (names->len > 0 && *title != '\0')
        g_string_append (names, C_("between names of a list", ", "));
      g_string_append (names, title);
    }
  if (names->len > 0)
    {
      g_string_append_c (rules, '\n');
      /* Translators: names of benefits */
      g_string_append_printf (rules, _("Members enjoy: %s."), names->str);
    }
  g_string_free (names, TRUE);
}

/* TB-05: the rules that there are without anybody writing any. */
static char *
generated_rules (KqViewer *self)
{
  GString *rules = g_string_new (NULL);
  g_autofree char *shop = kq_view_short_text (kq_viewer_shop_name (self), KQ_VIEW_MAX_NAME);

  g_string_append_printf (rules, _("Members of %s join of their own accord."), shop);
  append_levels (self, rules);
  if (self->center != NULL)
    append_benefits (self, rules);
  g_string_append_printf (rules, "\n%s",
                          _("Who leaves and joins again doesn't get the benefits for new members."));

  return g_string_free (rules, FALSE);
}

/* TB-39: the edited rules, under “member rules”. */
static void
add_rules (KqViewer *self)
{
  KqViewBlock *block = kq_view_block_new (KQ_VIEW_BLOCK_RULES, _("Member rules"));
  const char *text = "";

  if (self->center != NULL)
    text = kq_object_get_text (self->center, KQ_MEMBER_CENTER_RULES_TEXT);
  block->text = *text != '\0' ? kq_view_short_text (text, KQ_VIEW_MAX_TEXT)
                              : generated_rules (self);
  kq_viewer_add_block (self, block);
}

static char *
below_note (KqViewer *self)
{
  g_autofree char *condition = NULL;

  if (self->levels->len > 0)
    condition = kq_viewer_level_condition (self, self->levels->pdata[0]);
  if (condition == NULL)
    return g_strdup (_("You don't meet the lowest member level yet"));

  /* Translators: what a buyer must have spent or ordered */
  return g_strdup_printf (_("You can join from: %s"), condition);
}

/* TB-07, TB-01: who meets the threshold can join. */
static void
add_button (KqViewer *self)
{
  KqViewBlock *block = kq_view_block_new (KQ_VIEW_BLOCK_BUTTON, NULL);
  KqPersonaKind persona = self->query->persona;

  block->id = g_strdup ("join");
  block->action = g_strdup (persona == KQ_PERSONA_LINKED ? _("Join and claim")
                                                         : C_("button that joins", "OK"));
  block->enabled = persona != KQ_PERSONA_VISITOR_BELOW;
  if (block->enabled)
    block->note = g_strdup (_("By going on you agree to the member rules"));
  else
    block->note = below_note (self);
  kq_viewer_add_block (self, block);
}

/* MF-53: what the link leads to is claimed in the same flow. */
static void
add_pushed (KqViewer *self)
{
  KqViewBlock *block = kq_view_block_new (KQ_VIEW_BLOCK_COUPONS, _("Yours from the message"));

  if (self->query->persona == KQ_PERSONA_LINKED)
    kq_viewer_collect_activities (self, block, block, block);
  else
    kq_viewer_collect_activities (self, NULL, NULL, NULL);
  kq_viewer_add_items (self, block);
}

void
kq_viewer_build_join (KqViewer *self)
{
  KqViewBlock *notice;

  self->view->page = KQ_VIEW_PAGE_JOIN;
  self->view->title = g_strdup (_("Join"));
  kq_viewer_add_block (self, kq_viewer_card_block (self));
  if (kq_persona_is_member (self->query->persona))
    {
      notice = kq_view_block_new (KQ_VIEW_BLOCK_NOTICE, _("You are a member"));
      notice->text = g_strdup (_("The member center opens instead of this page."));
      kq_viewer_add_block (self, notice);
      add_rules (self);
      return;
    }

  add_pushed (self);
  kq_viewer_collect_packs (self, NULL, NULL);
  add_rules (self);
  add_button (self);
  kq_viewer_explain_coupons (self);
}
