/* kq-landing-page.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-object.h"
#include "kq-words.h"

G_BEGIN_DECLS

/* The rows of the table. */
enum {
  KQ_LANDING_PAGE_ID,
  KQ_LANDING_PAGE_PLATFORM,
  KQ_LANDING_PAGE_TITLE,
  KQ_LANDING_PAGE_SHORT_LINK,
  KQ_LANDING_PAGE_CLICK_TESTED,
  KQ_LANDING_PAGE_BLOCKS,
  KQ_LANDING_PAGE_STATE,
  KQ_LANDING_PAGE_N_FIELDS
};

#define KQ_TYPE_LANDING_PAGE (kq_landing_page_get_type ())

G_DECLARE_FINAL_TYPE (KqLandingPage, kq_landing_page, KQ, LANDING_PAGE, KqObject)

G_END_DECLS
