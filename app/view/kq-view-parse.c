/* kq-view-parse.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-fission.h"
#include "kq-landing-page.h"
#include "kq-level.h"
#include "kq-list.h"
#include "kq-member-card.h"
#include "kq-view-private.h"

/* The personas and pages as the command line names them. */

#define MAX_JOINED_DAYS 36500
#define MAX_FRIENDS 1000000

static const struct {
  const char    *word;
  KqPersonaKind  persona;
  gint64         joined_for;
} personas[] = {
  { "visitor",        KQ_PERSONA_VISITOR,       0 },
  { "visitor-below",  KQ_PERSONA_VISITOR_BELOW, 0 },
  { "visitor-linked", KQ_PERSONA_LINKED,        0 },
  { "new",            KQ_PERSONA_NEW,           0 },
  { "rejoined",       KQ_PERSONA_REJOINED,      0 },
  { "returning",      KQ_PERSONA_RETURNING,     KQ_PERSONA_JOINED_FOR },
  { "sharer",         KQ_PERSONA_SHARER,        KQ_PERSONA_JOINED_FOR },
  { "holder",         KQ_PERSONA_HOLDER,        KQ_PERSONA_JOINED_FOR },
  { "not-eligible",   KQ_PERSONA_NOT_ELIGIBLE,  KQ_PERSONA_JOINED_FOR },
  { "expired",        KQ_PERSONA_EXPIRED,       KQ_PERSONA_JOINED_FOR },
};

static const struct {
  const char *word;
  KqViewPage  page;
  guint       list;
  guint       platform;
} pages[] = {
  { "join",    KQ_VIEW_PAGE_JOIN },
  { "center",  KQ_VIEW_PAGE_CENTER },
  { "popup",   KQ_VIEW_PAGE_POPUP },
  { "landing", KQ_VIEW_PAGE_LANDING, KQ_CAMPAIGN_LANDING_PAGES, KQ_LANDING_PAGE_PLATFORM },
  { "card",    KQ_VIEW_PAGE_CARD,    KQ_CAMPAIGN_MEMBER_CARDS,  KQ_MEMBER_CARD_PLATFORM },
  { "fission", KQ_VIEW_PAGE_FISSION, KQ_CAMPAIGN_FISSIONS,      KQ_FISSION_PLATFORM },
};

/* “23h”, “30d”: how long ago somebody joined */
static gboolean
parse_joined (const char *text,
              gint64     *seconds)
{
  g_autofree char *number = NULL;
  gsize length = strlen (text);
  gint64 unit;
  guint64 value;

  if (length < 2)
    return FALSE;
  unit = text[length - 1] == 'h' ? 3600 : text[length - 1] == 'd' ? KQ_SECONDS_PER_DAY : 0;
  number = g_strndup (text, length - 1);
  if (unit == 0 || !g_ascii_string_to_unsigned (number, 10, 0, MAX_JOINED_DAYS, &value, NULL))
    return FALSE;

  *seconds = (gint64) value * unit;

  return TRUE;
}

/* “2”, or “2/5”: of 5 friends who opened the link 2 claimed */
static gboolean
parse_friends (const char  *text,
               KqViewQuery *query)
{
  g_auto (GStrv) parts = g_strsplit (text, "/", 2);
  guint64 claimed, all;

  if (!g_ascii_string_to_unsigned (parts[0], 10, 0, MAX_FRIENDS, &claimed, NULL))
    return FALSE;
  all = claimed;
  if (parts[1] != NULL &&
      !g_ascii_string_to_unsigned (parts[1], 10, claimed, MAX_FRIENDS, &all, NULL))
    return FALSE;

  query->friends_claimed = claimed;
  query->friends = all;

  return TRUE;
}

static gboolean
refuse_who (const char  *who,
            GError     **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _("No such person: “%s”. Known are visitor, visitor-below, visitor-linked, new, "
                 "rejoined, returning, sharer:N, holder, not-eligible, expired and the id of a "
                 "member level"), who);
  return FALSE;
}

static gboolean
set_level (KqViewQuery  *query,
           KqCampaign   *campaign,
           const char   *id,
           GError      **error)
{
  KqList *levels = kq_object_get_list (KQ_OBJECT (campaign), KQ_CAMPAIGN_LEVELS);
  KqObject *level = kq_list_find (levels, id);

  if (level == NULL)
    return refuse_who (id, error);
  if (kq_object_get_choice (level, KQ_LEVEL_PLATFORM) != (int) query->platform)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("Level “%s” isn’t one of %s"), id, kq_platform_get_label (query->platform));
      return FALSE;
    }

  g_free (query->level);
  query->level = g_strdup (id);
  query->persona = KQ_PERSONA_MEMBER;
  query->joined_for = KQ_PERSONA_JOINED_FOR;

  return TRUE;
}

static gboolean
set_word (KqViewQuery *query,
          const char  *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (personas); i++)
    {
      if (g_strcmp0 (word, personas[i].word) != 0)
        continue;
      query->persona = personas[i].persona;
      query->joined_for = personas[i].joined_for;
      g_clear_pointer (&query->level, g_free);
      return TRUE;
    }

  return FALSE;
}

static gboolean
set_detail (KqViewQuery *query,
            const char  *detail)
{
  if (*detail == '\0')
    return FALSE;
  if (query->persona == KQ_PERSONA_SHARER)
    return parse_friends (detail, query);
  if (!kq_persona_is_member (query->persona))
    return FALSE;

  return parse_joined (detail, &query->joined_for);
}

/**
 * kq_view_query_parse_who:
 * @query: a query; its platform is set already
 * @campaign: the campaign whose levels are meant
 * @who: `visitor`, `visitor-below`, `visitor-linked`, `new`, `rejoined`,
 *   `returning`, `sharer`, `holder`, `not-eligible`, `expired`, or the id of a
 *   level, also as `level:ID`; after a colon how long ago a member joined
 *   (`new:23h`, `tm-2:30d`) or how many friends of a sharer claimed
 *   (`sharer:2`, `sharer:2/5`)
 * @error: return location for an error
 *
 * Sets the persona. On failure @query is as it was, and the error is
 * %G_IO_ERROR_INVALID_ARGUMENT.
 *
 * Returns: whether @who is known
 */
gboolean
kq_view_query_parse_who (KqViewQuery  *query,
                         KqCampaign   *campaign,
                         const char   *who,
                         GError      **error)
{
  g_auto (GStrv) parts = NULL;
  g_autoptr (KqViewQuery) parsed = NULL;
  const char * const *rest;

  g_return_val_if_fail (query != NULL, FALSE);
  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), FALSE);
  g_return_val_if_fail (who != NULL, FALSE);

  parsed = kq_view_query_copy (query);
  parts = g_strsplit (who, ":", 4);
  if (parts[0] == NULL)
    return refuse_who (who, error);

  rest = (const char * const *) parts + 1;
  if (g_str_equal (parts[0], "level") && parts[1] != NULL)
    rest++;
  if (rest > (const char * const *) parts + 1 || !set_word (parsed, parts[0]))
    if (!set_level (parsed, campaign, rest[-1], error))
      return FALSE;
  if (rest[0] != NULL && (rest[1] != NULL || !set_detail (parsed, rest[0])))
    return refuse_who (who, error);

  query->persona = parsed->persona;
  query->joined_for = parsed->joined_for;
  query->friends = parsed->friends;
  query->friends_claimed = parsed->friends_claimed;
  g_free (query->level);
  query->level = g_steal_pointer (&parsed->level);

  return TRUE;
}

static const char *
word_of (KqPersonaKind  persona,
         gint64        *joined_for)
{
  for (guint i = 0; i < G_N_ELEMENTS (personas); i++)
    if (personas[i].persona == persona)
      {
        *joined_for = personas[i].joined_for;
        return personas[i].word;
      }

  *joined_for = KQ_PERSONA_JOINED_FOR;

  return NULL;
}

/**
 * kq_view_query_dup_who:
 * @query: a query
 *
 * Returns: (transfer full): its persona, as kq_view_query_parse_who() reads it
 */
char *
kq_view_query_dup_who (const KqViewQuery *query)
{
  g_autofree char *level = NULL;
  const char *word;
  gint64 usual;

  g_return_val_if_fail (query != NULL, NULL);

  word = word_of (query->persona, &usual);
  if (word == NULL)
    word = level = g_strconcat ("level:", query->level != NULL ? query->level : "", NULL);
  if (query->persona == KQ_PERSONA_SHARER)
    return g_strdup_printf ("%s:%u/%u", word, query->friends_claimed, query->friends);
  if (query->joined_for == usual)
    return g_strdup (word);
  if (query->joined_for % KQ_SECONDS_PER_DAY == 0 && query->joined_for > 0)
    return g_strdup_printf ("%s:%" G_GINT64_FORMAT "d", word,
                            query->joined_for / KQ_SECONDS_PER_DAY);

  return g_strdup_printf ("%s:%" G_GINT64_FORMAT "h", word, query->joined_for / 3600);
}

/**
 * kq_view_query_dup_page:
 * @query: a query
 *
 * Returns: (transfer full): its page, as kq_view_query_parse_page() reads it
 */
char *
kq_view_query_dup_page (const KqViewQuery *query)
{
  const char *word = "center";

  g_return_val_if_fail (query != NULL, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    if (pages[i].page == query->page)
      word = pages[i].word;

  return query->page_id != NULL ? g_strconcat (word, ":", query->page_id, NULL) : g_strdup (word);
}

/**
 * kq_view_query_parse_stock:
 * @query: a query
 * @stock: `full`, `gifts-gone` or `gone`
 * @error: return location for an error
 *
 * Sets what is left to be claimed. On failure @query is as it was, and the
 * error is %G_IO_ERROR_INVALID_ARGUMENT.
 *
 * Returns: whether @stock is known
 */
gboolean
kq_view_query_parse_stock (KqViewQuery  *query,
                           const char   *stock,
                           GError      **error)
{
  static const char * const words[] = { "full", "gifts-gone", "gone" };

  g_return_val_if_fail (query != NULL, FALSE);
  g_return_val_if_fail (stock != NULL, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (stock, words[i]))
      {
        query->stock = i;
        return TRUE;
      }

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _("No such stock: “%s”. Known are full, gifts-gone and gone"), stock);
  return FALSE;
}

static gboolean
refuse_page (const char  *page,
             GError     **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               _("No such page: “%s”. Known are join, center, popup, landing:ID, card:ID and "
                 "fission:ID"), page);
  return FALSE;
}

static gboolean
check_object (KqViewQuery  *query,
              KqCampaign   *campaign,
              guint         row,
              const char   *id,
              GError      **error)
{
  KqList *list = kq_object_get_list (KQ_OBJECT (campaign), pages[row].list);
  KqObject *object = kq_list_find (list, id);

  if (object == NULL)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("The campaign has no page “%s:%s”"), pages[row].word, id);
      return FALSE;
    }
  if (kq_object_get_choice (object, pages[row].platform) != (int) query->platform)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                   _("The page “%s:%s” isn’t one of %s"), pages[row].word, id,
                   kq_platform_get_label (query->platform));
      return FALSE;
    }

  return TRUE;
}

/**
 * kq_view_query_parse_page:
 * @query: a query; its platform is set already
 * @campaign: the campaign whose pages are meant
 * @page: `join`, `center`, `popup`, `landing:ID`, `card:ID` or `fission:ID`
 * @error: return location for an error
 *
 * Sets the page. On failure @query is as it was, and the error is
 * %G_IO_ERROR_INVALID_ARGUMENT.
 *
 * Returns: whether @page is there
 */
gboolean
kq_view_query_parse_page (KqViewQuery  *query,
                          KqCampaign   *campaign,
                          const char   *page,
                          GError      **error)
{
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (query != NULL, FALSE);
  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), FALSE);
  g_return_val_if_fail (page != NULL, FALSE);

  parts = g_strsplit (page, ":", 2);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      gboolean with_id = pages[i].list != 0;

      if (g_strcmp0 (parts[0], pages[i].word) != 0 || with_id != (parts[1] != NULL))
        continue;
      if (with_id && !check_object (query, campaign, i, parts[1], error))
        return FALSE;

      query->page = pages[i].page;
      g_free (query->page_id);
      query->page_id = g_strdup (parts[1]);
      return TRUE;
    }

  return refuse_page (page, error);
}
