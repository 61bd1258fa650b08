/* kq-campaign-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-campaign-window-private.h"

#include <glib/gi18n-lib.h>

#include "kq-application.h"
#include "kq-checks-section.h"
#include "kq-file-drop.h"
#include "kq-list.h"
#include "kq-pane-handle.h"
#include "kq-section-list.h"
#include "kq-section-row.h"
#include "kq-shop.h"
#include "kq-sync-button.h"

/**
 * KqCampaignWindow:
 *
 * Sections at the start, the section in sight, and the preview at the end.
 * Sections and preview are made when they first come into sight.
 */
G_DEFINE_FINAL_TYPE (KqCampaignWindow, kq_campaign_window, ADW_TYPE_APPLICATION_WINDOW)

static KqCampaign *
get_campaign (KqCampaignWindow *self)
{
  return kq_document_get_campaign (self->document);
}

/* “Douyin · Tmall” */
static char *
dup_platforms (KqCampaignWindow *self)
{
  KqList *shops = kq_object_get_list (KQ_OBJECT (get_campaign (self)), KQ_CAMPAIGN_SHOPS);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < kq_list_get_length (shops); i++)
    {
      KqObject *shop = kq_list_get (shops, i);
      int platform = kq_object_get_choice (shop, KQ_SHOP_PLATFORM);

      if (platform < 0)
        continue;
      if (text->len > 0)
        g_string_append (text, " · ");
      g_string_append (text, kq_field_get_word_label (kq_object_get_field (shop, KQ_SHOP_PLATFORM),
                                                      platform));
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Of another library than the user's own, its name too. */
static char *
dup_subtitle (KqCampaignWindow *self)
{
  GApplication *application = g_application_get_default ();
  g_autofree char *platforms = dup_platforms (self);
  g_autofree char *library = NULL;

  if (KQ_IS_APPLICATION (application) && kq_document_get_autosave (self->document) != NULL)
    library = kq_application_dup_library_name (KQ_APPLICATION (application));
  if (library == NULL)
    return g_steal_pointer (&platforms);

  return *platforms != '\0' ? g_strconcat (library, " · ", platforms, NULL)
                            : g_steal_pointer (&library);
}

static void
update_titles (KqCampaignWindow *self)
{
  g_autofree char *name = kq_document_dup_name (self->document);
  g_autofree char *subtitle = dup_subtitle (self);

  gtk_window_set_title (GTK_WINDOW (self), name);
  adw_window_title_set_title (self->campaign_title, name);
  adw_window_title_set_subtitle (self->campaign_title, subtitle);
}

static void
on_campaign_changed (KqCampaignWindow *self,
                     KqObject         *origin,
                     guint             field)
{
  gboolean is_shop = KQ_IS_SHOP (origin) && field == KQ_SHOP_PLATFORM;

  if (origin == KQ_OBJECT (get_campaign (self)) || is_shop)
    update_titles (self);
}

/* How many findings of a severity are about what the section shows: the checks
 * show all of them. */
static guint
count_for_section (KqFindingList *findings,
                   guint          position,
                   KqSeverity     severity)
{
  g_autoptr (GTypeClass) klass = (GTypeClass *) kq_section_list_ref_class (position);
  const char * const *lists = KQ_SECTION_CLASS (klass)->lists;
  guint n = 0;

  if (position == kq_section_list_find ("checks"))
    return kq_finding_list_count (findings, severity);
  for (guint i = 0; lists != NULL && lists[i] != NULL; i++)
    n += kq_finding_list_count_in (findings, lists[i], severity);

  return n;
}

static void
update_indicators (KqCampaignWindow *self)
{
  KqFindingList *findings = kq_document_get_findings (self->document);

  for (guint i = 0; i < kq_section_list_get_length (); i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sidebar, i);
      int worst = KQ_N_SEVERITIES - 1;
      guint n = 0;

      while (worst >= 0 && (n = count_for_section (findings, i, worst)) == 0)
        worst--;
      kq_section_row_set_findings (KQ_SECTION_ROW (row), worst, n);
    }
  kq_campaign_window_update_finding_actions (self);
}

static void
on_row_activated (KqCampaignWindow *self,
                  GtkListBoxRow    *row)
{
  kq_campaign_window_show_section (self, gtk_list_box_row_get_index (row));
  adw_leaflet_navigate (self->leaflet, ADW_NAVIGATION_DIRECTION_FORWARD);
}

/* A page of its own has no row that is chosen already. */
static void
on_folded (KqCampaignWindow *self)
{
  gboolean folded = adw_leaflet_get_folded (self->leaflet);

  gtk_list_box_set_selection_mode (self->sidebar, folded ? GTK_SELECTION_NONE : GTK_SELECTION_BROWSE);
  if (!folded && self->section != NULL)
    {
      const char *name = KQ_SECTION_GET_CLASS (self->section)->name;

      gtk_list_box_select_row (self->sidebar,
                               gtk_list_box_get_row_at_index (self->sidebar,
                                                              kq_section_list_find (name)));
    }
}

/* Where the preview has room, it is in sight as it was left; where it would
 * cover the rest, it is called for. */
static void
on_flap_folded (KqCampaignWindow *self)
{
  gboolean folded = adw_flap_get_folded (self->flap);

  adw_flap_set_reveal_flap (self->flap,
                            !folded && g_settings_get_boolean (self->settings, "preview-visible"));
}

static void
on_flap_revealed (KqCampaignWindow *self)
{
  kq_campaign_window_update_preview (self);
}

static void
fill_sidebar (KqCampaignWindow *self)
{
  for (guint i = 0; i < kq_section_list_get_length (); i++)
    {
      g_autoptr (GTypeClass) klass = (GTypeClass *) kq_section_list_ref_class (i);

      gtk_list_box_append (self->sidebar, kq_section_row_new (KQ_SECTION_CLASS (klass)));
    }
}

static void
set_document (KqCampaignWindow *self,
              KqDocument       *document)
{
  KqHistory *history = kq_document_get_history (document);
  KqFindingList *findings = kq_document_get_findings (document);

  self->document = g_object_ref (document);
  g_signal_connect_object (get_campaign (self), "changed", G_CALLBACK (on_campaign_changed),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (history, "notify::undo-name",
                           G_CALLBACK (kq_campaign_window_update_actions), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (findings, "items-changed", G_CALLBACK (update_indicators),
                           self, G_CONNECT_SWAPPED);
  kq_findings_button_set_findings (self->findings_button, findings);
  kq_findings_button_set_findings (self->narrow_findings_button, findings);
  kq_campaign_window_follow_saving (self);
  kq_campaign_window_update_saved (self);
  update_titles (self);
  update_indicators (self);
}

static void
restore_size (KqCampaignWindow *self)
{
  gtk_window_set_default_size (GTK_WINDOW (self),
                               g_settings_get_int (self->settings, "window-width"),
                               g_settings_get_int (self->settings, "window-height"));
  if (g_settings_get_boolean (self->settings, "maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  g_settings_bind (self->settings, "preview-width", self->preview_pane, "wanted-width",
                   G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (self->settings, "sections-width", self->sections_pane, "wanted-width",
                   G_SETTINGS_BIND_DEFAULT);
}

static void
save_size (KqCampaignWindow *self)
{
  int width, height;

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);
  g_settings_set_boolean (self->settings, "maximized", gtk_window_is_maximized (GTK_WINDOW (self)));
}

static gboolean
kq_campaign_window_close_request (GtkWindow *window)
{
  KqCampaignWindow *self = KQ_CAMPAIGN_WINDOW (window);

  if (kq_campaign_window_delay_close (self))
    return TRUE;
  save_size (self);
  kq_application_let_go (KQ_APPLICATION (gtk_window_get_application (window)), self->document);

  return GTK_WINDOW_CLASS (kq_campaign_window_parent_class)->close_request (window);
}

static void
kq_campaign_window_dispose (GObject *object)
{
  KqCampaignWindow *self = KQ_CAMPAIGN_WINDOW (object);

  g_clear_handle_id (&self->preview_id, g_source_remove);
  g_cancellable_cancel (self->fixing);
  g_clear_object (&self->fixing);
  g_clear_weak_pointer (&self->conflicts);
  g_clear_object (&self->reconciler);
  g_clear_object (&self->document);
  g_clear_object (&self->settings);
  self->section = NULL;

  G_OBJECT_CLASS (kq_campaign_window_parent_class)->dispose (object);
}

static void
kq_campaign_window_class_init (KqCampaignWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_campaign_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = kq_campaign_window_close_request;

  g_type_ensure (KQ_TYPE_ALERT_BAR);
  g_type_ensure (KQ_TYPE_FINDINGS_BUTTON);
  g_type_ensure (KQ_TYPE_PANE_HANDLE);
  g_type_ensure (KQ_TYPE_SIDE_PANE);
  g_type_ensure (KQ_TYPE_SYNC_BUTTON);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/kaquan/Kaquan/ui/kq-campaign-window.ui");
  gtk_widget_class_bind_template_child (widget_class, KqCampaignWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, KqCampaignWindow, alert);
  gtk_widget_class_bind_template_child (widget_class, KqCampaignWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, KqCampaignWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, KqCampaignWindow, preview_slot);
  gtk_widget_class_bind_template_child (widget_class, KqCampaignWindow, preview_pane);
  gtk_widget_class_bind_template_child (widget_class, KqCampaignWindow, sections_pane);
  gtk_widget_class_bind_template_child (widget_class, KqCampaignWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, KqCampaignWindow, campaign_title);
  gtk_widget_class_bind_template_child (widget_class, KqCampaignWindow, section_title);
  gtk_widget_class_bind_template_child (widget_class, KqCampaignWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, KqCampaignWindow, findings_button);
  gtk_widget_class_bind_template_child (widget_class, KqCampaignWindow, narrow_findings_button);
  gtk_widget_class_bind_template_child (widget_class, KqCampaignWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, KqCampaignWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, KqCampaignWindow, narrow_undo_button);
  gtk_widget_class_bind_template_child (widget_class, KqCampaignWindow, narrow_redo_button);
  gtk_widget_class_bind_template_callback (widget_class, on_row_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_folded);
  gtk_widget_class_bind_template_callback (widget_class, on_flap_folded);
  gtk_widget_class_bind_template_callback (widget_class, on_flap_revealed);
  gtk_widget_class_bind_template_callback (widget_class, kq_campaign_window_show_finding);
}

static void
kq_campaign_window_init (KqCampaignWindow *self)
{
  self->settings = g_settings_new (KQ_APP_ID);
  self->finding = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  kq_campaign_window_add_actions (self);
  kq_campaign_window_add_file_actions (self);
  kq_campaign_window_add_save_actions (self);
  kq_campaign_window_add_finding_actions (self);
  kq_file_drop_attach (GTK_WIDGET (self));
  fill_sidebar (self);
  restore_size (self);
}

/**
 * kq_campaign_window_new:
 * @application: the application
 * @document: a document
 *
 * Returns: (transfer none): a window of it
 */
GtkWidget *
kq_campaign_window_new (GtkApplication *application,
                        KqDocument     *document)
{
  KqCampaignWindow *self;

  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (KQ_IS_DOCUMENT (document), NULL);

  self = g_object_new (KQ_TYPE_CAMPAIGN_WINDOW, "application", application, NULL);
  set_document (self, document);
  kq_campaign_window_show_section (self, kq_section_list_find ("overview"));
  adw_leaflet_set_visible_child_name (self->leaflet, "content");
  on_folded (self);
  on_flap_folded (self);

  return GTK_WIDGET (self);
}

/**
 * kq_campaign_window_get_document:
 * @self: a window
 *
 * Returns: (transfer none): its document
 */
KqDocument *
kq_campaign_window_get_document (KqCampaignWindow *self)
{
  g_return_val_if_fail (KQ_IS_CAMPAIGN_WINDOW (self), NULL);

  return self->document;
}

/**
 * kq_campaign_window_get_section:
 * @self: a window
 *
 * Returns: (transfer none): the name of the section in sight
 */
const char *
kq_campaign_window_get_section (KqCampaignWindow *self)
{
  g_return_val_if_fail (KQ_IS_CAMPAIGN_WINDOW (self), NULL);

  return KQ_SECTION_GET_CLASS (self->section)->name;
}

/* In the section that has a form of it */
static void
show_object (KqCampaignWindow *self,
             KqObject         *object,
             guint             field)
{
  g_autofree char *pointer = kq_object_get_pointer (object);
  const guint position = kq_section_list_find_list (pointer);

  if (position == kq_section_list_get_length ())
    return;

  kq_campaign_window_show_section (self, position);
  kq_section_reveal (self->section, object, field);
}

static KqSection *
ensure_section (KqCampaignWindow *self,
                guint             position)
{
  g_autoptr (GTypeClass) klass = (GTypeClass *) kq_section_list_ref_class (position);
  const char *name = KQ_SECTION_CLASS (klass)->name;
  GtkWidget *section = gtk_stack_get_child_by_name (self->stack, name);

  if (section == NULL)
    {
      section = g_object_new (kq_section_list_get_type (position), NULL);
      gtk_stack_add_titled (self->stack, section, name, _(KQ_SECTION_CLASS (klass)->title));
      kq_section_set_document (KQ_SECTION (section), self->document);
      g_signal_connect_object (section, "notify::selected",
                               G_CALLBACK (kq_campaign_window_update_actions), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (section, "opened", G_CALLBACK (show_object), self,
                               G_CONNECT_SWAPPED);
      if (KQ_IS_CHECKS_SECTION (section))
        kq_campaign_window_adopt_checks (self, KQ_SECTION (section));
    }

  return KQ_SECTION (section);
}

/* Shows the section at @position of the sidebar. */
void
kq_campaign_window_show_section (KqCampaignWindow *self,
                                 guint             position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->sidebar, position);

  self->section = ensure_section (self, position);
  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->section));
  adw_window_title_set_title (self->section_title, _(KQ_SECTION_GET_CLASS (self->section)->title));
  gtk_list_box_select_row (self->sidebar, row);
  g_settings_set_string (self->settings, "last-section", kq_campaign_window_get_section (self));
  kq_campaign_window_update_actions (self);
}

/* Brings what @finding is about into sight. */
void
kq_campaign_window_show_finding (KqCampaignWindow *self,
                                 KqFinding        *finding)
{
  guint position = kq_section_list_find_list (kq_finding_get_pointer (finding));
  KqObject *object = kq_finding_get_object (finding);

  adw_leaflet_set_visible_child_name (self->leaflet, "content");

  /* No form shows what is said of a list as a whole, or of a section that
   * isn't there: the page of checks does. */
  if (position == kq_section_list_get_length () ||
      (KQ_IS_CAMPAIGN (object) && position != kq_section_list_find ("overview")))
    {
      kq_campaign_window_show_section (self, kq_section_list_find ("checks"));
      kq_checks_section_select (KQ_CHECKS_SECTION (self->section), finding);
      return;
    }

  kq_campaign_window_show_section (self, position);
  kq_section_reveal (self->section, object, kq_finding_get_field (finding));
}

/* Says @text for a moment. */
void
kq_campaign_window_toast (KqCampaignWindow *self,
                          const char       *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}
