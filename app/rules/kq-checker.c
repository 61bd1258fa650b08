/* kq-checker.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-checker-private.h"
#include "kq-slices.h"

enum {
  PROP_0,
  PROP_BUSY,
  N_PROPS
};

enum {
  CHECKED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KqChecker, kq_checker, G_TYPE_OBJECT)

/* Findings by the thousand are freed in slices too, where there are any. */
static void
dispose_of (KqChecker *self,
            KqStepFunc free_step,
            gpointer   data)
{
  if (self->following)
    kq_slices_add (free_step, data);
  else
    while (free_step (data))
      continue;
}

/* Ends the run, whether or not it came to its end. */
static void
drop_run (KqChecker *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->updates); i++)
    if (self->updates[i] != NULL)
      dispose_of (self, (KqStepFunc) kq_finding_update_free_step,
                  g_steal_pointer (&self->updates[i]));
  if (self->check != NULL)
    dispose_of (self, (KqStepFunc) kq_check_free_step, g_steal_pointer (&self->check));
}

static gboolean step (KqChecker *self);

static gboolean
on_slice (gpointer data)
{
  g_autoptr (KqChecker) self = g_object_ref (KQ_CHECKER (data));

  /* Who hears of the findings may change the campaign or let go of us. */
  if (step (self) || self->changed)
    return TRUE;
  if (self->slices == 0)
    return FALSE;

  self->slices = 0;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);

  return FALSE;
}

/* What was found so far may be wrong now: begin again. */
static void
on_changed (KqChecker *self)
{
  drop_run (self);
  self->changed = TRUE;
  if (!self->following || self->slices != 0)
    return;

  self->slices = kq_slices_add (on_slice, self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUSY]);
}

static void
kq_checker_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_BUSY:
      g_value_set_boolean (value, kq_checker_is_busy (KQ_CHECKER (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_checker_dispose (GObject *object)
{
  KqChecker *self = KQ_CHECKER (object);

  g_clear_handle_id (&self->slices, kq_slices_remove);
  /* What is left of the run would keep the campaign. */
  self->following = FALSE;
  drop_run (self);
  if (self->campaign != NULL)
    g_signal_handlers_disconnect_by_data (self->campaign, self);
  g_clear_object (&self->campaign);
  g_clear_object (&self->profiles);
  g_clear_object (&self->assets);
  g_clear_pointer (&self->asset_facts, g_hash_table_unref);
  g_clear_object (&self->findings);
  g_clear_object (&self->dismissed);

  G_OBJECT_CLASS (kq_checker_parent_class)->dispose (object);
}

static void
kq_checker_class_init (KqCheckerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = kq_checker_get_property;
  object_class->dispose = kq_checker_dispose;

  properties[PROP_BUSY] = g_param_spec_boolean ("busy", NULL, NULL, FALSE,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KqChecker::checked:
   * @self: the checker
   *
   * A run came to its end; both lists are up to date. For who shows both, and
   * would otherwise hear of them one after the other.
   */
  signals[CHECKED] = g_signal_new ("checked", KQ_TYPE_CHECKER, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kq_checker_init (KqChecker *self)
{
  self->findings = kq_finding_list_new ();
  self->dismissed = kq_finding_list_new ();
  self->asset_facts = kq_asset_facts_table_new ();
  self->moment = KQ_TIME_NONE;
}

/**
 * kq_checker_new:
 * @campaign: a campaign
 * @profiles: the platforms' numbers and choices
 * @assets: (nullable): where the bytes of its images are
 *
 * Returns: (transfer full): a checker that has found nothing yet
 */
KqChecker *
kq_checker_new (KqCampaign    *campaign,
                KqProfiles    *profiles,
                KqAssetSource *assets)
{
  KqChecker *self;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (KQ_IS_PROFILES (profiles), NULL);
  g_return_val_if_fail (assets == NULL || KQ_IS_ASSET_SOURCE (assets), NULL);

  self = g_object_new (KQ_TYPE_CHECKER, NULL);
  self->campaign = g_object_ref (campaign);
  self->profiles = g_object_ref (profiles);
  g_set_object (&self->assets, assets);
  g_signal_connect_swapped (campaign, "changed", G_CALLBACK (on_changed), self);

  return self;
}

/**
 * kq_checker_set_moment:
 * @self: a checker
 * @moment: the moment for rules that speak of expiry; none for now
 *
 * Sets the moment, for the next run.
 */
void
kq_checker_set_moment (KqChecker *self,
                       KqTime     moment)
{
  g_return_if_fail (KQ_IS_CHECKER (self));

  self->moment = moment;
  on_changed (self);
}

/**
 * kq_checker_refresh:
 * @self: a checker
 *
 * Something beside the campaign has changed, such as what is known of its
 * images: where the findings follow the campaign, it is checked anew.
 */
void
kq_checker_refresh (KqChecker *self)
{
  g_return_if_fail (KQ_IS_CHECKER (self));

  on_changed (self);
}

/**
 * kq_checker_get_findings:
 * @self: a checker
 *
 * Returns: (transfer none): the findings, the same list from run to run
 */
KqFindingList *
kq_checker_get_findings (KqChecker *self)
{
  g_return_val_if_fail (KQ_IS_CHECKER (self), NULL);

  return self->findings;
}

/**
 * kq_checker_get_dismissed:
 * @self: a checker
 *
 * Returns: (transfer none): the advice that the campaign has dismissed and that
 *   would be found otherwise, without mends; the same list from run to run
 */
KqFindingList *
kq_checker_get_dismissed (KqChecker *self)
{
  g_return_val_if_fail (KQ_IS_CHECKER (self), NULL);

  return self->dismissed;
}

/* The moment for rules that speak of expiry. */
KqTime
kq_checker_get_moment (KqChecker *self)
{
  g_autoptr (GTimeZone) zone = kq_campaign_dup_zone (self->campaign);

  return kq_time_is_set (self->moment) ? self->moment : kq_time_now (zone);
}

/* A run over the campaign as it is now. */
static KqCheck *
begin_check (KqChecker *self)
{
  return kq_check_new (self->campaign, self->profiles, self->assets, self->asset_facts,
                       kq_checker_get_moment (self));
}

static void
begin_updates (KqChecker *self)
{
  self->updates[0] = kq_finding_update_new (self->dismissed, kq_check_get_put_away (self->check));
  self->updates[1] = kq_finding_update_new (self->findings, kq_check_get_findings (self->check));
}

/* The run is over before the lists tell of it: a handler may begin another. */
static void
finish (KqChecker *self)
{
  KqFindingUpdate *dismissed = g_steal_pointer (&self->updates[0]);
  KqFindingUpdate *findings = g_steal_pointer (&self->updates[1]);

  drop_run (self);
  kq_finding_list_commit (self->dismissed, dismissed);
  kq_finding_list_commit (self->findings, findings);
  g_signal_emit (self, signals[CHECKED], 0);
  dispose_of (self, (KqStepFunc) kq_finding_update_free_step, dismissed);
  dispose_of (self, (KqStepFunc) kq_finding_update_free_step, findings);
}

/* A step of the run that is under way, or of a new one; FALSE where it has come
 * to its end. */
static gboolean
step (KqChecker *self)
{
  if (self->check == NULL)
    {
      self->check = begin_check (self);
      self->changed = FALSE;
      return TRUE;
    }
  if (self->updates[0] == NULL)
    {
      if (!kq_check_step (self->check))
        begin_updates (self);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (self->updates); i++)
    if (kq_finding_update_step (self->updates[i]))
      return TRUE;

  finish (self);

  return FALSE;
}

/**
 * kq_checker_run:
 * @self: a checker
 *
 * Checks everything, now.
 */
void
kq_checker_run (KqChecker *self)
{
  g_return_if_fail (KQ_IS_CHECKER (self));

  while (step (self))
    continue;
}

/**
 * kq_checker_run_slice:
 * @self: a checker
 * @budget: microseconds that it may take, and a step more
 *
 * Goes on with the check that is under way, or begins one.
 *
 * Returns: %TRUE when it came to the end and the findings are up to date
 */
gboolean
kq_checker_run_slice (KqChecker *self,
                      gint64     budget)
{
  gint64 end = g_get_monotonic_time () + budget;

  g_return_val_if_fail (KQ_IS_CHECKER (self), TRUE);

  while (step (self))
    if (g_get_monotonic_time () >= end)
      return FALSE;

  return TRUE;
}

/**
 * kq_checker_follow:
 * @self: a checker
 *
 * From now on the findings follow the campaign: after each change it is
 * checked anew, in idle slices of the main thread.
 */
void
kq_checker_follow (KqChecker *self)
{
  g_return_if_fail (KQ_IS_CHECKER (self));

  self->following = TRUE;
  on_changed (self);
}

/**
 * kq_checker_is_busy:
 * @self: a checker
 *
 * Returns: whether a check is under way or due, so that the findings may
 *   speak of an earlier state
 */
gboolean
kq_checker_is_busy (KqChecker *self)
{
  g_return_val_if_fail (KQ_IS_CHECKER (self), FALSE);

  return self->slices != 0;
}
