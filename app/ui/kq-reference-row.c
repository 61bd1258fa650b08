/* kq-reference-row.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>
#include <string.h>

#include "kq-reference-row.h"

#include "kq-describe.h"
#include "kq-list.h"
#include "kq-pack-stock.h"
#include "kq-picker.h"

/* How many names the button says before it counts */
#define MAX_NAMES 4

/**
 * KqReferenceRow:
 *
 * A button with what is chosen, and a popover to choose in, for references and
 * for lists of words. What the campaign doesn't hold is shown as missing, and
 * stays until it is taken out.
 */
struct _KqReferenceRow {
  KqRow          parent_instance;

  GtkMenuButton *button;
  GtkLabel      *label;
  KqPicker      *picker;  /* (unowned) (nullable): made when first asked for */
  GSignalGroup  *campaign; /* (owned) */
};

G_DEFINE_FINAL_TYPE (KqReferenceRow, kq_reference_row, KQ_TYPE_ROW)

static gboolean
is_multiple (KqReferenceRow *self)
{
  return kq_row_get_field (KQ_ROW (self))->kind != KQ_FIELD_REF;
}

/* The objects to choose from; NULL where there are words */
static KqList *
get_candidates (KqReferenceRow *self)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (kq_row_get_document (KQ_ROW (self))));
  const char *list = kq_row_get_field (KQ_ROW (self))->list;

  if (list == NULL)
    return NULL;

  return kq_object_get_list (campaign, kq_object_find_field (campaign, list));
}

static GStrv
dup_chosen (KqReferenceRow *self)
{
  KqObject *object = kq_row_get_object (KQ_ROW (self));
  guint index = kq_row_get_index (KQ_ROW (self));
  const char *one[] = { NULL, NULL };

  if (is_multiple (self))
    return g_strdupv ((char **) kq_object_get_texts (object, index));

  if (*kq_object_get_text (object, index) != '\0')
    one[0] = kq_object_get_text (object, index);
  return g_strdupv ((char **) one);
}

static char *
dup_name (KqReferenceRow *self,
          const char     *id)
{
  const KqField *field = kq_row_get_field (KQ_ROW (self));
  KqList *candidates = get_candidates (self);
  KqObject *object = candidates != NULL ? kq_list_find (candidates, id) : NULL;
  int word = candidates == NULL ? kq_field_find_word (field, id) : -1;

  if (object != NULL)
    return kq_object_describe_name (object);
  if (word >= 0)
    return g_strdup (kq_field_get_word_label (field, word));
  if (candidates != NULL)
    return g_strdup_printf (_("missing: %s"), id);

  return g_strdup_printf (_("unknown: %s"), id);
}

static const char *
label_of_nothing (KqReferenceRow *self)
{
  return g_strcmp0 (kq_row_get_field (KQ_ROW (self))->list, "levels") == 0 ? _("All levels")
                                                                          : _("None");
}

static char *
describe_chosen (KqReferenceRow *self,
                 GStrv           chosen)
{
  guint n = g_strv_length (chosen);
  g_autoptr (GStrvBuilder) names = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  if (n == 0)
    return g_strdup (label_of_nothing (self));
  if (n > MAX_NAMES)
    return g_strdup_printf (ngettext ("%u chosen", "%u chosen", n), n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = dup_name (self, chosen[i]);

      g_strv_builder_add (names, name);
    }
  strv = g_strv_builder_end (names);

  /* Translators: between the names of a list */
  return g_strjoinv (_(", "), strv);
}

static void
kq_reference_row_refresh (KqRow *row)
{
  KqReferenceRow *self = KQ_REFERENCE_ROW (row);
  g_auto (GStrv) chosen = dup_chosen (self);
  g_autofree char *text = describe_chosen (self, chosen);

  gtk_label_set_label (self->label, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->label), *chosen != NULL ? text : NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text, -1);
}

static void
on_campaign_changed (KqReferenceRow *self,
                     KqObject       *origin,
                     guint           index)
{
  KqRow *row = KQ_ROW (self);
  KqList *candidates;

  if (kq_row_get_object (row) == NULL)
    return;

  candidates = get_candidates (self);
  if (candidates != NULL &&
      (kq_list_get_owner (candidates) == origin ||
       G_OBJECT_TYPE (origin) == g_list_model_get_item_type (G_LIST_MODEL (candidates))))
    kq_reference_row_refresh (row);
}

/* Tmall and Taobao are one family: what is set up on one serves the other. */
static gboolean
is_at_hand (KqObject *object,
            KqObject *candidate)
{
  guint a = kq_object_find_field (object, "platform");
  guint b = kq_object_find_field (candidate, "platform");
  int ours, theirs;

  if (a == KQ_NO_FIELD || b == KQ_NO_FIELD)
    return TRUE;

  ours = kq_object_get_choice (object, a);
  theirs = kq_object_get_choice (candidate, b);
  return ours == theirs || ours < 0 ||
         ((ours == KQ_PLATFORM_TMALL || ours == KQ_PLATFORM_TAOBAO) &&
          (theirs == KQ_PLATFORM_TMALL || theirs == KQ_PLATFORM_TAOBAO));
}

static char *
describe_detail (KqObject *object,
                 KqObject *candidate)
{
  g_autofree char *stock = NULL;

  if (!KQ_IS_COUPON (candidate))
    return NULL;
  if (!KQ_IS_GIFT_PACK (object))
    return kq_coupon_describe_discount (KQ_COUPON (candidate));

  stock = kq_count_format (kq_coupon_get_stock_for_pack (KQ_COUPON (candidate),
                                                         KQ_GIFT_PACK (object)));
  /* Translators: %s is how many coupons other packs leave to this one */
  return g_strdup_printf (_("%s left"), stock);
}

static void
add_item (GListStore *items,
          const char *id,
          const char *label,
          const char *detail,
          GStrv       chosen)
{
  g_autoptr (KqPickItem) item = kq_pick_item_new (id, label, detail,
                                                  *id == '\0' ? *chosen == NULL
                                                              : g_strv_contains ((const char * const *) chosen, id));

  g_list_store_append (items, item);
}

static void
add_objects (KqReferenceRow *self,
             GListStore     *items,
             KqList         *candidates,
             GStrv           chosen)
{
  KqObject *object = kq_row_get_object (KQ_ROW (self));

  for (guint i = 0; i < kq_list_get_length (candidates); i++)
    {
      KqObject *candidate = kq_list_get (candidates, i);
      const char *id = kq_object_get_id (candidate);
      g_autofree char *name = NULL;
      g_autofree char *detail = NULL;

      if (!is_at_hand (object, candidate) &&
          !g_strv_contains ((const char * const *) chosen, id))
        continue;
      name = kq_object_describe_name (candidate);
      detail = describe_detail (object, candidate);
      add_item (items, id, name, detail, chosen);
    }
}

static GListModel *
make_items (KqReferenceRow *self)
{
  GListStore *items = g_list_store_new (KQ_TYPE_PICK_ITEM);
  const KqField *field = kq_row_get_field (KQ_ROW (self));
  KqList *candidates = get_candidates (self);
  g_auto (GStrv) chosen = dup_chosen (self);

  if (!is_multiple (self))
    add_item (items, "", label_of_nothing (self), NULL, chosen);
  if (candidates != NULL)
    add_objects (self, items, candidates, chosen);
  for (guint i = 0; i < kq_field_get_n_words (field); i++)
    add_item (items, field->words[i].word, kq_field_get_word_label (field, i), NULL, chosen);

  for (guint i = 0; chosen[i] != NULL; i++)
    if (candidates != NULL ? kq_list_find (candidates, chosen[i]) == NULL
                           : kq_field_find_word (field, chosen[i]) < 0)
      {
        g_autofree char *name = dup_name (self, chosen[i]);

        add_item (items, chosen[i], name, NULL, chosen);
      }

  return G_LIST_MODEL (items);
}

/* What was chosen before keeps its order. */
static void
pick_several (KqReferenceRow *self,
              KqPickItem     *item)
{
  g_auto (GStrv) chosen = dup_chosen (self);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  g_auto (GStrv) strv = NULL;

  for (guint i = 0; chosen[i] != NULL; i++)
    if (!g_str_equal (chosen[i], kq_pick_item_get_id (item)))
      g_strv_builder_add (texts, chosen[i]);
  if (kq_pick_item_get_chosen (item))
    g_strv_builder_add (texts, kq_pick_item_get_id (item));
  strv = g_strv_builder_end (texts);

  kq_object_set_texts (kq_row_get_object (KQ_ROW (self)), kq_row_get_index (KQ_ROW (self)),
                       (const char * const *) strv);
}

static void
on_picked (KqReferenceRow *self,
           KqPickItem     *item)
{
  if (is_multiple (self))
    {
      pick_several (self, item);
      return;
    }

  kq_object_set_text (kq_row_get_object (KQ_ROW (self)), kq_row_get_index (KQ_ROW (self)),
                      kq_pick_item_get_id (item));
  gtk_menu_button_popdown (self->button);
}

static void
show_picker (GtkMenuButton *button,
             gpointer       data)
{
  KqReferenceRow *self = KQ_REFERENCE_ROW (data);
  g_autoptr (GListModel) items = make_items (self);

  if (self->picker == NULL)
    {
      GtkWidget *popover = gtk_popover_new ();

      self->picker = KQ_PICKER (kq_picker_new (is_multiple (self)));
      g_signal_connect_swapped (self->picker, "picked", G_CALLBACK (on_picked), self);
      gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->picker));
      gtk_menu_button_set_popover (self->button, popover);
    }
  kq_picker_set_items (self->picker, items);
}

static void
kq_reference_row_bound (KqRow *row)
{
  g_signal_group_set_target (KQ_REFERENCE_ROW (row)->campaign,
                             kq_document_get_campaign (kq_row_get_document (row)));
}

static void
kq_reference_row_dispose (GObject *object)
{
  g_clear_object (&KQ_REFERENCE_ROW (object)->campaign);

  G_OBJECT_CLASS (kq_reference_row_parent_class)->dispose (object);
}

static void
kq_reference_row_class_init (KqReferenceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_reference_row_dispose;
  KQ_ROW_CLASS (klass)->bound = kq_reference_row_bound;
  KQ_ROW_CLASS (klass)->refresh = kq_reference_row_refresh;
}

static void
kq_reference_row_init (KqReferenceRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  self->label = GTK_LABEL (label);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (self->label, 32);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));

  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_child (self->button, box);
  gtk_menu_button_set_create_popup_func (self->button, show_picker, self, NULL);
  self->campaign = g_signal_group_new (KQ_TYPE_OBJECT);
  g_signal_group_connect_swapped (self->campaign, "changed", G_CALLBACK (on_campaign_changed), self);
  kq_row_set_control (KQ_ROW (self), GTK_WIDGET (self->button), GTK_WIDGET (self->button));
}
