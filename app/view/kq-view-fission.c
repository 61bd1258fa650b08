/* kq-view-fission.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-coupon.h"
#include "kq-fission.h"
#include "kq-view-private.h"

/* The page behind a fission link: a sharer sees how many friends are still to
 * claim, everybody else the friend's coupon. */

static KqViewStatus
fission_status (KqViewer *self,
                KqObject *fission,
                KqObject *coupon)
{
  KqViewStatus status = kq_viewer_coupon_status (self, coupon, 0);

  if (status == KQ_VIEW_STATUS_CLAIMED || status == KQ_VIEW_STATUS_OVER)
    return status;
  if (kq_object_get_choice (fission, KQ_FISSION_STATE) == KQ_STATE_ENDED ||
      kq_viewer_is_after (self, kq_object_get_time (fission, KQ_FISSION_END)))
    return KQ_VIEW_STATUS_OVER;
  if (kq_viewer_is_before (self, kq_object_get_time (fission, KQ_FISSION_START)))
    return KQ_VIEW_STATUS_NOT_YET;

  return status;
}

static void
add_coupon (KqViewer   *self,
            KqObject   *fission,
            guint       field,
            const char *title,
            gboolean    granted)
{
  KqObject *coupon = kq_viewer_coupon (self, kq_object_get_text (fission, field));
  KqViewBlock *block;
  KqViewStatus status;
  KqViewItem *item;

  if (coupon == NULL || !kq_viewer_is_own (self, coupon, KQ_COUPON_PLATFORM) ||
      kq_object_get_choice (coupon, KQ_COUPON_STATE) == KQ_STATE_VOIDED)
    return;

  status = fission_status (self, fission, coupon);
  if (status == KQ_VIEW_STATUS_CLAIMABLE && !granted)
    status = KQ_VIEW_STATUS_NOT_YET;
  item = kq_viewer_coupon_item (self, coupon, status);
  if (!granted && status == KQ_VIEW_STATUS_NOT_YET)
    {
      g_free (item->when);
      item->when = g_strdup (_("Granted when enough friends have claimed"));
      g_free (item->action);
      item->action = g_strdup (_("Not yet"));
    }

  block = kq_view_block_new (KQ_VIEW_BLOCK_COUPONS, title);
  g_ptr_array_add (block->items, item);
  kq_viewer_add_block (self, block);
}

/* MF-24: only friends who claimed count. */
static gboolean
add_progress (KqViewer *self,
              KqObject *fission)
{
  gint64 people = MAX (kq_object_get_int (fission, KQ_FISSION_PEOPLE), 1);
  guint waiting = self->query->friends - self->query->friends_claimed;
  KqViewBlock *block = kq_view_block_new (KQ_VIEW_BLOCK_PROGRESS, _("Friends who have claimed"));

  block->done = MIN ((gint64) self->query->friends_claimed, people);
  block->total = people;
  if (waiting > 0)
    block->note = g_strdup_printf (ngettext ("%u friend opened the link without claiming, which "
                                             "doesn’t count",
                                             "%u friends opened the link without claiming, which "
                                             "doesn’t count", waiting), waiting);
  else
    block->note = g_strdup (_("Only friends who claim count"));
  kq_viewer_add_block (self, block);

  return block->done >= people;
}

void
kq_viewer_build_fission (KqViewer *self,
                         KqObject *fission)
{
  gboolean granted;

  self->view->title = kq_view_short_text (kq_object_get_text (fission, KQ_FISSION_NAME),
                                          KQ_VIEW_MAX_NAME);
  if (kq_object_get_choice (fission, KQ_FISSION_STATE) == KQ_STATE_VOIDED)
    self->view->note = g_strdup (_("The page is voided: buyers don’t see it"));

  if (self->query->persona == KQ_PERSONA_SHARER)
    {
      granted = add_progress (self, fission);
      add_coupon (self, fission, KQ_FISSION_SHARER_COUPON, _("For you"), granted);
      return;
    }

  add_coupon (self, fission, KQ_FISSION_INVITEE_COUPON, _("A friend shares this with you"), TRUE);
}
