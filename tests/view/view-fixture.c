/* view-fixture.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-format.h"
#include "view-fixture.h"

#define PERIOD(a, b) "'start':'2026-11-" a "T00:00:00+08:00','end':'2026-11-" b "T23:59:59+08:00'"
#define CLAIM(a, b) "'claimStart':'2026-11-" a "T00:00:00+08:00'," \
                    "'claimEnd':'2026-11-" b "T23:59:59+08:00'"

/* All that the rules speak of, on all platforms; ' stands for ". */
static const char json[] =
  "{'format':'kaquan-campaign','version':1,'id':'c','shops':["
  "{'id':'s1','platform':'douyin','name':'D'},"
  "{'id':'s2','platform':'tmall','name':'T','serviceTool':true},"
  "{'id':'s3','platform':'taobao','name':'B'},"
  "{'id':'s4','platform':'mini-program','name':'M'}],"
  "'levels':["
  "{'id':'t2','platform':'tmall','name':'VIP 2','rank':2,'minSpend':100000},"
  "{'id':'t1','platform':'tmall','name':'VIP 1','rank':1,'minOrders':1},"
  "{'id':'d1','platform':'douyin','name':'D1'},"
  "{'id':'m1','platform':'mini-program','name':'M1'},"
  "{'id':'m2','platform':'mini-program','name':'M2','rank':2,'minSpend':50000}],"
  "'products':[{'id':'p1','name':'Pillow','price':12900}],"
  "'coupons':["
  "{'id':'dy','name':'dy','amount':500," CLAIM ("05", "10") ",'perMember':2,'validity':'days','useDays':7},"
  "{'id':'dyrange','name':'dyrange','amount':500," CLAIM ("05", "10") ",'useEnd':'2026-11-12T23:59:59+08:00'},"
  "{'id':'dyjoin','name':'dyjoin','purpose':'join-gift','amount':500,'perMember':3},"
  "{'id':'c1','name':'c1','platform':'tmall','amount':1000,'levels':['t2']},"
  "{'id':'c2','name':'c2','platform':'tmall','amount':1000},"
  "{'id':'cnew','name':'cnew','platform':'tmall','purpose':'new-member-exclusive','amount':1000},"
  "{'id':'chid','name':'chid','platform':'tmall','amount':1000},"
  "{'id':'cbad','name':'cbad','platform':'tmall','amount':1000,'channel':'in-shop'},"
  "{'id':'cfree','name':'cfree','platform':'tmall','amount':1000},"
  "{'id':'pk1','name':'pk1','platform':'tmall','purpose':'gift-pack','amount':2000,'perMember':5},"
  "{'id':'pk2','name':'pk2','platform':'tmall','purpose':'gift-pack','amount':2000},"
  "{'id':'push','name':'push','platform':'taobao','purpose':'push','amount':1000},"
  "{'id':'pprod','name':'pprod','platform':'taobao','purpose':'push','scope':'product','products':['p1'],'amount':900},"
  "{'id':'bmem','name':'bmem','platform':'taobao','amount':900},"
  "{'id':'fs','name':'fs','platform':'taobao','purpose':'fission-sharer','amount':1500},"
  "{'id':'fi','name':'fi','platform':'taobao','purpose':'fission-invitee','amount':500}],"
  "'activities':["
  "{'id':'a1','name':'a1','coupon':'c1'," PERIOD ("05", "10") "},"
  "{'id':'a2','name':'a2','coupon':'c2'," PERIOD ("05", "10") "},"
  "{'id':'anew','name':'anew','kind':'new-member-exclusive','coupon':'cnew','hidden':true,'joinedWithinDays':7," PERIOD ("01", "30") "},"
  "{'id':'agift','name':'agift','kind':'new-member-exclusive','gift':{'name':'Bag','quantity':5},'joinedWithinDays':7," PERIOD ("01", "30") "},"
  "{'id':'ahid','name':'ahid','coupon':'chid','hidden':true," PERIOD ("01", "30") "},"
  "{'id':'abad','name':'abad','coupon':'cbad'," PERIOD ("01", "30") "}],"
  "'fissions':[{'id':'f1','platform':'taobao','name':'F','sharerCoupon':'fs','inviteeCoupon':'fi','people':3}],"
  "'giftPacks':["
  "{'id':'pmem','name':'pmem','audience':'members','coupons':['pk2'],'levels':['t2']," PERIOD ("05", "20") ","
  "'popupStart':'2026-11-06T09:00:00+08:00','popupEnd':'2026-11-15T23:59:59+08:00'},"
  "{'id':'pnew','name':'pnew','coupons':['pk1'],'gift':{'name':'Cup','quantity':10,'stock':10}," PERIOD ("05", "20") ","
  "'popupStart':'2026-11-06T09:00:00+08:00','popupEnd':'2026-11-15T23:59:59+08:00'}],"
  "'memberCards':["
  "{'id':'free','title':'Free','faceColor':'#a8182c','benefits':[{'id':'b1'},{'id':'b2','kind':'points'}],'claimUrl':'https://x.example'},"
  "{'id':'cond','title':'Cond','kind':'conditional','spend':50000,'benefits':[{'id':'b1'}]},"
  "{'id':'paid','title':'Paid','kind':'paid','price':9900,'validity':'year','benefits':[{'id':'b1'}]}],"
  "'memberCenters':[{'id':'mc','publishedAt':'2026-11-02T00:00:00+08:00','facePreset':3,"
  "'rulesText':'Own rules','posters':[{'id':'po1','link':'https://x.example/1'},{'id':'po2'}],"
  "'benefits':[{'id':'bj','kind':'join-gift'},{'id':'be','kind':'exclusive-coupon'},"
  "{'id':'bg','kind':'exclusive-gift'},{'id':'bs','kind':'exclusive-service'},"
  "{'id':'bl','kind':'shopping-points','levels':['t2']},{'id':'bo','kind':'other','enabled':false}]}],"
  "'landingPages':[{'id':'l1','platform':'taobao','title':'L','blocks':["
  "{'id':'k1','coupon':'push'},{'id':'k2','kind':'products','products':['p1']},"
  "{'id':'k3','coupon':'bmem','tone':'orange'}]}]}";

KqCampaign *
fixture_campaign (void)
{
  g_autofree char *text = g_strdelimit (g_strdup (json), "'", '"');
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  KqCampaign *campaign = kq_format_read (bytes, NULL, &error);

  g_assert_no_error (error);

  return campaign;
}

KqObject *
fixture_object (KqCampaign *campaign,
                guint       list,
                const char *id)
{
  KqObject *object = kq_list_find (kq_object_get_list (KQ_OBJECT (campaign), list), id);

  g_assert_nonnull (object);

  return object;
}

/* @day: “08” or “08T09:30” of November 2026; noon where no time is given */
KqViewQuery *
fixture_query (KqCampaign *campaign,
               KqPlatform  platform,
               const char *who,
               const char *page,
               const char *day)
{
  g_autofree char *time = g_strdup_printf ("2026-11-%s%s:00+08:00", day,
                                           strchr (day, 'T') != NULL ? "" : "T12:00");
  g_autoptr (GError) error = NULL;
  KqViewQuery *query;
  KqTime moment;

  g_assert_true (kq_time_parse (time, &moment));
  query = kq_view_query_new (platform, moment);
  kq_view_query_parse_who (query, campaign, who, &error);
  g_assert_no_error (error);
  kq_view_query_parse_page (query, campaign, page, &error);
  g_assert_no_error (error);

  return query;
}

KqView *
fixture_ask (KqCampaign *campaign,
             KqPlatform  platform,
             const char *who,
             const char *page,
             const char *day,
             const char *claimed,
             const char *used_up)
{
  g_autoptr (KqViewQuery) query = fixture_query (campaign, platform, who, page, day);
  g_autoptr (GError) error = NULL;
  KqView *view;

  if (claimed != NULL)
    query->claimed = g_strsplit (claimed, ",", -1);
  if (used_up != NULL)
    query->used_up = g_strsplit (used_up, ",", -1);

  view = kq_view_at (campaign, query, &error);
  g_assert_no_error (error);
  g_assert_nonnull (view);

  return view;
}

/* Where on the page the first block of a kind is, or G_MAXUINT. */
guint
fixture_place (KqView          *view,
               KqViewBlockKind  kind)
{
  for (guint i = 0; i < view->blocks->len; i++)
    if (((KqViewBlock *) view->blocks->pdata[i])->kind == kind)
      return i;

  return G_MAXUINT;
}
