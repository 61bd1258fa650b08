/* kq-cli-util.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>

#include <glib/gi18n-lib.h>

#include "kq-asset-folder.h"
#include "kq-campaign-file.h"
#include "kq-cli.h"
#include "kq-format.h"
#include "kq-json.h"
#include "kq-paths.h"

/**
 * kq_cli_flatten:
 * @text: a file's name, or a text of a campaign
 *
 * Returns: (transfer full): the text on one line, in valid UTF-8
 */
char *
kq_cli_flatten (const char *text)
{
  return g_strdelimit (g_utf8_make_valid (text, -1), "\n\r", ' ');
}

/* A message is one line, whatever a file name or a text within it holds. */
static char * G_GNUC_PRINTF (1, 0)
one_line (const char *format,
          va_list     args)
{
  g_autofree char *text = g_strdup_vprintf (format, args);

  return kq_cli_flatten (text);
}

/**
 * kq_cli_fail:
 * @format: what couldn't be done, where, and why
 * @...: the format's arguments
 *
 * Says so, in one line on standard error.
 *
 * Returns: %KQ_CLI_FAILED, for the caller to return
 */
KqCliStatus
kq_cli_fail (const char *format,
             ...)
{
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = one_line (format, args);
  va_end (args);
  fprintf (stderr, "kaquan-cli: %s\n", line);

  return KQ_CLI_FAILED;
}

/**
 * kq_cli_note:
 * @format: something that the user should know
 * @...: the format's arguments
 *
 * Says so on standard error; nothing has failed.
 */
void
kq_cli_note (const char *format,
             ...)
{
  g_autofree char *line = NULL;
  va_list args;

  va_start (args, format);
  line = one_line (format, args);
  va_end (args);
  fprintf (stderr, "%s\n", line);
}

/* GLib leaves the “--” where a name behind it begins with a dash. */
static void
drop_separator (int   *argc,
                char **argv)
{
  int n = 1;

  while (n < *argc && !g_str_equal (argv[n], "--"))
    n++;
  if (n == *argc)
    return;

  memmove (argv + n, argv + n + 1, (*argc - n) * sizeof *argv);
  (*argc)--;
}

/**
 * kq_cli_parse:
 * @command: the command
 * @entries: its options
 * @argc: (inout): the arguments
 * @argv: (inout): likewise; what stays are the command and the files
 * @min_files: how many files it needs
 * @max_files: how many it takes
 * @status: (out): what to return where this returns %FALSE
 *
 * Reads the options of a command.
 *
 * Returns: whether to go on
 */
gboolean
kq_cli_parse (const KqCliCommand   *command,
              const GOptionEntry   *entries,
              int                  *argc,
              char               ***argv,
              int                   min_files,
              int                   max_files,
              KqCliStatus          *status)
{
  g_autoptr (GOptionContext) context = g_option_context_new (_(command->usage));
  g_autoptr (GError) error = NULL;
  g_autofree char *help = NULL;
  g_autofree char *library = NULL;
  gboolean wants_help = FALSE;
  const GOptionEntry help_entries[] = {
    { "help", 'h', G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &wants_help, N_("Show this help"),
      NULL },
    { "library", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_FILENAME, &library,
      N_("Another library than the user’s own"), N_("PATH") },
    G_OPTION_ENTRY_NULL
  };

  /* The context's own help would end the process. */
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_summary (context, _(command->summary));
  g_option_context_add_main_entries (context, help_entries, GETTEXT_PACKAGE);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);

  *status = KQ_CLI_FAILED;
  if (!g_option_context_parse (context, argc, argv, &error))
    {
      kq_cli_fail ("%s: %s", command->name, error->message);
      return FALSE;
    }

  drop_separator (argc, *argv);
  if (wants_help)
    {
      g_autofree char *program = g_strconcat ("kaquan-cli ", command->name, NULL);

      g_set_prgname (program);
      help = g_option_context_get_help (context, TRUE, NULL);
      if (kq_cli_print (help, -1))
        *status = KQ_CLI_FINE;
    }
  else if (*argc - 1 < min_files)
    kq_cli_fail (_("%s: which file?"), command->name);
  else if (max_files == 0 && *argc > 1)
    kq_cli_fail (_("%s: takes no file; “%s” is one too many"), command->name, (*argv)[1]);
  else if (*argc - 1 > max_files)
    kq_cli_fail (_("%s: one file only, please; “%s” is one too many"), command->name,
                 (*argv)[max_files + 1]);
  else
    {
      if (library != NULL)
        kq_cli_take_library_path (g_steal_pointer (&library));
      return TRUE;
    }

  return FALSE;
}

/**
 * kq_cli_print:
 * @text: what to print
 * @length: its bytes, or -1
 *
 * Prints to standard output.
 *
 * Returns: %FALSE where that failed and was said
 */
gboolean
kq_cli_print (const char *text,
              gssize      length)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;

  if (fwrite (text, 1, n, stdout) == n && fflush (stdout) == 0)
    return TRUE;

  kq_cli_fail (_("can't write to standard output: %s"), g_strerror (errno));

  return FALSE;
}

/**
 * kq_cli_print_json:
 * @node: machine output
 *
 * Returns: as kq_cli_print()
 */
gboolean
kq_cli_print_json (JsonNode *node)
{
  g_autofree char *text = NULL;
  gsize length;

  text = kq_json_write (node, &length);

  return kq_cli_print (text, length);
}

/**
 * kq_cli_load:
 * @path: a campaign file, "-" for standard input
 * @assets: (out) (optional) (transfer full): where its images are
 *
 * Returns: (transfer full) (nullable): the campaign, or %NULL where it was
 *   said why not
 */
KqCampaign *
kq_cli_load (const char     *path,
             KqAssetSource **assets)
{
  g_autoptr (KqCampaign) campaign = NULL;
  g_autoptr (KqAssetSource) source = NULL;
  g_autoptr (GError) error = NULL;

  if (!kq_campaign_file_load (path, &campaign, &source, &error))
    {
      kq_cli_fail ("%s", error->message);
      return NULL;
    }

  if (kq_format_is_newer (campaign))
    kq_cli_note (_("%s: made by a newer version of Kaquan; what this one doesn't know is kept, "
                   "but not checked"), path);
  if (assets != NULL)
    *assets = g_steal_pointer (&source);

  return g_steal_pointer (&campaign);
}

/**
 * kq_cli_report:
 * @command: the command
 * @argc: the arguments
 * @argv: likewise
 * @report: prints what there is to say of the campaign, as JSON or in words
 *
 * A command that reads one campaign and takes no option but `--json`.
 *
 * Returns: the exit status
 */
KqCliStatus
kq_cli_report (const KqCliCommand  *command,
               int                  argc,
               char               **argv,
               gboolean           (*report) (KqCampaign *campaign,
                                             gboolean    json))
{
  g_autoptr (KqCampaign) campaign = NULL;
  gboolean json = FALSE;
  KqCliStatus status;
  const GOptionEntry entries[] = {
    { "json", 0, G_OPTION_FLAG_NONE, G_OPTION_ARG_NONE, &json, N_("Print JSON"), NULL },
    G_OPTION_ENTRY_NULL
  };

  if (!kq_cli_parse (command, entries, &argc, &argv, 1, 1, &status))
    return status;
  campaign = kq_cli_load (argv[1], NULL);

  return campaign != NULL && report (campaign, json) ? KQ_CLI_FINE : KQ_CLI_FAILED;
}

static gboolean
is_same_file (const char *a,
              const char *b)
{
  struct stat left, right;

  return stat (a, &left) == 0 && stat (b, &right) == 0 &&
         left.st_dev == right.st_dev && left.st_ino == right.st_ino;
}

/**
 * kq_cli_may_write:
 * @in: the file that was read
 * @out: where the result shall go
 *
 * Nothing is changed in place.
 *
 * Returns: %FALSE where @out is @in, and that was said
 */
gboolean
kq_cli_may_write (const char *in,
                  const char *out)
{
  if (!is_same_file (in, out))
    return TRUE;

  kq_cli_fail (_("%s: is the file that was read; choose another, nothing is changed in place"),
               out);
  return FALSE;
}

/**
 * kq_cli_write_campaign:
 * @in: the file that was read
 * @out: (nullable): where to, "-" or %NULL for standard output
 * @campaign: what it became
 * @assets: what kq_cli_load() gave
 *
 * Writes a campaign in canonical form, never over what it was made from.
 * Embedded images stay embedded, and those in a folder stay there.
 *
 * Returns: %FALSE where that failed and was said
 */
gboolean
kq_cli_write_campaign (const char    *in,
                       const char    *out,
                       KqCampaign    *campaign,
                       KqAssetSource *assets)
{
  KqAssetSource *embedded = kq_asset_folder_get_before (KQ_ASSET_FOLDER (assets));
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  bytes = kq_format_write (kq_object_snapshot (KQ_OBJECT (campaign)), embedded, &error);
  if (bytes == NULL)
    {
      kq_cli_fail ("%s: %s", in, error->message);
      return FALSE;
    }
  if (out == NULL || g_str_equal (out, "-"))
    return kq_cli_print (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  if (!kq_cli_may_write (in, out))
    return FALSE;
  if (kq_file_write (out, bytes, &error))
    return TRUE;

  kq_cli_fail ("%s", error->message);

  return FALSE;
}

/* The time, or null. */
void
kq_cli_set_time (JsonObject *object,
                 const char *name,
                 KqTime      time)
{
  g_autofree char *text = NULL;

  if (!kq_time_is_set (time))
    {
      json_object_set_null_member (object, name);
      return;
    }

  text = kq_time_to_string (time);
  json_object_set_string_member (object, name, text);
}

/* The object's id, or null. */
void
kq_cli_set_id (JsonObject *object,
               const char *name,
               KqObject   *value)
{
  if (value != NULL)
    json_object_set_string_member (object, name, kq_object_get_id (value));
  else
    json_object_set_null_member (object, name);
}
