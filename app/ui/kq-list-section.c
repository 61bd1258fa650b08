/* kq-list-section.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-list-section.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-list-pane.h"

typedef struct {
  GtkStack *stack;  /* of the lists, in the order of the specs */
} KqListSectionPrivate;

/**
 * KqListSection:
 *
 * A section of one list, or of several with a switch between them. A subclass
 * only declares them.
 */
G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KqListSection, kq_list_section, KQ_TYPE_SECTION)

static KqListPane *
get_pane (KqSection *section)
{
  KqListSectionPrivate *priv = kq_list_section_get_instance_private (KQ_LIST_SECTION (section));

  return KQ_LIST_PANE (gtk_stack_get_visible_child (priv->stack));
}

static void
update_selected (KqSection *section)
{
  kq_section_set_selected (section, kq_list_pane_get_selected (get_pane (section)));
}

static void
on_visible_child (KqSection *section)
{
  kq_list_pane_set_document (get_pane (section), kq_section_get_document (section));
  update_selected (section);
}

/* A list that isn't in sight gets the document when it is. */
static void
kq_list_section_document_changed (KqSection *section)
{
  KqListSectionPrivate *priv = kq_list_section_get_instance_private (KQ_LIST_SECTION (section));
  GtkWidget *pane = gtk_widget_get_first_child (GTK_WIDGET (priv->stack));

  for (; pane != NULL; pane = gtk_widget_get_next_sibling (pane))
    kq_list_pane_set_document (KQ_LIST_PANE (pane), NULL);
  on_visible_child (section);
}

static void
kq_list_section_reveal (KqSection *section,
                        KqObject  *object,
                        guint      field)
{
  KqListSectionPrivate *priv = kq_list_section_get_instance_private (KQ_LIST_SECTION (section));
  GtkWidget *pane = gtk_widget_get_first_child (GTK_WIDGET (priv->stack));

  for (; pane != NULL; pane = gtk_widget_get_next_sibling (pane))
    {
      kq_list_pane_set_document (KQ_LIST_PANE (pane), kq_section_get_document (section));
      if (!kq_list_pane_contains (KQ_LIST_PANE (pane), object))
        continue;
      gtk_stack_set_visible_child (priv->stack, pane);
      kq_list_pane_reveal (KQ_LIST_PANE (pane), object, field);
      break;
    }
}

static void
kq_list_section_add (KqSection *section)
{
  kq_list_pane_add (get_pane (section));
}

static void
kq_list_section_duplicate (KqSection *section)
{
  kq_list_pane_duplicate (get_pane (section));
}

static void
kq_list_section_move (KqSection *section,
                      int        step)
{
  kq_list_pane_move (get_pane (section), step);
}

static void
kq_list_section_remove (KqSection *section)
{
  kq_list_pane_remove (get_pane (section));
}

static void
kq_list_section_search (KqSection *section)
{
  kq_list_pane_search (get_pane (section));
}

/* Large text takes two lines rather than more than a narrow window has. */
static void
let_wrap (GtkWidget *switcher)
{
  GtkWidget *button = gtk_widget_get_first_child (switcher);

  for (; button != NULL; button = gtk_widget_get_next_sibling (button))
    {
      GtkWidget *label = gtk_widget_get_first_child (button);

      if (!GTK_IS_LABEL (label))
        continue;
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);
    }
}

static GtkWidget *
new_switcher (GtkStack *stack)
{
  GtkWidget *switcher = gtk_stack_switcher_new ();

  gtk_stack_switcher_set_stack (GTK_STACK_SWITCHER (switcher), stack);
  let_wrap (switcher);
  gtk_widget_set_halign (switcher, GTK_ALIGN_CENTER);
  gtk_widget_set_margin_top (switcher, 12);
  kq_accessible_set_name (GTK_ACCESSIBLE (switcher), _("Lists of this section"));

  return switcher;
}

static void
kq_list_section_constructed (GObject *object)
{
  KqListSection *self = KQ_LIST_SECTION (object);
  KqListSectionClass *klass = KQ_LIST_SECTION_GET_CLASS (self);
  KqListSectionPrivate *priv = kq_list_section_get_instance_private (self);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  G_OBJECT_CLASS (kq_list_section_parent_class)->constructed (object);

  priv->stack = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (priv->stack), TRUE);
  for (guint i = 0; i < klass->n_specs; i++)
    {
      GtkWidget *pane = kq_list_pane_new (&klass->specs[i]);

      g_signal_connect_object (pane, "notify::selected", G_CALLBACK (update_selected), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_titled (priv->stack, pane, NULL, _(klass->specs[i].title));
    }
  g_signal_connect_object (priv->stack, "notify::visible-child", G_CALLBACK (on_visible_child),
                           self, G_CONNECT_SWAPPED);

  if (klass->n_specs > 1)
    gtk_box_append (GTK_BOX (box), new_switcher (priv->stack));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (priv->stack));
  adw_bin_set_child (ADW_BIN (self), box);
}

static void
kq_list_section_class_init (KqListSectionClass *klass)
{
  KqSectionClass *section_class = KQ_SECTION_CLASS (klass);

  G_OBJECT_CLASS (klass)->constructed = kq_list_section_constructed;

  section_class->document_changed = kq_list_section_document_changed;
  section_class->reveal = kq_list_section_reveal;
  section_class->add = kq_list_section_add;
  section_class->duplicate = kq_list_section_duplicate;
  section_class->move = kq_list_section_move;
  section_class->remove = kq_list_section_remove;
  section_class->search = kq_list_section_search;
}

static void
kq_list_section_init (KqListSection *self)
{
}

/**
 * kq_list_section_make_next:
 * @section: a section of a list that can be continued
 *
 * Adds the next one of the selected object's series.
 */
void
kq_list_section_make_next (KqSection *section)
{
  g_return_if_fail (KQ_IS_LIST_SECTION (section));

  kq_list_pane_make_next (get_pane (section));
}
