/* kq-moment-bar.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-moment-bar.h"
#include "kq-ticks.h"
#include "kq-view-changes.h"

#define SECONDS_PER_HOUR 3600

/**
 * KqMomentBar:
 *
 * A moment, typed, moved to by a slider over the period of the campaign, or
 * reached by stepping from change to change. Every change is a tick below the
 * slider, and the one that comes next is said in words.
 */
struct _KqMomentBar {
  AdwBin      parent_instance;

  KqTime      from;
  KqTime      moment;
  GTimeZone  *zone;       /* (owned) (nullable) */
  GPtrArray  *changes;    /* (owned) (nullable) (element-type KqViewChange) */
  gboolean    is_filling; /* while the slider moves that nobody touched */
  char       *problem;    /* (owned) (nullable): why what is typed can't be taken */

  GtkWidget  *previous;
  GtkWidget  *entry;
  GtkWidget  *next;
  GtkWidget  *slider;
  GtkWidget  *ticks;
  GtkWidget  *words;
};

G_DEFINE_FINAL_TYPE (KqMomentBar, kq_moment_bar, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static char *
format_moment (KqMomentBar *self,
               KqTime       moment,
               const char  *format)
{
  g_autoptr (GDateTime) date = NULL;

  if (self->zone == NULL || !kq_time_is_set (moment))
    return g_strdup ("");
  date = kq_time_to_date_time (moment, self->zone);

  return date != NULL ? g_date_time_format (date, format) : g_strdup ("");
}

/* The last change before the moment, or the first after it. */
static const KqViewChange *
find_change (KqMomentBar *self,
             gboolean     after)
{
  const KqViewChange *found = NULL;

  for (guint i = 0; self->changes != NULL && i < self->changes->len; i++)
    {
      const KqViewChange *change = self->changes->pdata[i];
      int order = kq_time_compare (change->moment, self->moment);

      if (after && order > 0)
        return change;
      if (!after && order < 0)
        found = change;
    }

  return found;
}

static const KqViewChange *
find_present (KqMomentBar *self)
{
  for (guint i = 0; self->changes != NULL && i < self->changes->len; i++)
    if (kq_time_compare (((KqViewChange *) self->changes->pdata[i])->moment, self->moment) == 0)
      return self->changes->pdata[i];

  return NULL;
}

static char *
describe (KqMomentBar *self)
{
  const KqViewChange *present = find_present (self);
  const KqViewChange *next = find_change (self, TRUE);
  g_autofree char *date = NULL;

  if (self->problem != NULL)
    return g_strdup (self->problem);
  if (present != NULL)
    /* Translators: what changes at the very moment that is looked at */
    return g_strdup_printf (_("Now: %s"), present->text);
  if (next == NULL)
    return g_strdup (self->changes != NULL ? _("No more changes in the campaign’s period") : "");

  date = format_moment (self, next->moment, "%m-%d %H:%M");

  /* Translators: a date, and what changes then */
  return g_strdup_printf (_("Next: %s · %s"), date, next->text);
}

static void
update_words (KqMomentBar *self)
{
  g_autofree char *words = describe (self);

  gtk_label_set_text (GTK_LABEL (self->words), words);
  gtk_widget_set_tooltip_text (self->words, words);
  /* The next change has one line, so that the phone keeps its size. */
  gtk_label_set_lines (GTK_LABEL (self->words), self->problem != NULL ? 3 : 1);
}

/* What can't be taken is said below, and to who can't see that. */
static void
set_problem (KqMomentBar *self,
             const char  *problem)
{
  GtkWidget *marked[] = { self->entry, self->words };

  if (g_strcmp0 (self->problem, problem) == 0)
    return;

  g_free (self->problem);
  self->problem = g_strdup (problem);
  for (guint i = 0; i < G_N_ELEMENTS (marked); i++)
    if (problem != NULL)
      gtk_widget_add_css_class (marked[i], "error");
    else
      gtk_widget_remove_css_class (marked[i], "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               problem != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                               : GTK_ACCESSIBLE_INVALID_FALSE, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  problem != NULL ? problem : "", -1);
  update_words (self);
}

static void
update (KqMomentBar *self)
{
  g_autofree char *text = format_moment (self, self->moment, "%Y-%m-%d %H:%M");

  self->is_filling = TRUE;
  gtk_range_set_value (GTK_RANGE (self->slider), self->moment.seconds - self->from.seconds);
  self->is_filling = FALSE;
  if (!g_str_equal (gtk_editable_get_text (GTK_EDITABLE (self->entry)), text))
    gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  set_problem (self, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->slider),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text, -1);
  update_words (self);
  gtk_widget_set_sensitive (self->previous, find_change (self, FALSE) != NULL);
  gtk_widget_set_sensitive (self->next, find_change (self, TRUE) != NULL);
}

static void
choose (KqMomentBar *self,
        KqTime       moment)
{
  gboolean is_same = kq_time_is_set (self->moment) &&
                     kq_time_compare (moment, self->moment) == 0;

  self->moment = moment;
  update (self);
  if (!is_same)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
slider_changed_cb (KqMomentBar *self)
{
  gint64 at = gtk_range_get_value (GTK_RANGE (self->slider));

  if (!self->is_filling && kq_time_is_set (self->from))
    choose (self, kq_time_add (self->from, at));
}

static void
step (KqMomentBar *self,
      gboolean     forward)
{
  const KqViewChange *change = find_change (self, forward);

  if (change != NULL)
    choose (self, change->moment);
}

static void
previous_clicked_cb (KqMomentBar *self)
{
  step (self, FALSE);
}

static void
next_clicked_cb (KqMomentBar *self)
{
  step (self, TRUE);
}

/* What can't be read is left as it was typed, with the reason beside it. */
static void
commit (KqMomentBar *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autofree char *shown = format_moment (self, self->moment, "%Y-%m-%d %H:%M");
  g_autoptr (GError) error = NULL;
  KqTime moment;

  if (self->zone == NULL)
    return;
  if (g_str_equal (text, shown))
    {
      set_problem (self, NULL);
      return;
    }
  if (kq_time_parse_input (text, self->zone, FALSE, self->moment, &moment, &error) &&
      kq_time_is_set (moment))
    {
      choose (self, moment);
      return;
    }

  set_problem (self, error != NULL ? error->message : _("Type a date, such as 11-8 20:00"));
}

static void
kq_moment_bar_dispose (GObject *object)
{
  KqMomentBar *self = KQ_MOMENT_BAR (object);

  g_clear_pointer (&self->zone, g_time_zone_unref);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->problem, g_free);

  G_OBJECT_CLASS (kq_moment_bar_parent_class)->dispose (object);
}

static void
kq_moment_bar_class_init (KqMomentBarClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_moment_bar_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * KqMomentBar::changed:
   * @self: a moment bar
   *
   * The user chose another moment.
   */
  signals[CHANGED] = g_signal_new ("changed", KQ_TYPE_MOMENT_BAR, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static GtkWidget *
make_step (KqMomentBar *self,
           const char  *icon,
           const char  *name,
           GCallback    clicked)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, name);
  kq_accessible_set_name (GTK_ACCESSIBLE (button), name);
  g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

static GtkWidget *
make_entry (KqMomentBar *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_editable_set_width_chars (GTK_EDITABLE (self->entry), 10);
  gtk_widget_add_css_class (self->entry, "numeric");
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (commit), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit), self);
  gtk_widget_add_controller (self->entry, focus);

  return self->entry;
}

static GtkWidget *
make_slider (KqMomentBar *self)
{
  self->slider = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, SECONDS_PER_HOUR);
  gtk_scale_set_draw_value (GTK_SCALE (self->slider), FALSE);
  gtk_range_set_increments (GTK_RANGE (self->slider), SECONDS_PER_HOUR, 24 * SECONDS_PER_HOUR);
  gtk_range_set_round_digits (GTK_RANGE (self->slider), 0);
  kq_accessible_set_name (GTK_ACCESSIBLE (self->slider), _("Moment"));
  g_signal_connect_swapped (self->slider, "value-changed", G_CALLBACK (slider_changed_cb), self);

  return self->slider;
}

static GtkWidget *
make_words (KqMomentBar *self)
{
  self->words = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->words), 0);
  gtk_label_set_wrap (GTK_LABEL (self->words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (self->words), 1);
  gtk_label_set_ellipsize (GTK_LABEL (self->words), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (self->words, "caption");
  gtk_widget_add_css_class (self->words, "dim-label");

  return self->words;
}

static void
kq_moment_bar_init (KqMomentBar *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->moment = self->from = KQ_TIME_NONE;
  self->previous = make_step (self, "go-previous-symbolic", _("Previous change"),
                              G_CALLBACK (previous_clicked_cb));
  self->next = make_step (self, "go-next-symbolic", _("Next change"),
                          G_CALLBACK (next_clicked_cb));
  gtk_widget_add_css_class (line, "linked");
  gtk_box_append (GTK_BOX (line), self->previous);
  gtk_box_append (GTK_BOX (line), make_entry (self));
  gtk_box_append (GTK_BOX (line), self->next);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), make_slider (self));
  self->ticks = kq_ticks_new (GTK_RANGE (self->slider));
  gtk_box_append (GTK_BOX (box), self->ticks);
  gtk_box_append (GTK_BOX (box), make_words (self));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * kq_moment_bar_new:
 *
 * Returns: (transfer floating): a bar without a moment yet
 */
GtkWidget *
kq_moment_bar_new (void)
{
  return g_object_new (KQ_TYPE_MOMENT_BAR, NULL);
}

/**
 * kq_moment_bar_set_period:
 * @self: a moment bar
 * @from: where the slider begins
 * @to: where it ends
 *
 * Sets the period of the slider. A moment outside of it stays.
 */
void
kq_moment_bar_set_period (KqMomentBar *self,
                          KqTime       from,
                          KqTime       to)
{
  g_return_if_fail (KQ_IS_MOMENT_BAR (self));
  g_return_if_fail (kq_time_is_set (from) && kq_time_is_set (to));

  self->from = from;
  self->is_filling = TRUE;
  gtk_range_set_range (GTK_RANGE (self->slider), 0, MAX (to.seconds - from.seconds, 1));
  self->is_filling = FALSE;
}

/**
 * kq_moment_bar_set_zone:
 * @self: a moment bar
 * @zone: in which moments are written
 *
 * Sets the time zone.
 */
void
kq_moment_bar_set_zone (KqMomentBar *self,
                        GTimeZone   *zone)
{
  g_return_if_fail (KQ_IS_MOMENT_BAR (self));
  g_return_if_fail (zone != NULL);

  g_clear_pointer (&self->zone, g_time_zone_unref);
  self->zone = g_time_zone_ref (zone);
}

/**
 * kq_moment_bar_set_moment:
 * @self: a moment bar
 * @moment: a moment
 *
 * Sets the moment, without a signal.
 */
void
kq_moment_bar_set_moment (KqMomentBar *self,
                          KqTime       moment)
{
  g_return_if_fail (KQ_IS_MOMENT_BAR (self));
  g_return_if_fail (kq_time_is_set (moment));

  if (kq_time_is_set (self->moment) && kq_time_compare (self->moment, moment) == 0 &&
      gtk_range_get_value (GTK_RANGE (self->slider)) == moment.seconds - self->from.seconds)
    return;

  self->moment = moment;
  update (self);
}

/**
 * kq_moment_bar_get_moment:
 * @self: a moment bar
 *
 * Returns: the moment
 */
KqTime
kq_moment_bar_get_moment (KqMomentBar *self)
{
  g_return_val_if_fail (KQ_IS_MOMENT_BAR (self), KQ_TIME_NONE);

  return self->moment;
}

static gboolean
has_changes (KqMomentBar *self,
             GPtrArray   *changes)
{
  if (self->changes == NULL || changes == NULL || self->changes->len != changes->len)
    return self->changes == changes;
  for (guint i = 0; i < changes->len; i++)
    {
      const KqViewChange *old = self->changes->pdata[i];
      const KqViewChange *new = changes->pdata[i];

      if (kq_time_compare (old->moment, new->moment) != 0 || !g_str_equal (old->text, new->text))
        return FALSE;
    }

  return TRUE;
}

/**
 * kq_moment_bar_set_changes:
 * @self: a moment bar
 * @changes: (nullable) (element-type KqViewChange): the earliest first; %NULL
 *   while they aren't known
 *
 * Sets the moments that matter.
 */
void
kq_moment_bar_set_changes (KqMomentBar *self,
                           GPtrArray   *changes)
{
  g_return_if_fail (KQ_IS_MOMENT_BAR (self));

  if (has_changes (self, changes))
    return;

  g_clear_pointer (&self->changes, g_ptr_array_unref);
  self->changes = changes != NULL ? g_ptr_array_ref (changes) : NULL;
  kq_ticks_clear (KQ_TICKS (self->ticks));
  for (guint i = 0; changes != NULL && i < changes->len; i++)
    kq_ticks_add (KQ_TICKS (self->ticks), ((KqViewChange *) changes->pdata[i])->moment.seconds -
                                          self->from.seconds);
  if (kq_time_is_set (self->moment))
    update (self);
}

/**
 * kq_moment_bar_get_entry:
 * @self: a moment bar
 *
 * Returns: (transfer none): where the moment is typed
 */
GtkWidget *
kq_moment_bar_get_entry (KqMomentBar *self)
{
  g_return_val_if_fail (KQ_IS_MOMENT_BAR (self), NULL);

  return self->entry;
}
