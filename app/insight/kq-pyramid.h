/* kq-pyramid.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * KqColumn:
 * @n: how many values there are; the rest says nothing where it is 0
 * @min: the least of them; more than @max where none of them is known
 * @max: the greatest
 * @first: the first, from where the line comes; %KQ_INT_NONE where it isn't
 *   known
 * @last: the last, from where it goes on; likewise
 *
 * What a line chart draws in one column of pixels.
 */
typedef struct {
  guint  n;
  gint64 min;
  gint64 max;
  gint64 first;
  gint64 last;
} KqColumn;

/* Evenly spaced values, with the least and the greatest of every two of them, of
 * every two of these, and so on: any stretch of a million is looked at in a few
 * steps, and no peak is ever hidden. */

#define KQ_TYPE_PYRAMID (kq_pyramid_get_type ())

typedef struct _KqPyramid KqPyramid;

GType      kq_pyramid_get_type   (void);
KqPyramid *kq_pyramid_new        (const gint64  *values,
                                  guint          n_values);
KqPyramid *kq_pyramid_ref        (KqPyramid     *self);
void       kq_pyramid_unref      (KqPyramid     *self);
void       kq_pyramid_append     (KqPyramid     *self,
                                  gint64         value);
guint      kq_pyramid_get_length (KqPyramid     *self);
gint64     kq_pyramid_get_value  (KqPyramid     *self,
                                  guint          position);
KqColumn   kq_pyramid_look       (KqPyramid     *self,
                                  guint          first,
                                  guint          end);
void       kq_pyramid_reduce     (KqPyramid     *self,
                                  double         first,
                                  double         end,
                                  guint          n_columns,
                                  KqColumn      *columns);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqPyramid, kq_pyramid_unref)

G_END_DECLS
