/* kq-levels-section.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-levels-section.h"

#include <inttypes.h>

#include <glib/gi18n-lib.h>

#include "kq-level.h"
#include "kq-list.h"
#include "kq-money.h"
#include "kq-percent.h"

/**
 * KqLevelsSection:
 *
 * The member levels of each platform.
 */
struct _KqLevelsSection {
  KqListSection parent_instance;
};

G_DEFINE_FINAL_TYPE (KqLevelsSection, kq_levels_section, KQ_TYPE_LIST_SECTION)

static const char * const level_fields[] = { "platform", "name", "rank", NULL };
static const char * const reach_fields[] = { "minSpend", "minOrders", NULL };
static const char * const price_fields[] = { "percent", NULL };
static const KqFormGroup groups[] = {
  { N_("Level"), level_fields },
  { N_("To reach it"), reach_fields },
  { N_("What it gives"), price_fields },
};

static void
append_part (GString *text,
             char    *part)
{
  if (text->len > 0)
    g_string_append (text, " · ");
  g_string_append (text, part);
  g_free (part);
}

static char *
dup_subtitle (KqDocument *document,
              KqObject   *object)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (document));
  const char *currency = kq_object_get_text (campaign, KQ_CAMPAIGN_CURRENCY);
  gint64 spend = kq_object_get_int (object, KQ_LEVEL_MIN_SPEND);
  gint64 orders = kq_object_get_int (object, KQ_LEVEL_MIN_ORDERS);
  gint64 percent = kq_object_get_int (object, KQ_LEVEL_PERCENT);
  g_autoptr (GString) text = g_string_new (NULL);

  append_part (text, g_strdup_printf (_("Rank %" PRId64),
                                      kq_object_get_int (object, KQ_LEVEL_RANK)));
  if (spend > 0)
    {
      g_autofree char *money = kq_money_format_short (spend, currency);

      append_part (text, g_strdup_printf (_("from %s"), money));
    }
  if (orders > 0)
    append_part (text, g_strdup_printf (ngettext ("from %" PRId64 " order",
                                                  "from %" PRId64 " orders", orders),
                                        orders));
  if (percent != 100)
    append_part (text, kq_percent_describe (percent));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* A new level is the next above the last one in the list. */
static void
prepare (KqDocument *document,
         KqObject   *object)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (document));
  KqList *levels = kq_object_get_list (campaign, KQ_CAMPAIGN_LEVELS);
  guint length = kq_list_get_length (levels);
  const char *platform;
  gint64 rank = 0;

  if (length == 0)
    return;

  platform = kq_object_get_word (kq_list_get (levels, length - 1), KQ_LEVEL_PLATFORM);
  for (guint i = 0; i < length; i++)
    {
      KqObject *level = kq_list_get (levels, i);

      if (g_str_equal (kq_object_get_word (level, KQ_LEVEL_PLATFORM), platform))
        rank = MAX (rank, kq_object_get_int (level, KQ_LEVEL_RANK));
    }
  kq_object_set_word (object, KQ_LEVEL_PLATFORM, platform);
  kq_object_set_int (object, KQ_LEVEL_RANK, rank + 1);
}

static const KqListSpec specs[] = {
  {
    .list = KQ_CAMPAIGN_LEVELS,
    .title = N_("Levels"),
    .add_label = N_("Level"),
    .empty_text = N_("Add the member levels of each platform, from the lowest up."),
    .icon_name = "kq-levels-symbolic",
    .id_prefix = "level",
    .groups = groups,
    .n_groups = G_N_ELEMENTS (groups),
    .dup_subtitle = dup_subtitle,
    .prepare = prepare,
  },
};

static void
kq_levels_section_class_init (KqLevelsSectionClass *klass)
{
  static const char * const lists[] = { "levels", NULL };
  KqSectionClass *section_class = KQ_SECTION_CLASS (klass);
  KqListSectionClass *list_section_class = KQ_LIST_SECTION_CLASS (klass);

  section_class->name = "levels";
  section_class->title = N_("Levels");
  section_class->icon_name = "kq-levels-symbolic";
  section_class->lists = lists;
  list_section_class->specs = specs;
  list_section_class->n_specs = G_N_ELEMENTS (specs);
}

static void
kq_levels_section_init (KqLevelsSection *self)
{
}
