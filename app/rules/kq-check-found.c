/* kq-check-found.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-check-private.h"
#include "kq-finding-private.h"

/* What a run finds, and by whose numbers. */

/* The profile that holds for the subject: its platform's; for the campaign,
 * that of the first platform of the rule. */
static KqPlatform
profile_platform (KqCheck *self)
{
  if (self->platform >= 0)
    return self->platform;

  for (guint i = 0; i < KQ_N_PLATFORMS; i++)
    if ((self->rule->platforms & (1u << i)) != 0)
      return i;

  return KQ_PLATFORM_DOUYIN;
}

gint64
kq_check_get_limit (KqCheck    *self,
                    const char *name)
{
  return kq_profiles_get_limit (self->profiles, profile_platform (self), name);
}

const char * const *
kq_check_get_choices (KqCheck    *self,
                      const char *name)
{
  return kq_profiles_get_choices (self->profiles, profile_platform (self), name);
}

gboolean
kq_check_is_join_address (KqCheck    *self,
                          const char *url)
{
  return kq_profiles_is_join_address (self->profiles, profile_platform (self), url);
}

/* Whether a rule that was asked earlier found an error at or below @object, which
 * is the subject. */
gboolean
kq_check_has_error (KqCheck    *self,
                    KqObject   *object,
                    const char *rule)
{
  for (guint i = self->findings->len; i-- > self->n_before;)
    {
      KqFinding *finding = g_ptr_array_index (self->findings, i);

      if (kq_finding_get_severity (finding) != KQ_SEVERITY_ERROR ||
          !g_str_equal (kq_finding_get_rule (finding), rule))
        continue;
      for (KqObject *at = kq_finding_get_object (finding); at != NULL;
           at = kq_object_get_parent (at))
        if (at == object)
          return TRUE;
    }

  return FALSE;
}

static KqFinding *
add_finding (KqCheck    *self,
             KqSeverity  severity,
             KqObject   *object,
             guint       field,
             char       *pointer,
             char       *message)
{
  g_autoptr (KqFinding) finding = kq_finding_new (self->rule->id, severity, self->rule->source,
                                                  object, field, pointer, message);

  /* Errors and warnings can't be put away. */
  if (severity != KQ_SEVERITY_ADVICE ||
      !kq_check_is_dismissed (self, self->rule->id, kq_finding_get_object_id (finding)))
    {
      g_ptr_array_add (self->findings, g_object_ref (finding));
      return g_ptr_array_index (self->findings, self->findings->len - 1);
    }

  g_ptr_array_add (self->put_away, g_object_ref (finding));

  return NULL;
}

KqFinding *
kq_check_found (KqCheck  *self,
                KqObject *object,
                guint     field,
                char     *message)
{
  return kq_check_found_as (self, self->rule->severity, object, field, message);
}

/* As the profile of the platform has it where the object is set up, which a
 * rule on the whole campaign may only know once it has found something. */
static KqSeverity
get_severity (KqCheck  *self,
              KqObject *object)
{
  int platform = -1;

  for (KqObject *at = object; at != NULL && platform < 0; at = kq_object_get_parent (at))
    platform = kq_object_get_platform (at);

  return kq_profiles_get_severity (self->profiles,
                                   platform >= 0 ? (KqPlatform) platform : profile_platform (self),
                                   self->rule->id, self->rule->severity);
}

/* As kq_check_found(), of one element of a list of references or words. */
KqFinding *
kq_check_found_element (KqCheck  *self,
                        KqObject *object,
                        guint     field,
                        guint     element,
                        char     *message)
{
  g_autofree char *pointer = kq_object_get_field_pointer (object, field);

  return add_finding (self, get_severity (self, object), object, field,
                      g_strdup_printf ("%s/%u", pointer, element), message);
}

/* As kq_check_found(), for a rule that says more at one place than at another. */
KqFinding *
kq_check_found_as (KqCheck    *self,
                   KqSeverity  severity,
                   KqObject   *object,
                   guint       field,
                   char       *message)
{
  if (severity == self->rule->severity)
    severity = get_severity (self, object);

  return add_finding (self, severity, object, field,
                      kq_object_get_field_pointer (object, field), message);
}
