/* kq-phone-code.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-phone-code.h"
#include "kq-qr.h"

#define SIDE 168

/**
 * KqPhoneCode:
 *
 * A QR code that can be scanned from the screen, with the light margin that
 * readers need.
 */
struct _KqPhoneCode {
  GtkWidget  parent_instance;

  char      *text;  /* (owned) (nullable) */
  KqQr      *code;  /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (KqPhoneCode, kq_phone_code, GTK_TYPE_WIDGET)

static void
kq_phone_code_measure (GtkWidget      *widget,
                       GtkOrientation  orientation,
                       int             for_size,
                       int            *minimum,
                       int            *natural,
                       int            *minimum_baseline,
                       int            *natural_baseline)
{
  *minimum = *natural = SIDE;
}

/* Dark modules side by side are one rectangle, so that no seam shows. */
static void
snapshot_row (KqPhoneCode *self,
              GtkSnapshot *snapshot,
              guint        y,
              int          module)
{
  static const GdkRGBA black = { 0, 0, 0, 1 };
  guint start = 0;

  for (guint x = 0; x <= self->code->size; x++)
    {
      if (x < self->code->size && kq_qr_is_dark (self->code, x, y))
        continue;
      if (x > start)
        gtk_snapshot_append_color (snapshot, &black,
                                   &GRAPHENE_RECT_INIT (start * module, y * module,
                                                        (x - start) * module, module));
      start = x + 1;
    }
}

static void
kq_phone_code_snapshot (GtkWidget   *widget,
                        GtkSnapshot *snapshot)
{
  static const GdkRGBA white = { 1, 1, 1, 1 };
  KqPhoneCode *self = KQ_PHONE_CODE (widget);
  int module, margin;

  if (self->code == NULL)
    return;

  /* Whole pixels, or readers stumble over the seams. */
  module = MAX (SIDE / (self->code->size + 2 * KQ_QR_QUIET), 1);
  margin = (SIDE - module * (int) self->code->size) / 2;
  gtk_snapshot_append_color (snapshot, &white, &GRAPHENE_RECT_INIT (0, 0, SIDE, SIDE));
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (margin, margin));
  for (guint y = 0; y < self->code->size; y++)
    snapshot_row (self, snapshot, y, module);
}

static void
kq_phone_code_finalize (GObject *object)
{
  KqPhoneCode *self = KQ_PHONE_CODE (object);

  g_free (self->text);
  g_clear_pointer (&self->code, kq_qr_free);

  G_OBJECT_CLASS (kq_phone_code_parent_class)->finalize (object);
}

static void
kq_phone_code_class_init (KqPhoneCodeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = kq_phone_code_finalize;
  widget_class->measure = kq_phone_code_measure;
  widget_class->snapshot = kq_phone_code_snapshot;
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
kq_phone_code_init (KqPhoneCode *self)
{
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  kq_accessible_set_name (GTK_ACCESSIBLE (self), _("QR code"));
}

/**
 * kq_phone_code_new:
 *
 * Returns: (transfer floating): a code of nothing yet
 */
GtkWidget *
kq_phone_code_new (void)
{
  return g_object_new (KQ_TYPE_PHONE_CODE, NULL);
}

/**
 * kq_phone_code_set_text:
 * @self: a code
 * @text: (nullable): what it says to who scans it
 *
 * Sets the text.
 *
 * Returns: whether there is a code: not of an empty text, nor of one longer
 *   than %KQ_QR_MAX_BYTES
 */
gboolean
kq_phone_code_set_text (KqPhoneCode *self,
                        const char  *text)
{
  g_return_val_if_fail (KQ_IS_PHONE_CODE (self), FALSE);

  if (g_strcmp0 (self->text, text) == 0)
    return self->code != NULL;

  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_pointer (&self->code, kq_qr_free);
  if (text != NULL && *text != '\0')
    self->code = kq_qr_new (text, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));

  return self->code != NULL;
}
