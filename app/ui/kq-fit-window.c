/* kq-fit-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-fit-window.h"

#include <glib/gi18n-lib.h>

#include "kq-asset.h"
#include "kq-crop-area.h"
#include "kq-document-picture.h"
#include "kq-fit-job.h"
#include "kq-fit-result.h"
#include "kq-fit-verdict.h"

/* Of a colour of 8 bits */
#define FULL 255

/**
 * KqFitWindow:
 *
 * What is changed is seen at once, as far as this process can draw it, and as
 * it really becomes as soon as the helper has made it. “Fit” puts that into the
 * campaign, as one step.
 */
struct _KqFitWindow {
  AdwWindow          parent_instance;

  KqDocument        *document;  /* (owned) */
  KqObject          *object;    /* (owned) */
  guint              field;
  const KqImageKind *kind;      /* of the profiles */
  char              *name;      /* (owned): the file's */
  KqFitJob          *job;       /* (owned) */
  gboolean           showing;   /* it is the window that presses a button */

  GtkStack          *stack;
  GtkLabel          *problem;
  KqCropArea        *before;
  KqFitResult       *after;
  KqFitVerdict      *verdict;
  GtkToggleButton   *crops[KQ_MEDIA_CROP_AREA + 1];
  GtkWidget         *type_row;
  GtkToggleButton   *types[2];
  GtkWidget         *background_row;
  GtkColorChooser   *background;
  GtkWidget         *apply;
};

/* In the order of their buttons */
static const char * const types[] = { "image/jpeg", "image/png" };

G_DEFINE_FINAL_TYPE (KqFitWindow, kq_fit_window, ADW_TYPE_WINDOW)

static KqMediaCrop
get_crop (KqFitWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->crops); i++)
    if (gtk_toggle_button_get_active (self->crops[i]))
      return i;

  return KQ_MEDIA_CROP_CENTRE;
}

static const char *
get_fit_type (KqFitWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (gtk_toggle_button_get_active (self->types[i]))
      return types[i];

  return self->kind->types[0];
}

static guint32
get_background (KqFitWindow *self)
{
  GdkRGBA color;

  gtk_color_chooser_get_rgba (self->background, &color);

  return (guint32) (color.red * FULL + 0.5f) << 16 | (guint32) (color.green * FULL + 0.5f) << 8 |
         (guint32) (color.blue * FULL + 0.5f);
}

static void
ask (KqFitWindow *self)
{
  KqFitOptions options = KQ_FIT_OPTIONS_INIT;
  const KqImageFacts *facts = kq_fit_job_get_source_facts (self->job);
  GdkRectangle frame;

  if (kq_fit_job_get_source (self->job) == NULL)
    return;

  kq_crop_area_get_frame (self->before, &frame);
  options.crop = get_crop (self);
  options.x = frame.x;
  options.y = frame.y;
  options.width = frame.width;
  options.height = frame.height;
  options.background = get_background (self);
  gtk_widget_set_visible (self->background_row,
                          facts->alpha && g_str_equal (get_fit_type (self), "image/jpeg"));
  kq_fit_result_set_part (self->after, &frame);
  kq_fit_result_set_texture (self->after, NULL);
  kq_fit_job_ask (self->job, get_fit_type (self), &options);
}

static void
on_option (KqFitWindow *self)
{
  if (!self->showing)
    ask (self);
}

static void
on_crop (KqFitWindow     *self,
         GtkToggleButton *button)
{
  /* One goes up where another goes down. */
  if (self->showing || !gtk_toggle_button_get_active (button))
    return;

  if (get_crop (self) == KQ_MEDIA_CROP_CENTRE)
    kq_crop_area_centre (self->before);
  ask (self);
}

/* Whoever moves the frame wants it there. */
static void
on_frame (KqFitWindow *self)
{
  self->showing = TRUE;
  gtk_toggle_button_set_active (self->crops[KQ_MEDIA_CROP_AREA], TRUE);
  self->showing = FALSE;
  ask (self);
}

static void
on_opened (KqFitWindow *self)
{
  GdkTexture *source = kq_fit_job_get_source (self->job);
  double ratio = (double) self->kind->width / self->kind->height;
  int width, height;

  kq_fit_job_get_source_size (self->job, &width, &height);
  kq_crop_area_set_picture (self->before, source, width, height, ratio);
  kq_fit_result_set_source (self->after, source, width, height, ratio);
  gtk_stack_set_visible_child_name (self->stack, "open");
  gtk_widget_grab_focus (GTK_WIDGET (self->before));
  ask (self);
}

static void
show_problem (KqFitWindow *self)
{
  gtk_label_set_label (self->problem, kq_fit_job_get_error (self->job)->message);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}

/* Where the frame is that the helper chose */
static void
show_part (KqFitWindow    *self,
           const KqFitted *fitted)
{
  const GdkRectangle part = { fitted->x, fitted->y, fitted->width, fitted->height };

  if (get_crop (self) != KQ_MEDIA_CROP_AREA)
    kq_crop_area_set_frame (self->before, &part);
  kq_fit_result_set_part (self->after, &part);
}

static void
on_changed (KqFitWindow *self)
{
  const KqFitted *fitted = kq_fit_job_get_fitted (self->job);
  gboolean settled = !kq_fit_job_is_busy (self->job);

  if (kq_fit_job_get_source (self->job) == NULL)
    {
      show_problem (self);
      return;
    }

  /* Only then is the result that there is of what is asked. */
  if (fitted != NULL && kq_fit_job_is_answered (self->job))
    {
      show_part (self, fitted);
      kq_fit_result_set_texture (self->after, kq_fit_job_get_result (self->job));
    }
  kq_fit_verdict_show (self->verdict, self->job, self->kind);
  gtk_widget_set_sensitive (self->apply, settled && kq_fit_job_get_result (self->job) != NULL);
}

/* The file's name with the suffix of what it has become */
static char *
dup_result_name (KqFitWindow *self)
{
  const char *dot = strrchr (self->name, '.');
  g_autofree char *stem = g_strndup (self->name, dot != NULL && dot > self->name
                                                 ? (gsize) (dot - self->name)
                                                 : strlen (self->name));
  const KqImageFacts *facts = kq_fit_job_get_facts (self->job);

  return g_strconcat (stem, g_str_equal (facts->type, "image/png") ? ".png" : ".jpg", NULL);
}

static void
on_apply (KqFitWindow *self)
{
  const KqFitted *fitted = kq_fit_job_get_fitted (self->job);
  g_autofree char *name = dup_result_name (self);
  g_autoptr (KqPictureFile) picture = kq_picture_file_new (name, fitted->bytes,
                                                           kq_fit_job_get_facts (self->job));

  /* Somebody may have taken the object out of the campaign meanwhile. */
  if (kq_object_get_root (self->object) == KQ_OBJECT (kq_document_get_campaign (self->document)))
    kq_document_fit_picture (self->document, self->object, self->field, picture);
  gtk_window_close (GTK_WINDOW (self));
}

static void
kq_fit_window_dispose (GObject *object)
{
  KqFitWindow *self = KQ_FIT_WINDOW (object);

  if (self->job != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->job, self);
      kq_fit_job_cancel (self->job);
    }
  g_clear_object (&self->job);
  g_clear_object (&self->document);
  g_clear_object (&self->object);
  g_clear_pointer (&self->name, g_free);

  G_OBJECT_CLASS (kq_fit_window_parent_class)->dispose (object);
}

static void
kq_fit_window_class_init (KqFitWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_fit_window_dispose;

  g_type_ensure (KQ_TYPE_CROP_AREA);
  g_type_ensure (KQ_TYPE_FIT_RESULT);
  g_type_ensure (KQ_TYPE_FIT_VERDICT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/kaquan/Kaquan/ui/kq-fit-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KqFitWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KqFitWindow, problem);
  gtk_widget_class_bind_template_child (widget_class, KqFitWindow, before);
  gtk_widget_class_bind_template_child (widget_class, KqFitWindow, after);
  gtk_widget_class_bind_template_child (widget_class, KqFitWindow, verdict);
  gtk_widget_class_bind_template_child_full (widget_class, "crop_centre", FALSE,
    G_STRUCT_OFFSET (KqFitWindow, crops[KQ_MEDIA_CROP_CENTRE]));
  gtk_widget_class_bind_template_child_full (widget_class, "crop_attention", FALSE,
    G_STRUCT_OFFSET (KqFitWindow, crops[KQ_MEDIA_CROP_ATTENTION]));
  gtk_widget_class_bind_template_child_full (widget_class, "crop_area", FALSE,
    G_STRUCT_OFFSET (KqFitWindow, crops[KQ_MEDIA_CROP_AREA]));
  gtk_widget_class_bind_template_child_full (widget_class, "type_jpeg", FALSE,
    G_STRUCT_OFFSET (KqFitWindow, types[0]));
  gtk_widget_class_bind_template_child_full (widget_class, "type_png", FALSE,
    G_STRUCT_OFFSET (KqFitWindow, types[1]));
  gtk_widget_class_bind_template_child (widget_class, KqFitWindow, type_row);
  gtk_widget_class_bind_template_child (widget_class, KqFitWindow, background_row);
  gtk_widget_class_bind_template_child (widget_class, KqFitWindow, background);
  gtk_widget_class_bind_template_child (widget_class, KqFitWindow, apply);
  gtk_widget_class_bind_template_callback (widget_class, on_apply);
  gtk_widget_class_bind_template_callback (widget_class, on_crop);
  gtk_widget_class_bind_template_callback (widget_class, on_frame);
  gtk_widget_class_bind_template_callback (widget_class, on_option);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
kq_fit_window_init (KqFitWindow *self)
{
  const GdkRGBA white = { 1, 1, 1, 1 };

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_color_chooser_set_rgba (self->background, &white);
}

/* A platform that takes one type leaves nothing to choose. */
static void
offer_types (KqFitWindow *self)
{
  self->showing = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    {
      gtk_widget_set_visible (GTK_WIDGET (self->types[i]),
                              kq_image_kind_takes (self->kind, types[i]));
      gtk_toggle_button_set_active (self->types[i],
                                    g_str_equal (types[i], self->kind->types[0]));
    }
  self->showing = FALSE;
  gtk_widget_set_visible (self->type_row, self->kind->types[1] != NULL);
}

static void
open_picture (KqFitWindow         *self,
              const KqPictureFile *picture)
{
  const char *sha256 = kq_object_get_text (self->object, self->field);
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (self->document));
  KqObject *asset = kq_list_find (kq_object_get_list (campaign, KQ_CAMPAIGN_ASSETS), sha256);

  if (picture != NULL)
    {
      self->name = g_strdup (picture->name);
      kq_fit_job_open_bytes (self->job, picture->bytes);
      return;
    }

  self->name = g_strdup (asset != NULL ? kq_object_get_text (asset, KQ_ASSET_NAME) : "");
  kq_fit_job_open_asset (self->job, kq_document_get_assets (self->document), sha256);
}

/**
 * kq_fit_window_new:
 * @document: the open campaign
 * @object: an object of it
 * @field: its field for the picture
 * @kind: what the picture is to be
 * @picture: (nullable): what to make it of; %NULL for the picture that the field
 *   has
 *
 * Returns: (transfer none): a window, which holds itself until it is closed
 */
GtkWidget *
kq_fit_window_new (KqDocument          *document,
                   KqObject            *object,
                   guint                field,
                   const KqImageKind   *kind,
                   const KqPictureFile *picture)
{
  KqFitWindow *self;
  g_autofree char *title = NULL;

  g_return_val_if_fail (KQ_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (KQ_IS_OBJECT (object), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  self = g_object_new (KQ_TYPE_FIT_WINDOW, NULL);
  self->document = g_object_ref (document);
  self->object = g_object_ref (object);
  self->field = field;
  self->kind = kind;
  /* Translators: %s is what a picture is for, such as “Card picture” */
  title = g_strdup_printf (_("Fit “%s”"), kq_object_get_field_label (object, field));
  gtk_window_set_title (GTK_WINDOW (self), title);
  offer_types (self);

  self->job = kq_fit_job_new (kq_media_get_default (), kind);
  g_signal_connect_swapped (self->job, "opened", G_CALLBACK (on_opened), self);
  g_signal_connect_swapped (self->job, "changed", G_CALLBACK (on_changed), self);
  open_picture (self, picture);

  return GTK_WIDGET (self);
}
