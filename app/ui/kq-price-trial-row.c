/* kq-price-trial-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-price-trial-row.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-money.h"
#include "kq-wrap-box.h"

/**
 * KqPriceTrialRow:
 *
 * How much a coupon would take off, and from which price on. Nothing typed is no
 * coupon.
 */
struct _KqPriceTrialRow {
  AdwBin    parent_instance;

  GtkEntry *amount;
  GtkEntry *threshold;
};

G_DEFINE_FINAL_TYPE (KqPriceTrialRow, kq_price_trial_row, ADW_TYPE_BIN)

static guint changed_signal;

/* 0 where nothing that can be read is typed, which is marked then */
static gint64
read_money (GtkEntry *entry)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (entry));
  gint64 fen = 0;
  g_autoptr (GError) error = NULL;

  if (*text != '\0' && !kq_money_parse (text, &fen, &error))
    fen = 0;
  if (error != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (entry), "error");
  gtk_widget_set_tooltip_text (GTK_WIDGET (entry), error != NULL ? error->message : NULL);
  gtk_accessible_update_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                               error != NULL ? GTK_ACCESSIBLE_INVALID_TRUE
                                             : GTK_ACCESSIBLE_INVALID_FALSE, -1);

  return fen;
}

static void
on_changed (KqPriceTrialRow *self)
{
  g_signal_emit (self, changed_signal, 0);
}

static void
kq_price_trial_row_class_init (KqPriceTrialRowClass *klass)
{
  changed_signal = g_signal_new ("changed", KQ_TYPE_PRICE_TRIAL_ROW, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);
}

static GtkEntry *
add_entry (KqPriceTrialRow *self,
           KqWrapBox       *line,
           const char      *words,
           const char      *name)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (words);
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("yuan"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 5);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 9);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_NUMBER);
  kq_accessible_set_name (GTK_ACCESSIBLE (entry), name);
  g_signal_connect_object (entry, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), entry);
  kq_wrap_box_append (line, box);

  return GTK_ENTRY (entry);
}

static void
kq_price_trial_row_init (KqPriceTrialRow *self)
{
  GtkWidget *line = kq_wrap_box_new (6);

  /* Translators: followed by an amount, and by the price from which on it is taken off */
  self->amount = add_entry (self, KQ_WRAP_BOX (line), _("What if a coupon of"),
                            _("Amount that a coupon tried out takes off"));
  /* Translators: followed by the price from which on a coupon can be used */
  self->threshold = add_entry (self, KQ_WRAP_BOX (line), C_("price", "from"),
                               _("Price from which on it can be used"));
  adw_bin_set_child (ADW_BIN (self), line);
}

/**
 * kq_price_trial_row_new:
 *
 * Returns: (transfer floating): a row with nothing typed
 */
GtkWidget *
kq_price_trial_row_new (void)
{
  return g_object_new (KQ_TYPE_PRICE_TRIAL_ROW, NULL);
}

/**
 * kq_price_trial_row_get:
 * @self: a row
 * @trial: (out caller-allocates): the coupon; the platform is left as it is
 */
void
kq_price_trial_row_get (KqPriceTrialRow *self,
                        KqPriceTrial    *trial)
{
  g_return_if_fail (KQ_IS_PRICE_TRIAL_ROW (self) && trial != NULL);

  trial->amount = read_money (self->amount);
  trial->threshold = read_money (self->threshold);
}
