/* kq-picture-row-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-image-check.h"
#include "kq-picture-file.h"
#include "kq-picture-intake.h"
#include "kq-picture-misses.h"
#include "kq-picture-row.h"
#include "kq-picture-zone.h"

G_BEGIN_DECLS

struct _KqPictureRow {
  KqRow              parent_instance;

  const KqImageKind *kind;         /* (nullable): of the profiles */
  gboolean           is_checked;   /* there is a rule that speaks of it */
  KqPictureFile     *candidate;    /* (owned) (nullable) */
  GSignalGroup      *probed;       /* (owned): of the document's pictures */
  GSignalGroup      *listed;       /* (owned): of the campaign's list of them */
  GCancellable      *cancellable;  /* (owned) (nullable): of the thumbnail */
  char              *shown;        /* (owned) (nullable): the picture that is seen */

  GSimpleActionGroup *actions;     /* (owned) */
  KqPictureZone     *zone;
  KqPictureIntake   *intake;
  GtkBox            *misses;
  GtkWidget         *fit;
  GtkWidget         *menu;
};

/* kq-picture-row-show.c */
const char *kq_picture_row_get_sha256     (KqPictureRow *self);
void        kq_picture_row_show           (KqPictureRow *self);
void        kq_picture_row_update_actions (KqPictureRow *self);
void        kq_picture_row_stop_thumbnail (KqPictureRow *self);

G_END_DECLS
