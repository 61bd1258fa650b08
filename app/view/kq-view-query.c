/* kq-view-query.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-view-query.h"

/**
 * kq_view_query_new:
 * @platform: whose page
 * @moment: when
 *
 * Makes the question what a visitor sees of the member center.
 *
 * Returns: (transfer full): a query
 */
KqViewQuery *
kq_view_query_new (KqPlatform platform,
                   KqTime     moment)
{
  KqViewQuery *query = g_new0 (KqViewQuery, 1);

  query->platform = platform;
  query->persona = KQ_PERSONA_VISITOR;
  query->page = KQ_VIEW_PAGE_CENTER;
  query->moment = moment;

  return query;
}

/**
 * kq_view_query_copy:
 * @query: a query
 *
 * Returns: (transfer full): a copy of @query
 */
KqViewQuery *
kq_view_query_copy (const KqViewQuery *query)
{
  KqViewQuery *copy;

  g_return_val_if_fail (query != NULL, NULL);

  copy = g_memdup2 (query, sizeof *query);
  copy->level = g_strdup (query->level);
  copy->page_id = g_strdup (query->page_id);
  copy->claimed = g_strdupv (query->claimed);
  copy->used_up = g_strdupv (query->used_up);
  if (copy->zone != NULL)
    g_time_zone_ref (copy->zone);
  if (copy->profiles != NULL)
    g_object_ref (copy->profiles);

  return copy;
}

/**
 * kq_view_query_free:
 * @query: (transfer full): a query
 *
 * Frees @query.
 */
void
kq_view_query_free (KqViewQuery *query)
{
  g_return_if_fail (query != NULL);

  g_free (query->level);
  g_free (query->page_id);
  g_clear_pointer (&query->zone, g_time_zone_unref);
  g_strfreev (query->claimed);
  g_strfreev (query->used_up);
  g_clear_object (&query->profiles);
  g_free (query);
}

/**
 * kq_view_query_add_claimed:
 * @query: a query
 * @id: of a coupon, an activity or a pack
 *
 * Says that the persona has claimed this, once more.
 */
void
kq_view_query_add_claimed (KqViewQuery *query,
                           const char  *id)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  g_return_if_fail (query != NULL);
  g_return_if_fail (id != NULL);

  if (query->claimed != NULL)
    g_strv_builder_addv (builder, (const char **) query->claimed);
  g_strv_builder_add (builder, id);

  g_strfreev (query->claimed);
  query->claimed = g_strv_builder_end (builder);
}
