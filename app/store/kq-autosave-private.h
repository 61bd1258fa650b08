/* kq-autosave-private.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-autosave.h"
#include "kq-library-private.h"

G_BEGIN_DECLS

/**
 * KqAutosaveClock:
 * @now: milliseconds since any moment
 * @add: calls a function after so many milliseconds
 * @remove: doesn't
 * @data: for each
 *
 * Time, for tests to hold in their hands.
 */
typedef struct {
  gint64   (*now)    (gpointer    data);
  guint    (*add)    (gpointer    data,
                      guint       milliseconds,
                      GSourceFunc func,
                      gpointer    func_data);
  void     (*remove) (gpointer    data,
                      guint       id);
  gpointer   data;
} KqAutosaveClock;

struct _KqAutosave {
  GObject          parent_instance;

  KqLibrary       *library;      /* (owned) */
  KqCampaign      *campaign;     /* (owned) */
  KqAssetSource   *assets;       /* (owned) (nullable) */
  KqAutosaveClock  clock;

  KqAutosaveState  state;
  GError          *error;        /* (owned) (nullable) */
  gint64           version;
  JsonNode        *base;         /* (owned) (nullable) */
  KqVersionKind    kind;         /* of the next version */
  int              counts[3];    /* of the campaign as it is */
  gint64           checked;
  gboolean         has_counts;   /* that weren't stored yet */

  gboolean         dirty;        /* changed since the last save began */
  gint64           first_change; /* since then, by the clock; -1 for none */
  guint            timer;        /* 0 for none */
  guint            retry_delay;  /* milliseconds */

  GTask           *saving;       /* (owned) (nullable) */
  JsonNode        *snapshot;     /* (owned) (nullable): what is being saved */
  GPtrArray       *flushes;      /* (owned) (element-type GTask): who waits */
  gint64           theirs;       /* the version that “changed-underneath” told of */
};

void  kq_autosave_set_clock    (KqAutosave            *self,
                                const KqAutosaveClock *clock);

/* kq-autosave.c */
void  kq_autosave_set_state    (KqAutosave            *self,
                                KqAutosaveState        state);
void  kq_autosave_take_error   (KqAutosave            *self,
                                GError                *error);
void  kq_autosave_set_base     (KqAutosave            *self,
                                JsonNode              *base,
                                gint64                 version);
void  kq_autosave_schedule     (KqAutosave            *self,
                                guint                  milliseconds);
void  kq_autosave_unschedule   (KqAutosave            *self);
void  kq_autosave_emit_saved   (KqAutosave            *self);
void  kq_autosave_emit_changed (KqAutosave            *self,
                                JsonNode              *theirs,
                                gint64                 version);

/* kq-autosave-run.c */
void  kq_autosave_start        (KqAutosave            *self);
void  kq_autosave_wait         (KqAutosave            *self);
void  kq_autosave_look         (KqAutosave            *self);
void  kq_autosave_send_counts  (KqAutosave            *self);

G_END_DECLS
