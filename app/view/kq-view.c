/* kq-view.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-benefit.h"
#include "kq-card-benefit.h"
#include "kq-coupon.h"
#include "kq-gift-pack.h"
#include "kq-gift.h"
#include "kq-poster.h"
#include "kq-product.h"
#include "kq-view-private.h"

/* The texts of each, for freeing and comparing. */

static const gsize item_texts[] = {
  G_STRUCT_OFFSET (KqViewItem, id),     G_STRUCT_OFFSET (KqViewItem, coupon),
  G_STRUCT_OFFSET (KqViewItem, title),  G_STRUCT_OFFSET (KqViewItem, face),
  G_STRUCT_OFFSET (KqViewItem, detail), G_STRUCT_OFFSET (KqViewItem, when),
  G_STRUCT_OFFSET (KqViewItem, mark),   G_STRUCT_OFFSET (KqViewItem, action),
  G_STRUCT_OFFSET (KqViewItem, image),  G_STRUCT_OFFSET (KqViewItem, link),
};

static const gsize block_texts[] = {
  G_STRUCT_OFFSET (KqViewBlock, id),    G_STRUCT_OFFSET (KqViewBlock, title),
  G_STRUCT_OFFSET (KqViewBlock, text),  G_STRUCT_OFFSET (KqViewBlock, note),
  G_STRUCT_OFFSET (KqViewBlock, tag),   G_STRUCT_OFFSET (KqViewBlock, action),
  G_STRUCT_OFFSET (KqViewBlock, image), G_STRUCT_OFFSET (KqViewBlock, logo),
  G_STRUCT_OFFSET (KqViewBlock, color),
};

static void
free_texts (gpointer     data,
            const gsize *offsets,
            guint        n_offsets)
{
  for (guint i = 0; i < n_offsets; i++)
    g_free (G_STRUCT_MEMBER (char *, data, offsets[i]));
}

static gboolean
same_texts (gconstpointer  a,
            gconstpointer  b,
            const gsize   *offsets,
            guint          n_offsets)
{
  for (guint i = 0; i < n_offsets; i++)
    if (g_strcmp0 (G_STRUCT_MEMBER (const char *, a, offsets[i]),
                   G_STRUCT_MEMBER (const char *, b, offsets[i])) != 0)
      return FALSE;

  return TRUE;
}

static void
item_free (gpointer data)
{
  KqViewItem *item = data;

  free_texts (item, item_texts, G_N_ELEMENTS (item_texts));
  g_free (item);
}

static void
absence_free (gpointer data)
{
  KqViewAbsence *absence = data;

  g_free (absence->id);
  g_free (absence->title);
  g_free (absence->text);
  g_free (absence);
}

/* The type of the object that an entry stands for, where nothing else is said:
 * an activity shows as what it grants. */
static GType
type_of (KqViewItemKind kind)
{
  switch (kind)
    {
    case KQ_VIEW_ITEM_COUPON:
      return KQ_TYPE_COUPON;
    case KQ_VIEW_ITEM_GIFT:
      return KQ_TYPE_GIFT;
    case KQ_VIEW_ITEM_PACK:
      return KQ_TYPE_GIFT_PACK;
    case KQ_VIEW_ITEM_BENEFIT:
      return KQ_TYPE_BENEFIT;
    case KQ_VIEW_ITEM_CARD_BENEFIT:
      return KQ_TYPE_CARD_BENEFIT;
    case KQ_VIEW_ITEM_POSTER:
      return KQ_TYPE_POSTER;
    case KQ_VIEW_ITEM_PRODUCT:
      return KQ_TYPE_PRODUCT;
    default:
      g_return_val_if_reached (G_TYPE_INVALID);
    }
}

KqViewItem *
kq_view_item_new (KqViewItemKind  kind,
                  KqViewStatus    status,
                  const char     *id,
                  char           *title)
{
  KqViewItem *item = g_new0 (KqViewItem, 1);

  item->kind = kind;
  item->status = status;
  item->type = type_of (kind);
  item->id = g_strdup (id);
  item->title = title;

  return item;
}

KqViewBlock *
kq_view_block_new (KqViewBlockKind  kind,
                   const char      *title)
{
  KqViewBlock *block = g_new0 (KqViewBlock, 1);

  block->kind = kind;
  block->title = g_strdup (title);
  block->enabled = TRUE;
  block->items = g_ptr_array_new_with_free_func (item_free);

  return block;
}

void
kq_view_block_free (KqViewBlock *block)
{
  free_texts (block, block_texts, G_N_ELEMENTS (block_texts));
  g_ptr_array_unref (block->items);
  g_free (block);
}

KqView *
kq_view_new (KqPlatform platform,
             KqViewPage page)
{
  KqView *view = g_new0 (KqView, 1);

  g_atomic_ref_count_init (&view->ref_count);
  view->platform = platform;
  view->page = page;
  view->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_view_block_free);
  view->absences = g_ptr_array_new_with_free_func (absence_free);

  return view;
}

/**
 * kq_view_ref:
 * @view: a view
 *
 * Returns: (transfer full): @view
 */
KqView *
kq_view_ref (KqView *view)
{
  g_return_val_if_fail (view != NULL, NULL);

  g_atomic_ref_count_inc (&view->ref_count);

  return view;
}

/**
 * kq_view_unref:
 * @view: (transfer full): a view
 *
 * Frees @view when nobody else holds it.
 */
void
kq_view_unref (KqView *view)
{
  g_return_if_fail (view != NULL);

  if (!g_atomic_ref_count_dec (&view->ref_count))
    return;

  g_free (view->title);
  g_free (view->clock);
  g_free (view->note);
  g_ptr_array_unref (view->blocks);
  g_clear_pointer (&view->popup, kq_view_block_free);
  g_ptr_array_unref (view->absences);
  g_free (view);
}

/**
 * kq_view_get_block:
 * @view: a view
 * @kind: a kind of block
 *
 * Returns: (transfer none) (nullable): the first block of that kind
 */
KqViewBlock *
kq_view_get_block (KqView          *view,
                   KqViewBlockKind  kind)
{
  g_return_val_if_fail (view != NULL, NULL);

  for (guint i = 0; i < view->blocks->len; i++)
    {
      KqViewBlock *block = view->blocks->pdata[i];

      if (block->kind == kind)
        return block;
    }

  return NULL;
}

static KqViewItem *
find_item (KqViewBlock *block,
           const char  *id)
{
  for (guint i = 0; i < block->items->len; i++)
    {
      KqViewItem *item = block->items->pdata[i];

      if (g_str_equal (item->id, id) || g_strcmp0 (item->coupon, id) == 0)
        return item;
    }

  return NULL;
}

/**
 * kq_view_get_item:
 * @view: a view
 * @id: the id of an object, or of the coupon that it grants
 *
 * Returns: (transfer none) (nullable): what the page says of it, or the pop-up
 */
KqViewItem *
kq_view_get_item (KqView     *view,
                  const char *id)
{
  KqViewItem *item = NULL;

  g_return_val_if_fail (view != NULL, NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; item == NULL && i < view->blocks->len; i++)
    item = find_item (view->blocks->pdata[i], id);
  if (item == NULL && view->popup != NULL)
    item = find_item (view->popup, id);

  return item;
}

/**
 * kq_view_get_status:
 * @view: a view
 * @id: the id of an object, or of the coupon that it grants
 *
 * Returns: what it is to the persona; %KQ_VIEW_STATUS_HIDDEN where it isn't
 *   on the page
 */
KqViewStatus
kq_view_get_status (KqView     *view,
                    const char *id)
{
  KqViewItem *item = kq_view_get_item (view, id);

  return item != NULL ? item->status : KQ_VIEW_STATUS_HIDDEN;
}

/**
 * kq_view_get_reason:
 * @view: a view
 * @id: the id of an object
 *
 * Returns: why @id isn't shown, %KQ_VIEW_REASON_NONE where it is or where it
 *   has no place on such a page
 */
KqViewReason
kq_view_get_reason (KqView     *view,
                    const char *id)
{
  g_return_val_if_fail (view != NULL, KQ_VIEW_REASON_NONE);
  g_return_val_if_fail (id != NULL, KQ_VIEW_REASON_NONE);

  if (kq_view_get_item (view, id) != NULL)
    return KQ_VIEW_REASON_NONE;
  for (guint i = 0; i < view->absences->len; i++)
    {
      KqViewAbsence *absence = view->absences->pdata[i];

      if (g_str_equal (absence->id, id))
        return absence->reason;
    }

  return KQ_VIEW_REASON_NONE;
}

/**
 * kq_view_item_equal:
 * @a: an entry
 * @b: an entry
 *
 * Returns: whether they look and act alike
 */
gboolean
kq_view_item_equal (const KqViewItem *a,
                    const KqViewItem *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  return a->kind == b->kind && a->status == b->status && a->variant == b->variant &&
         same_texts (a, b, item_texts, G_N_ELEMENTS (item_texts));
}

/**
 * kq_view_block_equal:
 * @a: a block
 * @b: a block
 *
 * Returns: whether they look and act alike
 */
gboolean
kq_view_block_equal (const KqViewBlock *a,
                     const KqViewBlock *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, FALSE);

  if (a->kind != b->kind || a->preset != b->preset || a->tone != b->tone ||
      a->enabled != b->enabled || a->done != b->done || a->total != b->total ||
      a->items->len != b->items->len ||
      !same_texts (a, b, block_texts, G_N_ELEMENTS (block_texts)))
    return FALSE;
  for (guint i = 0; i < a->items->len; i++)
    if (!kq_view_item_equal (a->items->pdata[i], b->items->pdata[i]))
      return FALSE;

  return TRUE;
}
