/* fault-http.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* As much of HTTP as a proxy of tests needs: messages with a length, whole. */
typedef struct {
  char    *first;    /* (owned): the line that it begins with */
  GString *headers;  /* (owned): the others, each with its end */
  GBytes  *body;     /* (owned) */
} FaultMessage;

FaultMessage *fault_message_read       (GInputStream        *stream,
                                        gboolean             is_reply);
void          fault_message_free       (FaultMessage        *self);
GBytes       *fault_message_to_bytes   (const FaultMessage  *self);
char         *fault_message_get_header (const FaultMessage  *self,
                                        const char          *name);
void          fault_message_drop_header (FaultMessage       *self,
                                        const char          *name);
void          fault_message_set_body   (FaultMessage        *self,
                                        const char          *text,
                                        gssize               length);
FaultMessage *fault_message_ask        (guint                port,
                                        const FaultMessage  *request);
FaultMessage *fault_message_refuse     (guint                status);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (FaultMessage, fault_message_free)

G_END_DECLS
