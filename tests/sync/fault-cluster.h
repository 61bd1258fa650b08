/* fault-cluster.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "fault-http.h"

G_BEGIN_DECLS

/* What a cluster does that a single machine doesn't. */

/* Places are texts in which nobody finds a number. */
#define FAULT_MODE_OPAQUE   (1u << 0)
/* Two who write at once both succeed. */
#define FAULT_MODE_RACE     (1u << 1)
/* What is stored isn't final. */
#define FAULT_MODE_ACCEPTED (1u << 2)
/* The list of changes lags behind. */
#define FAULT_MODE_STALE    (1u << 3)

void          fault_cluster_clear_since (FaultMessage       *request);
void          fault_cluster_hide_seq    (const FaultMessage *request,
                                         FaultMessage       *reply);
FaultMessage *fault_cluster_nothing_new (const FaultMessage *request);
FaultMessage *fault_cluster_race        (guint               port,
                                         FaultMessage       *request);

G_END_DECLS
