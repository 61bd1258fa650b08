/* kq-image-kind.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-image-kind.h"

#include <glib/gi18n-lib.h>

/**
 * kq_image_kind_takes:
 * @self: a kind
 * @type: (nullable): a media type
 *
 * Returns: whether files of that type are taken
 */
gboolean
kq_image_kind_takes (const KqImageKind *self,
                     const char        *type)
{
  return type != NULL && g_strv_contains ((const char * const *) self->types, type);
}

/**
 * kq_image_kind_get_label:
 * @self: a kind
 *
 * Returns: what operators call it; its id where a profile of one's own brings a
 *   kind that isn't known
 */
const char *
kq_image_kind_get_label (const KqImageKind *self)
{
  static const struct {
    const char *id;
    const char *label;
  } labels[] = {
    { "alipay-card",            NC_("kind of image", "Alipay member card") },
    { "card-1000x600",          NC_("kind of image", "WeChat member card") },
    { "card-face",              NC_("kind of image", "Member center card") },
    { "logo-120",               NC_("kind of image", "Merchant logo") },
    { "poster",                 NC_("kind of image", "Member center poster") },
    { "wechat-card-picture",    NC_("kind of image", "WeChat brand card") },
    { "wechat-cash-coupon",     NC_("kind of image", "WeChat Pay cash coupon") },
    { "wechat-merchant-coupon", NC_("kind of image", "WeChat Pay merchant coupon") },
  };

  g_return_val_if_fail (self != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    if (g_str_equal (self->id, labels[i].id))
      return g_dpgettext2 (GETTEXT_PACKAGE, "kind of image", labels[i].label);

  return self->id;
}

/**
 * kq_image_kind_copy:
 * @self: a kind
 *
 * Returns: (transfer full): the same, for another thread or a longer time
 */
KqImageKind *
kq_image_kind_copy (const KqImageKind *self)
{
  KqImageKind *copy = g_memdup2 (self, sizeof *self);

  copy->id = g_strdup (self->id);
  copy->types = g_strdupv (self->types);
  copy->date = g_strdup (self->date);
  copy->source = g_strdup (self->source);

  return copy;
}

void
kq_image_kind_free (KqImageKind *self)
{
  g_free (self->id);
  g_strfreev (self->types);
  g_free (self->date);
  g_free (self->source);
  g_free (self);
}
