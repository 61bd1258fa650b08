/* kq-card-drawing.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-card-drawing.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-member-card.h"
#include "kq-phone.h"
#include "kq-phone-block.h"
#include "kq-scaler.h"
#include "kq-view.h"

/* What a page of the phone leaves for a card. */
#define WIDTH 351
#define HEIGHT 175

/* Before GTK lays out and draws the same frame. */
#define UPDATE_PRIORITY (GDK_PRIORITY_REDRAW - 5)

/**
 * KqCardDrawing:
 *
 * The phone's card, alone: what [func@view_at] says of it to its holder. It
 * follows the campaign once a frame, and only where somebody sees it.
 */
struct _KqCardDrawing {
  AdwPreferencesRow parent_instance;

  KqDocument   *document; /* (owned) (nullable) */
  KqObject     *card;     /* (owned) (nullable) */
  KqPictures   *pictures; /* (owned) (nullable): of the document */
  GSignalGroup *campaign; /* (owned) */
  GSignalGroup *loaded;   /* (owned): of the pictures */
  guint         update_id;

  GtkWidget    *frame;
  GtkWidget    *block;
};

G_DEFINE_FINAL_TYPE (KqCardDrawing, kq_card_drawing, ADW_TYPE_PREFERENCES_ROW)

/* A card that isn't valid yet is shown as on its first day. */
static KqTime
pick_moment (KqCardDrawing *self)
{
  KqTime from = kq_object_get_time (self->card, KQ_MEMBER_CARD_VALID_FROM);

  return kq_time_is_set (from) && kq_object_field_applies (self->card, KQ_MEMBER_CARD_VALID_FROM)
         ? from : kq_time_now (kq_document_get_zone (self->document));
}

/* (nullable): what the card's holder sees */
static KqView *
ask (KqCardDrawing *self)
{
  int platform = kq_object_get_platform (self->card);
  g_autoptr (KqViewQuery) query = NULL;

  query = kq_view_query_new (platform >= 0 ? platform : KQ_PLATFORM_MINI_PROGRAM,
                             pick_moment (self));
  query->persona = KQ_PERSONA_HOLDER;
  query->page = KQ_VIEW_PAGE_CARD;
  query->page_id = g_strdup (kq_object_get_id (self->card));

  return kq_view_at (kq_document_get_campaign (self->document), query, NULL);
}

/* The words on it, for those who don't see it */
static void
describe (KqCardDrawing     *self,
          const KqViewBlock *block)
{
  const char *words[] = { block->title, block->text, block->note, block->tag };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (words[i] != NULL && *words[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? "\n" : "", words[i]);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->frame),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
  g_string_free (text, TRUE);
}

static gboolean
on_update (gpointer data)
{
  KqCardDrawing *self = data;
  g_autoptr (KqView) view = ask (self);
  KqViewBlock *block = view != NULL ? kq_view_get_block (view, KQ_VIEW_BLOCK_CARD) : NULL;

  self->update_id = 0;
  /* What has just been deleted stays as it was until another is shown. */
  if (block == NULL)
    return G_SOURCE_REMOVE;

  kq_phone_block_update (KQ_PHONE_BLOCK (self->block), view, block, self->pictures);
  describe (self, block);

  return G_SOURCE_REMOVE;
}

static void
queue_update (KqCardDrawing *self)
{
  if (self->update_id == 0 && self->card != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_id = g_idle_add_full (UPDATE_PRIORITY, on_update, self, NULL);
}

static void
on_loaded (KqCardDrawing *self)
{
  kq_phone_block_forget (KQ_PHONE_BLOCK (self->block));
  queue_update (self);
}

static void
kq_card_drawing_dispose (GObject *object)
{
  KqCardDrawing *self = KQ_CARD_DRAWING (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  g_clear_object (&self->campaign);
  g_clear_object (&self->loaded);
  g_clear_object (&self->pictures);
  g_clear_object (&self->document);
  g_clear_object (&self->card);

  G_OBJECT_CLASS (kq_card_drawing_parent_class)->dispose (object);
}

static void
kq_card_drawing_class_init (KqCardDrawingClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_card_drawing_dispose;
}

static GtkWidget *
make_card (KqCardDrawing *self)
{
  GtkWidget *scaler;

  kq_phone_load_style (gtk_widget_get_display (GTK_WIDGET (self)));
  self->block = kq_phone_block_new (KQ_VIEW_BLOCK_CARD);
  self->frame = g_object_new (ADW_TYPE_BIN, "accessible-role", GTK_ACCESSIBLE_ROLE_IMG,
                              "child", self->block, NULL);
  gtk_widget_add_css_class (self->frame, "kq-phone");
  gtk_widget_add_css_class (self->frame, "alone");
  kq_accessible_set_name (GTK_ACCESSIBLE (self->frame), _("The card as its holder sees it"));

  scaler = kq_scaler_new (self->frame, WIDTH, HEIGHT);
  /* A form that scrolls has all the height for it that it takes. */
  gtk_widget_set_size_request (scaler, -1, HEIGHT);

  return scaler;
}

static void
kq_card_drawing_init (KqCardDrawing *self)
{
  GtkWidget *card = make_card (self);

  gtk_widget_add_css_class (GTK_WIDGET (self), "card-drawing");
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), card);
  /* It is only looked at. */
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (self), FALSE);
  gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), _("The card as its holder sees it"));

  self->campaign = g_signal_group_new (KQ_TYPE_OBJECT);
  g_signal_group_connect_swapped (self->campaign, "changed", G_CALLBACK (queue_update), self);
  self->loaded = g_signal_group_new (KQ_TYPE_PICTURES);
  g_signal_group_connect_swapped (self->loaded, "loaded", G_CALLBACK (on_loaded), self);
  g_signal_connect (self, "map", G_CALLBACK (queue_update), NULL);
}

/**
 * kq_card_drawing_new:
 *
 * Returns: (transfer floating): a row that shows no card yet
 */
GtkWidget *
kq_card_drawing_new (void)
{
  return g_object_new (KQ_TYPE_CARD_DRAWING, NULL);
}

static void
set_document (KqCardDrawing *self,
              KqDocument    *document)
{
  KqCampaign *campaign = document != NULL ? kq_document_get_campaign (document) : NULL;

  if (!g_set_object (&self->document, document))
    return;

  g_clear_object (&self->pictures);
  if (document != NULL)
    self->pictures = kq_pictures_new (campaign, kq_document_get_assets (document), FALSE);
  g_signal_group_set_target (self->campaign, campaign);
  g_signal_group_set_target (self->loaded, self->pictures);
  kq_phone_block_forget (KQ_PHONE_BLOCK (self->block));
}

/**
 * kq_card_drawing_bind:
 * @self: a drawing
 * @document: (nullable): the document, %NULL together with @card
 * @card: (nullable): one of its member cards
 *
 * Shows another card.
 */
void
kq_card_drawing_bind (KqCardDrawing *self,
                      KqDocument    *document,
                      KqObject      *card)
{
  g_return_if_fail (KQ_IS_CARD_DRAWING (self));
  g_return_if_fail (card == NULL || KQ_IS_MEMBER_CARD (card));
  g_return_if_fail ((document == NULL) == (card == NULL));

  set_document (self, document);
  g_set_object (&self->card, card);
  if (card == NULL)
    g_clear_handle_id (&self->update_id, g_source_remove);
  queue_update (self);
}
