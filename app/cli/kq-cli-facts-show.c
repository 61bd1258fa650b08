/* kq-cli-facts-show.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-cli.h"
#include "kq-library-facts.h"
#include "kq-numbers.h"

/* The main ones always, the others where they were told */
static void
set_sums (JsonObject   *object,
          const KqSums *sums)
{
  for (guint i = 0; i < KQ_N_MEASURES; i++)
    if (i < KQ_N_MAIN_MEASURES || sums->known & 1 << i)
      json_object_set_int_member (object, kq_measure_get_word (i), sums->values[i]);
}

static gboolean
print_json (KqFacts      *facts,
            GArray       *days,
            const KqSums *totals)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autoptr (JsonNode) node = NULL;
  JsonArray *rows = json_array_new ();
  JsonObject *all = json_object_new ();

  for (guint i = 0; i < days->len; i++)
    {
      const KqDaySums *day = &g_array_index (days, KqDaySums, i);
      g_autofree char *date = kq_day_to_string (day->day);
      JsonObject *row = json_object_new ();

      json_object_set_string_member (row, "date", date);
      json_object_set_string_member (row, "object", kq_facts_get_object (facts, day->object));
      set_sums (row, &day->sums);
      json_array_add_object_element (rows, row);
    }
  set_sums (all, totals);
  json_object_set_array_member (object, "rows", rows);
  json_object_set_object_member (object, "totals", all);
  node = json_node_init_object (json_node_alloc (), object);

  return kq_cli_print_json (node);
}

static void
append_sums (GString      *text,
             const KqSums *sums,
             const char   *currency)
{
  for (guint i = 0; i < KQ_N_MEASURES; i++)
    if (sums->known & 1 << i)
      {
        g_autofree char *value = kq_measure_is_money (i) ? kq_money_format (sums->values[i], currency)
                                                         : kq_count_format (sums->values[i]);

        g_string_append_printf (text, "  %s %s", kq_measure_get_label (i), value);
      }
  g_string_append_c (text, '\n');
}

static gboolean
print_text (KqFacts      *facts,
            GArray       *days,
            const KqSums *totals,
            const char   *currency)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < days->len; i++)
    {
      const KqDaySums *day = &g_array_index (days, KqDaySums, i);
      g_autofree char *date = kq_day_to_string (day->day);

      g_string_append_printf (text, "%s  %s", date, kq_facts_get_object (facts, day->object));
      append_sums (text, &day->sums, currency);
    }
  g_string_append (text, _("Altogether"));
  append_sums (text, totals, currency);

  return kq_cli_print (text->str, text->len);
}

static gboolean
show (KqFacts    *facts,
      KqCampaign *campaign,
      gboolean    json)
{
  g_autoptr (KqNumbers) numbers = kq_numbers_new (facts, campaign);
  g_autoptr (GArray) days = NULL;
  KqNumbersFilter all;
  KqSums totals;

  kq_numbers_get_span (numbers, &all);
  days = kq_numbers_by_day_and_object (numbers, &all);
  totals = kq_numbers_sum (numbers, &all);

  return json ? print_json (facts, days, &totals)
              : print_text (facts, days, &totals,
                            kq_object_get_text (KQ_OBJECT (campaign), KQ_CAMPAIGN_CURRENCY));
}

/* kaquan-cli facts show */
KqCliStatus
kq_cli_facts_show (const KqCliCommand  *command,
                   int                  argc,
                   char               **argv)
{
  g_autoptr (KqLibrary) library = NULL;
  g_autoptr (KqFacts) facts = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (KqObject) campaign = NULL;
  g_autoptr (GError) error = NULL;
  gboolean json = FALSE;
  KqCliStatus status;
  const GOptionEntry entries[] = {
    { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!kq_cli_parse (command, entries, &argc, &argv, 0, G_MAXINT, &status))
    return status;
  if (argc != 2)
    return kq_cli_fail (_("facts show: of which campaign?"));
  library = kq_cli_open_library ();
  if (library == NULL)
    return KQ_CLI_FAILED;

  node = kq_library_load (library, argv[1], 0, NULL, NULL, &error);
  if (node != NULL)
    facts = kq_library_load_facts (library, argv[1], NULL, &error);
  if (facts == NULL)
    return kq_cli_fail ("%s", error->message);
  campaign = kq_object_new_from_node (KQ_TYPE_CAMPAIGN, node);

  return show (facts, KQ_CAMPAIGN (campaign), json) ? KQ_CLI_FINE : KQ_CLI_FAILED;
}
