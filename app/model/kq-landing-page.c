/* kq-landing-page.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-landing-page.h"
#include "kq-block.h"

/**
 * KqLandingPage:
 *
 * A landing page of a campaign: see the table.
 */
struct _KqLandingPage {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqLandingPage, kq_landing_page, KQ_TYPE_OBJECT)

static const KqField fields[] = {
  [KQ_LANDING_PAGE_ID] = { "id", KQ_FIELD_ID, KQ_FIELD_PLAIN, N_("Id") },
  [KQ_LANDING_PAGE_PLATFORM] = { "platform", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("Platform"),
    .words = kq_platform_words, .initial = KQ_PLATFORM_TMALL },
  [KQ_LANDING_PAGE_TITLE] = { "title", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Page name") },
  [KQ_LANDING_PAGE_SHORT_LINK] = { "shortLink", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Short link") },
  [KQ_LANDING_PAGE_CLICK_TESTED] = { "clickTested", KQ_FIELD_BOOL, KQ_FIELD_PLAIN, N_("Every link clicked through") },
  [KQ_LANDING_PAGE_BLOCKS] = { "blocks", KQ_FIELD_CHILDREN, KQ_FIELD_PLAIN, N_("Blocks"),
    .child_type = kq_block_get_type },
  [KQ_LANDING_PAGE_STATE] = { "state", KQ_FIELD_ENUM, KQ_FIELD_PLAIN, N_("State"),
    .words = kq_state_words },
};

static void
kq_landing_page_class_init (KqLandingPageClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Landing page"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_landing_page_init (KqLandingPage *self)
{
}
