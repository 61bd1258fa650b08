/* kq-view-diff.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-view-private.h"

/* What is different for the persona between two moments. Words that only tell
 * the time, such as since when somebody is a member, are no difference. */

/* So many are named; of the rest the number is said. */
#define MAX_NAMED 3

typedef struct {
  GString *text;
  guint    n;
} Words;

static void
add_words (Words      *words,
           const char *format,
           const char *title)
{
  words->n++;
  if (words->n > MAX_NAMED)
    return;

  if (words->text->len > 0)
    g_string_append (words->text, C_("between changes", "; "));
  g_string_append (words->text, format);
  if (title != NULL)
    g_string_replace (words->text, "%s", title, 1);
}

static gboolean
same_thing (const KqViewItem *a,
            const KqViewItem *b)
{
  return a->type == b->type && g_str_equal (a->id, b->id);
}

static guint
hash_item (gconstpointer data)
{
  const KqViewItem *item = data;

  return g_str_hash (item->id) ^ (guint) item->type;
}

static gboolean
equal_items (gconstpointer a,
             gconstpointer b)
{
  return same_thing (a, b);
}

/* The entries of all blocks, in the order of the page. */
static GPtrArray *
list_items (const KqView *view)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < view->blocks->len; i++)
    {
      const KqViewBlock *block = view->blocks->pdata[i];

      for (guint j = 0; j < block->items->len; j++)
        g_ptr_array_add (items, block->items->pdata[j]);
    }

  return items;
}

static gboolean
same_items (GPtrArray *before,
            GPtrArray *after)
{
  if (before->len != after->len)
    return FALSE;
  for (guint i = 0; i < before->len; i++)
    {
      const KqViewItem *a = before->pdata[i];
      const KqViewItem *b = after->pdata[i];

      if (a->status != b->status || !same_thing (a, b))
        return FALSE;
    }

  return TRUE;
}

static const char *
status_words (KqViewStatus status)
{
  switch (status)
    {
    case KQ_VIEW_STATUS_PLAIN:
      return _("“%s” can be enjoyed");
    case KQ_VIEW_STATUS_CLAIMABLE:
      return _("“%s” opens");
    case KQ_VIEW_STATUS_OVER:
      return _("“%s” ends");
    case KQ_VIEW_STATUS_NOT_YET:
      return _("“%s” is announced");
    case KQ_VIEW_STATUS_HIGHER_LEVEL:
      return _("“%s” can’t be enjoyed");
    case KQ_VIEW_STATUS_CLAIMED:
    case KQ_VIEW_STATUS_USED_UP:
    case KQ_VIEW_STATUS_HIDDEN:
    default:
      return _("“%s” changes");
    }
}

static void
diff_items (Words     *words,
            GPtrArray *before,
            GPtrArray *after)
{
  g_autoptr (GHashTable) old = NULL;

  if (same_items (before, after))
    return;

  old = g_hash_table_new (hash_item, equal_items);
  for (guint i = 0; i < before->len; i++)
    g_hash_table_add (old, before->pdata[i]);
  for (guint i = 0; i < after->len; i++)
    {
      const KqViewItem *item = after->pdata[i];
      const KqViewItem *was = g_hash_table_lookup (old, item);

      if (was == NULL)
        add_words (words, item->status == KQ_VIEW_STATUS_CLAIMABLE ? _("“%s” opens")
                                                                   : _("“%s” appears"),
                   item->title);
      else if (was->status != item->status)
        add_words (words, status_words (item->status), item->title);
      g_hash_table_remove (old, item);
    }

  for (guint i = 0; i < before->len; i++)
    if (g_hash_table_contains (old, before->pdata[i]))
      add_words (words, _("“%s” ends"), ((KqViewItem *) before->pdata[i])->title);
}

static void
diff_popups (Words             *words,
             const KqViewBlock *before,
             const KqViewBlock *after)
{
  gboolean same = before != NULL && after != NULL && g_strcmp0 (before->id, after->id) == 0;

  if (same)
    return;
  if (before != NULL)
    /* Translators: the name of a gift pack */
    add_words (words, _("pop-up of “%s” ends"), before->text);
  if (after != NULL)
    /* Translators: the name of a gift pack */
    add_words (words, _("pop-up of “%s” begins"), after->text);
}

static gboolean
has_notice (const KqView *view)
{
  for (guint i = 0; i < view->blocks->len; i++)
    if (((KqViewBlock *) view->blocks->pdata[i])->kind == KQ_VIEW_BLOCK_NOTICE)
      return TRUE;

  return FALSE;
}

/* Cards have no entries of their own; what can be done with one is a button. */
static void
diff_buttons (Words        *words,
              const KqView *before,
              const KqView *after)
{
  const KqViewBlock *old = kq_view_get_block ((KqView *) before, KQ_VIEW_BLOCK_BUTTON);
  const KqViewBlock *new = kq_view_get_block ((KqView *) after, KQ_VIEW_BLOCK_BUTTON);

  if (g_strcmp0 (old != NULL ? old->action : NULL, new != NULL ? new->action : NULL) != 0)
    add_words (words, _("“%s” changes"), after->title);
}

/* What changes from @before to @after, or %NULL where nothing does. */
char *
kq_view_diff (const KqView *before,
              const KqView *after)
{
  g_autoptr (GPtrArray) old = list_items (before);
  g_autoptr (GPtrArray) new = list_items (after);
  Words words = { g_string_new (NULL), 0 };
  guint n_more;

  if (before->draft != after->draft || has_notice (before) != has_notice (after))
    add_words (&words, after->draft ? _("member center closes") : _("member center opens"), NULL);
  diff_popups (&words, before->popup, after->popup);
  if (words.n == 0 || before->draft == after->draft)
    diff_items (&words, old, new);
  diff_buttons (&words, before, after);

  n_more = words.n - MIN (words.n, MAX_NAMED);
  if (n_more > 0)
    {
      g_string_append (words.text, C_("between changes", "; "));
      g_string_append_printf (words.text, ngettext ("%u more", "%u more", n_more), n_more);
    }

  return g_string_free (words.text, words.n == 0);
}
