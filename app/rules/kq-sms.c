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

/**
 * kq_sms_fill:
 * @campaign: the campaign
 * @message: one of its messages
 *
 * Returns: (transfer full): the message as it is sent: signature, then the
 *   text with `{coupon}`, `{product}` and `{link}` filled in
 */
char *
kq_sms_fill (KqCampaign *campaign,
             KqObject   *message)
{
  GString *text;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (KQ_IS_MESSAGE (message), NULL);

  text = g_string_new (kq_object_get_text (message, KQ_MESSAGE_TEXT));
  g_string_replace (text, "{coupon}",
                    name_of (campaign, KQ_CAMPAIGN_COUPONS,
                             kq_object_get_text (message, KQ_MESSAGE_COUPON), KQ_COUPON_NAME), 0);
  g_string_replace (text, "{product}",
                    name_of (campaign, KQ_CAMPAIGN_PRODUCTS,
                             kq_object_get_text (message, KQ_MESSAGE_PRODUCT), KQ_PRODUCT_NAME),
                    0);
  g_string_replace (text, "{link}", kq_object_get_text (message, KQ_MESSAGE_LINK), 0);
  g_string_prepend (text, kq_object_get_text (message, KQ_MESSAGE_SIGNATURE));

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
  g_autofree char *text = kq_sms_fill (campaign, message);
  KqSms sms;

  g_return_val_if_fail (text != NULL, ((KqSms) { 0, 0 }));

  sms.characters = g_utf8_strlen (text, -1);
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
      gsize length = url_length (at);

      while (length > 0 && strchr (".,;:!?)'", at[length - 1]) != NULL)
        length--;
      url = g_strndup (at, length);
      if (g_str_has_prefix (url, "http://") || g_str_has_prefix (url, "https://"))
        g_strv_builder_add (urls, url);
      at += MAX (length, strlen ("http"));
    }

  return g_strv_builder_end (urls);
}
