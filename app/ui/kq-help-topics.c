/* kq-help-topics.c
 *
 * Copyright 2026 The Kaquan authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "kq-help-topics.h"

#include <glib/gi18n-lib.h>

static const KqHelpTopic topics[] = {
  { N_("What Kaquan is for"), NULL,
    N_("Here a member campaign is designed once for all platforms that it runs on, before anybody "
       "types it into their consoles. While you type, it is checked against the rules of every "
       "platform, and the preview shows what each kind of member sees at each moment.\n\n"
       "The way through: begin a campaign from a scenario, look through its sections from "
       "top to bottom, fix what the checks find, look at it in the preview, and export it.") },
  { N_("Library, saving and history"), NULL,
    N_("Your campaigns are in the library on this computer. Begin an empty one or one from a "
       "scenario, or drop a campaign file anywhere on the window to import it.\n\n"
       "Everything is saved as you type it; there is nothing to remember. Every step can be "
       "undone, also deletions. History in the main menu shows the versions of the last 30 days "
       "and brings any of them back.\n\n"
       "Export in the main menu writes a file for colleagues, with the pictures in it or in a "
       "folder beside it.") },
  { N_("Overview"), "overview",
    N_("What the campaign is called, when it runs and what it may cost. Above that: how many "
       "findings each section has, what is at stake in the worst case and as expected, and the "
       "next dates. A row leads to where something is to be done.") },
  { N_("Checks"), "checks",
    N_("A finding says what a platform would refuse (error), what goes wrong for members "
       "(warning), or what could be better (advice), with the rule that it comes from. Where the "
       "mend is mechanical, Fix does it, and it can be undone like anything else. Advice that you "
       "don’t follow can be dismissed.\n\n"
       "Next Finding goes from one to the next and shows the field that it is about.") },
  { N_("Shops, products"), "shops",
    N_("One shop for each platform that the campaign runs on, with its edition and what is set up "
       "there already. Products have a price, a cost and a stock, so that the lowest price and the "
       "money at stake can be computed.") },
  { N_("Levels"), "levels",
    N_("The member levels of each platform, from the lowest to the highest. Coupons, packs and "
       "activities choose among them.") },
  { N_("Coupons"), "coupons",
    N_("The form shows only what the type of coupon needs, and its first line says the coupon in "
       "words. Money is typed in yuan; an end date means the last second of that day.\n\n"
       "Next of this Series adds the same coupon with a window that begins when this one ends. "
       "Several coupons can be selected, and then duplicated, moved or deleted together.") },
  { N_("Activities"), "activities",
    N_("Exclusive activities are reached by a link and give a coupon or a gift to some levels. "
       "Fission pairs reward the sharer and those who follow the link.") },
  { N_("Gift packs"), "packs",
    N_("A pack is put together from the campaign’s coupons. How many packs there are is computed "
       "while you type, and which coupon limits them is said.") },
  { N_("Member cards"), "cards",
    N_("The face of the card, how it is got and how long it is valid, and its benefits. The card "
       "is drawn beside the form as you change it.") },
  { N_("Member center"), "center",
    N_("The platform’s page for members: the face of the card, the benefits with what each still "
       "needs, the posters in their order, and the rules. Where no rules are written, the text "
       "that is shown is made from the campaign.\n\n"
       "Pictures are dropped, pasted or chosen. Each says before what the platform asks of it, and "
       "after whether it does.") },
  { N_("Pages, messages"), "pages",
    N_("Landing pages are made of blocks, which are dragged into their order or moved with Alt "
       "and the arrow keys. A message says how many characters and parts it has with its variables "
       "filled in.") },
  { N_("Calendar"), "calendar",
    N_("What there is when, in a lane for each platform and audience. A hatched stretch is a gap "
       "in which nothing can be claimed: press it to extend a coupon over it. A red mark is an "
       "overlap that the named rule forbids.\n\n"
       "Drag a bar to move it, or one of its ends to stretch it; it snaps to midnight and to its "
       "neighbours, and Escape lets go of it. With the keys: the arrows step from bar to bar, Alt "
       "and an arrow moves the bar, Shift and an arrow its end, both together its beginning, E "
       "extends it to close the gap, and Enter opens its form. Plus, minus and 0 zoom, as Ctrl "
       "and the wheel do; Page Up and Page Down go to what is earlier and later.") },
  { N_("Money at stake"), "exposure",
    N_("What the campaign costs at most, if every coupon is claimed and used, and what by the rates "
       "that you expect; beside the budget. The rates can be taken from what the platforms told of "
       "another campaign. A percentage off that nothing caps is unbounded: “Set a Limit” leads to "
       "its form.") },
  { N_("Lowest prices"), "prices",
    N_("What a buyer of each level pays at least for one piece, with all coupons that can be used "
       "together, and what the platform may record as the lowest price. Type what a further "
       "coupon would take off to see what became of the prices. Red is below the cost, yellow "
       "below what the platform allows.") },
  { N_("Numbers"), "numbers",
    N_("After the launch, the platforms’ figures are imported from their tables, and shown beside "
       "what was planned: claims, uses, sales and cost, over time and by coupon.") },
  { N_("Team"), NULL,
    N_("Campaigns and figures are shared with colleagues through a CouchDB database: “Team…” in the "
       "menu asks for its address, your name there and the password, and tries them before anything "
       "is kept. The cloud in the header bar says how it stands. What a colleague changes comes "
       "into open campaigns, and Undo takes it back; where both changed the same, the cloud leads "
       "to where you decide.") },
  { N_("Preview"), NULL,
    N_("A phone shows the pages as one person sees them on one platform at one moment: choose who, "
       "where and when above it. Where something isn’t shown, its place says why. F9 hides the "
       "preview or brings it back.") },
  { N_("Without a mouse"), NULL,
    N_("Every command has a key or a place in a menu, and the keys are listed under Keyboard "
       "Shortcuts. Tab goes from field to field, F10 opens the main menu, Ctrl+Page Down and "
       "Ctrl+Page Up go through the sections, and F1 opens this help at the section in sight.") },
};

/**
 * kq_help_topics_get:
 * @n_topics: (out): how many there are
 *
 * Returns: (array length=n_topics) (transfer none): what the help is about, in
 *   the order in which it is read
 */
const KqHelpTopic *
kq_help_topics_get (guint *n_topics)
{
  g_return_val_if_fail (n_topics != NULL, NULL);

  *n_topics = G_N_ELEMENTS (topics);

  return topics;
}
