/* kq-document.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-document.h"

#include <glib/gi18n-lib.h>

#include "kq-added-assets.h"
#include "kq-count-findings.h"
#include "kq-paths.h"

/**
 * KqDocument:
 *
 * A campaign that is open. Its list of findings follows the campaign, and where
 * there is a library, what is changed is saved there by and by.
 */
struct _KqDocument {
  GObject        parent_instance;

  KqCampaign     *campaign;  /* (owned) */
  KqAssetSource  *assets;    /* (owned): KqLibraryAssets, or KqAddedAssets outside of a library */
  KqProbedAssets *probed;    /* (owned): these, with facts for the checker */
  GFile          *file;      /* (owned) (nullable) */
  KqHistory      *history;   /* (owned) */
  KqChecker      *checker;   /* (owned) */
  KqAutosave     *autosave;  /* (owned) (nullable): none without a library */
  KqLibrary      *library;   /* (owned) (nullable): where it is kept */
  GTimeZone      *zone;      /* (owned) */
};

enum {
  PROP_0,
  PROP_NAME,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KqDocument, kq_document, G_TYPE_OBJECT)

/**
 * kq_document_read_profiles:
 *
 * Returns: (transfer none): the platforms' numbers and choices, for all
 *   documents; read by whoever asks first, in the main thread
 */
KqProfiles *
kq_document_read_profiles (void)
{
  static KqProfiles *profiles;

  if (profiles == NULL)
    {
      g_autofree char *directory = g_build_filename (kq_paths_get_user_dir (), "profiles", NULL);

      profiles = kq_profiles_new (directory);
    }

  return profiles;
}

/* The checker knows a picture by its bytes once they were looked into. */
static KqAssetSource *
probe_assets (KqDocument *self)
{
  self->probed = kq_probed_assets_new (kq_media_get_default (), self->assets, FALSE);

  return KQ_ASSET_SOURCE (self->probed);
}

static void
on_changed (KqDocument *self,
            KqObject   *origin,
            guint       field)
{
  if (origin != KQ_OBJECT (self->campaign))
    return;

  if (field == KQ_CAMPAIGN_NAME)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
  if (field == KQ_CAMPAIGN_TIME_ZONE)
    {
      g_time_zone_unref (self->zone);
      self->zone = kq_campaign_dup_zone (self->campaign);
    }
}

static void
kq_document_get_property (GObject    *object,
                          guint       id,
                          GValue     *value,
                          GParamSpec *pspec)
{
  KqDocument *self = KQ_DOCUMENT (object);

  switch (id)
    {
    case PROP_NAME:
      g_value_take_string (value, kq_document_dup_name (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_document_dispose (GObject *object)
{
  KqDocument *self = KQ_DOCUMENT (object);

  if (self->campaign != NULL)
    g_signal_handlers_disconnect_by_data (self->campaign, self);
  g_clear_object (&self->autosave);
  g_clear_object (&self->checker);
  g_clear_object (&self->history);
  g_clear_object (&self->campaign);
  g_clear_object (&self->probed);
  g_clear_object (&self->library);
  g_clear_object (&self->assets);
  g_clear_object (&self->file);
  g_clear_pointer (&self->zone, g_time_zone_unref);

  G_OBJECT_CLASS (kq_document_parent_class)->dispose (object);
}

static void
kq_document_class_init (KqDocumentClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = kq_document_get_property;
  object_class->dispose = kq_document_dispose;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kq_document_init (KqDocument *self)
{
}

/* The library lists what was found, so that nobody has to open the campaign. */
static void
on_checked (KqDocument *self)
{
  int counts[3];

  kq_count_findings_list (kq_checker_get_findings (self->checker), counts);
  kq_autosave_set_counts (self->autosave, counts, g_get_real_time () / G_USEC_PER_SEC);
}

static KqDocument *
create (KqCampaign    *campaign,
        KqHistory     *history,
        KqAssetSource *assets)
{
  KqDocument *self = g_object_new (KQ_TYPE_DOCUMENT, NULL);

  self->campaign = g_object_ref (campaign);
  self->history = history != NULL ? g_object_ref (history) : kq_history_new (campaign);
  g_set_object (&self->assets, assets);
  self->zone = kq_campaign_dup_zone (campaign);
  self->checker = kq_checker_new (campaign, kq_document_read_profiles (), probe_assets (self));
  g_signal_connect_object (self->probed, "probed", G_CALLBACK (kq_checker_refresh), self->checker,
                           G_CONNECT_SWAPPED);
  kq_checker_set_moment (self->checker, kq_time_now (self->zone));
  kq_checker_follow (self->checker);
  g_signal_connect_swapped (campaign, "changed", G_CALLBACK (on_changed), self);

  return self;
}

/**
 * kq_document_new:
 * @campaign: (transfer none): a campaign, that nobody else edits
 * @assets: (nullable): where its pictures are
 * @file: (nullable): where it was read from
 *
 * A campaign outside of any library, to look at and to export: what is changed
 * is kept nowhere.
 *
 * Returns: (transfer full): the campaign as a document, checked as it changes
 */
KqDocument *
kq_document_new (KqCampaign    *campaign,
                 KqAssetSource *assets,
                 GFile         *file)
{
  g_autoptr (KqAddedAssets) added = NULL;
  KqDocument *self;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (assets == NULL || KQ_IS_ASSET_SOURCE (assets), NULL);
  g_return_val_if_fail (file == NULL || G_IS_FILE (file), NULL);

  added = kq_added_assets_new (assets);
  self = create (campaign, NULL, KQ_ASSET_SOURCE (added));
  g_set_object (&self->file, file);

  return self;
}

/**
 * kq_document_new_in_library:
 * @library: a library
 * @campaign: (transfer none): a campaign, that nobody else edits
 * @history: (nullable): its undo and redo; %NULL to begin a new one
 * @version: which version in the library it is; 0 for one that is new there
 *
 * Returns: (transfer full): the campaign as a document, checked and saved as it
 *   changes
 */
KqDocument *
kq_document_new_in_library (KqLibrary  *library,
                            KqCampaign *campaign,
                            KqHistory  *history,
                            gint64      version)
{
  g_autoptr (KqLibraryAssets) assets = NULL;
  KqDocument *self;

  g_return_val_if_fail (KQ_IS_LIBRARY (library), NULL);
  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (history == NULL || KQ_IS_HISTORY (history), NULL);

  assets = kq_library_assets_new (library, NULL);
  self = create (campaign, history, KQ_ASSET_SOURCE (assets));
  self->autosave = kq_autosave_new (library, campaign, self->assets, version);
  self->library = g_object_ref (library);
  g_signal_connect_object (self->checker, "checked", G_CALLBACK (on_checked), self,
                           G_CONNECT_SWAPPED);

  return self;
}

/**
 * kq_document_get_campaign:
 * @self: a document
 *
 * Returns: (transfer none): its campaign
 */
KqCampaign *
kq_document_get_campaign (KqDocument *self)
{
  g_return_val_if_fail (KQ_IS_DOCUMENT (self), NULL);

  return self->campaign;
}

/**
 * kq_document_get_history:
 * @self: a document
 *
 * Returns: (transfer none): its history
 */
KqHistory *
kq_document_get_history (KqDocument *self)
{
  g_return_val_if_fail (KQ_IS_DOCUMENT (self), NULL);

  return self->history;
}

/**
 * kq_document_get_checker:
 * @self: a document
 *
 * Returns: (transfer none): what checks it
 */
KqChecker *
kq_document_get_checker (KqDocument *self)
{
  g_return_val_if_fail (KQ_IS_DOCUMENT (self), NULL);

  return self->checker;
}

/**
 * kq_document_get_findings:
 * @self: a document
 *
 * Returns: (transfer none): what was found, the same list for good
 */
KqFindingList *
kq_document_get_findings (KqDocument *self)
{
  g_return_val_if_fail (KQ_IS_DOCUMENT (self), NULL);

  return kq_checker_get_findings (self->checker);
}

/**
 * kq_document_get_profiles:
 * @self: a document
 *
 * Returns: (transfer none): the platforms' numbers and choices
 */
KqProfiles *
kq_document_get_profiles (KqDocument *self)
{
  g_return_val_if_fail (KQ_IS_DOCUMENT (self), NULL);

  return kq_document_read_profiles ();
}

/**
 * kq_document_get_assets:
 * @self: a document
 *
 * Returns: (transfer none): where its pictures are
 */
KqAssetSource *
kq_document_get_assets (KqDocument *self)
{
  g_return_val_if_fail (KQ_IS_DOCUMENT (self), NULL);

  return self->assets;
}

/**
 * kq_document_get_probed_assets:
 * @self: a document
 *
 * Returns: (transfer none): the same pictures, and what they are by their bytes,
 *   which may be still to come
 */
KqProbedAssets *
kq_document_get_probed_assets (KqDocument *self)
{
  g_return_val_if_fail (KQ_IS_DOCUMENT (self), NULL);

  return self->probed;
}

/**
 * kq_document_add_asset:
 * @self: a document
 * @bytes: a picture
 *
 * Adds a picture that the campaign will name. It is there for as long as the
 * campaign is open, and in the library once the campaign that names it is saved.
 *
 * Returns: (transfer full): its name
 */
char *
kq_document_add_asset (KqDocument *self,
                       GBytes     *bytes)
{
  g_return_val_if_fail (KQ_IS_DOCUMENT (self), NULL);
  g_return_val_if_fail (bytes != NULL, NULL);

  if (KQ_IS_LIBRARY_ASSETS (self->assets))
    return kq_library_assets_add (KQ_LIBRARY_ASSETS (self->assets), bytes);

  return kq_added_assets_add (KQ_ADDED_ASSETS (self->assets), bytes);
}

/**
 * kq_document_get_file:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): where it was read from; none for one of
 *   a library
 */
GFile *
kq_document_get_file (KqDocument *self)
{
  g_return_val_if_fail (KQ_IS_DOCUMENT (self), NULL);

  return self->file;
}

/**
 * kq_document_get_autosave:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): what saves it; none for one that is
 *   outside of any library
 */
KqAutosave *
kq_document_get_autosave (KqDocument *self)
{
  g_return_val_if_fail (KQ_IS_DOCUMENT (self), NULL);

  return self->autosave;
}

/**
 * kq_document_get_library:
 * @self: a document
 *
 * Returns: (transfer none) (nullable): where it is kept, %NULL outside of any
 *   library
 */
KqLibrary *
kq_document_get_library (KqDocument *self)
{
  g_return_val_if_fail (KQ_IS_DOCUMENT (self), NULL);

  return self->library;
}

/**
 * kq_document_is_kept:
 * @self: a document
 *
 * Returns: whether nothing is lost where it is let go of now: all is saved, or
 *   it was changed nowhere
 */
gboolean
kq_document_is_kept (KqDocument *self)
{
  g_return_val_if_fail (KQ_IS_DOCUMENT (self), TRUE);

  return self->autosave != NULL ? kq_autosave_get_state (self->autosave) == KQ_AUTOSAVE_SAVED
                                : kq_history_is_clean (self->history);
}

/**
 * kq_document_get_id:
 * @self: a document
 *
 * Returns: (transfer none): the campaign's id
 */
const char *
kq_document_get_id (KqDocument *self)
{
  g_return_val_if_fail (KQ_IS_DOCUMENT (self), NULL);

  return kq_object_get_text (KQ_OBJECT (self->campaign), KQ_CAMPAIGN_ID);
}

/**
 * kq_document_get_zone:
 * @self: a document
 *
 * Returns: (transfer none): the campaign's time zone, valid until that changes
 */
GTimeZone *
kq_document_get_zone (KqDocument *self)
{
  g_return_val_if_fail (KQ_IS_DOCUMENT (self), NULL);

  return self->zone;
}

/**
 * kq_document_dup_name:
 * @self: a document
 *
 * Returns: (transfer full): the campaign's name, or what a campaign without
 *   one is called
 */
char *
kq_document_dup_name (KqDocument *self)
{
  const char *name;

  g_return_val_if_fail (KQ_IS_DOCUMENT (self), NULL);

  name = kq_object_get_text (KQ_OBJECT (self->campaign), KQ_CAMPAIGN_NAME);

  return g_strdup (*name != '\0' ? name : _("Untitled campaign"));
}

/**
 * kq_document_fix:
 * @self: a document
 * @finding: one of its findings
 *
 * Makes the finding's mend, as one step that can be undone. What has no mend,
 * or one that no longer fits the campaign, is left.
 */
void
kq_document_fix (KqDocument *self,
                 KqFinding  *finding)
{
  GPtrArray *edits;
  const char *label;
  g_autoptr (GError) error = NULL;

  g_return_if_fail (KQ_IS_DOCUMENT (self));
  g_return_if_fail (KQ_IS_FINDING (finding));

  edits = kq_finding_get_fix (finding);
  if (edits == NULL)
    return;

  label = kq_finding_get_fix_label (finding);
  kq_history_begin (self->history, label != NULL ? label : _("fix"));
  if (!kq_campaign_edit (self->campaign, edits, &error))
    g_info ("%s: %s", kq_finding_get_rule (finding), error->message);
  kq_history_end (self->history);
}

/**
 * kq_document_bring_back_version:
 * @self: a document
 * @version: an older version of the campaign, checked
 * @name: what this does, for undo: “bring back 9 Nov, 14:03”
 *
 * Makes the campaign what it once was, as one step that can be undone.
 */
void
kq_document_bring_back_version (KqDocument *self,
                                JsonNode   *version,
                                const char *name)
{
  g_return_if_fail (KQ_IS_DOCUMENT (self));
  g_return_if_fail (JSON_NODE_HOLDS_OBJECT (version));
  g_return_if_fail (name != NULL);

  kq_history_begin (self->history, name);
  kq_object_apply (KQ_OBJECT (self->campaign), version);
  kq_history_end (self->history);
  if (self->autosave != NULL)
    kq_autosave_set_kind (self->autosave, KQ_VERSION_RESTORE);
}
