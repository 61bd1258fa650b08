/* kq-fit-window.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-document.h"
#include "kq-picture-file.h"

G_BEGIN_DECLS

#define KQ_TYPE_FIT_WINDOW (kq_fit_window_get_type ())

/* A dialogue that makes of a picture one that a platform takes: what is kept of
 * it, and what comes of that. */
G_DECLARE_FINAL_TYPE (KqFitWindow, kq_fit_window, KQ, FIT_WINDOW, AdwWindow)

GtkWidget *kq_fit_window_new (KqDocument          *document,
                              KqObject            *object,
                              guint                field,
                              const KqImageKind   *kind,
                              const KqPictureFile *picture);

G_END_DECLS
