/* test-changes.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "view-fixture.h"

#include "kq-view-changes.h"

/* The search looks at little of each page. Here the whole pages are asked for:
 * they are the same from one change to the next, and differ at each. */

#define STEP (6 * 3600)

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char **) a, *(const char **) b);
}

static void
add_items (GPtrArray *lines,
           KqView    *view)
{
  for (guint i = 0; i < view->blocks->len; i++)
    {
      const KqViewBlock *block = view->blocks->pdata[i];

      if (block->kind == KQ_VIEW_BLOCK_NOTICE)
        g_ptr_array_add (lines, g_strdup ("notice"));
      if (block->kind == KQ_VIEW_BLOCK_BUTTON)
        g_ptr_array_add (lines, g_strdup (block->action));
      for (guint j = 0; j < block->items->len; j++)
        {
          const KqViewItem *item = block->items->pdata[j];

          g_ptr_array_add (lines, g_strdup_printf ("%s %s %d", g_type_name (item->type), item->id,
                                                   item->status));
        }
    }
}

/* All of a page that makes a difference to the persona. */
static char *
describe (KqCampaign        *campaign,
          const KqViewQuery *query,
          KqTime             moment)
{
  g_autoptr (KqViewQuery) copy = kq_view_query_copy (query);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (KqView) view = NULL;

  copy->moment = moment;
  if (copy->page == KQ_VIEW_PAGE_CENTER)
    copy->page = KQ_VIEW_PAGE_POPUP;
  view = kq_view_at (campaign, copy, NULL);
  g_assert_nonnull (view);
  add_items (lines, view);
  if (view->popup != NULL)
    g_ptr_array_add (lines, g_strdup_printf ("popup %s", view->popup->id));
  if (view->draft)
    g_ptr_array_add (lines, g_strdup ("draft"));
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
check (KqCampaign        *campaign,
       const KqViewQuery *query,
       KqTime             from,
       KqTime             to)
{
  g_autoptr (GPtrArray) changes = kq_view_changes (campaign, query, from, to);
  g_autofree char *before = describe (campaign, query, from);
  KqTime moment = from;

  for (guint i = 0; i <= changes->len; i++)
    {
      KqTime end = i < changes->len ? ((KqViewChange *) changes->pdata[i])->moment
                                    : kq_time_add (to, 1);
      g_autofree char *last = describe (campaign, query, kq_time_add (end, -1));

      for (; kq_time_compare (moment, end) < 0; moment = kq_time_add (moment, STEP))
        {
          g_autofree char *now = describe (campaign, query, moment);

          g_assert_cmpstr (now, ==, before);
        }
      g_assert_cmpstr (last, ==, before);
      if (i == changes->len)
        return;
      g_free (before);
      before = describe (campaign, query, end);
      g_assert_cmpstr (before, !=, last);
    }
}

static void
test_complete (gconstpointer data)
{
  KqPlatform platform = GPOINTER_TO_INT (data);
  g_autoptr (KqCampaign) campaign = fixture_campaign ();
  g_autoptr (GPtrArray) people = kq_view_list_personas (campaign, platform);
  g_autoptr (GPtrArray) pages = kq_view_list_pages (campaign, platform);
  KqTime from, to;

  kq_time_parse ("2026-11-01T00:00:00+08:00", &from);
  kq_time_parse ("2026-11-30T23:59:59+08:00", &to);
  for (guint i = 0; i < people->len; i++)
    for (guint j = 0; j < pages->len; j++)
      {
        const char *who = ((KqViewChoice *) people->pdata[i])->word;
        const char *page = ((KqViewChoice *) pages->pdata[j])->word;
        g_autoptr (KqViewQuery) query = fixture_query (campaign, platform, who, page, "08");

        g_test_message ("%s on %s", who, page);
        check (campaign, query, from, to);
      }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (int i = 0; i < KQ_N_PLATFORMS; i++)
    {
      g_autofree char *path = g_strdup_printf ("/view/changes/complete/%s",
                                               kq_platform_words[i].word);

      g_test_add_data_func (path, GINT_TO_POINTER (i), test_complete);
    }

  return g_test_run ();
}
