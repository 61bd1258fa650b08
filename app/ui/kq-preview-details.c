/* kq-preview-details.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-preview-private.h"

#include <glib/gi18n-lib.h>

#include "kq-absences.h"
#include "kq-moment-bar.h"
#include "kq-slices.h"

/* What is said around the phone: why something isn't shown, and when what is
 * shown changes. It comes after the phone has been drawn, in slices. */

#define DETAILS_PRIORITY G_PRIORITY_DEFAULT_IDLE

/* Microseconds a step of the search */
#define STEP 300
/* Milliseconds that it waits for: whoever types changes the campaign again, and
 * nobody looks at the times meanwhile. */
#define PAUSE 150

/* “Coupon “c”: Not shown: …” */
static char *
describe_selected (KqPreview *self)
{
  g_autoptr (KqViewWhy) why = NULL;

  if (self->selected == NULL ||
      kq_object_get_root (self->selected) != KQ_OBJECT (kq_preview_get_campaign (self)))
    return NULL;
  why = kq_view_why (kq_preview_get_campaign (self), self->query, self->selected);

  /* Translators: what an object is called, such as “Coupon”, and whether it is
   * shown on the phone */
  return g_strdup_printf (C_("selected object", "%s selected · %s"),
                          kq_object_get_label (self->selected), why->text);
}

static void
set_label (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

static void
stop_scan (KqPreview *self)
{
  g_clear_handle_id (&self->pause_id, g_source_remove);
  g_clear_handle_id (&self->scan_id, kq_slices_remove);
  g_clear_pointer (&self->scan, kq_view_scan_free);
}

static void
start_scan (KqPreview *self)
{
  KqTime from, to;

  kq_view_get_period (kq_preview_get_campaign (self), self->query->moment, &from, &to);
  self->scan = kq_view_scan_new (kq_preview_get_campaign (self), self->query, from, to);
  self->is_stale = FALSE;
}

static gboolean
scan_step (gpointer data)
{
  KqPreview *self = data;

  if (!kq_view_scan_run (self->scan, STEP))
    return TRUE;

  kq_moment_bar_set_changes (KQ_MOMENT_BAR (self->moment), kq_view_scan_get_changes (self->scan));
  g_clear_pointer (&self->scan, kq_view_scan_free);
  self->scan_id = 0;

  return FALSE;
}

static gboolean
pause_cb (gpointer data)
{
  KqPreview *self = data;

  self->pause_id = 0;
  start_scan (self);
  self->scan_id = kq_slices_add (scan_step, self);

  return G_SOURCE_REMOVE;
}

static gboolean
details_cb (gpointer data)
{
  KqPreview *self = data;
  g_autofree char *selected = describe_selected (self);

  self->details_id = 0;
  set_label (self->why, selected);
  if (self->view != NULL)
    kq_absences_set_view (KQ_ABSENCES (self->absences), self->view);
  if (self->is_stale && self->pause_id == 0)
    {
      stop_scan (self);
      self->pause_id = g_timeout_add (PAUSE, pause_cb, self);
    }

  return G_SOURCE_REMOVE;
}

/* Says the details anew as soon as there is nothing else to do. A search that
 * is under way goes on. */
void
kq_preview_queue_details (KqPreview *self)
{
  if (self->details_id == 0)
    self->details_id = g_idle_add_full (DETAILS_PRIORITY, details_cb, self, NULL);
}

/* The campaign isn't any more what was searched. */
void
kq_preview_cancel_details (KqPreview *self)
{
  g_clear_handle_id (&self->details_id, g_source_remove);
  stop_scan (self);
  self->is_stale = TRUE;
}
