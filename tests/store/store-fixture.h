/* store-fixture.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-library-private.h"

G_BEGIN_DECLS

/* A folder of its own with a library in it, whose clock is in the test's hands. */
typedef struct {
  char           *folder;  /* (owned) */
  char           *path;    /* (owned) */
  gint64          now;     /* milliseconds */
  KqStoreOptions  options;
  KqLibrary      *library; /* (owned) (nullable) */
} Fixture;

void        fixture_set_up     (Fixture        *fixture,
                                gconstpointer   data);
void        fixture_tear_down  (Fixture        *fixture,
                                gconstpointer   data);
#define FIXTURE_ADD(path, func) \
  g_test_add ((path), Fixture, NULL, fixture_set_up, (func), fixture_tear_down)

void        fixture_open       (Fixture        *fixture);
void        fixture_close      (Fixture        *fixture);
void        fixture_reopen     (Fixture        *fixture);

KqCampaign *make_campaign      (const char     *id,
                                const char     *name);
GBytes     *make_picture       (guint           seed,
                                gsize           size);
/* The one picture that it names */
void        add_picture        (KqCampaign     *campaign,
                                const char     *sha256);
gint64      save               (KqLibrary      *library,
                                KqCampaign     *campaign,
                                gint64          base,
                                KqAssetSource  *assets,
                                GError        **error);
/* must succeed */
gint64      save_well          (KqLibrary      *library,
                                KqCampaign     *campaign,
                                gint64          base);
char       *load_name          (KqLibrary      *library,
                                const char     *id);
guint       count_versions     (KqLibrary      *library,
                                const char     *id);

void        write_file         (const char     *path,
                                const void     *data,
                                gsize           length);
/* Through the command sqlite3: "ok" from integrity_check, or a number. */
char       *ask_sqlite         (const char     *path,
                                const char     *sql);
void        assert_sound       (const char     *path);
void        remove_folder      (const char     *folder);
/* How many files in @folder begin with @prefix */
guint       count_files        (const char     *folder,
                                const char     *prefix);

G_END_DECLS
