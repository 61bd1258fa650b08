/* kq-view-tap.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-view-private.h"

/* What the persona becomes by tapping on the phone. */

/* MF-53: who came by a link joins and keeps it. */
static void
join (KqViewQuery *query)
{
  query->persona = query->persona == KQ_PERSONA_LINKED ? KQ_PERSONA_RETURNING : KQ_PERSONA_NEW;
  query->joined_for = 0;
  g_clear_pointer (&query->level, g_free);
}

static gboolean
tap_join (KqView      *view,
          KqViewQuery *query)
{
  KqViewBlock *button = kq_view_get_block (view, KQ_VIEW_BLOCK_BUTTON);

  if (view->page != KQ_VIEW_PAGE_JOIN || button == NULL || !button->enabled)
    return FALSE;

  join (query);
  /* TM-24: joining brings the pop-up. */
  query->page = KQ_VIEW_PAGE_POPUP;

  return TRUE;
}

static gboolean
tap_popup (KqView      *view,
           KqViewQuery *query)
{
  kq_view_query_add_claimed (query, view->popup->id);
  query->page = KQ_VIEW_PAGE_CENTER;

  return TRUE;
}

/* MP-05, MP-12: claimed, bought or renewed, it is held from now on. */
static gboolean
tap_card (KqView      *view,
          KqViewQuery *query,
          const char  *id)
{
  KqViewBlock *button = kq_view_get_block (view, KQ_VIEW_BLOCK_BUTTON);

  if (button == NULL || !button->enabled || g_strcmp0 (button->id, id) != 0)
    return FALSE;

  query->persona = KQ_PERSONA_HOLDER;
  query->joined_for = 0;

  return TRUE;
}

/* Only a page that a visitor opened by a link offers what needs joining; on
 * the member center there are members only. */
static gboolean
tap_item (KqViewQuery      *query,
          const KqViewItem *item)
{
  if (item->status != KQ_VIEW_STATUS_CLAIMABLE)
    return FALSE;

  if (item->joins)
    join (query);
  if (query->page == KQ_VIEW_PAGE_JOIN)
    query->page = KQ_VIEW_PAGE_CENTER;
  kq_view_query_add_claimed (query, item->id);

  return TRUE;
}

/**
 * kq_view_tap:
 * @view: what the persona sees
 * @query: the question to which @view is the answer
 * @id: of what is tapped: `join`, or the id of an entry, a card or a pack
 *
 * Changes @query by what tapping there does: the persona joins, claims, or
 * holds a card from now on.
 *
 * Returns: whether anything changed
 */
gboolean
kq_view_tap (KqView      *view,
             KqViewQuery *query,
             const char  *id)
{
  const KqViewItem *item;

  g_return_val_if_fail (view != NULL, FALSE);
  g_return_val_if_fail (query != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (g_str_equal (id, "join"))
    return tap_join (view, query);
  if (view->popup != NULL && g_strcmp0 (view->popup->id, id) == 0)
    return tap_popup (view, query);
  if (view->page == KQ_VIEW_PAGE_CARD)
    return tap_card (view, query, id);
  item = kq_view_get_item (view, id);

  return item != NULL && tap_item (query, item);
}
