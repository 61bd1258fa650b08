/* kq-cli-main.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-cli.h"
#include "kq-paths.h"

static gboolean
print_help (void)
{
  g_autoptr (GString) help = g_string_new (NULL);
  const KqCliCommand *commands;
  guint n_commands;

  g_string_append_printf (help, _("Usage: %s COMMAND [OPTION…] FILE…\n\nCommands:\n"),
                          "kaquan-cli");
  commands = kq_cli_get_commands (&n_commands);
  for (guint i = 0; i < n_commands; i++)
    g_string_append_printf (help, "  %s %s\n      %s\n", commands[i].name,
                            _(commands[i].usage), _(commands[i].summary));
  g_string_append (help, _("\n--library PATH, before or after the command, chooses another library "
                           "than the user’s own.\n"));
  g_string_append (help, _("\n“-” is standard input or output. The exit status is 0 where all is "
                           "fine, 1 where\nerrors were found, 2 where it couldn't be done.\n"));

  return kq_cli_print (help->str, help->len);
}

/* How many arguments the name of a command takes; 0 where they aren't its name. */
static int
count_words (const KqCliCommand  *command,
             int                  argc,
             char               **argv)
{
  g_auto (GStrv) words = g_strsplit (command->name, " ", -1);
  int n_words = g_strv_length (words);

  if (argc < n_words)
    return 0;
  for (int i = 0; i < n_words; i++)
    if (!g_str_equal (words[i], argv[i]))
      return 0;

  return n_words;
}

/* What may stand before the command. Returns how many arguments it takes, or -1
 * where it was said what is wrong. */
static int
parse_global (int    argc,
              char **argv)
{
  if (argc < 2 || !g_str_has_prefix (argv[1], "--library"))
    return 0;

  if (g_str_has_prefix (argv[1], "--library="))
    {
      kq_cli_take_library_path (g_strdup (argv[1] + strlen ("--library=")));
      return 1;
    }
  if (!g_str_equal (argv[1], "--library"))
    return 0;
  if (argc < 3)
    {
      kq_cli_fail (_("--library: which file?"));
      return -1;
    }
  kq_cli_take_library_path (g_strdup (argv[2]));

  return 2;
}

/* Some commands are of two words, as “image check”: who says the first asks for
 * one of them. Returns how such ones go on, "" where there are none. */
static char *
list_second_words (const char *first)
{
  g_autofree char *prefix = g_strconcat (first, " ", NULL);
  GString *words = g_string_new (NULL);
  const KqCliCommand *commands;
  guint n_commands;

  commands = kq_cli_get_commands (&n_commands);
  for (guint i = 0; i < n_commands; i++)
    if (g_str_has_prefix (commands[i].name, prefix))
      g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "",
                              commands[i].name + strlen (prefix));

  return g_string_free (words, FALSE);
}

static KqCliStatus
fail_unknown (const char *first)
{
  g_autofree char *words = list_second_words (first);

  if (*words != '\0')
    return kq_cli_fail (_("“%s” is followed by one of these: %s"), first, words);

  return kq_cli_fail (_("there is no command “%s”; “kaquan-cli --help” lists them"), first);
}

static KqCliStatus
run_command (int    argc,
             char **argv)
{
  const KqCliCommand *commands;
  guint n_commands;

  if (argc < 2)
    return kq_cli_fail (_("which command? “kaquan-cli --help” lists them"));
  if (g_str_equal (argv[1], "--help") || g_str_equal (argv[1], "-h"))
    return print_help () ? KQ_CLI_FINE : KQ_CLI_FAILED;
  if (g_str_equal (argv[1], "--version"))
    return kq_cli_print ("kaquan-cli " KQ_VERSION "\n", -1) ? KQ_CLI_FINE : KQ_CLI_FAILED;

  commands = kq_cli_get_commands (&n_commands);
  for (guint i = 0; i < n_commands; i++)
    {
      int n_words = count_words (&commands[i], argc - 1, argv + 1);

      if (n_words > 0)
        return commands[i].run (&commands[i], argc - n_words, argv + n_words);
    }

  return fail_unknown (argv[1]);
}

static KqCliStatus
run (int    argc,
     char **argv)
{
  int n = parse_global (argc, argv);
  KqCliStatus status = n >= 0 ? run_command (argc - n, argv + n) : KQ_CLI_FAILED;

  kq_cli_take_library_path (NULL);

  return status;
}

int
main (int    argc,
      char **argv)
{
  kq_paths_init_locale (NULL);

  return run (argc, argv);
}
