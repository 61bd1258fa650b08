/* kq-part-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-part-window.h"

#include <glib/gi18n-lib.h>

#include "kq-crop-area.h"
#include "kq-fit-job.h"

/**
 * KqPartWindow:
 *
 * The picture with a frame of the kind's proportions.
 */
struct _KqPartWindow {
  AdwWindow          parent_instance;

  const KqImageKind *kind;     /* of the profiles */
  KqFitJob          *job;      /* (owned): opens the picture */
  GdkRectangle       frame;    /* to begin with; of no width: in the middle */

  AdwHeaderBar      *header;
  GtkStack          *stack;
  KqCropArea        *area;
  GtkLabel          *problem;
  GtkWidget         *use;
};

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KqPartWindow, kq_part_window, ADW_TYPE_WINDOW)

static void
on_opened (KqPartWindow *self)
{
  int width, height;

  kq_fit_job_get_source_size (self->job, &width, &height);
  kq_crop_area_set_picture (self->area, kq_fit_job_get_source (self->job), width, height,
                            (double) self->kind->width / self->kind->height);
  if (self->frame.width > 0)
    kq_crop_area_set_frame (self->area, &self->frame);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->area));
  gtk_widget_set_sensitive (self->use, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->area));
}

static void
on_changed (KqPartWindow *self)
{
  if (kq_fit_job_get_source (self->job) != NULL)
    return;

  gtk_label_set_label (self->problem, kq_fit_job_get_error (self->job)->message);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->problem));
}

static void
on_use (KqPartWindow *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
kq_part_window_dispose (GObject *object)
{
  KqPartWindow *self = KQ_PART_WINDOW (object);

  if (self->job != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->job, self);
      kq_fit_job_cancel (self->job);
    }
  g_clear_object (&self->job);

  G_OBJECT_CLASS (kq_part_window_parent_class)->dispose (object);
}

static void
kq_part_window_class_init (KqPartWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_part_window_dispose;

  /**
   * KqPartWindow::chosen:
   *
   * A part was chosen; the window closes.
   */
  signals[CHOSEN] = g_signal_new ("chosen", KQ_TYPE_PART_WINDOW, G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_add_binding_action (GTK_WIDGET_CLASS (klass), GDK_KEY_Escape, 0, "window.close",
                                       NULL);
}

static GtkWidget *
make_header (KqPartWindow *self)
{
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *cancel = gtk_button_new_with_mnemonic (_("_Cancel"));

  self->use = gtk_button_new_with_mnemonic (_("_Use"));
  gtk_widget_add_css_class (self->use, "suggested-action");
  gtk_widget_set_sensitive (self->use, FALSE);
  g_signal_connect_swapped (self->use, "clicked", G_CALLBACK (on_use), self);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (cancel), "window.close");
  self->header = ADW_HEADER_BAR (header);
  adw_header_bar_set_show_end_title_buttons (ADW_HEADER_BAR (header), FALSE);
  adw_header_bar_pack_start (ADW_HEADER_BAR (header), cancel);
  adw_header_bar_pack_end (ADW_HEADER_BAR (header), self->use);

  return header;
}

static GtkWidget *
make_stack (KqPartWindow *self)
{
  GtkWidget *spinner = gtk_spinner_new ();

  self->stack = GTK_STACK (gtk_stack_new ());
  self->area = KQ_CROP_AREA (kq_crop_area_new ());
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_spinner_set_spinning (GTK_SPINNER (spinner), TRUE);
  gtk_widget_set_halign (spinner, GTK_ALIGN_CENTER);
  gtk_stack_add_child (self->stack, spinner);
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->area));
  gtk_stack_add_child (self->stack, GTK_WIDGET (self->problem));
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);

  return GTK_WIDGET (self->stack);
}

static void
kq_part_window_init (KqPartWindow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *hint = gtk_label_new (_("Drag the frame, or use the arrow keys; with Shift they size it."));

  gtk_label_set_wrap (GTK_LABEL (hint), TRUE);
  gtk_label_set_justify (GTK_LABEL (hint), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (hint, "dim-label");
  gtk_widget_set_margin_top (hint, 6);
  gtk_widget_set_margin_bottom (hint, 12);
  gtk_widget_set_margin_start (hint, 12);
  gtk_widget_set_margin_end (hint, 12);
  gtk_box_append (GTK_BOX (box), make_header (self));
  gtk_box_append (GTK_BOX (box), make_stack (self));
  gtk_box_append (GTK_BOX (box), hint);
  adw_window_set_content (ADW_WINDOW (self), box);
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (self), 560, 520);
  gtk_widget_set_size_request (GTK_WIDGET (self), 340, 300);
}

/**
 * kq_part_window_new:
 * @picture: a picture file
 * @kind: the kind of images it is for, which stays
 * @frame: (nullable): the part to begin with, in pixels of the picture; %NULL for
 *   its middle
 *
 * Returns: (transfer none): a window, which holds itself until it is closed
 */
GtkWidget *
kq_part_window_new (GBytes             *picture,
                    const KqImageKind  *kind,
                    const GdkRectangle *frame)
{
  KqPartWindow *self;
  g_autofree char *title = NULL;
  GtkWidget *heading;

  g_return_val_if_fail (picture != NULL && kind != NULL, NULL);

  self = g_object_new (KQ_TYPE_PART_WINDOW, NULL);
  title = g_strdup_printf (_("Part kept for %s"), kq_image_kind_get_label (kind));
  gtk_window_set_title (GTK_WINDOW (self), title);
  heading = adw_window_title_new (kq_image_kind_get_label (kind), _("Part that is kept"));
  adw_header_bar_set_title_widget (self->header, heading);
  self->kind = kind;
  if (frame != NULL)
    self->frame = *frame;
  self->job = kq_fit_job_new (kq_media_get_default (), kind);
  g_signal_connect_swapped (self->job, "opened", G_CALLBACK (on_opened), self);
  g_signal_connect_swapped (self->job, "changed", G_CALLBACK (on_changed), self);
  kq_fit_job_open_bytes (self->job, picture);

  return GTK_WIDGET (self);
}

/**
 * kq_part_window_get_frame:
 * @self: a window whose picture is open
 * @frame: (out): pixels of the picture
 *
 * Which part is chosen.
 */
void
kq_part_window_get_frame (KqPartWindow *self,
                          GdkRectangle *frame)
{
  g_return_if_fail (KQ_IS_PART_WINDOW (self));

  kq_crop_area_get_frame (self->area, frame);
}
