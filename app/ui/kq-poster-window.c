/* kq-poster-window.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-poster-window.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-card-poster.h"
#include "kq-member-card.h"
#include "kq-qr.h"
#include "kq-save.h"
#include "kq-thumbnails.h"

/* The kind of a poster for the web */
#define KIND "poster"
/* Pixels of the picture that is shown of it, at most */
#define PREVIEW_SIDE 1024

/* Of the code as a picture, in pixels */
#define LEAST_SIDE 100
#define USUAL_SIDE 600
#define SIDE_STEP 100

/* A format, as a row offers it */
typedef struct {
  const char *title;
  const char *subtitle;
  const char *suffix;
} Format;

/* In the order of KqPosterFormat */
static const Format formats[] = {
  { N_("Poster for the web"), N_("JPG, wide and low, as a member center shows it"), "jpg" },
  { N_("Poster for printing"), N_("PDF, one page of A4"), "pdf" },
  { N_("QR code as a picture"), N_("PNG"), "png" },
  { N_("QR code for printing at any size"), N_("SVG"), "svg" },
};

/**
 * KqPosterWindow:
 *
 * Each file is made in a thread, and then it is asked where to.
 */
struct _KqPosterWindow {
  KqToolWindow       parent_instance;

  KqCardPoster      *poster;   /* (owned) */
  const KqImageKind *kind;     /* of the profiles */
  char              *name;     /* (owned): of the card, for the files */
  KqPosterFormat     format;   /* what is being made */
  GBytes            *made;     /* (owned) (nullable): what is to be saved */

  GtkWidget         *preview;
  GtkWidget         *problem;
  GtkWidget         *buttons[G_N_ELEMENTS (formats)];
  GtkWidget         *spinners[G_N_ELEMENTS (formats)];
  GtkSpinButton     *side;
};

G_DEFINE_FINAL_TYPE (KqPosterWindow, kq_poster_window, KQ_TYPE_TOOL_WINDOW)

static void
set_busy (KqPosterWindow *self,
          gboolean        busy)
{
  GtkWidget *spinner = self->spinners[self->format];

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    gtk_widget_set_sensitive (self->buttons[i], !busy);
  gtk_widget_set_visible (spinner, busy);
  if (busy)
    gtk_spinner_start (GTK_SPINNER (spinner));
  else
    gtk_spinner_stop (GTK_SPINNER (spinner));
}

static void
show_problem (KqPosterWindow *self,
              const GError   *error)
{
  gtk_label_set_label (GTK_LABEL (self->problem), error->message);
  gtk_widget_set_visible (self->problem, TRUE);
}

static GBytes *
give_made (const char  *name,
           gpointer     data,
           GError     **error)
{
  return g_bytes_ref (KQ_POSTER_WINDOW (data)->made);
}

static void
saved_cb (const GError *error,
          gpointer      data)
{
  kq_tool_window_toast (data, error != NULL ? error->message : _("Saved"));
}

static void
made_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      data)
{
  g_autoptr (KqPosterWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kq_card_poster_make_finish (KQ_CARD_POSTER (source), result, &error);
  g_autofree char *name = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  set_busy (self, FALSE);
  if (bytes == NULL)
    {
      show_problem (self, error);
      return;
    }
  g_clear_pointer (&self->made, g_bytes_unref);
  self->made = g_steal_pointer (&bytes);
  name = g_strconcat (self->name, ".", formats[self->format].suffix, NULL);
  kq_save_ask (GTK_WIDGET (self), _(formats[self->format].title), name, give_made, saved_cb,
               G_OBJECT (self));
}

static void
save_cb (GtkWidget *button,
         gpointer   data)
{
  KqPosterWindow *self = data;

  self->format = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "format"));
  gtk_widget_set_visible (self->problem, FALSE);
  set_busy (self, TRUE);
  kq_card_poster_set_code_side (self->poster, gtk_spin_button_get_value_as_int (self->side));
  kq_card_poster_make_async (self->poster, kq_media_get_default (), self->format, self->kind,
                             kq_tool_window_get_cancellable (KQ_TOOL_WINDOW (self)), made_cb,
                             g_object_ref (self));
}

static void
decoded_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (KqPosterWindow) self = data;
  g_autoptr (KqThumbnail) pixels = kq_media_thumbnail_finish (KQ_MEDIA (source), result, NULL);
  g_autoptr (GdkTexture) texture = NULL;

  if (pixels == NULL)
    return;

  texture = kq_thumbnail_to_texture (pixels);
  gtk_picture_set_paintable (GTK_PICTURE (self->preview), GDK_PAINTABLE (texture));
  gtk_widget_set_visible (self->preview, TRUE);
}

/* The very file that would be saved, as it looks */
static void
previewed_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      data)
{
  g_autoptr (KqPosterWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = kq_card_poster_make_finish (KQ_CARD_POSTER (source), result, &error);

  if (bytes != NULL)
    kq_media_thumbnail_async (kq_media_get_default (), bytes, PREVIEW_SIDE,
                              kq_tool_window_get_cancellable (KQ_TOOL_WINDOW (self)), decoded_cb,
                              g_object_ref (self));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    show_problem (self, error);
}

static void
kq_poster_window_dispose (GObject *object)
{
  KqPosterWindow *self = KQ_POSTER_WINDOW (object);

  g_clear_object (&self->poster);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->made, g_bytes_unref);

  G_OBJECT_CLASS (kq_poster_window_parent_class)->dispose (object);
}

static void
kq_poster_window_class_init (KqPosterWindowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_poster_window_dispose;
}

/* How large the picture of the code becomes */
static GtkWidget *
make_side (KqPosterWindow *self)
{
  GtkWidget *side = gtk_spin_button_new_with_range (LEAST_SIDE, KQ_QR_MAX_SIDE, SIDE_STEP);

  self->side = GTK_SPIN_BUTTON (side);
  gtk_spin_button_set_value (self->side, USUAL_SIDE);
  gtk_editable_set_width_chars (GTK_EDITABLE (side), 4);
  gtk_widget_set_valign (side, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (side, _("Pixels of a side"));
  kq_accessible_set_name (GTK_ACCESSIBLE (side), _("Pixels of a side"));

  return side;
}

static void
add_format (KqPosterWindow      *self,
            AdwPreferencesGroup *group,
            guint                format)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_with_label (_("Save…"));
  g_autoptr (GString) name = g_string_new (_("Save “%s”"));

  g_string_replace (name, "%s", _(formats[format].title), 1);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _(formats[format].title));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _(formats[format].subtitle));
  self->spinners[format] = gtk_spinner_new ();
  gtk_widget_set_visible (self->spinners[format], FALSE);
  self->buttons[format] = button;
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  kq_accessible_set_name (GTK_ACCESSIBLE (button), name->str);
  g_object_set_data (G_OBJECT (button), "format", GUINT_TO_POINTER (format));
  g_signal_connect (button, "clicked", G_CALLBACK (save_cb), self);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), self->spinners[format]);
  if (format == KQ_POSTER_CODE_PNG)
    adw_action_row_add_suffix (ADW_ACTION_ROW (row), make_side (self));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  adw_preferences_group_add (group, row);
}

static void
kq_poster_window_init (KqPosterWindow *self)
{
  AdwPreferencesGroup *shown = kq_tool_window_add_group (KQ_TOOL_WINDOW (self), NULL);
  AdwPreferencesGroup *files = kq_tool_window_add_group (KQ_TOOL_WINDOW (self), _("Files"));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  gtk_window_set_title (GTK_WINDOW (self), _("Poster and QR Code"));
  gtk_window_set_default_size (GTK_WINDOW (self), 640, 560);
  self->preview = gtk_picture_new ();
  gtk_picture_set_can_shrink (GTK_PICTURE (self->preview), TRUE);
  gtk_picture_set_alternative_text (GTK_PICTURE (self->preview), _("How the poster looks"));
  kq_accessible_set_name (GTK_ACCESSIBLE (self->preview), _("How the poster looks"));
  gtk_widget_set_size_request (self->preview, 280, 90);
  gtk_widget_set_visible (self->preview, FALSE);
  self->problem = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->problem), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->problem), 0);
  gtk_widget_add_css_class (self->problem, "error");
  gtk_widget_set_visible (self->problem, FALSE);
  gtk_box_append (GTK_BOX (box), self->preview);
  gtk_box_append (GTK_BOX (box), self->problem);
  adw_preferences_group_add (shown, box);
  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    add_format (self, files, i);
}

/**
 * kq_poster_window_new:
 * @document: the open campaign
 * @card: one of its member cards
 *
 * Returns: (transfer none): a window, which holds itself until it is closed
 */
GtkWidget *
kq_poster_window_new (KqDocument *document,
                      KqObject   *card)
{
  KqPosterWindow *self;
  const char *title;

  g_return_val_if_fail (KQ_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (KQ_IS_MEMBER_CARD (card), NULL);

  self = g_object_new (KQ_TYPE_POSTER_WINDOW, NULL);
  title = kq_object_get_text (card, KQ_MEMBER_CARD_TITLE);
  self->name = g_strdelimit (g_strdup (*title != '\0' ? title : kq_object_get_label (card)),
                             "/\\:\n", '-');
  self->kind = kq_profiles_find_image_kind (kq_document_get_profiles (document), KIND);
  self->poster = kq_card_poster_new (kq_document_get_campaign (document), card,
                                     kq_document_get_assets (document));
  kq_card_poster_make_async (self->poster, kq_media_get_default (), KQ_POSTER_STRIP, self->kind,
                             kq_tool_window_get_cancellable (KQ_TOOL_WINDOW (self)), previewed_cb,
                             g_object_ref (self));

  return GTK_WIDGET (self);
}
