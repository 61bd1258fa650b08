/* kq-migrations.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-migrations.h"

#include "kq-backup.h"

/* What a step did once it did for good: libraries of every version are about.
 * A change of the schema is a new row.
 *
 * The key of a campaign or version is for the tables only. Pictures are counted
 * by the schema itself: with the last reference to one, it goes. */
static const char version_1[] =
  "CREATE TABLE library ("
  "  one INTEGER PRIMARY KEY CHECK (one = 1),"
  "  change INTEGER NOT NULL,"   /* counts the changes of all campaigns */
  "  purged INTEGER NOT NULL,"   /* the change by which a campaign was last purged */
  "  clock INTEGER NOT NULL,"    /* the library's own clock, in milliseconds */
  "  wall INTEGER NOT NULL,"     /* the machine's, when the own was last set */
  "  tidied INTEGER NOT NULL"    /* the machine's, when it was last tidied */
  ") STRICT;"
  "INSERT INTO library VALUES (1, 0, 0, 0, 0, 0);"
  "CREATE TABLE campaigns ("
  "  key INTEGER PRIMARY KEY,"
  "  id TEXT NOT NULL UNIQUE,"
  "  head INTEGER NOT NULL,"     /* the number of the newest version */
  "  name TEXT NOT NULL,"
  "  start_seconds INTEGER,"
  "  start_offset INTEGER,"
  "  end_seconds INTEGER,"
  "  end_offset INTEGER,"
  "  platforms INTEGER NOT NULL,"
  "  state INTEGER NOT NULL,"
  "  state_clock INTEGER NOT NULL,"
  "  updated INTEGER NOT NULL,"
  "  errors INTEGER NOT NULL,"
  "  warnings INTEGER NOT NULL,"
  "  advice INTEGER NOT NULL,"
  "  checked INTEGER NOT NULL,"
  "  counted INTEGER NOT NULL,"  /* the number of the version that was checked */
  "  change INTEGER NOT NULL"
  ") STRICT;"
  "CREATE INDEX campaigns_by_change ON campaigns (change);"
  "CREATE TABLE versions ("
  "  key INTEGER PRIMARY KEY,"
  "  campaign INTEGER NOT NULL REFERENCES campaigns (key) ON DELETE CASCADE,"
  "  number INTEGER NOT NULL,"
  "  saved INTEGER NOT NULL,"
  "  clock INTEGER NOT NULL,"
  "  kind INTEGER NOT NULL,"
  "  name TEXT NOT NULL,"
  "  digest BLOB NOT NULL,"      /* SHA-256 of the text */
  "  encoding INTEGER NOT NULL," /* 0 as it is, 1 zlib */
  "  bytes INTEGER NOT NULL,"    /* of the text */
  "  content BLOB NOT NULL,"
  "  UNIQUE (campaign, number)"
  ") STRICT;"
  "CREATE TABLE assets ("
  "  key INTEGER PRIMARY KEY,"
  "  sha256 TEXT NOT NULL UNIQUE,"
  "  content BLOB NOT NULL"
  ") STRICT;"
  "CREATE TABLE asset_refs ("
  "  version INTEGER NOT NULL REFERENCES versions (key) ON DELETE CASCADE,"
  "  sha256 TEXT NOT NULL,"
  "  PRIMARY KEY (version, sha256)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE INDEX asset_refs_by_asset ON asset_refs (sha256);"
  "CREATE TRIGGER asset_released AFTER DELETE ON asset_refs"
  "  WHEN NOT EXISTS (SELECT 1 FROM asset_refs WHERE sha256 = OLD.sha256)"
  "  BEGIN DELETE FROM assets WHERE sha256 = OLD.sha256; END;"
  "CREATE TABLE search ("
  "  campaign INTEGER PRIMARY KEY REFERENCES campaigns (key) ON DELETE CASCADE,"
  "  text TEXT NOT NULL"
  ") STRICT;"
  "PRAGMA application_id = 1265716322;";

/* A campaign's figures, a row for each day: what platforms told of it isn't part
 * of its text, and neither copied nor undone with it. The id stands in the row,
 * so that it tells of itself what it is of. */
static const char version_facts[] =
  "CREATE TABLE facts ("
  "  key INTEGER PRIMARY KEY,"
  "  campaign TEXT NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,"
  "  day INTEGER NOT NULL,"      /* since 1970-01-01, in the campaign's zone */
  "  change INTEGER NOT NULL,"   /* by which it was last written */
  "  digest BLOB NOT NULL,"      /* SHA-256 of campaign, day and content */
  "  content BLOB NOT NULL,"
  "  UNIQUE (campaign, day)"
  ") STRICT;"
  "CREATE TABLE fact_imports ("
  "  key INTEGER PRIMARY KEY,"
  "  campaign TEXT NOT NULL REFERENCES campaigns (id) ON DELETE CASCADE,"
  "  number INTEGER NOT NULL,"   /* counts up from 1 within the campaign */
  "  name TEXT NOT NULL,"        /* of the file */
  "  imported INTEGER NOT NULL," /* milliseconds, by the machine's clock */
  "  n_rows INTEGER NOT NULL,"
  "  UNIQUE (campaign, number)"
  ") STRICT;"
  "CREATE TABLE fact_mappings ("
  "  signature TEXT PRIMARY KEY," /* of a table's header */
  "  mapping TEXT NOT NULL"
  ") STRICT, WITHOUT ROWID;";

/* The team's remote. Of what was agreed on with it the history has the versions,
 * which are kept for as long as they are needed. */
static const char version_sync[] =
  "CREATE TABLE remote ("
  "  one INTEGER PRIMARY KEY CHECK (one = 1),"
  "  url TEXT NOT NULL,"
  "  user TEXT NOT NULL,"
  "  client TEXT NOT NULL,"      /* this library, to the remote */
  "  identity TEXT NOT NULL,"    /* the remote's database; '' for not asked yet */
  "  since TEXT NOT NULL,"       /* up to where it was read; '' from the beginning */
  "  checkpoint TEXT NOT NULL,"  /* what the remote should have of us: this one */
  "  next TEXT NOT NULL,"        /* or this one, where the answer was lost */
  "  synced INTEGER NOT NULL"    /* when all was done, in milliseconds; 0 for never */
  ") STRICT;"
  "CREATE TABLE sync_campaigns ("
  "  campaign INTEGER PRIMARY KEY REFERENCES campaigns (key) ON DELETE CASCADE,"
  "  rev TEXT NOT NULL,"         /* '' where the remote hasn't got it */
  "  edit TEXT NOT NULL,"        /* the id of the edit that was agreed on */
  "  contains TEXT NOT NULL,"    /* ids of edits that are in it */
  "  base INTEGER NOT NULL,"     /* the number of that version; 0 for none */
  "  gone INTEGER NOT NULL,"     /* 1 the remote has it deleted, 2 and it is asked */
  "  ahead INTEGER NOT NULL,"    /* whether the remote went back to an older one */
  "  refused INTEGER NOT NULL,"  /* the version that the remote doesn't take */
  "  refusal TEXT NOT NULL"
  ") STRICT;"
  "CREATE TABLE sync_edits ("    /* all that were sent or seen */
  "  campaign INTEGER NOT NULL REFERENCES campaigns (key) ON DELETE CASCADE,"
  "  edit TEXT NOT NULL,"
  "  version INTEGER NOT NULL,"  /* what it is here */
  "  PRIMARY KEY (campaign, edit)"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE sync_assets ("   /* all that the remote has whole */
  "  sha256 TEXT PRIMARY KEY"
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE sync_conflicts ("
  "  key INTEGER PRIMARY KEY,"
  "  campaign INTEGER NOT NULL REFERENCES campaigns (key) ON DELETE CASCADE,"
  "  kind INTEGER NOT NULL,"
  "  pointer TEXT NOT NULL,"
  "  base TEXT,"                 /* JSON, as the others */
  "  mine TEXT,"
  "  theirs TEXT,"
  "  value TEXT,"                /* what stands there meanwhile */
  "  editor TEXT NOT NULL,"      /* who theirs is by */
  "  edited TEXT NOT NULL,"      /* and from when, as they say */
  "  UNIQUE (campaign, pointer)"
  ") STRICT;"
  "CREATE TABLE sync_problems (" /* what can't be read of the remote */
  "  document TEXT PRIMARY KEY,"
  "  message TEXT NOT NULL,"
  "  again INTEGER NOT NULL"     /* whether to ask for it again */
  ") STRICT, WITHOUT ROWID;"
  "CREATE TABLE sync_facts ("    /* figures as documents, one a day */
  "  key INTEGER PRIMARY KEY,"
  "  campaign TEXT NOT NULL,"    /* its id; it may come later */
  "  date TEXT NOT NULL,"
  "  content TEXT NOT NULL,"     /* JSON; '' where it was deleted */
  "  rev TEXT NOT NULL,"         /* these as of campaigns */
  "  edit TEXT NOT NULL,"
  "  base TEXT NOT NULL,"
  "  sending TEXT NOT NULL,"
  "  sending_content TEXT NOT NULL,"
  "  refusal TEXT NOT NULL,"
  "  seen INTEGER NOT NULL,"     /* the change of facts that it is; -1 for not there yet */
  "  UNIQUE (campaign, date)"
  ") STRICT;"
  "CREATE TABLE sync_replaced_facts (" /* what gave way to the others' */
  "  key INTEGER PRIMARY KEY,"
  "  campaign TEXT NOT NULL,"
  "  date TEXT NOT NULL,"
  "  replaced INTEGER NOT NULL," /* when, in milliseconds */
  "  content TEXT NOT NULL"
  ") STRICT;";

static const KqMigration migrations[] = {
  { version_1 },
  { version_facts },
  { version_sync },
};

G_STATIC_ASSERT (KQ_LIBRARY_APPLICATION_ID == 1265716322);

/**
 * kq_migrations_get:
 * @n_migrations: (out): how many, which is the version of the schema
 *
 * Returns: (transfer none) (array length=n_migrations): the steps
 */
const KqMigration *
kq_migrations_get (guint *n_migrations)
{
  *n_migrations = G_N_ELEMENTS (migrations);

  return migrations;
}

static gboolean
check_references (KqSqlite  *db,
                  GError   **error)
{
  g_autoptr (KqStatement) statement = kq_statement_get (db, "PRAGMA foreign_key_check", error);
  KqStep step;

  if (statement == NULL)
    return FALSE;
  step = kq_statement_step (statement, error);
  if (step == KQ_STEP_ROW)
    g_set_error (error, KQ_SQLITE_ERROR, KQ_SQLITE_ERROR_DAMAGED, "a reference to nothing in %s",
                 kq_statement_get_text (statement, 0));

  return step == KQ_STEP_DONE;
}

static gboolean
run_steps (KqSqlite           *db,
           const KqMigration  *steps,
           guint               n_steps,
           GError            **error)
{
  g_autofree char *set_version = g_strdup_printf ("PRAGMA user_version = %u", n_steps);
  gint64 version;

  /* Another program may have done it since the backup. */
  if (!kq_sqlite_begin (db, error) ||
      !kq_sqlite_get_int (db, "PRAGMA user_version", &version, error))
    return FALSE;

  for (guint i = MAX (version, 0); i < n_steps; i++)
    if (!kq_sqlite_execute (db, steps[i].sql, error))
      return FALSE;

  return check_references (db, error) &&
         (version >= n_steps || kq_sqlite_execute (db, set_version, error)) &&
         kq_sqlite_commit (db, error);
}

/**
 * kq_migrations_run:
 * @db: a connection
 * @path: (nullable): its file, to be backed up first; %NULL for one that is new
 * @steps: (array length=n_steps): the steps
 * @n_steps: how many
 * @now: milliseconds since 1970-01-01T00:00:00Z
 * @error: return location for an error
 *
 * Brings a library to the newest version, or leaves it as it is. Nothing is
 * done where it is of that version or a later one.
 *
 * Returns: whether it is of the newest version, or of a later one
 */
gboolean
kq_migrations_run (KqSqlite           *db,
                   const char         *path,
                   const KqMigration  *steps,
                   guint               n_steps,
                   gint64              now,
                   GError            **error)
{
  gint64 version;
  gboolean done;

  if (!kq_sqlite_get_int (db, "PRAGMA user_version", &version, error))
    return FALSE;
  if (version >= n_steps)
    return TRUE;
  if (path != NULL && !kq_backup_make (db, path, now, error))
    return FALSE;

  /* A table that is made anew would take what refers to the old with it. */
  if (!kq_sqlite_execute (db, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  done = run_steps (db, steps, n_steps, error);
  kq_sqlite_roll_back (db);

  /* Whoever reads no more than the file's header then knows its version. */
  return kq_sqlite_execute (db, "PRAGMA foreign_keys = ON", done ? error : NULL) && done &&
         (path == NULL || kq_sqlite_execute (db, "PRAGMA wal_checkpoint (TRUNCATE)", error));
}
