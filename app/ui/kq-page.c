/* kq-page.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-page.h"

/**
 * kq_page_new:
 * @box: (transfer floating): what is on a section's page
 * @width: how wide it is at most, in pixels
 *
 * Returns: (transfer floating): that, with margins, in the middle of what scrolls
 */
GtkWidget *
kq_page_new (GtkWidget *box,
             int        width)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();

  g_return_val_if_fail (GTK_IS_WIDGET (box), NULL);

  gtk_widget_set_margin_top (box, 14);
  gtk_widget_set_margin_bottom (box, 24);
  gtk_widget_set_margin_start (box, 14);
  gtk_widget_set_margin_end (box, 14);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), width);
  /* Narrow windows have no room for what stays free at the sides. */
  adw_clamp_set_tightening_threshold (ADW_CLAMP (clamp), width * 5 / 6);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);

  return scroller;
}
