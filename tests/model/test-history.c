/* test-history.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "fixture.h"

#include <string.h>

#include "kq-coupon.h"
#include "kq-history.h"

typedef enum {
  SET,      /* the state of the first coupon: no typing */
  TYPE,     /* its name */
  ADD,      /* a coupon of that id */
  REMOVE,   /* the last coupon */
  BREAK,
  BEGIN,
  END,
  UNDO,
  REDO,
  CLEAN,
} Verb;

/* A command and the state after it: the campaign as id:name:state of each
 * coupon, what can be undone and redone, by name, and whether it is clean. */
typedef struct {
  Verb        verb;
  const char *argument;
  const char *state;
  const char *undo;
  const char *redo;
  gboolean    clean;
} Command;

#define NAMED "change “Name”"
#define STATED "change “State”"
#define LISTED "change “Coupons”"

static const Command typing[] = {
  { TYPE,  "1",   "a:1:draft",   NAMED, NULL,  FALSE },
  { TYPE,  "12",  "a:12:draft",  NAMED, NULL,  FALSE },
  { UNDO,  NULL,  "a::draft",    NULL,  NAMED, TRUE },
  { REDO,  NULL,  "a:12:draft",  NAMED, NULL,  FALSE },
  { TYPE,  "123", "a:123:draft", NAMED, NULL,  FALSE },
  { UNDO,  NULL,  "a:12:draft",  NAMED, NAMED, FALSE },
  { UNDO,  NULL,  "a::draft",    NULL,  NAMED, TRUE },
  { UNDO,  NULL,  "a::draft",    NULL,  NAMED, TRUE },
};

static const Command breaking[] = {
  { TYPE,  "1",    "a:1:draft",  NAMED,  NULL,   FALSE },
  { BREAK, NULL,   "a:1:draft",  NAMED,  NULL,   FALSE },
  { TYPE,  "12",   "a:12:draft", NAMED,  NULL,   FALSE },
  { SET,   "live", "a:12:live",  STATED, NULL,   FALSE },
  { TYPE,  "13",   "a:13:live",  NAMED,  NULL,   FALSE },
  { UNDO,  NULL,   "a:12:live",  STATED, NAMED,  FALSE },
  { UNDO,  NULL,   "a:12:draft", NAMED,  STATED, FALSE },
  { UNDO,  NULL,   "a:1:draft",  NAMED,  NAMED,  FALSE },
  { UNDO,  NULL,   "a::draft",   NULL,   NAMED,  TRUE },
};

/* Each choice is a step of its own; what is done back by typing is none. */
static const Command choosing[] = {
  { SET,  "live",  "a::live",  STATED, NULL,   FALSE },
  { SET,  "ended", "a::ended", STATED, NULL,   FALSE },
  { SET,  "live",  "a::live",  STATED, NULL,   FALSE },
  { UNDO, NULL,    "a::ended", STATED, STATED, FALSE },
  { SET,  "ended", "a::ended", STATED, STATED, FALSE },
  { SET,  "draft", "a::draft", STATED, NULL,   TRUE },
  { UNDO, NULL,    "a::ended", STATED, STATED, FALSE },
  { UNDO, NULL,    "a::live",  STATED, STATED, FALSE },
  { UNDO, NULL,    "a::draft", NULL,   STATED, TRUE },
};

static const Command taking_back[] = {
  { SET,  "live", "a::live",   STATED, NULL,  FALSE },
  { TYPE, "1",    "a:1:live",  NAMED,  NULL,  FALSE },
  { TYPE, "",     "a::live",   STATED, NULL,  FALSE },
  { TYPE, "2",    "a:2:live",  NAMED,  NULL,  FALSE },
  { UNDO, NULL,   "a::live",   STATED, NAMED, FALSE },
  { UNDO, NULL,   "a::draft",  NULL,   STATED, TRUE },
};

static const Command grouping[] = {
  { BEGIN,  "remove coupon", "a::draft",          NULL,            NULL,            TRUE },
  { SET,    "live",          "a::live",           NULL,            NULL,            FALSE },
  { BEGIN,  "inner",         "a::live",           NULL,            NULL,            FALSE },
  { ADD,    "b",             "a::live b::draft",  NULL,            NULL,            FALSE },
  { END,    NULL,            "a::live b::draft",  NULL,            NULL,            FALSE },
  { TYPE,   "x",             "a:x:live b::draft", NULL,            NULL,            FALSE },
  { END,    NULL,            "a:x:live b::draft", "remove coupon", NULL,            FALSE },
  { TYPE,   "xy",            "a:xy:live b::draft", NAMED,          NULL,            FALSE },
  { UNDO,   NULL,            "a:x:live b::draft", "remove coupon", NAMED,           FALSE },
  { UNDO,   NULL,            "a::draft",          NULL,            "remove coupon", TRUE },
  { REDO,   NULL,            "a:x:live b::draft", "remove coupon", NAMED,           FALSE },
  { BEGIN,  "nothing",       "a:x:live b::draft", "remove coupon", NAMED,           FALSE },
  { END,    NULL,            "a:x:live b::draft", "remove coupon", NAMED,           FALSE },
  { BEGIN,  "to and fro",    "a:x:live b::draft", "remove coupon", NAMED,           FALSE },
  { SET,    "ended",         "a:x:ended b::draft", "remove coupon", NAMED,          FALSE },
  { SET,    "live",          "a:x:live b::draft", "remove coupon", NAMED,           FALSE },
  { END,    NULL,            "a:x:live b::draft", "remove coupon", NAMED,           FALSE },
  { REMOVE, NULL,            "a:x:live",          LISTED,          NULL,            FALSE },
  { UNDO,   NULL,            "a:x:live b::draft", "remove coupon", LISTED,          FALSE },
};

static const Command cleaning[] = {
  { TYPE,  "1",  "a:1:draft",  NAMED, NULL,  FALSE },
  { CLEAN, NULL, "a:1:draft",  NAMED, NULL,  TRUE },
  { TYPE,  "12", "a:12:draft", NAMED, NULL,  FALSE },
  { UNDO,  NULL, "a:1:draft",  NAMED, NAMED, TRUE },
  { UNDO,  NULL, "a::draft",   NULL,  NAMED, FALSE },
  { REDO,  NULL, "a:1:draft",  NAMED, NAMED, TRUE },
  { UNDO,  NULL, "a::draft",   NULL,  NAMED, FALSE },
  /* The saved state is now on a branch that was cut off, but may come back. */
  { TYPE,  "x",  "a:x:draft",  NAMED, NULL,  FALSE },
  { TYPE,  "1",  "a:1:draft",  NAMED, NULL,  TRUE },
};

static const Command listing[] = {
  { ADD,    "b",  "a::draft b::draft",          LISTED, NULL,   FALSE },
  { ADD,    "c",  "a::draft b::draft c::draft", LISTED, NULL,   FALSE },
  { REMOVE, NULL, "a::draft b::draft",          LISTED, NULL,   FALSE },
  { UNDO,   NULL, "a::draft b::draft c::draft", LISTED, LISTED, FALSE },
  { UNDO,   NULL, "a::draft b::draft",          LISTED, LISTED, FALSE },
  { UNDO,   NULL, "a::draft",                   NULL,   LISTED, TRUE },
  { REDO,   NULL, "a::draft b::draft",          LISTED, LISTED, FALSE },
  { ADD,    "d",  "a::draft b::draft d::draft", LISTED, NULL,   FALSE },
  { REDO,   NULL, "a::draft b::draft d::draft", LISTED, NULL,   FALSE },
};

typedef struct {
  const char    *name;
  const Command *commands;
  guint          n_commands;
} Script;

static const Script scripts[] = {
  { "typing",      typing,      G_N_ELEMENTS (typing) },
  { "breaking",    breaking,    G_N_ELEMENTS (breaking) },
  { "choosing",    choosing,    G_N_ELEMENTS (choosing) },
  { "taking-back", taking_back, G_N_ELEMENTS (taking_back) },
  { "grouping",    grouping,    G_N_ELEMENTS (grouping) },
  { "cleaning",    cleaning,    G_N_ELEMENTS (cleaning) },
  { "listing",     listing,     G_N_ELEMENTS (listing) },
};

static KqList *
coupons_of (KqCampaign *campaign)
{
  return kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_COUPONS);
}

static void
run (KqCampaign    *campaign,
     KqHistory     *history,
     const Command *command)
{
  KqList *list = coupons_of (campaign);
  g_autoptr (KqObject) coupon = NULL;

  switch (command->verb)
    {
    case SET:
      kq_object_set_word (kq_list_get (list, 0), KQ_COUPON_STATE, command->argument);
      break;
    case TYPE:
      kq_object_set_text (kq_list_get (list, 0), KQ_COUPON_NAME, command->argument);
      break;
    case ADD:
      coupon = g_object_new (KQ_TYPE_COUPON, "id", command->argument, NULL);
      kq_list_append (list, coupon);
      break;
    case REMOVE:
      kq_list_remove (list, kq_list_get_length (list) - 1);
      break;
    case BREAK:
      kq_history_break (history);
      break;
    case BEGIN:
      kq_history_begin (history, command->argument);
      break;
    case END:
      kq_history_end (history);
      break;
    case UNDO:
      kq_history_undo (history);
      break;
    case REDO:
      kq_history_redo (history);
      break;
    case CLEAN:
      kq_history_mark_clean (history);
      break;
    default:
      g_assert_not_reached ();
    }
}

static char *
state_of (KqCampaign *campaign)
{
  KqList *list = coupons_of (campaign);
  GString *state = g_string_new (NULL);

  for (guint i = 0; i < kq_list_get_length (list); i++)
    {
      KqObject *coupon = kq_list_get (list, i);

      g_string_append_printf (state, "%s%s:%s:%s", i > 0 ? " " : "",
                              kq_object_get_id (coupon),
                              kq_object_get_text (coupon, KQ_COUPON_NAME),
                              kq_object_get_word (coupon, KQ_COUPON_STATE));
    }

  return g_string_free (state, FALSE);
}

static void
test_script (gconstpointer data)
{
  const Script *script = data;
  g_autoptr (KqCampaign) campaign = fixture_campaign ("\"coupons\": [{\"id\": \"a\"}]");
  g_autoptr (KqHistory) history = kq_history_new (campaign);

  for (guint i = 0; i < script->n_commands; i++)
    {
      const Command *command = &script->commands[i];
      g_autofree char *state = NULL;
      g_autofree char *undo_name = NULL;
      gboolean can_redo, clean;

      g_test_message ("command %u", i);
      run (campaign, history, command);
      state = state_of (campaign);
      g_assert_cmpstr (state, ==, command->state);
      g_assert_cmpstr (kq_history_get_undo_name (history), ==, command->undo);
      g_assert_cmpstr (kq_history_get_redo_name (history), ==, command->redo);
      g_assert_cmpint (kq_history_can_undo (history), ==, command->undo != NULL);
      g_object_get (history, "undo-name", &undo_name, "can-redo", &can_redo, "clean", &clean, NULL);
      g_assert_cmpstr (undo_name, ==, command->undo);
      g_assert_cmpint (can_redo, ==, command->redo != NULL);
      g_assert_cmpint (clean, ==, command->clean);
    }
}

static void
count_notify (GObject    *object,
              GParamSpec *pspec,
              guint      *count)
{
  ++*count;
}

static void
test_notify (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ("\"coupons\": [{\"id\": \"a\"}]");
  g_autoptr (KqHistory) history = kq_history_new (campaign);
  guint undo = 0, clean = 0;

  g_signal_connect (history, "notify::can-undo", G_CALLBACK (count_notify), &undo);
  g_signal_connect (history, "notify::clean", G_CALLBACK (count_notify), &clean);
  kq_object_set_text (kq_list_get (coupons_of (campaign), 0), KQ_COUPON_NAME, "x");
  g_assert_cmpuint (undo, ==, 1);
  g_assert_cmpuint (clean, ==, 1);
  kq_history_mark_clean (history);
  g_assert_cmpuint (undo, ==, 1);
  g_assert_cmpuint (clean, ==, 2);
  kq_history_undo (history);
  g_assert_cmpuint (undo, ==, 2);
}

/* The same object comes back: who shows it needn't look for it. */
static void
test_identity (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ("\"coupons\": [{\"id\": \"a\"}, {\"id\": \"b\"}]");
  g_autoptr (KqHistory) history = kq_history_new (campaign);
  KqObject *coupon = kq_list_get (coupons_of (campaign), 1);
  FixtureTally tally;

  kq_object_set_text (coupon, KQ_COUPON_NAME, "x");
  fixture_watch (&tally, coupon);
  kq_history_undo (history);
  g_assert_true (kq_list_get (coupons_of (campaign), 1) == coupon);
  g_assert_cmpuint (tally.notified_field[KQ_COUPON_NAME], ==, 1);
  g_assert_cmpuint (tally.notified, ==, 1);
}

static void
test_limit (void)
{
  g_autoptr (KqCampaign) campaign = fixture_campaign ("\"coupons\": [{\"id\": \"a\"}]");
  g_autoptr (KqHistory) history = kq_history_new (campaign);
  KqObject *coupon = kq_list_get (coupons_of (campaign), 0);
  guint undone = 0;

  for (guint i = 1; i <= 1200; i++)
    {
      kq_object_set_int (coupon, KQ_COUPON_AMOUNT, i);
      kq_history_break (history);
    }
  for (; kq_history_can_undo (history); undone++)
    kq_history_undo (history);
  g_assert_cmpuint (undone, ==, 1000);
  g_assert_cmpint (kq_object_get_int (coupon, KQ_COUPON_AMOUNT), ==, 200);
  g_assert_false (kq_history_is_clean (history));
  while (kq_history_can_redo (history))
    kq_history_redo (history);
  g_assert_cmpint (kq_object_get_int (coupon, KQ_COUPON_AMOUNT), ==, 1200);
}

static void
test_random (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < 20; round++)
    {
      g_autoptr (JsonNode) node = fixture_random (rand);
      g_autoptr (KqObject) campaign = kq_object_new_from_node (KQ_TYPE_CAMPAIGN, node);
      g_autoptr (KqHistory) history = kq_history_new (KQ_CAMPAIGN (campaign));
      g_autofree char *initial = fixture_write (KQ_CAMPAIGN (campaign));
      g_autofree char *final = NULL;
      g_autofree char *undone = NULL;
      g_autofree char *redone = NULL;
      guint depth = 0;

      for (guint i = 0; i < 60; i++)
        {
          switch (g_rand_int_range (rand, 0, 12))
            {
            case 0:
              kq_history_begin (history, "group");
              depth++;
              break;
            case 1:
              if (depth > 0)
                {
                  kq_history_end (history);
                  depth--;
                }
              break;
            case 2:
              kq_history_break (history);
              break;
            case 3:
              if (depth == 0)
                kq_history_undo (history);
              break;
            case 4:
              if (depth == 0)
                kq_history_redo (history);
              break;
            default:
              fixture_random_edit (KQ_CAMPAIGN (campaign), rand);
              break;
            }
        }
      for (; depth > 0; depth--)
        kq_history_end (history);
      while (kq_history_can_redo (history))
        kq_history_redo (history);

      final = fixture_write (KQ_CAMPAIGN (campaign));
      while (kq_history_can_undo (history))
        kq_history_undo (history);
      undone = fixture_write (KQ_CAMPAIGN (campaign));
      g_assert_cmpstr (undone, ==, initial);
      g_assert_true (kq_history_is_clean (history));
      while (kq_history_can_redo (history))
        kq_history_redo (history);
      redone = fixture_write (KQ_CAMPAIGN (campaign));
      g_assert_cmpstr (redone, ==, final);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *path = g_strconcat ("/history/script/", scripts[i].name, NULL);

      g_test_add_data_func (path, &scripts[i], test_script);
    }
  g_test_add_func ("/history/notify", test_notify);
  g_test_add_func ("/history/identity", test_identity);
  g_test_add_func ("/history/limit", test_limit);
  g_test_add_func ("/history/random", test_random);

  return g_test_run ();
}
