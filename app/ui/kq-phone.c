/* kq-phone.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-phone.h"
#include "kq-phone-block.h"
#include "kq-phone-icon.h"
#include "kq-phone-resources.h"

#define RESOURCE_PATH "/io/github/kaquan/Kaquan/phone"

/**
 * KqPhone:
 *
 * Draws a [struct@View] on a screen of 375 by 812 pixels, and decides nothing
 * itself. When the view changes, widgets whose block hasn't changed stay as
 * they are, and the others are brought up to date in place.
 */
struct _KqPhone {
  AdwBin      parent_instance;

  KqPictures *pictures; /* (owned) (nullable) */
  KqView     *view;     /* (owned) (nullable) */
  GtkWidget  *clock;
  GtkWidget  *title;
  GtkWidget  *page;
  GtkWidget  *veil;
  GtkWidget  *popup;
};

G_DEFINE_FINAL_TYPE (KqPhone, kq_phone, ADW_TYPE_BIN)

enum {
  ACTIVATED,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
activated_cb (KqPhone    *self,
              const char *id)
{
  g_signal_emit (self, signals[ACTIVATED], 0, id);
}

static void
closed_cb (KqPhone *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static GtkWidget *
make_block (KqPhone         *self,
            KqViewBlockKind  kind)
{
  GtkWidget *block = kq_phone_block_new (kind);

  g_signal_connect_object (block, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);

  return block;
}

static gboolean
takes (GtkWidget       *widget,
       KqViewBlockKind  kind)
{
  return widget != NULL && kq_phone_block_takes (KQ_PHONE_BLOCK (widget), kind);
}

/* The widget for the block that follows: the next that is there, where it fits;
 * or else the one after it, if what it showed is gone; or else a new one. */
static GtkWidget *
take_block (KqPhone         *self,
            GtkWidget       *after,
            KqViewBlockKind  kind)
{
  GtkWidget *next = after != NULL ? gtk_widget_get_next_sibling (after)
                                  : gtk_widget_get_first_child (self->page);

  if (!takes (next, kind) && next != NULL && takes (gtk_widget_get_next_sibling (next), kind))
    {
      gtk_box_remove (GTK_BOX (self->page), next);
      return take_block (self, after, kind);
    }
  if (!takes (next, kind))
    {
      next = make_block (self, kind);
      gtk_box_insert_child_after (GTK_BOX (self->page), next, after);
    }

  return next;
}

/* @old: what the widgets show; %NULL to draw all anew */
static void
update_blocks (KqPhone *self,
               KqView  *old)
{
  GtkWidget *last = NULL;

  for (guint i = 0; i < self->view->blocks->len; i++)
    {
      KqViewBlock *block = self->view->blocks->pdata[i];

      last = take_block (self, last, block->kind);
      if (old == NULL)
        kq_phone_block_forget (KQ_PHONE_BLOCK (last));
      kq_phone_block_update (KQ_PHONE_BLOCK (last), self->view, block, self->pictures);
    }
  kq_phone_box_clear (self->page, self->view->blocks->len);
}

static void
update_popup (KqPhone *self)
{
  gtk_widget_set_visible (self->veil, self->view->popup != NULL);
  if (self->view->popup != NULL)
    kq_phone_block_update (KQ_PHONE_BLOCK (self->popup), self->view, self->view->popup,
                           self->pictures);
}

static void
draw_anew (KqPhone *self)
{
  if (self->view == NULL)
    return;

  update_blocks (self, NULL);
  update_popup (self);
}

static void
kq_phone_dispose (GObject *object)
{
  KqPhone *self = KQ_PHONE (object);

  if (self->pictures != NULL)
    g_signal_handlers_disconnect_by_data (self->pictures, self);
  g_clear_object (&self->pictures);
  g_clear_pointer (&self->view, kq_view_unref);

  G_OBJECT_CLASS (kq_phone_parent_class)->dispose (object);
}

static void
kq_phone_class_init (KqPhoneClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_phone_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * KqPhone::activated:
   * @self: a phone
   * @id: of what was tapped
   *
   * A button on the page was tapped.
   */
  signals[ACTIVATED] = g_signal_new ("activated", KQ_TYPE_PHONE, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  /**
   * KqPhone::closed:
   * @self: a phone
   *
   * What popped up was closed.
   */
  signals[CLOSED] = g_signal_new ("closed", KQ_TYPE_PHONE, G_SIGNAL_RUN_LAST,
                                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

/**
 * kq_phone_load_style:
 * @display: where it is shown
 *
 * Loads style and icons of the phone, once a process: for what is drawn of it
 * without the rest.
 */
void
kq_phone_load_style (GdkDisplay *display)
{
  static gsize loaded = 0;
  g_autoptr (GtkCssProvider) provider = NULL;

  if (!g_once_init_enter (&loaded))
    return;

  kq_phone_register_resource ();
  provider = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (provider, RESOURCE_PATH "/kq-phone.css");
  gtk_style_context_add_provider_for_display (display, GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  gtk_icon_theme_add_resource_path (gtk_icon_theme_get_for_display (display),
                                    RESOURCE_PATH "/icons");
  g_once_init_leave (&loaded, 1);
}

static GtkWidget *
make_status (KqPhone *self)
{
  GtkWidget *status = kq_phone_box_new (GTK_ORIENTATION_HORIZONTAL, "status");

  self->clock = kq_phone_label_new ("clock", 1);
  gtk_widget_set_hexpand (self->clock, TRUE);
  gtk_box_append (GTK_BOX (status), self->clock);
  gtk_box_append (GTK_BOX (status), kq_phone_icon_new ("kq-phone-signal-symbolic", 15));
  gtk_box_append (GTK_BOX (status), kq_phone_icon_new ("kq-phone-wifi-symbolic", 15));
  gtk_box_append (GTK_BOX (status), kq_phone_icon_new ("kq-phone-battery-symbolic", 17));

  return status;
}

static GtkWidget *
make_bar (KqPhone *self)
{
  GtkWidget *bar = gtk_center_box_new ();

  self->title = kq_phone_label_new ("title", 1);
  gtk_widget_add_css_class (bar, "bar");
  gtk_center_box_set_start_widget (GTK_CENTER_BOX (bar),
                                   kq_phone_icon_new ("kq-phone-back-symbolic", 19));
  gtk_center_box_set_center_widget (GTK_CENTER_BOX (bar), self->title);
  gtk_center_box_set_end_widget (GTK_CENTER_BOX (bar),
                                 kq_phone_icon_new ("kq-phone-more-symbolic", 18));

  return bar;
}

static GtkWidget *
make_page (KqPhone *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *viewport = gtk_viewport_new (NULL, NULL);

  /* Pictures have a natural height for their width, and no minimum. */
  gtk_scrollable_set_vscroll_policy (GTK_SCROLLABLE (viewport), GTK_SCROLL_NATURAL);
  self->page = kq_phone_box_new (GTK_ORIENTATION_VERTICAL, "page");
  gtk_widget_set_valign (self->page, GTK_ALIGN_START);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller),
                                  GTK_POLICY_NEVER, GTK_POLICY_EXTERNAL);
  gtk_viewport_set_child (GTK_VIEWPORT (viewport), self->page);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), viewport);
  gtk_widget_set_vexpand (scroller, TRUE);

  return scroller;
}

static GtkWidget *
make_close (KqPhone *self)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), kq_phone_icon_new ("kq-phone-close-symbolic", 30));
  gtk_widget_add_css_class (button, "close");
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  kq_accessible_set_name (GTK_ACCESSIBLE (button), _("Close the pop-up"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (closed_cb), self);

  return button;
}

static GtkWidget *
make_veil (KqPhone *self)
{
  GtkWidget *popup = kq_phone_box_new (GTK_ORIENTATION_VERTICAL, "popup");

  self->popup = make_block (self, KQ_VIEW_BLOCK_PACK);
  gtk_box_append (GTK_BOX (popup), self->popup);
  gtk_box_append (GTK_BOX (popup), make_close (self));
  gtk_widget_set_valign (popup, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (popup, TRUE);
  gtk_widget_set_margin_start (popup, 26);
  gtk_widget_set_margin_end (popup, 26);

  self->veil = kq_phone_box_new (GTK_ORIENTATION_VERTICAL, "veil");
  gtk_box_append (GTK_BOX (self->veil), popup);
  gtk_widget_set_visible (self->veil, FALSE);

  return self->veil;
}

static void
kq_phone_init (KqPhone *self)
{
  GtkWidget *overlay = gtk_overlay_new ();
  GtkWidget *screen = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  kq_phone_load_style (gtk_widget_get_display (GTK_WIDGET (self)));
  gtk_widget_add_css_class (GTK_WIDGET (self), "kq-phone");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_size_request (GTK_WIDGET (self), KQ_PHONE_WIDTH, KQ_PHONE_HEIGHT);
  kq_accessible_set_name (GTK_ACCESSIBLE (self), _("Phone"));

  gtk_box_append (GTK_BOX (screen), make_status (self));
  gtk_box_append (GTK_BOX (screen), make_bar (self));
  gtk_box_append (GTK_BOX (screen), make_page (self));
  gtk_overlay_set_child (GTK_OVERLAY (overlay), screen);
  gtk_overlay_add_overlay (GTK_OVERLAY (overlay), make_veil (self));
  adw_bin_set_child (ADW_BIN (self), overlay);
}

/**
 * kq_phone_new:
 *
 * Returns: (transfer floating): a phone whose screen is empty
 */
GtkWidget *
kq_phone_new (void)
{
  return g_object_new (KQ_TYPE_PHONE, NULL);
}

/**
 * kq_phone_set_pictures:
 * @self: a phone
 * @pictures: (nullable): where the pictures of its views are
 *
 * Sets the pictures, and draws the view anew.
 */
void
kq_phone_set_pictures (KqPhone    *self,
                       KqPictures *pictures)
{
  g_return_if_fail (KQ_IS_PHONE (self));
  g_return_if_fail (pictures == NULL || KQ_IS_PICTURES (pictures));

  if (self->pictures == pictures)
    return;

  if (self->pictures != NULL)
    g_signal_handlers_disconnect_by_data (self->pictures, self);
  g_set_object (&self->pictures, pictures);
  if (pictures != NULL)
    g_signal_connect_swapped (pictures, "loaded", G_CALLBACK (draw_anew), self);
  draw_anew (self);
}

/**
 * kq_phone_set_view:
 * @self: a phone
 * @view: what it shows
 *
 * Brings the screen to what @view says.
 */
void
kq_phone_set_view (KqPhone *self,
                   KqView  *view)
{
  g_autoptr (KqView) old = NULL;

  g_return_if_fail (KQ_IS_PHONE (self));
  g_return_if_fail (view != NULL);

  old = g_steal_pointer (&self->view);
  self->view = kq_view_ref (view);
  kq_phone_label_set (self->clock, view->clock);
  kq_phone_label_set (self->title, view->title);
  update_blocks (self, old);
  update_popup (self);
}
