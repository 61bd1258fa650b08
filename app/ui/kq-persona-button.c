/* kq-persona-button.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-drop-down.h"
#include "kq-level.h"
#include "kq-persona-button.h"

#define SECONDS_PER_HOUR 3600
#define MAX_AGO 9999
#define MAX_FRIENDS 999

enum {
  UNIT_HOURS,
  UNIT_DAYS,
};

/**
 * KqPersonaButton:
 *
 * What the list of personas can't say of each: of which level a member is and
 * since when, how many friends of a sharer claimed, and what is left in stock.
 */
struct _KqPersonaButton {
  AdwBin      parent_instance;

  GPtrArray  *levels;     /* (owned) (nullable) (element-type KqObject) */
  gboolean    is_filling; /* while rows change that nobody touched */

  GtkWidget  *grid;
  GtkWidget  *level;
  GtkWidget  *ago;
  GtkWidget  *unit;
  GtkWidget  *claimed;
  GtkWidget  *friends;
  GtkWidget  *stock;
};

G_DEFINE_FINAL_TYPE (KqPersonaButton, kq_persona_button, ADW_TYPE_BIN)

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
changed_cb (KqPersonaButton *self)
{
  if (!self->is_filling)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
kq_persona_button_dispose (GObject *object)
{
  KqPersonaButton *self = KQ_PERSONA_BUTTON (object);

  g_clear_pointer (&self->levels, g_ptr_array_unref);

  G_OBJECT_CLASS (kq_persona_button_parent_class)->dispose (object);
}

static void
kq_persona_button_class_init (KqPersonaButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_persona_button_dispose;

  /**
   * KqPersonaButton::changed:
   * @self: a button
   *
   * The user changed a detail.
   */
  signals[CHANGED] = g_signal_new ("changed", KQ_TYPE_PERSONA_BUTTON, G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
name (GtkWidget  *control,
      const char *text)
{
  kq_accessible_set_name (GTK_ACCESSIBLE (control), text);
  /* The focus is on the button within a drop-down. */
  if (GTK_IS_DROP_DOWN (control))
    kq_accessible_set_name (GTK_ACCESSIBLE (gtk_widget_get_first_child (control)), text);
}

static GtkWidget *
make_words (KqPersonaButton    *self,
            const char         *text,
            const char * const *words)
{
  GtkWidget *drop_down = kq_drop_down_new (G_LIST_MODEL (gtk_string_list_new (words)));

  name (drop_down, text);
  g_signal_connect_object (drop_down, "notify::selected", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return drop_down;
}

static GtkWidget *
make_number (KqPersonaButton *self,
             const char      *text,
             int              most)
{
  GtkWidget *number = gtk_spin_button_new_with_range (0, most, 1);

  name (number, text);
  g_signal_connect_object (number, "value-changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);

  return number;
}

static void
add_row (KqPersonaButton *self,
         int              row,
         const char      *title,
         GtkWidget       *first,
         GtkWidget       *second)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_grid_attach (GTK_GRID (self->grid), label, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), first, 1, row, second != NULL ? 1 : 2, 1);
  if (second != NULL)
    gtk_grid_attach (GTK_GRID (self->grid), second, 2, row, 1, 1);
}

static void
make_rows (KqPersonaButton *self)
{
  const char * const units[] = { C_("joined so many", "hours ago"), C_("joined so many", "days ago"),
                                 NULL };
  const char * const stocks[] = { _("In stock"), _("Gifts used up"), _("Everything used up"), NULL };

  self->level = make_words (self, _("Member level"), NULL);
  self->ago = make_number (self, _("Joined so long ago"), MAX_AGO);
  self->unit = make_words (self, _("Hours or days"), units);
  self->claimed = make_number (self, _("Friends who have claimed"), MAX_FRIENDS);
  self->friends = make_number (self, _("Friends who opened the link"), MAX_FRIENDS);
  self->stock = make_words (self, _("Stock"), stocks);

  add_row (self, 0, _("Member level"), self->level, NULL);
  add_row (self, 1, C_("persona", "Joined"), self->ago, self->unit);
  /* Translators: so many friends have claimed, of so many who opened the link */
  add_row (self, 2, _("Friends claimed, of"), self->claimed, self->friends);
  add_row (self, 3, _("Stock"), self->stock, NULL);
}

static void
kq_persona_button_init (KqPersonaButton *self)
{
  GtkWidget *button = gtk_menu_button_new ();
  GtkWidget *popover = gtk_popover_new ();

  self->grid = gtk_grid_new ();
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 6);
  make_rows (self);
  gtk_popover_set_child (GTK_POPOVER (popover), self->grid);
  gtk_widget_add_css_class (popover, "kq-persona");

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "document-edit-symbolic");
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_tooltip_text (button, _("Details of the person"));
  kq_accessible_set_name (GTK_ACCESSIBLE (button), _("Details of the person"));
  adw_bin_set_child (ADW_BIN (self), button);
}

/**
 * kq_persona_button_new:
 *
 * Returns: (transfer floating): a button
 */
GtkWidget *
kq_persona_button_new (void)
{
  return g_object_new (KQ_TYPE_PERSONA_BUTTON, NULL);
}

static void
fill_levels (KqPersonaButton   *self,
             KqCampaign        *campaign,
             const KqViewQuery *query)
{
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) words = NULL;
  guint selected = 0;

  g_clear_pointer (&self->levels, g_ptr_array_unref);
  self->levels = kq_view_list_levels (campaign, query->platform);
  for (guint i = 0; i < self->levels->len; i++)
    {
      g_strv_builder_add (names, kq_object_get_text (self->levels->pdata[i], KQ_LEVEL_NAME));
      if (g_strcmp0 (kq_object_get_id (self->levels->pdata[i]), query->level) == 0)
        selected = i;
    }
  words = g_strv_builder_end (names);
  kq_drop_down_set_words (GTK_DROP_DOWN (self->level), (const char * const *) words, selected);
}

static void
fill_ago (KqPersonaButton   *self,
          const KqViewQuery *query)
{
  gint64 hours = query->joined_for / SECONDS_PER_HOUR;
  gboolean in_days = hours >= 48 && hours % 24 == 0;

  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->ago), in_days ? hours / 24 : hours);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->unit), in_days ? UNIT_DAYS : UNIT_HOURS);
}

/**
 * kq_persona_button_set:
 * @self: a button
 * @campaign: the campaign whose levels there are
 * @query: the present persona
 *
 * Shows the details of @query.
 */
void
kq_persona_button_set (KqPersonaButton   *self,
                       KqCampaign        *campaign,
                       const KqViewQuery *query)
{
  gboolean is_member;

  g_return_if_fail (KQ_IS_PERSONA_BUTTON (self));
  g_return_if_fail (KQ_IS_CAMPAIGN (campaign));
  g_return_if_fail (query != NULL);

  is_member = kq_persona_is_member (query->persona);
  self->is_filling = TRUE;
  fill_levels (self, campaign, query);
  fill_ago (self, query);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->claimed), query->friends_claimed);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (self->friends), query->friends);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->stock), query->stock);
  gtk_widget_set_sensitive (self->level, self->levels->len > 0 && is_member);
  gtk_widget_set_sensitive (self->ago, is_member);
  gtk_widget_set_sensitive (self->unit, is_member);
  gtk_widget_set_sensitive (self->claimed, query->persona == KQ_PERSONA_SHARER);
  gtk_widget_set_sensitive (self->friends, query->persona == KQ_PERSONA_SHARER);
  self->is_filling = FALSE;
}

/**
 * kq_persona_button_apply:
 * @self: a button
 * @query: a query
 *
 * Gives the persona of @query the details that are chosen.
 */
void
kq_persona_button_apply (KqPersonaButton *self,
                         KqViewQuery     *query)
{
  guint level, number;
  gboolean in_days;

  g_return_if_fail (KQ_IS_PERSONA_BUTTON (self));
  g_return_if_fail (query != NULL);

  query->stock = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->stock));
  if (!kq_persona_is_member (query->persona))
    return;

  level = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->level));
  number = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->ago));
  in_days = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->unit)) == UNIT_DAYS;
  query->joined_for = number * (in_days ? KQ_SECONDS_PER_DAY : SECONDS_PER_HOUR);
  query->friends_claimed = gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->claimed));
  query->friends = MAX (gtk_spin_button_get_value_as_int (GTK_SPIN_BUTTON (self->friends)),
                        (int) query->friends_claimed);
  if (self->levels == NULL || level >= self->levels->len)
    return;

  g_free (query->level);
  query->level = g_strdup (kq_object_get_id (self->levels->pdata[level]));
  /* Who has just joined is of the lowest level. */
  if (query->persona == KQ_PERSONA_NEW && level > 0)
    query->persona = KQ_PERSONA_MEMBER;
}
