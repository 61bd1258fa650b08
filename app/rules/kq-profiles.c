/* kq-profiles.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-paths.h"
#include "kq-profile-private.h"
#include "kq-profiles-resource.h"

#define RESOURCE_PATH "/io/github/kaquan/Kaquan/profiles/"
#define MAX_BYTES (1024 * 1024)

/**
 * KqProfiles:
 *
 * The numbers and choices that a platform may change, with the date and the
 * source of each profile. What a user's copy doesn't say is as shipped.
 */
struct _KqProfiles {
  GObject    parent_instance;

  KqProfile *shipped[KQ_N_PLATFORMS];  /* (owned) */
  KqProfile *own[KQ_N_PLATFORMS];      /* (owned) (nullable) */
  char     **problems;                 /* (owned) */
  char      *directory;                /* (owned) (nullable) */
};

G_DEFINE_FINAL_TYPE (KqProfiles, kq_profiles, G_TYPE_OBJECT)
G_DEFINE_QUARK (kq-profile-error-quark, kq_profile_error)

static void
kq_profiles_finalize (GObject *object)
{
  KqProfiles *self = KQ_PROFILES (object);

  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    {
      g_clear_pointer (&self->shipped[i], kq_profile_free);
      g_clear_pointer (&self->own[i], kq_profile_free);
    }
  g_clear_pointer (&self->problems, g_strfreev);
  g_clear_pointer (&self->directory, g_free);

  G_OBJECT_CLASS (kq_profiles_parent_class)->finalize (object);
}

static void
kq_profiles_class_init (KqProfilesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_profiles_finalize;
}

static void
kq_profiles_init (KqProfiles *self)
{
}

static char *
file_name (KqPlatform platform)
{
  return g_strconcat (kq_platform_words[platform].word, ".json", NULL);
}

/* By call: what registers itself in a static library is dropped by the linker. */
static void
register_resource (void)
{
  static gsize registered;

  if (g_once_init_enter (&registered))
    {
      kq_profiles_resource_register_resource ();
      g_once_init_leave (&registered, 1);
    }
}

/* What we ship is sound: a test reads it. */
static KqProfile *
load_shipped (KqPlatform platform)
{
  g_autofree char *name = file_name (platform);
  g_autofree char *path = g_strconcat (RESOURCE_PATH, name, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  KqProfile *profile = NULL;

  bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  if (bytes != NULL)
    profile = kq_profile_parse (bytes, kq_platform_words[platform].word, NULL, &error);
  if (profile == NULL)
    g_error ("%s: %s", path, error->message);

  return profile;
}

static KqProfile *
load_own (const char   *directory,
          KqPlatform    platform,
          KqProfile    *shipped,
          GStrvBuilder *problems)
{
  g_autofree char *name = file_name (platform);
  g_autofree char *path = g_build_filename (directory, name, NULL);
  g_autofree char *problem = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  KqProfile *profile = NULL;

  /* A link that leads nowhere is broken, not absent. */
  if (!g_file_test (path, G_FILE_TEST_EXISTS) && !g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    return NULL;

  bytes = kq_file_read (path, MAX_BYTES, &error);
  if (bytes != NULL)
    profile = kq_profile_parse (bytes, kq_platform_words[platform].word, shipped, &error);
  if (profile != NULL)
    return profile;

  /* What can't be read is named already. */
  problem = bytes != NULL
            ? g_strdup_printf (_("%s: %s; the shipped profile is used instead"),
                               path, error->message)
            : g_strdup_printf (_("%s; the shipped profile is used instead"), error->message);
  g_strv_builder_add (problems, problem);

  return NULL;
}

/**
 * kq_profiles_new:
 * @directory: (nullable): a folder with copies that win over what is shipped,
 *   each named `<platform>.json`
 *
 * Reads the profiles. A copy that is broken isn't used.
 *
 * Returns: (transfer full): the profiles
 */
KqProfiles *
kq_profiles_new (const char *directory)
{
  g_autoptr (GStrvBuilder) problems = g_strv_builder_new ();
  KqProfiles *self = g_object_new (KQ_TYPE_PROFILES, NULL);

  self->directory = g_strdup (directory);
  register_resource ();
  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    {
      self->shipped[i] = load_shipped (i);
      if (directory != NULL)
        self->own[i] = load_own (directory, i, self->shipped[i], problems);
    }
  self->problems = g_strv_builder_end (problems);

  return self;
}

/**
 * kq_profiles_get_problems:
 * @self: profiles
 *
 * Returns: (transfer none) (array zero-terminated=1): for each copy that was
 *   refused its file, the line and the reason
 */
const char * const *
kq_profiles_get_problems (KqProfiles *self)
{
  g_return_val_if_fail (KQ_IS_PROFILES (self), NULL);

  return (const char * const *) self->problems;
}

static KqProfile *
profile_for (KqProfiles *self,
             KqPlatform  platform)
{
  return self->own[platform] != NULL ? self->own[platform] : self->shipped[platform];
}

/**
 * kq_profiles_get_limit:
 * @self: profiles
 * @platform: a platform
 * @name: a limit that the platform's shipped profile has
 *
 * Returns: the limit, in the unit that its name says
 */
gint64
kq_profiles_get_limit (KqProfiles *self,
                       KqPlatform  platform,
                       const char *name)
{
  const gint64 *limit;

  g_return_val_if_fail (KQ_IS_PROFILES (self), 0);
  g_return_val_if_fail (platform < KQ_N_PLATFORMS, 0);

  limit = g_hash_table_lookup (profile_for (self, platform)->limits, name);
  if (limit == NULL)
    limit = g_hash_table_lookup (self->shipped[platform]->limits, name);
  g_return_val_if_fail (limit != NULL, 0);

  return *limit;
}

/**
 * kq_profiles_get_choices:
 * @self: profiles
 * @platform: a platform
 * @name: a choice that the platform's shipped profile has
 *
 * Returns: (transfer none) (array zero-terminated=1): what may be chosen
 */
const char * const *
kq_profiles_get_choices (KqProfiles *self,
                         KqPlatform  platform,
                         const char *name)
{
  const char * const *choices;

  g_return_val_if_fail (KQ_IS_PROFILES (self), NULL);
  g_return_val_if_fail (platform < KQ_N_PLATFORMS, NULL);

  choices = g_hash_table_lookup (profile_for (self, platform)->choices, name);
  if (choices == NULL)
    choices = g_hash_table_lookup (self->shipped[platform]->choices, name);
  g_return_val_if_fail (choices != NULL, NULL);

  return choices;
}

/**
 * kq_profiles_is_join_address:
 * @self: profiles
 * @platform: Taobao or Tmall
 * @url: where somebody joins
 *
 * TM-28: whether @url is one of the official addresses of the member center,
 * with any query or fragment behind it. Where the profile names none, every
 * address is.
 *
 * Returns: whether it is
 */
gboolean
kq_profiles_is_join_address (KqProfiles *self,
                             KqPlatform  platform,
                             const char *url)
{
  const char * const *addresses = kq_profiles_get_choices (self, platform, "joinAddress");

  g_return_val_if_fail (addresses != NULL, FALSE);
  g_return_val_if_fail (url != NULL, FALSE);

  for (guint i = 0; addresses[i] != NULL; i++)
    {
      gsize length = strlen (addresses[i]);

      if (strncmp (url, addresses[i], length) == 0 && strchr ("?#", url[length]) != NULL)
        return TRUE;
    }

  return addresses[0] == NULL;
}

/**
 * kq_profiles_get_severity:
 * @self: profiles
 * @platform: a platform
 * @rule: a rule's id
 * @severity: the rule's own
 *
 * Returns: the severity that the platform's profile gives the rule, or its own
 */
KqSeverity
kq_profiles_get_severity (KqProfiles *self,
                          KqPlatform  platform,
                          const char *rule,
                          KqSeverity  severity)
{
  gpointer given;

  g_return_val_if_fail (KQ_IS_PROFILES (self), severity);
  g_return_val_if_fail (platform < KQ_N_PLATFORMS, severity);

  if (g_hash_table_lookup_extended (profile_for (self, platform)->severities, rule, NULL, &given))
    return GPOINTER_TO_UINT (given);

  return severity;
}

/**
 * kq_profiles_get_title:
 * @self: profiles
 * @platform: a platform
 *
 * Returns: (transfer none): the profile's title
 */
const char *
kq_profiles_get_title (KqProfiles *self,
                       KqPlatform  platform)
{
  g_return_val_if_fail (KQ_IS_PROFILES (self), NULL);
  g_return_val_if_fail (platform < KQ_N_PLATFORMS, NULL);

  return profile_for (self, platform)->title;
}

/**
 * kq_profiles_get_date:
 * @self: profiles
 * @platform: a platform
 *
 * Returns: (transfer none): of which day the profile is, as YYYY-MM-DD
 */
const char *
kq_profiles_get_date (KqProfiles *self,
                      KqPlatform  platform)
{
  g_return_val_if_fail (KQ_IS_PROFILES (self), NULL);
  g_return_val_if_fail (platform < KQ_N_PLATFORMS, NULL);

  return profile_for (self, platform)->date;
}

/**
 * kq_profiles_get_source:
 * @self: profiles
 * @platform: a platform
 *
 * Returns: (transfer none): where the profile's numbers are from
 */
const char *
kq_profiles_get_source (KqProfiles *self,
                        KqPlatform  platform)
{
  g_return_val_if_fail (KQ_IS_PROFILES (self), NULL);
  g_return_val_if_fail (platform < KQ_N_PLATFORMS, NULL);

  return profile_for (self, platform)->source;
}

/**
 * kq_profiles_is_own:
 * @self: profiles
 * @platform: a platform
 *
 * Returns: whether the platform's profile is a user's copy
 */
gboolean
kq_profiles_is_own (KqProfiles *self,
                    KqPlatform  platform)
{
  g_return_val_if_fail (KQ_IS_PROFILES (self), FALSE);
  g_return_val_if_fail (platform < KQ_N_PLATFORMS, FALSE);

  return self->own[platform] != NULL;
}

/**
 * kq_profiles_get_directory:
 * @self: profiles
 *
 * Returns: (transfer none) (nullable): the folder where users' copies are
 *   looked for; it needn't exist
 */
const char *
kq_profiles_get_directory (KqProfiles *self)
{
  g_return_val_if_fail (KQ_IS_PROFILES (self), NULL);

  return self->directory;
}
