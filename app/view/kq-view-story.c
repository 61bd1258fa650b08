/* kq-view-story.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-view-changes.h"
#include "kq-view-private.h"
#include "kq-view-story.h"

/* Phones side by side, for who has to agree to a campaign. */

static gboolean
is_full (GPtrArray *frames)
{
  return frames->len >= KQ_STORY_MAX_FRAMES;
}

static void
add_frame (GPtrArray         *frames,
           KqCampaign        *campaign,
           const KqViewQuery *query,
           char              *title,
           const char        *text)
{
  g_autoptr (KqView) view = kq_view_at (campaign, query, NULL);
  KqStoryFrame *frame;

  if (view == NULL || is_full (frames))
    {
      g_free (title);
      return;
    }

  frame = g_new (KqStoryFrame, 1);
  frame->title = title;
  frame->text = g_strdup (text);
  frame->view = g_steal_pointer (&view);
  g_ptr_array_add (frames, frame);
}

static void
add_personas (GPtrArray         *frames,
              KqCampaign        *campaign,
              const KqViewQuery *query)
{
  g_autoptr (GPtrArray) choices = kq_view_list_personas (campaign, query->platform);
  g_autoptr (KqViewQuery) asked = kq_view_query_copy (query);

  for (guint i = 0; i < choices->len; i++)
    {
      const KqViewChoice *choice = choices->pdata[i];

      if (kq_view_query_parse_who (asked, campaign, choice->word, NULL))
        add_frame (frames, campaign, asked, g_strdup (choice->label), NULL);
    }
}

static char *
moment_title (KqTime     moment,
              GTimeZone *zone)
{
  g_autoptr (GDateTime) date = kq_time_to_date_time (moment, zone);

  return date != NULL ? g_date_time_format (date, "%Y-%m-%d %H:%M") : g_strdup ("");
}

/* From the start of the campaign, else from the moment of @query, on. */
static void
add_moments (GPtrArray         *frames,
             KqCampaign        *campaign,
             const KqViewQuery *query)
{
  g_autoptr (GTimeZone) zone = kq_campaign_dup_zone (campaign);
  g_autoptr (KqViewQuery) asked = kq_view_query_copy (query);
  g_autoptr (GPtrArray) changes = NULL;
  KqTime from, to;

  kq_view_get_period (campaign, query->moment, &from, &to);
  asked->moment = from;
  if (asked->page == KQ_VIEW_PAGE_CENTER)
    asked->page = KQ_VIEW_PAGE_POPUP;
  add_frame (frames, campaign, asked, moment_title (from, zone), NULL);
  changes = kq_view_changes (campaign, query, from, to);
  for (guint i = 0; i < changes->len && !is_full (frames); i++)
    {
      const KqViewChange *change = changes->pdata[i];

      asked->moment = change->moment;
      add_frame (frames, campaign, asked, moment_title (change->moment, zone), change->text);
    }
}

/**
 * kq_view_story:
 * @campaign: a campaign
 * @query: a question
 * @kind: along what the story goes
 *
 * Asks @query of every persona of the platform, or at the start of the campaign
 * and at every moment at which something changes, and collects the answers, at
 * most %KQ_STORY_MAX_FRAMES.
 *
 * Returns: (transfer full) (element-type KqStoryFrame): phones, in order
 */
GPtrArray *
kq_view_story (KqCampaign        *campaign,
               const KqViewQuery *query,
               KqStoryKind        kind)
{
  GPtrArray *frames;

  g_return_val_if_fail (KQ_IS_CAMPAIGN (campaign), NULL);
  g_return_val_if_fail (query != NULL, NULL);

  frames = g_ptr_array_new_with_free_func ((GDestroyNotify) kq_story_frame_free);
  if (kind == KQ_STORY_PERSONAS)
    add_personas (frames, campaign, query);
  else
    add_moments (frames, campaign, query);

  return frames;
}

/**
 * kq_story_frame_free:
 * @frame: (transfer full): a frame
 *
 * Frees @frame.
 */
void
kq_story_frame_free (KqStoryFrame *frame)
{
  g_return_if_fail (frame != NULL);

  g_free (frame->title);
  g_free (frame->text);
  kq_view_unref (frame->view);
  g_free (frame);
}
