/* kq-rules-shared.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-check.h"
#include "kq-words.h"

G_BEGIN_DECLS

/* What several of document 003's rules ask alike. */

gboolean  kq_check_is_short_link  (KqCheck    *check,
                                   const char *url);
char     *kq_check_format_day     (KqCheck    *check,
                                   KqTime      time);
int       kq_check_count_days     (KqCheck    *check,
                                   KqTime      first,
                                   KqTime      last);
gboolean  kq_check_is_no_threshold (KqObject  *coupon);
gboolean  kq_check_has_scene      (KqCheck    *check,
                                   KqObject   *coupon,
                                   KqScene     scene);

/* The rule's finding where the coupon isn't so; silent where it can't be said. */
void      kq_check_lasts_long     (KqCheck    *check,
                                   KqObject   *coupon,
                                   KqTime      from);
void      kq_check_suits_audience (KqCheck    *check,
                                   KqObject   *coupon);
void      kq_check_is_on_channel  (KqCheck    *check,
                                   KqObject   *coupon,
                                   int         channel,
                                   const char *why);
void      kq_check_suits_scene    (KqCheck    *check,
                                   KqObject   *coupon,
                                   KqObject   *object,
                                   guint       scene_field,
                                   gboolean    returning_only);

G_END_DECLS
