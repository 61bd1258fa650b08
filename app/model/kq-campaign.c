/* kq-campaign.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <glib/gi18n-lib.h>

#include "kq-campaign.h"
#include "kq-activity.h"
#include "kq-asset.h"
#include "kq-coupon.h"
#include "kq-dismissal.h"
#include "kq-fission.h"
#include "kq-gift-pack.h"
#include "kq-landing-page.h"
#include "kq-level.h"
#include "kq-list.h"
#include "kq-member-card.h"
#include "kq-member-center.h"
#include "kq-member-day.h"
#include "kq-message.h"
#include "kq-product.h"
#include "kq-setup-step.h"
#include "kq-shop.h"

/**
 * KqCampaign:
 *
 * A campaign, the root of all its objects: see the table.
 */
struct _KqCampaign {
  KqObject parent_instance;
};

G_DEFINE_FINAL_TYPE (KqCampaign, kq_campaign, KQ_TYPE_OBJECT)

static const KqField fields[] = {
  [KQ_CAMPAIGN_FORMAT] = { "format", KQ_FIELD_TEXT, KQ_FIELD_REQUIRED, N_("Format"),
    .initial_text = KQ_FORMAT_NAME },
  [KQ_CAMPAIGN_VERSION] = { "version", KQ_FIELD_INT, KQ_FIELD_REQUIRED, N_("Version"),
    .initial = KQ_FORMAT_VERSION },
  [KQ_CAMPAIGN_ID] = { "id", KQ_FIELD_ID, KQ_FIELD_PLAIN, N_("Id") },
  [KQ_CAMPAIGN_NAME] = { "name", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Campaign name") },
  [KQ_CAMPAIGN_NOTES] = { "notes", KQ_FIELD_TEXT, KQ_FIELD_LONG, N_("Notes") },
  [KQ_CAMPAIGN_CURRENCY] = { "currency", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Currency"),
    .initial_text = "CNY" },
  [KQ_CAMPAIGN_TIME_ZONE] = { "timeZone", KQ_FIELD_TEXT, KQ_FIELD_PLAIN, N_("Time zone"),
    .initial_text = "Asia/Shanghai" },
  [KQ_CAMPAIGN_START] = { "start", KQ_FIELD_TIME, KQ_FIELD_PLAIN, N_("Start") },
  [KQ_CAMPAIGN_END] = { "end", KQ_FIELD_TIME, KQ_FIELD_END, N_("End") },
  [KQ_CAMPAIGN_BUDGET] = { "budget", KQ_FIELD_FEN, KQ_FIELD_PLAIN, N_("Budget"),
    .maximum = KQ_WHOLE_MAX },
  [KQ_CAMPAIGN_CLAIM_RATE] = { "claimRate", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Claim rate"),
    .initial = 300, .maximum = 1000 },
  [KQ_CAMPAIGN_USE_RATE] = { "useRate", KQ_FIELD_INT, KQ_FIELD_PLAIN, N_("Use rate"),
    .initial = 200, .maximum = 1000 },
  [KQ_CAMPAIGN_MEMBER_DAY] = { "memberDay", KQ_FIELD_CHILD, KQ_FIELD_PLAIN, N_("Member day"),
    .child_type = kq_member_day_get_type },
  [KQ_CAMPAIGN_SHOPS] = { "shops", KQ_FIELD_CHILDREN, KQ_FIELD_PLAIN, N_("Shops"),
    .child_type = kq_shop_get_type },
  [KQ_CAMPAIGN_LEVELS] = { "levels", KQ_FIELD_CHILDREN, KQ_FIELD_PLAIN, N_("Levels"),
    .child_type = kq_level_get_type },
  [KQ_CAMPAIGN_PRODUCTS] = { "products", KQ_FIELD_CHILDREN, KQ_FIELD_PLAIN, N_("Products"),
    .child_type = kq_product_get_type },
  [KQ_CAMPAIGN_COUPONS] = { "coupons", KQ_FIELD_CHILDREN, KQ_FIELD_PLAIN, N_("Coupons"),
    .child_type = kq_coupon_get_type },
  [KQ_CAMPAIGN_ACTIVITIES] = { "activities", KQ_FIELD_CHILDREN, KQ_FIELD_PLAIN, N_("Activities"),
    .child_type = kq_activity_get_type },
  [KQ_CAMPAIGN_FISSIONS] = { "fissions", KQ_FIELD_CHILDREN, KQ_FIELD_PLAIN, N_("Fission pairs"),
    .child_type = kq_fission_get_type },
  [KQ_CAMPAIGN_GIFT_PACKS] = { "giftPacks", KQ_FIELD_CHILDREN, KQ_FIELD_PLAIN, N_("Gift packs"),
    .child_type = kq_gift_pack_get_type },
  [KQ_CAMPAIGN_MEMBER_CARDS] = { "memberCards", KQ_FIELD_CHILDREN, KQ_FIELD_PLAIN, N_("Member cards"),
    .child_type = kq_member_card_get_type },
  [KQ_CAMPAIGN_MEMBER_CENTERS] = { "memberCenters", KQ_FIELD_CHILDREN, KQ_FIELD_PLAIN, N_("Member centers"),
    .child_type = kq_member_center_get_type },
  [KQ_CAMPAIGN_LANDING_PAGES] = { "landingPages", KQ_FIELD_CHILDREN, KQ_FIELD_PLAIN, N_("Landing pages"),
    .child_type = kq_landing_page_get_type },
  [KQ_CAMPAIGN_MESSAGES] = { "messages", KQ_FIELD_CHILDREN, KQ_FIELD_PLAIN, N_("Messages"),
    .child_type = kq_message_get_type },
  [KQ_CAMPAIGN_SETUP] = { "setup", KQ_FIELD_CHILDREN, KQ_FIELD_PLAIN, N_("Set-up sheet"),
    .child_type = kq_setup_step_get_type },
  [KQ_CAMPAIGN_DISMISSED] = { "dismissed", KQ_FIELD_CHILDREN, KQ_FIELD_PLAIN, N_("Dismissed advice"),
    .child_type = kq_dismissal_get_type },
  [KQ_CAMPAIGN_ASSETS] = { "assets", KQ_FIELD_MAP, KQ_FIELD_PLAIN, N_("Pictures"),
    .child_type = kq_asset_get_type },
};

static void
kq_campaign_class_init (KqCampaignClass *klass)
{
  kq_object_class_install_fields (KQ_OBJECT_CLASS (klass), N_("Campaign"),
                                  fields, G_N_ELEMENTS (fields));
}

static void
kq_campaign_init (KqCampaign *self)
{
}

/**
 * kq_campaign_new:
 * @id: its id
 * @name: its name
 *
 * Returns: (transfer full): a campaign that holds nothing else
 */
KqCampaign *
kq_campaign_new (const char *id,
                 const char *name)
{
  g_return_val_if_fail (id != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  return g_object_new (KQ_TYPE_CAMPAIGN, "id", id, "name", name, NULL);
}

/* The format's default zone, which nearly all campaigns are in: GLib reads a
 * zone's file anew whenever nobody holds it. */
static GTimeZone *
dup_usual_zone (void)
{
  static GTimeZone *usual;
  static gsize once;

  if (g_once_init_enter (&once))
    {
      usual = g_time_zone_new_identifier (fields[KQ_CAMPAIGN_TIME_ZONE].initial_text);
      if (usual == NULL)
        usual = g_time_zone_new_utc ();
      g_once_init_leave (&once, 1);
    }

  return g_time_zone_ref (usual);
}

/**
 * kq_campaign_dup_zone:
 * @self: a campaign
 *
 * Returns: (transfer full): the campaign's time zone; where it names one that
 *   isn't known (KQ-ENUM says so), the format's default
 */
GTimeZone *
kq_campaign_dup_zone (KqCampaign *self)
{
  const char *name;
  GTimeZone *zone;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (self), NULL);

  name = kq_object_get_text (KQ_OBJECT (self), KQ_CAMPAIGN_TIME_ZONE);
  if (g_str_equal (name, fields[KQ_CAMPAIGN_TIME_ZONE].initial_text))
    return dup_usual_zone ();
  zone = g_time_zone_new_identifier (name);

  return zone != NULL ? zone : dup_usual_zone ();
}

/**
 * kq_campaign_get_platforms:
 * @self: a campaign
 *
 * Returns: a bit for each platform on which it has a shop, a member center or a
 *   member card, 1 << %KQ_PLATFORM_DOUYIN and so on
 */
guint
kq_campaign_get_platforms (KqCampaign *self)
{
  static const guint lists[] = {
    KQ_CAMPAIGN_SHOPS, KQ_CAMPAIGN_MEMBER_CENTERS, KQ_CAMPAIGN_MEMBER_CARDS
  };
  guint platforms = 0;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (self), 0);

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      KqList *list = kq_object_get_list (KQ_OBJECT (self), lists[i]);

      for (guint j = 0; j < kq_list_get_length (list); j++)
        {
          int platform = kq_object_get_platform (kq_list_get (list, j));

          if (platform >= 0)
            platforms |= 1u << platform;
        }
    }

  return platforms;
}
