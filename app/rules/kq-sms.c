/* kq-sms.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-coupon.h"
#include "kq-list.h"
#include "kq-message.h"
#include "kq-product.h"
#include "kq-sms.h"

static const char *
name_of (KqCampaign *campaign,
         guint       list,
         const char *id,
         guint       name_field)
{
  KqObject *object = kq_list_find (kq_object_get_list (KQ_OBJECT (campaign), list), id);

  return object != NULL ? kq_object_get_text (object, name_field) : "";
}

typedef struct {
  const char *variable;
  const char *value;
} Variable;

#define N_VARIABLES 3

static void
get_variables (KqCampaign *campaign,
               KqObject   *message,
               Variable    variables[N_VARIABLES])
{
  variables[0] = (Variable) {
    "{coupon}", name_of (campaign, KQ_CAMPAIGN_COUPONS,
                         kq_object_get_text (message, KQ_MESSAGE_COUPON), KQ_COUPON_NAME)
  };
  variables[1] = (Variable) {
    "{product}", name_of (campaign, KQ_CAMPAIGN_PRODUCTS,
                          kq_object_get_text (message, KQ_MESSAGE_PRODUCT), KQ_PRODUCT_NAME)
  };
  variables[2] = (Variable) { "{link}", kq_object_get_text (message, KQ_MESSAGE_LINK) };
}

static const Variable *
variable_at (const Variable  variables[N_VARIABLES],
             const char     *text)
{
  for (guint i = 0; i < N_VARIABLES; i++)
    if (g_str_has_prefix (text, variables[i].variable))
      return &variables[i];

  return NULL;
}

/**
 * kq_sms_fill:
 * @campaign: the campaign
 * @message: one of its messages
 *
 * What a variable's value holds stays as it is, whatever it looks like. From
 * %KQ_SMS_FILL_MAX bytes on variables aren't filled in any more: no such
 * message is ever sent, and the text must not grow without bound.
 *
 * Returns: (transfer full): the message as it is sent: signature, then the
 *   text with `{coupon}`, `{product}` and `{link}` filled in
 */
char *
kq_sms_fill (KqCampaign *campaign,
             KqObject   *message)
{
  Variable variables[N_VARIABLES];
  const char *at, *open;
  GString *text;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (KQ_IS_MESSAGE (message), NULL);

  get_variables (campaign, message, variables);
  text = g_string_new (kq_object_get_text (message, KQ_MESSAGE_SIGNATURE));
  at = kq_object_get_text (message, KQ_MESSAGE_TEXT);
  while ((open = strchr (at, '{')) != NULL && text->len < KQ_SMS_FILL_MAX)
    {
      const Variable *variable = variable_at (variables, open);

      g_string_append_len (text, at, open - at);
      g_string_append (text, variable != NULL ? variable->value : "{");
      at = open + (variable != NULL ? strlen (variable->variable) : 1);
    }
  g_string_append (text, at);

  return g_string_free (text, FALSE);
}

/**
 * kq_sms_measure:
 * @campaign: the campaign
 * @message: one of its messages
 *
 * Returns: how long the message is as it is sent (KQ-LENGTH)
 */
KqSms
kq_sms_measure (KqCampaign *campaign,
                KqObject   *message)
{
  Variable variables[N_VARIABLES];
  gint64 characters, lengths[N_VARIABLES];
  const char *at;
  KqSms sms;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), ((KqSms) { 0, 0 }));
  g_return_val_if_fail (KQ_IS_MESSAGE (message), ((KqSms) { 0, 0 }));

  get_variables (campaign, message, variables);
  for (guint i = 0; i < N_VARIABLES; i++)
    lengths[i] = g_utf8_strlen (variables[i].value, -1) - strlen (variables[i].variable);

  at = kq_object_get_text (message, KQ_MESSAGE_TEXT);
  characters = g_utf8_strlen (kq_object_get_text (message, KQ_MESSAGE_SIGNATURE), -1) +
               g_utf8_strlen (at, -1);
  for (; (at = strchr (at, '{')) != NULL; at++)
    {
      const Variable *variable = variable_at (variables, at);

      if (variable != NULL)
        characters += lengths[variable - variables];
    }

  sms.characters = MIN (characters, G_MAXINT);
  sms.parts = sms.characters <= KQ_SMS_SINGLE
              ? (sms.characters > 0)
              : (sms.characters + KQ_SMS_PART - 1) / KQ_SMS_PART;

  return sms;
}

/* What can stand in a URL (RFC 3986); a Chinese character or full stop ends it. */
static gsize
url_length (const char *text)
{
  return strspn (text, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
                       "-._~:/?#[]@!$&'()*+,;=%");
}

/* Of what an address begins with; 0 for other words. */
static gsize
scheme_length (const char *text)
{
  if (g_str_has_prefix (text, "https://"))
    return strlen ("https://");

  return g_str_has_prefix (text, "http://") ? strlen ("http://") : 0;
}

/**
 * kq_sms_find_urls:
 * @text: a text
 *
 * Returns: (transfer full) (array zero-terminated=1): the http and https
 *   addresses in it, in order, without a full stop or comma that ends the
 *   sentence
 */
char **
kq_sms_find_urls (const char *text)
{
  g_autoptr (GStrvBuilder) urls = g_strv_builder_new ();
  const char *at = text;

  g_return_val_if_fail (text != NULL, NULL);

  while ((at = strstr (at, "http")) != NULL)
    {
      g_autofree char *url = NULL;
      gsize scheme = scheme_length (at);
      gsize length = scheme > 0 ? url_length (at) : strlen ("http");

      while (length > scheme && scheme > 0 && strchr (".,;:!?)'", at[length - 1]) != NULL)
        length--;
      url = g_strndup (at, length);
      if (scheme > 0 && length > scheme)
        g_strv_builder_add (urls, url);
      at += length;
    }

  return g_strv_builder_end (urls);
}
