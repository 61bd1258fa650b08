/* test-session-end.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gstdio.h>

#include "kq-application.h"
#include "kq-campaign-window.h"
#include "kq-library.h"

/* The end of the desktop's session, which waits for nobody: what was typed the
 * moment before is in the library when the signal returns. */

static KqCampaignWindow *
find_campaign (GtkApplication *application)
{
  for (GList *l = gtk_application_get_windows (application); l != NULL; l = l->next)
    if (KQ_IS_CAMPAIGN_WINDOW (l->data))
      return l->data;

  return NULL;
}

static KqCampaignWindow *
make_campaign (GtkApplication *application)
{
  KqCampaignWindow *window;

  while (kq_application_get_library (KQ_APPLICATION (application)) == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_action_group_activate_action (G_ACTION_GROUP (application), "new", NULL);
  while ((window = find_campaign (application)) == NULL)
    g_main_context_iteration (NULL, TRUE);

  return window;
}

/* "" for one that wasn't saved yet */
static char *
load_name (KqLibrary  *library,
           KqDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = kq_library_load (library, kq_document_get_id (document), 0, NULL,
                                               NULL, &error);

  if (g_error_matches (error, KQ_LIBRARY_ERROR, KQ_LIBRARY_ERROR_NOT_FOUND))
    return g_strdup ("");
  g_assert_no_error (error);

  return g_strdup (json_object_get_string_member_with_default (json_node_get_object (node), "name",
                                                               ""));
}

static void
test_query_end (void)
{
  g_autoptr (GtkApplication) application = GTK_APPLICATION (kq_application_new ());
  KqLibrary *library;
  KqDocument *document;
  g_autofree char *before = NULL, *after = NULL;

  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));
  document = kq_campaign_window_get_document (make_campaign (application));
  library = kq_application_get_library (KQ_APPLICATION (application));
  kq_object_set_text (KQ_OBJECT (kq_document_get_campaign (document)), KQ_CAMPAIGN_NAME,
                      "typed at the end");

  before = load_name (library, document);
  g_assert_cmpstr (before, !=, "typed at the end");
  g_signal_emit_by_name (application, "query-end");
  after = load_name (library, document);
  g_assert_cmpstr (after, ==, "typed at the end");
}

static void
empty (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *below = g_build_filename (path, name, NULL);

      empty (below);
    }
  g_remove (path);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp (NULL, NULL);
  int status;

  g_assert_nonnull (folder);
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/session-end/query-end", test_query_end);
  status = g_test_run ();
  empty (folder);

  return status;
}
