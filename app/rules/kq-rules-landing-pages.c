/* kq-rules-landing-pages.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-block.h"
#include "kq-coupon.h"
#include "kq-landing-page.h"
#include "kq-product.h"
#include "kq-rules-private.h"
#include "kq-rules-shared.h"

/* Landing pages (document 003). */

static KqList *
blocks_of (KqObject *page)
{
  return kq_object_get_list (page, KQ_LANDING_PAGE_BLOCKS);
}

/* MF-48 */

/* Whether @title is what some object of the campaign is called in the file. */
static gboolean
is_id (KqCheck    *check,
       const char *title)
{
  KqObject *campaign = KQ_OBJECT (kq_check_get_campaign (check));

  for (guint i = 0; i < kq_object_get_n_fields (campaign); i++)
    if (kq_object_get_field (campaign, i)->kind == KQ_FIELD_CHILDREN &&
        kq_check_find (check, i, title) != NULL)
      return TRUE;

  return FALSE;
}

static void
check_title (KqCheck  *check,
             KqObject *page)
{
  g_autofree char *title = g_strstrip (g_strdup (kq_object_get_text (page,
                                                                     KQ_LANDING_PAGE_TITLE)));
  g_autofree char *name = NULL;

  if (*title != '\0' && !is_id (check, title))
    return;

  name = kq_check_name_of (page);
  kq_check_found (check, page, KQ_LANDING_PAGE_TITLE,
                  *title == '\0'
                  ? g_strdup_printf (_("Page %s has no name; buyers see it at the top, so give it "
                                       "one that says what they get"), name)
                  : g_strdup_printf (_("The name of page %s is an id; buyers see it at the top, so "
                                       "give it one that says what they get"), name));
}

/* MF-49 */

/* From the top down; other blocks may stand anywhere. */
static int
rank_of (KqObject *block)
{
  switch (kq_object_get_choice (block, KQ_BLOCK_KIND))
    {
    case KQ_BLOCK_KIND_COUPON:
      switch (kq_object_get_choice (block, KQ_BLOCK_TONE))
        {
        case KQ_TONE_RED:
          return 0;
        case KQ_TONE_ORANGE:
          return 2;
        default:
          return -1;
        }
    case KQ_BLOCK_KIND_PRODUCTS:
      return 1;
    default:
      return -1;
    }
}

static gboolean
is_in_order (KqList *blocks)
{
  int last = 0;

  for (guint i = 0; i < kq_list_get_length (blocks); i++)
    {
      int rank = rank_of (kq_list_get (blocks, i));

      if (rank >= 0 && rank < last)
        return FALSE;
      if (rank >= 0)
        last = rank;
    }

  return TRUE;
}

/* The blocks in the advised order: those that have a rank change places among
 * themselves, all others stay where they are. */
static JsonNode *
put_in_order (KqObject *page)
{
  KqList *blocks = blocks_of (page);
  g_autoptr (GPtrArray) ranked = g_ptr_array_new ();
  g_autoptr (JsonNode) as_is = kq_object_dup_value (page, KQ_LANDING_PAGE_BLOCKS);
  JsonArray *from = json_node_get_array (as_is);
  JsonNode *ordered = json_node_new (JSON_NODE_ARRAY);
  JsonArray *to = json_array_new ();
  guint next = 0;

  for (int rank = 0; rank <= 2; rank++)
    for (guint i = 0; i < kq_list_get_length (blocks); i++)
      if (rank_of (kq_list_get (blocks, i)) == rank)
        g_ptr_array_add (ranked, json_array_get_element (from, i));

  for (guint i = 0; i < kq_list_get_length (blocks); i++)
    {
      gboolean moves = rank_of (kq_list_get (blocks, i)) >= 0;
      JsonNode *block = moves ? g_ptr_array_index (ranked, next++)
                              : json_array_get_element (from, i);

      json_array_add_element (to, json_node_copy (block));
    }

  json_node_take_array (ordered, to);

  return ordered;
}

static void
check_order (KqCheck  *check,
             KqObject *page)
{
  g_autofree char *name = NULL;
  GPtrArray *edits;
  KqFinding *finding;

  if (is_in_order (blocks_of (page)))
    return;

  name = kq_check_name_of (page);
  finding = kq_check_found (check, page, KQ_LANDING_PAGE_BLOCKS,
                            g_strdup_printf (_("Page %s has its blocks in another order than "
                                               "advised: the red coupon on top, the products in "
                                               "the middle, the orange coupon at the bottom"),
                                             name));
  edits = kq_check_edits_new ();
  kq_check_add_edit (edits, page, KQ_LANDING_PAGE_BLOCKS, put_in_order (page));
  kq_check_fix_edits (finding, edits, g_strdup (_("Put the blocks in order")));
}

/* MF-50 */

/* Whose link has been spoken of. */
static gpointer
new_said (KqCheck *check)
{
  return g_hash_table_new (NULL, NULL);
}

static const KqLookup said_of_links = {
  { 0 }, new_said, NULL, NULL, (GDestroyNotify) g_hash_table_unref
};

static void
check_short (KqCheck  *check,
             KqObject *page,
             KqObject *object,
             guint     field)
{
  GHashTable *said = kq_check_look_up (check, &said_of_links);
  const char *link = kq_object_get_text (object, field);
  g_autofree char *name = NULL;

  /* What is on several pages is mended in one place. */
  if (*link == '\0' || kq_check_is_short_link (check, link) || !g_hash_table_add (said, object))
    return;

  name = kq_check_name_of (page);
  kq_check_found (check, object, field,
                  g_strdup_printf (_("Page %s leads to “%s”, which isn't a Taobao short link: the "
                                     "Taobao app opens no other"), name, link));
}

static void
check_block_links (KqCheck  *check,
                   KqObject *page,
                   KqObject *block)
{
  const char * const *ids = kq_object_get_texts (block, KQ_BLOCK_PRODUCTS);
  KqObject *coupon = kq_check_find (check, KQ_CAMPAIGN_COUPONS,
                                    kq_object_get_text (block, KQ_BLOCK_COUPON));

  check_short (check, page, block, KQ_BLOCK_LINK);
  if (kq_object_field_applies (block, KQ_BLOCK_COUPON) && coupon != NULL &&
      !kq_object_is_voided (coupon))
    check_short (check, page, coupon, KQ_COUPON_SHORT_LINK);
  if (!kq_object_field_applies (block, KQ_BLOCK_PRODUCTS))
    return;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      KqObject *product = kq_check_find (check, KQ_CAMPAIGN_PRODUCTS, ids[i]);

      if (product != NULL)
        check_short (check, page, product, KQ_PRODUCT_SHORT_LINK);
    }
}

static void
check_links (KqCheck  *check,
             KqObject *page)
{
  for (guint i = 0; i < kq_list_get_length (blocks_of (page)); i++)
    check_block_links (check, page, kq_list_get (blocks_of (page), i));
}

/* MF-52 */

static void
check_tested (KqCheck  *check,
              KqObject *page)
{
  g_autofree char *name = NULL;

  if (kq_object_get_bool (page, KQ_LANDING_PAGE_CLICK_TESTED))
    return;

  name = kq_check_name_of (page);
  kq_check_found (check, page, KQ_LANDING_PAGE_CLICK_TESTED,
                  g_strdup_printf (_("Nobody has clicked through page %s yet: tap every link on a "
                                     "phone before you send it, and tick it here"), name));
}

const KqRule *
kq_rules_for_landing_pages (guint *n_rules)
{
#define ON_PAGE(id, severity, check, ...) \
  { id, KQ_SEVERITY_##severity, "003", KQ_ON_TAOBAO_FAMILY, KQ_SUBJECT_LANDING_PAGE, check, \
    { __VA_ARGS__ } }
  static const KqRule rules[] = {
    ON_PAGE ("MF-48", WARNING, check_title),
    ON_PAGE ("MF-49", ADVICE, check_order),
    ON_PAGE ("MF-50", ERROR, check_links, &said_of_links),
    ON_PAGE ("MF-52", WARNING, check_tested),
  };
#undef ON_PAGE

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
