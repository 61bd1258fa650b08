/* kq-story-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-phone.h"
#include "kq-save.h"
#include "kq-scaler.h"
#include "kq-story-draw.h"
#include "kq-story-window.h"
#include "kq-view-story.h"

#define PHONE_SCALE 0.56
#define SHEET_SCALE 2

/**
 * KqStoryWindow:
 *
 * A strip of small phones, for who has to agree to a campaign. It is saved as
 * one picture or one document, as its name says.
 */
struct _KqStoryWindow {
  AdwWindow    parent_instance;

  KqDocument  *document;  /* (owned) */
  KqViewQuery *query;     /* (owned) */
  KqPictures  *pictures;  /* (owned) */
  GPtrArray   *frames;    /* (owned) (nullable) (element-type KqStoryFrame) */

  GtkWidget   *kind;
  GtkWidget   *strip;
  GtkWidget   *toasts;
};

G_DEFINE_FINAL_TYPE (KqStoryWindow, kq_story_window, ADW_TYPE_WINDOW)

static GtkWidget *
make_caption (const char *text,
              const char *css_class,
              int         lines)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 1);
  gtk_widget_set_tooltip_text (label, text);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static gboolean
has_text (KqStoryWindow *self)
{
  for (guint i = 0; i < self->frames->len; i++)
    if (((KqStoryFrame *) self->frames->pdata[i])->text != NULL)
      return TRUE;

  return FALSE;
}

/* All phones stand on one line, however many words there are above. */
static GtkWidget *
make_captions (const KqStoryFrame *frame,
               gboolean            has_text,
               GtkSizeGroup       *group)
{
  GtkWidget *captions = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  gtk_box_append (GTK_BOX (captions), make_caption (frame->title, "heading", 2));
  if (has_text)
    gtk_box_append (GTK_BOX (captions), make_caption (frame->text != NULL ? frame->text : "",
                                                      "caption", 2));
  gtk_size_group_add_widget (group, captions);

  return captions;
}

static GtkWidget *
make_phone (KqStoryWindow      *self,
            const KqStoryFrame *frame,
            GtkSizeGroup       *group)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);
  GtkWidget *phone = kq_phone_new ();
  GtkWidget *scaler = kq_scaler_new (phone, KQ_PHONE_WIDTH, KQ_PHONE_HEIGHT);

  kq_phone_set_pictures (KQ_PHONE (phone), self->pictures);
  kq_phone_set_view (KQ_PHONE (phone), frame->view);
  /* It is a picture here: there is nobody who would join or claim. */
  gtk_widget_set_can_target (phone, FALSE);
  gtk_widget_set_can_focus (phone, FALSE);
  gtk_widget_add_css_class (scaler, "kq-story-phone");
  gtk_widget_set_overflow (scaler, GTK_OVERFLOW_HIDDEN);
  /* No larger, however high the strip is, and no smaller, for it scrolls. */
  kq_scaler_set_natural_scale (KQ_SCALER (scaler), PHONE_SCALE);
  gtk_widget_set_size_request (scaler, KQ_PHONE_WIDTH * PHONE_SCALE, KQ_PHONE_HEIGHT * PHONE_SCALE);
  gtk_widget_set_halign (scaler, GTK_ALIGN_START);
  gtk_widget_set_valign (scaler, GTK_ALIGN_START);
  kq_accessible_set_name (GTK_ACCESSIBLE (phone), frame->title);
  gtk_box_append (GTK_BOX (box), make_captions (frame, has_text (self), group));
  gtk_box_append (GTK_BOX (box), scaler);

  return box;
}

static void
fill (KqStoryWindow *self)
{
  KqStoryKind kind = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));
  g_autoptr (GtkSizeGroup) group = gtk_size_group_new (GTK_SIZE_GROUP_VERTICAL);
  GtkWidget *child;

  g_clear_pointer (&self->frames, g_ptr_array_unref);
  self->frames = kq_view_story (kq_document_get_campaign (self->document), self->query, kind);
  while ((child = gtk_widget_get_first_child (self->strip)) != NULL)
    gtk_box_remove (GTK_BOX (self->strip), child);
  for (guint i = 0; i < self->frames->len; i++)
    gtk_box_append (GTK_BOX (self->strip), make_phone (self, self->frames->pdata[i], group));
}

/* “双11会员日 · Tmall” */
static char *
dup_title (KqStoryWindow *self)
{
  g_autofree char *name = kq_document_dup_name (self->document);

  return g_strdup_printf ("%s · %s", name, kq_platform_get_label (self->query->platform));
}

static GBytes *
make_sheet (const char  *name,
            gpointer     data,
            GError     **error)
{
  KqStoryWindow *self = data;
  g_autofree char *lower = g_ascii_strdown (name, -1);
  g_autofree char *title = dup_title (self);
  g_autoptr (KqPictures) pictures = kq_pictures_new (kq_document_get_campaign (self->document),
                                                     kq_document_get_assets (self->document),
                                                     TRUE);

  return kq_story_draw (self->frames, title, pictures,
                        g_str_has_suffix (lower, ".pdf") ? KQ_RENDER_PDF : KQ_RENDER_PNG,
                        SHEET_SCALE, error);
}

static void
saved_cb (const GError *error,
          gpointer      data)
{
  KqStoryWindow *self = data;
  g_autofree char *text = g_markup_escape_text (error != NULL ? error->message : _("Saved"), -1);

  if (self->toasts != NULL)
    adw_toast_overlay_add_toast (ADW_TOAST_OVERLAY (self->toasts), adw_toast_new (text));
}

static void
save_clicked_cb (KqStoryWindow *self)
{
  g_autofree char *title = g_strdelimit (dup_title (self), "/\\:", '-');
  g_autofree char *name = g_strconcat (title, ".pdf", NULL);

  kq_save_ask (GTK_WIDGET (self), _("Save as PDF or PNG"), name, make_sheet, saved_cb,
               G_OBJECT (self));
}

static void
kq_story_window_dispose (GObject *object)
{
  KqStoryWindow *self = KQ_STORY_WINDOW (object);

  self->toasts = NULL;
  g_clear_object (&self->document);
  g_clear_object (&self->pictures);
  g_clear_pointer (&self->query, kq_view_query_free);
  g_clear_pointer (&self->frames, g_ptr_array_unref);

  G_OBJECT_CLASS (kq_story_window_parent_class)->dispose (object);
}

static void
kq_story_window_class_init (KqStoryWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_story_window_dispose;
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkWidget *
make_header (KqStoryWindow *self)
{
  const char *kinds[] = { C_("side by side", "By person"), C_("side by side", "By moment"), NULL };
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *save = gtk_button_new_with_mnemonic (_("_Save…"));

  self->kind = gtk_drop_down_new_from_strings (kinds);
  kq_accessible_set_name (GTK_ACCESSIBLE (self->kind), _("Side by side"));
  kq_accessible_set_name (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->kind)),
                          _("Side by side"));
  g_signal_connect_object (self->kind, "notify::selected", G_CALLBACK (fill), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (save, "clicked", G_CALLBACK (save_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (save, "suggested-action");
  adw_header_bar_set_title_widget (ADW_HEADER_BAR (header), self->kind);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), save);

  return header;
}

static GtkWidget *
make_strip (KqStoryWindow *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->strip = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 18);
  gtk_box_set_homogeneous (GTK_BOX (self->strip), TRUE);
  gtk_widget_set_margin_top (self->strip, 18);
  gtk_widget_set_margin_bottom (self->strip, 18);
  gtk_widget_set_margin_start (self->strip, 18);
  gtk_widget_set_margin_end (self->strip, 18);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->strip);
  gtk_widget_set_vexpand (scroller, TRUE);
  self->toasts = adw_toast_overlay_new ();
  adw_toast_overlay_set_child (ADW_TOAST_OVERLAY (self->toasts), scroller);

  return self->toasts;
}

static void
kq_story_window_init (KqStoryWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_window_set_title (GTK_WINDOW (self), _("Side by side"));
  gtk_window_set_default_size (GTK_WINDOW (self), 1100, 640);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 300);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), make_strip (self));
  adw_window_set_content (ADW_WINDOW (self), box);
}

/**
 * kq_story_window_new:
 * @document: the open campaign
 * @query: on which platform, which page, and the person or moment that stays
 *
 * Returns: (transfer none): a window, which holds itself until it is closed
 */
GtkWidget *
kq_story_window_new (KqDocument        *document,
                     const KqViewQuery *query)
{
  KqStoryWindow *self;

  g_return_val_if_fail (KQ_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  self = g_object_new (KQ_TYPE_STORY_WINDOW, NULL);
  self->document = g_object_ref (document);
  self->query = kq_view_query_copy (query);
  g_clear_pointer (&self->query->claimed, g_strfreev);
  self->pictures = kq_pictures_new (kq_document_get_campaign (document),
                                    kq_document_get_assets (document), FALSE);
  fill (self);

  return GTK_WIDGET (self);
}
