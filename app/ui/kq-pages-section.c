/* kq-pages-section.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-pages-section.h"

#include <glib/gi18n-lib.h>

#include "kq-block.h"
#include "kq-describe.h"
#include "kq-landing-page.h"
#include "kq-list.h"
#include "kq-message.h"
#include "kq-sms.h"

/**
 * KqPagesSection:
 *
 * The landing pages with their blocks from top to bottom, and the text messages
 * that lead to them.
 */
struct _KqPagesSection {
  KqListSection parent_instance;
};

G_DEFINE_FINAL_TYPE (KqPagesSection, kq_pages_section, KQ_TYPE_LIST_SECTION)

static const char * const page_fields[] = { "title", "platform", "state", NULL };
static const char * const page_link_fields[] = { "shortLink", "clickTested", NULL };
static const char * const block_fields[] = {
  "kind", "coupon", "tone", "products", "image", "text", "link", NULL
};

static KqObject *
find_coupon (KqDocument *document,
             const char *id)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (document));

  return kq_list_find (kq_object_get_list (campaign, KQ_CAMPAIGN_COUPONS), id);
}

static char *
dup_block_subtitle (KqDocument *document,
                    KqObject   *object)
{
  KqObject *coupon;
  guint n;

  switch (kq_object_get_choice (object, KQ_BLOCK_KIND))
    {
    case KQ_BLOCK_KIND_COUPON:
      coupon = find_coupon (document, kq_object_get_text (object, KQ_BLOCK_COUPON));
      return coupon != NULL ? kq_object_describe_name (coupon) : NULL;
    case KQ_BLOCK_KIND_PRODUCTS:
      n = g_strv_length ((char **) kq_object_get_texts (object, KQ_BLOCK_PRODUCTS));
      return g_strdup_printf (ngettext ("%u product", "%u products", n), n);
    case KQ_BLOCK_KIND_TEXT:
      return g_strdup (kq_object_get_text (object, KQ_BLOCK_TEXT));
    default:
      return NULL;
    }
}

static const KqNestedSpec blocks = {
  .field = "blocks",
  .add_label = N_("Add Block"),
  .empty_text = N_("From top to bottom: a red coupon, the products, and an orange coupon."),
  .id_prefix = "block",
  .fields = block_fields,
  .kind = "kind",
  .dup_subtitle = dup_block_subtitle,
};

static const KqFormGroup page_groups[] = {
  { N_("What"), page_fields },
  { N_("Blocks"), .nested = &blocks },
  { N_("Link"), page_link_fields },
};

static const char * const message_fields[] = { "name", "platform", "scene", "state", NULL };
static const char * const carried_fields[] = { "coupon", "product", "landingPage", "link", NULL };
static const char * const text_fields[] = { "signature", "text", NULL };
static const char * const when_fields[] = { "trigger", "sendAt", "until", NULL };
static const char * const who_fields[] = { "audienceSize", "returningOnly", NULL };

/* How long the message is as it is sent, which is what is paid for */
static char *
dup_text_hint (KqDocument *document,
               KqObject   *object,
               guint       index)
{
  KqSms sms;
  g_autofree char *characters = NULL;
  g_autofree char *parts = NULL;

  if (index != KQ_MESSAGE_TEXT)
    return NULL;

  sms = kq_sms_measure (kq_document_get_campaign (document), object);
  characters = g_strdup_printf (ngettext ("%u character", "%u characters", sms.characters),
                                sms.characters);
  parts = g_strdup_printf (ngettext ("%u part", "%u parts", sms.parts), sms.parts);

  return g_strdup_printf ("%s · %s", characters, parts);
}

static char *
dup_text_placeholder (KqDocument *document,
                      KqObject   *object,
                      guint       index)
{
  return g_strdup (_("{coupon}, {product} and {link} stand for what the message carries."));
}

static const KqFormInsert text_inserts[] = {
  { "{coupon}", N_("Insert {coupon}: the coupon’s name") },
  { "{product}", N_("Insert {product}: the product’s name") },
  { "{link}", N_("Insert {link}: the link") },
  { NULL }
};

static const KqFormGroup message_groups[] = {
  { N_("What"), message_fields },
  { N_("Carries"), carried_fields },
  { N_("Text"), text_fields, .inserts = text_inserts, .dup_hint = dup_text_hint,
    .dup_placeholder = dup_text_placeholder },
  { N_("When"), when_fields },
  { N_("Who"), who_fields },
};

static char *
dup_title (KqDocument *document,
           KqObject   *object)
{
  return kq_object_describe_name (object);
}

static char *
dup_page_subtitle (KqDocument *document,
                   KqObject   *object)
{
  guint n = kq_list_get_length (kq_object_get_list (object, KQ_LANDING_PAGE_BLOCKS));

  return g_strdup_printf (ngettext ("%u block", "%u blocks", n), n);
}

static char *
dup_message_subtitle (KqDocument *document,
                      KqObject   *object)
{
  KqTime time = kq_object_get_time (object, KQ_MESSAGE_SEND_AT);
  int scene = kq_object_get_choice (object, KQ_MESSAGE_SCENE);
  const char *what = scene >= 0 ? kq_object_get_word_label (object, KQ_MESSAGE_SCENE, scene)
                                : kq_object_get_word (object, KQ_MESSAGE_SCENE);
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *when = NULL;

  if (!kq_time_is_set (time))
    return g_strdup (what);

  moment = kq_time_to_date_time (time, kq_document_get_zone (document));
  when = g_date_time_format (moment, C_("day and clock time", "%-d %b %H:%M"));

  return g_strdup_printf ("%s · %s", what, when);
}

/* The message as it is read */
static char *
dup_message_summary (KqDocument *document,
                     KqObject   *object)
{
  g_autofree char *text = kq_sms_fill (kq_document_get_campaign (document), object);

  return *text != '\0' ? g_steal_pointer (&text) : NULL;
}

static const KqListSpec specs[] = {
  {
    .list = KQ_CAMPAIGN_LANDING_PAGES,
    .title = N_("Landing pages"),
    .add_label = N_("Landing page"),
    .empty_text = N_("Add a page that holds a campaign’s coupons and products together."),
    .icon_name = "kq-pages-symbolic",
    .id_prefix = "page",
    .groups = page_groups,
    .n_groups = G_N_ELEMENTS (page_groups),
    .dup_title = dup_title,
    .dup_subtitle = dup_page_subtitle,
  },
  {
    .list = KQ_CAMPAIGN_MESSAGES,
    .title = N_("Messages"),
    .add_label = N_("Message"),
    .empty_text = N_("Add a text message that carries a coupon or leads to a page."),
    .icon_name = "kq-pages-symbolic",
    .id_prefix = "message",
    .groups = message_groups,
    .n_groups = G_N_ELEMENTS (message_groups),
    .dup_title = dup_title,
    .dup_subtitle = dup_message_subtitle,
    .dup_summary = dup_message_summary,
  },
};

static void
kq_pages_section_class_init (KqPagesSectionClass *klass)
{
  static const char * const lists[] = { "landingPages", "messages", NULL };
  KqSectionClass *section_class = KQ_SECTION_CLASS (klass);
  KqListSectionClass *list_section_class = KQ_LIST_SECTION_CLASS (klass);

  section_class->name = "pages";
  section_class->title = N_("Pages, messages");
  section_class->icon_name = "kq-pages-symbolic";
  section_class->lists = lists;
  list_section_class->specs = specs;
  list_section_class->n_specs = G_N_ELEMENTS (specs);
}

static void
kq_pages_section_init (KqPagesSection *self)
{
}
