/* kq-facts-header.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-facts-header.h"

#include <string.h>

#include "kq-money.h"

#define MAX_NAMES 12

/* The likelier name first: where a table has several, that one is taken. */
static const char * const names[KQ_FACTS_N_FIELDS][MAX_NAMES + 1] = {
  [KQ_FACTS_DATE] = { "日期", "统计日期", "数据日期", "统计时间", "时间", "date", "day" },
  [KQ_FACTS_HOUR] = { "小时", "时段", "hour" },
  [KQ_FACTS_ID] = { "优惠券id", "券批次id", "券id", "批次id", "活动id", "id", "externalid" },
  [KQ_FACTS_NAME] = { "优惠券名称", "券名称", "活动名称", "优惠券", "coupon", "name" },
  [KQ_FACTS_MEASURES + KQ_MEASURE_CLAIMS] = { "领取数", "领取张数", "领取量", "领取次数", "claims" },
  [KQ_FACTS_MEASURES + KQ_MEASURE_USES] = { "使用数", "使用张数", "核销数", "核销量", "使用量",
                                            "核销张数", "uses" },
  [KQ_FACTS_MEASURES + KQ_MEASURE_ORDERS] = { "订单数", "支付订单数", "用券订单数", "orders" },
  [KQ_FACTS_MEASURES + KQ_MEASURE_SALES] = { "用券成交金额", "成交金额", "支付金额", "销售额", "gmv",
                                             "sales" },
  [KQ_FACTS_MEASURES + KQ_MEASURE_COST] = { "优惠金额", "成本", "cost" },
  [KQ_FACTS_MEASURES + KQ_MEASURE_CLAIMERS] = { "领取人数", "claimers" },
  [KQ_FACTS_MEASURES + KQ_MEASURE_USERS] = { "使用人数", "核销人数", "users" },
  [KQ_FACTS_MEASURES + KQ_MEASURE_BUYERS] = { "支付买家数", "支付人数", "成交人数", "buyers" },
  [KQ_FACTS_MEASURES + KQ_MEASURE_REPURCHASERS] = { "复购人数", "老客人数", "老买家数",
                                                    "repurchasers" },
};

/* Where the brackets at the end begin, or the end */
static char *
find_unit (char *text)
{
  static const char * const pairs[][2] = { { "(", ")" }, { "[", "]" }, { "【", "】" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      char *open = strstr (text, pairs[i][0]);

      if (open != NULL && open != text && g_str_has_suffix (text, pairs[i][1]))
        return open;
    }

  return text + strlen (text);
}

/* Half width, lower case, without spaces */
static char *
simplify (const char *header)
{
  g_autofree char *half = kq_text_to_half_width (header);
  g_autofree char *lower = g_utf8_strdown (half, -1);
  GString *out = g_string_new (NULL);

  for (const char *p = lower; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)) && g_utf8_get_char (p) != 0xfeff)
      g_string_append_unichar (out, g_utf8_get_char (p));

  return g_string_free (out, FALSE);
}

/* A header as names are compared: without its unit */
char *
kq_facts_header_fold (const char *header)
{
  char *folded = simplify (header);

  *find_unit (folded) = '\0';

  return folded;
}

/* How well a header is that field's: 0 not at all, more is better */
guint
kq_facts_header_rate (KqFactsField  field,
                      const char   *folded)
{
  for (guint i = 0; names[field][i] != NULL; i++)
    if (g_str_equal (folded, names[field][i]))
      return MAX_NAMES - i;

  return 0;
}

/* How many decimals of what stands below a header are whole in what it counts:
 * yuan are counted in fen. */
int
kq_facts_header_get_scale (const char *header,
                           gboolean    is_money)
{
  g_autofree char *simple = simplify (header);
  const char *unit = find_unit (simple);
  gboolean ten_thousands = strstr (unit, "万") != NULL;

  if (!is_money)
    return ten_thousands ? 4 : 0;
  if (strstr (unit, "分") != NULL)
    return 0;

  return ten_thousands ? 6 : 2;
}
