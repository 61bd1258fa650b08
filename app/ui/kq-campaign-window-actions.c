/* kq-campaign-window-actions.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-campaign-window-private.h"

#include <glib/gi18n-lib.h>

#include "kq-preview.h"
#include "kq-section-list.h"

/* The commands of the campaign window but those for files, all as actions. */

static void
on_undo (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  KqCampaignWindow *self = data;

  kq_history_undo (kq_document_get_history (self->document));
}

static void
on_redo (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  KqCampaignWindow *self = data;

  kq_history_redo (kq_document_get_history (self->document));
}

static void
on_add (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  KqCampaignWindow *self = data;

  kq_section_add (self->section);
}

static void
on_duplicate (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  KqCampaignWindow *self = data;

  kq_section_duplicate (self->section);
}

static void
on_next_of_series (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       data)
{
  KqCampaignWindow *self = data;

  kq_section_make_next (self->section);
}

static void
on_move_up (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       data)
{
  KqCampaignWindow *self = data;

  kq_section_move (self->section, -1);
}

static void
on_move_down (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  KqCampaignWindow *self = data;

  kq_section_move (self->section, 1);
}

static void
on_delete (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  KqCampaignWindow *self = data;

  kq_section_remove (self->section);
}

static void
on_search (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  KqCampaignWindow *self = data;

  kq_section_search (self->section);
}

static void
on_back (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  KqCampaignWindow *self = data;

  adw_leaflet_set_visible_child_name (self->leaflet, "sidebar");
}

static void
on_show_section (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  KqCampaignWindow *self = data;
  guint position = kq_section_list_find (g_variant_get_string (parameter, NULL));

  if (position == kq_section_list_get_length ())
    return;

  kq_campaign_window_show_section (self, position);
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
}

/* Nothing lies before the first and after the last. */
static void
step_section (KqCampaignWindow *self,
              int               step)
{
  guint position = kq_section_list_find (kq_campaign_window_get_section (self)) + step;

  if (position < kq_section_list_get_length ())
    kq_campaign_window_show_section (self, position);
}

static void
on_next_section (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  step_section (data, 1);
}

static void
on_previous_section (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  step_section (data, -1);
}

/* Steps through the findings and begins anew after the last one. */
static void
step_finding (KqCampaignWindow *self,
              int               step)
{
  GListModel *findings = G_LIST_MODEL (kq_document_get_findings (self->document));
  guint length = g_list_model_get_n_items (findings);

  if (length == 0)
    return;

  if (self->finding == G_MAXUINT)
    self->finding = step > 0 ? 0 : length - 1;
  else
    self->finding = (MIN (self->finding, length - 1) + length + step) % length;
  kq_campaign_window_show_finding (self, kq_finding_list_get (KQ_FINDING_LIST (findings),
                                                              self->finding));
}

static void
on_next_finding (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       data)
{
  step_finding (data, 1);
}

static void
on_previous_finding (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       data)
{
  step_finding (data, -1);
}

static void
on_preview (GSimpleAction *action,
            GVariant      *state,
            gpointer       data)
{
  KqCampaignWindow *self = data;
  gboolean is_shown = g_variant_get_boolean (state);

  /* Where it covers the rest, it is called for and not a preference. */
  if (!adw_flap_get_folded (self->flap))
    g_settings_set_boolean (self->settings, "preview-visible", is_shown);
  adw_flap_set_reveal_flap (self->flap, is_shown);
}

static void
on_toast_removed (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       data)
{
  KqCampaignWindow *self = data;
  g_autofree char *escaped = g_markup_escape_text (g_variant_get_string (parameter, NULL), -1);
  AdwToast *toast;

  toast = adw_toast_new (escaped);
  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  /* After the next step it would take back that. */
  g_signal_connect_object (kq_document_get_history (self->document), "notify::undo-name",
                           G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static const GActionEntry entries[] = {
  { "undo", on_undo },
  { "redo", on_redo },
  { "add", on_add },
  { "duplicate", on_duplicate },
  { "next-of-series", on_next_of_series },
  { "move-up", on_move_up },
  { "move-down", on_move_down },
  { "delete", on_delete },
  { "search", on_search },
  { "back", on_back },
  { "show-section", on_show_section, "s" },
  { "next-section", on_next_section },
  { "previous-section", on_previous_section },
  { "next-finding", on_next_finding },
  { "previous-finding", on_previous_finding },
  { "preview", NULL, NULL, "false", on_preview },
  { "toast-removed", on_toast_removed, "s" },
};

/* Says whether the command @action can be given. */
void
kq_campaign_window_enable (KqCampaignWindow *self,
                           const char       *action,
                           gboolean          enabled)
{
  GAction *found = g_action_map_lookup_action (G_ACTION_MAP (self), action);

  g_simple_action_set_enabled (G_SIMPLE_ACTION (found), enabled);
}

/* Both the button of the header bar and that of a narrow window */
static void
describe_step (GtkWidget  *buttons[2],
               const char *verb,
               const char *format,
               const char *step)
{
  g_autoptr (GString) text = g_string_new (step != NULL ? format : verb);

  if (step != NULL)
    g_string_replace (text, "%s", step, 1);
  if (g_strcmp0 (gtk_widget_get_tooltip_text (buttons[0]), text->str) == 0)
    return;

  for (int i = 0; i < 2; i++)
    {
      gtk_widget_set_tooltip_text (buttons[i], text->str);
      gtk_accessible_update_property (GTK_ACCESSIBLE (buttons[i]),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text->str, -1);
    }
}

/* The preview says whether what is selected is shown. */
static void
update_selected (KqCampaignWindow *self)
{
  GtkWidget *preview = adw_bin_get_child (self->preview_slot);

  if (preview != NULL)
    kq_preview_set_selected (KQ_PREVIEW (preview),
                             self->section != NULL ? kq_section_get_selected (self->section)
                                                   : NULL);
}

/* Which commands can be given, and what undo and redo would do. */
void
kq_campaign_window_update_actions (KqCampaignWindow *self)
{
  KqHistory *history = kq_document_get_history (self->document);
  KqSectionClass *klass = self->section != NULL ? KQ_SECTION_GET_CLASS (self->section) : NULL;
  GtkWidget *undo_buttons[] = { self->undo_button, self->narrow_undo_button };
  GtkWidget *redo_buttons[] = { self->redo_button, self->narrow_redo_button };
  gboolean has_selected = klass != NULL && kq_section_get_selected (self->section) != NULL;

  kq_campaign_window_enable (self, "undo", kq_history_can_undo (history));
  kq_campaign_window_enable (self, "redo", kq_history_can_redo (history));
  kq_campaign_window_enable (self, "add", klass != NULL && klass->add != NULL);
  kq_campaign_window_enable (self, "duplicate", has_selected && klass->duplicate != NULL);
  kq_campaign_window_enable (self, "next-of-series", has_selected && klass->make_next != NULL);
  kq_campaign_window_enable (self, "move-up", has_selected && klass->move != NULL);
  kq_campaign_window_enable (self, "move-down", has_selected && klass->move != NULL);
  kq_campaign_window_enable (self, "delete", has_selected && klass->remove != NULL);
  kq_campaign_window_enable (self, "search", klass != NULL && klass->search != NULL);
  describe_step (undo_buttons, _("Undo"), _("Undo %s"), kq_history_get_undo_name (history));
  describe_step (redo_buttons, _("Redo"), _("Redo %s"), kq_history_get_redo_name (history));
  kq_campaign_window_update_finding_actions (self);
  update_selected (self);
}

static gboolean
make_preview (gpointer data)
{
  KqCampaignWindow *self = data;
  GtkWidget *preview = kq_preview_new ();

  self->preview_id = 0;
  kq_preview_set_document (KQ_PREVIEW (preview), self->document);
  adw_bin_set_child (self->preview_slot, preview);
  update_selected (self);

  return G_SOURCE_REMOVE;
}

/* The preview came into sight, or went. It is made when it first comes; a new
 * window doesn't wait for it. */
void
kq_campaign_window_update_preview (KqCampaignWindow *self)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "preview");
  gboolean is_shown = adw_flap_get_reveal_flap (self->flap);

  if (is_shown && self->preview_id == 0 && adw_bin_get_child (self->preview_slot) == NULL)
    {
      if (gtk_widget_get_mapped (GTK_WIDGET (self)))
        make_preview (self);
      else
        self->preview_id = g_idle_add (make_preview, self);
    }

  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (is_shown));
}

/* Adds the commands to the window. */
void
kq_campaign_window_add_actions (KqCampaignWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}
