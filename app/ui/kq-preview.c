/* kq-preview.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-preview-private.h"

#include <glib/gi18n-lib.h>

#include "kq-absences.h"
#include "kq-moment-bar.h"
#include "kq-phone.h"
#include "kq-scaler.h"

/* The black edge of the phone, as in kq-phone.css. */
#define EDGE 10

/* Before GTK lays out and draws the same frame. */
#define UPDATE_PRIORITY (GDK_PRIORITY_REDRAW - 5)

/**
 * KqPreview:
 *
 * Asks as whom, on which platform and page and when, and shows the answer of
 * [func@view_at] on a phone, which can be touched. Whatever changes in the
 * campaign, there is one new answer a frame, and none while nobody sees it.
 */
G_DEFINE_FINAL_TYPE (KqPreview, kq_preview, ADW_TYPE_BIN)

KqCampaign *
kq_preview_get_campaign (KqPreview *self)
{
  return kq_document_get_campaign (self->document);
}

static void
set_note (KqPreview  *self,
          const char *text)
{
  gtk_label_set_text (GTK_LABEL (self->note), text != NULL ? text : "");
  gtk_widget_set_visible (self->note, text != NULL && *text != '\0');
}

static void
show_view (KqPreview *self)
{
  KqView *view = kq_view_at (kq_preview_get_campaign (self), self->query, NULL);

  if (view == NULL)
    return;

  g_clear_pointer (&self->view, kq_view_unref);
  self->view = view;
  kq_phone_set_view (KQ_PHONE (self->phone), view);
  set_note (self, view->note);
}

static gboolean
update_cb (gpointer data)
{
  KqPreview *self = data;

  self->update_id = 0;
  if (!self->is_moved)
    kq_preview_fill_controls (self);
  self->is_moved = FALSE;
  show_view (self);
  kq_preview_queue_details (self);

  return G_SOURCE_REMOVE;
}

static gboolean
queue (KqPreview *self)
{
  if (self->update_id != 0 || self->document == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return FALSE;

  self->update_id = g_idle_add_full (UPDATE_PRIORITY, update_cb, self, NULL);

  return TRUE;
}

/* Answers anew before the next frame, where anybody sees it. */
void
kq_preview_queue_update (KqPreview *self)
{
  self->is_moved = FALSE;
  queue (self);
}

/* The same for another moment: everything but the phone stays as it is. */
void
kq_preview_queue_moment (KqPreview *self)
{
  if (queue (self))
    self->is_moved = TRUE;
}

/* Another person looks, who hasn't claimed anything yet. */
void
kq_preview_ask_again (KqPreview *self)
{
  g_clear_pointer (&self->query->claimed, g_strfreev);
  self->is_stale = TRUE;
  kq_preview_queue_update (self);
}

static void
campaign_changed_cb (KqPreview *self)
{
  kq_preview_cancel_details (self);
  kq_preview_queue_update (self);
}

/* A tap claims or joins; a poster or a product would open its link. */
static void
activated_cb (KqPreview  *self,
              const char *id)
{
  const KqViewItem *item = self->view != NULL ? kq_view_get_item (self->view, id) : NULL;
  g_autofree char *text = NULL;

  if (self->view == NULL)
    return;
  if (kq_view_tap (self->view, self->query, id))
    {
      self->is_stale = TRUE;
      kq_preview_queue_update (self);
    }
  else if (item != NULL && item->link != NULL && *item->link != '\0')
    {
      /* Translators: an address */
      text = g_strdup_printf (_("Opens %s"), item->link);
      set_note (self, text);
    }
}

/* The pop-up is closed without claiming. */
static void
closed_cb (KqPreview *self)
{
  self->query->page = KQ_VIEW_PAGE_CENTER;
  kq_preview_queue_update (self);
}

static void
kq_preview_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kq_preview_parent_class)->map (widget);
  kq_preview_queue_update (KQ_PREVIEW (widget));
}

static void
kq_preview_dispose (GObject *object)
{
  KqPreview *self = KQ_PREVIEW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  kq_preview_cancel_details (self);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (kq_preview_get_campaign (self), self);
  g_clear_object (&self->document);
  g_clear_object (&self->selected);
  g_clear_pointer (&self->query, kq_view_query_free);
  g_clear_pointer (&self->view, kq_view_unref);
  g_clear_pointer (&self->personas, g_ptr_array_unref);
  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->platforms, g_array_unref);

  G_OBJECT_CLASS (kq_preview_parent_class)->dispose (object);
}

static void
kq_preview_class_init (KqPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_preview_dispose;
  GTK_WIDGET_CLASS (klass)->map = kq_preview_map;
}

static GtkWidget *
make_phone (KqPreview *self)
{
  GtkWidget *frame = adw_bin_new ();
  GtkWidget *scaler;

  self->phone = kq_phone_new ();
  g_signal_connect_object (self->phone, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->phone, "closed", G_CALLBACK (closed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (frame, "kq-phone-frame");
  adw_bin_set_child (ADW_BIN (frame), self->phone);
  scaler = kq_scaler_new (frame, KQ_PHONE_WIDTH + 2 * EDGE, KQ_PHONE_HEIGHT + 2 * EDGE);
  gtk_widget_set_vexpand (scaler, TRUE);

  return scaler;
}

static GtkWidget *
make_label (void)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_set_visible (label, FALSE);

  return label;
}

static void
kq_preview_init (KqPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->query = kq_view_query_new (KQ_PLATFORM_TMALL, KQ_TIME_NONE);
  self->query->drafts = TRUE;
  self->is_stale = TRUE;
  kq_preview_add_actions (self);
  self->note = make_label ();
  gtk_widget_add_css_class (self->note, "dim-label");
  self->why = make_label ();
  self->absences = kq_absences_new ();

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), kq_preview_make_controls (self));
  gtk_box_append (GTK_BOX (box), make_phone (self));
  gtk_box_append (GTK_BOX (box), self->note);
  gtk_box_append (GTK_BOX (box), self->why);
  gtk_box_append (GTK_BOX (box), self->absences);
  /* Where there is little height, the phone stays legible and moves away. */
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  adw_bin_set_child (ADW_BIN (self), scroller);
}

/**
 * kq_preview_new:
 *
 * Returns: (transfer floating): a preview of nothing yet
 */
GtkWidget *
kq_preview_new (void)
{
  return g_object_new (KQ_TYPE_PREVIEW, NULL);
}

static void
reset_query (KqPreview  *self,
             KqDocument *document)
{
  self->query->platform = kq_view_pick_platform (kq_document_get_campaign (document));
  self->query->moment = KQ_TIME_NONE;
  g_set_object (&self->query->profiles, kq_document_get_profiles (document));
}

/* At first a member of the highest level, who sees most. */
static void
pick_persona (KqPreview *self)
{
  g_autofree char *who = kq_view_pick_who (kq_preview_get_campaign (self), self->query->platform);

  kq_view_query_parse_who (self->query, kq_preview_get_campaign (self), who, NULL);
}

/**
 * kq_preview_set_document:
 * @self: a preview
 * @document: the open campaign
 *
 * Sets what is looked at.
 */
void
kq_preview_set_document (KqPreview  *self,
                         KqDocument *document)
{
  g_autoptr (KqPictures) pictures = NULL;

  g_return_if_fail (KQ_IS_PREVIEW (self));
  g_return_if_fail (KQ_IS_DOCUMENT (document));

  if (self->document == document)
    return;

  kq_preview_cancel_details (self);
  kq_moment_bar_set_changes (KQ_MOMENT_BAR (self->moment), NULL);
  kq_preview_set_selected (self, NULL);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (kq_preview_get_campaign (self), self);
  g_set_object (&self->document, document);
  g_signal_connect_object (kq_preview_get_campaign (self), "changed",
                           G_CALLBACK (campaign_changed_cb), self, G_CONNECT_SWAPPED);
  pictures = kq_pictures_new (kq_preview_get_campaign (self), kq_document_get_assets (document),
                              FALSE);
  kq_phone_set_pictures (KQ_PHONE (self->phone), pictures);
  reset_query (self, document);
  pick_persona (self);
  kq_preview_ask_again (self);
}

/**
 * kq_preview_set_selected:
 * @self: a preview
 * @object: (nullable): an object of the campaign
 *
 * Sets of which object the preview says whether and why it is shown.
 */
void
kq_preview_set_selected (KqPreview *self,
                         KqObject  *object)
{
  g_return_if_fail (KQ_IS_PREVIEW (self));
  g_return_if_fail (object == NULL || KQ_IS_OBJECT (object));

  if (g_set_object (&self->selected, object) && self->document != NULL &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    kq_preview_queue_details (self);
}
