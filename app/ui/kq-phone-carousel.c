/* kq-phone-carousel.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-phone-carousel.h"
#include "kq-accessible.h"
#include "kq-phone-icon.h"
#include "kq-phone-picture.h"

/* 1402 × 400: the proportion of a poster */
#define POSTER_RATIO (1402.f / 400.f)

/**
 * KqPhoneCarousel:
 *
 * The posters, each filling the block.
 */
struct _KqPhoneCarousel {
  KqPhoneBlock  parent_instance;

  AdwCarousel  *carousel;
  GtkWidget    *dots;
};

G_DEFINE_FINAL_TYPE (KqPhoneCarousel, kq_phone_carousel, KQ_TYPE_PHONE_BLOCK)

static void
clicked_cb (KqPhoneCarousel *self,
            GtkWidget       *poster)
{
  kq_phone_block_activate (KQ_PHONE_BLOCK (self), g_object_get_data (G_OBJECT (poster), "id"));
}

/* The floor's carousel doesn't follow the focus. */
static void
focused_cb (GtkEventController *focus)
{
  GtkWidget *poster = gtk_event_controller_get_widget (focus);
  GtkWidget *carousel = gtk_widget_get_ancestor (poster, ADW_TYPE_CAROUSEL);

  adw_carousel_scroll_to (ADW_CAROUSEL (carousel), poster, TRUE);
}

static GtkWidget *
make_poster (KqPhoneCarousel *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkWidget *poster = gtk_button_new ();
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *picture = kq_phone_picture_new (POSTER_RATIO);
  GtkWidget *icon = kq_phone_icon_new ("kq-phone-picture-symbolic", 28);

  gtk_widget_add_css_class (poster, "poster");
  gtk_widget_set_overflow (poster, GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_hexpand (poster, TRUE);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), picture);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), icon);
  gtk_button_set_child (GTK_BUTTON (poster), overlay);
  g_signal_connect_object (poster, "clicked", G_CALLBACK (clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (focus, "enter", G_CALLBACK (focused_cb), NULL);
  gtk_widget_add_controller (poster, focus);

  return poster;
}

static void
update_poster (GtkWidget        *poster,
               const KqViewItem *item,
               KqPictures       *pictures)
{
  GtkWidget *overlay = gtk_button_get_child (GTK_BUTTON (poster));
  GtkWidget *picture = gtk_overlay_get_child (GTK_OVERLAY (overlay));
  GtkWidget *icon = gtk_widget_get_next_sibling (picture);
  GdkTexture *texture = pictures != NULL ? kq_pictures_get (pictures, item->image) : NULL;

  kq_phone_picture_set_texture (KQ_PHONE_PICTURE (picture), texture);
  g_object_set_data_full (G_OBJECT (poster), "id", g_strdup (item->id), g_free);
  kq_accessible_set_name (GTK_ACCESSIBLE (poster), item->title);
  gtk_widget_set_visible (icon, texture == NULL);
}

static void
kq_phone_carousel_update (KqPhoneBlock      *phone_block,
                          const KqViewBlock *block,
                          KqPictures        *pictures)
{
  KqPhoneCarousel *self = KQ_PHONE_CAROUSEL (phone_block);
  guint n = adw_carousel_get_n_pages (self->carousel);

  for (; n < block->items->len; n++)
    adw_carousel_append (self->carousel, make_poster (self));
  for (; n > block->items->len; n--)
    adw_carousel_remove (self->carousel, adw_carousel_get_nth_page (self->carousel, n - 1));
  for (guint i = 0; i < n; i++)
    update_poster (adw_carousel_get_nth_page (self->carousel, i), block->items->pdata[i], pictures);
  gtk_widget_set_visible (self->dots, n > 1);
}

static void
kq_phone_carousel_class_init (KqPhoneCarouselClass *klass)
{
  KQ_PHONE_BLOCK_CLASS (klass)->update = kq_phone_carousel_update;
}

static void
kq_phone_carousel_init (KqPhoneCarousel *self)
{
  GtkWidget *overlay = gtk_overlay_new ();

  self->carousel = ADW_CAROUSEL (adw_carousel_new ());
  adw_carousel_set_spacing (self->carousel, 12);
  gtk_widget_set_overflow (GTK_WIDGET (self->carousel), GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (GTK_WIDGET (self->carousel), "posters");
  self->dots = adw_carousel_indicator_dots_new ();
  adw_carousel_indicator_dots_set_carousel (ADW_CAROUSEL_INDICATOR_DOTS (self->dots),
                                            self->carousel);
  gtk_widget_add_css_class (self->dots, "dots");
  gtk_widget_set_valign (self->dots, GTK_ALIGN_END);
  gtk_widget_set_halign (self->dots, GTK_ALIGN_CENTER);
  gtk_overlay_set_child (GTK_OVERLAY (overlay), GTK_WIDGET (self->carousel));
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), self->dots);
  adw_bin_set_child (ADW_BIN (self), overlay);
}
