/* kq-facts-names.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"

G_BEGIN_DECLS

/* What the objects that figures are told of are called. */

typedef struct _KqFactsNames KqFactsNames;

KqFactsNames *kq_facts_names_new  (KqCampaign   *campaign);
void          kq_facts_names_free (KqFactsNames *self);
const char   *kq_facts_names_get  (KqFactsNames *self,
                                   const char   *id);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqFactsNames, kq_facts_names_free)

G_END_DECLS
