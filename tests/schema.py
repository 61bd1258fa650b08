#!/usr/bin/env python3
# schema.py
#
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later

"""The published schema: it is what the tables of fields say, it accepts what
is sound, and a validator of others rejects by it what is broken in one place.

usage: schema.py DUMP-SCHEMA SOURCE-ROOT
"""

import copy
import glob
import json
import os
import subprocess
import sys

from jsonschema import Draft202012Validator

SHA = "a" * 64
MISSING = object()

# A campaign with one of everything that the broken twins break.
WHOLE = {
    "format": "kaquan-campaign", "version": 1, "id": "c", "name": "双11",
    "start": "2026-11-01T00:00:00+08:00", "end": None, "budget": 500.0,
    "memberDay": {"repeat": "monthly", "day": 31},
    "shops": [{"id": "s", "platform": "tmall"}],
    "levels": [{"id": "l", "rank": 2}],
    "products": [{"id": "p", "image": SHA, "coupon": ""}],
    "coupons": [{"id": "d", "products": ["p"], "percent": 88, "levels": [],
                 "claimStart": "2026-11-01T00:00:00Z", "state": "live", "new": {"x": 1}}],
    "activities": [{"id": "a", "gift": {"quantity": 3}}],
    "fissions": [{"id": "f", "sharerCoupon": "d"}],
    "giftPacks": [{"id": "g", "quantity": None, "gift": None}],
    "memberCards": [{"id": "m", "faceColor": "#00ffAA", "distribution": ["qr"],
                     "benefits": [{"id": "b", "kind": "points"}]}],
    "memberCenters": [{"id": "t", "platform": "taobao", "facePreset": 4,
                       "benefits": [{"id": "b", "exchange": ["coins"]}],
                       "posters": [{"id": "o", "image": SHA}],
                       "tabApplications": [{"id": "n", "state": "refused"}]}],
    "landingPages": [{"id": "h", "blocks": [{"id": "k", "kind": "text"}]}],
    "messages": [{"id": "e", "trigger": "automatic"}],
    "setup": [{"step": "x", "done": True}],
    "dismissed": [{"rule": "DY-01", "object": "d"}],
    "assets": {SHA: {"type": "image/png", "width": 3, "data": "AAEC"}},
    "new": [None],
}

# Where, and what stands there instead
BROKEN = [
    ("format", MISSING), ("format", "other"), ("format", 1),
    ("version", MISSING), ("version", 0), ("version", "1"), ("version", 1.5),
    ("id", MISSING), ("id", ""), ("id", "a b"), ("id", "x" * 65), ("id", "é"), ("id", 7),
    ("name", 1), ("name", None), ("notes", []), ("currency", False),
    ("start", "2026-11-01"), ("start", "2026-11-01T00:00:00"), ("start", "2026-13-01T00:00:00Z"),
    ("start", "2026-11-01 00:00:00+08:00"), ("start", "2026-11-01T24:00:00+08:00"),
    ("start", "2026-11-01T00:00:00.5+08:00"), ("start", ""), ("start", 0),
    ("budget", 500.5), ("budget", -1), ("budget", "500"), ("budget", 2 ** 53), ("budget", None),
    ("claimRate", 1001), ("useRate", -1),
    ("memberDay", []), ("memberDay.repeat", "daily"), ("memberDay.day", 32), ("memberDay.day", -1),
    ("memberDay.weekday", 1),
    ("shops", {}), ("shops", None), ("shops.0", "s"), ("shops.0.platform", "jd"),
    ("shops.0.id", MISSING), ("shops.0.memberCard", 1),
    ("levels.0.percent", 101), ("levels.0.rank", "1"),
    ("products.0.image", "A" * 64), ("products.0.image", "a" * 63), ("products.0.coupon", "a b"),
    ("coupons", [{}]), ("coupons.0.products", "p"), ("coupons.0.products.0", ""),
    ("coupons.0.products.0", 1), ("coupons.0.percent", 100), ("coupons.0.state", "Live"),
    ("coupons.0.purpose", ""), ("coupons.0.discount", None), ("coupons.0.claimStart", "now"),
    ("coupons.0.amount", 1e300), ("coupons.0.linkVerified", "true"), ("coupons.0.scene", "sale"),
    ("activities.0.gift", False), ("activities.0.gift.quantity", "3"),
    ("activities.0.gift.category", "gifts"),
    ("fissions.0.sharerCoupon", None), ("fissions.0.people", 3.5),
    ("giftPacks.0.quantity", "1"), ("giftPacks.0.quantity", -1), ("giftPacks.0.audience", "all"),
    ("memberCards.0.faceColor", "red"), ("memberCards.0.faceColor", "#12345"),
    ("memberCards.0.distribution.0", "mail"), ("memberCards.0.benefits.0.id", MISSING),
    ("memberCards.0.benefits.0.kind", "none"), ("memberCards.0.validity", "month"),
    ("memberCenters.0.platform", "douyin"), ("memberCenters.0.facePreset", 5),
    ("memberCenters.0.benefits.0.exchange.0", "car"), ("memberCenters.0.posters.0.image", 1),
    ("memberCenters.0.tabApplications.0.state", "open"),
    ("landingPages.0.blocks.0.kind", "video"), ("landingPages.0.blocks.0.tone", "blue"),
    ("messages.0.trigger", "twice"), ("messages.0.audienceSize", -5),
    ("setup.0.done", "yes"), ("dismissed.0.rule", 1), ("dismissed", {}),
    ("assets", []), ("assets." + SHA, None), ("assets." + SHA + ".type", "image/gif"),
    ("assets." + SHA + ".data", 1), ("assets.short", {}),
]


def twin(path, value):
    """WHOLE, but for what stands at path."""
    result = copy.deepcopy(WHOLE)
    *above, last = [int(p) if p.isdigit() else p for p in path.split(".")]
    holder = result
    for step in above:
        holder = holder[step]
    if value is MISSING:
        del holder[last]
    else:
        holder[last] = value
    return result


class Tap:
    """What TAP calls a test: one line each, and a plan at the end."""

    def __init__(self):
        self.count = self.failed = 0

    def check(self, passed, name, *details):
        self.count += 1
        self.failed += not passed
        print(f"{'ok' if passed else 'not ok'} {self.count} - {name}")
        for detail in () if passed else details:
            print(f"# {detail}")

    def finish(self):
        print(f"1..{self.count}")
        return 1 if self.failed else 0


def main():
    dump, root = sys.argv[1:]
    tap = Tap()
    with open(os.path.join(root, "data/schema/campaign.schema.json"), "rb") as file:
        published = file.read()

    tap.check(subprocess.run([dump], check=True, capture_output=True).stdout == published,
              "the published schema is what the tables say",
              "write it anew: dump-schema > data/schema/campaign.schema.json")

    schema = json.loads(published)
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema)

    samples = sorted(glob.glob(os.path.join(root, "data/samples/*.campaign.json")))
    tap.check(len(samples) >= 4, "there are samples")
    for path in samples:
        if os.path.basename(path) == "broken.campaign.json":
            continue
        with open(path, encoding="utf-8") as file:
            errors = [f"{error.json_path}: {error.message}"
                      for error in validator.iter_errors(json.load(file))]
        tap.check(not errors, os.path.basename(path), *errors)

    errors = [f"{error.json_path}: {error.message}" for error in validator.iter_errors(WHOLE)]
    tap.check(not errors, "one of everything", *errors)
    for path, value in BROKEN:
        shown = "absent" if value is MISSING else json.dumps(value, ensure_ascii=False)
        tap.check(not validator.is_valid(twin(path, value)), f"{path.replace(SHA, 'SHA')}: {shown}")

    return tap.finish()


if __name__ == "__main__":
    sys.exit(main())
