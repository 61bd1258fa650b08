/* kq-phone-tickets.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-phone-ticket.h"
#include "kq-phone-tickets.h"

/* So many are drawn; nobody scrolls further on a phone. */
#define MAX_TICKETS 40

/* Fewer than these are seen at a glance. */
#define MIN_TICKETS_FOR_TABS 4

typedef enum {
  TAB_ALL,
  TAB_CLAIMABLE,
  TAB_CLAIMED,
  N_TABS
} Tab;

/**
 * KqPhoneTickets:
 *
 * Tickets one below the other, in a panel, or in the pack that pops up. Where
 * there are many, tabs choose among them.
 */
struct _KqPhoneTickets {
  KqPhoneBlock  parent_instance;

  GtkWidget    *box;
  GtkWidget    *title;
  GtkWidget    *text;
  GtkWidget    *tabs;
  GtkWidget    *list;
  GtkWidget    *more;
  GtkWidget    *button;
  GtkWidget    *note;
  char         *id;     /* (owned) (nullable) */
  Tab           tab;    /* which tickets are in sight */
};

G_DEFINE_FINAL_TYPE (KqPhoneTickets, kq_phone_tickets, KQ_TYPE_PHONE_BLOCK)

static void
clicked_cb (KqPhoneTickets *self)
{
  if (self->id != NULL)
    kq_phone_block_activate (KQ_PHONE_BLOCK (self), self->id);
}

static void
activated_cb (KqPhoneTickets *self,
              const char     *id)
{
  kq_phone_block_activate (KQ_PHONE_BLOCK (self), id);
}

static GtkWidget *
append_ticket (KqPhoneTickets *self)
{
  GtkWidget *ticket = kq_phone_ticket_new ();

  g_signal_connect_object (ticket, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self->list), ticket);

  return ticket;
}

static gboolean
is_in_tab (Tab          tab,
           KqViewStatus status)
{
  return tab == TAB_ALL ||
         (tab == TAB_CLAIMABLE && status == KQ_VIEW_STATUS_CLAIMABLE) ||
         (tab == TAB_CLAIMED && status == KQ_VIEW_STATUS_CLAIMED);
}

static void
filter (KqPhoneTickets *self)
{
  for (GtkWidget *ticket = gtk_widget_get_first_child (self->list); ticket != NULL;
       ticket = gtk_widget_get_next_sibling (ticket))
    gtk_widget_set_visible (ticket, is_in_tab (self->tab,
                                               kq_phone_ticket_get_status (KQ_PHONE_TICKET (ticket))));
}

static void
tab_toggled_cb (KqPhoneTickets  *self,
                GtkToggleButton *button)
{
  if (!gtk_toggle_button_get_active (button))
    return;

  self->tab = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "tab"));
  filter (self);
}

static GtkWidget *
make_tabs (KqPhoneTickets *self)
{
  const char *names[N_TABS] = { C_("tab of coupons", "All"), C_("tab of coupons", "To claim"),
                                C_("tab of coupons", "Claimed") };
  GtkWidget *first = NULL;

  self->tabs = kq_phone_box_new (GTK_ORIENTATION_HORIZONTAL, "tabs");
  for (guint i = 0; i < N_TABS; i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (names[i]);

      gtk_widget_add_css_class (button, "tab");
      g_object_set_data (G_OBJECT (button), "tab", GUINT_TO_POINTER (i));
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      g_signal_connect_swapped (button, "toggled", G_CALLBACK (tab_toggled_cb), self);
      gtk_box_append (GTK_BOX (self->tabs), button);
      if (i == 0)
        first = button;
    }
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (first), TRUE);
  gtk_widget_set_visible (self->tabs, FALSE);

  return self->tabs;
}

static void
update_tabs (KqPhoneTickets    *self,
             const KqViewBlock *block)
{
  gboolean wanted = block->kind == KQ_VIEW_BLOCK_COUPONS &&
                    block->items->len >= MIN_TICKETS_FOR_TABS;

  gtk_widget_set_visible (self->tabs, wanted);
  if (!wanted)
    gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_first_child (self->tabs)),
                                  TRUE);
  filter (self);
}

static void
update_tickets (KqPhoneTickets    *self,
                const KqViewBlock *block)
{
  guint n = MIN (block->items->len, MAX_TICKETS);
  GtkWidget *ticket = gtk_widget_get_first_child (self->list);

  for (guint i = 0; i < n; i++)
    {
      if (ticket == NULL)
        ticket = append_ticket (self);
      kq_phone_ticket_update (KQ_PHONE_TICKET (ticket), block->items->pdata[i], block->tone);
      ticket = gtk_widget_get_next_sibling (ticket);
    }
  kq_phone_box_clear (self->list, n);
}

static void
update_more (KqPhoneTickets    *self,
             const KqViewBlock *block)
{
  guint n = block->items->len - MIN (block->items->len, MAX_TICKETS);
  g_autofree char *text = NULL;

  if (n > 0)
    text = g_strdup_printf (ngettext ("%u more", "%u more", n), n);
  kq_phone_label_set (self->more, text);
}

/* What pops up has its words in the middle. */
static void
make_pack (KqPhoneTickets *self)
{
  GtkWidget *labels[] = { self->title, self->text, self->note };

  gtk_widget_add_css_class (self->box, "pack");
  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      gtk_label_set_xalign (GTK_LABEL (labels[i]), 0.5);
      gtk_label_set_justify (GTK_LABEL (labels[i]), GTK_JUSTIFY_CENTER);
    }
}

static void
kq_phone_tickets_update (KqPhoneBlock      *phone_block,
                         const KqViewBlock *block,
                         KqPictures        *pictures)
{
  KqPhoneTickets *self = KQ_PHONE_TICKETS (phone_block);

  g_free (self->id);
  self->id = g_strdup (block->id);
  if (block->kind == KQ_VIEW_BLOCK_PACK)
    make_pack (self);
  else if (block->kind == KQ_VIEW_BLOCK_NEWCOMER)
    gtk_widget_add_css_class (self->box, "newcomer");
  kq_phone_label_set (self->title, block->title);
  kq_phone_label_set (self->text, block->text);
  update_tickets (self, block);
  update_tabs (self, block);
  update_more (self, block);
  gtk_widget_set_visible (self->button, block->action != NULL);
  gtk_button_set_label (GTK_BUTTON (self->button), block->action != NULL ? block->action : "");
  kq_phone_label_set (self->note, block->note);
}

static void
kq_phone_tickets_finalize (GObject *object)
{
  g_free (KQ_PHONE_TICKETS (object)->id);

  G_OBJECT_CLASS (kq_phone_tickets_parent_class)->finalize (object);
}

static void
kq_phone_tickets_class_init (KqPhoneTicketsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_phone_tickets_finalize;
  KQ_PHONE_BLOCK_CLASS (klass)->update = kq_phone_tickets_update;
}

static void
kq_phone_tickets_init (KqPhoneTickets *self)
{
  self->box = kq_phone_box_new (GTK_ORIENTATION_VERTICAL, "panel");
  self->title = kq_phone_label_new ("heading", 2);
  self->text = kq_phone_label_new ("text", 3);
  self->list = kq_phone_box_new (GTK_ORIENTATION_VERTICAL, "tickets");
  self->more = kq_phone_label_new ("note", 1);
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "main");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  self->note = kq_phone_label_new ("note", 2);

  gtk_box_append (GTK_BOX (self->box), self->title);
  gtk_box_append (GTK_BOX (self->box), self->text);
  gtk_box_append (GTK_BOX (self->box), make_tabs (self));
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), self->more);
  gtk_box_append (GTK_BOX (self->box), self->button);
  gtk_box_append (GTK_BOX (self->box), self->note);
  adw_bin_set_child (ADW_BIN (self), self->box);
}
