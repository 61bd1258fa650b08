/* kq-checks-section.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-checks-section.h"

#include <glib/gi18n-lib.h>

#include "kq-finding-group-row.h"
#include "kq-finding-row.h"
#include "kq-findings-filter.h"

/**
 * KqChecksSection:
 *
 * The findings of the whole campaign, by section and severity.
 */
struct _KqChecksSection {
  KqSection           parent_instance;

  KqFindingsModel    *model;      /* (owned) (nullable) */
  GtkSingleSelection *selection;  /* (owned) */
  guint               last;       /* where the selection was last */

  KqFindingsFilter   *filter;
  GtkStack           *stack;
  GtkListView        *list_view;
};

enum {
  PROP_0,
  PROP_FINDING,
  N_PROPS
};

enum {
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KqChecksSection, kq_checks_section, KQ_TYPE_SECTION)

static void
activate (KqChecksSection *self,
          guint            position)
{
  KqFinding *finding = NULL;

  if (self->model != NULL)
    finding = kq_findings_model_get_finding (self->model, position);
  if (finding != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, finding);
}

static void
on_go (GtkWidget   *row,
       GtkListItem *item)
{
  KqChecksSection *self = KQ_CHECKS_SECTION (gtk_widget_get_ancestor (row, KQ_TYPE_CHECKS_SECTION));

  activate (self, gtk_list_item_get_position (item));
}

/* A list of this floor has one kind of row, which is either. */
static void
on_setup (KqChecksSection *self,
          GtkListItem     *item)
{
  GtkWidget *cell = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *row = kq_finding_row_new ();

  gtk_box_append (GTK_BOX (cell), kq_finding_group_row_new ());
  gtk_box_append (GTK_BOX (cell), row);
  gtk_list_item_set_child (item, cell);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_go), item, 0);
}

static void
show_row (KqChecksSection *self,
          GtkListItem     *item,
          KqFindingGroup  *group,
          KqFinding       *finding)
{
  GtkWidget *cell = gtk_list_item_get_child (item);
  GtkWidget *heading = gtk_widget_get_first_child (cell);
  GtkWidget *row = gtk_widget_get_last_child (cell);
  gboolean is_dismissed = finding != NULL &&
                          kq_findings_model_is_dismissed (self->model,
                                                          gtk_list_item_get_position (item));

  if (group != NULL)
    gtk_widget_add_css_class (gtk_widget_get_parent (cell), "group");
  else
    gtk_widget_remove_css_class (gtk_widget_get_parent (cell), "group");
  gtk_widget_set_visible (heading, group != NULL);
  gtk_widget_set_visible (row, finding != NULL);
  gtk_list_item_set_selectable (item, finding != NULL);
  gtk_list_item_set_activatable (item, finding != NULL);
  kq_finding_group_row_set_group (KQ_FINDING_GROUP_ROW (heading), group);
  kq_finding_row_set_finding (KQ_FINDING_ROW (row), kq_section_get_document (KQ_SECTION (self)),
                              finding, is_dismissed);
}

static void
on_bind (KqChecksSection *self,
         GtkListItem     *item)
{
  gpointer object = gtk_list_item_get_item (item);

  show_row (self, item, KQ_IS_FINDING_GROUP (object) ? object : NULL,
            KQ_IS_FINDING (object) ? object : NULL);
}

static void
on_unbind (KqChecksSection *self,
           GtkListItem     *item)
{
  show_row (self, item, NULL, NULL);
}

static void
on_selected (KqChecksSection *self)
{
  guint selected = gtk_single_selection_get_selected (self->selection);

  if (selected != GTK_INVALID_LIST_POSITION)
    self->last = selected;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FINDING]);
}

/* Nothing to mend, or nothing of what is looked for. Before the first check has
 * come to its end one can't say. */
static void
update_page (KqChecksSection *self)
{
  KqDocument *document = kq_section_get_document (KQ_SECTION (self));
  GListModel *found = G_LIST_MODEL (kq_document_get_findings (document));
  GListModel *dismissed = G_LIST_MODEL (kq_checker_get_dismissed (kq_document_get_checker (document)));
  const char *page = "list";

  if (kq_findings_model_is_busy (self->model))
    return;
  if (g_list_model_get_n_items (G_LIST_MODEL (self->model)) == 0 &&
      !kq_checker_is_busy (kq_document_get_checker (document)))
    page = g_list_model_get_n_items (found) + g_list_model_get_n_items (dismissed) > 0 ? "nothing"
                                                                                       : "fine";

  gtk_stack_set_visible_child_name (self->stack, page);
  gtk_widget_set_visible (GTK_WIDGET (self->filter), !g_str_equal (page, "fine"));
}

/* What is mended goes from under the selection: the next is selected, so that
 * one can go on with the keyboard. The selection has heard of it before us. */
static void
on_rows_changed (KqChecksSection *self)
{
  guint nearest = kq_findings_model_find_nearest (self->model, self->last);

  update_page (self);
  if (self->last == GTK_INVALID_LIST_POSITION || nearest == G_MAXUINT ||
      gtk_single_selection_get_selected (self->selection) != GTK_INVALID_LIST_POSITION)
    return;

  gtk_single_selection_set_selected (self->selection, nearest);
}

static void
kq_checks_section_document_changed (KqSection *section)
{
  KqChecksSection *self = KQ_CHECKS_SECTION (section);
  KqDocument *document = kq_section_get_document (section);

  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->model);
  self->last = GTK_INVALID_LIST_POSITION;
  if (document == NULL)
    {
      kq_findings_filter_set_model (self->filter, NULL, NULL);
      return;
    }

  self->model = kq_findings_model_new (kq_document_get_checker (document));
  kq_findings_filter_set_model (self->filter, self->model, kq_document_get_findings (document));
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->model));
  g_signal_connect_object (self->model, "items-changed", G_CALLBACK (on_rows_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->model, "notify::busy", G_CALLBACK (update_page), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (kq_document_get_checker (document), "notify::busy",
                           G_CALLBACK (update_page), self, G_CONNECT_SWAPPED);
  update_page (self);
}

static void
kq_checks_section_search (KqSection *section)
{
  kq_findings_filter_search (KQ_CHECKS_SECTION (section)->filter);
}

static void
on_show_everything (KqChecksSection *self)
{
  kq_findings_filter_reset (self->filter);
}

static void
kq_checks_section_get_property (GObject    *object,
                                guint       id,
                                GValue     *value,
                                GParamSpec *pspec)
{
  switch (id)
    {
    case PROP_FINDING:
      g_value_set_object (value, kq_checks_section_get_finding (KQ_CHECKS_SECTION (object)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_checks_section_dispose (GObject *object)
{
  KqChecksSection *self = KQ_CHECKS_SECTION (object);

  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  g_clear_object (&self->selection);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (kq_checks_section_parent_class)->dispose (object);
}

static void
kq_checks_section_class_init (KqChecksSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  KqSectionClass *section_class = KQ_SECTION_CLASS (klass);

  object_class->get_property = kq_checks_section_get_property;
  object_class->dispose = kq_checks_section_dispose;

  section_class->name = "checks";
  section_class->title = N_("Checks");
  section_class->icon_name = "kq-checks-symbolic";
  section_class->document_changed = kq_checks_section_document_changed;
  section_class->search = kq_checks_section_search;

  properties[PROP_FINDING] = g_param_spec_object ("finding", NULL, NULL, KQ_TYPE_FINDING,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KqChecksSection::activated:
   * @self: the section
   * @finding: a finding
   *
   * Somebody wants to see the field that the finding is about.
   */
  signals[ACTIVATED] = g_signal_new ("activated", KQ_TYPE_CHECKS_SECTION, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, KQ_TYPE_FINDING);

  g_type_ensure (KQ_TYPE_FINDINGS_FILTER);
  gtk_widget_class_set_template_from_resource (widget_class,
    "/io/github/kaquan/Kaquan/ui/kq-checks-section.ui");
  gtk_widget_class_bind_template_child (widget_class, KqChecksSection, filter);
  gtk_widget_class_bind_template_child (widget_class, KqChecksSection, stack);
  gtk_widget_class_bind_template_child (widget_class, KqChecksSection, list_view);
  gtk_widget_class_bind_template_callback (widget_class, activate);
  gtk_widget_class_bind_template_callback (widget_class, on_show_everything);
}

static void
kq_checks_section_init (KqChecksSection *self)
{
  g_autoptr (GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->last = GTK_INVALID_LIST_POSITION;
  self->selection = g_object_new (GTK_TYPE_SINGLE_SELECTION,
                                  "autoselect", FALSE,
                                  "can-unselect", TRUE,
                                  NULL);
  g_signal_connect_swapped (self->selection, "notify::selected-item", G_CALLBACK (on_selected), self);
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  gtk_list_view_set_factory (self->list_view, factory);
  gtk_list_view_set_model (self->list_view, GTK_SELECTION_MODEL (self->selection));
}

/**
 * kq_checks_section_get_finding:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): the finding that is selected
 */
KqFinding *
kq_checks_section_get_finding (KqChecksSection *self)
{
  g_return_val_if_fail (KQ_IS_CHECKS_SECTION (self), NULL);

  if (self->model == NULL)
    return NULL;

  return kq_findings_model_get_finding (self->model,
                                        gtk_single_selection_get_selected (self->selection));
}

/**
 * kq_checks_section_is_dismissed:
 * @self: a section
 *
 * Returns: whether the finding that is selected was put away
 */
gboolean
kq_checks_section_is_dismissed (KqChecksSection *self)
{
  g_return_val_if_fail (KQ_IS_CHECKS_SECTION (self), FALSE);

  return self->model != NULL &&
         kq_findings_model_is_dismissed (self->model,
                                         gtk_single_selection_get_selected (self->selection));
}

/**
 * kq_checks_section_select:
 * @self: the section
 * @finding: a finding; one that the filter hides isn't selected
 *
 * Selects @finding and brings it into sight.
 */
void
kq_checks_section_select (KqChecksSection *self,
                          KqFinding       *finding)
{
  guint n;

  g_return_if_fail (KQ_IS_CHECKS_SECTION (self));
  g_return_if_fail (KQ_IS_FINDING (finding));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (item != G_OBJECT (finding))
        continue;
      gtk_single_selection_set_selected (self->selection, i);
      gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", i);
      return;
    }
}
