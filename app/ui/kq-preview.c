/* kq-preview.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-drop-down.h"
#include "kq-phone.h"
#include "kq-preview.h"
#include "kq-scaler.h"

/* The black edge of the phone, as in kq-phone.css. */
#define EDGE 10

#define SECONDS_PER_HOUR 3600

/* A campaign without a period is looked at this long before and after now. */
#define DEFAULT_SPAN (30 * KQ_SECONDS_PER_DAY)

/* Before GTK lays out and draws the same frame. */
#define UPDATE_PRIORITY (GDK_PRIORITY_REDRAW - 5)

/**
 * KqPreview:
 *
 * Asks as whom, on which platform and when, and shows the answer of
 * [func@view_at] on a phone. Whatever changes in the campaign, there is one
 * new answer a frame, and none while nobody sees it.
 */
struct _KqPreview {
  AdwBin       parent_instance;

  KqDocument  *document;    /* (owned) (nullable) */
  KqViewQuery *query;       /* (owned) */
  char        *who;         /* (owned) */
  GPtrArray   *personas;    /* (owned): of the drop-down */
  GArray      *platforms;   /* (owned): of the drop-down */
  gint64       start;       /* seconds, of the slider's left end */
  guint        update_id;
  gboolean     is_filling;  /* while controls change that nobody touched */

  GtkWidget   *persona_drop;
  GtkWidget   *platform_drop;
  GtkWidget   *slider;
  GtkWidget   *moment;
  GtkWidget   *phone;
  GtkWidget   *note;
};

G_DEFINE_FINAL_TYPE (KqPreview, kq_preview, ADW_TYPE_BIN)

static KqCampaign *
campaign_of (KqPreview *self)
{
  return kq_document_get_campaign (self->document);
}

static void
set_words (GtkWidget   *drop_down,
           const char **words,
           guint        selected)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (words);
  GListModel *old = gtk_drop_down_get_model (GTK_DROP_DOWN (drop_down));
  gboolean same = old != NULL && g_list_model_get_n_items (old) ==
                                 g_list_model_get_n_items (G_LIST_MODEL (list));

  for (guint i = 0; same && words[i] != NULL; i++)
    same = g_str_equal (words[i], gtk_string_list_get_string (GTK_STRING_LIST (old), i));
  if (!same)
    gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), G_LIST_MODEL (list));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
}

static void
fill_platforms (KqPreview *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();
  guint selected = GTK_INVALID_LIST_POSITION;

  g_clear_pointer (&self->platforms, g_array_unref);
  self->platforms = kq_view_list_platforms (campaign_of (self));
  for (guint i = 0; i < self->platforms->len; i++)
    {
      KqPlatform platform = g_array_index (self->platforms, KqPlatform, i);

      g_ptr_array_add (words, (gpointer) kq_platform_get_label (platform));
      if (platform == self->query->platform)
        selected = i;
    }
  g_ptr_array_add (words, NULL);

  if (selected == GTK_INVALID_LIST_POSITION)
    {
      self->query->platform = kq_view_pick_platform (campaign_of (self));
      for (guint i = 0; i < self->platforms->len; i++)
        if (g_array_index (self->platforms, KqPlatform, i) == self->query->platform)
          selected = i;
    }
  set_words (self->platform_drop, (const char **) words->pdata, selected);
}

static guint
find_persona (KqPreview *self)
{
  for (guint i = 0; i < self->personas->len; i++)
    if (g_strcmp0 (((KqPersonaChoice *) self->personas->pdata[i])->who, self->who) == 0)
      return i;

  return GTK_INVALID_LIST_POSITION;
}

static void
fill_personas (KqPreview *self)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new ();

  g_clear_pointer (&self->personas, g_ptr_array_unref);
  self->personas = kq_view_list_personas (campaign_of (self), self->query->platform);
  for (guint i = 0; i < self->personas->len; i++)
    g_ptr_array_add (words, ((KqPersonaChoice *) self->personas->pdata[i])->label);
  g_ptr_array_add (words, NULL);

  if (find_persona (self) == GTK_INVALID_LIST_POSITION)
    {
      g_free (self->who);
      self->who = kq_view_pick_who (campaign_of (self), self->query->platform);
    }
  set_words (self->persona_drop, (const char **) words->pdata, find_persona (self));
}

static void
fill_period (KqPreview *self)
{
  KqObject *campaign = KQ_OBJECT (campaign_of (self));
  KqTime now = kq_time_now (kq_document_get_zone (self->document));
  KqTime start = kq_object_get_time (campaign, KQ_CAMPAIGN_START);
  KqTime end = kq_object_get_time (campaign, KQ_CAMPAIGN_END);
  gint64 span, at;

  if (!kq_time_is_set (start))
    start = kq_time_add (kq_time_is_set (end) ? end : now, -DEFAULT_SPAN);
  if (!kq_time_is_set (end) || kq_time_compare (end, start) <= 0)
    end = kq_time_add (start, 2 * DEFAULT_SPAN);
  if (!kq_time_is_set (self->query->moment))
    self->query->moment = now;

  self->start = start.seconds;
  span = end.seconds - start.seconds;
  at = CLAMP (self->query->moment.seconds - start.seconds, 0, span);
  gtk_range_set_range (GTK_RANGE (self->slider), 0, span);
  gtk_range_set_value (GTK_RANGE (self->slider), at);
  self->query->moment = kq_time_add (start, at);
}

static void
show_moment (KqPreview *self)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *text = NULL;

  date = kq_time_to_date_time (self->query->moment, kq_document_get_zone (self->document));
  text = date != NULL ? g_date_time_format (date, "%m-%d %H:%M") : NULL;
  gtk_label_set_text (GTK_LABEL (self->moment), text != NULL ? text : "");
}

static void
show_view (KqPreview *self)
{
  g_autoptr (KqView) view = NULL;

  if (!kq_view_query_parse_who (self->query, campaign_of (self), self->who, NULL))
    return;
  view = kq_view_at (campaign_of (self), self->query, NULL);
  if (view == NULL)
    return;

  kq_phone_set_view (KQ_PHONE (self->phone), view);
  gtk_label_set_text (GTK_LABEL (self->note), view->note != NULL ? view->note : "");
}

static gboolean
update_cb (gpointer data)
{
  KqPreview *self = data;

  self->update_id = 0;
  self->is_filling = TRUE;
  fill_platforms (self);
  fill_personas (self);
  fill_period (self);
  self->is_filling = FALSE;
  show_moment (self);
  show_view (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (KqPreview *self)
{
  if (self->update_id != 0 || self->document == NULL ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  self->update_id = g_idle_add_full (UPDATE_PRIORITY, update_cb, self, NULL);
}

static void
forget_claims (KqPreview *self)
{
  g_clear_pointer (&self->query->claimed, g_strfreev);
}

static void
persona_changed_cb (KqPreview *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->persona_drop));

  if (self->is_filling || self->personas == NULL || selected >= self->personas->len)
    return;

  g_free (self->who);
  self->who = g_strdup (((KqPersonaChoice *) self->personas->pdata[selected])->who);
  forget_claims (self);
  queue_update (self);
}

static void
platform_changed_cb (KqPreview *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->platform_drop));

  if (self->is_filling || self->platforms == NULL || selected >= self->platforms->len)
    return;

  self->query->platform = g_array_index (self->platforms, KqPlatform, selected);
  forget_claims (self);
  queue_update (self);
}

static void
moment_changed_cb (KqPreview *self)
{
  gint64 at = gtk_range_get_value (GTK_RANGE (self->slider));

  if (self->is_filling)
    return;

  self->query->moment.seconds = self->start + at;
  queue_update (self);
}

/* A tap on the phone claims, joins, or closes what popped up. */
static void
activated_cb (KqPreview  *self,
              const char *id)
{
  if (g_str_equal (id, "join"))
    {
      g_free (self->who);
      self->who = g_strdup ("new");
    }
  else
    kq_view_query_add_claimed (self->query, id);
  queue_update (self);
}

static void
popup_toggled_cb (KqPreview       *self,
                  GParamSpec      *pspec,
                  GtkToggleButton *button)
{
  self->query->page = gtk_toggle_button_get_active (button) ? KQ_VIEW_PAGE_POPUP
                                                            : KQ_VIEW_PAGE_CENTER;
  queue_update (self);
}

static void
kq_preview_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (kq_preview_parent_class)->map (widget);
  queue_update (KQ_PREVIEW (widget));
}

static void
kq_preview_dispose (GObject *object)
{
  KqPreview *self = KQ_PREVIEW (object);

  g_clear_handle_id (&self->update_id, g_source_remove);
  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (campaign_of (self), self);
  g_clear_object (&self->document);
  g_clear_pointer (&self->query, kq_view_query_free);
  g_clear_pointer (&self->who, g_free);
  g_clear_pointer (&self->personas, g_ptr_array_unref);
  g_clear_pointer (&self->platforms, g_array_unref);

  G_OBJECT_CLASS (kq_preview_parent_class)->dispose (object);
}

static void
kq_preview_class_init (KqPreviewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_preview_dispose;
  GTK_WIDGET_CLASS (klass)->map = kq_preview_map;
}

static void
attach_row (GtkGrid    *grid,
            int         row,
            const char *title,
            GtkWidget  *control)
{
  GtkWidget *label = gtk_label_new (title);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_hexpand (control, TRUE);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (control), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  label, NULL, -1);
  /* The focus is on the button within a drop-down. */
  if (GTK_IS_DROP_DOWN (control))
    gtk_accessible_update_relation (GTK_ACCESSIBLE (gtk_widget_get_first_child (control)),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  gtk_grid_attach (grid, label, 0, row, 1, 1);
  gtk_grid_attach (grid, control, 1, row, 1, 1);
}

static GtkWidget *
make_slider (KqPreview *self)
{
  self->slider = gtk_scale_new_with_range (GTK_ORIENTATION_HORIZONTAL, 0, 1, SECONDS_PER_HOUR);
  gtk_scale_set_draw_value (GTK_SCALE (self->slider), FALSE);
  gtk_range_set_increments (GTK_RANGE (self->slider), SECONDS_PER_HOUR, KQ_SECONDS_PER_DAY);
  gtk_range_set_round_digits (GTK_RANGE (self->slider), 0);
  g_signal_connect_swapped (self->slider, "value-changed", G_CALLBACK (moment_changed_cb), self);

  return self->slider;
}

static GtkWidget *
make_drop_down (KqPreview *self,
                GCallback  changed_cb)
{
  GtkWidget *drop_down = kq_drop_down_new (NULL);

  g_signal_connect_object (drop_down, "notify::selected", changed_cb, self, G_CONNECT_SWAPPED);

  return drop_down;
}

static GtkWidget *
make_controls (KqPreview *self)
{
  GtkWidget *grid = gtk_grid_new ();
  GtkWidget *popup = gtk_toggle_button_new_with_label (_("Pop-up"));

  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  self->persona_drop = make_drop_down (self, G_CALLBACK (persona_changed_cb));
  self->platform_drop = make_drop_down (self, G_CALLBACK (platform_changed_cb));
  self->moment = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->moment, "numeric");
  gtk_widget_set_tooltip_text (popup, _("Show the gift pack that pops up on the first visit"));
  g_signal_connect_object (popup, "notify::active", G_CALLBACK (popup_toggled_cb), self,
                           G_CONNECT_SWAPPED);

  /* Translators: as which person the preview is looked at */
  attach_row (GTK_GRID (grid), 0, C_("preview", "As"), self->persona_drop);
  /* Translators: on which platform */
  attach_row (GTK_GRID (grid), 1, C_("preview", "On"), self->platform_drop);
  /* Translators: at which moment */
  attach_row (GTK_GRID (grid), 2, C_("preview", "At"), make_slider (self));
  gtk_grid_attach (GTK_GRID (grid), popup, 2, 1, 1, 1);
  gtk_grid_attach (GTK_GRID (grid), self->moment, 2, 2, 1, 1);

  return grid;
}

static GtkWidget *
make_phone (KqPreview *self)
{
  GtkWidget *frame = adw_bin_new ();

  self->phone = kq_phone_new ();
  g_signal_connect_object (self->phone, "activated", G_CALLBACK (activated_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_css_class (frame, "kq-phone-frame");
  adw_bin_set_child (ADW_BIN (frame), self->phone);

  return kq_scaler_new (frame, KQ_PHONE_WIDTH + 2 * EDGE, KQ_PHONE_HEIGHT + 2 * EDGE);
}

static void
kq_preview_init (KqPreview *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *phone = make_phone (self);

  self->query = kq_view_query_new (KQ_PLATFORM_TMALL, KQ_TIME_NONE);
  self->query->drafts = TRUE;
  self->note = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->note), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->note), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->note, "dim-label");
  gtk_widget_add_css_class (self->note, "caption");

  gtk_widget_set_vexpand (phone, TRUE);
  gtk_widget_set_margin_top (box, 12);
  gtk_widget_set_margin_bottom (box, 12);
  gtk_widget_set_margin_start (box, 12);
  gtk_widget_set_margin_end (box, 12);
  gtk_box_append (GTK_BOX (box), make_controls (self));
  gtk_box_append (GTK_BOX (box), phone);
  gtk_box_append (GTK_BOX (box), self->note);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * kq_preview_new:
 *
 * Returns: (transfer floating): a preview of nothing yet
 */
GtkWidget *
kq_preview_new (void)
{
  return g_object_new (KQ_TYPE_PREVIEW, NULL);
}

/**
 * kq_preview_set_document:
 * @self: a preview
 * @document: the open campaign
 *
 * Sets what is looked at.
 */
void
kq_preview_set_document (KqPreview  *self,
                         KqDocument *document)
{
  g_autoptr (KqPictures) pictures = NULL;

  g_return_if_fail (KQ_IS_PREVIEW (self));
  g_return_if_fail (KQ_IS_DOCUMENT (document));

  if (self->document == document)
    return;

  if (self->document != NULL)
    g_signal_handlers_disconnect_by_data (campaign_of (self), self);
  g_set_object (&self->document, document);
  g_signal_connect_object (campaign_of (self), "changed", G_CALLBACK (queue_update), self,
                           G_CONNECT_SWAPPED);
  pictures = kq_pictures_new (campaign_of (self), kq_document_get_assets (document));
  kq_phone_set_pictures (KQ_PHONE (self->phone), pictures);
  self->query->platform = kq_view_pick_platform (campaign_of (self));
  self->query->moment = KQ_TIME_NONE;
  g_clear_pointer (&self->query->zone, g_time_zone_unref);
  self->query->zone = g_time_zone_ref (kq_document_get_zone (document));
  forget_claims (self);
  queue_update (self);
}
