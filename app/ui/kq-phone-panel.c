/* kq-phone-panel.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-phone-code.h"
#include "kq-phone-icon.h"
#include "kq-phone-panel.h"
#include "kq-phone-picture.h"

/**
 * KqPhonePanel:
 *
 * What is a heading, a text, a picture, a number of people, a button: each
 * part shows where the block has it.
 */
struct _KqPhonePanel {
  KqPhoneBlock  parent_instance;

  GtkWidget    *box;
  GtkWidget    *icon;
  GtkWidget    *code;
  GtkWidget    *tag;
  GtkWidget    *title;
  GtkWidget    *picture;
  GtkWidget    *progress;
  GtkWidget    *count;
  GtkWidget    *text;
  GtkWidget    *button;
  GtkWidget    *note;
  char         *id;     /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (KqPhonePanel, kq_phone_panel, KQ_TYPE_PHONE_BLOCK)

static void
clicked_cb (KqPhonePanel *self)
{
  if (self->id != NULL)
    kq_phone_block_activate (KQ_PHONE_BLOCK (self), self->id);
}

static const char *
icon_of (KqViewBlockKind kind)
{
  if (kind == KQ_VIEW_BLOCK_CODE)
    return "kq-phone-code-symbolic";
  if (kind == KQ_VIEW_BLOCK_NOTICE)
    return "kq-phone-card-symbolic";

  return NULL;
}

static const char *
style_of (KqViewBlockKind kind)
{
  switch (kind)
    {
    case KQ_VIEW_BLOCK_BUTTON:
    case KQ_VIEW_BLOCK_TEXT:
      return "bare";
    case KQ_VIEW_BLOCK_CODE:
    case KQ_VIEW_BLOCK_NOTICE:
      return "centered";
    case KQ_VIEW_BLOCK_IMAGE:
      return "image";
    case KQ_VIEW_BLOCK_NEWCOMER:
    case KQ_VIEW_BLOCK_POSTERS:
    case KQ_VIEW_BLOCK_CARD:
    case KQ_VIEW_BLOCK_BENEFITS:
    case KQ_VIEW_BLOCK_COUPONS:
    case KQ_VIEW_BLOCK_PRODUCTS:
    case KQ_VIEW_BLOCK_RULES:
    case KQ_VIEW_BLOCK_PROGRESS:
    case KQ_VIEW_BLOCK_PACK:
    default:
      return "plain";
    }
}

static void
update_progress (KqPhonePanel      *self,
                 const KqViewBlock *block)
{
  gboolean shown = block->total > 0;
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->progress, shown);
  gtk_widget_set_visible (self->count, shown);
  if (!shown)
    return;

  /* Translators: so many of so many friends have claimed */
  text = g_strdup_printf (_("%d of %d"), (int) MIN (block->done, G_MAXINT),
                          (int) MIN (block->total, G_MAXINT));
  gtk_progress_bar_set_fraction (GTK_PROGRESS_BAR (self->progress),
                                 (double) block->done / block->total);
  kq_accessible_set_name (GTK_ACCESSIBLE (self->progress), block->title);
  gtk_label_set_text (GTK_LABEL (self->count), text);
}

static void
update_style (KqPhonePanel      *self,
              const KqViewBlock *block)
{
  const char *classes[] = { "panel", style_of (block->kind), NULL };
  gboolean centered = g_str_equal (classes[1], "centered") || g_str_equal (classes[1], "bare");
  GtkWidget *labels[] = { self->tag, self->title, self->text, self->note };
  gboolean has_code = kq_phone_code_set_text (KQ_PHONE_CODE (self->code),
                                              block->kind == KQ_VIEW_BLOCK_CODE ? block->text
                                                                                : NULL);
  const char *icon = has_code ? NULL : icon_of (block->kind);

  gtk_widget_set_css_classes (self->box, classes);
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), centered ? 0.5 : 0);
      gtk_label_set_justify (GTK_LABEL (labels[i]),
                             centered ? GTK_JUSTIFY_CENTER : GTK_JUSTIFY_LEFT);
    }
  if (icon != NULL)
    kq_phone_icon_set_name (KQ_PHONE_ICON (self->icon), icon);
  gtk_widget_set_visible (self->icon, icon != NULL);
  gtk_widget_set_visible (self->code, has_code);
}

static void
kq_phone_panel_update (KqPhoneBlock      *phone_block,
                       const KqViewBlock *block,
                       KqPictures        *pictures)
{
  KqPhonePanel *self = KQ_PHONE_PANEL (phone_block);
  GdkTexture *texture = pictures != NULL ? kq_pictures_get (pictures, block->image) : NULL;

  g_free (self->id);
  self->id = g_strdup (block->id);
  update_style (self, block);
  update_progress (self, block);
  kq_phone_picture_set_texture (KQ_PHONE_PICTURE (self->picture), texture);
  gtk_widget_set_visible (self->picture, block->kind == KQ_VIEW_BLOCK_IMAGE);
  kq_phone_label_set (self->tag, block->tag);
  kq_phone_label_set (self->title, block->title);
  kq_phone_label_set (self->text, block->text);
  kq_phone_label_set (self->note, block->note);
  gtk_widget_set_visible (self->button, block->action != NULL);
  gtk_widget_set_sensitive (self->button, block->enabled);
  gtk_button_set_label (GTK_BUTTON (self->button), block->action != NULL ? block->action : "");
}

static void
kq_phone_panel_finalize (GObject *object)
{
  g_free (KQ_PHONE_PANEL (object)->id);

  G_OBJECT_CLASS (kq_phone_panel_parent_class)->finalize (object);
}

static void
kq_phone_panel_class_init (KqPhonePanelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_phone_panel_finalize;
  KQ_PHONE_BLOCK_CLASS (klass)->update = kq_phone_panel_update;
}

static void
kq_phone_panel_init (KqPhonePanel *self)
{
  GtkWidget *parts[10];

  self->icon = parts[0] = kq_phone_icon_new ("kq-phone-card-symbolic", 72);
  gtk_widget_add_css_class (self->icon, "panel-icon");
  self->code = parts[1] = kq_phone_code_new ();
  self->tag = parts[2] = kq_phone_label_new ("note", 0);
  self->title = parts[3] = kq_phone_label_new ("heading", 0);
  self->picture = parts[4] = kq_phone_picture_new (2);
  self->progress = parts[5] = gtk_progress_bar_new ();
  self->count = parts[6] = kq_phone_label_new ("count", 1);
  self->text = parts[7] = kq_phone_label_new ("text", 0);
  self->button = parts[8] = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "main");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  self->note = parts[9] = kq_phone_label_new ("note", 0);

  self->box = kq_phone_box_new (GTK_ORIENTATION_VERTICAL, "panel");
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_box_append (GTK_BOX (self->box), parts[i]);
  adw_bin_set_child (ADW_BIN (self), self->box);
}
