/* kq-finding-line.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-finding-line.h"
#include "kq-wrap-box.h"

/**
 * KqFindingLine:
 *
 * A finding below the row that it is about.
 */
struct _KqFindingLine {
  AdwBin      parent_instance;

  KqDocument *document; /* (owned) (nullable) */
  KqFinding  *finding;  /* (owned) (nullable) */

  GtkImage   *icon;
  GtkLabel   *message;
  GtkLabel   *source;
  GtkWidget  *fix;
};

G_DEFINE_FINAL_TYPE (KqFindingLine, kq_finding_line, ADW_TYPE_BIN)

static const struct {
  const char *icon;
  const char *style;
} looks[KQ_N_SEVERITIES] = {
  [KQ_SEVERITY_ADVICE]  = { "kq-advice-symbolic",  "severity-advice" },
  [KQ_SEVERITY_WARNING] = { "kq-warning-symbolic", "severity-warning" },
  [KQ_SEVERITY_ERROR]   = { "kq-error-symbolic",   "severity-error" },
};

static void
on_fix_clicked (KqFindingLine *self)
{
  g_autoptr (KqDocument) document = NULL;
  g_autoptr (KqFinding) finding = NULL;

  g_assert (KQ_IS_FINDING_LINE (self));

  /* The mend takes the finding away, and with it this line's own references. */
  g_set_object (&document, self->document);
  g_set_object (&finding, self->finding);
  kq_document_fix (document, finding);
}

static void
kq_finding_line_dispose (GObject *object)
{
  KqFindingLine *self = KQ_FINDING_LINE (object);

  g_clear_object (&self->document);
  g_clear_object (&self->finding);

  G_OBJECT_CLASS (kq_finding_line_parent_class)->dispose (object);
}

static void
kq_finding_line_class_init (KqFindingLineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_finding_line_dispose;

  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "finding");
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static GtkLabel *
make_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_width_chars (GTK_LABEL (label), 20);
  gtk_widget_add_css_class (label, style);

  return GTK_LABEL (label);
}

static void
kq_finding_line_init (KqFindingLine *self)
{
  /* A grid, not boxes: for a box of wrapped labels beside others GTK looks for
   * its width by trying, and lays the text out a hundred times. */
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *box = kq_wrap_box_new (8);

  self->icon = GTK_IMAGE (gtk_image_new ());
  self->message = make_label ("message");
  self->source = make_label ("source");
  self->fix = gtk_button_new ();

  gtk_widget_set_valign (GTK_WIDGET (self->icon), GTK_ALIGN_START);
  gtk_widget_set_hexpand (GTK_WIDGET (self->message), TRUE);
  gtk_widget_set_valign (self->fix, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->fix, "pill");
  g_signal_connect_swapped (self->fix, "clicked", G_CALLBACK (on_fix_clicked), self);

  gtk_grid_set_column_spacing (GTK_GRID (grid), 8);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 2);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->icon), 0, 0, 1, 2);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->message), 1, 0, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), GTK_WIDGET (self->source), 1, 1, 1, 1);
  gtk_widget_set_hexpand (grid, TRUE);
  kq_wrap_box_append (KQ_WRAP_BOX (box), grid);
  kq_wrap_box_append (KQ_WRAP_BOX (box), self->fix);
  adw_bin_set_child (ADW_BIN (self), box);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

/**
 * kq_finding_line_new:
 *
 * Returns: (transfer floating): a line that shows nothing yet
 */
GtkWidget *
kq_finding_line_new (void)
{
  return g_object_new (KQ_TYPE_FINDING_LINE, NULL);
}

static char *
describe_source (KqFinding *finding)
{
  const char *source = kq_finding_get_source (finding);

  /* Our own rules have no document to look up. */
  if (g_ascii_isdigit (*source))
    return g_strdup_printf ("%s · %s", kq_finding_get_rule (finding), source);

  return g_strdup (kq_finding_get_rule (finding));
}

static void
set_severity (KqFindingLine *self,
              KqSeverity     severity)
{
  for (guint i = 0; i < KQ_N_SEVERITIES; i++)
    gtk_widget_remove_css_class (GTK_WIDGET (self), looks[i].style);
  gtk_widget_add_css_class (GTK_WIDGET (self), looks[severity].style);
  gtk_image_set_from_icon_name (self->icon, looks[severity].icon);
}

/**
 * kq_finding_line_set_finding:
 * @self: a line
 * @document: the document that mends it
 * @finding: what to show
 *
 * Shows another finding.
 */
void
kq_finding_line_set_finding (KqFindingLine *self,
                             KqDocument    *document,
                             KqFinding     *finding)
{
  g_autofree char *source = NULL;
  g_autofree char *spoken = NULL;
  const char *label;

  g_return_if_fail (KQ_IS_FINDING_LINE (self));
  g_return_if_fail (KQ_IS_DOCUMENT (document));
  g_return_if_fail (KQ_IS_FINDING (finding));

  g_set_object (&self->document, document);
  if (!g_set_object (&self->finding, finding))
    return;

  source = describe_source (finding);
  gtk_label_set_label (self->message, kq_finding_get_message (finding));
  gtk_label_set_label (self->source, source);
  set_severity (self, kq_finding_get_severity (finding));

  label = kq_finding_get_fix_label (finding);
  gtk_button_set_label (GTK_BUTTON (self->fix), label != NULL ? label : _("Fix"));
  gtk_widget_set_visible (self->fix, kq_finding_get_fix (finding) != NULL);

  spoken = g_strdup_printf ("%s: %s (%s)",
                            kq_severity_get_label (kq_finding_get_severity (finding)),
                            kq_finding_get_message (finding), source);
  kq_accessible_set_name (GTK_ACCESSIBLE (self), spoken);
}

/**
 * kq_finding_line_fill:
 * @box: a box that holds nothing but finding lines
 * @document: the document that mends them
 * @findings: (nullable) (element-type KqFinding): what to show
 *
 * Makes the lines in @box show exactly @findings.
 */
void
kq_finding_line_fill (GtkBox     *box,
                      KqDocument *document,
                      GPtrArray  *findings)
{
  GtkWidget *line = gtk_widget_get_first_child (GTK_WIDGET (box));
  guint n = findings != NULL ? findings->len : 0;

  for (guint i = 0; i < n; i++)
    {
      if (line == NULL)
        {
          line = kq_finding_line_new ();
          gtk_box_append (box, line);
        }
      kq_finding_line_set_finding (KQ_FINDING_LINE (line), document,
                                   g_ptr_array_index (findings, i));
      gtk_widget_set_visible (line, TRUE);
      line = gtk_widget_get_next_sibling (line);
    }
  for (; line != NULL; line = gtk_widget_get_next_sibling (line))
    gtk_widget_set_visible (line, FALSE);

  gtk_widget_set_visible (GTK_WIDGET (box), n > 0);
}
