#!/usr/bin/python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everything that is reckoned of figures, reckoned again here, with dictionaries,
fractions and zoneinfo, and compared to the fen.

    reckoning.py NUMBERS-DUMP SOURCE-ROOT

Prints TAP.
"""
import datetime
import json
import math
import random
import subprocess
import sys
import tempfile
from fractions import Fraction
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402: of the tests

DUMP = sys.argv[1]
MEASURES = ['claims', 'uses', 'orders', 'sales', 'cost', '领取人数', '使用人数', '支付买家数', '复购人数']
PLATFORMS = ['douyin', 'tmall', 'taobao', 'mini-program']
DAY = datetime.timedelta(1)


def day(text):
    return datetime.date.fromisoformat(text)


def half_up(number):
    return math.floor(number + Fraction(1, 2))


def half_away(number):
    return half_up(number) if number >= 0 else -half_up(-number)


def ratio(a, b, unit=1000):
    return None if a is None or b is None or b <= 0 else half_away(Fraction(a * unit, b))


class Reckoning:
    """What has to come out."""

    def __init__(self, campaign, rows, first, last, platforms=0, of=None):
        self.campaign, self.first, self.last, self.of = campaign, first, last, of
        self.platforms = {p for i, p in enumerate(PLATFORMS) if platforms & 1 << i} or None
        self.platform = {c['id']: c.get('platform', 'douyin') for c in campaign.get('coupons', [])}
        self.platform.update({p['id']: p.get('platform', 'tmall') for p in campaign.get('giftPacks', [])})
        self.kept = self.replace(rows)

    @staticmethod
    def replace(rows):
        """The last of a day and object: its hours, or the whole day."""
        kept = {}
        for date, hour, of, values in rows:
            of_day = kept.setdefault((date, of), {})
            if (hour is None) != (None in of_day):
                of_day.clear()
            of_day[hour] = values
        return [(date, hour, of, values) for (date, of), hours in kept.items()
                for hour, values in hours.items()]

    def counts(self, of):
        return (self.of is None or of == self.of) and \
            (self.platforms is None or self.platform.get(of) in self.platforms)

    def sum(self, test=lambda *row: True, first=None, last=None):
        first, last = first or self.first, last or self.last
        sums = [0] * 10
        for date, hour, of, values in self.kept:
            if first <= date <= last and self.counts(of) and test(date, hour, of):
                for i, value in enumerate(values):
                    if value is not None:
                        sums[0] |= 1 << i
                        sums[i + 1] += value
        return sums

    def days(self):
        return [self.first + DAY * i for i in range((self.last - self.first).days + 1)]

    def local_day(self, text):
        zone = ZoneInfo(self.campaign.get('timeZone', 'Asia/Shanghai'))
        return datetime.datetime.fromisoformat(text).astimezone(zone).date()

    def plan(self):
        """Spread by hand: the remainders are where the whole parts step."""
        claim, use = (Fraction(self.campaign.get(k, d), 1000)
                      for k, d in (('claimRate', 300), ('useRate', 200)))
        days = {date: [0, 0, 0] for date in self.days()}
        told = dict.fromkeys(days, False)
        for coupon in self.campaign['coupons']:
            quantity = coupon.get('quantity', 0)
            if not quantity or not self.counts(coupon['id']):
                continue
            start = self.local_day(coupon.get('claimStart') or self.campaign['start'])
            end = self.local_day(coupon.get('claimEnd') or self.campaign['end'])
            n = (end - start).days + 1
            totals = [half_up(quantity * claim), half_up(quantity * claim * use),
                      half_up(quantity * coupon.get('amount', 0) * claim * use)]
            for date in days:
                i = (date - start).days
                if 0 <= i < n:
                    told[date] = True
                    for j, total in enumerate(totals):
                        days[date][j] += total * (i + 1) // n - total * i // n
        return [[19 if told[date] else 0, claims, uses, 0, 0, cost, 0, 0, 0, 0]
                for date, (claims, uses, cost) in days.items()]

    def funnel(self):
        sums = self.sum()

        def told(i):
            return sums[i + 1] if sums[0] & 1 << i else None

        ids = {of for _, _, of, _ in self.kept if self.sum(lambda d, h, o: o == of)[0] & 1}
        issued = sum(c.get('quantity', 0) for c in self.campaign['coupons'] if c['id'] in ids)
        return {'issued': issued, 'claim_rate': ratio(told(0), issued), 'use_rate': ratio(told(1), told(0)),
                'average_order': ratio(told(3), told(2), 1), 'return_on_cost': ratio(told(3), told(4)),
                'repurchase_rate': ratio(told(8), told(7))}

    def all(self):
        length = (self.last - self.first).days + 1
        ids = sorted({of for date, _, of, _ in self.kept if self.first <= date <= self.last and self.counts(of)})
        return {
            'sum': self.sum(),
            'before': self.sum(first=self.first - DAY * length, last=self.first - DAY),
            'days': [self.sum(lambda d, h, o: d == date) for date in self.days()],
            'plan': self.plan(),
            'objects': {of: self.sum(lambda d, h, o: o == of) for of in ids},
            'platforms': [self.sum(lambda d, h, o: self.platform.get(o) == p) for p in PLATFORMS],
            'has_hours': any(h is not None and self.first <= d <= self.last and self.counts(o)
                             for d, h, o, _ in self.kept),
            'hours': [self.sum(lambda d, h, o: d.weekday() == w and h == hour)
                      for w in range(7) for hour in range(24)],
            'funnel': self.funnel(),
        }


def write_table(path, rows):
    with open(path, 'w', encoding='utf-8') as file:
        print('date', 'hour', 'coupon', *MEASURES, sep=',', file=file)
        for date, hour, of, values in rows:
            cells = ['' if v is None else f'{v / 100:.2f}' if 3 <= i <= 4 else v for i, v in enumerate(values)]
            print(date, '' if hour is None else hour, of, *cells, sep=',', file=file)


def dump(campaign, rows, first, last, platforms=0, of=None):
    with tempfile.TemporaryDirectory() as folder:
        path, table = Path(folder) / 'c.json', Path(folder) / 't.csv'
        path.write_text(json.dumps({'format': 'kaquan-campaign', 'version': 1, 'id': 'c', **campaign}))
        write_table(table, rows)
        done = subprocess.run([DUMP, path, table, str(first), str(last), str(platforms), of or ''],
                              capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def compare(campaign, rows, first, last, platforms=0, of=None):
    got = dump(campaign, rows, first, last, platforms, of)
    expected = Reckoning(campaign, rows, first, last, platforms, of).all()
    for name, value in expected.items():
        assert got[name] == value, (name, got[name], value)
    return got


def coupon(number, **members):
    return {'id': f'c{number}', 'name': f'c{number}', 'amount': 500, 'quantity': 1000, **members}


ZONES = {'Asia/Shanghai': '+08:00', 'Europe/Berlin': '+02:00', 'America/New_York': '-04:00'}


def make_campaign(chance, zone):
    campaign = {'timeZone': zone, 'claimRate': chance.randint(0, 1000), 'useRate': chance.randint(0, 1000),
                'start': f'2026-10-01T00:00:00{ZONES[zone]}', 'end': f'2026-11-30T23:59:59{ZONES[zone]}'}
    coupons = []
    for i in range(8):
        first = datetime.date(2026, 10, 1) + DAY * chance.randint(0, 40)
        last = first + DAY * chance.randint(0, 30)
        coupons.append(coupon(i, platform=chance.choice(PLATFORMS), quantity=chance.randint(0, 100000),
                              amount=chance.randint(1, 99999),
                              claimStart=f'{first}T{chance.randint(0, 23):02}:00:00{ZONES[zone]}',
                              claimEnd=f'{last}T23:59:59{ZONES[zone]}'))
    coupons[0].pop('claimStart')
    coupons[1].pop('claimEnd')
    campaign['coupons'] = coupons
    return campaign


def make_rows(chance, hourly):
    rows = []
    for _ in range(chance.randint(1, 400)):
        values = [None if chance.random() < 0.1 else chance.randint(-1000, 100000) for _ in range(9)]
        rows.append((datetime.date(2026, 10, 1) + DAY * chance.randint(0, 60),
                     chance.randint(0, 23) if hourly and chance.random() < 0.8 else None,
                     f'c{chance.randint(0, 7)}', values))
    return rows


def random_campaigns():
    for seed in range(40):
        chance = random.Random(seed)
        campaign = make_campaign(chance, chance.choice(list(ZONES)))
        rows = make_rows(chance, seed % 2)
        first = datetime.date(2026, 10, 1) + DAY * chance.randint(0, 40)
        compare(campaign, rows, first, first + DAY * chance.randint(0, 40), chance.choice([0, 1, 5, 8, 15]),
                chance.choice([None, None, 'c3', 'nobody']))


def planned_exactly():
    """What is spread over days is what was expected, to the fen, whatever the days."""
    for seed in range(40):
        chance = random.Random(seed)
        campaign = make_campaign(chance, chance.choice(list(ZONES)))
        got = dump(campaign, [(day('2026-10-01'), None, 'c0', [0] * 9)], day('2026-09-01'), day('2027-01-31'))
        rates = Fraction(campaign['claimRate'] * campaign['useRate'], 10 ** 6)
        expected = sum(half_up(c['quantity'] * c['amount'] * rates) for c in campaign['coupons'])
        assert sum(d[5] for d in got['plan']) == expected


def across_midnight_and_clock_changes():
    """Whole days of the campaign's zone: Berlin's clocks go back on 2026-10-25."""
    campaign = {'timeZone': 'Europe/Berlin', 'claimRate': 1000, 'useRate': 1000, 'coupons': [
        coupon(0, quantity=10, claimStart='2026-10-24T00:00:00+02:00', claimEnd='2026-10-26T23:59:59+01:00')]}
    got = compare(campaign, [(day('2026-10-25'), 2, 'c0', [1] * 9)], day('2026-10-23'), day('2026-10-27'))
    assert [d[1] for d in got['plan']] == [0, 3, 3, 4, 0]
    # 22:00 UTC is the next day in Berlin's summer, 16:00 UTC in Shanghai.
    for zone, start, first in (('Europe/Berlin', '2026-06-30T22:00:00+00:00', 1),
                               ('Europe/Berlin', '2026-06-30T21:59:59+00:00', 0),
                               ('Asia/Shanghai', '2026-06-30T16:00:00+00:00', 1),
                               ('Asia/Shanghai', '2026-06-30T15:59:59+00:00', 0)):
        campaign = {'timeZone': zone, 'claimRate': 1000, 'coupons': [
            coupon(0, quantity=7, claimStart=start, claimEnd='2026-07-01T12:00:00+00:00')]}
        got = compare(campaign, [(day('2026-07-01'), None, 'c0', [1] * 9)], day('2026-06-30'), day('2026-07-01'))
        assert [bool(d[1]) for d in got['plan']] == [not first, True]


def little_or_nothing():
    campaign = {'coupons': [coupon(0), coupon(1, platform='tmall')]}
    one = [(day('2026-11-11'), None, 'c0', [5, 0, None, 1, 0, None, None, None, None])]
    compare(campaign | {'start': '2026-11-01T00:00:00+08:00', 'end': '2026-11-30T23:59:59+08:00'},
            one, day('2026-11-11'), day('2026-11-11'))
    for first, last in (('2026-11-12', '2026-11-20'), ('2026-11-01', '2026-11-10'), ('2000-01-01', '2000-01-02')):
        got = compare(campaign | {'start': '2026-11-01T00:00:00+08:00', 'end': '2026-11-30T23:59:59+08:00'},
                      one, day(first), day(last))
        assert got['sum'] == [0] * 10 and got['funnel']['claim_rate'] is None
    same = [(day('2026-11-01') + DAY * i, None, 'c0', [7] * 9) for i in range(30)]
    got = compare(campaign | {'start': '2026-11-01T00:00:00+08:00', 'end': '2026-11-30T23:59:59+08:00'},
                  same, day('2026-11-01'), day('2026-11-30'))
    assert got['sum'][1:] == [210] * 9
    corrected = [(day('2026-11-01'), None, 'c0', [1, 1, 1, -129950, -500, 1, 1, 1, 1]),
                 (day('2026-11-02'), None, 'c0', [1, 1, 1, 50, 600, 1, 1, 1, 1])]
    got = compare(campaign | {'start': '2026-11-01T00:00:00+08:00', 'end': '2026-11-30T23:59:59+08:00'},
                  corrected, day('2026-11-01'), day('2026-11-02'))
    assert got['funnel']['average_order'] == -64950 and got['funnel']['return_on_cost'] == -1299000


def without_dates_nothing_is_planned():
    got = dump({'coupons': [coupon(0)]}, [(day('2026-11-01'), None, 'c0', [1] * 9)],
               day('2026-11-01'), day('2026-11-02'))
    assert got['plan'] == [[0] * 10] * 2


def packs_and_unbounded():
    """A pack's coupons are planned with it; what nothing caps has no cost."""
    campaign = {'claimRate': 1000, 'useRate': 500, 'products': [{'id': 'p', 'price': 10000}],
                'coupons': [coupon(0, platform='tmall', quantity=100, claimStart='2026-11-01T00:00:00+08:00',
                                   claimEnd='2026-11-02T23:59:59+08:00'),
                            coupon(1, discount='percent', percent=90, quantity=10,
                                   claimStart='2026-11-02T00:00:00+08:00', claimEnd='2026-11-02T23:59:59+08:00')],
                'giftPacks': [{'id': 'g', 'name': 'g', 'coupons': ['c0'], 'quantity': 60,
                               'start': '2026-11-01T00:00:00+08:00', 'end': '2026-11-01T23:59:59+08:00'}]}
    got = dump(campaign, [(day('2026-11-01'), None, 'g', [1] * 9)], day('2026-11-01'), day('2026-11-02'))
    assert [d[1:3] for d in got['plan']] == [[60 + 20, 30 + 10], [20 + 10, 10 + 5]], got['plan']
    assert got['plan'][0][5] == 60 * 500 // 2 + 40 * 500 // 2 // 2
    assert got['plan'][1][5] == 2 ** 63 - 1
    assert got['funnel']['issued'] == 60


def prices_judged():
    campaign = {'shops': [{'id': 's', 'platform': 'tmall'}, {'id': 't', 'platform': 'mini-program'},
                          {'id': 'u', 'platform': 'douyin'}],
                'products': [{'id': 'p', 'price': 9999, 'cost': 7000}, {'id': 'q', 'price': 1000}],
                'coupons': [coupon(0, platform='tmall', amount=3000), coupon(1, platform='mini-program', amount=800),
                            coupon(2, amount=2999)]}
    got = dump(campaign, [(day('2026-11-01'), None, 'c0', [1] * 9)], day('2026-11-01'), day('2026-11-01'))
    tuples = [(p['lowest'], p['margin'], p['floor'], p['flags']) for p in got['prices']]
    assert tuples == [(7000, 0, 0, 0), (0, None, 0, 0),
                      (6999, -1, 7000, 3), (0, None, 700, 2),
                      (9199, 2199, 2000, 0), (200, None, 200, 0)], tuples


def main():
    report = tap.Tap()
    for test in (random_campaigns, planned_exactly, across_midnight_and_clock_changes, little_or_nothing,
                 without_dates_nothing_is_planned, packs_and_unbounded, prices_judged):
        report.run(test.__name__.replace('_', ' '), test)
    return report.finish()


if __name__ == '__main__':
    sys.exit(main())
