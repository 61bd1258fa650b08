/* test-autosave.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "kq-autosave-private.h"
#include "kq-json.h"
#include "store-fixture.h"

/* Time that goes by when the test says so. */
typedef struct {
  gint64      now;
  gint64      due;   /* -1 for nothing planned */
  GSourceFunc func;
  gpointer    data;
} Clock;

static gint64
clock_now (gpointer data)
{
  return ((Clock *) data)->now;
}

static guint
clock_add (gpointer    data,
           guint       milliseconds,
           GSourceFunc func,
           gpointer    func_data)
{
  Clock *clock = data;

  g_assert_cmpint (clock->due, ==, -1);
  clock->due = clock->now + milliseconds;
  clock->func = func;
  clock->data = func_data;

  return 1;
}

static void
clock_remove (gpointer data,
              guint    id)
{
  ((Clock *) data)->due = -1;
}

static void
advance (Clock  *clock,
         gint64  milliseconds)
{
  gint64 until = clock->now + milliseconds;

  while (clock->due >= 0 && clock->due <= until)
    {
      clock->now = clock->due;
      clock->due = -1;
      clock->func (clock->data);
    }
  clock->now = until;
}

typedef struct {
  Clock       clock;
  KqCampaign *campaign;  /* (owned) */
  KqAutosave *autosave;  /* (owned) */
  JsonNode   *theirs;    /* (owned) (nullable): what was told of */
  gint64      version;
  guint       n_told;
} Session;

static void
on_changed_underneath (KqAutosave *autosave,
                       JsonNode   *theirs,
                       gint64      version,
                       Session    *session)
{
  g_clear_pointer (&session->theirs, json_node_unref);
  session->theirs = json_node_ref (theirs);
  session->version = version;
  session->n_told++;
}

static void
session_begin (Session *session,
               Fixture *fixture,
               gint64   version)
{
  const KqAutosaveClock clock = { clock_now, clock_add, clock_remove, &session->clock };

  session->clock.due = -1;
  if (fixture->library == NULL)
    fixture_open (fixture);
  session->campaign = make_campaign ("c1", "one");
  if (version != 0)
    save_well (fixture->library, session->campaign, 0);
  while (g_main_context_iteration (NULL, FALSE));
  session->autosave = kq_autosave_new (fixture->library, session->campaign, NULL, version);
  kq_autosave_set_clock (session->autosave, &clock);
  g_signal_connect (session->autosave, "changed-underneath", G_CALLBACK (on_changed_underneath),
                    session);
}

static void
session_end (Session *session)
{
  while (g_main_context_iteration (NULL, FALSE));
  g_clear_object (&session->autosave);
  g_clear_object (&session->campaign);
  g_clear_pointer (&session->theirs, json_node_unref);
}

static void
rename_to (Session    *session,
           const char *name)
{
  kq_object_set_text (KQ_OBJECT (session->campaign), KQ_CAMPAIGN_NAME, name);
}

static void
wait_for_state (Session         *session,
                KqAutosaveState  state)
{
  while (kq_autosave_get_state (session->autosave) != state)
    g_main_context_iteration (NULL, TRUE);
}

#define STATE(session) kq_autosave_get_state ((session)->autosave)

static void
test_delays (Fixture       *fixture,
             gconstpointer  data)
{
  Session session = { 0 };

  session_begin (&session, fixture, 1);
  g_assert_cmpint (STATE (&session), ==, KQ_AUTOSAVE_SAVED);
  g_assert_cmpint (session.clock.due, ==, -1);
  rename_to (&session, "a");
  g_assert_cmpint (STATE (&session), ==, KQ_AUTOSAVE_PENDING);
  advance (&session.clock, 499);
  g_assert_cmpint (STATE (&session), ==, KQ_AUTOSAVE_PENDING);
  rename_to (&session, "ab");
  advance (&session.clock, 499);
  g_assert_cmpint (STATE (&session), ==, KQ_AUTOSAVE_PENDING);
  advance (&session.clock, 1);
  g_assert_cmpint (STATE (&session), ==, KQ_AUTOSAVE_SAVING);
  wait_for_state (&session, KQ_AUTOSAVE_SAVED);
  g_assert_cmpint (kq_autosave_get_version (session.autosave), ==, 2);
  g_assert_cmpuint (count_versions (fixture->library, "c1"), ==, 2);
  session_end (&session);
}

/* Who never stops typing is saved all the same. */
static void
test_longest_delay (Fixture       *fixture,
                    gconstpointer  data)
{
  Session session = { 0 };
  gint64 begun;

  session_begin (&session, fixture, 1);
  begun = session.clock.now;
  while (STATE (&session) != KQ_AUTOSAVE_SAVING)
    {
      g_autofree char *name = g_strdup_printf ("%" G_GINT64_FORMAT, session.clock.now);

      rename_to (&session, name);
      advance (&session.clock, 100);
      g_assert_cmpint (session.clock.now - begun, <=, 3000);
    }
  g_assert_cmpint (session.clock.now - begun, ==, 3000);
  wait_for_state (&session, KQ_AUTOSAVE_SAVED);
  session_end (&session);
}

static void
test_new (Fixture       *fixture,
          gconstpointer  data)
{
  Session session = { 0 };

  session_begin (&session, fixture, 0);
  g_assert_cmpint (STATE (&session), ==, KQ_AUTOSAVE_PENDING);
  advance (&session.clock, 500);
  wait_for_state (&session, KQ_AUTOSAVE_SAVED);
  g_assert_cmpint (kq_autosave_get_version (session.autosave), ==, 1);
  session_end (&session);
}

/* What changes while a save is under way is saved next. */
static void
test_while_saving (Fixture       *fixture,
                   gconstpointer  data)
{
  Session session = { 0 };
  g_autofree char *name = NULL;

  session_begin (&session, fixture, 1);
  rename_to (&session, "a");
  advance (&session.clock, 500);
  rename_to (&session, "b");
  advance (&session.clock, 10000);
  g_assert_cmpint (STATE (&session), ==, KQ_AUTOSAVE_SAVING);
  wait_for_state (&session, KQ_AUTOSAVE_SAVED);
  name = load_name (fixture->library, "c1");
  g_assert_cmpstr (name, ==, "b");
  g_assert_cmpint (kq_autosave_get_version (session.autosave), ==, 3);
  session_end (&session);
}

static void
test_flush (Fixture       *fixture,
            gconstpointer  data)
{
  Session session = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  session_begin (&session, fixture, 1);
  g_assert_true (kq_autosave_flush (session.autosave, &error));
  rename_to (&session, "a");
  g_assert_true (kq_autosave_flush (session.autosave, &error));
  g_assert_cmpint (STATE (&session), ==, KQ_AUTOSAVE_SAVED);
  g_assert_cmpint (session.clock.due, ==, -1);

  /* One is under way, and there is more. */
  rename_to (&session, "b");
  advance (&session.clock, 500);
  rename_to (&session, "c");
  g_assert_true (kq_autosave_flush (session.autosave, &error));
  g_assert_no_error (error);
  name = load_name (fixture->library, "c1");
  g_assert_cmpstr (name, ==, "c");
  g_assert_cmpint (kq_autosave_get_version (session.autosave), ==, 4);
  session_end (&session);
}

static void
on_flushed (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (kq_autosave_flush_finish (KQ_AUTOSAVE (source), result, &error));
  g_assert_no_error (error);
  (*(guint *) data)++;
}

static void
test_flush_async (Fixture       *fixture,
                  gconstpointer  data)
{
  Session session = { 0 };
  guint n = 0;
  g_autofree char *name = NULL;

  session_begin (&session, fixture, 1);
  kq_autosave_flush_async (session.autosave, NULL, on_flushed, &n);
  rename_to (&session, "a");
  kq_autosave_flush_async (session.autosave, NULL, on_flushed, &n);
  rename_to (&session, "b");
  kq_autosave_flush_async (session.autosave, NULL, on_flushed, &n);
  while (n < 3)
    g_main_context_iteration (NULL, TRUE);
  name = load_name (fixture->library, "c1");
  g_assert_cmpstr (name, ==, "b");
  session_end (&session);
}

/* Another window, or program, of the same campaign */
static void
save_theirs (Fixture    *fixture,
             const char *name,
             gint64      base)
{
  g_autoptr (KqCampaign) theirs = make_campaign ("c1", name);

  save_well (fixture->library, theirs, base);
}

static void
test_changed_underneath (Fixture       *fixture,
                         gconstpointer  data)
{
  Session session = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  session_begin (&session, fixture, 1);
  rename_to (&session, "mine");
  save_theirs (fixture, "theirs", 1);
  advance (&session.clock, 500);
  while (session.n_told == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (STATE (&session), ==, KQ_AUTOSAVE_CHANGED);
  g_assert_cmpint (session.version, ==, 2);
  g_assert_cmpint (kq_autosave_get_version (session.autosave), ==, 1);
  g_assert_nonnull (kq_autosave_get_base (session.autosave));

  /* Until somebody decides, nothing is saved over theirs. */
  rename_to (&session, "mine again");
  advance (&session.clock, 60000);
  g_assert_false (kq_autosave_flush (session.autosave, &error));
  g_assert_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_CHANGED);
  g_assert_cmpuint (count_versions (fixture->library, "c1"), ==, 2);

  kq_autosave_rebase (session.autosave, session.theirs, session.version);
  g_assert_cmpint (STATE (&session), ==, KQ_AUTOSAVE_PENDING);
  g_assert_null (kq_autosave_get_error (session.autosave));
  advance (&session.clock, 500);
  wait_for_state (&session, KQ_AUTOSAVE_SAVED);
  name = load_name (fixture->library, "c1");
  g_assert_cmpstr (name, ==, "mine again");
  g_assert_cmpint (kq_autosave_get_version (session.autosave), ==, 3);
  g_assert_cmpuint (session.n_told, ==, 1);
  session_end (&session);
}

/* Nothing of ours to lose, and it is told of all the same; twice, if twice. */
static void
test_changed_while_idle (Fixture       *fixture,
                         gconstpointer  data)
{
  Session session = { 0 };

  session_begin (&session, fixture, 1);
  save_theirs (fixture, "theirs", 1);
  while (session.n_told == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (session.version, ==, 2);
  save_theirs (fixture, "theirs again", 2);
  while (session.n_told == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpint (session.version, ==, 3);
  kq_object_apply (KQ_OBJECT (session.campaign), session.theirs);
  kq_autosave_rebase (session.autosave, session.theirs, session.version);
  g_assert_cmpint (STATE (&session), ==, KQ_AUTOSAVE_SAVED);
  g_assert_cmpint (session.clock.due, ==, -1);
  session_end (&session);
}

static void
test_failed (Fixture       *fixture,
             gconstpointer  data)
{
  Session session = { 0 };
  g_autoptr (GError) error = NULL;
  g_autofree char *lock = NULL;
  KqSqlite *other;

  fixture->options.busy_timeout = 20;
  session_begin (&session, fixture, 1);
  other = kq_sqlite_open (fixture->path, KQ_SQLITE_WRITE, 0, NULL);
  g_assert_true (kq_sqlite_begin (other, NULL));
  rename_to (&session, "a");
  advance (&session.clock, 500);
  wait_for_state (&session, KQ_AUTOSAVE_FAILED);
  g_assert_error ((GError *) kq_autosave_get_error (session.autosave), KQ_LIBRARY_ERROR,
                  KQ_LIBRARY_ERROR_BUSY);
  g_assert_cmpint (session.clock.due, ==, session.clock.now + 1000);
  advance (&session.clock, 1000);
  wait_for_state (&session, KQ_AUTOSAVE_FAILED);
  g_assert_cmpint (session.clock.due, ==, session.clock.now + 2000);
  g_assert_false (kq_autosave_flush (session.autosave, &error));
  g_assert_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_BUSY);

  kq_sqlite_roll_back (other);
  kq_sqlite_close (other);
  advance (&session.clock, 30000);
  wait_for_state (&session, KQ_AUTOSAVE_SAVED);
  g_assert_null (kq_autosave_get_error (session.autosave));
  g_assert_cmpint (kq_autosave_get_version (session.autosave), ==, 2);
  session_end (&session);
}

static KqLibraryItem *
get_item (Fixture *fixture)
{
  return kq_library_get_item (fixture->library, "c1", NULL, NULL);
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  Session session = { 0 };
  const int first[3] = { 1, 2, 3 }, second[3] = { 4, 5, 6 };
  g_autoptr (KqLibraryItem) alone = NULL;
  g_autoptr (KqLibraryItem) with = NULL;

  session_begin (&session, fixture, 1);
  kq_autosave_set_counts (session.autosave, first, 7);
  alone = get_item (fixture);
  g_assert_cmpint (kq_library_item_get_advice (alone), ==, 3);
  rename_to (&session, "a");
  kq_autosave_set_counts (session.autosave, second, 8);
  g_assert_true (kq_autosave_flush (session.autosave, NULL));
  with = get_item (fixture);
  g_assert_cmpint (kq_library_item_get_errors (with), ==, 4);
  g_assert_cmpint (kq_library_item_get_checked (with), ==, 8);
  g_assert_false (kq_library_item_is_check_due (with));
  session_end (&session);
}

static void
test_kind (Fixture       *fixture,
           gconstpointer  data)
{
  Session session = { 0 };
  g_autoptr (GPtrArray) versions = NULL;

  session_begin (&session, fixture, 1);
  rename_to (&session, "a");
  kq_autosave_set_kind (session.autosave, KQ_VERSION_RESTORE);
  g_assert_true (kq_autosave_flush (session.autosave, NULL));
  rename_to (&session, "b");
  g_assert_true (kq_autosave_flush (session.autosave, NULL));
  versions = kq_library_list_versions (fixture->library, "c1", NULL, NULL);
  g_assert_cmpint (((KqVersion *) g_ptr_array_index (versions, 0))->kind, ==, KQ_VERSION_EDIT);
  g_assert_cmpint (((KqVersion *) g_ptr_array_index (versions, 1))->kind, ==, KQ_VERSION_RESTORE);
  session_end (&session);
}

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              guint      *n)
{
  (*n)++;
}

static void
test_notify (Fixture       *fixture,
             gconstpointer  data)
{
  Session session = { 0 };
  guint n_states = 0, n_versions = 0, n_errors = 0;

  session_begin (&session, fixture, 1);
  g_signal_connect (session.autosave, "notify::state", G_CALLBACK (count_notify), &n_states);
  g_signal_connect (session.autosave, "notify::version", G_CALLBACK (count_notify), &n_versions);
  g_signal_connect (session.autosave, "notify::error", G_CALLBACK (count_notify), &n_errors);
  rename_to (&session, "a");
  rename_to (&session, "b");
  advance (&session.clock, 500);
  wait_for_state (&session, KQ_AUTOSAVE_SAVED);
  g_assert_cmpuint (n_states, ==, 3);
  g_assert_cmpuint (n_versions, ==, 1);
  g_assert_cmpuint (n_errors, ==, 0);
  session_end (&session);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  FIXTURE_ADD ("/store/autosave/delays", test_delays);
  FIXTURE_ADD ("/store/autosave/longest-delay", test_longest_delay);
  FIXTURE_ADD ("/store/autosave/new", test_new);
  FIXTURE_ADD ("/store/autosave/while-saving", test_while_saving);
  FIXTURE_ADD ("/store/autosave/flush", test_flush);
  FIXTURE_ADD ("/store/autosave/flush-async", test_flush_async);
  FIXTURE_ADD ("/store/autosave/changed-underneath", test_changed_underneath);
  FIXTURE_ADD ("/store/autosave/changed-while-idle", test_changed_while_idle);
  FIXTURE_ADD ("/store/autosave/failed", test_failed);
  FIXTURE_ADD ("/store/autosave/counts", test_counts);
  FIXTURE_ADD ("/store/autosave/kind", test_kind);
  FIXTURE_ADD ("/store/autosave/notify", test_notify);

  return g_test_run ();
}
