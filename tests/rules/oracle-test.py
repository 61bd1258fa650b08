#!/usr/bin/python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`gaps`, `exposure` and `prices` against an independent computation (tests/oracle.py).

    oracle-test.py KAQUAN-CLI SOURCE-ROOT

Over the samples and over small, nasty campaigns from a seeded generator:
windows that touch, miss by a second or lie across a change of the clock,
missing times, levels that don't exist, what is voided, huge numbers.
"""
import datetime
import json
import os
import random
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

import oracle  # noqa: E402
import tap  # noqa: E402

CASES = 6000 if os.environ.get('KQ_TEST_LONG') else 300
ZONES = ('Asia/Shanghai', 'America/New_York', 'Europe/London', 'Australia/Lord_Howe',
         'Asia/Kolkata', 'Pacific/Apia', 'UTC')
# Clocks go back in New York on 2026-11-01 at 06:00Z, in London on 2026-10-25 at 01:00Z.
ORIGINS = (1793512800, 1792890000, 1775313000, 0)
PLATFORMS = ('douyin', 'tmall', 'taobao', 'mini-program', 'pdd')
OFFSETS = (0, 480, -300, 330, 765)
STATES = ('draft',) * 6 + ('live', 'ended', 'voided')
HUGE = 2 ** 53 - 1
AMOUNTS = (0, 1, 99, 500, 1234567, 2 ** 31, HUGE)
QUANTITIES = (0, 1, 3, 7, 1000, 10 ** 9, HUGE)


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.origin = self.random.choice(ORIGINS)
        self.amounts = self.random.choice((AMOUNTS, AMOUNTS[:5]))
        self.quantities = self.random.choice((QUANTITIES, QUANTITIES[:5]))

    def pick(self, items):
        return self.random.choice(items)

    def some(self, items, most=4):
        return [self.pick(items) for _ in range(self.random.randrange(most + 1))]

    def time(self, seconds):
        zone = datetime.timezone(datetime.timedelta(minutes=self.pick(OFFSETS)))
        return datetime.datetime.fromtimestamp(seconds, zone).isoformat()

    def period(self, obj, start, end):
        """A window of whole half hours, now and then a second off, open or reversed."""
        first = self.origin + 1800 * self.random.randrange(10)
        last = first + 1800 * self.random.randrange(1, 6) - 1
        first += self.pick((0,) * 6 + (-1, 1))
        last += self.pick((0,) * 6 + (-1, 1))
        if self.random.random() < 0.05:
            first, last = last, first
        if self.random.random() > 0.05:
            obj[start] = self.time(first)
        if self.random.random() > 0.05:
            obj[end] = self.time(last)
        return obj

    def object(self, prefix, i, **members):
        obj = {'id': f'{prefix}{i}', 'platform': self.pick(self.platforms)}
        if self.random.random() < 0.5:
            obj['state'] = self.pick(STATES)
        return obj | members

    def gift(self):
        """Now and then one of which nothing is entered yet, which is a gift all the same."""
        if self.random.random() < 0.1:
            return {}
        return {'quantity': self.pick(self.quantities), 'cost': self.pick(self.amounts)}

    def coupon(self, i):
        obj = self.object('c', i, amount=self.pick(self.amounts),
                          quantity=self.pick(self.quantities))
        obj['purpose'] = self.pick(('member-exclusive',) * 9 + ('gift-pack', 'push', 'vip'))
        obj['discount'] = self.pick(('fixed', 'threshold', 'percent', 'percent'))
        obj['scope'] = self.pick(('shop', 'product'))
        obj['percent'] = self.random.randrange(100)
        obj['maxDiscount'] = self.pick((0, 0, 1, 5000))
        obj['products'] = self.some(('p0', 'p1', 'p2', 'p9'))
        obj['levels'] = self.some(('l0', 'l1', 'l2', 'l9')) if self.random.random() < 0.5 else []
        obj['threshold'] = self.pick((0, 0, 0, 1, 99, 500, 1234567))
        obj['validity'] = self.pick(('range', 'range', 'days'))
        return self.period(self.period(obj, 'claimStart', 'claimEnd'), 'useStart', 'useEnd')

    def activity(self, i):
        obj = self.object('a', i, coupon=self.pick(self.coupons))
        if self.random.random() < 0.4:
            obj['gift'] = self.gift()
        return self.period(obj, 'start', 'end')

    def fission(self, i):
        return self.period(self.object('f', i, sharerCoupon=self.pick(self.coupons),
                                       inviteeCoupon=self.pick(self.coupons)), 'start', 'end')

    def pack(self, i):
        obj = self.object('g', i, coupons=self.some(self.coupons),
                          audience=self.pick(('new-members', 'members', 'all')))
        if self.random.random() < 0.5:
            obj['quantity'] = self.pick(self.quantities)
        if self.random.random() < 0.4:
            obj['gift'] = self.gift()
        return self.period(obj, 'start', 'end')

    def many(self, make, most):
        return [make(i) for i in range(self.random.randrange(most + 1))]

    def campaign(self):
        self.platforms = PLATFORMS if self.random.random() < 0.3 else ('douyin', 'tmall')
        self.coupons = [f'c{i}' for i in range(6)] + ['', 'c99']
        return {
            'format': 'kaquan-campaign', 'version': 1, 'id': 'random', 'name': 'random',
            'timeZone': self.pick(ZONES),
            'claimRate': self.random.randrange(1001), 'useRate': self.random.randrange(1001),
            'shops': [{'id': f's{i}', 'platform': platform}
                      for i, platform in enumerate(self.platforms) if self.random.random() < 0.9],
            'levels': self.many(lambda i: {'id': f'l{i}', 'platform': self.pick(self.platforms),
                                           'rank': self.random.randrange(1, 4),
                                           'percent': self.pick((100, 98, 95, 33))}, 3),
            'products': self.many(lambda i: {'id': f'p{i}', 'price': self.pick(self.amounts)}, 3),
            'coupons': self.many(self.coupon, 8),
            'activities': self.many(self.activity, 4),
            'fissions': self.many(self.fission, 2),
            'giftPacks': self.many(self.pack, 6),
        }

    def bargains(self):
        """One of which most coupons can be used, and many together."""
        campaign = self.campaign()
        self.platforms = ('tmall',)
        coupons = [self.coupon(i) for i in range(self.random.randrange(12))]
        for coupon in coupons:
            coupon['amount'] = self.pick((1, 99, 500, 501, 2000))
            coupon['percent'] = self.random.randrange(90, 100)
            coupon['levels'] = self.pick(([], [], coupon['levels']))
            coupon['products'] += [self.pick(('p0', 'p1', 'p2'))]
        return campaign | {
            'shops': [{'id': 's', 'platform': 'tmall'}],
            'products': [{'id': f'p{i}', 'price': self.pick((98, 1999, 5990, 59900))}
                         for i in range(3)],
            'coupons': coupons,
        }


def ask(cli, command, path):
    run = subprocess.run([cli, command, '--json', str(path)], capture_output=True, timeout=60)
    if run.returncode:
        raise AssertionError(f'exit status {run.returncode}: {run.stderr.decode()}')
    return json.loads(run.stdout)


def differences(cli, path):
    """What the program says otherwise than the oracle, of one file."""
    campaign = oracle.Campaign(json.loads(path.read_text(encoding='utf-8')))
    for command in ('gaps', 'exposure', 'prices'):
        got, wanted = ask(cli, command, path), oracle.COMMANDS[command](campaign)
        if got != wanted:
            yield command
            if isinstance(wanted, list):
                got, wanted = {'rows': got}, {'rows': wanted}
            for key in wanted:
                if got[key] != wanted[key]:
                    yield f'  {key}: {json.dumps(got[key])}'
                    yield f'  wanted: {json.dumps(wanted[key])}'


def random_differences(cli, folder, seen):
    for seed in range(CASES):
        path = Path(folder) / 'random.campaign.json'
        generator = Generator(seed)
        campaign = generator.bargains() if seed % 2 else generator.campaign()
        path.write_text(json.dumps(campaign), encoding='utf-8')
        computed = oracle.Campaign(campaign)
        for command, key in (('gaps', 'gaps'), ('gaps', 'overlaps'), ('exposure', 'items')):
            seen[key] = seen.get(key, 0) + len(oracle.COMMANDS[command](computed)[key])
        for row in oracle.prices(computed):
            key = f'prices with {len(row["coupons"])} coupons'
            seen[key] = seen.get(key, 0) + 1
        found = list(differences(cli, path))
        if found:
            return [f'seed {seed}', *found, json.dumps(campaign)]
    return []


def main(cli, root):
    report = tap.Tap()
    for path in sorted(Path(root, 'data/samples').glob('*.campaign.json')):
        found = list(differences(cli, path))
        report.check(f'oracle/{path.name}', not found, *found)
    seen = {}
    with tempfile.TemporaryDirectory() as folder:
        found = random_differences(cli, folder, seen)
    report.check(f'oracle/{CASES} random campaigns', not found, *found)
    # Campaigns in which there is nothing to find would agree as well.
    report.check('oracle/enough was found', found or min(seen.values()) > CASES // 2, seen)
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
