/* kq-describe.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-describe.h"

#include <glib/gi18n-lib.h>

#include "kq-campaign.h"
#include "kq-list.h"
#include "kq-pack-stock.h"

/* How many levels are named before they are counted */
#define MAX_NAMES 3

static char *
describe_days (GDateTime *first,
               GDateTime *last)
{
  gboolean one_year = g_date_time_get_year (first) == g_date_time_get_year (last);
  gboolean one_month = one_year && g_date_time_get_month (first) == g_date_time_get_month (last);
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;

  if (one_month && g_date_time_get_day_of_month (first) == g_date_time_get_day_of_month (last))
    return g_date_time_format (first, C_("day", "%-d %b"));

  /* Translators: these are formats for g_date_time_format(). “1–7 Nov” is made
   * of the first two, “28 Oct–3 Nov” of “day” twice, and with years of the last. */
  from = g_date_time_format (first, one_month ? C_("first day of a period within a month", "%-d")
                                    : one_year ? C_("day", "%-d %b")
                                               : C_("day and year", "%-d %b %Y"));
  to = g_date_time_format (last, one_month ? C_("last day of a period within a month", "%-d %b")
                                 : one_year ? C_("day", "%-d %b")
                                            : C_("day and year", "%-d %b %Y"));

  return g_strdup_printf ("%s–%s", from, to);
}

/**
 * kq_period_describe:
 * @start: its first second, or %KQ_TIME_NONE
 * @end: its last second, or %KQ_TIME_NONE
 * @zone: (nullable): the zone whose days are meant
 *
 * Returns: (transfer full) (nullable): “1–7 Nov”, or %NULL where neither is set
 */
char *
kq_period_describe (KqTime     start,
                    KqTime     end,
                    GTimeZone *zone)
{
  g_autoptr (GDateTime) first = NULL;
  g_autoptr (GDateTime) last = NULL;
  g_autofree char *day = NULL;

  if (kq_time_is_set (start))
    first = kq_time_to_date_time (start, zone);
  if (kq_time_is_set (end))
    last = kq_time_to_date_time (end, zone);
  if (first == NULL && last == NULL)
    return NULL;
  if (first != NULL && last != NULL)
    return describe_days (first, last);

  day = g_date_time_format (first != NULL ? first : last, C_("day", "%-d %b"));
  return first != NULL ? g_strdup_printf (_("from %s"), day) : g_strdup_printf (_("until %s"), day);
}

static void
add_part (GString *line,
          char    *part)
{
  if (part != NULL && line->len > 0)
    g_string_append (line, " · ");
  if (part != NULL)
    g_string_append (line, part);
  g_free (part);
}

static char *
describe_period_of (KqObject  *object,
                    guint      start,
                    guint      end,
                    GTimeZone *zone)
{
  return kq_period_describe (kq_object_get_time (object, start),
                             kq_object_get_time (object, end), zone);
}

static char *
describe_count (gint64      count,
                const char *format)
{
  g_autofree char *number = kq_count_format (count);
  g_auto (GStrv) around = g_strsplit (format, "%s", 2);

  return g_strjoinv (number, around);
}

static gulong
plural (gint64 count)
{
  return (gulong) CLAMP (count, 0, G_MAXINT32);
}

static char *
describe_validity (KqObject *coupon)
{
  gint64 days = kq_object_get_int (coupon, KQ_COUPON_USE_DAYS);

  if (kq_object_get_choice (coupon, KQ_COUPON_VALIDITY) != KQ_COUPON_VALIDITY_DAYS)
    return NULL;

  return describe_count (days, ngettext ("valid %s day after the claim",
                                         "valid %s days after the claim", plural (days)));
}

static char *
describe_limit (KqObject *coupon)
{
  gint64 limit = kq_object_get_int (coupon, KQ_COUPON_PER_MEMBER);

  if (limit == 1)
    return g_strdup (_("one each"));

  return limit > 1 ? describe_count (limit, _("%s each")) : NULL;
}

static char *
describe_levels (KqObject *object,
                 guint     index)
{
  const char * const *ids = kq_object_get_texts (object, index);
  KqObject *root = kq_object_get_root (object);
  GString *names;

  if (*ids == NULL || !KQ_IS_CAMPAIGN (root))
    return g_strdup (_("all levels"));
  if (g_strv_length ((char **) ids) > MAX_NAMES)
    return describe_count (g_strv_length ((char **) ids), _("%s levels"));

  names = g_string_new (NULL);
  for (; *ids != NULL; ids++)
    {
      KqObject *level = kq_list_find (kq_object_get_list (root, KQ_CAMPAIGN_LEVELS), *ids);
      g_autofree char *name = level != NULL ? kq_object_describe_name (level) : g_strdup (*ids);

      /* Translators: between the names of a list */
      g_string_append_printf (names, "%s%s", names->len > 0 ? _(", ") : "", name);
    }
  return g_string_free (names, FALSE);
}

/**
 * kq_coupon_describe:
 * @coupon: a coupon
 * @zone: (nullable): the campaign's zone
 *
 * The coupon in a line: “¥100 off ¥599 · 1–7 Nov · 10,000 coupons · one each ·
 * all levels”.
 *
 * Returns: (transfer full): the line
 */
char *
kq_coupon_describe (KqCoupon  *coupon,
                    GTimeZone *zone)
{
  KqObject *object = KQ_OBJECT (coupon);
  GString *line;
  gint64 quantity;

  g_return_val_if_fail (KQ_IS_COUPON (coupon), NULL);

  line = g_string_new (NULL);
  quantity = kq_object_get_int (object, KQ_COUPON_QUANTITY);
  add_part (line, kq_coupon_describe_discount (coupon));
  add_part (line, describe_period_of (object, KQ_COUPON_CLAIM_START, KQ_COUPON_CLAIM_END, zone));
  add_part (line, describe_validity (object));
  add_part (line, describe_count (quantity, ngettext ("%s coupon", "%s coupons", plural (quantity))));
  add_part (line, describe_limit (object));
  add_part (line, describe_levels (object, KQ_COUPON_LEVELS));

  return g_string_free (line, FALSE);
}

static char *
describe_contents (KqObject *pack)
{
  guint n = g_strv_length ((char **) kq_object_get_texts (pack, KQ_GIFT_PACK_COUPONS));
  g_autofree char *coupons = describe_count (n, ngettext ("%s coupon", "%s coupons", n));

  if (kq_object_get_child (pack, KQ_GIFT_PACK_GIFT) == NULL)
    return g_steal_pointer (&coupons);

  /* Translators: what is in a pack; %s is “3 coupons” */
  return g_strdup_printf (_("%s and a gift"), coupons);
}

static char *
describe_total (KqGiftPack *pack)
{
  KqObject *limit;
  gint64 total = kq_gift_pack_get_total (pack, &limit);
  g_autofree char *packs = describe_count (total, ngettext ("%s pack", "%s packs", plural (total)));
  g_autofree char *name = NULL;

  if (limit == NULL || limit == KQ_OBJECT (pack))
    return g_steal_pointer (&packs);

  name = kq_object_describe_name (limit);
  /* Translators: how many packs, and the coupon or gift that allows no more */
  return g_strdup_printf (_("%1$s, as many as there are of “%2$s”"), packs, name);
}

/**
 * kq_pack_describe:
 * @pack: a gift pack
 * @zone: (nullable): the campaign's zone
 *
 * The pack in a line: “New-member pack · 1–7 Nov · 2 coupons and a gift · 100
 * packs, as many as there are of “Mug””.
 *
 * Returns: (transfer full): the line
 */
char *
kq_pack_describe (KqGiftPack *pack,
                  GTimeZone  *zone)
{
  KqObject *object = KQ_OBJECT (pack);
  const KqField *audience;
  int choice;
  GString *line;

  g_return_val_if_fail (KQ_IS_GIFT_PACK (pack), NULL);

  line = g_string_new (NULL);
  audience = kq_object_get_field (object, KQ_GIFT_PACK_AUDIENCE);
  choice = kq_object_get_choice (object, KQ_GIFT_PACK_AUDIENCE);
  if (choice >= 0)
    add_part (line, g_strdup (kq_field_get_word_label (audience, choice)));
  add_part (line, describe_period_of (object, KQ_GIFT_PACK_START, KQ_GIFT_PACK_END, zone));
  add_part (line, describe_contents (object));
  add_part (line, describe_total (pack));
  if (choice == KQ_PACK_AUDIENCE_MEMBERS)
    add_part (line, describe_levels (object, KQ_GIFT_PACK_LEVELS));

  return g_string_free (line, FALSE);
}
