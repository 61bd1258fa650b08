/* kq-rules-messages.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-activity.h"
#include "kq-coupon.h"
#include "kq-fission.h"
#include "kq-landing-page.h"
#include "kq-message.h"
#include "kq-rules-private.h"
#include "kq-rules-shared.h"
#include "kq-sms.h"

/* Text messages: their length, where their links lead, and what document 003
 * says of them. */

/* KQ-LENGTH */

static void
check_length (KqCheck  *check,
              KqObject *message)
{
  KqSms sms = kq_sms_measure (kq_check_get_campaign (check), message);
  g_autofree char *name = NULL;

  if (sms.parts <= 1)
    return;

  name = kq_check_name_of (message);
  kq_check_found (check, message, KQ_MESSAGE_TEXT,
                  g_strdup_printf (_("Message %s has %u characters with its signature and "
                                     "variables, and is sent and paid as %u parts; one part has "
                                     "at most %u"), name, sms.characters, sms.parts,
                                   KQ_SMS_SINGLE));
}

/* KQ-LINK */

static void
add_link (GHashTable *links,
          KqObject   *object,
          guint       field)
{
  const char *link = kq_object_get_text (object, field);

  if (*link != '\0')
    g_hash_table_add (links, (gpointer) link);
}

static void
add_links_of_coupon (KqCheck    *check,
                     GHashTable *links,
                     KqObject   *coupon)
{
  GPtrArray *users = kq_check_get_users (check, coupon);

  add_link (links, coupon, KQ_COUPON_LINK);
  add_link (links, coupon, KQ_COUPON_SHORT_LINK);
  for (guint i = 0; users != NULL && i < users->len; i++)
    {
      KqObject *user = g_ptr_array_index (users, i);

      if (KQ_IS_ACTIVITY (user))
        {
          add_link (links, user, KQ_ACTIVITY_LINK);
          add_link (links, user, KQ_ACTIVITY_SHORT_LINK);
        }
      else if (KQ_IS_FISSION (user))
        {
          add_link (links, user, KQ_FISSION_LINK);
          add_link (links, user, KQ_FISSION_SHORT_LINK);
        }
    }
}

/* The short link that the message should have, or "". */
static const char *
short_link_of (KqObject *coupon,
               KqObject *page)
{
  return page != NULL ? kq_object_get_text (page, KQ_LANDING_PAGE_SHORT_LINK)
                      : kq_object_get_text (coupon, KQ_COUPON_SHORT_LINK);
}

/* Whether it can stand in the message (MF-09). */
static gboolean
is_sendable (KqCheck    *check,
             KqObject   *message,
             const char *link)
{
  int platform = kq_object_get_platform (message);

  return (platform != KQ_PLATFORM_TMALL && platform != KQ_PLATFORM_TAOBAO) ||
         kq_check_is_short_link (check, link);
}

/* Where the text has an address of its own, a second one would be too many. */
static void
offer_link (KqCheck    *check,
            KqFinding  *finding,
            KqObject   *message,
            const char *link)
{
  g_auto (GStrv) urls = kq_sms_find_urls (kq_object_get_text (message, KQ_MESSAGE_TEXT));

  if (*link != '\0' && urls[0] == NULL && is_sendable (check, message, link))
    kq_check_fix_text (finding, message, KQ_MESSAGE_LINK, link,
                       g_strdup_printf (_("Change to %s"), link));
}

static gboolean
leads_there (GHashTable *links,
             KqObject   *message)
{
  g_auto (GStrv) urls = kq_sms_find_urls (kq_object_get_text (message, KQ_MESSAGE_TEXT));

  if (g_hash_table_contains (links, kq_object_get_text (message, KQ_MESSAGE_LINK)))
    return TRUE;
  for (guint i = 0; urls[i] != NULL; i++)
    if (g_hash_table_contains (links, urls[i]))
      return TRUE;

  return FALSE;
}

/* Of what is voided KQ-VOID speaks. */
static KqObject *
find_carried (KqCheck    *check,
              guint       list,
              const char *id)
{
  KqObject *object = kq_check_find (check, list, id);

  return object != NULL && !kq_object_is_voided (object) ? object : NULL;
}

static void
check_link (KqCheck  *check,
            KqObject *message)
{
  g_autoptr (GHashTable) links = g_hash_table_new (g_str_hash, g_str_equal);
  KqObject *coupon, *page;
  g_autofree char *name = NULL;
  g_autofree char *target = NULL;
  KqFinding *finding;

  coupon = find_carried (check, KQ_CAMPAIGN_COUPONS,
                         kq_object_get_text (message, KQ_MESSAGE_COUPON));
  page = find_carried (check, KQ_CAMPAIGN_LANDING_PAGES,
                       kq_object_get_text (message, KQ_MESSAGE_LANDING_PAGE));
  if (coupon != NULL)
    add_links_of_coupon (check, links, coupon);
  if (page != NULL)
    add_link (links, page, KQ_LANDING_PAGE_SHORT_LINK);
  if ((coupon == NULL && page == NULL) || leads_there (links, message))
    return;

  name = kq_check_name_of (message);
  target = kq_check_name_of (page != NULL ? page : coupon);
  finding = kq_check_found (check, message, KQ_MESSAGE_LINK,
                            g_strdup_printf (_("Message %s carries %s, but no link of it: buyers "
                                               "who tap would land elsewhere"), name, target));
  offer_link (check, finding, message, short_link_of (coupon, page));
}

/* MF-09, MF-46 */

/* The addresses in its text and its link, each once, in that order. */
static GPtrArray *
collect_urls (KqObject *message)
{
  g_auto (GStrv) in_text = kq_sms_find_urls (kq_object_get_text (message, KQ_MESSAGE_TEXT));
  const char *link = kq_object_get_text (message, KQ_MESSAGE_LINK);
  GPtrArray *urls = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; in_text[i] != NULL; i++)
    if (!g_ptr_array_find_with_equal_func (urls, in_text[i], g_str_equal, NULL))
      g_ptr_array_add (urls, g_strdup (in_text[i]));
  if (*link != '\0' && !g_ptr_array_find_with_equal_func (urls, link, g_str_equal, NULL))
    g_ptr_array_add (urls, g_strdup (link));

  return urls;
}

static void
check_short_links (KqCheck  *check,
                   KqObject *message)
{
  g_autoptr (GPtrArray) urls = collect_urls (message);
  const char *link = kq_object_get_text (message, KQ_MESSAGE_LINK);

  for (guint i = 0; i < urls->len; i++)
    {
      const char *url = g_ptr_array_index (urls, i);
      g_autofree char *name = NULL;

      if (kq_check_is_short_link (check, url))
        continue;

      name = kq_check_name_of (message);
      kq_check_found (check, message,
                      g_str_equal (url, link) ? KQ_MESSAGE_LINK : KQ_MESSAGE_TEXT,
                      g_strdup_printf (_("Message %s holds “%s”, which isn't a Taobao short link: "
                                         "convert it, or the Taobao app won't open it"),
                                       name, url));
    }
}

static void
check_one_link (KqCheck  *check,
                KqObject *message)
{
  g_autoptr (GPtrArray) urls = collect_urls (message);
  g_autofree char *name = NULL;

  if (urls->len <= 1)
    return;

  name = kq_check_name_of (message);
  kq_check_found (check, message, KQ_MESSAGE_TEXT,
                  g_strdup_printf (_("Message %s has %u links; one is enough, and more make it too "
                                     "long"), name, urls->len));
}

/* MF-31 */

static void
check_scene (KqCheck  *check,
             KqObject *message)
{
  KqObject *coupon = find_carried (check, KQ_CAMPAIGN_COUPONS,
                                   kq_object_get_text (message, KQ_MESSAGE_COUPON));

  if (coupon != NULL)
    kq_check_suits_scene (check, coupon, message, KQ_MESSAGE_SCENE,
                          kq_object_get_bool (message, KQ_MESSAGE_RETURNING_ONLY) ||
                          kq_object_get_bool (coupon, KQ_COUPON_RETURNING_ONLY));
}

const KqRule *
kq_rules_for_messages (guint *n_rules)
{
#define OF_003(id, check) \
  { id, KQ_SEVERITY_WARNING, "003", KQ_ON_TAOBAO_FAMILY, KQ_SUBJECT_MESSAGE, check }
  static const KqRule rules[] = {
    { "KQ-LENGTH", KQ_SEVERITY_ADVICE, "kaquan", KQ_ON_ALL, KQ_SUBJECT_MESSAGE, check_length },
    { "KQ-LINK", KQ_SEVERITY_WARNING, "kaquan", KQ_ON_ALL, KQ_SUBJECT_MESSAGE, check_link },
    OF_003 ("MF-09", check_short_links),
    OF_003 ("MF-31", check_scene),
    OF_003 ("MF-46", check_one_link),
  };
#undef OF_003

  *n_rules = G_N_ELEMENTS (rules);

  return rules;
}
