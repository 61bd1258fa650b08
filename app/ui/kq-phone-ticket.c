/* kq-phone-ticket.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-block.h"
#include "kq-phone-block.h"
#include "kq-phone-icon.h"
#include "kq-phone-ticket.h"

/**
 * KqPhoneTicket:
 *
 * A coupon as buyers know it: its worth at the left, what it is in the middle,
 * a button at the right.
 */
struct _KqPhoneTicket {
  AdwBin            parent_instance;

  const KqViewItem *item;   /* (nullable) (unowned): until the next is shown */
  int               tone;
  GtkWidget        *box;
  GtkWidget        *face;
  GtkWidget        *icon;
  GtkWidget        *title;
  GtkWidget        *detail;
  GtkWidget        *when;
  GtkWidget        *mark;
  GtkWidget        *button;
};

G_DEFINE_FINAL_TYPE (KqPhoneTicket, kq_phone_ticket, ADW_TYPE_BIN)

enum {
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
clicked_cb (KqPhoneTicket *self)
{
  g_signal_emit (self, signals[ACTIVATED], 0, self->item->id);
}

static gboolean
is_number (char c)
{
  return g_ascii_isdigit (c) || c == '.' || c == ',';
}

/* The digits of “¥100”, “8.5折” and “15% off” are large, the rest is small. */
static char *
face_markup (const char *face)
{
  const char *from = face;
  const char *to;
  g_autofree char *before = NULL;
  g_autofree char *number = NULL;
  g_autofree char *after = NULL;
  gsize length;
  const char *size;

  while (*from != '\0' && !g_ascii_isdigit (*from))
    from++;
  for (to = from; is_number (*to);)
    to++;

  before = g_markup_escape_text (face, from - face);
  number = g_markup_escape_text (from, to - from);
  after = g_markup_escape_text (to, -1);
  length = strlen (number);
  size = length <= 3 ? "200%" : length <= 5 ? "150%" : "115%";

  return g_strdup_printf ("%s<span size='%s'>%s</span>%s", before, size, number, after);
}

static void
update_face (KqPhoneTicket    *self,
             const KqViewItem *item)
{
  g_autofree char *markup = NULL;

  gtk_widget_set_visible (self->face, item->face != NULL);
  gtk_widget_set_visible (self->icon, item->face == NULL);
  if (item->face == NULL)
    return;

  markup = face_markup (item->face);
  gtk_label_set_markup (GTK_LABEL (self->face), markup);
}

static void
update_style (KqPhoneTicket    *self,
              const KqViewItem *item,
              int               tone)
{
  const char *classes[] = { "ticket", tone == KQ_TONE_ORANGE ? "orange" : "red", NULL, NULL };

  if (item->status == KQ_VIEW_STATUS_HIGHER_LEVEL || item->status == KQ_VIEW_STATUS_USED_UP ||
      item->status == KQ_VIEW_STATUS_OVER)
    classes[2] = "away";
  else if (item->status == KQ_VIEW_STATUS_NOT_YET)
    classes[2] = "soon";
  else if (item->status == KQ_VIEW_STATUS_CLAIMED)
    classes[2] = "had";
  gtk_widget_set_css_classes (self->box, classes);
}

static void
update_button (KqPhoneTicket    *self,
               const KqViewItem *item)
{
  g_autofree char *name = NULL;

  gtk_widget_set_visible (self->button, item->action != NULL);
  if (item->action == NULL)
    return;

  /* Translators: the words on a button, and of which coupon it is */
  name = g_strdup_printf (C_("name of a button", "%s: %s"), item->action, item->title);
  gtk_button_set_label (GTK_BUTTON (self->button), item->action);
  gtk_widget_set_sensitive (self->button, item->status == KQ_VIEW_STATUS_CLAIMABLE);
  kq_accessible_set_name (GTK_ACCESSIBLE (self->button), name);
}

static void
kq_phone_ticket_class_init (KqPhoneTicketClass *klass)
{
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  /**
   * KqPhoneTicket::activated:
   * @self: a ticket
   * @id: of what it stands for
   *
   * Its button was tapped.
   */
  signals[ACTIVATED] = g_signal_new ("activated", KQ_TYPE_PHONE_TICKET, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
make_worth (KqPhoneTicket *self)
{
  GtkWidget *worth = kq_phone_box_new (GTK_ORIENTATION_VERTICAL, "worth");

  self->face = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->face, "face");
  gtk_widget_set_vexpand (self->face, TRUE);
  self->icon = kq_phone_icon_new ("kq-phone-gift-symbolic", 30);
  gtk_widget_set_vexpand (self->icon, TRUE);
  gtk_box_append (GTK_BOX (worth), self->face);
  gtk_box_append (GTK_BOX (worth), self->icon);
  gtk_widget_set_size_request (worth, 88, -1);

  return worth;
}

static GtkWidget *
make_words (KqPhoneTicket *self)
{
  GtkWidget *words = kq_phone_box_new (GTK_ORIENTATION_VERTICAL, "words");

  self->title = kq_phone_label_new ("ticket-title", 2);
  self->detail = kq_phone_label_new ("ticket-detail", 2);
  self->when = kq_phone_label_new ("ticket-when", 2);
  self->mark = kq_phone_label_new ("mark", 3);
  gtk_widget_set_halign (self->mark, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (words), self->title);
  gtk_box_append (GTK_BOX (words), self->detail);
  gtk_box_append (GTK_BOX (words), self->when);
  gtk_box_append (GTK_BOX (words), self->mark);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (words, GTK_ALIGN_CENTER);

  return words;
}

static void
kq_phone_ticket_init (KqPhoneTicket *self)
{
  self->button = gtk_button_new ();
  gtk_widget_add_css_class (self->button, "claim");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);

  self->box = kq_phone_box_new (GTK_ORIENTATION_HORIZONTAL, "ticket");
  gtk_box_append (GTK_BOX (self->box), make_worth (self));
  gtk_box_append (GTK_BOX (self->box), make_words (self));
  gtk_box_append (GTK_BOX (self->box), self->button);
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * kq_phone_ticket_new:
 *
 * Returns: (transfer floating): a ticket that says nothing yet
 */
GtkWidget *
kq_phone_ticket_new (void)
{
  return g_object_new (KQ_TYPE_PHONE_TICKET, NULL);
}

/**
 * kq_phone_ticket_update:
 * @self: a ticket
 * @item: what it stands for, which must live until the next update is done
 * @tone: a #KqTone
 *
 * Brings the ticket to what @item says. Nothing is done where it says it.
 */
void
kq_phone_ticket_update (KqPhoneTicket    *self,
                        const KqViewItem *item,
                        int               tone)
{
  gboolean is_same;

  g_return_if_fail (KQ_IS_PHONE_TICKET (self));
  g_return_if_fail (item != NULL);

  is_same = self->item != NULL && self->tone == tone && kq_view_item_equal (item, self->item);
  self->item = item;
  self->tone = tone;
  if (is_same)
    return;

  update_style (self, item, tone);
  update_face (self, item);
  kq_phone_label_set (self->title, item->title);
  kq_phone_label_set (self->detail, item->detail);
  kq_phone_label_set (self->when, item->when);
  kq_phone_label_set (self->mark, item->mark);
  update_button (self, item);
  kq_accessible_set_name (GTK_ACCESSIBLE (self), item->title);
}

/**
 * kq_phone_ticket_get_item:
 * @self: a ticket
 *
 * Returns: (transfer none) (nullable): what it stands for
 */
const KqViewItem *
kq_phone_ticket_get_item (KqPhoneTicket *self)
{
  g_return_val_if_fail (KQ_IS_PHONE_TICKET (self), NULL);

  return self->item;
}
