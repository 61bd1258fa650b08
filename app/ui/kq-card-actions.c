/* kq-card-actions.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-card-actions.h"

#include <glib/gi18n-lib.h>

#include "kq-face-window.h"
#include "kq-kinds-window.h"
#include "kq-member-card.h"
#include "kq-member-center.h"
#include "kq-poster-window.h"
#include "kq-section.h"

const KqFormAction kq_card_face_actions[] = {
  { N_("Make a card face"), N_("In one of four designs, without a designer"), N_("Make…"),
    "card.make-face" },
  { N_("One picture for every platform"), N_("In all sizes that the campaign’s platforms ask for"),
    N_("Make…"), "card.make-kinds" },
  { NULL }
};

const KqFormAction kq_card_poster_actions[] = {
  { N_("Poster and QR code"), N_("For the web and for printing"), N_("Save…"), "card.save-poster" },
  { NULL }
};

static void
present (GtkWidget *section,
         GtkWidget *window)
{
  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (section)));
  gtk_window_present (GTK_WINDOW (window));
}

static void
make_face (GtkWidget  *widget,
           const char *name,
           GVariant   *parameter)
{
  KqSection *section = KQ_SECTION (widget);
  KqObject *object = kq_section_get_selected (section);

  if (KQ_IS_MEMBER_CARD (object))
    present (widget, kq_face_window_new (kq_section_get_document (section), object,
                                         KQ_MEMBER_CARD_FACE_IMAGE));
  else if (KQ_IS_MEMBER_CENTER (object))
    present (widget, kq_face_window_new (kq_section_get_document (section), object,
                                         KQ_MEMBER_CENTER_FACE_IMAGE));
}

static void
make_kinds (GtkWidget  *widget,
            const char *name,
            GVariant   *parameter)
{
  KqSection *section = KQ_SECTION (widget);
  KqObject *object = kq_section_get_selected (section);

  if (object != NULL)
    present (widget, kq_kinds_window_new (kq_section_get_document (section), object));
}

static void
save_poster (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  KqSection *section = KQ_SECTION (widget);
  KqObject *object = kq_section_get_selected (section);

  if (KQ_IS_MEMBER_CARD (object))
    present (widget, kq_poster_window_new (kq_section_get_document (section), object));
}

/**
 * kq_card_actions_install:
 * @widget_class: the class of a section of member cards or member centers
 *
 * Lets the section do what the actions of its form ask for.
 */
void
kq_card_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "card.make-face", NULL, make_face);
  gtk_widget_class_install_action (widget_class, "card.make-kinds", NULL, make_kinds);
  gtk_widget_class_install_action (widget_class, "card.save-poster", NULL, save_poster);
}
