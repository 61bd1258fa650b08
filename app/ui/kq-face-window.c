/* kq-face-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-face-window.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-document-picture.h"
#include "kq-drop-down.h"
#include "kq-face-start.h"
#include "kq-member-card.h"
#include "kq-member-center.h"
#include "kq-picture-choice.h"
#include "kq-surface-texture.h"

/* Pixels of what is shown while it is made, and of the presets' samples */
#define PREVIEW_WIDTH 1000
#define SAMPLE_WIDTH  280

/* What is drawn: the preview, and then the presets' samples */
#define N_DRAWINGS (KQ_N_FACES + 1)

/**
 * KqFaceWindow:
 *
 * Every change is drawn at once, in a thread, the preview first; where more is
 * changed meanwhile, it is drawn anew.
 */
struct _KqFaceWindow {
  KqToolWindow     parent_instance;

  KqDocument      *document;  /* (owned) */
  KqObject        *object;    /* (owned) */
  guint            field;
  KqFace          *face;      /* (owned) */
  GPtrArray       *kinds;     /* (owned) (element-type KqImageKind): of the profiles */
  gboolean         filling;   /* the rows get their first values */
  guint            drawing;   /* which of N_DRAWINGS is under way, or that for none */
  gboolean         dirty;     /* something has changed since */

  GtkWidget       *preview;
  GtkWidget       *problem;
  GtkWidget       *presets[KQ_N_FACES];
  GtkWidget       *samples[KQ_N_FACES];
  GtkWidget       *kind_row;
  GtkWidget       *kind;
  GtkEditable     *shop;
  GtkEditable     *level;
  GtkWidget       *color;
  KqPictureChoice *picture;
  KqPictureChoice *logo;
  GtkWidget       *spinner;
  GtkWidget       *use;
};

G_DEFINE_FINAL_TYPE (KqFaceWindow, kq_face_window, KQ_TYPE_TOOL_WINDOW)

static const KqImageKind *
get_kind (KqFaceWindow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->kind));

  return g_ptr_array_index (self->kinds, MIN (selected, self->kinds->len - 1));
}

static void draw_next (KqFaceWindow *self);

static void
show_problem (KqFaceWindow *self,
              const GError *error)
{
  gtk_label_set_label (GTK_LABEL (self->problem), error != NULL ? error->message : "");
  gtk_widget_set_visible (self->problem, error != NULL);
  gtk_widget_set_sensitive (self->use, error == NULL);
}

static void
drawn_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  g_autoptr (KqFaceWindow) self = data;
  g_autoptr (GError) error = NULL;
  cairo_surface_t *surface = kq_face_draw_finish (result, &error);
  GtkWidget *picture = self->drawing == 0 ? self->preview : self->samples[self->drawing - 1];

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (surface != NULL)
    {
      g_autoptr (GdkTexture) texture = kq_surface_to_texture (surface);

      gtk_picture_set_paintable (GTK_PICTURE (picture), GDK_PAINTABLE (texture));
      cairo_surface_destroy (surface);
    }
  if (self->drawing == 0)
    show_problem (self, error);
  self->drawing = self->dirty ? 0 : self->drawing + 1;
  if (self->drawing < N_DRAWINGS)
    draw_next (self);
}

/* What others have changed meanwhile is in it. */
static void
draw_next (KqFaceWindow *self)
{
  const KqImageKind *kind = get_kind (self);
  guint width = self->drawing == 0 ? PREVIEW_WIDTH : SAMPLE_WIDTH;
  g_autoptr (KqFace) face = kq_face_copy (self->face);

  self->dirty = self->drawing > 0 && self->dirty;
  if (self->drawing > 0)
    face->preset = self->drawing - 1;
  kq_face_draw_async (face, kq_media_get_default (), width,
                      MAX (1, width * kind->height / kind->width),
                      kq_tool_window_get_cancellable (KQ_TOOL_WINDOW (self)), drawn_cb,
                      g_object_ref (self));
}

static KqFacePreset
find_preset (KqFaceWindow *self)
{
  for (guint i = 0; i < KQ_N_FACES; i++)
    if (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->presets[i])))
      return i;

  return KQ_FACE_SHEEN;
}

static guint32
get_color (KqFaceWindow *self)
{
  GdkRGBA rgba;

  gtk_color_chooser_get_rgba (GTK_COLOR_CHOOSER (self->color), &rgba);

  return (guint32) (rgba.red * 255 + 0.5) << 16 | (guint32) (rgba.green * 255 + 0.5) << 8 |
         (guint32) (rgba.blue * 255 + 0.5);
}

static void
set_bytes (GBytes          **bytes,
           KqPictureChoice  *choice)
{
  GBytes *chosen = kq_picture_choice_get_bytes (choice);

  g_clear_pointer (bytes, g_bytes_unref);
  *bytes = chosen != NULL ? g_bytes_ref (chosen) : NULL;
}

static void
on_changed (KqFaceWindow *self)
{
  KqFace *face = self->face;

  if (self->filling)
    return;

  face->preset = find_preset (self);
  face->color = get_color (self);
  set_bytes (&face->picture, self->picture);
  set_bytes (&face->logo, self->logo);
  g_free (face->shop);
  face->shop = g_strdup (gtk_editable_get_text (self->shop));
  g_free (face->level);
  face->level = g_strdup (gtk_editable_get_text (self->level));

  self->dirty = TRUE;
  if (self->drawing == N_DRAWINGS)
    {
      self->drawing = 0;
      draw_next (self);
    }
}

static void
set_busy (KqFaceWindow *self,
          gboolean      busy)
{
  gtk_widget_set_sensitive (self->use, !busy);
  gtk_widget_set_visible (self->spinner, busy);
  if (busy)
    gtk_spinner_start (GTK_SPINNER (self->spinner));
  else
    gtk_spinner_stop (GTK_SPINNER (self->spinner));
}

/* What was made, which has just been looked into */
static KqPictureFile *
new_file (KqFaceWindow *self,
          GBytes       *bytes)
{
  const KqImageKind *kind = get_kind (self);
  gboolean is_png = g_str_equal (kind->types[0], "image/png");
  const KqImageFacts facts = {
    .bytes = g_bytes_get_size (bytes),
    .type = is_png ? "image/png" : "image/jpeg",
    .width = kind->width,
    .height = kind->height,
    .orientation = 1,
    .colour = KQ_MEDIA_COLOUR_SRGB,
    .bits = 8,
    .whole = TRUE,
  };
  g_autofree char *name = g_strconcat (*self->face->level != '\0' ? self->face->level : kind->id,
                                       is_png ? ".png" : ".jpg", NULL);

  return kq_picture_file_new (g_strdelimit (name, "/\\\n", '-'), bytes, &facts);
}

/* One step, also where the member center has shown one of its own colours. */
static void
take (KqFaceWindow *self,
      GBytes       *bytes)
{
  KqHistory *history = kq_document_get_history (self->document);
  g_autoptr (KqPictureFile) file = new_file (self, bytes);

  kq_history_begin (history, _("make a card face"));
  if (KQ_IS_MEMBER_CENTER (self->object))
    kq_object_set_int (self->object, KQ_MEMBER_CENTER_FACE_PRESET, 0);
  kq_document_set_picture (self->document, self->object, self->field, file);
  kq_history_end (history);
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (KqFaceWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kq_face_make_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  set_busy (self, FALSE);
  show_problem (self, error);
  if (bytes == NULL)
    return;
  take (self, bytes);
  gtk_window_close (GTK_WINDOW (self));
}

static void
use_cb (KqFaceWindow *self)
{
  const KqImageKind *kind = get_kind (self);

  set_busy (self, TRUE);
  kq_face_make_async (self->face, kq_media_get_default (), kind, kind->types[0],
                      kq_tool_window_get_cancellable (KQ_TOOL_WINDOW (self)), made_cb,
                      g_object_ref (self));
}

static void
kq_face_window_dispose (GObject *object)
{
  KqFaceWindow *self = KQ_FACE_WINDOW (object);

  g_clear_object (&self->document);
  g_clear_object (&self->object);
  g_clear_pointer (&self->face, kq_face_free);
  g_clear_pointer (&self->kinds, g_ptr_array_unref);

  G_OBJECT_CLASS (kq_face_window_parent_class)->dispose (object);
}

static void
kq_face_window_class_init (KqFaceWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_face_window_dispose;
}

static GtkWidget *
make_preset (KqFaceWindow *self,
             guint         preset)
{
  const char *label = kq_face_preset_get_label (preset);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *text = gtk_label_new (label);

  self->samples[preset] = gtk_picture_new ();
  gtk_widget_set_size_request (self->samples[preset], 60, 32);
  gtk_picture_set_can_shrink (GTK_PICTURE (self->samples[preset]), TRUE);
  gtk_widget_add_css_class (text, "caption");
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), self->samples[preset]);
  gtk_box_append (GTK_BOX (box), text);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_hexpand (button, TRUE);
  kq_accessible_set_name (GTK_ACCESSIBLE (button), label);
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button),
                               preset > 0 ? GTK_TOGGLE_BUTTON (self->presets[0]) : NULL);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_changed), self);

  return button;
}

static void
add_preview (KqFaceWindow *self)
{
  AdwPreferencesGroup *group = kq_tool_window_add_group (KQ_TOOL_WINDOW (self), NULL);
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *presets = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->preview = gtk_picture_new ();
  gtk_picture_set_can_shrink (GTK_PICTURE (self->preview), TRUE);
  gtk_picture_set_alternative_text (GTK_PICTURE (self->preview), _("How the card face looks"));
  kq_accessible_set_name (GTK_ACCESSIBLE (self->preview), _("How the card face looks"));
  gtk_widget_set_size_request (self->preview, 280, 230);
  self->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_add_css_class (self->problem, "error");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_box_set_homogeneous (GTK_BOX (presets), TRUE);
  for (guint i = 0; i < KQ_N_FACES; i++)
    {
      self->presets[i] = make_preset (self, i);
      gtk_box_append (GTK_BOX (presets), self->presets[i]);
    }
  gtk_box_append (GTK_BOX (box), self->preview);
  gtk_box_append (GTK_BOX (box), self->problem);
  gtk_box_append (GTK_BOX (box), presets);
  adw_preferences_group_add (group, box);
}

static GtkEditable *
add_entry (KqFaceWindow        *self,
           AdwPreferencesGroup *group,
           const char          *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed), self);
  adw_preferences_group_add (group, row);

  return GTK_EDITABLE (row);
}

static void
add_color (KqFaceWindow        *self,
           AdwPreferencesGroup *group)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Colour"));
  self->color = gtk_color_button_new ();
  gtk_color_button_set_modal (GTK_COLOR_BUTTON (self->color), TRUE);
  gtk_widget_set_valign (self->color, GTK_ALIGN_CENTER);
  kq_accessible_set_name (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->color)), _("Colour"));
  g_signal_connect_swapped (self->color, "notify::rgba", G_CALLBACK (on_changed), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->color);
  adw_preferences_group_add (group, row);
}

static KqPictureChoice *
add_choice (KqFaceWindow        *self,
            AdwPreferencesGroup *group,
            const char          *title)
{
  GtkWidget *row = kq_picture_choice_new (title);

  g_signal_connect_swapped (row, "changed", G_CALLBACK (on_changed), self);
  adw_preferences_group_add (group, row);

  return KQ_PICTURE_CHOICE (row);
}

static void
add_kind (KqFaceWindow        *self,
          AdwPreferencesGroup *group)
{
  self->kind_row = adw_action_row_new ();
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->kind_row), _("Size"));
  self->kind = kq_drop_down_new (NULL);
  gtk_widget_set_valign (self->kind, GTK_ALIGN_CENTER);
  kq_accessible_set_name (GTK_ACCESSIBLE (self->kind), _("Size"));
  kq_accessible_set_name (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->kind)), _("Size"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (self->kind_row), self->kind);
  adw_preferences_group_add (group, self->kind_row);
}

static void
kq_face_window_init (KqFaceWindow *self)
{
  AdwPreferencesGroup *words, *looks;

  self->drawing = N_DRAWINGS;
  self->filling = TRUE;
  gtk_window_set_title (GTK_WINDOW (self), _("Make a Card Face"));
  self->use = kq_tool_window_add_button (KQ_TOOL_WINDOW (self), _("_Use"));
  g_signal_connect_swapped (self->use, "clicked", G_CALLBACK (use_cb), self);
  add_preview (self);
  words = kq_tool_window_add_group (KQ_TOOL_WINDOW (self), _("Text"));
  self->shop = add_entry (self, words, _("Shop name"));
  self->level = add_entry (self, words, _("Level or card name"));
  looks = kq_tool_window_add_group (KQ_TOOL_WINDOW (self), _("Looks"));
  add_color (self, looks);
  self->picture = add_choice (self, looks, _("Background picture"));
  self->logo = add_choice (self, looks, _("Logo"));
  add_kind (self, looks);
  self->spinner = gtk_spinner_new ();
  gtk_widget_set_visible (self->spinner, FALSE);
  adw_preferences_group_set_header_suffix (words, self->spinner);
}

static void
fill_kinds (KqFaceWindow *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->kinds->len; i++)
    {
      const KqImageKind *kind = g_ptr_array_index (self->kinds, i);

      /* Translators: width and height in pixels, and the name of a kind of image */
      g_ptr_array_add (names, g_strdup_printf (_("%u × %u (%s)"), kind->width, kind->height,
                                               kq_image_kind_get_label (kind)));
    }
  g_ptr_array_add (names, NULL);
  kq_drop_down_set_words (GTK_DROP_DOWN (self->kind), (const char * const *) names->pdata, 0);
  gtk_widget_set_visible (self->kind_row, self->kinds->len > 1);
  g_signal_connect_swapped (self->kind, "notify::selected", G_CALLBACK (on_changed), self);
}

static void
fill (KqFaceWindow *self)
{
  const KqFace *face = self->face;
  const GdkRGBA rgba = {
    (face->color >> 16 & 0xff) / 255.0, (face->color >> 8 & 0xff) / 255.0,
    (face->color & 0xff) / 255.0, 1
  };

  fill_kinds (self);
  gtk_editable_set_text (self->shop, face->shop);
  gtk_editable_set_text (self->level, face->level);
  gtk_color_chooser_set_rgba (GTK_COLOR_CHOOSER (self->color), &rgba);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (self->presets[face->preset]), TRUE);
  self->filling = FALSE;
  on_changed (self);
}

/**
 * kq_face_window_new:
 * @document: the open campaign
 * @object: its member card or member center
 * @field: the field for the face's picture
 *
 * Returns: (transfer none): a window, which holds itself until it is closed
 */
GtkWidget *
kq_face_window_new (KqDocument *document,
                    KqObject   *object,
                    guint       field)
{
  KqFaceWindow *self;

  g_return_val_if_fail (KQ_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (KQ_IS_OBJECT (object), NULL);

  self = g_object_new (KQ_TYPE_FACE_WINDOW, NULL);
  self->document = g_object_ref (document);
  self->object = g_object_ref (object);
  self->field = field;
  self->face = kq_face_start_new (kq_document_get_campaign (document), object);
  self->kinds = kq_face_start_list_kinds (kq_document_get_profiles (document), object, field);
  fill (self);
  if (KQ_IS_MEMBER_CARD (object) && *kq_object_get_text (object, KQ_MEMBER_CARD_LOGO) != '\0')
    kq_picture_choice_open_asset (self->logo, kq_document_get_assets (document),
                                  kq_object_get_text (object, KQ_MEMBER_CARD_LOGO),
                                  _("The card’s logo"));

  return GTK_WIDGET (self);
}
