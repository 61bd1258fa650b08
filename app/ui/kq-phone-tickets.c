/* kq-phone-tickets.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-phone-ticket.h"
#include "kq-phone-tickets.h"

/* So many are laid out at first, more than the screen has room for, and so many
 * more whenever they are asked for. */
#define N_TICKETS 10
#define N_MORE_TICKETS 20

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
  GtkWidget    *empty;
  GtkWidget    *more;
  GtkWidget    *button;
  GtkWidget    *note;
  Tab           tab;        /* which tickets are in sight */
  guint         n_tickets;  /* and how many at most */
};

G_DEFINE_FINAL_TYPE (KqPhoneTickets, kq_phone_tickets, KQ_TYPE_PHONE_BLOCK)

static void
clicked_cb (KqPhoneTickets *self)
{
  const KqViewBlock *block = kq_phone_block_get_block (KQ_PHONE_BLOCK (self));

  if (block->id != NULL)
    kq_phone_block_activate (KQ_PHONE_BLOCK (self), block->id);
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

static GPtrArray *
list_items (KqPhoneTickets    *self,
            const KqViewBlock *block)
{
  GPtrArray *items = g_ptr_array_new ();

  for (guint i = 0; i < block->items->len; i++)
    if (is_in_tab (self->tab, ((KqViewItem *) block->items->pdata[i])->status))
      g_ptr_array_add (items, block->items->pdata[i]);

  return items;
}

/* The tickets that are there, by the id of what they stand for. */
static GHashTable *
list_tickets (KqPhoneTickets *self)
{
  GHashTable *tickets = g_hash_table_new (g_str_hash, g_str_equal);

  for (GtkWidget *ticket = gtk_widget_get_first_child (self->list); ticket != NULL;
       ticket = gtk_widget_get_next_sibling (ticket))
    g_hash_table_insert (tickets,
                         kq_phone_ticket_get_item (KQ_PHONE_TICKET (ticket))->id, ticket);

  return tickets;
}

/* One that stands for nothing any more, or a new one. */
static GtkWidget *
take_spare (KqPhoneTickets *self,
            GHashTable     *tickets)
{
  GHashTableIter iter;
  gpointer ticket;

  g_hash_table_iter_init (&iter, tickets);
  if (!g_hash_table_iter_next (&iter, NULL, &ticket))
    return append_ticket (self);
  g_hash_table_iter_remove (&iter);

  return ticket;
}

static void
place (KqPhoneTickets *self,
       GtkWidget      *ticket,
       GtkWidget      *after)
{
  if (gtk_widget_get_prev_sibling (ticket) != after)
    gtk_box_reorder_child_after (GTK_BOX (self->list), ticket, after);
}

/* What moves up or down keeps its ticket, and the tickets of what doesn't change
 * aren't touched. */
static void
lay_out (KqPhoneTickets *self,
         GPtrArray      *items,
         guint           n,
         int             tone)
{
  g_autoptr (GHashTable) tickets = list_tickets (self);
  g_autofree GtkWidget **chosen = g_new0 (GtkWidget *, n + 1);

  for (guint i = 0; i < n; i++)
    {
      const char *id = ((KqViewItem *) items->pdata[i])->id;

      chosen[i] = g_hash_table_lookup (tickets, id);
      g_hash_table_remove (tickets, id);
    }
  for (guint i = 0; i < n; i++)
    {
      if (chosen[i] == NULL)
        chosen[i] = take_spare (self, tickets);
      place (self, chosen[i], i > 0 ? chosen[i - 1] : NULL);
      kq_phone_ticket_update (KQ_PHONE_TICKET (chosen[i]), items->pdata[i], tone);
    }
  kq_phone_box_clear (self->list, n);
}

static void
update_more (KqPhoneTickets *self,
             guint           n)
{
  g_autofree char *text = NULL;

  gtk_widget_set_visible (self->more, n > 0);
  if (n == 0)
    return;
  text = g_strdup_printf (ngettext ("%u more", "%u more", n), n);
  gtk_button_set_label (GTK_BUTTON (self->more), text);
}

static void
update_tickets (KqPhoneTickets    *self,
                const KqViewBlock *block)
{
  g_autoptr (GPtrArray) items = list_items (self, block);
  guint n = MIN (items->len, self->n_tickets);

  lay_out (self, items, n, block->tone);
  update_more (self, items->len - n);
  kq_phone_label_set (self->empty, n == 0 && self->tab != TAB_ALL
                                   ? C_("tab of coupons", "None at this moment") : NULL);
}

static void
more_clicked_cb (KqPhoneTickets *self)
{
  self->n_tickets += N_MORE_TICKETS;
  update_tickets (self, kq_phone_block_get_block (KQ_PHONE_BLOCK (self)));
}

static void
tab_toggled_cb (KqPhoneTickets  *self,
                GtkToggleButton *button)
{
  const KqViewBlock *block = kq_phone_block_get_block (KQ_PHONE_BLOCK (self));

  if (!gtk_toggle_button_get_active (button) || block == NULL)
    return;

  self->tab = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "tab"));
  self->n_tickets = N_TICKETS;
  update_tickets (self, block);
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

  if (block->kind == KQ_VIEW_BLOCK_PACK)
    make_pack (self);
  else if (block->kind == KQ_VIEW_BLOCK_NEWCOMER)
    gtk_widget_add_css_class (self->box, "newcomer");
  kq_phone_label_set (self->title, block->title);
  kq_phone_label_set (self->text, block->text);
  update_tabs (self, block);
  update_tickets (self, block);
  gtk_widget_set_visible (self->button, block->action != NULL);
  gtk_button_set_label (GTK_BUTTON (self->button), block->action != NULL ? block->action : "");
  kq_phone_label_set (self->note, block->note);
}

static void
kq_phone_tickets_class_init (KqPhoneTicketsClass *klass)
{
  KQ_PHONE_BLOCK_CLASS (klass)->update = kq_phone_tickets_update;
}

static void
kq_phone_tickets_init (KqPhoneTickets *self)
{
  self->box = kq_phone_box_new (GTK_ORIENTATION_VERTICAL, "panel");
  self->title = kq_phone_label_new ("heading", 2);
  self->text = kq_phone_label_new ("text", 3);
  self->list = kq_phone_box_new (GTK_ORIENTATION_VERTICAL, "tickets");
  self->n_tickets = N_TICKETS;
  self->empty = kq_phone_label_new ("note", 1);
  self->more = gtk_button_new ();
  gtk_widget_add_css_class (self->more, "more");
  gtk_widget_set_halign (self->more, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->more, FALSE);
  g_signal_connect_swapped (self->more, "clicked", G_CALLBACK (more_clicked_cb), self);
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "main");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  self->note = kq_phone_label_new ("note", 2);

  gtk_box_append (GTK_BOX (self->box), self->title);
  gtk_box_append (GTK_BOX (self->box), self->text);
  gtk_box_append (GTK_BOX (self->box), make_tabs (self));
  gtk_box_append (GTK_BOX (self->box), self->list);
  gtk_box_append (GTK_BOX (self->box), self->empty);
  gtk_box_append (GTK_BOX (self->box), self->more);
  gtk_box_append (GTK_BOX (self->box), self->button);
  gtk_box_append (GTK_BOX (self->box), self->note);
  adw_bin_set_child (ADW_BIN (self), self->box);
}
