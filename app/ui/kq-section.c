/* kq-section.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-section.h"

#include <glib/gi18n-lib.h>

#include "kq-accessible.h"

typedef struct {
  KqDocument *document; /* (owned) (nullable) */
  KqObject   *selected; /* (owned) (nullable) */
} KqSectionPrivate;

enum {
  PROP_0,
  PROP_DOCUMENT,
  PROP_SELECTED,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static guint opened_signal;

/**
 * KqSection:
 *
 * A page of the campaign window. What it shows and can do is said by its class,
 * so that the sidebar can list a section that hasn't been made yet.
 */
G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KqSection, kq_section, ADW_TYPE_BIN)

static void
kq_section_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  KqSection *self = KQ_SECTION (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, kq_section_get_document (self));
      break;
    case PROP_SELECTED:
      g_value_set_object (value, kq_section_get_selected (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_section_set_property (GObject      *object,
                         guint         id,
                         const GValue *value,
                         GParamSpec   *pspec)
{
  KqSection *self = KQ_SECTION (object);

  switch (id)
    {
    case PROP_DOCUMENT:
      kq_section_set_document (self, g_value_get_object (value));
      break;
    case PROP_SELECTED:
      kq_section_set_selected (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_section_dispose (GObject *object)
{
  KqSectionPrivate *priv = kq_section_get_instance_private (KQ_SECTION (object));

  g_clear_object (&priv->document);
  g_clear_object (&priv->selected);

  G_OBJECT_CLASS (kq_section_parent_class)->dispose (object);
}

/* By its title a screen reader says which page one has come to. */
static void
kq_section_constructed (GObject *object)
{
  G_OBJECT_CLASS (kq_section_parent_class)->constructed (object);

  kq_accessible_set_name (GTK_ACCESSIBLE (object), _(KQ_SECTION_GET_CLASS (object)->title));
}

static void
kq_section_class_init (KqSectionClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS | G_PARAM_EXPLICIT_NOTIFY;

  object_class->get_property = kq_section_get_property;
  object_class->set_property = kq_section_set_property;
  object_class->constructed = kq_section_constructed;
  object_class->dispose = kq_section_dispose;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);

  properties[PROP_DOCUMENT] = g_param_spec_object ("document", NULL, NULL, KQ_TYPE_DOCUMENT, flags);
  properties[PROP_SELECTED] = g_param_spec_object ("selected", NULL, NULL, KQ_TYPE_OBJECT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /**
   * KqSection::opened:
   * @section: the section
   * @object: an object of the campaign
   * @field: a row of the object's table, or %KQ_NO_FIELD
   *
   * Somebody wants to see the form of an object that another section has.
   */
  opened_signal = g_signal_new ("opened", KQ_TYPE_SECTION, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 2, KQ_TYPE_OBJECT, G_TYPE_UINT);
}

static void
kq_section_init (KqSection *self)
{
}

/**
 * kq_section_get_document:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): what it shows
 */
KqDocument *
kq_section_get_document (KqSection *self)
{
  KqSectionPrivate *priv = kq_section_get_instance_private (self);

  g_return_val_if_fail (KQ_IS_SECTION (self), NULL);

  return priv->document;
}

/**
 * kq_section_set_document:
 * @self: a section
 * @document: (nullable): what it shall show
 *
 * Lets the section show a document.
 */
void
kq_section_set_document (KqSection  *self,
                         KqDocument *document)
{
  KqSectionPrivate *priv = kq_section_get_instance_private (self);

  g_return_if_fail (KQ_IS_SECTION (self));
  g_return_if_fail (document == NULL || KQ_IS_DOCUMENT (document));

  if (!g_set_object (&priv->document, document))
    return;

  kq_section_set_selected (self, NULL);
  if (KQ_SECTION_GET_CLASS (self)->document_changed != NULL)
    KQ_SECTION_GET_CLASS (self)->document_changed (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

/**
 * kq_section_get_selected:
 * @self: a section
 *
 * Returns: (transfer none) (nullable): the object that its commands are for
 */
KqObject *
kq_section_get_selected (KqSection *self)
{
  KqSectionPrivate *priv = kq_section_get_instance_private (self);

  g_return_val_if_fail (KQ_IS_SECTION (self), NULL);

  return priv->selected;
}

/**
 * kq_section_set_selected:
 * @self: a section
 * @object: (nullable): an object of the campaign
 *
 * Says which object the section's commands are for. It doesn't bring it into
 * sight: kq_section_reveal() does.
 */
void
kq_section_set_selected (KqSection *self,
                         KqObject  *object)
{
  KqSectionPrivate *priv = kq_section_get_instance_private (self);

  g_return_if_fail (KQ_IS_SECTION (self));
  g_return_if_fail (object == NULL || KQ_IS_OBJECT (object));

  if (g_set_object (&priv->selected, object))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

/**
 * kq_section_reveal:
 * @self: a section
 * @object: an object of one of its lists, or one within
 * @field: a row of the object's table, or %KQ_NO_FIELD
 *
 * Brings the object, and the row of the field, into sight.
 */
void
kq_section_reveal (KqSection *self,
                   KqObject  *object,
                   guint      field)
{
  g_return_if_fail (KQ_IS_SECTION (self));
  g_return_if_fail (KQ_IS_OBJECT (object));

  if (KQ_SECTION_GET_CLASS (self)->reveal != NULL)
    KQ_SECTION_GET_CLASS (self)->reveal (self, object, field);
}

/**
 * kq_section_open:
 * @self: a section
 * @object: an object of the campaign
 * @field: a row of the object's table, or %KQ_NO_FIELD
 *
 * Asks the window for the section that has a form of the object.
 */
void
kq_section_open (KqSection *self,
                 KqObject  *object,
                 guint      field)
{
  g_return_if_fail (KQ_IS_SECTION (self));
  g_return_if_fail (KQ_IS_OBJECT (object));

  g_signal_emit (self, opened_signal, 0, object, field);
}

/**
 * kq_section_add:
 * @self: a section
 *
 * Adds an object, as a step that can be undone, and brings it into sight.
 */
void
kq_section_add (KqSection *self)
{
  g_return_if_fail (KQ_IS_SECTION (self));

  if (KQ_SECTION_GET_CLASS (self)->add != NULL)
    KQ_SECTION_GET_CLASS (self)->add (self);
}

/**
 * kq_section_duplicate:
 * @self: a section
 *
 * Duplicates the selected object, as a step that can be undone.
 */
void
kq_section_duplicate (KqSection *self)
{
  g_return_if_fail (KQ_IS_SECTION (self));

  if (KQ_SECTION_GET_CLASS (self)->duplicate != NULL)
    KQ_SECTION_GET_CLASS (self)->duplicate (self);
}

/**
 * kq_section_make_next:
 * @self: a section
 *
 * Adds the next one of the selected object's series, as a step that can be
 * undone.
 */
void
kq_section_make_next (KqSection *self)
{
  g_return_if_fail (KQ_IS_SECTION (self));

  if (KQ_SECTION_GET_CLASS (self)->make_next != NULL)
    KQ_SECTION_GET_CLASS (self)->make_next (self);
}

/**
 * kq_section_move:
 * @self: a section
 * @step: −1 for up, 1 for down
 *
 * Moves the selected object by one place, as a step that can be undone.
 */
void
kq_section_move (KqSection *self,
                 int        step)
{
  g_return_if_fail (KQ_IS_SECTION (self));
  g_return_if_fail (step == -1 || step == 1);

  if (KQ_SECTION_GET_CLASS (self)->move != NULL)
    KQ_SECTION_GET_CLASS (self)->move (self, step);
}

/**
 * kq_section_remove:
 * @self: a section
 *
 * Takes the selected object out, as a step that can be undone.
 */
void
kq_section_remove (KqSection *self)
{
  g_return_if_fail (KQ_IS_SECTION (self));

  if (KQ_SECTION_GET_CLASS (self)->remove != NULL)
    KQ_SECTION_GET_CLASS (self)->remove (self);
}

/**
 * kq_section_search:
 * @self: a section
 *
 * Puts the cursor where one searches the section's objects.
 */
void
kq_section_search (KqSection *self)
{
  g_return_if_fail (KQ_IS_SECTION (self));

  if (KQ_SECTION_GET_CLASS (self)->search != NULL)
    KQ_SECTION_GET_CLASS (self)->search (self);
}
