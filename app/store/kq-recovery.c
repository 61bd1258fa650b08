/* kq-recovery.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-recovery.h"

#include <sys/stat.h>

#include <glib/gstdio.h>

#include "kq-assets-table.h"
#include "kq-campaigns-table.h"
#include "kq-facts-table.h"
#include "kq-format.h"
#include "kq-library-table.h"
#include "kq-migrations.h"
#include "kq-search-table.h"
#include "kq-versions-table.h"

/* The last version of which the schema fits into a page */
#define LIKE_VERSION 2
/* No row takes less of a file. */
#define MIN_ROW_BYTES 16
/* How often a range of rows is halved in search of those that can be read. */
#define MAX_HALVINGS 20000

/*
 * Recovery:
 * @from: (owned) (nullable): what is read
 * @into: (unowned): what is written
 * @change: the change that all of it is
 * @clock: the latest of the library's clock that was seen
 * @last_key: beyond any row's
 * @halvings: how many may still be made
 * @gaps: whether rows couldn't be read, in the present table
 * @heads: (element-type utf8 gint64): the newest version of each campaign, by
 *   id; the ids are taken out as they are told of
 * @ours: whether the file says of itself that it is a library
 */
typedef struct {
  KqSqlite   *from;
  KqSqlite   *into;
  gint64      change;
  gint64      clock;
  gint64      last_key;
  guint       halvings;
  gboolean    gaps;
  GHashTable *heads;
  GPtrArray  *recovered;
  GPtrArray  *older;
  GPtrArray  *lost;
  gboolean    complete;
  gboolean    ours;
} Recovery;

typedef gboolean (*RowFunc) (Recovery     *self,
                             KqStatement  *row,
                             GError      **error);

/* Hands the rows with keys from @first to @last to @func, up to the first that
 * can't be read: then %KQ_STEP_FAILED, with @first beyond the last that could. */
static KqStep
scan_rows (Recovery    *self,
           const char  *sql,
           gint64      *first,
           gint64       last,
           RowFunc      func,
           GError     **error)
{
  g_autoptr (KqStatement) row = kq_statement_get (self->from, sql, NULL);
  KqStep step = KQ_STEP_FAILED;

  if (row == NULL)
    return KQ_STEP_FAILED;

  kq_statement_bind_int (row, 1, *first);
  kq_statement_bind_int (row, 2, last);
  while ((step = kq_statement_step (row, NULL)) == KQ_STEP_ROW)
    {
      *first = kq_statement_get_int (row, 0) + 1;
      if (!func (self, row, error))
        return KQ_STEP_FAILED;
    }

  return step;
}

/* Where a row can't be read, both halves of what is left are tried. Fails only
 * where @func does. */
static gboolean
scan_range (Recovery    *self,
            const char  *sql,
            gint64       first,
            gint64       last,
            RowFunc      func,
            GError     **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 middle;

  if (scan_rows (self, sql, &first, last, func, &local_error) == KQ_STEP_DONE)
    return TRUE;
  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }

  self->gaps = TRUE;
  if (first >= last || self->halvings == 0)
    return TRUE;
  self->halvings--;
  middle = first + (last - first) / 2;

  return scan_range (self, sql, first, middle, func, error) &&
         scan_range (self, sql, middle + 1, last, func, error);
}

static gboolean
scan (Recovery    *self,
      const char  *sql,
      RowFunc      func,
      GError     **error)
{
  self->gaps = FALSE;
  self->halvings = MAX_HALVINGS;

  return scan_range (self, sql, 0, self->last_key, func, error);
}

/* Versions */

#define VERSIONS_SQL \
  "SELECT key, number, saved, clock, kind, encoding, bytes, digest, content FROM versions " \
  "WHERE key BETWEEN ?1 AND ?2 ORDER BY key"

static JsonNode *
read_snapshot (KqStatement *row,
               KqContent   *content)
{
  g_autoptr (GBytes) text = NULL;

  content->encoding = kq_statement_get_int (row, 5);
  content->length = kq_statement_get_int (row, 6);
  content->digest = kq_statement_dup_bytes (row, 7);
  content->stored = kq_statement_dup_bytes (row, 8);
  text = kq_content_decode (content, NULL);

  return text != NULL ? kq_format_parse (text, NULL) : NULL;
}

static gboolean
set_head (Recovery               *self,
          gint64                  campaign,
          const KqVersion        *version,
          const KqCampaignFacts  *facts,
          GError                **error)
{
  gint64 *head = g_hash_table_lookup (self->heads, facts->id);

  if (head != NULL && *head >= version->number)
    return TRUE;

  g_hash_table_replace (self->heads, g_strdup (facts->id),
                        g_memdup2 (&version->number, sizeof version->number));

  return kq_campaigns_table_set_head (self->into, campaign, version->number, facts,
                                      version->saved, self->change, error) &&
         kq_search_table_set (self->into, campaign, facts->search, error);
}

static gboolean
add_version (Recovery               *self,
             const KqCampaignFacts  *facts,
             const KqVersion        *version,
             gint64                  clock,
             const KqContent        *content,
             GError                **error)
{
  KqCampaignHead head = { 0 };
  gint64 key;
  gboolean same;
  KqStep step = kq_campaigns_table_find (self->into, facts->id, &head, error);

  if (step == KQ_STEP_FAILED ||
      (step == KQ_STEP_DONE &&
       !kq_campaigns_table_add (self->into, facts->id, &head.key, error)))
    return FALSE;
  step = kq_versions_table_is_same (self->into, head.key, version->number, content->digest, &key,
                                    &same, error);
  if (step != KQ_STEP_DONE)
    return step == KQ_STEP_ROW;

  return kq_versions_table_add (self->into, head.key, version, clock, content, &key, error) &&
         kq_assets_table_add_refs (self->into, key, facts->assets, error) &&
         set_head (self, head.key, version, facts, error);
}

/* A version says all of itself: its text holds the campaign's id. */
static gboolean
recover_version (Recovery     *self,
                 KqStatement  *row,
                 GError      **error)
{
  g_auto (KqContent) content = { 0 };
  g_autoptr (JsonNode) snapshot = read_snapshot (row, &content);
  g_autoptr (KqCampaignFacts) facts = NULL;
  gint64 clock = CLAMP (kq_statement_get_int (row, 3), 0, G_MAXINT64 / 2);
  KqVersion version = {
    .number = kq_statement_get_int (row, 1),
    .saved = kq_statement_get_int (row, 2),
    .kind = kq_statement_get_int (row, 4),
    .bytes = content.length,
  };

  if (snapshot != NULL && version.number > 0)
    facts = kq_campaign_facts_new (snapshot, NULL);
  if (facts == NULL)
    {
      self->gaps = TRUE;
      return TRUE;
    }

  self->clock = MAX (self->clock, clock);
  version.name = facts->name;

  return add_version (self, facts, &version, clock, &content, error);
}

/* Campaigns */

#define CAMPAIGNS_SQL \
  "SELECT key, id, name, head, state, state_clock, errors, warnings, advice, checked, counted " \
  "FROM campaigns WHERE key BETWEEN ?1 AND ?2 ORDER BY key"

/* Counts of a version that is lost are as good as old. */
static gboolean
restore_campaign (Recovery              *self,
                  const KqCampaignHead  *found,
                  KqStatement           *row,
                  GError               **error)
{
  gint64 counted = kq_statement_get_int (row, 10);
  int counts[3];
  int state = kq_statement_get_int (row, 4);

  for (int i = 0; i < 3; i++)
    counts[i] = MAX (-1, kq_statement_get_int (row, 6 + i));
  if (state < KQ_LIBRARY_STATE_ACTIVE || state > KQ_LIBRARY_STATE_DELETED)
    state = KQ_LIBRARY_STATE_ACTIVE;

  return kq_campaigns_table_set_state (self->into, found->key, state, kq_statement_get_int (row, 5),
                                       self->change, error) &&
         kq_campaigns_table_set_counts (self->into, found->key,
                                        counted <= found->number ? counted : 0, counts,
                                        kq_statement_get_int (row, 9), self->change, error);
}

static void
tell (GPtrArray  *list,
      const char *name,
      const char *id)
{
  const char *text = name != NULL && *name != '\0' ? name : id;

  g_ptr_array_add (list, g_utf8_make_valid (text != NULL ? text : "?", -1));
}

static gboolean
recover_campaign (Recovery     *self,
                  KqStatement  *row,
                  GError      **error)
{
  const char *id = kq_statement_get_text (row, 1), *name = kq_statement_get_text (row, 2);
  gint64 *head = id != NULL ? g_hash_table_lookup (self->heads, id) : NULL;
  KqCampaignHead found;

  if (head == NULL)
    {
      tell (self->lost, name, id);
      return TRUE;
    }

  tell (*head < kq_statement_get_int (row, 3) ? self->older : self->recovered, name, id);
  g_hash_table_remove (self->heads, id);

  return kq_campaigns_table_find (self->into, id, &found, error) == KQ_STEP_ROW &&
         restore_campaign (self, &found, row, error);
}

/* Those that no row of the table spoke of; whether they are as they last were,
 * nothing says. */
static void
tell_the_rest (Recovery *self)
{
  GHashTableIter iter;
  gpointer id;

  g_hash_table_iter_init (&iter, self->heads);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      g_autoptr (KqLibraryItem) item = kq_campaigns_table_get (self->into, id, NULL);

      tell (self->recovered, item != NULL ? kq_library_item_get_name (item) : NULL, id);
    }
}

/* Figures */

/* Those of a campaign that is lost are of nothing. */
static gboolean
recover_day (Recovery     *self,
               KqStatement  *row,
               GError      **error)
{
  const char *id = kq_statement_get_text (row, 1);
  KqCampaignHead head;
  KqStep step = KQ_STEP_DONE;
  gboolean sound = FALSE;

  if (id != NULL)
    step = kq_campaigns_table_find (self->into, id, &head, error);
  if (step == KQ_STEP_FAILED ||
      (step == KQ_STEP_ROW &&
       !kq_facts_table_restore (self->into, row, self->change, &sound, error)))
    return FALSE;
  self->gaps |= !sound;

  return TRUE;
}

/* Libraries of the first version had none. */
static gboolean
recover_facts (Recovery  *self,
               GError   **error)
{
  gint64 n = 0;

  if (!kq_sqlite_get_int (self->from, "SELECT count (*) FROM sqlite_schema WHERE name = 'facts'",
                          &n, NULL) || n == 0)
    return TRUE;
  if (!scan (self, KQ_FACTS_TABLE_ROWS_SQL, recover_day, error))
    return FALSE;
  self->complete &= !self->gaps;

  return TRUE;
}

/* Pictures */

#define ASSETS_SQL \
  "SELECT key, sha256, content FROM assets WHERE key BETWEEN ?1 AND ?2 ORDER BY key"

static gboolean
recover_asset (Recovery     *self,
               KqStatement  *row,
               GError      **error)
{
  g_autoptr (GBytes) bytes = kq_statement_dup_bytes (row, 2);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  KqStep needed;

  if (g_strcmp0 (sha256, kq_statement_get_text (row, 1)) != 0)
    {
      self->gaps = TRUE;
      return TRUE;
    }

  needed = kq_assets_table_is_needed (self->into, sha256, error);
  if (needed != KQ_STEP_ROW)
    return needed == KQ_STEP_DONE;

  return kq_assets_table_add (self->into, sha256, bytes, error);
}

static gboolean
count_lost_pictures (Recovery  *self,
                     guint     *n_lost,
                     GError   **error)
{
  gint64 n = 0;

  /* One that never was there isn't lost. */
  if (self->gaps &&
      !kq_sqlite_get_int (self->into,
                          "SELECT count (DISTINCT sha256) FROM asset_refs WHERE sha256 NOT IN "
                          "(SELECT sha256 FROM assets)", &n, error))
    return FALSE;
  *n_lost = n;

  return TRUE;
}

static gboolean
recover_all (Recovery  *self,
             guint     *n_pictures_lost,
             GError   **error)
{
  gint64 clock;

  if (!scan (self, VERSIONS_SQL, recover_version, error) ||
      !scan (self, CAMPAIGNS_SQL, recover_campaign, error))
    return FALSE;
  self->complete = !self->gaps && g_hash_table_size (self->heads) == 0;
  tell_the_rest (self);

  if (kq_sqlite_get_int (self->from, "SELECT clock FROM library", &clock, NULL))
    self->clock = MAX (self->clock, clock);

  return kq_library_table_set_clock (self->into, self->clock, error) &&
         recover_facts (self, error) &&
         scan (self, ASSETS_SQL, recover_asset, error) &&
         count_lost_pictures (self, n_pictures_lost, error);
}

static gboolean
has_tables (KqSqlite *db)
{
  gint64 n;

  return kq_sqlite_get_int (db, "SELECT count (*) FROM sqlite_schema WHERE name IN "
                            "('campaigns', 'versions', 'assets')", &n, NULL) && n == 3;
}

/* A library of the version up to which the schema is no longer than a page: a first
 * page of it says where all tables are that are recovered, in whatever version. */
static gboolean
make_like (const char *path)
{
  guint n_steps;
  const KqMigration *steps = kq_migrations_get (&n_steps);
  g_autoptr (KqSqlite) db = kq_sqlite_open (path, KQ_SQLITE_CREATE, 0, NULL);

  return db != NULL && kq_migrations_run (db, NULL, steps, LIKE_VERSION, 0, NULL);
}

/* The file, or where its tables can't be found, a copy in which they can. */
static void
open_damaged (Recovery   *self,
              const char *path,
              const char *like,
              const char *copy)
{
  self->from = kq_sqlite_open (path, KQ_SQLITE_SALVAGE, 0, NULL);
  if (self->from != NULL && has_tables (self->from))
    {
      self->ours = TRUE;
      return;
    }

  g_clear_pointer (&self->from, kq_sqlite_close);
  if (make_like (like))
    self->from = kq_recovery_patched (path, self->ours, like, copy);
}

static char **
to_strv (GPtrArray *texts)
{
  g_ptr_array_add (texts, NULL);

  return (char **) g_ptr_array_free (texts, FALSE);
}

static void
remove_copy (const char *copy)
{
  static const char * const suffixes[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *path = g_strconcat (copy, suffixes[i], NULL);

      g_unlink (path);
    }
}

static gint64
count_bytes (const char *path)
{
  g_autofree char *log = g_strconcat (path, "-wal", NULL);
  struct stat file = { 0 }, log_file = { 0 };

  if (stat (path, &file) != 0 || stat (log, &log_file) != 0)
    log_file.st_size = 0;

  return file.st_size + log_file.st_size;
}

/**
 * kq_recovery_run:
 * @path: a file that isn't sound, or no library at all
 * @is_library: whether the header of @path says that it is a library
 * @into: a new library
 * @now: milliseconds since 1970-01-01T00:00:00Z
 * @report: what could be recovered is said here
 * @error: return location for an error
 *
 * Copies all versions and pictures that can be read and prove to be what was
 * stored. @path is only read.
 *
 * Returns: whether all that could be read could be written too
 */
gboolean
kq_recovery_run (const char       *path,
                 gboolean          is_library,
                 KqSqlite         *into,
                 gint64            now,
                 KqLibraryReport  *report,
                 GError          **error)
{
  g_autofree char *copy = g_strconcat (path, ".part", NULL);
  g_autofree char *like = g_strconcat (path, ".like", NULL);
  g_autoptr (GHashTable) heads = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Recovery self = {
    .into = into,
    .last_key = count_bytes (path) / MIN_ROW_BYTES + 1,
    .heads = heads,
    .recovered = g_ptr_array_new (),
    .older = g_ptr_array_new (),
    .lost = g_ptr_array_new (),
    .ours = is_library,
  };
  gboolean done;
  gint64 clock;

  open_damaged (&self, path, like, copy);
  done = kq_sqlite_begin (into, error) &&
         kq_library_table_advance (into, now, &self.change, &clock, error) &&
         (self.from == NULL || recover_all (&self, &report->n_pictures_lost, error)) &&
         kq_sqlite_commit (into, error);
  kq_sqlite_roll_back (into);
  g_clear_pointer (&self.from, kq_sqlite_close);
  remove_copy (copy);
  remove_copy (like);

  report->complete = self.complete;
  report->foreign = !self.ours && self.recovered->len + self.older->len + self.lost->len == 0;
  report->recovered = to_strv (self.recovered);
  report->older = to_strv (self.older);
  report->lost = to_strv (self.lost);

  return done;
}
