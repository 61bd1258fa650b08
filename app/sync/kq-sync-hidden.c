/* kq-sync-hidden.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-format.h"
#include "kq-json.h"
#include "kq-sync-couch.h"
#include "kq-sync-document.h"
#include "kq-sync-error.h"
#include "kq-sync-run.h"

/* Several versions of one document, of which the server shows the one that it calls
 * the winner: two desktops wrote at once, on two machines of a cluster. They are
 * merged into a child of the winner, which says whose edits it contains, and only
 * then the others are deleted: broken off anywhere and done again, by whomever, it
 * comes to the same. */

/* Others can be first so often. */
#define TRIES 5
#define MAX_CONTAINED 32
#define MAX_ANCESTORS 20
#define EDIT_LENGTH 32

/* One of the versions */
typedef struct {
  KqSyncIncoming *in;    /* (owned) */
  GPtrArray      *revs;  /* (owned) (element-type utf8): its own and those before, newest
                            first */
} Version;

/* A document that is being merged. */
typedef struct {
  KqSyncRun  *run;        /* (unowned) */
  const char *id;         /* (unowned) */
  Version    *winner;     /* (owned) */
  GPtrArray  *losers;     /* (owned) (element-type Version) */
  GPtrArray  *losing;     /* (owned) (element-type utf8): all revisions that lost */
  GPtrArray  *conflicts;  /* (owned) (element-type KqConflict) */
  JsonNode   *copy;       /* (owned) (nullable) */
  GPtrArray  *problems;   /* (unowned) */
} Merging;

static void
version_free (gpointer data)
{
  Version *self = data;

  g_clear_pointer (&self->in, kq_sync_incoming_free);
  g_clear_pointer (&self->revs, g_ptr_array_unref);
  g_free (self);
}

static void
merging_clear (Merging *self)
{
  g_clear_pointer (&self->winner, version_free);
  g_clear_pointer (&self->losers, g_ptr_array_unref);
  g_clear_pointer (&self->losing, g_ptr_array_unref);
  g_clear_pointer (&self->conflicts, g_ptr_array_unref);
  g_clear_pointer (&self->copy, json_node_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merging, merging_clear)

static GPtrArray *
read_revs (JsonObject *document)
{
  GPtrArray *revs = g_ptr_array_new_with_free_func (g_free);
  JsonObject *object = kq_sync_document_get_object (json_object_get_member (document, "_revisions"));
  gint64 start = object != NULL ? json_object_get_int_member_with_default (object, "start", 0) : 0;
  JsonNode *node = object != NULL ? json_object_get_member (object, "ids") : NULL;
  JsonArray *ids = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; ids != NULL && i < json_array_get_length (ids); i++)
    {
      JsonNode *id = json_array_get_element (ids, i);

      if (json_node_get_value_type (id) == G_TYPE_STRING)
        g_ptr_array_add (revs, g_strdup_printf ("%" G_GINT64_FORMAT "-%s", start - i,
                                                json_node_get_string (id)));
    }

  return revs;
}

static Version *
read_version (JsonNode  *node,
              GError   **error)
{
  JsonObject *document = json_node_get_object (node);
  KqSyncIncoming *in = kq_sync_document_read (document, error);
  Version *self;

  if (in == NULL)
    return NULL;
  self = g_new0 (Version, 1);
  self->in = in;
  self->revs = read_revs (document);

  return self;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
read_losing (Merging    *self,
             JsonObject *document)
{
  JsonNode *node = json_object_get_member (document, "_conflicts");
  JsonArray *array = node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *rev = json_array_get_element (array, i);

      if (json_node_get_value_type (rev) == G_TYPE_STRING &&
          kq_sync_document_is_rev (json_node_get_string (rev)))
        g_ptr_array_add (self->losing, g_strdup (json_node_get_string (rev)));
    }
  g_ptr_array_sort (self->losing, compare_texts);
}

static void
add_problem (Merging    *self,
             const char *message,
             gboolean    again)
{
  g_ptr_array_add (self->problems, kq_sync_problem_new (self->id, message, again));
}

/* Where it is gone by now there is no winner, and nothing to do. */
static gboolean
load_winner (Merging  *self,
             GError  **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (JsonNode) node = kq_sync_couch_get_document (self->run->http, self->id,
                                                          "conflicts=true&revs=true", &local_error);

  if (local_error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (node == NULL)
    return TRUE;

  read_losing (self, json_node_get_object (node));
  self->winner = read_version (node, &local_error);
  if (self->winner == NULL)
    add_problem (self, local_error->message, FALSE);

  return TRUE;
}

/* One that can't be read is left where it is, and the others are merged. */
static gboolean
load_loser (Merging     *self,
            const char  *rev,
            GError     **error)
{
  g_autofree char *query = g_strdup_printf ("revs=true&rev=%s", rev);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (JsonNode) node = kq_sync_couch_get_document (self->run->http, self->id, query,
                                                          &local_error);
  Version *version = NULL;

  if (node != NULL)
    version = read_version (node, &local_error);
  if (version != NULL && !version->in->deleted)
    {
      g_ptr_array_add (self->losers, version);
      return TRUE;
    }
  if (version != NULL)
    version_free (version);
  if (local_error != NULL && node == NULL)
    {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
  if (local_error != NULL)
    add_problem (self, local_error->message, FALSE);

  return TRUE;
}

static gboolean
load_losers (Merging  *self,
             GError  **error)
{
  for (guint i = 0; i < self->losing->len; i++)
    if (!load_loser (self, g_ptr_array_index (self->losing, i), error))
      return FALSE;

  return TRUE;
}

static gboolean
contains (const KqSyncIncoming *in,
          const char           *edit)
{
  g_auto (GStrv) edits = g_strsplit (in->contains, " ", -1);

  return *edit != '\0' &&
         (g_str_equal (in->edit, edit) || g_strv_contains ((const char * const *) edits, edit));
}

static gboolean
is_before (const Version *self,
           const char    *rev)
{
  return g_ptr_array_find_with_equal_func (self->revs, rev, g_str_equal, NULL);
}

/* The newest edit that is in both, as the history here has it */
static gboolean
load_ancestor_here (Merging        *self,
                    const Version  *loser,
                    JsonNode      **base,
                    GError        **error)
{
  g_auto (GStrv) edits = g_strsplit (loser->in->contains, " ", -1);

  for (guint i = 0; edits[i] != NULL; i++)
    if (contains (self->winner->in, edits[i]))
      return kq_library_sync_load_edit (self->run->library, loser->in->id, edits[i], base, error);

  return TRUE;
}

/* What the loser comes from, newest first, up to what is in the winner too: by its
 * revision, or because the winner was merged with it. The server may have thrown away
 * what it doesn't show any more. */
static gboolean
load_ancestor_there (Merging        *self,
                     const Version  *loser,
                     JsonNode      **base,
                     GError        **error)
{
  for (guint i = 1; *base == NULL && i < MIN (loser->revs->len, MAX_ANCESTORS); i++)
    {
      const char *rev = g_ptr_array_index (loser->revs, i);
      g_autofree char *query = g_strdup_printf ("rev=%s", rev);
      g_autoptr (GError) local_error = NULL;
      g_autoptr (JsonNode) node = NULL;
      g_autoptr (KqSyncIncoming) in = NULL;

      node = kq_sync_couch_get_document (self->run->http, self->id, query, &local_error);
      if (local_error != NULL)
        {
          g_propagate_error (error, g_steal_pointer (&local_error));
          return FALSE;
        }
      if (node != NULL)
        in = kq_sync_document_read (json_node_get_object (node), NULL);
      if (in != NULL && in->campaign != NULL &&
          (is_before (self->winner, rev) || contains (self->winner->in, in->edit)))
        *base = json_node_ref (in->campaign);
      else if (is_before (self->winner, rev))
        break;
    }

  return TRUE;
}

/* @base: (out): what both come from, %NULL where nobody knows it */
static gboolean
load_ancestor (Merging        *self,
               const Version  *loser,
               JsonNode      **base,
               GError        **error)
{
  *base = NULL;

  return load_ancestor_here (self, loser, base, error) &&
         (*base != NULL || load_ancestor_there (self, loser, base, error));
}

/* Whether the winner is what was edited here, and the loser what was elsewhere */
static gboolean
is_winner_mine (Merging        *self,
                const Version  *loser,
                gboolean       *is_mine,
                GError        **error)
{
  g_autoptr (JsonNode) won = NULL;
  g_autoptr (JsonNode) lost = NULL;
  const char *id = loser->in->id;

  if (!kq_library_sync_load_edit (self->run->library, id, self->winner->in->edit, &won, error) ||
      !kq_library_sync_load_edit (self->run->library, id, loser->in->edit, &lost, error))
    return FALSE;
  *is_mine = won != NULL && lost == NULL;

  return TRUE;
}

static gboolean
merge_campaign (Merging        *self,
                const Version  *loser,
                GError        **error)
{
  KqSyncIncoming *winner = self->winner->in;
  g_autoptr (JsonNode) base = NULL;
  g_autoptr (KqSyncPlan) plan = NULL;
  gboolean is_mine;

  if (!load_ancestor (self, loser, &base, error) || !is_winner_mine (self, loser, &is_mine, error))
    return FALSE;

  /* Of two that are no relations the winner keeps the place. */
  if (is_mine && base != NULL)
    plan = kq_sync_plan_new (base, winner->campaign, loser->in->campaign);
  else
    plan = kq_sync_plan_new (base, loser->in->campaign, winner->campaign);
  json_node_unref (winner->campaign);
  winner->campaign = json_node_ref (plan->current);
  for (guint i = 0; i < plan->conflicts->len; i++)
    g_ptr_array_add (self->conflicts, g_object_ref (g_ptr_array_index (plan->conflicts, i)));
  if (plan->copy != NULL && self->copy == NULL)
    self->copy = json_node_ref (plan->copy);

  return TRUE;
}

static void
merge_facts (Merging       *self,
             const Version *loser)
{
  KqSyncIncoming *winner = self->winner->in;
  char *greater = strcmp (winner->facts, loser->in->facts) >= 0 ? winner->facts : loser->in->facts;
  char *less = greater == winner->facts ? loser->in->facts : winner->facts;

  if (winner->kept == NULL)
    winner->kept = g_ptr_array_new_with_free_func (g_free);
  g_ptr_array_add (winner->kept, g_strdup (less));
  greater = g_strdup (greater);
  g_free (winner->facts);
  winner->facts = greater;
}

static char *
join_contained (Merging *self)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) lists = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i <= self->losers->len; i++)
    {
      KqSyncIncoming *in = i < self->losers->len
                           ? ((Version *) g_ptr_array_index (self->losers, i))->in : self->winner->in;
      g_autofree char *both = g_strconcat (in->edit, " ", in->contains, NULL);
      char **edits = g_strsplit (both, " ", -1);

      g_ptr_array_add (lists, edits);
      for (guint j = 0; edits[j] != NULL; j++)
        if (*edits[j] != '\0' && g_hash_table_size (seen) < MAX_CONTAINED &&
            g_hash_table_add (seen, edits[j]))
          g_string_append_printf (all, "%s%s", all->len > 0 ? " " : "", edits[j]);
    }

  return g_string_free (all, FALSE);
}

/* The same for the same merge, whoever makes it */
static char *
make_edit (Merging *self,
           GBytes  *text)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);

  g_checksum_update (checksum, (const guchar *) self->winner->in->rev, -1);
  for (guint i = 0; i < self->losers->len; i++)
    {
      const Version *loser = g_ptr_array_index (self->losers, i);

      g_checksum_update (checksum, (const guchar *) loser->in->rev, -1);
    }
  g_checksum_update (checksum, g_bytes_get_data (text, NULL), g_bytes_get_size (text));

  return g_strndup (g_checksum_get_string (checksum), EDIT_LENGTH);
}

/* @rev: (out) (nullable): the revision that it has there, %NULL where others were
 * first or it was refused */
static gboolean
send_document (Merging               *self,
               const KqSyncOutgoing  *out,
               char                 **rev,
               GError               **error)
{
  GString *json = g_string_new (NULL);
  g_autoptr (GPtrArray) answers = NULL;
  KqSyncAnswered *answer;

  kq_sync_document_append (json, out, NULL);
  answers = kq_sync_couch_send_documents (self->run->http, json, 1, error);
  g_string_free (json, TRUE);
  if (answers == NULL)
    return FALSE;

  answer = g_ptr_array_index (answers, 0);
  *rev = g_steal_pointer (&answer->rev);
  if (answer->kind == KQ_SYNC_ANSWERED_REFUSED)
    add_problem (self, answer->reason, FALSE);
  if (answer->kind != KQ_SYNC_ANSWERED_LATER)
    return TRUE;

  g_set_error_literal (error, KQ_SYNC_ERROR, KQ_SYNC_ERROR_BUSY,
                       _("The server can’t store anything just now"));
  return FALSE;
}

static GBytes *
write_campaign (JsonNode  *campaign,
                GError   **error)
{
  return kq_format_write (campaign, NULL, error);
}

/* Before the loser is deleted; one that is there already is the same. */
static gboolean
send_copy (Merging  *self,
           GError  **error)
{
  g_autoptr (KqSyncOutgoing) out = NULL;
  g_autofree char *rev = NULL;

  if (self->copy == NULL)
    return TRUE;

  out = kq_sync_outgoing_new (json_object_get_string_member (json_node_get_object (self->copy), "id"));
  out->contains = g_strdup ("");
  out->text = write_campaign (self->copy, error);
  if (out->text == NULL)
    return FALSE;
  out->edit = make_edit (self, out->text);

  return send_document (self, out, &rev, error);
}

/* @sent: (out): whether it is there */
static gboolean
send_merged (Merging   *self,
             gboolean  *sent,
             GError   **error)
{
  KqSyncIncoming *winner = self->winner->in;
  g_autoptr (KqSyncOutgoing) out = kq_sync_outgoing_new (winner->id);
  g_autofree char *rev = NULL;

  *sent = FALSE;
  out->date = g_strdup (winner->date);
  out->rev = g_strdup (winner->rev);
  out->text = winner->date != NULL ? g_bytes_new (winner->facts, strlen (winner->facts))
                                   : write_campaign (winner->campaign, error);
  if (out->text == NULL)
    return FALSE;
  out->edit = make_edit (self, out->text);
  out->contains = join_contained (self);
  if (!send_copy (self, error) || !send_document (self, out, &rev, error))
    return FALSE;
  if (rev == NULL)
    return TRUE;

  *sent = TRUE;
  g_free (winner->rev);
  winner->rev = g_steal_pointer (&rev);
  g_free (winner->edit);
  winner->edit = g_strdup (out->edit);
  g_free (winner->contains);
  winner->contains = g_strdup (out->contains);

  return TRUE;
}

/* Whoever else does the same may have been first. */
static gboolean
delete_loser (Merging        *self,
              const Version  *loser,
              GError        **error)
{
  g_autoptr (KqSyncOutgoing) out = kq_sync_outgoing_new (loser->in->id);
  g_autofree char *rev = NULL;

  out->date = g_strdup (loser->in->date);
  out->rev = g_strdup (loser->in->rev);
  out->contains = g_strdup ("");
  out->deleted = TRUE;

  return send_document (self, out, &rev, error);
}

/* Those that the winner doesn't contain yet */
static gboolean
merge_losers (Merging   *self,
              guint     *n_merged,
              GError   **error)
{
  *n_merged = 0;
  for (guint i = 0; i < self->losers->len; i++)
    {
      const Version *loser = g_ptr_array_index (self->losers, i);

      if (contains (self->winner->in, loser->in->edit))
        continue;
      (*n_merged)++;
      if (self->winner->in->date != NULL)
        merge_facts (self, loser);
      else if (!merge_campaign (self, loser, error))
        return FALSE;
    }

  return TRUE;
}

/* @done: (out): whether there is nothing left to do */
static gboolean
try_merge (Merging    *self,
           GPtrArray  *documents,
           gboolean   *done,
           GError    **error)
{
  guint n_merged, n_problems = self->problems->len;
  gboolean sent = TRUE;

  *done = TRUE;
  if (!load_winner (self, error))
    return FALSE;
  if (self->winner == NULL)
    return TRUE;
  if (!load_losers (self, error) || !merge_losers (self, &n_merged, error) ||
      (n_merged > 0 && !send_merged (self, &sent, error)))
    return FALSE;
  *done = sent || self->problems->len > n_problems;
  if (!sent)
    return TRUE;

  for (guint i = 0; i < self->losers->len; i++)
    if (!delete_loser (self, g_ptr_array_index (self->losers, i), error))
      return FALSE;
  self->winner->in->conflicts = g_steal_pointer (&self->conflicts);
  g_ptr_array_add (documents, g_steal_pointer (&self->winner->in));

  return TRUE;
}

/**
 * kq_sync_merge_hidden:
 * @self: a run
 * @id: a document's id
 * @documents: (element-type KqSyncIncoming): what it is then is added
 * @problems: (element-type KqSyncProblem): what can't be read of it is added
 * @error: return location for an error
 *
 * Makes one of the several versions that the remote has of a document.
 *
 * Returns: whether it was done, or nothing can be done about it
 */
gboolean
kq_sync_merge_hidden (KqSyncRun   *self,
                      const char  *id,
                      GPtrArray   *documents,
                      GPtrArray   *problems,
                      GError     **error)
{
  for (guint i = 0; i < TRIES; i++)
    {
      g_auto (Merging) merging = { .run = self, .id = id, .problems = problems };
      gboolean done;

      merging.losers = g_ptr_array_new_with_free_func (version_free);
      merging.losing = g_ptr_array_new_with_free_func (g_free);
      merging.conflicts = g_ptr_array_new_with_free_func (g_object_unref);
      if (!try_merge (&merging, documents, &done, error))
        return FALSE;
      if (done)
        return TRUE;
      if (!kq_sync_http_wait (self->http, i + 1, error))
        return FALSE;
    }

  g_ptr_array_add (problems, kq_sync_problem_new (id, _("others keep changing it"), TRUE));

  return TRUE;
}
