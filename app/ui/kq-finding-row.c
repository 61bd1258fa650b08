/* kq-finding-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-finding-row.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-document-mend.h"
#include "kq-findings-model.h"
#include "kq-indicator.h"
#include "kq-words.h"

/**
 * KqFindingRow:
 *
 * One row of the checks. What was dismissed can only be brought back.
 */
struct _KqFindingRow {
  GtkWidget   parent_instance;

  KqDocument *document;     /* (owned) (nullable) */
  KqFinding  *finding;      /* (owned) (nullable) */
  gboolean    is_dismissed;

  GtkWidget  *box;
  GtkWidget  *icon;
  GtkLabel   *message;
  GtkLabel   *source;
  GtkWidget  *fix;
  GtkLabel   *fix_label;
  GtkWidget  *bring_back;
  GtkWidget  *more;
};

enum {
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KqFindingRow, kq_finding_row, GTK_TYPE_WIDGET)

/* What is done about a finding takes it away, and with it the row's own
 * references. */
static void
do_about (KqFindingRow *self,
          void        (*what) (KqDocument *document, KqFinding *finding))
{
  g_autoptr (KqDocument) document = g_object_ref (self->document);
  g_autoptr (KqFinding) finding = g_object_ref (self->finding);

  what (document, finding);
}

static void
on_fix (KqFindingRow *self)
{
  do_about (self, kq_document_fix);
}

static void
on_bring_back (KqFindingRow *self)
{
  do_about (self, kq_document_bring_back);
}

static void
on_go (KqFindingRow *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

static void
dismiss_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  do_about (KQ_FINDING_ROW (widget), kq_document_dismiss);
}

static void
fix_kind_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  gtk_widget_activate_action (widget, "win.fix-kind", "s",
                              kq_finding_get_rule (KQ_FINDING_ROW (widget)->finding));
}

/* Only when first pressed: most rows scroll by without. */
static void
create_menu (GtkMenuButton *button,
             gpointer       data)
{
  KqFindingRow *self = data;
  g_autoptr (GMenu) menu = g_menu_new ();
  const char *rule = kq_finding_get_rule (self->finding);

  if (kq_finding_get_fix (self->finding) != NULL)
    {
      guint n = kq_document_n_fixable (self->document, rule);
      g_autofree char *label = NULL;

      label = g_strdup_printf (ngettext ("_Fix the Only One of This Kind",
                                         "_Fix All %u of This Kind", n), n);
      g_menu_append (menu, label, "finding.fix-kind");
    }
  if (kq_finding_get_severity (self->finding) == KQ_SEVERITY_ADVICE)
    g_menu_append (menu, _("_Dismiss for This Campaign"), "finding.dismiss");
  gtk_menu_button_set_menu_model (button, G_MENU_MODEL (menu));
}

static void
kq_finding_row_dispose (GObject *object)
{
  KqFindingRow *self = KQ_FINDING_ROW (object);

  g_clear_object (&self->document);
  g_clear_object (&self->finding);
  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (kq_finding_row_parent_class)->dispose (object);
}

static void
kq_finding_row_class_init (KqFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = kq_finding_row_dispose;

  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/kaquan/Kaquan/ui/kq-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, KqFindingRow, box);
  gtk_widget_class_bind_template_child (widget_class, KqFindingRow, icon);
  gtk_widget_class_bind_template_child (widget_class, KqFindingRow, message);
  gtk_widget_class_bind_template_child (widget_class, KqFindingRow, source);
  gtk_widget_class_bind_template_child (widget_class, KqFindingRow, fix);
  gtk_widget_class_bind_template_child (widget_class, KqFindingRow, fix_label);
  gtk_widget_class_bind_template_child (widget_class, KqFindingRow, bring_back);
  gtk_widget_class_bind_template_child (widget_class, KqFindingRow, more);
  gtk_widget_class_bind_template_callback (widget_class, on_fix);
  gtk_widget_class_bind_template_callback (widget_class, on_bring_back);
  gtk_widget_class_bind_template_callback (widget_class, on_go);
  gtk_widget_class_install_action (widget_class, "finding.dismiss", NULL, dismiss_action);
  gtk_widget_class_install_action (widget_class, "finding.fix-kind", NULL, fix_kind_action);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "findingrow");

  /**
   * KqFindingRow::activated:
   * @self: the row
   *
   * Its button for going to the field was pressed.
   */
  signals[ACTIVATED] = g_signal_new ("activated", KQ_TYPE_FINDING_ROW, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
kq_finding_row_init (KqFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->more), create_menu, self, NULL);
}

/**
 * kq_finding_row_new:
 *
 * Returns: (transfer floating): a row that shows nothing yet
 */
GtkWidget *
kq_finding_row_new (void)
{
  return g_object_new (KQ_TYPE_FINDING_ROW, NULL);
}

/* “DY-15 · document 000 · Douyin” */
static char *
dup_source (KqFinding *finding)
{
  const char *source = kq_finding_get_source (finding);
  int platform = kq_finding_get_platform (finding);
  g_autoptr (GString) text = g_string_new (kq_finding_get_rule (finding));

  g_string_append (text, " · ");
  if (g_ascii_isdigit (*source))
    /* Translators: the number of a platform's document */
    g_string_append_printf (text, _("document %s"), source);
  else
    g_string_append (text, _("a rule of Kaquan’s own"));
  if (platform >= 0)
    g_string_append_printf (text, " · %s", _(kq_platform_words[platform].label));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
set_severity (KqFindingRow *self,
              KqSeverity    severity)
{
  static const char * const styles[KQ_N_SEVERITIES] = { "accent", "warning", "error" };

  for (guint i = 0; i < KQ_N_SEVERITIES; i++)
    if (i == severity)
      gtk_widget_add_css_class (self->icon, styles[i]);
    else
      gtk_widget_remove_css_class (self->icon, styles[i]);
  gtk_image_set_from_icon_name (GTK_IMAGE (self->icon), kq_indicator_get_icon_name (severity));
}

/* Around the cell is the list's own widget, which has the focus and the name. */
static void
describe (KqFindingRow *self,
          const char   *source)
{
  GtkWidget *cell = gtk_widget_get_parent (GTK_WIDGET (self));
  GtkWidget *item = cell != NULL ? gtk_widget_get_parent (cell) : NULL;
  g_autofree char *text = NULL;

  text = g_strdup_printf ("%s: %s", kq_severity_get_label (kq_finding_get_severity (self->finding)),
                          kq_finding_get_message (self->finding));
  if (item != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (item),
                                    GTK_ACCESSIBLE_PROPERTY_LABEL, text,
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, source,
                                    -1);
}

/**
 * kq_finding_row_set_finding:
 * @self: a row
 * @document: (nullable): the document of the finding
 * @finding: (nullable): what it shall show
 * @is_dismissed: whether the finding was put away
 *
 * Shows another finding, or none.
 */
void
kq_finding_row_set_finding (KqFindingRow *self,
                            KqDocument   *document,
                            KqFinding    *finding,
                            gboolean      is_dismissed)
{
  g_autofree char *source = NULL;
  const char *fix_label;
  gboolean has_fix;

  g_return_if_fail (KQ_IS_FINDING_ROW (self));
  g_return_if_fail (finding == NULL || (KQ_IS_FINDING (finding) && KQ_IS_DOCUMENT (document)));

  if (finding == NULL)
    document = NULL;
  g_set_object (&self->document, document);
  g_set_object (&self->finding, finding);
  self->is_dismissed = is_dismissed;
  gtk_menu_button_popdown (GTK_MENU_BUTTON (self->more));
  if (finding == NULL)
    return;

  source = dup_source (finding);
  gtk_label_set_label (self->message, kq_finding_get_message (finding));
  gtk_label_set_label (self->source, source);
  set_severity (self, kq_finding_get_severity (finding));

  has_fix = kq_finding_get_fix (finding) != NULL;
  fix_label = kq_finding_get_fix_label (finding);
  if (fix_label == NULL)
    fix_label = _("Fix");
  gtk_label_set_label (self->fix_label, fix_label);
  gtk_widget_set_tooltip_text (self->fix, fix_label);
  kq_accessible_set_name (GTK_ACCESSIBLE (self->fix), fix_label);
  gtk_widget_set_visible (self->fix, has_fix);
  gtk_widget_set_visible (self->bring_back, is_dismissed);
  gtk_widget_set_visible (self->more, !is_dismissed &&
                          (has_fix || kq_finding_get_severity (finding) == KQ_SEVERITY_ADVICE));
  describe (self, source);
}
