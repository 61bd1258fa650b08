# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The money at stake and the lowest prices: what is unbounded leads to its limit, rates are taken
from figures, a coupon is tried out."""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import kqdrive
import sample
import tap

COUPON = '会员满599减100'
CLAIMS, USES = 1234, 321


class Tests:
    def __init__(self, kaquan, folder):
        self.kaquan = kaquan
        self.folder = folder
        self.path = sample.copy(folder)
        self.campaign = json.loads(self.path.read_bytes())

    def change(self, **values):
        """Of the first coupon of that name"""
        coupon = next(each for each in self.campaign['coupons'] if each['name'] == COUPON)
        coupon.update(values)
        self.path.write_text(json.dumps(self.campaign), encoding='utf-8')
        return coupon

    def tile(self, page, title, value):
        page.find('panel', f'{title}: {value}')

    def unbounded(self):
        """The button leads to the field; with a limit it is bounded, and undone it isn't."""
        self.change(discount='percent', percent=90)
        with kqdrive.App([self.kaquan, self.path]) as app:
            page = sample.show(app, 'exposure')
            self.tile(page, 'At most', 'unbounded')
            page.find('button', f'Limit “{COUPON}”').do()
            sample.find_page(app, 'coupons')
            entry = app.find('text', 'Discount cap', lambda node: node.has('focused'))
            entry.set_text('100')
            page = sample.show(app, 'exposure')
            app.wait_until(lambda: not page.find_all('panel', 'At most: unbounded'))
            assert not page.find_all('button', f'Limit “{COUPON}”')
            app.keys('ctrl+z')
            self.tile(page, 'At most', 'unbounded')
            app.kill()

    def take_facts(self, library):
        """Into the library, of one coupon; returns what the rates are by that"""
        cli = [Path(self.kaquan).with_name('kaquan-cli'), '--library', library]
        table = Path(self.folder) / 'table.csv'
        table.write_text(f'日期,优惠券名称,领取数,使用数\n2026-11-05,{COUPON},{CLAIMS},{USES}\n',
                         encoding='utf-8')
        for command in (['import', self.path],
                        ['facts', 'import', self.campaign['id'], table]):
            subprocess.run([*cli, *command], check=True, stdout=subprocess.DEVNULL)
        issued = next(each['quantity'] for each in self.campaign['coupons']
                      if each['name'] == COUPON)
        return [(2000 * part + whole) // (2 * whole)
                for part, whole in ((CLAIMS, issued), (USES, CLAIMS))]

    def rates(self):
        """Of the figures of a campaign in the library, in one step"""
        data = Path(self.folder) / 'data'
        (data / 'kaquan').mkdir(parents=True)
        rates = self.take_facts(data / 'kaquan' / 'library.db')
        before = [self.campaign.get('claimRate', 300), self.campaign.get('useRate', 200)]
        assert rates != before
        with kqdrive.App([self.kaquan, self.path], data=data) as app:
            page = sample.show(app, 'exposure')
            page.find('button', 'Rates from experience').do()
            window = app.wait_until(lambda: app.windows()[1:], None, 'no window')[0]
            window.find('list-item', self.campaign['name']).point()
            app.wait_until(lambda: len(app.windows()) == 1, None, 'the window stays')
            saved = sample.saved(app, self.kaquan, self.folder)
            assert [saved['claimRate'], saved['useRate']] == rates, (saved['claimRate'],
                                                                     saved['useRate'], rates)
            app.keys('ctrl+z')
            app.wait_until(lambda: not app.action_state('win.undo')[0])
            saved = sample.saved(app, self.kaquan, self.folder)
            assert [saved.get('claimRate', 300), saved.get('useRate', 200)] == before, saved
            app.kill()

    def is_invalid(self, entry):
        """The floor has the first of these states, later versions the other."""
        return bool(entry.states & {'invalid', 'invalid-entry'})

    def prices(self):
        """A coupon that is tried out lowers them; the campaign stays as it is."""
        with kqdrive.App([self.kaquan, self.path]) as app:
            page = sample.show(app, 'prices')
            page.find('label', '18 prices; all are above cost and floor')
            amount = page.find('text', 'Amount that a coupon tried out takes off')
            amount.set_text('nothing')
            app.wait_until(lambda: self.is_invalid(amount))
            page.find('label', '18 prices; all are above cost and floor')
            amount.set_text('５００')
            app.wait_until(lambda: not self.is_invalid(amount))
            page.find('label', '18 prices; below cost: 18, below the platform’s floor: 0')
            page.find('text', 'Price from which on it can be used').set_text('¥560')
            page.find('label', '18 prices; below cost: 3, below the platform’s floor: 0')
            page.find('check-box', 'Only the alarming ones').point()
            app.wait_until(lambda: not page.find_all('label', '木棉枕'))
            assert not app.action_state('win.undo')[0]
            app.kill()


def main(kaquan):
    report = tap.Tap()
    with kqdrive.Session():
        for name in ['unbounded', 'rates', 'prices']:
            with tempfile.TemporaryDirectory() as folder:
                report.run(f'money/{name}', getattr(Tests(kaquan, folder), name))
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
