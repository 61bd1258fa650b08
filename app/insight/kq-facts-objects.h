/* kq-facts-objects.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-campaign.h"

G_BEGIN_DECLS

/* A campaign's objects as platforms name them; may be read in any thread. */

#define KQ_TYPE_FACTS_OBJECTS (kq_facts_objects_get_type ())

typedef struct _KqFactsObjects KqFactsObjects;

GType           kq_facts_objects_get_type (void);
KqFactsObjects *kq_facts_objects_new      (KqCampaign      *campaign);
KqFactsObjects *kq_facts_objects_ref      (KqFactsObjects  *self);
void            kq_facts_objects_unref    (KqFactsObjects  *self);
const char     *kq_facts_objects_find     (KqFactsObjects  *self,
                                           const char      *external_id,
                                           const char      *name,
                                           GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (KqFactsObjects, kq_facts_objects_unref)

G_END_DECLS
