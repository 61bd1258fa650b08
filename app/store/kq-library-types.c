/* kq-library-types.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-prepared-save.h"

G_DEFINE_QUARK (kq-library-error-quark, kq_library_error)

G_DEFINE_BOXED_TYPE (KqVersion, kq_version, kq_version_copy, kq_version_free)
G_DEFINE_BOXED_TYPE (KqLibrarySave, kq_library_save, kq_library_save_copy, kq_library_save_free)
G_DEFINE_BOXED_TYPE (KqLibraryReport, kq_library_report, kq_library_report_copy,
                     kq_library_report_free)

/**
 * kq_version_copy:
 * @version: a version
 *
 * Returns: (transfer full): a copy
 */
KqVersion *
kq_version_copy (const KqVersion *version)
{
  KqVersion *copy;

  g_return_val_if_fail (version != NULL, NULL);

  copy = g_memdup2 (version, sizeof *version);
  copy->name = g_strdup (version->name);

  return copy;
}

/**
 * kq_version_free:
 * @version: (transfer full): a version
 *
 * Frees it.
 */
void
kq_version_free (KqVersion *version)
{
  g_free (version->name);
  g_free (version);
}

/**
 * kq_library_save_new:
 * @snapshot: a sealed snapshot of a campaign
 * @base: the version that it was made from, 0 or %KQ_LIBRARY_BASE_ANY
 * @kind: what it came from
 *
 * Returns: (transfer full): a save without pictures and counts
 */
KqLibrarySave *
kq_library_save_new (JsonNode      *snapshot,
                     gint64         base,
                     KqVersionKind  kind)
{
  KqLibrarySave *save;

  g_return_val_if_fail (JSON_NODE_HOLDS_OBJECT (snapshot), NULL);
  g_return_val_if_fail (json_node_is_immutable (snapshot), NULL);
  g_return_val_if_fail (base >= KQ_LIBRARY_BASE_ANY, NULL);

  save = g_new0 (KqLibrarySave, 1);
  save->snapshot = json_node_ref (snapshot);
  save->base = base;
  save->kind = kind;
  for (guint i = 0; i < G_N_ELEMENTS (save->counts); i++)
    save->counts[i] = KQ_LIBRARY_NO_COUNT;

  return save;
}

/**
 * kq_library_save_copy:
 * @save: a save
 *
 * Returns: (transfer full): a copy, of the same snapshot
 */
KqLibrarySave *
kq_library_save_copy (const KqLibrarySave *save)
{
  KqLibrarySave *copy;

  g_return_val_if_fail (save != NULL, NULL);

  copy = g_memdup2 (save, sizeof *save);
  if (copy->snapshot != NULL)
    json_node_ref (copy->snapshot);
  if (copy->assets != NULL)
    g_object_ref (copy->assets);
  if (copy->prepared != NULL)
    kq_prepared_save_ref (copy->prepared);

  return copy;
}

/**
 * kq_library_save_prepare:
 * @save: a save
 * @error: return location for an error
 *
 * Makes of the snapshot what is stored, in the thread that calls it: for whoever
 * saves many, and has threads that the library's needn't wait for. It lets go of
 * the snapshot, which isn't needed any more. What isn't prepared is when it is
 * saved.
 *
 * Returns: whether it is prepared, else with %KQ_LIBRARY_ERROR_INVALID as of
 *   kq_library_save()
 */
gboolean
kq_library_save_prepare (KqLibrarySave  *save,
                         GError        **error)
{
  g_return_val_if_fail (save != NULL, FALSE);

  if (save->prepared == NULL)
    save->prepared = kq_prepared_save_new (save->snapshot, error);
  if (save->prepared == NULL)
    return FALSE;
  g_clear_pointer (&save->snapshot, json_node_unref);

  return TRUE;
}

/**
 * kq_library_save_free:
 * @save: (transfer full): a save
 *
 * Frees it.
 */
void
kq_library_save_free (KqLibrarySave *save)
{
  g_clear_pointer (&save->snapshot, json_node_unref);
  g_clear_object (&save->assets);
  g_clear_pointer (&save->prepared, kq_prepared_save_unref);
  g_free (save);
}

/**
 * kq_library_report_copy:
 * @report: a report
 *
 * Returns: (transfer full): a copy
 */
KqLibraryReport *
kq_library_report_copy (const KqLibraryReport *report)
{
  KqLibraryReport *copy;

  g_return_val_if_fail (report != NULL, NULL);

  copy = g_memdup2 (report, sizeof *report);
  copy->set_aside = g_strdup (report->set_aside);
  copy->recovered = g_strdupv (report->recovered);
  copy->older = g_strdupv (report->older);
  copy->lost = g_strdupv (report->lost);

  return copy;
}

/**
 * kq_library_report_free:
 * @report: (transfer full): a report
 *
 * Frees it.
 */
void
kq_library_report_free (KqLibraryReport *report)
{
  g_free (report->set_aside);
  g_strfreev (report->recovered);
  g_strfreev (report->older);
  g_strfreev (report->lost);
  g_free (report);
}

static guint
length (char **names)
{
  return names != NULL ? g_strv_length (names) : 0;
}

/* @sentence: (transfer full) (nullable) */
static void
add_sentence (GString *text,
              char    *sentence)
{
  g_autofree char *before = text->len > 0 ? g_strdup (text->str) : NULL;
  g_autofree char *next = sentence;

  if (next != NULL && before != NULL)
    /* Translators: two sentences, one behind the other */
    g_string_printf (text, _("%s %s"), before, next);
  else if (next != NULL)
    g_string_append (text, next);
}

static char *
describe_older (char **names)
{
  g_autofree char *joined = length (names) > 0 ? g_strjoinv (_(", "), names) : NULL;

  return joined != NULL
         ? g_strdup_printf (_("Of these only an older version could be read: %s."), joined) : NULL;
}

static char *
describe_lost (char **names)
{
  g_autofree char *joined = length (names) > 0 ? g_strjoinv (_(", "), names) : NULL;

  return joined != NULL ? g_strdup_printf (_("These are lost: %s."), joined) : NULL;
}

static void
describe_damage (GString               *text,
                 const KqLibraryReport *report)
{
  guint n = length (report->recovered) + length (report->older);

  add_sentence (text, g_strdup_printf (_("The library was damaged. The old file is now %s."),
                                       report->set_aside));
  add_sentence (text, g_strdup_printf (ngettext ("%u campaign was recovered.",
                                                 "%u campaigns were recovered.", n), n));
  add_sentence (text, describe_older (report->older));
  add_sentence (text, describe_lost (report->lost));
  n = report->n_pictures_lost;
  if (n > 0)
    add_sentence (text, g_strdup_printf (ngettext ("%u picture couldn’t be read.",
                                                   "%u pictures couldn’t be read.", n), n));
  if (!report->complete)
    add_sentence (text, g_strdup (_("There may have been more that can’t be told.")));
}

/**
 * kq_library_report_describe:
 * @report: a report
 *
 * Returns: (transfer full): what happened, in the user's language, as one
 *   paragraph
 */
char *
kq_library_report_describe (const KqLibraryReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);

  g_return_val_if_fail (report != NULL, NULL);

  if (report->foreign)
    g_string_append_printf (text, _("There was another file in the library’s place. It is now %s, "
                                    "and a new library was made."), report->set_aside);
  else
    describe_damage (text, report);

  return g_string_free (g_steal_pointer (&text), FALSE);
}
