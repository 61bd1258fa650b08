/* kq-card-poster.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-asset-source.h"
#include "kq-campaign.h"
#include "kq-face.h"

G_BEGIN_DECLS

/**
 * KqPosterFormat:
 * @KQ_POSTER_STRIP: a picture, wide and low, as a platform asks for it
 * @KQ_POSTER_SHEET: a PDF file of one page of A4, for printing
 * @KQ_POSTER_CODE_PNG: only the code, as a picture
 * @KQ_POSTER_CODE_SVG: only the code, for printing at any size
 *
 * What a card is made known with.
 */
typedef enum {
  KQ_POSTER_STRIP,
  KQ_POSTER_SHEET,
  KQ_POSTER_CODE_PNG,
  KQ_POSTER_CODE_SVG,
} KqPosterFormat;

#define KQ_TYPE_CARD_POSTER (kq_card_poster_get_type ())

/* What is on the poster of one member card, taken from the campaign once: for a
 * thread to draw. */
G_DECLARE_FINAL_TYPE (KqCardPoster, kq_card_poster, KQ, CARD_POSTER, GObject)

KqCardPoster *kq_card_poster_new         (KqCampaign           *campaign,
                                          KqObject             *card,
                                          KqAssetSource        *assets);
KqFace       *kq_card_poster_dup_face    (KqCardPoster         *self,
                                          GError              **error);
void          kq_card_poster_set_code_side (KqCardPoster       *self,
                                            guint               side);
GBytes       *kq_card_poster_make        (KqCardPoster         *self,
                                          KqMedia              *media,
                                          KqPosterFormat        format,
                                          const KqImageKind    *kind,
                                          GCancellable         *cancellable,
                                          GError              **error);
void          kq_card_poster_make_async  (KqCardPoster         *self,
                                          KqMedia              *media,
                                          KqPosterFormat        format,
                                          const KqImageKind    *kind,
                                          GCancellable         *cancellable,
                                          GAsyncReadyCallback   callback,
                                          gpointer              data);
GBytes       *kq_card_poster_make_finish (KqCardPoster         *self,
                                          GAsyncResult         *result,
                                          GError              **error);

G_END_DECLS
