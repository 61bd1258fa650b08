/* test-desk.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "kq-desk.h"
#include "kq-library-words.h"
#include "kq-reconciler.h"

/* What is open of a library, what is kept of what was, and what is done about
 * what others save. */

typedef struct {
  char      *folder;
  KqLibrary *library;
  KqDesk    *desk;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;

  fixture->folder = g_dir_make_tmp ("kq-desk-XXXXXX", &error);
  g_assert_no_error (error);
  path = g_build_filename (fixture->folder, "library.db", NULL);
  fixture->library = kq_library_open (path, NULL, &error);
  g_assert_no_error (error);
  fixture->desk = kq_desk_new (fixture->library);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  g_assert_finalize_object (fixture->desk);
  /* What was begun tells of its end, and so does what follows from that: the
   * library answers in the order in which it is asked. */
  for (int i = 0; i < 3; i++)
    {
      g_autoptr (GPtrArray) items = kq_library_list (fixture->library, KQ_LIBRARY_LIST_ALL, NULL,
                                                     NULL);

      while (g_main_context_iteration (NULL, FALSE))
        continue;
    }
  kq_library_close (fixture->library);
  g_object_unref (fixture->library);

  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      if (g_remove (path) != 0)
        g_test_message ("%s stays", path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
}

/* Waiting */

static void
on_result (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static KqDocument *
open_campaign (Fixture    *fixture,
               const char *id)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  KqDocument *document;

  kq_desk_open_async (fixture->desk, id, NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  document = kq_desk_open_finish (fixture->desk, result, &error);
  g_assert_no_error (error);

  return document;
}

static void
flush (KqDocument *document)
{
  g_autoptr (GError) error = NULL;

  kq_autosave_flush (kq_document_get_autosave (document), &error);
  g_assert_no_error (error);
  g_assert_true (kq_document_is_kept (document));
}

static void
wait_for_state (KqDocument      *document,
                KqAutosaveState  state)
{
  while (kq_autosave_get_state (kq_document_get_autosave (document)) != state)
    g_main_context_iteration (NULL, TRUE);
}

/* Editing */

static void
set_text (KqDocument *document,
          guint       field,
          const char *text)
{
  kq_object_set_text (KQ_OBJECT (kq_document_get_campaign (document)), field, text);
}

static const char *
get_text (KqDocument *document,
          guint       field)
{
  return kq_object_get_text (KQ_OBJECT (kq_document_get_campaign (document)), field);
}

/* Saves the campaign with another text, as another program does. */
static void
save_elsewhere (Fixture    *fixture,
                const char *id,
                guint       field,
                const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (KqObject) copy = NULL;
  g_autoptr (KqLibrarySave) save = NULL;
  JsonNode *node;
  gint64 version;

  node = kq_library_load (fixture->library, id, 0, &version, NULL, &error);
  g_assert_no_error (error);
  copy = kq_object_new_from_node (KQ_TYPE_CAMPAIGN, node);
  json_node_unref (node);
  kq_object_set_text (copy, field, text);
  save = kq_library_save_new (kq_object_snapshot (copy), version, KQ_VERSION_EDIT);
  kq_library_save (fixture->library, save, NULL, &error);
  g_assert_no_error (error);
}

static char *
make_campaign (Fixture *fixture)
{
  KqDocument *document = kq_desk_create (fixture->desk, "双11");
  char *id = g_strdup (kq_document_get_id (document));

  flush (document);
  kq_desk_close (fixture->desk, document);

  return id;
}

static void
test_opens_once (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *id = make_campaign (fixture);
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (KqDocument) one = NULL;
  g_autoptr (KqDocument) other = NULL;

  kq_desk_open_async (fixture->desk, id, NULL, on_result, &first);
  kq_desk_open_async (fixture->desk, id, NULL, on_result, &second);
  while (first == NULL || second == NULL)
    g_main_context_iteration (NULL, TRUE);
  one = kq_desk_open_finish (fixture->desk, first, NULL);
  other = kq_desk_open_finish (fixture->desk, second, NULL);
  g_assert_nonnull (one);
  g_assert_true (one == other);
  g_assert_true (kq_desk_find (fixture->desk, id) == one);
}

static void
test_not_found (Fixture       *fixture,
                gconstpointer  data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  kq_desk_open_async (fixture->desk, "none", NULL, on_result, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (kq_desk_open_finish (fixture->desk, result, &error));
  g_assert_error (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_NOT_FOUND);
}

static void
test_undo_survives (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *id = make_campaign (fixture);
  g_autoptr (KqDocument) document = open_campaign (fixture, id);

  set_text (document, KQ_CAMPAIGN_NOTES, "one");
  flush (document);
  kq_desk_close (fixture->desk, document);
  g_assert_null (kq_desk_find (fixture->desk, id));
  g_clear_object (&document);

  document = open_campaign (fixture, id);
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NOTES), ==, "one");
  kq_history_undo (kq_document_get_history (document));
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NOTES), ==, "");
  kq_history_redo (kq_document_get_history (document));
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NOTES), ==, "one");
  flush (document);
}

/* The session ends while others' changes aren't merged: nobody is asked, and both
 * sides' changes are saved. */
static void
test_ends_in_conflict (Fixture       *fixture,
                       gconstpointer  data)
{
  g_autofree char *id = make_campaign (fixture);
  g_autoptr (KqDocument) document = open_campaign (fixture, id);
  g_autoptr (GError) error = NULL;

  save_elsewhere (fixture, id, KQ_CAMPAIGN_NAME, "别处");
  save_elsewhere (fixture, id, KQ_CAMPAIGN_NOTES, "theirs");
  set_text (document, KQ_CAMPAIGN_NOTES, "mine");
  g_assert_true (kq_desk_flush (fixture->desk, &error));
  g_assert_no_error (error);
  kq_desk_close (fixture->desk, document);
  g_clear_object (&document);

  document = open_campaign (fixture, id);
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NOTES), ==, "mine");
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NAME), ==, "别处");
}

/* What others did while it was closed is one step more. */
static void
test_catches_up (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *id = make_campaign (fixture);
  g_autoptr (KqDocument) document = open_campaign (fixture, id);

  set_text (document, KQ_CAMPAIGN_NOTES, "one");
  flush (document);
  kq_desk_close (fixture->desk, document);
  g_clear_object (&document);
  save_elsewhere (fixture, id, KQ_CAMPAIGN_NAME, "别处");

  document = open_campaign (fixture, id);
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NAME), ==, "别处");
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NOTES), ==, "one");
  kq_history_undo (kq_document_get_history (document));
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NAME), ==, "双11");
  kq_history_undo (kq_document_get_history (document));
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NOTES), ==, "");
  flush (document);
}

/* What was given up isn't there again. */
static void
test_given_up (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *id = make_campaign (fixture);
  g_autoptr (KqDocument) document = open_campaign (fixture, id);

  set_text (document, KQ_CAMPAIGN_NOTES, "one");
  g_assert_false (kq_document_is_kept (document));
  kq_desk_close (fixture->desk, document);
  g_clear_object (&document);

  document = open_campaign (fixture, id);
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NOTES), ==, "");
  g_assert_false (kq_history_can_undo (kq_document_get_history (document)));
}

static void
test_flush (Fixture       *fixture,
            gconstpointer  data)
{
  KqDocument *first = kq_desk_create (fixture->desk, "one");
  KqDocument *second = kq_desk_create (fixture->desk, "two");
  g_autoptr (GError) error = NULL;

  g_assert_true (kq_desk_flush (fixture->desk, &error));
  g_assert_no_error (error);
  g_assert_true (kq_document_is_kept (first));
  g_assert_true (kq_document_is_kept (second));
}

/* Brought back in one step, as what it is. */
static void
test_bring_back (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *id = make_campaign (fixture);
  g_autoptr (KqDocument) document = open_campaign (fixture, id);
  g_autoptr (JsonNode) old = NULL;
  g_autoptr (GPtrArray) versions = NULL;

  old = json_node_ref (kq_object_snapshot (KQ_OBJECT (kq_document_get_campaign (document))));
  set_text (document, KQ_CAMPAIGN_NOTES, "one");
  set_text (document, KQ_CAMPAIGN_NAME, "two");
  flush (document);
  kq_document_bring_back_version (document, old, "bring back");
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NAME), ==, "双11");
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NOTES), ==, "");
  flush (document);

  versions = kq_library_list_versions (fixture->library, id, NULL, NULL);
  g_assert_cmpint (((KqVersion *) g_ptr_array_index (versions, 0))->kind, ==, KQ_VERSION_RESTORE);
  kq_history_undo (kq_document_get_history (document));
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NAME), ==, "two");
  flush (document);
}

/* Counted here, it needn't be opened to be listed with its errors. */
static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *id = make_campaign (fixture);
  g_autoptr (KqDocument) document = open_campaign (fixture, id);
  g_autoptr (KqLibraryItem) item = NULL;

  kq_checker_run (kq_document_get_checker (document));
  flush (document);
  item = kq_library_get_item (fixture->library, id, NULL, NULL);
  g_assert_cmpint (kq_library_item_get_errors (item), >=, 0);
  g_assert_false (kq_library_item_is_check_due (item));
}

/* Reconciling */

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
test_merged (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *id = make_campaign (fixture);
  g_autoptr (KqDocument) document = open_campaign (fixture, id);
  g_autoptr (KqReconciler) reconciler = kq_reconciler_new (document);
  guint n_merged = 0;

  g_signal_connect_swapped (reconciler, "merged", G_CALLBACK (count_cb), &n_merged);
  set_text (document, KQ_CAMPAIGN_NOTES, "mine");
  save_elsewhere (fixture, id, KQ_CAMPAIGN_NAME, "别处");
  while (n_merged == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (kq_reconciler_get_conflicts (reconciler));
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NAME), ==, "别处");
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NOTES), ==, "mine");

  kq_history_undo (kq_document_get_history (document));
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NAME), ==, "双11");
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NOTES), ==, "mine");
  flush (document);
}

/* Both changed the name: @data is whether theirs is taken. */
static void
test_conflict (Fixture       *fixture,
               gconstpointer  data)
{
  gboolean theirs[] = { GPOINTER_TO_INT (data) };
  g_autofree char *id = make_campaign (fixture);
  g_autoptr (KqDocument) document = open_campaign (fixture, id);
  g_autoptr (KqReconciler) reconciler = kq_reconciler_new (document);
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;
  guint n_conflicts = 0;

  g_signal_connect_swapped (reconciler, "conflict", G_CALLBACK (count_cb), &n_conflicts);
  set_text (document, KQ_CAMPAIGN_NAME, "mine");
  save_elsewhere (fixture, id, KQ_CAMPAIGN_NAME, "theirs");
  while (n_conflicts == 0)
    g_main_context_iteration (NULL, TRUE);
  wait_for_state (document, KQ_AUTOSAVE_CHANGED);
  g_assert_cmpuint (kq_reconciler_get_conflicts (reconciler)->len, ==, 1);
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NAME), ==, "mine");

  /* Edited since it was asked */
  set_text (document, KQ_CAMPAIGN_NOTES, "later");
  g_assert_true (kq_reconciler_resolve (reconciler, theirs, &error));
  g_assert_no_error (error);
  g_assert_null (kq_reconciler_get_conflicts (reconciler));
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NAME), ==, theirs[0] ? "theirs" : "mine");
  g_assert_cmpstr (get_text (document, KQ_CAMPAIGN_NOTES), ==, "later");
  flush (document);

  /* Theirs is in the history, whatever was chosen. */
  versions = kq_library_list_versions (fixture->library, id, NULL, NULL);
  g_assert_cmpuint (versions->len, ==, 3);
  g_assert_cmpstr (((KqVersion *) g_ptr_array_index (versions, 1))->name, ==, "theirs");
}

/* Words */

static void
test_phase (void)
{
  KqTime start = { 100, 480 }, end = { 199, 480 };

  g_assert_cmpint (kq_phase_at (KQ_TIME_NONE, KQ_TIME_NONE, 150), ==, KQ_PHASE_OPEN);
  g_assert_cmpint (kq_phase_at (start, end, 99), ==, KQ_PHASE_COMING);
  g_assert_cmpint (kq_phase_at (start, end, 100), ==, KQ_PHASE_RUNNING);
  g_assert_cmpint (kq_phase_at (start, end, 199), ==, KQ_PHASE_RUNNING);
  g_assert_cmpint (kq_phase_at (start, end, 200), ==, KQ_PHASE_OVER);
  g_assert_cmpint (kq_phase_at (KQ_TIME_NONE, end, 0), ==, KQ_PHASE_RUNNING);
  g_assert_cmpint (kq_phase_at (start, KQ_TIME_NONE, 1000), ==, KQ_PHASE_RUNNING);
}

static void
test_moment (void)
{
  static const struct {
    const char *moment;
    const char *words;
  } cases[] = {
    { "2026-11-09T08:05:00+08", "08:05" },
    { "2026-11-08T08:05:00+08", "8 Nov" },
    { "2025-11-09T08:05:00+08", "9 Nov 2025" },
  };
  g_autoptr (GDateTime) now = g_date_time_new_from_iso8601 ("2026-11-09T14:00:00+08", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GDateTime) moment = g_date_time_new_from_iso8601 (cases[i].moment, NULL);
      g_autofree char *words = kq_moment_describe (moment, now);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, test, data) \
  g_test_add (path, Fixture, data, set_up, test, tear_down)
  ADD ("/desk/opens-once", test_opens_once, NULL);
  ADD ("/desk/not-found", test_not_found, NULL);
  ADD ("/desk/undo-survives", test_undo_survives, NULL);
  ADD ("/desk/catches-up", test_catches_up, NULL);
  ADD ("/desk/ends-in-conflict", test_ends_in_conflict, NULL);
  ADD ("/desk/given-up", test_given_up, NULL);
  ADD ("/desk/flush", test_flush, NULL);
  ADD ("/desk/bring-back", test_bring_back, NULL);
  ADD ("/desk/counts", test_counts, NULL);
  ADD ("/reconciler/merged", test_merged, NULL);
  ADD ("/reconciler/mine", test_conflict, GINT_TO_POINTER (FALSE));
  ADD ("/reconciler/theirs", test_conflict, GINT_TO_POINTER (TRUE));
#undef ADD
  g_test_add_func ("/words/phase", test_phase);
  g_test_add_func ("/words/moment", test_moment);

  return g_test_run ();
}
