/* kq-cli-kind.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-cli.h"

static char *
list_kinds (KqProfiles *profiles)
{
  g_autoptr (GPtrArray) kinds = kq_profiles_list_image_kinds (profiles, ~0u);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) ids = NULL;

  for (guint i = 0; i < kinds->len; i++)
    g_strv_builder_add (builder, ((KqImageKind *) g_ptr_array_index (kinds, i))->id);
  ids = g_strv_builder_end (builder);

  return g_strjoinv (C_("between the items of a list", ", "), ids);
}

/**
 * kq_cli_find_kind:
 * @command: the command
 * @profiles: where the kinds are
 * @id: (nullable): what `--for` says
 *
 * Returns: (transfer none) (nullable): the kind of image, or %NULL where there
 *   is none, and it was said which there are
 */
const KqImageKind *
kq_cli_find_kind (const KqCliCommand *command,
                  KqProfiles         *profiles,
                  const char         *id)
{
  const KqImageKind *kind = id != NULL ? kq_profiles_find_image_kind (profiles, id) : NULL;
  g_autofree char *kinds = NULL;

  if (kind != NULL)
    return kind;

  kinds = list_kinds (profiles);
  if (id == NULL)
    kq_cli_fail (_("%s: say with --for which kind it is: %s"), command->name, kinds);
  else
    kq_cli_fail (_("%s: there is no kind “%s”; there are: %s"), command->name, id, kinds);

  return NULL;
}
