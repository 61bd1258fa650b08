#!/usr/bin/env python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An independent computation of what `kaquan-cli gaps`, `exposure` and `prices` print.

    oracle.py gaps|exposure|prices FILE

Written from the contract alone (format.md, "What the machine output holds"),
so that the program can be compared with something that shares none of its
code. It prints JSON; compare it parsed, not by its bytes. The file has to be
readable as a campaign: nothing is validated here.

Where the contract leaves something open, this is how it is read:

- An object that is voided, or on a platform that the list doesn't know, takes
  no part. A coupon whose claim window isn't complete or ends before it starts
  covers nothing.
- A coupon that names levels is for those alone, even where none of them exists.
- Of several coupons on one side of a gap, the one listed first is named.
- Overlaps come by rule (TM-04, TM-20, MF-35), then by platform, then in file
  order. Activities, fissions and packs all count as users of a coupon, in the
  order of the file's lists; a fission that names one coupon twice is one user.
- A pack grants each coupon once, and a reference to nothing or to something
  voided adds nothing to it.
- What is 2^63 − 1 fen or more counts as unbounded.
- A gift that costs nothing exposes to nothing, not to minus one fen.
- A percent coupon's `maxDiscount` bounds it, and only where it has none its
  dearest product does. Its discount is what the rounded price leaves.
- A missing start or end of a use time is open.
- Of the choices with the lowest price the one with the fewest coupons counts,
  then the one whose product coupon, then whose shop coupon, is listed first.
  A choice lists the product coupon before the shop coupon.
"""

import datetime
import itertools
import json
import sys
import zoneinfo

PLATFORMS = ("douyin", "tmall", "taobao", "mini-program")
FAMILY = ("tmall", "taobao")
FOREVER = float("inf")


def percent_of(fen, percent):
    """`percent` per cent of an amount, rounded half up to the fen."""
    return (fen * percent + 50) // 100


class Campaign:
    """The file's members, with the contract's defaults where one is left out."""

    DEFAULT_PLATFORM = {"activities": "tmall", "fissions": "tmall", "giftPacks": "tmall"}

    def __init__(self, data):
        self.data = data
        self.zone = zoneinfo.ZoneInfo(data.get("timeZone", "Asia/Shanghai"))

    def all(self, name):
        """The objects of a list that aren't voided."""
        return [o for o in self.data.get(name, []) if o.get("state") != "voided"]

    def on(self, name, platform):
        default = self.DEFAULT_PLATFORM.get(name, "douyin")
        return [o for o in self.all(name) if o.get("platform", default) == platform]

    def levels(self, platform):
        """Ids of a platform's levels from the lowest up, or one "" for none."""
        levels = sorted(self.on("levels", platform), key=lambda level: level.get("rank", 1))
        return levels or [{"id": ""}]

    def time(self, seconds):
        """Seconds since 1970 as the contract writes a time, in the campaign's zone."""
        if seconds is None:
            return None
        return datetime.datetime.fromtimestamp(seconds, self.zone).isoformat()


def seconds(text):
    """A time as seconds since 1970; None for no time."""
    if text is None:
        return None
    return int(datetime.datetime.fromisoformat(text.replace("Z", "+00:00")).timestamp())


def period(obj, start="start", end="end"):
    """First and last second, or None where the period isn't complete."""
    first, last = seconds(obj.get(start)), seconds(obj.get(end))
    return (first, last) if first is not None and last is not None and first <= last else None


def is_for(coupon, level):
    levels = coupon.get("levels", [])
    return not levels or level in levels


# gaps

def gaps_of_level(windows, first, last):
    """What [first, last] has that no window covers: (start, end, before, after)."""
    covered, before = first - 1, None
    for start, end, coupon in sorted(windows, key=lambda window: window[0]):
        if start > covered + 1:
            yield covered + 1, start - 1, before, coupon["id"]
        if end > covered:
            covered, before = end, coupon["id"]
    if covered < last:
        yield covered + 1, last, before, None


def before_in_file_order(windows, gap):
    """Of the windows that end where the gap starts, the one listed first."""
    start, end, before, after = gap
    ends = [coupon["id"] for _, window_end, coupon in windows if window_end == start - 1]
    return start, end, ends[0] if before is not None else None, after


def gaps(campaign):
    for platform in PLATFORMS:
        windows = []
        for coupon in campaign.on("coupons", platform):
            window = period(coupon, "claimStart", "claimEnd")
            if window and coupon.get("purpose", "member-exclusive") == "member-exclusive":
                windows.append((*window, coupon))
        if not windows:
            continue

        first = min(start for start, _, _ in windows)
        last = max(end for _, end, _ in windows)
        for level in campaign.levels(platform):
            own = [window for window in windows if is_for(window[2], level["id"])]
            for gap in gaps_of_level(own, first, last):
                start, end, before, after = before_in_file_order(own, gap)
                yield {
                    "platform": platform,
                    "level": level["id"],
                    "start": campaign.time(start),
                    "end": campaign.time(end),
                    "seconds": end - start + 1,
                    "before": before,
                    "after": after,
                }


# overlaps

def common(a, b):
    """The time that two periods share, as (first, last) or (None, None)."""
    one, other = period(a), period(b)
    if one and other:
        start, end = max(one[0], other[0]), min(one[1], other[1])
        if start <= end:
            return start, end
    return None, None


def overlap(campaign, rule, platform, a, b, coupon, shared):
    return {
        "rule": rule,
        "platform": platform,
        "a": a["id"],
        "b": b["id"],
        "coupon": coupon,
        "start": campaign.time(shared[0]),
        "end": campaign.time(shared[1]),
    }


def coupons_used(user):
    named = [user.get("coupon", ""), user.get("sharerCoupon", ""), user.get("inviteeCoupon", "")]
    return set(named + user.get("coupons", [])) - {""}


def overlaps(campaign):
    for rule, audience in (("TM-04", "new-members"), ("TM-20", "members")):
        for platform in FAMILY:
            packs = [pack for pack in campaign.on("giftPacks", platform)
                     if pack.get("audience", "new-members") == audience]
            for a, b in itertools.combinations(packs, 2):
                shared = common(a, b)
                if shared[0] is not None:
                    yield overlap(campaign, rule, platform, a, b, None, shared)

    users = [(user, coupons_used(user))
             for name in ("activities", "fissions", "giftPacks") for user in campaign.all(name)]
    for platform in FAMILY:
        for coupon in campaign.on("coupons", platform):
            of_coupon = [user for user, used in users if coupon["id"] in used]
            for a, b in itertools.combinations(of_coupon, 2):
                yield overlap(campaign, "MF-35", platform, a, b, coupon["id"], common(a, b))


# exposure

def amount_at_most(coupon, prices):
    """The most that one coupon can take off, or None where nothing bounds it."""
    if coupon.get("discount", "fixed") != "percent":
        return coupon.get("amount", 0)
    if coupon.get("maxDiscount", 0):
        return coupon["maxDiscount"]
    if coupon.get("scope", "shop") != "product":
        return None
    known = [prices[product] for product in coupon.get("products", []) if prices.get(product)]
    if not known:
        return None
    return max(known) - percent_of(max(known), coupon.get("percent", 0))


def gift_cost(gift):
    """What the shop pays for one gift: the buyer orders it at 0.01 yuan."""
    return max(0, gift.get("cost", 0) - 1)


def pack_count(pack, coupons):
    """How many packs there are; left empty, as many as the scarcest part."""
    if pack.get("quantity") is not None:
        return pack["quantity"]
    parts = [coupon.get("quantity", 0) for coupon in coupons]
    if pack.get("gift") is not None:
        parts.append(pack["gift"].get("quantity", 0))
    return min(parts, default=0)


def bounded(fen):
    """An amount, or None where there is no bound that the program can hold."""
    return None if fen is None or fen >= 2 ** 63 - 1 else fen


def exposure(campaign):
    claim = campaign.data.get("claimRate", 300)
    use = campaign.data.get("useRate", 200)
    prices = {product["id"]: product.get("price", 0) for product in campaign.all("products")}
    coupons = {coupon["id"]: coupon for coupon in campaign.all("coupons")}
    rest = {id: coupon.get("quantity", 0) for id, coupon in coupons.items()}

    def expected(worst):
        return None if worst is None else (worst * claim * use + 500_000) // 1_000_000

    def item(obj, kind, quantity, each):
        worst = bounded(None if each is None else quantity * each)
        return {"object": obj["id"], "kind": kind, "quantity": quantity,
                "max": worst, "expected": expected(worst)}

    packs = []
    for pack in campaign.all("giftPacks"):
        inside = [coupons[id] for id in dict.fromkeys(pack.get("coupons", [])) if id in coupons]
        count = pack_count(pack, inside)
        each = [amount_at_most(coupon, prices) for coupon in inside]
        if pack.get("gift") is not None:
            each.append(gift_cost(pack["gift"]))
        packs.append(item(pack, "gift-pack", count, None if None in each else sum(each)))
        for coupon in inside:
            rest[coupon["id"]] -= count

    loose = [item(coupon, "coupon", rest[id], amount_at_most(coupon, prices))
             for id, coupon in coupons.items()]
    gifts = [item(activity, "activity", activity["gift"].get("quantity", 0),
                  gift_cost(activity["gift"]))
             for activity in campaign.all("activities") if activity.get("gift") is not None]

    items = [i for i in loose + gifts + packs if i["quantity"] > 0]
    each = [i["max"] for i in items]
    total = bounded(None if None in each else sum(each))
    return {"currency": campaign.data.get("currency", "CNY"), "max": total,
            "expected": expected(total), "items": items}


# prices

def use_time(coupon):
    """When a coupon can be used: (first, last) second, open where not given."""
    if coupon.get("validity", "range") == "days":
        start, end = seconds(coupon.get("claimStart")), None
    else:
        start, end = seconds(coupon.get("useStart")), seconds(coupon.get("useEnd"))
    return -FOREVER if start is None else start, FOREVER if end is None else end


def usable_together(a, b):
    one, other = use_time(a), use_time(b)
    return max(one[0], other[0]) <= min(one[1], other[1])


def after_coupon(price, coupon):
    """The price that a coupon leaves; the same where its threshold isn't met."""
    if price < coupon.get("threshold", 0):
        return price
    if coupon.get("discount", "fixed") == "percent":
        discount = price - percent_of(price, coupon.get("percent", 0))
        if coupon.get("maxDiscount", 0):
            discount = min(discount, coupon["maxDiscount"])
    else:
        discount = coupon.get("amount", 0)
    return max(0, price - discount)


def choices(own, shop):
    """Every choice of at most one coupon of each scope, the fewest coupons first."""
    yield ()
    for coupon in own + shop:
        yield (coupon,)
    for pair in itertools.product(own, shop):
        if usable_together(*pair):
            yield pair


def best_choice(price, own, shop, position):
    def rank(choice):
        left = price
        for coupon in choice:
            left = after_coupon(left, coupon)
        return left, len(choice), [position[coupon["id"]] for coupon in choice]

    best = min(choices(own, shop), key=rank)
    return rank(best)[0], [coupon["id"] for coupon in best]


def prices(campaign):
    shops = {shop.get("platform", "douyin") for shop in campaign.all("shops")}
    for platform in (p for p in PLATFORMS if p in shops):
        coupons = campaign.on("coupons", platform)
        position = {coupon["id"]: i for i, coupon in enumerate(coupons)}
        for product, level in itertools.product(campaign.all("products"),
                                                campaign.levels(platform)):
            fitting = [c for c in coupons if is_for(c, level["id"])]
            own = [c for c in fitting if c.get("scope", "shop") == "product"
                   and product["id"] in c.get("products", [])]
            shop = [c for c in fitting if c.get("scope", "shop") == "shop"]
            price = percent_of(product.get("price", 0), level.get("percent", 100))
            lowest, chosen = best_choice(price, own, shop, position)
            counted = min([price] + [after_coupon(price, coupon) for coupon in own])
            yield {
                "platform": platform,
                "product": product["id"],
                "level": level["id"],
                "price": product.get("price", 0),
                "lowest": lowest,
                "counted": counted if platform in FAMILY else None,
                "coupons": chosen,
            }


COMMANDS = {
    "gaps": lambda c: {"gaps": list(gaps(c)), "overlaps": list(overlaps(c))},
    "exposure": exposure,
    "prices": lambda c: list(prices(c)),
}


def main():
    if len(sys.argv) != 3 or sys.argv[1] not in COMMANDS:
        sys.exit(__doc__.split("\n\n")[1].strip())
    with open(sys.argv[2], encoding="utf-8") as file:
        campaign = Campaign(json.load(file))
    print(json.dumps(COMMANDS[sys.argv[1]](campaign), ensure_ascii=False, indent=2))


if __name__ == "__main__":
    main()
