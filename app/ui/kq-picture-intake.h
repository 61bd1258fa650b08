/* kq-picture-intake.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-picture-file.h"

G_BEGIN_DECLS

#define KQ_TYPE_PICTURE_INTAKE (kq_picture_intake_get_type ())

/* Takes pictures that are chosen, dropped or pasted, and looks into them. It
 * shows how far it is, and nothing where that is quick. Signals “taken” with a
 * GPtrArray of KqPictureFile, and “refused” with what to say where there was
 * nothing to take. */
G_DECLARE_FINAL_TYPE (KqPictureIntake, kq_picture_intake, KQ, PICTURE_INTAKE, AdwBin)

GtkWidget *kq_picture_intake_new        (gboolean         multiple);
void       kq_picture_intake_attach     (KqPictureIntake *self,
                                         GtkWidget       *widget);
void       kq_picture_intake_choose     (KqPictureIntake *self);
void       kq_picture_intake_paste      (KqPictureIntake *self);
void       kq_picture_intake_take_files (KqPictureIntake *self,
                                         GPtrArray       *files);
void       kq_picture_intake_cancel     (KqPictureIntake *self);

G_END_DECLS
