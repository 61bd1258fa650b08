/* kq-cli.h
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#pragma once

#include "kq-checker.h"
#include "kq-library.h"
#include "kq-media.h"

G_BEGIN_DECLS

/**
 * KqCliStatus:
 * @KQ_CLI_FINE: all is well
 * @KQ_CLI_FOUND: it ran, and found errors
 * @KQ_CLI_FAILED: it couldn't do what was asked, and said so in a line
 *
 * The exit status of every command.
 */
typedef enum {
  KQ_CLI_FINE = 0,
  KQ_CLI_FOUND = 1,
  KQ_CLI_FAILED = 2,
} KqCliStatus;

typedef struct _KqCliCommand KqCliCommand;

/**
 * KqCliCommand:
 * @name: as it is typed, one word or two
 * @usage: its arguments, untranslated
 * @summary: what it does, untranslated
 * @run: does it; @argv begins with the command's last word
 *
 * A row of the table of commands (kq-cli-commands.c).
 */
struct _KqCliCommand {
  const char   *name;
  const char   *usage;
  const char   *summary;
  KqCliStatus (*run) (const KqCliCommand  *command,
                      int                  argc,
                      char               **argv);
};

const KqCliCommand *kq_cli_get_commands (guint               *n_commands);

/* The commands, a file each */
KqCliStatus kq_cli_check       (const KqCliCommand  *command,
                                int                  argc,
                                char               **argv);
KqCliStatus kq_cli_conflicts   (const KqCliCommand  *command,
                                int                  argc,
                                char               **argv);
KqCliStatus kq_cli_export      (const KqCliCommand  *command,
                                int                  argc,
                                char               **argv);
KqCliStatus kq_cli_exposure    (const KqCliCommand  *command,
                                int                  argc,
                                char               **argv);
KqCliStatus kq_cli_face        (const KqCliCommand  *command,
                                int                  argc,
                                char               **argv);
KqCliStatus kq_cli_facts_import (const KqCliCommand *command,
                                int                  argc,
                                char               **argv);
KqCliStatus kq_cli_facts_show  (const KqCliCommand  *command,
                                int                  argc,
                                char               **argv);
KqCliStatus kq_cli_format      (const KqCliCommand  *command,
                                int                  argc,
                                char               **argv);
KqCliStatus kq_cli_gaps        (const KqCliCommand  *command,
                                int                  argc,
                                char               **argv);
KqCliStatus kq_cli_image_check (const KqCliCommand  *command,
                                int                  argc,
                                char               **argv);
KqCliStatus kq_cli_image_fit   (const KqCliCommand  *command,
                                int                  argc,
                                char               **argv);
KqCliStatus kq_cli_image_kinds (const KqCliCommand  *command,
                                int                  argc,
                                char               **argv);
KqCliStatus kq_cli_import      (const KqCliCommand  *command,
                                int                  argc,
                                char               **argv);
KqCliStatus kq_cli_list        (const KqCliCommand  *command,
                                int                  argc,
                                char               **argv);
KqCliStatus kq_cli_poster      (const KqCliCommand  *command,
                                int                  argc,
                                char               **argv);
KqCliStatus kq_cli_prices      (const KqCliCommand  *command,
                                int                  argc,
                                char               **argv);
KqCliStatus kq_cli_qr          (const KqCliCommand  *command,
                                int                  argc,
                                char               **argv);
KqCliStatus kq_cli_resolve     (const KqCliCommand  *command,
                                int                  argc,
                                char               **argv);
KqCliStatus kq_cli_sync        (const KqCliCommand  *command,
                                int                  argc,
                                char               **argv);

/* What they share (kq-cli-util.c) */
gboolean    kq_cli_parse       (const KqCliCommand  *command,
                                const GOptionEntry  *entries,
                                int                 *argc,
                                char              ***argv,
                                int                  min_files,
                                int                  max_files,
                                KqCliStatus         *status);
KqCliStatus kq_cli_report      (const KqCliCommand  *command,
                                int                  argc,
                                char               **argv,
                                gboolean           (*report) (KqCampaign *campaign,
                                                              gboolean    json));
char       *kq_cli_flatten     (const char          *text);
KqCliStatus kq_cli_fail        (const char          *format,
                                ...) G_GNUC_PRINTF (1, 2);
void        kq_cli_note        (const char          *format,
                                ...) G_GNUC_PRINTF (1, 2);
gboolean    kq_cli_print       (const char          *text,
                                gssize               length);
gboolean    kq_cli_print_json  (JsonNode            *node);
KqCampaign *kq_cli_load        (const char          *path,
                                KqAssetSource      **assets);
gboolean    kq_cli_may_write   (const char          *in,
                                const char          *out);
gboolean    kq_cli_write_campaign (const char       *in,
                                const char          *out,
                                KqCampaign          *campaign,
                                KqAssetSource       *assets);

/* Kinds of images (kq-cli-kind.c) */
const KqImageKind *
            kq_cli_find_kind   (const KqCliCommand  *command,
                                KqProfiles          *profiles,
                                const char          *id);
gboolean    kq_cli_has_suffix  (const char          *path,
                                const char          *suffix);
const char *kq_cli_choose_type (const KqImageKind   *kind,
                                const char          *out);
int         kq_cli_find_platform (const KqCliCommand *command,
                                const char          *word);
gboolean    kq_cli_parse_crop  (const KqCliCommand  *command,
                                const char          *text,
                                KqFitOptions        *fit);

/* The library and the rules' numbers (kq-cli-library.c) */
void        kq_cli_take_library_path (char          *path);
KqLibrary  *kq_cli_open_library (void);
KqProfiles *kq_cli_load_profiles (const char        *directory);

/* Members of JSON objects that may be null */
void        kq_cli_set_time    (JsonObject          *object,
                                const char          *name,
                                KqTime               time);
void        kq_cli_set_id      (JsonObject          *object,
                                const char          *name,
                                KqObject            *value);

G_END_DECLS
