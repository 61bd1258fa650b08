/* kq-phone-block.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <adwaita.h>

#include "kq-pictures.h"
#include "kq-view.h"

G_BEGIN_DECLS

#define KQ_TYPE_PHONE_BLOCK (kq_phone_block_get_type ())

/* One block of the phone's page. Signal “activated” with the id of what was
 * tapped. */
G_DECLARE_DERIVABLE_TYPE (KqPhoneBlock, kq_phone_block, KQ, PHONE_BLOCK, AdwBin)

/**
 * KqPhoneBlockClass:
 * @parent_class: the parent class
 * @update: brings the widgets to what @block says, which lives until the next
 *   update is done
 *
 * A kind of block on the phone.
 */
struct _KqPhoneBlockClass {
  AdwBinClass parent_class;

  void (*update) (KqPhoneBlock      *self,
                  const KqViewBlock *block,
                  KqPictures        *pictures);
};

GtkWidget         *kq_phone_block_new       (KqViewBlockKind    kind);
gboolean           kq_phone_block_takes     (KqPhoneBlock      *self,
                                             KqViewBlockKind    kind);
void               kq_phone_block_update    (KqPhoneBlock      *self,
                                             KqView            *view,
                                             const KqViewBlock *block,
                                             KqPictures        *pictures);
void               kq_phone_block_forget    (KqPhoneBlock      *self);
const KqViewBlock *kq_phone_block_get_block (KqPhoneBlock      *self);
void               kq_phone_block_activate  (KqPhoneBlock      *self,
                                             const char        *id);

/* What the blocks are made of. */
GtkWidget *kq_phone_label_new      (const char        *css_class,
                                    int                lines);
void       kq_phone_label_set      (GtkWidget         *label,
                                    const char        *text);
GtkWidget *kq_phone_box_new        (GtkOrientation     orientation,
                                    const char        *css_class);
void       kq_phone_box_clear      (GtkWidget         *box,
                                    guint              n_kept);

G_END_DECLS
