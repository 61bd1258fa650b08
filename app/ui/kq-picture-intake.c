/* kq-picture-intake.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-picture-intake.h"

#include <glib/gi18n-lib.h>

#include "kq-picture-content.h"

/* Milliseconds that nothing is shown: most pictures are there by then. */
#define QUICK 500

/**
 * KqPictureIntake:
 *
 * One thing is taken at a time: what comes while another is looked into takes
 * its place.
 */
struct _KqPictureIntake {
  AdwBin         parent_instance;

  gboolean       multiple;
  GCancellable  *cancellable;  /* (owned) (nullable): of what is under way */
  guint          timer;
  GtkFileChooserNative *chooser; /* (owned) (nullable): while it is open */

  GtkLabel      *label;
  GtkWidget     *cancel;
};

enum {
  TAKEN,
  REFUSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (KqPictureIntake, kq_picture_intake, ADW_TYPE_BIN)

static void
end (KqPictureIntake *self)
{
  GtkWidget *before = gtk_widget_get_prev_sibling (GTK_WIDGET (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  g_clear_object (&self->cancellable);
  if (gtk_widget_has_focus (self->cancel) && before != NULL)
    gtk_widget_child_focus (before, GTK_DIR_TAB_FORWARD);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

static gboolean
on_slow (gpointer data)
{
  KqPictureIntake *self = data;

  self->timer = 0;
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);

  return G_SOURCE_REMOVE;
}

static void
begin (KqPictureIntake *self,
       const char      *text)
{
  kq_picture_intake_cancel (self);
  self->cancellable = g_cancellable_new ();
  gtk_label_set_label (self->label, text);
  self->timer = g_timeout_add (QUICK, on_slow, self);
}

/* By hand, or by what took its place, which shows something else now */
static gboolean
is_cancelled (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
give (KqPictureIntake *self,
      GPtrArray       *pictures)
{
  end (self);
  g_signal_emit (self, signals[TAKEN], 0, pictures);
}

static void
refuse (KqPictureIntake *self,
        const char      *reason)
{
  end (self);
  g_signal_emit (self, signals[REFUSED], 0, reason);
}

static void
on_progress (guint       n_done,
             guint       n_files,
             const char *name,
             gpointer    data)
{
  KqPictureIntake *self = KQ_PICTURE_INTAKE (data);
  g_autofree char *text = NULL;

  if (n_files > 1)
    /* Translators: the number of a file, how many there are, and its name */
    text = g_strdup_printf (_("%u of %u: looking into “%s”…"), n_done + 1, n_files, name);
  else
    text = g_strdup_printf (_("Looking into “%s”…"), name);
  gtk_label_set_label (self->label, text);
}

static void
on_files_loaded (GObject      *source,
                 GAsyncResult *result,
                 gpointer      data)
{
  g_autoptr (KqPictureIntake) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) pictures = kq_picture_files_load_finish (result, &error);

  if (pictures != NULL)
    give (self, pictures);
  else if (!is_cancelled (error))
    refuse (self, error->message);
}

/* What goes on with what is under way */
static void
look_into_files (KqPictureIntake *self,
                 GPtrArray       *files)
{
  kq_picture_files_load_async (kq_media_get_default (), files, on_progress, self,
                               self->cancellable, on_files_loaded, g_object_ref (self));
}

typedef struct {
  KqPictureIntake *self;   /* (owned) */
  GBytes          *bytes;  /* (owned) */
} Pasted;

static void
on_probed (GObject      *source,
           GAsyncResult *result,
           gpointer      data)
{
  g_autofree Pasted *pasted = data;
  g_autoptr (KqPictureIntake) self = pasted->self;
  g_autoptr (GBytes) bytes = pasted->bytes;
  g_autoptr (GError) error = NULL;
  g_autoptr (KqImageFacts) facts = kq_media_probe_finish (KQ_MEDIA (source), result, &error);
  g_autoptr (GPtrArray) pictures = NULL;

  if (facts == NULL)
    {
      if (!is_cancelled (error))
        refuse (self, error->message);
      return;
    }

  pictures = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_picture_file_free);
  /* Translators: the name of a file that has none */
  g_ptr_array_add (pictures, kq_picture_file_new (_("pasted picture"), bytes, facts));
  give (self, pictures);
}

static void
look_into_bytes (KqPictureIntake *self,
                 GBytes          *bytes)
{
  Pasted *pasted = g_new0 (Pasted, 1);

  pasted->self = g_object_ref (self);
  pasted->bytes = g_bytes_ref (bytes);
  kq_media_probe_async (kq_media_get_default (), bytes, self->cancellable, on_probed, pasted);
}

static void
on_content (GObject      *source,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr (KqPictureIntake) self = data;
  g_autoptr (GPtrArray) files = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  gboolean read = kq_picture_content_finish (result, &files, &bytes, &error);

  if (GDK_IS_DROP (source))
    gdk_drop_finish (GDK_DROP (source), read ? GDK_ACTION_COPY : 0);
  if (files != NULL)
    look_into_files (self, files);
  else if (bytes != NULL)
    look_into_bytes (self, bytes);
  else if (!is_cancelled (error))
    refuse (self, error->message);
}

static gboolean
on_drop (KqPictureIntake *self,
         GdkDrop         *drop)
{
  begin (self, _("Taking what was dropped…"));
  kq_picture_content_drop_async (drop, self->cancellable, on_content, g_object_ref (self));

  return TRUE;
}

static gboolean
on_paste_key (GtkWidget *widget,
              GVariant  *arguments,
              gpointer   data)
{
  /* In an entry it is text that is pasted. */
  if (GTK_IS_EDITABLE (gtk_root_get_focus (gtk_widget_get_root (widget))))
    return FALSE;

  kq_picture_intake_paste (data);

  return TRUE;
}

static void
on_chosen (GtkNativeDialog *dialog,
           int              response,
           gpointer         data)
{
  KqPictureIntake *self = KQ_PICTURE_INTAKE (data);
  g_autoptr (GListModel) chosen = NULL;
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_object_unref);

  chosen = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  for (guint i = 0; chosen != NULL && i < g_list_model_get_n_items (chosen); i++)
    g_ptr_array_add (files, g_list_model_get_item (chosen, i));
  if (response == GTK_RESPONSE_ACCEPT && files->len > 0)
    kq_picture_intake_take_files (self, files);

  gtk_native_dialog_destroy (dialog);
  g_clear_object (&self->chooser);
}

static void
kq_picture_intake_dispose (GObject *object)
{
  KqPictureIntake *self = KQ_PICTURE_INTAKE (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->chooser != NULL)
    gtk_native_dialog_destroy (GTK_NATIVE_DIALOG (self->chooser));
  g_clear_object (&self->chooser);

  G_OBJECT_CLASS (kq_picture_intake_parent_class)->dispose (object);
}

static void
kq_picture_intake_class_init (KqPictureIntakeClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_picture_intake_dispose;

  /**
   * KqPictureIntake::taken:
   * @self: an intake
   * @pictures: (element-type KqPictureFile): what was taken, whether or not it
   *   is of use
   *
   * Files were looked into.
   */
  signals[TAKEN] = g_signal_new ("taken", KQ_TYPE_PICTURE_INTAKE, G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_PTR_ARRAY);

  /**
   * KqPictureIntake::refused:
   * @self: an intake
   * @reason: why, for people
   *
   * There was nothing to take.
   */
  signals[REFUSED] = g_signal_new ("refused", KQ_TYPE_PICTURE_INTAKE, G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
kq_picture_intake_init (KqPictureIntake *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *spinner = gtk_spinner_new ();

  gtk_spinner_start (GTK_SPINNER (spinner));
  self->label = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->label, 0);
  gtk_label_set_ellipsize (self->label, PANGO_ELLIPSIZE_MIDDLE);
  gtk_widget_set_hexpand (GTK_WIDGET (self->label), TRUE);
  self->cancel = gtk_button_new_with_label (_("Cancel"));
  g_signal_connect_swapped (self->cancel, "clicked", G_CALLBACK (kq_picture_intake_cancel), self);
  gtk_box_append (GTK_BOX (box), spinner);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->label));
  gtk_box_append (GTK_BOX (box), self->cancel);
  gtk_widget_add_css_class (GTK_WIDGET (self), "picture-intake");
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * kq_picture_intake_new:
 * @multiple: whether several files can be chosen at once
 *
 * Returns: (transfer floating): an intake, in sight only while it is busy
 */
GtkWidget *
kq_picture_intake_new (gboolean multiple)
{
  KqPictureIntake *self = g_object_new (KQ_TYPE_PICTURE_INTAKE, NULL);

  self->multiple = multiple;

  return GTK_WIDGET (self);
}

/**
 * kq_picture_intake_attach:
 * @self: an intake
 * @widget: what holds it
 *
 * Lets one drop pictures on @widget, and paste them where the focus is in it.
 */
void
kq_picture_intake_attach (KqPictureIntake *self,
                          GtkWidget       *widget)
{
  GtkDropTargetAsync *target;
  GtkEventController *keys;

  g_return_if_fail (KQ_IS_PICTURE_INTAKE (self));
  g_return_if_fail (GTK_IS_WIDGET (widget));

  target = gtk_drop_target_async_new (kq_picture_content_get_formats (), GDK_ACTION_COPY);
  g_signal_connect_object (target, "drop", G_CALLBACK (on_drop), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (target));

  keys = gtk_shortcut_controller_new ();
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control>v|<Shift>Insert"),
                      gtk_callback_action_new (on_paste_key, self, NULL)));
  gtk_widget_add_controller (widget, keys);
}

static void
add_filters (GtkFileChooser *chooser)
{
  g_autoptr (GtkFileFilter) pictures = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();

  gtk_file_filter_set_name (pictures, _("Pictures"));
  gtk_file_filter_add_mime_type (pictures, "image/jpeg");
  gtk_file_filter_add_mime_type (pictures, "image/png");
  gtk_file_filter_add_mime_type (pictures, "image/webp");
  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, pictures);
  gtk_file_chooser_add_filter (chooser, all);
}

/**
 * kq_picture_intake_choose:
 * @self: an intake
 *
 * Asks for files, and takes them.
 */
void
kq_picture_intake_choose (KqPictureIntake *self)
{
  GtkRoot *root;

  g_return_if_fail (KQ_IS_PICTURE_INTAKE (self));

  if (self->chooser != NULL)
    return;

  root = gtk_widget_get_root (GTK_WIDGET (self));
  self->chooser = gtk_file_chooser_native_new (self->multiple ? _("Choose Pictures")
                                                              : _("Choose a Picture"),
                                               GTK_WINDOW (root), GTK_FILE_CHOOSER_ACTION_OPEN,
                                               _("_Choose"), _("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), self->multiple);
  add_filters (GTK_FILE_CHOOSER (self->chooser));
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (on_chosen), self, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

/**
 * kq_picture_intake_paste:
 * @self: an intake
 *
 * Takes what is in the clipboard: files, or a picture.
 */
void
kq_picture_intake_paste (KqPictureIntake *self)
{
  g_return_if_fail (KQ_IS_PICTURE_INTAKE (self));

  begin (self, _("Taking what was copied…"));
  kq_picture_content_paste_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), self->cancellable,
                                  on_content, g_object_ref (self));
}

/**
 * kq_picture_intake_take_files:
 * @self: an intake
 * @files: (element-type GFile): files
 *
 * Takes files.
 */
void
kq_picture_intake_take_files (KqPictureIntake *self,
                              GPtrArray       *files)
{
  g_return_if_fail (KQ_IS_PICTURE_INTAKE (self));
  g_return_if_fail (files != NULL && files->len > 0);

  begin (self, "");
  look_into_files (self, files);
}

/**
 * kq_picture_intake_cancel:
 * @self: an intake
 *
 * Gives up what is under way: nothing is taken.
 */
void
kq_picture_intake_cancel (KqPictureIntake *self)
{
  g_return_if_fail (KQ_IS_PICTURE_INTAKE (self));

  if (self->cancellable == NULL)
    return;

  g_cancellable_cancel (self->cancellable);
  end (self);
}
