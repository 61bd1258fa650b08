/* kq-phone-block.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-phone-block.h"
#include "kq-accessible.h"
#include "kq-phone-card.h"
#include "kq-phone-carousel.h"
#include "kq-phone-panel.h"
#include "kq-phone-tickets.h"
#include "kq-phone-tiles.h"

/**
 * KqPhoneBlock:
 *
 * Draws one block of a [struct@View], and nothing that the view doesn't say.
 * It stays when the view changes, as long as the kind of block does.
 */
typedef struct {
  KqViewBlockKind    kind;
  KqView            *view;      /* (owned) (nullable): in which @block is */
  const KqViewBlock *block;     /* (nullable): what is shown */
  gboolean           is_stale;  /* whatever the next block says, all is drawn */
} KqPhoneBlockPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (KqPhoneBlock, kq_phone_block, ADW_TYPE_BIN)

enum {
  ACTIVATED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
kq_phone_block_finalize (GObject *object)
{
  KqPhoneBlockPrivate *priv = kq_phone_block_get_instance_private (KQ_PHONE_BLOCK (object));

  g_clear_pointer (&priv->view, kq_view_unref);

  G_OBJECT_CLASS (kq_phone_block_parent_class)->finalize (object);
}

static void
kq_phone_block_class_init (KqPhoneBlockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = kq_phone_block_finalize;

  /**
   * KqPhoneBlock::activated:
   * @self: a block
   * @id: of what was tapped
   *
   * A button of the block was tapped.
   */
  signals[ACTIVATED] = g_signal_new ("activated", KQ_TYPE_PHONE_BLOCK, G_SIGNAL_RUN_LAST,
                                     0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
kq_phone_block_init (KqPhoneBlock *self)
{
}

static GType
type_of (KqViewBlockKind kind)
{
  switch (kind)
    {
    case KQ_VIEW_BLOCK_NEWCOMER:
    case KQ_VIEW_BLOCK_COUPONS:
    case KQ_VIEW_BLOCK_PACK:
      return KQ_TYPE_PHONE_TICKETS;
    case KQ_VIEW_BLOCK_POSTERS:
      return KQ_TYPE_PHONE_CAROUSEL;
    case KQ_VIEW_BLOCK_CARD:
      return KQ_TYPE_PHONE_CARD;
    case KQ_VIEW_BLOCK_BENEFITS:
    case KQ_VIEW_BLOCK_PRODUCTS:
      return KQ_TYPE_PHONE_TILES;
    case KQ_VIEW_BLOCK_IMAGE:
    case KQ_VIEW_BLOCK_TEXT:
    case KQ_VIEW_BLOCK_RULES:
    case KQ_VIEW_BLOCK_BUTTON:
    case KQ_VIEW_BLOCK_PROGRESS:
    case KQ_VIEW_BLOCK_CODE:
    case KQ_VIEW_BLOCK_NOTICE:
    default:
      return KQ_TYPE_PHONE_PANEL;
    }
}

/**
 * kq_phone_block_new:
 * @kind: a kind of block
 *
 * Returns: (transfer floating): a widget for blocks of that kind
 */
GtkWidget *
kq_phone_block_new (KqViewBlockKind kind)
{
  KqPhoneBlock *self = g_object_new (type_of (kind), NULL);
  KqPhoneBlockPrivate *priv = kq_phone_block_get_instance_private (self);

  priv->kind = kind;

  return GTK_WIDGET (self);
}

/**
 * kq_phone_block_takes:
 * @self: a block
 * @kind: a kind of block
 *
 * Returns: whether @self is for blocks of that kind
 */
gboolean
kq_phone_block_takes (KqPhoneBlock    *self,
                      KqViewBlockKind  kind)
{
  KqPhoneBlockPrivate *priv = kq_phone_block_get_instance_private (self);

  g_return_val_if_fail (KQ_IS_PHONE_BLOCK (self), FALSE);

  return priv->kind == kind;
}

/**
 * kq_phone_block_update:
 * @self: a block
 * @view: what the phone shows
 * @block: what it shows of that
 * @pictures: (nullable): where its pictures are
 *
 * Brings the widgets to what @block says. Nothing is done where they say it.
 */
void
kq_phone_block_update (KqPhoneBlock      *self,
                       KqView            *view,
                       const KqViewBlock *block,
                       KqPictures        *pictures)
{
  KqPhoneBlockPrivate *priv = kq_phone_block_get_instance_private (self);
  g_autoptr (KqView) old = NULL;

  g_return_if_fail (KQ_IS_PHONE_BLOCK (self));
  g_return_if_fail (view != NULL && block != NULL);

  if (!priv->is_stale && priv->block != NULL && kq_view_block_equal (block, priv->block))
    return;

  /* Parts compare what they say with what they said. */
  old = g_steal_pointer (&priv->view);
  priv->view = kq_view_ref (view);
  priv->block = block;
  priv->is_stale = FALSE;
  if (block->title != NULL)
    kq_accessible_set_name (GTK_ACCESSIBLE (self), block->title);
  KQ_PHONE_BLOCK_GET_CLASS (self)->update (self, block, pictures);
}

/**
 * kq_phone_block_forget:
 * @self: a block
 *
 * Has all drawn at the next update, as when pictures have come.
 */
void
kq_phone_block_forget (KqPhoneBlock *self)
{
  KqPhoneBlockPrivate *priv = kq_phone_block_get_instance_private (self);

  g_return_if_fail (KQ_IS_PHONE_BLOCK (self));

  priv->is_stale = TRUE;
}

/**
 * kq_phone_block_get_block:
 * @self: a block
 *
 * Returns: (transfer none) (nullable): what it shows
 */
const KqViewBlock *
kq_phone_block_get_block (KqPhoneBlock *self)
{
  KqPhoneBlockPrivate *priv = kq_phone_block_get_instance_private (self);

  g_return_val_if_fail (KQ_IS_PHONE_BLOCK (self), NULL);

  return priv->block;
}

/**
 * kq_phone_block_activate:
 * @self: a block
 * @id: of what was tapped
 *
 * Tells that something was tapped.
 */
void
kq_phone_block_activate (KqPhoneBlock *self,
                         const char   *id)
{
  g_return_if_fail (KQ_IS_PHONE_BLOCK (self));
  g_return_if_fail (id != NULL);

  g_signal_emit (self, signals[ACTIVATED], 0, id);
}

/**
 * kq_phone_label_new:
 * @css_class: its style
 * @lines: how many lines it may have; 0 for any number
 *
 * Returns: (transfer floating): a label that starts at the left
 */
GtkWidget *
kq_phone_label_new (const char *css_class,
                    int         lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_add_css_class (label, css_class);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), lines != 1);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  if (lines > 0)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_lines (GTK_LABEL (label), lines);
    }

  return label;
}

/**
 * kq_phone_label_set:
 * @label: a label
 * @text: (nullable): its text
 *
 * Sets the text; without one the label takes no room.
 */
void
kq_phone_label_set (GtkWidget  *label,
                    const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL && *text != '\0');
}

/**
 * kq_phone_box_new:
 * @orientation: which way it goes
 * @css_class: its style
 *
 * Returns: (transfer floating): a box
 */
GtkWidget *
kq_phone_box_new (GtkOrientation  orientation,
                  const char     *css_class)
{
  GtkWidget *box = gtk_box_new (orientation, 0);

  gtk_widget_add_css_class (box, css_class);

  return box;
}

/**
 * kq_phone_box_clear:
 * @box: a box
 * @n_kept: how many of its first children stay
 *
 * Removes the others.
 */
void
kq_phone_box_clear (GtkWidget *box,
                    guint      n_kept)
{
  GtkWidget *child = gtk_widget_get_first_child (box);

  for (guint i = 0; i < n_kept && child != NULL; i++)
    child = gtk_widget_get_next_sibling (child);
  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      gtk_box_remove (GTK_BOX (box), child);
      child = next;
    }
}
