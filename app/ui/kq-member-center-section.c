/* kq-member-center-section.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-member-center-section.h"

#include <glib/gi18n-lib.h>

#include "kq-benefit.h"
#include "kq-benefit-need.h"
#include "kq-card-actions.h"
#include "kq-list.h"
#include "kq-member-center.h"
#include "kq-poster.h"
#include "kq-tab-application.h"
#include "kq-view.h"

/**
 * KqMemberCenterSection:
 *
 * The member center of Tmall and that of Taobao: card, benefits and posters in
 * the page's order, the member rules, and the way into the shop front.
 */
struct _KqMemberCenterSection {
  KqListSection parent_instance;
};

G_DEFINE_FINAL_TYPE (KqMemberCenterSection, kq_member_center_section, KQ_TYPE_LIST_SECTION)

static const char * const page_fields[] = { "platform", "joinUrl", NULL };
static const char * const card_fields[] = { "facePreset", "faceImage", NULL };
static const char * const rules_fields[] = { "rulesText", NULL };
static const char * const publish_fields[] = { "draftSavedAt", "publishedAt", NULL };
static const char * const benefit_fields[] = {
  "kind", "title", "text", "levels", "exchange", "pointsPlusCash", NULL
};
static const char * const poster_fields[] = { "image", "link", NULL };
static const char * const application_fields[] = { "at", "account", "state", "reason", NULL };

static gint64
get_limit (KqDocument *document,
           KqObject   *center,
           const char *name)
{
  int platform = kq_object_get_platform (center);

  return kq_profiles_get_limit (kq_document_get_profiles (document),
                                platform == KQ_PLATFORM_TAOBAO ? KQ_PLATFORM_TAOBAO
                                                               : KQ_PLATFORM_TMALL, name);
}

/* TB-17 to TB-28: what there must be before the benefit is more than a name */
static char *
dup_benefit_subtitle (KqDocument *document,
                      KqObject   *object)
{
  KqBenefitNeed need = kq_benefit_get_need (kq_document_get_campaign (document), object);
  const char *text = kq_object_get_text (object, KQ_BENEFIT_TEXT);

  if (need.missing != NULL)
    /* Translators: %s is what to do first, such as “set up the points rule of
     * the shop first” */
    return g_strdup_printf (_("Still needed: %s"), need.missing);

  return *text != '\0' ? g_strdup (text) : NULL;
}

static char *
dup_poster_title (KqDocument *document,
                  KqObject   *object)
{
  guint position = 0;

  kq_list_index_of (kq_object_get_list (kq_object_get_parent (object), KQ_MEMBER_CENTER_POSTERS),
                    object, &position);

  return g_strdup_printf (_("Poster %u"), position + 1);
}

static char *
dup_poster_subtitle (KqDocument *document,
                     KqObject   *object)
{
  return g_strdup (kq_object_get_text (object, KQ_POSTER_LINK));
}

static char *
dup_application_title (KqDocument *document,
                       KqObject   *object)
{
  KqTime time = kq_object_get_time (object, KQ_TAB_APPLICATION_AT);
  int state = kq_object_get_choice (object, KQ_TAB_APPLICATION_STATE);
  const char *result = state >= 0 ? kq_object_get_word_label (object, KQ_TAB_APPLICATION_STATE, state)
                                  : kq_object_get_word (object, KQ_TAB_APPLICATION_STATE);
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *day = NULL;

  if (!kq_time_is_set (time))
    return g_strdup (result);

  moment = kq_time_to_date_time (time, kq_document_get_zone (document));
  day = g_date_time_format (moment, C_("day and year", "%-d %b %Y"));

  return g_strdup_printf ("%s · %s", day, result);
}

static char *
dup_application_subtitle (KqDocument *document,
                          KqObject   *object)
{
  return g_strdup (kq_object_get_text (object, KQ_TAB_APPLICATION_ACCOUNT));
}

static const KqNestedSpec benefits = {
  .field = "benefits",
  .add_label = N_("Add Benefit"),
  .empty_text = N_("The page can’t be saved on the platform with fewer than four benefits."),
  .id_prefix = "benefit",
  .fields = benefit_fields,
  .kind = "kind",
  .toggle = "enabled",
  .dup_subtitle = dup_benefit_subtitle,
};

static const KqNestedSpec posters = {
  .field = "posters",
  .add_label = N_("Add Poster"),
  .empty_text = N_("Up to three posters go round at the top of the page, each with its own link. Drop pictures here, or paste them."),
  .id_prefix = "poster",
  .fields = poster_fields,
  .picture = "image",
  .dup_title = dup_poster_title,
  .dup_subtitle = dup_poster_subtitle,
};

static const KqNestedSpec applications = {
  .field = "tabApplications",
  .add_label = N_("Add Application"),
  .empty_text = N_("Publish the page first, then apply. Applications are reviewed on Monday evenings."),
  .id_prefix = "application",
  .fields = application_fields,
  .dup_title = dup_application_title,
  .dup_subtitle = dup_application_subtitle,
};

/* TB-06 */
static char *
dup_rules_hint (KqDocument *document,
                KqObject   *object,
                guint       index)
{
  glong length = g_utf8_strlen (kq_object_get_text (object, index), -1);
  g_autofree char *count = kq_count_format (length);
  g_autofree char *limit = kq_count_format (get_limit (document, object, "rulesTextMax"));

  /* Translators: how many characters there are, and how many there may be */
  return g_strdup_printf (_("%s of %s characters"), count, limit);
}

/* TB-05: what the join page says as long as nobody writes anything else */
static char *
dup_generated_rules (KqDocument *document,
                     KqObject   *object,
                     guint       index)
{
  int platform = kq_object_get_platform (object);
  g_autoptr (KqViewQuery) query = NULL;
  g_autoptr (KqView) view = NULL;
  KqViewBlock *block;

  if (platform < 0 || *kq_object_get_text (object, index) != '\0')
    return NULL;

  query = kq_view_query_new (platform, kq_time_now (kq_document_get_zone (document)));
  query->persona = KQ_PERSONA_VISITOR;
  query->page = KQ_VIEW_PAGE_JOIN;
  view = kq_view_at (kq_document_get_campaign (document), query, NULL);
  block = view != NULL ? kq_view_get_block (view, KQ_VIEW_BLOCK_RULES) : NULL;

  return block != NULL ? g_strdup (block->text) : NULL;
}

static const KqFormGroup groups[] = {
  { N_("Page"), page_fields },
  { N_("Card"), card_fields, .actions = kq_card_face_actions },
  { N_("Benefits"), .nested = &benefits },
  { N_("Posters"), .nested = &posters },
  { N_("Rules"), rules_fields, .dup_hint = dup_rules_hint, .dup_draft = dup_generated_rules },
  { N_("Draft and publication"), publish_fields },
  { N_("Member tab of the shop front"), .nested = &applications },
};

static char *
dup_title (KqDocument *document,
           KqObject   *object)
{
  int platform = kq_object_get_platform (object);

  /* Translators: %s is a platform */
  return platform >= 0 ? g_strdup_printf (_("Member center on %s"), kq_platform_get_label (platform))
                       : g_strdup (kq_object_get_label (object));
}

static char *
dup_subtitle (KqDocument *document,
              KqObject   *object)
{
  KqList *list = kq_object_get_list (object, KQ_MEMBER_CENTER_BENEFITS);
  guint n_on = 0, n_posters;
  g_autofree char *on = NULL;
  g_autofree char *shown = NULL;

  for (guint i = 0; i < kq_list_get_length (list); i++)
    n_on += kq_object_get_bool (kq_list_get (list, i), KQ_BENEFIT_ENABLED);
  n_posters = kq_list_get_length (kq_object_get_list (object, KQ_MEMBER_CENTER_POSTERS));
  on = g_strdup_printf (ngettext ("%u benefit", "%u benefits", n_on), n_on);
  shown = g_strdup_printf (ngettext ("%u poster", "%u posters", n_posters), n_posters);

  return g_strdup_printf ("%s · %s", on, shown);
}

static gboolean
has_center (KqList *centers,
            int     platform)
{
  for (guint i = 0; i < kq_list_get_length (centers); i++)
    if (kq_object_get_platform (kq_list_get (centers, i)) == platform)
      return TRUE;

  return FALSE;
}

/* One center a platform. It has every benefit that the platform offers,
 * switched off: which are switched on is what there is to decide. */
static void
prepare (KqDocument *document,
         KqObject   *object)
{
  KqObject *campaign = KQ_OBJECT (kq_document_get_campaign (document));
  KqList *list = kq_object_get_list (object, KQ_MEMBER_CENTER_BENEFITS);
  const char * const *kinds;

  if (has_center (kq_object_get_list (campaign, KQ_CAMPAIGN_MEMBER_CENTERS), KQ_PLATFORM_TMALL))
    kq_object_set_choice (object, KQ_MEMBER_CENTER_PLATFORM, KQ_PLATFORM_TAOBAO);

  kinds = kq_profiles_get_choices (kq_document_get_profiles (document),
                                   kq_object_get_platform (object), "benefitKinds");
  for (; *kinds != NULL; kinds++)
    {
      g_autofree char *id = kq_list_new_id (list, "benefit");
      g_autoptr (KqObject) benefit = g_object_new (KQ_TYPE_BENEFIT, "id", id, NULL);

      kq_object_set_word (benefit, KQ_BENEFIT_KIND, *kinds);
      kq_object_set_bool (benefit, KQ_BENEFIT_ENABLED, FALSE);
      kq_list_append (list, benefit);
    }
}

static const KqListSpec specs[] = {
  {
    .list = KQ_CAMPAIGN_MEMBER_CENTERS,
    .title = N_("Member centers"),
    .add_label = N_("Member center"),
    .empty_text = N_("Add the page on which members of a Tmall or Taobao shop find card, benefits and posters."),
    .icon_name = "kq-center-symbolic",
    .id_prefix = "center",
    .groups = groups,
    .n_groups = G_N_ELEMENTS (groups),
    .dup_title = dup_title,
    .dup_subtitle = dup_subtitle,
    .prepare = prepare,
  },
};

static void
kq_member_center_section_class_init (KqMemberCenterSectionClass *klass)
{
  static const char * const lists[] = { "memberCenters", NULL };
  KqSectionClass *section_class = KQ_SECTION_CLASS (klass);
  KqListSectionClass *list_section_class = KQ_LIST_SECTION_CLASS (klass);

  section_class->name = "center";
  section_class->title = N_("Member center");
  section_class->icon_name = "kq-center-symbolic";
  section_class->lists = lists;
  kq_card_actions_install (GTK_WIDGET_CLASS (klass));
  list_section_class->specs = specs;
  list_section_class->n_specs = G_N_ELEMENTS (specs);
}

static void
kq_member_center_section_init (KqMemberCenterSection *self)
{
}
