/* numbers-dump.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <stdio.h>
#include <stdlib.h>

#include "kq-facts-reader.h"
#include "kq-format.h"
#include "kq-funnel.h"
#include "kq-json.h"
#include "kq-paths.h"
#include "kq-plan.h"
#include "kq-price-check.h"
#include "kq-pyramid.h"

/* numbers-dump CAMPAIGN.json TABLE.csv FIRST LAST PLATFORMS OBJECT: all that is
 * reckoned of a table, as JSON, for somebody else to reckon it again. */

static void
must (gboolean  done,
      GError   *error)
{
  if (done)
    return;
  fprintf (stderr, "%s\n", error != NULL ? error->message : "failed");
  exit (1);
}

static JsonArray *
sums_to_array (const KqSums *sums)
{
  JsonArray *array = json_array_new ();

  json_array_add_int_element (array, sums->known);
  for (guint i = 0; i < KQ_N_MEASURES; i++)
    json_array_add_int_element (array, sums->values[i]);

  return array;
}

static void
set_days (JsonObject *root,
          const char *name,
          GArray     *days)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < days->len; i++)
    json_array_add_array_element (array, sums_to_array (&g_array_index (days, KqSums, i)));
  json_object_set_array_member (root, name, array);
}

static void
set_objects (JsonObject            *root,
             KqNumbers             *numbers,
             const KqNumbersFilter *filter)
{
  g_autoptr (GArray) objects = kq_numbers_by_object (numbers, filter);
  JsonObject *by_id = json_object_new ();

  for (guint i = 0; i < objects->len; i++)
    {
      const KqObjectSums *object = &g_array_index (objects, KqObjectSums, i);

      json_object_set_array_member (by_id,
                                    kq_facts_get_object (kq_numbers_get_facts (numbers),
                                                         object->object),
                                    sums_to_array (&object->sums));
    }
  json_object_set_object_member (root, "objects", by_id);
}

static void
set_platforms (JsonObject            *root,
               KqNumbers             *numbers,
               const KqNumbersFilter *filter)
{
  KqSums sums[KQ_N_PLATFORMS];
  JsonArray *array = json_array_new ();

  kq_numbers_by_platform (numbers, filter, sums);
  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    json_array_add_array_element (array, sums_to_array (&sums[i]));
  json_object_set_array_member (root, "platforms", array);
}

static void
set_hours (JsonObject            *root,
           KqNumbers             *numbers,
           const KqNumbersFilter *filter)
{
  g_autofree KqHourSums *hours = g_new (KqHourSums, 1);
  JsonArray *array = json_array_new ();

  json_object_set_boolean_member (root, "has_hours", kq_numbers_by_hour (numbers, filter, hours));
  for (guint day = 0; day < 7; day++)
    for (guint hour = 0; hour < 24; hour++)
      json_array_add_array_element (array, sums_to_array (&hours->sums[day][hour]));
  json_object_set_array_member (root, "hours", array);
}

static void
set_number (JsonObject *object,
            const char *name,
            gint64      number)
{
  if (number == KQ_INT_NONE)
    json_object_set_null_member (object, name);
  else
    json_object_set_int_member (object, name, number);
}

static void
set_funnel (JsonObject            *root,
            KqNumbers             *numbers,
            KqCampaign            *campaign,
            const KqNumbersFilter *filter)
{
  KqFunnel funnel = kq_funnel_compute (numbers, campaign, filter);
  JsonObject *object = json_object_new ();

  set_number (object, "issued", funnel.issued);
  set_number (object, "claim_rate", funnel.claim_rate);
  set_number (object, "use_rate", funnel.use_rate);
  set_number (object, "average_order", funnel.average_order);
  set_number (object, "return_on_cost", funnel.return_on_cost);
  set_number (object, "repurchase_rate", funnel.repurchase_rate);
  json_object_set_object_member (root, "funnel", object);
}

static void
set_prices (JsonObject *root,
            KqCampaign *campaign)
{
  g_autoptr (KqProfiles) profiles = kq_profiles_new (NULL);
  g_autoptr (GArray) checks = kq_price_checks_compute (campaign, profiles);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < checks->len; i++)
    {
      const KqPriceCheck *check = &g_array_index (checks, KqPriceCheck, i);
      JsonObject *object = json_object_new ();

      json_object_set_int_member (object, "lowest", check->price.lowest);
      set_number (object, "margin", check->margin);
      json_object_set_int_member (object, "floor", check->floor);
      json_object_set_int_member (object, "flags", check->flags);
      json_array_add_object_element (array, object);
    }
  json_object_set_array_member (root, "prices", array);
}

static void
set_numbers (JsonObject            *root,
             KqNumbers             *numbers,
             KqCampaign            *campaign,
             const KqNumbersFilter *filter)
{
  g_autoptr (KqPlan) plan = kq_plan_new (campaign);
  g_autoptr (GArray) days = kq_numbers_by_day (numbers, filter);
  g_autoptr (GArray) planned = kq_plan_by_day (plan, filter);
  KqNumbersFilter before = kq_numbers_filter_before (filter);
  KqSums sums = kq_numbers_sum (numbers, filter), sums_before = kq_numbers_sum (numbers, &before);

  json_object_set_array_member (root, "sum", sums_to_array (&sums));
  json_object_set_array_member (root, "before", sums_to_array (&sums_before));
  set_days (root, "days", days);
  set_days (root, "plan", planned);
  set_objects (root, numbers, filter);
  set_platforms (root, numbers, filter);
  set_hours (root, numbers, filter);
  set_funnel (root, numbers, campaign, filter);
  set_prices (root, campaign);
}

int
main (int    argc,
      char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) text = kq_file_read (argv[1], 1 << 24, &error);
  g_autoptr (GBytes) table = kq_file_read (argv[2], KQ_CSV_MAX_BYTES, &error);
  g_autoptr (KqCampaign) campaign = NULL;
  g_autoptr (KqFactsColumns) columns = NULL;
  g_autoptr (KqFactsObjects) objects = NULL;
  g_autoptr (KqFactsReading) reading = NULL;
  g_autoptr (KqNumbers) numbers = NULL;
  g_autoptr (JsonObject) root = json_object_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *json = NULL;
  KqNumbersFilter filter;

  must (text != NULL && table != NULL, error);
  campaign = kq_format_read (text, NULL, &error);
  must (campaign != NULL, error);
  columns = kq_facts_columns_read (table, &error);
  must (columns != NULL, error);
  objects = kq_facts_objects_new (campaign);
  reading = kq_facts_read (table, columns, objects, NULL, NULL, NULL, &error);
  must (reading != NULL && reading->n_bad == 0, error);

  numbers = kq_numbers_new (reading->facts, campaign);
  filter = (KqNumbersFilter) { kq_day_parse (argv[3], NULL), kq_day_parse (argv[4], NULL),
                               (guint) atoi (argv[5]), *argv[6] != '\0' ? argv[6] : NULL };
  set_numbers (root, numbers, campaign, &filter);
  node = json_node_init_object (json_node_alloc (), root);
  json = kq_json_write (node, NULL);
  fputs (json, stdout);

  return 0;
}
