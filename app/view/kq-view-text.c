/* kq-view-text.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-view-private.h"

/* A view as it is read aloud, or copied into a message. */

static void
append_line (GString    *text,
             const char *line)
{
  if (line != NULL && *line != '\0')
    g_string_append_printf (text, "%s\n", line);
}

static void
append_item (GString          *text,
             const KqViewItem *item)
{
  const char *parts[] = { item->face, item->title, item->detail, item->mark, item->when,
                          item->action };
  gsize start;

  g_string_append (text, "- ");
  start = text->len;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] == NULL || *parts[i] == '\0')
        continue;
      if (text->len > start)
        g_string_append (text, " · ");
      g_string_append (text, parts[i]);
    }
  if (text->len == start)
    g_string_truncate (text, start - strlen ("- "));
  else
    g_string_append_c (text, '\n');
}

static void
append_block (GString           *text,
              const KqViewBlock *block)
{
  gsize start = text->len;

  append_line (text, block->title);
  append_line (text, block->tag);
  append_line (text, block->text);
  if (block->total > 0)
    {
      /* Translators: so many of so many friends have claimed */
      g_string_append_printf (text, _("%d of %d"), (int) MIN (block->done, G_MAXINT),
                              (int) MIN (block->total, G_MAXINT));
      g_string_append_c (text, '\n');
    }
  append_line (text, block->note);
  for (guint i = 0; i < block->items->len; i++)
    append_item (text, block->items->pdata[i]);
  append_line (text, block->action);
  /* A picture says nothing, and leaves no gap. */
  if (text->len > start)
    g_string_append_c (text, '\n');
}

/**
 * kq_view_to_text:
 * @view: a view
 *
 * Writes what can be read on the phone, from top to bottom and what popped up
 * first: a line for each entry, an empty line between the blocks.
 *
 * Returns: (transfer full): lines of text
 */
char *
kq_view_to_text (KqView *view)
{
  GString *text;

  g_return_val_if_fail (view != NULL, NULL);

  text = g_string_new (NULL);
  append_line (text, view->title);
  g_string_append_c (text, '\n');
  if (view->popup != NULL)
    append_block (text, view->popup);
  for (guint i = 0; i < view->blocks->len; i++)
    append_block (text, view->blocks->pdata[i]);

  return g_string_free (text, FALSE);
}
