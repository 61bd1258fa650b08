/* kq-library-window-states.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-library-window-private.h"

#include <glib/gi18n-lib.h>

#include "kq-library-words.h"

/* Archiving, deleting and bringing back, with a way back for each. */

/* Several campaigns on their way to other states. */
typedef struct {
  KqLibraryWindow *window; /* (owned) */
  KqLibraryState   state;  /* what most of them come to */
  GVariant        *former; /* (owned) (nullable): what undoes it; none for an undoing */
  char            *title;  /* (owned) (nullable): of the only one */
  guint            n_left;
  guint            n_done;
  GError          *error;  /* (owned) (nullable): the first */
} Change;

static void
change_free (Change *change)
{
  g_object_unref (change->window);
  g_clear_pointer (&change->former, g_variant_unref);
  g_clear_error (&change->error);
  g_free (change->title);
  g_free (change);
}

static char *
describe_one (Change *change)
{
  static const char * const formats[] = {
    N_("“%s” brought back"), N_("“%s” archived"), N_("“%s” deleted"),
  };
  g_autoptr (GString) text = g_string_new (_(formats[change->state]));

  g_string_replace (text, "%s", change->title, 1);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
describe_many (Change *change)
{
  guint n = change->n_done;

  switch (change->state)
    {
    case KQ_LIBRARY_STATE_ACTIVE:
      return g_strdup_printf (ngettext ("%u campaign brought back", "%u campaigns brought back", n), n);
    case KQ_LIBRARY_STATE_ARCHIVED:
      return g_strdup_printf (ngettext ("%u campaign archived", "%u campaigns archived", n), n);
    case KQ_LIBRARY_STATE_DELETED:
      return g_strdup_printf (ngettext ("%u campaign deleted", "%u campaigns deleted", n), n);
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
toast_done (Change *change)
{
  g_autofree char *text = change->title != NULL ? describe_one (change) : describe_many (change);
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _("Undo"));
  adw_toast_set_action_name (toast, "win.set-states");
  adw_toast_set_action_target_value (toast, change->former);
  adw_toast_overlay_add_toast (change->window->toasts, toast);
}

static void
on_changed (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  Change *change = data;
  g_autoptr (GError) error = NULL;

  if (kq_library_set_state_finish (KQ_LIBRARY (source), result, &error))
    change->n_done++;
  else if (change->error == NULL)
    change->error = g_steal_pointer (&error);
  if (--change->n_left > 0)
    return;

  if (change->error != NULL)
    kq_library_window_show_error (change->window, _("Not all of it could be done"),
                                  change->error->message);
  if (change->n_done > 0 && change->former != NULL)
    toast_done (change);
  change_free (change);
}

static void
start (Change   *change,
       GVariant *states)
{
  KqLibrary *library = kq_library_model_get_library (change->window->model);
  GVariantIter iter;
  const char *id;
  int state;

  change->n_left = g_variant_n_children (states);
  g_variant_iter_init (&iter, states);
  while (g_variant_iter_next (&iter, "(&si)", &id, &state))
    kq_library_set_state_async (library, id, state, NULL, on_changed, change);
}

/* Each of @items and a state, a(si): @state, or where that is −1, its own */
static GVariant *
make_states (GPtrArray *items,
             int        state)
{
  GVariantBuilder builder;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(si)"));
  for (guint i = 0; i < items->len; i++)
    {
      KqLibraryItem *item = g_ptr_array_index (items, i);

      g_variant_builder_add (&builder, "(si)", kq_library_item_get_id (item),
                             state >= 0 ? state : (int) kq_library_item_get_state (item));
    }

  return g_variant_ref_sink (g_variant_builder_end (&builder));
}

/* Brings what is selected to @state, and offers to undo it. */
void
kq_library_window_set_state (KqLibraryWindow *self,
                             KqLibraryState   state)
{
  g_autoptr (GPtrArray) items = kq_library_window_get_selected (self);
  g_autoptr (GVariant) states = NULL;
  Change *change;

  if (items->len == 0)
    return;

  change = g_new0 (Change, 1);
  change->window = g_object_ref (self);
  change->state = state;
  change->former = make_states (items, -1);
  if (items->len == 1)
    change->title = kq_library_item_dup_title (g_ptr_array_index (items, 0));
  states = make_states (items, state);
  start (change, states);
}

/* Brings campaigns to the states that they had: a(si), ids and states. */
void
kq_library_window_set_states (KqLibraryWindow *self,
                              GVariant        *states)
{
  Change *change;

  if (self->model == NULL || g_variant_n_children (states) == 0)
    return;

  change = g_new0 (Change, 1);
  change->window = g_object_ref (self);
  start (change, states);
}
