/* kq-finding.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-finding-private.h"
#include "kq-json.h"

/**
 * KqFinding:
 *
 * What a rule says of one place in the campaign. It never changes: when a rule
 * has something else to say, that is another finding.
 */
struct _KqFinding {
  GObject     parent_instance;

  const char *rule;        /* (unowned): a row's, static */
  const char *source;      /* (unowned): likewise */
  KqSeverity  severity;
  KqObject   *object;      /* (owned) */
  guint       field;
  char       *pointer;     /* (owned) */
  char       *message;     /* (owned) */
  char       *fix_label;   /* (owned) (nullable) */
  GPtrArray  *fix;         /* (owned) (nullable) (element-type KqEdit) */
};

enum {
  PROP_0,
  PROP_RULE,
  PROP_SEVERITY,
  PROP_POINTER,
  PROP_OBJECT_ID,
  PROP_MESSAGE,
  PROP_SOURCE,
  PROP_FIX_LABEL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (KqFinding, kq_finding, G_TYPE_OBJECT)

static const struct {
  const char *word;
  const char *label;
} severities[] = {
  [KQ_SEVERITY_ADVICE] = { "advice", N_("Advice") },
  [KQ_SEVERITY_WARNING] = { "warning", N_("Warning") },
  [KQ_SEVERITY_ERROR] = { "error", N_("Error") },
};

/**
 * kq_severity_get_word:
 * @severity: a severity
 *
 * Returns: (transfer none): the word of machine output and profiles
 */
const char *
kq_severity_get_word (KqSeverity severity)
{
  g_return_val_if_fail (severity < KQ_N_SEVERITIES, NULL);

  return severities[severity].word;
}

/**
 * kq_severity_get_label:
 * @severity: a severity
 *
 * Returns: (transfer none): what operators call it
 */
const char *
kq_severity_get_label (KqSeverity severity)
{
  g_return_val_if_fail (severity < KQ_N_SEVERITIES, NULL);

  return _(severities[severity].label);
}

static void
kq_finding_get_property (GObject    *object,
                         guint       id,
                         GValue     *value,
                         GParamSpec *pspec)
{
  KqFinding *self = KQ_FINDING (object);

  switch (id)
    {
    case PROP_RULE:
      g_value_set_static_string (value, self->rule);
      break;
    case PROP_SEVERITY:
      g_value_set_uint (value, self->severity);
      break;
    case PROP_POINTER:
      g_value_set_string (value, self->pointer);
      break;
    case PROP_OBJECT_ID:
      g_value_set_string (value, kq_finding_get_object_id (self));
      break;
    case PROP_MESSAGE:
      g_value_set_string (value, self->message);
      break;
    case PROP_SOURCE:
      g_value_set_static_string (value, self->source);
      break;
    case PROP_FIX_LABEL:
      g_value_set_string (value, self->fix_label);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
kq_finding_finalize (GObject *object)
{
  KqFinding *self = KQ_FINDING (object);

  g_clear_object (&self->object);
  g_clear_pointer (&self->pointer, g_free);
  g_clear_pointer (&self->message, g_free);
  g_clear_pointer (&self->fix_label, g_free);
  g_clear_pointer (&self->fix, g_ptr_array_unref);

  G_OBJECT_CLASS (kq_finding_parent_class)->finalize (object);
}

static void
kq_finding_class_init (KqFindingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = kq_finding_get_property;
  object_class->finalize = kq_finding_finalize;

  properties[PROP_RULE] = g_param_spec_string ("rule", NULL, NULL, NULL, flags);
  properties[PROP_SEVERITY] = g_param_spec_uint ("severity", NULL, NULL,
                                                 0, KQ_N_SEVERITIES - 1, 0, flags);
  properties[PROP_POINTER] = g_param_spec_string ("pointer", NULL, NULL, NULL, flags);
  properties[PROP_OBJECT_ID] = g_param_spec_string ("object-id", NULL, NULL, NULL, flags);
  properties[PROP_MESSAGE] = g_param_spec_string ("message", NULL, NULL, NULL, flags);
  properties[PROP_SOURCE] = g_param_spec_string ("source", NULL, NULL, NULL, flags);
  properties[PROP_FIX_LABEL] = g_param_spec_string ("fix-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
kq_finding_init (KqFinding *self)
{
}

/* @pointer and @message are taken over; @rule and @source are static. */
KqFinding *
kq_finding_new (const char *rule,
                KqSeverity  severity,
                const char *source,
                KqObject   *object,
                guint       field,
                char       *pointer,
                char       *message)
{
  KqFinding *self = g_object_new (KQ_TYPE_FINDING, NULL);

  self->rule = rule;
  self->severity = severity;
  self->source = source;
  self->object = g_object_ref (object);
  self->field = field;
  self->pointer = pointer;
  self->message = message;

  return self;
}

/* Only while the finding is being made. Both are taken over. */
void
kq_finding_take_fix (KqFinding *self,
                     char      *label,
                     GPtrArray *edits)
{
  g_assert (self->fix == NULL);

  self->fix_label = label;
  self->fix = edits;
}

/* Whether both are of one rule at one place. */
gboolean
kq_finding_same_place (KqFinding *a,
                       KqFinding *b)
{
  return g_str_equal (a->rule, b->rule) && a->object == b->object &&
         g_str_equal (a->pointer, b->pointer);
}

static gboolean
fix_equal (GPtrArray *a,
           GPtrArray *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const KqEdit *left = g_ptr_array_index (a, i);
      const KqEdit *right = g_ptr_array_index (b, i);

      if (!g_str_equal (left->pointer, right->pointer) ||
          (left->value == NULL) != (right->value == NULL) ||
          (left->value != NULL && !kq_json_equal (left->value, right->value)))
        return FALSE;
    }

  return TRUE;
}

/* Whether nothing that a person or a fix sees differs. */
gboolean
kq_finding_equal (KqFinding *a,
                  KqFinding *b)
{
  return kq_finding_same_place (a, b) && a->severity == b->severity && a->field == b->field &&
         g_str_equal (a->message, b->message) &&
         g_strcmp0 (a->fix_label, b->fix_label) == 0 && fix_equal (a->fix, b->fix);
}

/**
 * kq_finding_get_rule:
 * @self: a finding
 *
 * Returns: (transfer none): the rule's id, such as `DY-15`
 */
const char *
kq_finding_get_rule (KqFinding *self)
{
  g_return_val_if_fail (KQ_IS_FINDING (self), NULL);

  return self->rule;
}

/**
 * kq_finding_get_severity:
 * @self: a finding
 *
 * Returns: how much it matters
 */
KqSeverity
kq_finding_get_severity (KqFinding *self)
{
  g_return_val_if_fail (KQ_IS_FINDING (self), KQ_SEVERITY_ADVICE);

  return self->severity;
}

/**
 * kq_finding_get_pointer:
 * @self: a finding
 *
 * Returns: (transfer none): the JSON Pointer of the place when it was found;
 *   it may name an absent member
 */
const char *
kq_finding_get_pointer (KqFinding *self)
{
  g_return_val_if_fail (KQ_IS_FINDING (self), NULL);

  return self->pointer;
}

/**
 * kq_finding_get_object:
 * @self: a finding
 *
 * Returns: (transfer none): the nearest object
 */
KqObject *
kq_finding_get_object (KqFinding *self)
{
  g_return_val_if_fail (KQ_IS_FINDING (self), NULL);

  return self->object;
}

/**
 * kq_finding_get_field:
 * @self: a finding
 *
 * Returns: the row of the object's table that it is about, or %KQ_NO_FIELD
 */
guint
kq_finding_get_field (KqFinding *self)
{
  g_return_val_if_fail (KQ_IS_FINDING (self), KQ_NO_FIELD);

  return self->field;
}

/**
 * kq_finding_get_object_id:
 * @self: a finding
 *
 * Returns: (transfer none): the id of the nearest object that has one
 */
const char *
kq_finding_get_object_id (KqFinding *self)
{
  KqObject *object;

  g_return_val_if_fail (KQ_IS_FINDING (self), NULL);

  object = self->object;
  while (*kq_object_get_id (object) == '\0' && kq_object_get_parent (object) != NULL)
    object = kq_object_get_parent (object);

  return kq_object_get_id (object);
}

/**
 * kq_finding_get_message:
 * @self: a finding
 *
 * Returns: (transfer none): what is, what must be, and why, in the user's
 *   language
 */
const char *
kq_finding_get_message (KqFinding *self)
{
  g_return_val_if_fail (KQ_IS_FINDING (self), NULL);

  return self->message;
}

/**
 * kq_finding_get_source:
 * @self: a finding
 *
 * Returns: (transfer none): the document's three digits, or “kaquan”
 */
const char *
kq_finding_get_source (KqFinding *self)
{
  g_return_val_if_fail (KQ_IS_FINDING (self), NULL);

  return self->source;
}

/**
 * kq_finding_get_fix:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable) (element-type KqEdit): the edits that
 *   mend it, where that is mechanical
 */
GPtrArray *
kq_finding_get_fix (KqFinding *self)
{
  g_return_val_if_fail (KQ_IS_FINDING (self), NULL);

  return self->fix;
}

/**
 * kq_finding_get_fix_label:
 * @self: a finding
 *
 * Returns: (transfer none) (nullable): what the fix does, for a button
 */
const char *
kq_finding_get_fix_label (KqFinding *self)
{
  g_return_val_if_fail (KQ_IS_FINDING (self), NULL);

  return self->fix_label;
}
