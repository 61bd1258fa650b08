/* kq-save.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * KqSaveMake:
 * @path: where it will be
 * @data: user data
 * @error: return location for an error
 *
 * Makes the content of a file.
 *
 * Returns: (transfer full) (nullable): the content
 */
typedef GBytes *(*KqSaveMake) (const char  *path,
                               gpointer     data,
                               GError     **error);

/* @error is %NULL where it is saved. */
typedef void (*KqSaveDone) (const GError *error,
                            gpointer      data);

void kq_save_ask           (GtkWidget   *parent,
                            const char  *title,
                            const char  *name,
                            KqSaveMake   make,
                            KqSaveDone   done,
                            GObject     *data);
void kq_save_ask_in_thread (GtkWidget   *parent,
                            const char  *title,
                            const char  *name,
                            KqSaveMake   make,
                            KqSaveDone   done,
                            GObject     *data);

G_END_DECLS
