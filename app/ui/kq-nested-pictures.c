/* kq-nested-pictures.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-nested-pictures.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"
#include "kq-document-picture.h"
#include "kq-picture-intake.h"

/**
 * KqNestedPictures:
 *
 * Stands below the list, in sight only while there is something to say.
 */
struct _KqNestedPictures {
  AdwBin              parent_instance;

  const KqNestedSpec *spec;
  KqDocument         *document;  /* (owned) (nullable) */
  KqList             *list;      /* (owned) (nullable) */

  KqPictureIntake    *intake;
  GtkLabel           *problem;
};

G_DEFINE_FINAL_TYPE (KqNestedPictures, kq_nested_pictures, ADW_TYPE_BIN)

static void
say (KqNestedPictures *self,
     const char       *problem)
{
  gtk_label_set_label (self->problem, problem);
  gtk_widget_set_visible (GTK_WIDGET (self->problem), *problem != '\0');
}

static void
on_taken (KqNestedPictures *self,
          GPtrArray        *pictures)
{
  kq_nested_pictures_take (self, pictures, 0);
}

static void
on_refused (KqNestedPictures *self,
            const char       *reason)
{
  say (self, reason);
}

static void
on_clicked (KqNestedPictures *self)
{
  kq_picture_intake_choose (self->intake);
}

static void
kq_nested_pictures_dispose (GObject *object)
{
  KqNestedPictures *self = KQ_NESTED_PICTURES (object);

  g_clear_object (&self->document);
  g_clear_object (&self->list);

  G_OBJECT_CLASS (kq_nested_pictures_parent_class)->dispose (object);
}

static void
kq_nested_pictures_class_init (KqNestedPicturesClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = kq_nested_pictures_dispose;
}

static void
kq_nested_pictures_init (KqNestedPictures *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->intake = KQ_PICTURE_INTAKE (kq_picture_intake_new (TRUE));
  g_signal_connect_swapped (self->intake, "taken", G_CALLBACK (on_taken), self);
  g_signal_connect_swapped (self->intake, "refused", G_CALLBACK (on_refused), self);
  self->problem = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_xalign (self->problem, 0);
  gtk_label_set_wrap (self->problem, TRUE);
  gtk_label_set_wrap_mode (self->problem, PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self->problem), "pictures-problem");
  gtk_widget_set_visible (GTK_WIDGET (self->problem), FALSE);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->intake));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->problem));
  adw_bin_set_child (ADW_BIN (self), box);
}

/**
 * kq_nested_pictures_new:
 * @spec: of the list, with a field for pictures
 * @target: what pictures are dropped on
 *
 * Returns: (transfer floating): a widget, bound to nothing yet
 */
GtkWidget *
kq_nested_pictures_new (const KqNestedSpec *spec,
                        GtkWidget          *target)
{
  KqNestedPictures *self;

  g_return_val_if_fail (spec != NULL && spec->picture != NULL, NULL);

  self = g_object_new (KQ_TYPE_NESTED_PICTURES, NULL);
  self->spec = spec;
  kq_picture_intake_attach (self->intake, target);

  return GTK_WIDGET (self);
}

/**
 * kq_nested_pictures_make_button:
 * @self: a widget for pictures
 *
 * Returns: (transfer floating): a button that asks for them
 */
GtkWidget *
kq_nested_pictures_make_button (KqNestedPictures *self)
{
  GtkWidget *button;

  g_return_val_if_fail (KQ_IS_NESTED_PICTURES (self), NULL);

  button = gtk_button_new_from_icon_name ("image-x-generic-symbolic");
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, _("Choose Pictures…"));
  kq_accessible_set_name (GTK_ACCESSIBLE (button), _("Choose Pictures…"));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_clicked), self);

  return button;
}

/**
 * kq_nested_pictures_bind:
 * @self: a widget for pictures
 * @document: (nullable): the document, %NULL together with @list
 * @list: (nullable): the list that pictures are added to
 *
 * Serves another list.
 */
void
kq_nested_pictures_bind (KqNestedPictures *self,
                         KqDocument       *document,
                         KqList           *list)
{
  g_return_if_fail (KQ_IS_NESTED_PICTURES (self));

  kq_picture_intake_cancel (self->intake);
  say (self, "");
  g_set_object (&self->document, document);
  g_set_object (&self->list, list);
}

static void
append_problem (GString             *problems,
                const KqPictureFile *picture,
                const char          *reason)
{
  if (problems->len > 0)
    g_string_append_c (problems, '\n');
  g_string_append_printf (problems, _("“%s” isn’t taken: %s"), picture->name, reason);
}

/**
 * kq_nested_pictures_take:
 * @self: a widget for pictures
 * @pictures: (element-type KqPictureFile): files that were looked into
 * @first: which of them is the first to take
 *
 * Adds an object for each that can be kept, as one step, and says why the others
 * can't.
 */
void
kq_nested_pictures_take (KqNestedPictures *self,
                         GPtrArray        *pictures,
                         guint             first)
{
  g_autoptr (GPtrArray) good = g_ptr_array_new ();
  g_autoptr (GString) problems = g_string_new (NULL);

  g_return_if_fail (KQ_IS_NESTED_PICTURES (self));
  g_return_if_fail (pictures != NULL);

  if (self->list == NULL)
    return;

  for (guint i = first; i < pictures->len; i++)
    {
      g_autofree char *reason = NULL;

      if (kq_picture_file_can_be_kept (pictures->pdata[i], &reason))
        g_ptr_array_add (good, pictures->pdata[i]);
      else
        append_problem (problems, pictures->pdata[i], reason);
    }
  kq_document_add_pictures (self->document, self->list, self->spec->id_prefix,
                            self->spec->picture, good);
  say (self, problems->str);
}
