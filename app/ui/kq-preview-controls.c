/* kq-preview-controls.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-preview-private.h"

#include <glib/gi18n-lib.h>

#include "kq-drop-down.h"
#include "kq-moment-bar.h"
#include "kq-persona-button.h"

/* As whom, on which platform, which page and when. */

static void
set_words (GtkWidget *drop_down,
           GPtrArray *words,
           guint      selected)
{
  g_ptr_array_add (words, NULL);
  kq_drop_down_set_words (GTK_DROP_DOWN (drop_down), (const char * const *) words->pdata,
                          selected);
}

static guint
find_platform (KqPreview *self)
{
  for (guint i = 0; i < self->platforms->len; i++)
    if (g_array_index (self->platforms, KqPlatform, i) == self->query->platform)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
fill_platforms (KqPreview *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_clear_pointer (&self->platforms, g_array_unref);
  self->platforms = kq_view_list_platforms (kq_preview_get_campaign (self));
  for (guint i = 0; i < self->platforms->len; i++)
    g_ptr_array_add (words, (gpointer) kq_platform_get_label (g_array_index (self->platforms,
                                                                             KqPlatform, i)));
  if (find_platform (self) == GTK_INVALID_LIST_POSITION)
    self->query->platform = kq_view_pick_platform (kq_preview_get_campaign (self));
  set_words (self->platform_drop, words, find_platform (self));
}

static guint
find_choice (GPtrArray  *choices,
             const char *word)
{
  for (guint i = 0; i < choices->len; i++)
    if (g_str_equal (((KqViewChoice *) choices->pdata[i])->word, word))
      return i;

  return GTK_INVALID_LIST_POSITION;
}

/* The level may have been removed, or belong to another platform. */
static gboolean
has_level (KqPreview *self)
{
  g_autoptr (GPtrArray) levels = NULL;

  if (self->query->level == NULL)
    return self->query->persona != KQ_PERSONA_MEMBER;
  levels = kq_view_list_levels (kq_preview_get_campaign (self), self->query->platform);
  for (guint i = 0; i < levels->len; i++)
    if (g_str_equal (kq_object_get_id (levels->pdata[i]), self->query->level))
      return TRUE;

  return FALSE;
}

static void
pick_persona (KqPreview *self)
{
  g_autofree char *who = kq_view_pick_who (kq_preview_get_campaign (self), self->query->platform);

  kq_view_query_parse_who (self->query, kq_preview_get_campaign (self), who, NULL);
}

/* A persona whose details were changed is one more of the list. */
static guint
find_persona (KqPreview *self)
{
  g_autofree char *who = kq_view_query_dup_who (self->query);
  guint found = find_choice (self->personas, who);
  KqViewChoice *choice;

  if (found != GTK_INVALID_LIST_POSITION)
    return found;

  choice = g_new (KqViewChoice, 1);
  choice->word = g_steal_pointer (&who);
  choice->label = kq_view_query_dup_label (self->query, kq_preview_get_campaign (self));
  g_ptr_array_add (self->personas, choice);

  return self->personas->len - 1;
}

static void
fill_personas (KqPreview *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  guint selected;

  g_clear_pointer (&self->personas, g_ptr_array_unref);
  self->personas = kq_view_list_personas (kq_preview_get_campaign (self), self->query->platform);
  if (!has_level (self))
    pick_persona (self);
  selected = find_persona (self);
  for (guint i = 0; i < self->personas->len; i++)
    g_ptr_array_add (words, ((KqViewChoice *) self->personas->pdata[i])->label);
  set_words (self->persona_drop, words, selected);
  kq_persona_button_set (KQ_PERSONA_BUTTON (self->persona_button),
                         kq_preview_get_campaign (self), self->query);
}

static void
fill_pages (KqPreview *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  g_autofree char *page = kq_view_query_dup_page (self->query);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  self->pages = kq_view_list_pages (kq_preview_get_campaign (self), self->query->platform);
  if (find_choice (self->pages, page) == GTK_INVALID_LIST_POSITION)
    {
      kq_view_query_parse_page (self->query, kq_preview_get_campaign (self), "center", NULL);
      g_free (page);
      page = g_strdup ("center");
    }
  for (guint i = 0; i < self->pages->len; i++)
    g_ptr_array_add (words, ((KqViewChoice *) self->pages->pdata[i])->label);
  set_words (self->page_drop, words, find_choice (self->pages, page));
}

static void
fill_moment (KqPreview *self)
{
  KqTime now = kq_time_now (kq_document_get_zone (self->document));
  gboolean is_set = kq_time_is_set (self->query->moment);
  KqTime from, to;

  kq_view_get_period (kq_preview_get_campaign (self), is_set ? self->query->moment : now,
                      &from, &to);
  /* At first, where now is in the campaign. */
  if (!is_set)
    self->query->moment = kq_time_add (from, CLAMP (now.seconds - from.seconds, 0,
                                                    to.seconds - from.seconds));
  g_clear_pointer (&self->query->zone, g_time_zone_unref);
  self->query->zone = g_time_zone_ref (kq_document_get_zone (self->document));
  kq_moment_bar_set_zone (KQ_MOMENT_BAR (self->moment), self->query->zone);
  kq_moment_bar_set_period (KQ_MOMENT_BAR (self->moment), from, to);
  kq_moment_bar_set_moment (KQ_MOMENT_BAR (self->moment), self->query->moment);
}

/* Brings the controls to the campaign and the question, and the question to
 * what the campaign still has. */
void
kq_preview_fill_controls (KqPreview *self)
{
  self->is_filling = TRUE;
  fill_platforms (self);
  fill_personas (self);
  fill_pages (self);
  fill_moment (self);
  self->is_filling = FALSE;
}

static const char *
chosen_word (GtkWidget *drop_down,
             GPtrArray *choices)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down));

  if (choices == NULL || selected >= choices->len)
    return NULL;

  return ((KqViewChoice *) choices->pdata[selected])->word;
}

static void
persona_changed_cb (KqPreview *self)
{
  const char *word = chosen_word (self->persona_drop, self->personas);

  if (!self->is_filling && word != NULL &&
      kq_view_query_parse_who (self->query, kq_preview_get_campaign (self), word, NULL))
    kq_preview_ask_again (self);
}

static void
details_changed_cb (KqPreview *self)
{
  kq_persona_button_apply (KQ_PERSONA_BUTTON (self->persona_button), self->query);
  kq_preview_ask_again (self);
}

static void
platform_changed_cb (KqPreview *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->platform_drop));

  if (self->is_filling || self->platforms == NULL || selected >= self->platforms->len)
    return;

  self->query->platform = g_array_index (self->platforms, KqPlatform, selected);
  kq_preview_ask_again (self);
}

static void
page_changed_cb (KqPreview *self)
{
  const char *word = chosen_word (self->page_drop, self->pages);

  if (!self->is_filling && word != NULL &&
      kq_view_query_parse_page (self->query, kq_preview_get_campaign (self), word, NULL))
    {
      self->is_stale = TRUE;
      kq_preview_queue_update (self);
    }
}

static void
moment_changed_cb (KqPreview *self)
{
  self->query->moment = kq_moment_bar_get_moment (KQ_MOMENT_BAR (self->moment));
  kq_preview_queue_moment (self);
}

static GtkWidget *
make_drop_down (KqPreview *self,
                GCallback  changed_cb)
{
  GtkWidget *drop_down = kq_drop_down_new (NULL);

  gtk_widget_set_hexpand (drop_down, TRUE);
  g_signal_connect_object (drop_down, "notify::selected", changed_cb, self, G_CONNECT_SWAPPED);

  return drop_down;
}

/* @named: what has the focus, where that isn't @control as a whole */
static void
attach_row (GtkGrid    *grid,
            int         row,
            const char *title,
            GtkWidget  *control,
            GtkWidget  *named,
            GtkWidget  *button)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_valign (label, GTK_ALIGN_START);
  gtk_widget_set_margin_top (label, 8);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_accessible_update_relation (GTK_ACCESSIBLE (named), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  /* The focus is on the button within a drop-down. */
  if (GTK_IS_DROP_DOWN (named))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (named)),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, control, 1, row, button != NULL ? 1 : 2, 1);
  if (button != NULL)
    gtk_grid_attach (grid, button, 2, row, 1, 1);
}

/* What the preview is asked with. */
GtkWidget *
kq_preview_make_controls (KqPreview *self)
{
  GtkWidget *grid = gtk_grid_new ();

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 6);
  self->persona_drop = make_drop_down (self, G_CALLBACK (persona_changed_cb));
  self->persona_button = kq_persona_button_new ();
  g_signal_connect_object (self->persona_button, "changed", G_CALLBACK (details_changed_cb), self,
                           G_CONNECT_SWAPPED);
  self->platform_drop = make_drop_down (self, G_CALLBACK (platform_changed_cb));
  self->page_drop = make_drop_down (self, G_CALLBACK (page_changed_cb));
  self->moment = kq_moment_bar_new ();
  g_signal_connect_object (self->moment, "changed", G_CALLBACK (moment_changed_cb), self,
                           G_CONNECT_SWAPPED);

  /* Translators: as which person the preview is looked at */
  attach_row (GTK_GRID (grid), 0, C_("preview", "As"), self->persona_drop, self->persona_drop,
              self->persona_button);
  /* Translators: on which platform */
  attach_row (GTK_GRID (grid), 1, C_("preview", "On"), self->platform_drop, self->platform_drop,
              kq_preview_make_menu ());
  /* Translators: which page of the phone */
  attach_row (GTK_GRID (grid), 2, C_("preview", "Page"), self->page_drop, self->page_drop, NULL);
  /* Translators: at which moment */
  attach_row (GTK_GRID (grid), 3, C_("preview", "At"), self->moment,
              kq_moment_bar_get_entry (KQ_MOMENT_BAR (self->moment)), NULL);

  return grid;
}
