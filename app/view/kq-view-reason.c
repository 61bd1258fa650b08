/* kq-view-reason.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-activity.h"
#include "kq-coupon.h"
#include "kq-fission.h"
#include "kq-gift-pack.h"
#include "kq-view-private.h"

/* Why something isn't shown, in words. */

static const char * const reason_texts[] = {
  [KQ_VIEW_REASON_NONE] = "",
  [KQ_VIEW_REASON_VOIDED] = N_("voided"),
  [KQ_VIEW_REASON_NOT_MEMBER] = N_("shown only to members"),
  [KQ_VIEW_REASON_NO_CENTER] = N_("the platform has no decorated member center"),
  [KQ_VIEW_REASON_NOT_PUBLISHED] = N_("the member center isn’t published yet"),
  [KQ_VIEW_REASON_PUSHED_ONLY] = N_("shown only to the buyers it is pushed to"),
  [KQ_VIEW_REASON_JOINED_TOO_LONG_AGO] = N_("only for those who have just joined"),
  [KQ_VIEW_REASON_JOINED_BEFORE] = N_("only for those who join while it runs"),
  [KQ_VIEW_REASON_REJOINED] = N_("not for those who left and join again"),
  [KQ_VIEW_REASON_ONE_ONLY] = N_("a new member gets only one of these, once"),
  [KQ_VIEW_REASON_NOT_LISTED] = N_("no exclusive activity lists it"),
  [KQ_VIEW_REASON_IN_PACK] = N_("comes in a gift pack"),
  [KQ_VIEW_REASON_IN_FISSION] = N_("comes with a fission link"),
  [KQ_VIEW_REASON_CHANNEL] = N_("its channel isn’t merchant member-exclusive"),
  [KQ_VIEW_REASON_PLATFORM] = N_("what it grants belongs to another platform"),
  [KQ_VIEW_REASON_EMPTY] = N_("it grants nothing yet"),
  [KQ_VIEW_REASON_NOT_YET] = N_("its time hasn’t come"),
  [KQ_VIEW_REASON_OVER] = N_("its time is over"),
  [KQ_VIEW_REASON_USED_UP] = N_("used up"),
  [KQ_VIEW_REASON_LEVEL] = N_("not for this member level"),
  [KQ_VIEW_REASON_CLAIMED] = N_("claimed already"),
  [KQ_VIEW_REASON_SWITCHED_OFF] = N_("switched off"),
  [KQ_VIEW_REASON_JOIN_LINK] = N_("who joins comes to an address that isn’t the official member "
                                  "center"),
  [KQ_VIEW_REASON_OTHER_PLATFORM] = N_("belongs to another platform"),
  [KQ_VIEW_REASON_OTHER_PAGE] = N_("on another page"),
  [KQ_VIEW_REASON_NO_PAGE] = N_("no page of the phone shows such a thing"),
};

/**
 * kq_view_reason_text:
 * @reason: a reason
 *
 * Returns: (transfer none): why something isn't shown, in the user's language
 */
const char *
kq_view_reason_text (KqViewReason reason)
{
  g_return_val_if_fail (reason < G_N_ELEMENTS (reason_texts), NULL);

  if (*reason_texts[reason] == '\0')
    return "";

  return _(reason_texts[reason]);
}

/* The rows of a table in which an object says from when to when, and for whom. */
typedef struct {
  guint start;
  guint end;
  guint levels;
} Terms;

static gboolean
find_terms (KqObject *object,
            Terms    *terms)
{
  if (KQ_IS_COUPON (object))
    *terms = (Terms) { KQ_COUPON_CLAIM_START, KQ_COUPON_CLAIM_END, KQ_COUPON_LEVELS };
  else if (KQ_IS_ACTIVITY (object))
    *terms = (Terms) { KQ_ACTIVITY_START, KQ_ACTIVITY_END, KQ_ACTIVITY_LEVELS };
  else if (KQ_IS_GIFT_PACK (object))
    *terms = (Terms) { KQ_GIFT_PACK_START, KQ_GIFT_PACK_END, KQ_GIFT_PACK_LEVELS };
  else if (KQ_IS_FISSION (object))
    *terms = (Terms) { KQ_FISSION_START, KQ_FISSION_END, KQ_NO_FIELD };
  else
    return FALSE;

  return TRUE;
}

static char *
day_text (KqViewer   *self,
          const char *format,
          KqTime      time)
{
  g_autofree char *day = kq_viewer_day (self, time);
  g_autoptr (GString) text = g_string_new (format);

  if (*day == '\0')
    return NULL;
  g_string_replace (text, "%s", day, 1);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
levels_text (KqViewer *self,
             KqObject *object,
             guint     field)
{
  g_autofree char *names = NULL;

  if (field == KQ_NO_FIELD)
    return NULL;
  names = kq_viewer_level_names (self, kq_object_get_texts (object, field));

  /* Translators: names of member levels */
  return *names != '\0' ? g_strdup_printf (_("only for %s"), names) : NULL;
}

static char *
newness_text (KqObject *object)
{
  gint64 days = 0;

  if (KQ_IS_ACTIVITY (object))
    days = kq_object_get_int (object, KQ_ACTIVITY_JOINED_WITHIN_DAYS);
  if (days <= 0)
    return g_strdup (_("only within 24 hours of joining"));

  return g_strdup_printf (ngettext ("only within %d day of joining",
                                    "only within %d days of joining", days),
                          (int) MIN (days, G_MAXINT));
}

static char *
exact_text (KqViewer     *self,
            KqObject     *object,
            KqViewReason  reason)
{
  Terms terms;

  if (reason == KQ_VIEW_REASON_JOINED_TOO_LONG_AGO)
    return newness_text (object);
  if (!find_terms (object, &terms))
    return NULL;

  if (reason == KQ_VIEW_REASON_NOT_YET)
    /* Translators: a date */
    return day_text (self, _("its time hasn’t come: from %s"),
                     kq_object_get_time (object, terms.start));
  if (reason == KQ_VIEW_REASON_OVER)
    /* Translators: a date */
    return day_text (self, _("its time is over: until %s"),
                     kq_object_get_time (object, terms.end));
  if (reason == KQ_VIEW_REASON_LEVEL)
    return levels_text (self, object, terms.levels);

  return NULL;
}

/* Why @object isn't shown, with its own date or levels where these are why. */
char *
kq_viewer_reason_text (KqViewer     *self,
                       KqObject     *object,
                       KqViewReason  reason)
{
  char *text = exact_text (self, object, reason);

  return text != NULL ? text : g_strdup (kq_view_reason_text (reason));
}
