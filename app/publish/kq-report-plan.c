/* kq-report-plan.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-coupon.h"
#include "kq-gift-pack.h"
#include "kq-list.h"
#include "kq-report-private.h"
#include "kq-words.h"

/* What there will be, and when */

static void
add_time (KqReport *self,
          KqTime    time)
{
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *text = NULL;

  if (!kq_time_is_set (time))
    {
      kq_book_add_nothing (self->book);
      return;
    }

  moment = kq_time_to_date_time (time, self->zone);
  text = g_date_time_format (moment, "%Y-%m-%d %H:%M:%S");
  kq_book_add_text (self->book, text);
}

static void
add_object (KqReport *self,
            KqObject *object,
            guint     start,
            guint     end,
            gint64    quantity)
{
  const int platform = kq_object_get_platform (object);
  g_autofree char *name = kq_report_dup_name (object);

  kq_book_add_text (self->book, platform >= 0 ? _(kq_platform_words[platform].label) : "");
  kq_book_add_text (self->book, kq_object_get_label (object));
  kq_book_add_text (self->book, name);
  add_time (self, kq_object_get_time (object, start));
  add_time (self, kq_object_get_time (object, end));
  kq_book_add_count (self->book, quantity);
  kq_book_end_row (self->book);
}

void
kq_report_add_plan (KqReport *self)
{
  KqCampaign *campaign = self->source->campaign;
  KqList *coupons = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);
  KqList *packs = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_GIFT_PACKS);
  const char * const header[] = { _("Platform"), _("Kind"), _("Name"), _("From"), _("Until"),
                                  _("Quantity"), NULL };

  kq_book_begin_sheet (self->book, _("Plan"), header);
  for (guint i = 0; i < kq_list_get_length (coupons); i++)
    {
      KqObject *coupon = kq_list_get (coupons, i);

      if (!kq_object_is_voided (coupon))
        add_object (self, coupon, KQ_COUPON_CLAIM_START, KQ_COUPON_CLAIM_END,
                    kq_object_get_int (coupon, KQ_COUPON_QUANTITY));
    }
  for (guint i = 0; i < kq_list_get_length (packs); i++)
    {
      KqObject *pack = kq_list_get (packs, i);

      if (!kq_object_is_voided (pack))
        add_object (self, pack, KQ_GIFT_PACK_START, KQ_GIFT_PACK_END,
                    kq_pack_get_total (campaign, pack));
    }
}
