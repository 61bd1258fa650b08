/* kq-rules-assets.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-asset.h"
#include "kq-rules-private.h"

/* The bytes of images are what the file claims (KQ-ASSET), or aren't at hand
 * (KQ-BYTES). */

static char *
asset_name (KqObject *asset)
{
  const char *name = kq_object_get_text (asset, KQ_ASSET_NAME);

  return g_strdup_printf (_("“%s”"), *name != '\0' ? name : kq_object_get_id (asset));
}

static void
check_size (KqCheck  *check,
            KqObject *asset,
            gint64    size)
{
  g_autofree char *name = NULL;
  g_autofree char *is = NULL;
  g_autofree char *claimed = NULL;
  KqFinding *finding;

  if (size == kq_object_get_int (asset, KQ_ASSET_BYTES))
    return;

  name = asset_name (asset);
  is = kq_count_format (size);
  claimed = kq_count_format (kq_object_get_int (asset, KQ_ASSET_BYTES));
  finding = kq_check_found (check, asset, KQ_ASSET_BYTES,
                            g_strdup_printf (_("Picture %s has %s bytes; the campaign says %s"),
                                             name, is, claimed));
  /* A larger number may be one that a platform refuses. */
  if (size < kq_object_get_int (asset, KQ_ASSET_BYTES))
    kq_check_fix_int (finding, asset, KQ_ASSET_BYTES, size,
                      g_strdup_printf (_("Set to %s"), is));
}

static void
check_side (KqCheck  *check,
            KqObject *asset,
            guint     field,
            guint     pixels)
{
  g_autofree char *name = NULL;
  g_autofree char *claimed = NULL;

  /* 0 claims nothing. */
  if (kq_object_get_int (asset, field) == 0 || pixels == kq_object_get_int (asset, field))
    return;

  name = asset_name (asset);
  claimed = kq_count_format (kq_object_get_int (asset, field));
  kq_check_found (check, asset, field,
                  g_strdup_printf (_("Picture %s: “%s” is %u pixels; the campaign says %s: choose "
                                     "the picture again"), name,
                                   kq_object_get_field_label (asset, field), pixels, claimed));
}

static void
check_type (KqCheck            *check,
            KqObject           *asset,
            const KqImageFacts *facts)
{
  const char *claimed = kq_object_get_word (asset, KQ_ASSET_TYPE);
  g_autofree char *name = NULL;

  if (g_str_equal (facts->type, claimed))
    return;

  name = asset_name (asset);
  kq_check_found (check, asset, KQ_ASSET_TYPE,
                  g_strdup_printf (_("Picture %s is of the type %s; the campaign says %s: choose "
                                     "it again"), name, facts->type, claimed));
}

static void
check_whole (KqCheck            *check,
             KqObject           *asset,
             const KqImageFacts *facts)
{
  g_autofree char *name = NULL;

  if (facts->whole)
    return;

  name = asset_name (asset);
  kq_check_found (check, asset, KQ_NO_FIELD,
                  g_strdup_printf (_("The file of picture %s ends too early or is damaged: choose "
                                     "the picture again"), name));
}

static void
check_bytes (KqCheck            *check,
             KqObject           *asset,
             const KqImageFacts *facts)
{
  check_size (check, asset, facts->bytes);
  /* Nobody has looked into them. */
  if (facts->type == NULL)
    return;

  check_type (check, asset, facts);
  check_side (check, asset, KQ_ASSET_WIDTH, facts->width);
  check_side (check, asset, KQ_ASSET_HEIGHT, facts->height);
  check_whole (check, asset, facts);
}

static char *
describe_problem (KqObject     *asset,
                  const GError *problem)
{
  g_autofree char *name = asset_name (asset);

  if (g_error_matches (problem, KQ_ASSET_ERROR, KQ_ASSET_ERROR_CHANGED))
    return g_strdup_printf (_("The bytes of picture %s aren't those that the campaign lists: it "
                              "was changed or damaged; choose it again"), name);

  return g_strdup_printf (_("Picture %s can't be read: %s"), name, problem->message);
}

static void
check_asset (KqCheck  *check,
             KqObject *asset)
{
  const KqAssetFacts *facts = kq_check_get_asset_facts (check, kq_object_get_id (asset));
  g_autofree char *name = asset_name (asset);

  if (!kq_asset_name_is_valid (kq_object_get_id (asset)))
    kq_check_found (check, asset, KQ_NO_FIELD,
                    g_strdup_printf (_("Picture %s isn't listed under the SHA-256 of its bytes: "
                                       "choose it again"), name));
  else if (facts->problem != NULL)
    kq_check_found (check, asset, KQ_NO_FIELD, describe_problem (asset, facts->problem));
  else if (facts->image != NULL)
    check_bytes (check, asset, facts->image);
}

static void
check_at_hand (KqCheck  *check,
               KqObject *asset)
{
  const KqAssetFacts *facts = kq_check_get_asset_facts (check, kq_object_get_id (asset));
  g_autofree char *name = NULL;

  if (facts->state != KQ_ASSET_ABSENT || !kq_asset_name_is_valid (kq_object_get_id (asset)))
    return;

  name = asset_name (asset);
  kq_check_found (check, asset, KQ_NO_FIELD,
                  g_strdup_printf (_("The bytes of picture %s aren't at hand: only what the "
                                     "campaign says of it was checked"), name));
}

const KqRule *
kq_rules_for_assets (guint *n_rules)
{
  static const KqRule rules[] = {
    { "KQ-ASSET", KQ_SEVERITY_ERROR, "kaquan", KQ_ON_ALL, KQ_SUBJECT_ASSET, check_asset },
    { "KQ-BYTES", KQ_SEVERITY_ADVICE, "kaquan", KQ_ON_ALL, KQ_SUBJECT_ASSET, check_at_hand },
  };

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
