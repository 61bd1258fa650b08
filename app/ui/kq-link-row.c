/* kq-link-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-link-row.h"

#include <glib/gi18n-lib.h>

/**
 * KqLinkRow:
 *
 * Takes any text. Only what is a web address is opened: a file may come from
 * anywhere, and must not start a program of its choice.
 */
struct _KqLinkRow {
  KqEntryRow  parent_instance;

  GtkWidget  *open;
  GtkWidget  *copy;
};

G_DEFINE_FINAL_TYPE (KqLinkRow, kq_link_row, KQ_TYPE_ENTRY_ROW)

static const char *
get_link (KqLinkRow *self)
{
  return kq_object_get_text (kq_row_get_object (KQ_ROW (self)), kq_row_get_index (KQ_ROW (self)));
}

static gboolean
is_web_address (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);

  return uri != NULL &&
         (g_str_equal (g_uri_get_scheme (uri), "https") || g_str_equal (g_uri_get_scheme (uri), "http")) &&
         g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0';
}

static void
update_buttons (KqLinkRow *self)
{
  const char *link = get_link (self);

  gtk_widget_set_visible (self->open, is_web_address (link));
  gtk_widget_set_visible (self->copy, *link != '\0');
}

static void
on_open (KqLinkRow *self)
{
  gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))), get_link (self),
                GDK_CURRENT_TIME);
}

static void
on_copy (KqLinkRow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), get_link (self));
}

static char *
kq_link_row_format (KqEntryRow *row)
{
  update_buttons (KQ_LINK_ROW (row));

  return g_strdup (get_link (KQ_LINK_ROW (row)));
}

static gboolean
kq_link_row_commit (KqEntryRow  *row,
                    const char  *text,
                    GError     **error)
{
  kq_object_set_text (kq_row_get_object (KQ_ROW (row)), kq_row_get_index (KQ_ROW (row)), text);
  update_buttons (KQ_LINK_ROW (row));

  return TRUE;
}

static void
kq_link_row_bound (KqRow *row)
{
  KqLinkRow *self = KQ_LINK_ROW (row);
  const char *field = kq_object_get_field_label (kq_row_get_object (row), kq_row_get_index (row));
  g_autofree char *open = g_strdup_printf (_("Open “%s”"), field);
  g_autofree char *copy = g_strdup_printf (_("Copy “%s”"), field);

  KQ_ROW_CLASS (kq_link_row_parent_class)->bound (row);
  kq_row_name_control (self->open, open);
  kq_row_name_control (self->copy, copy);
}

static void
kq_link_row_class_init (KqLinkRowClass *klass)
{
  KqEntryRowClass *row_class = KQ_ENTRY_ROW_CLASS (klass);

  KQ_ROW_CLASS (klass)->bound = kq_link_row_bound;
  row_class->format = kq_link_row_format;
  row_class->commit = kq_link_row_commit;
}

static GtkWidget *
append_button (KqLinkRow  *self,
               const char *icon_name,
               const char *tooltip,
               GCallback   callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);

  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_widget_add_css_class (button, "flat");
  g_signal_connect_swapped (button, "clicked", callback, self);
  kq_entry_row_append (KQ_ENTRY_ROW (self), button);

  return button;
}

static void
kq_link_row_init (KqLinkRow *self)
{
  GtkEditable *entry = GTK_EDITABLE (kq_entry_row_get_entry (KQ_ENTRY_ROW (self)));

  gtk_editable_set_width_chars (entry, 8);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_URL);
  self->open = append_button (self, "web-browser-symbolic", _("Open in the browser"),
                              G_CALLBACK (on_open));
  self->copy = append_button (self, "edit-copy-symbolic", _("Copy"), G_CALLBACK (on_copy));
}
