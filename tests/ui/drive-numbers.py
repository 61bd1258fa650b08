# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The figures of a platform: imported as a shop gets them, looked at, and imported again."""
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import kqdrive
import sample
import tap

CAMPAIGN = '双11会员日'
COUPONS = ['会员专享20元', '新会员专享10元']
HEADER = '日期,优惠券名称,领取数,使用数,订单数,成交金额'
DAYS = range(1, 15)
# Of the windows, in the order in which they came
CAMPAIGN_WINDOW = 2


def figures(coupon, day, more=0):
    """What was claimed, used, ordered, and sold for, in fen"""
    factor = COUPONS.index(coupon) + 1
    return (100 * factor + 7 * day + more, 30 + day, 20 + day, 123456 * factor + day)


def row(coupon, day, more=0):
    claims, uses, orders, sales = figures(coupon, day, more)
    money = f'{sales // 100:,}.{sales % 100:02}'
    return f'2026-11-{day:02},{coupon},{claims},{uses},{orders},"{money}"'


def good_rows(more=0):
    return [row(coupon, day, more) for day in DAYS for coupon in COUPONS]


def yuan(fen):
    return f'¥{fen // 100:,}.{fen % 100:02}'


class Tests:
    def __init__(self, kaquan, folder):
        self.kaquan = kaquan
        self.folder = Path(folder)
        self.data = self.folder / 'data'
        (self.data / 'kaquan').mkdir(parents=True)
        self.library = self.data / 'kaquan' / 'library.db'
        self.cli('import', sample.copy(folder))

    def cli(self, *arguments):
        cli = Path(self.kaquan).with_name('kaquan-cli')
        subprocess.run([cli, '--library', self.library, *arguments], check=True,
                       stdout=subprocess.DEVNULL)

    def write(self, name, rows):
        """As the consoles export it: in Chinese, and not in UTF-8"""
        path = self.folder / name
        path.write_bytes('\r\n'.join([HEADER, *rows, '']).encode('gb18030'))
        return path

    def open(self):
        return kqdrive.App([self.kaquan], data=self.data)

    def show(self, app):
        """What was open the last time is so again, by the name that the campaign has."""
        window = app.window()
        if window.name == CAMPAIGN:
            return sample.show(app, 'numbers')
        window.find('list-item', CAMPAIGN).point()
        app.keys('Return')
        app.window(CAMPAIGN)
        return sample.show(app, 'numbers', CAMPAIGN_WINDOW)

    def choose(self, app, page, path):
        """The table, in the dialogue for files; returns the window that says what is in it."""
        before = len(app.windows())
        page.find('button', 'Import Figures…').do()
        app.wait_until(lambda: len(app.windows()) > before, None, 'no dialogue for files')
        app.keys('ctrl+l')
        dialogue = app.windows()[-1]
        entry = dialogue.find('text',
                              where=lambda node: node.has('visible') and node.has('focused'))
        entry.set_text(str(path))
        self.press(dialogue, 'Open')
        return app.find('label', 'First rows').frame

    def choose_item(self, app, combo, *keys):
        """In a list that opens, by keys from there on"""
        shown = len(app.x_windows())
        combo.find('button').do()
        app.wait_until(lambda: len(app.x_windows()) > shown, None, 'the list did not open')
        app.keys(*keys, 'Return')
        app.wait_until(lambda: len(app.x_windows()) == shown, None, 'the list stays')

    def press(self, window, name):
        button = window.find('button', re.compile(f'{name}$'))
        button.wait(lambda node: node.has('sensitive'))
        button.do()

    def taken(self, app):
        app.wait_until(lambda: not [window for window in app.windows()
                                    if window.name == 'Import Figures'], None, 'the window stays')

    def tiles(self, page, coupons, more=0):
        """What is shown is what is reckoned here"""
        every = [figures(coupon, day, more) for coupon in coupons for day in DAYS]
        claims, uses, orders, sales = map(sum, zip(*every))
        for title, value in (('Claims', f'{claims:,}'), ('Uses', f'{uses:,}'),
                             ('Orders', f'{orders:,}'), ('Sales', yuan(sales)),
                             ('Average order value', yuan((2 * sales + orders) // (2 * orders)))):
            page.find('panel', f'{title}: {value}')

    def imported(self):
        """Bad rows are listed and nothing is taken; then the rest is. What comes again replaces."""
        bad = ['2026-11-xx,会员专享20元,1,1,1,1', '2026-11-03,会员专享20元,1,1,1,12.345']
        rows = good_rows()
        with self.open() as app:
            page = self.show(app)
            page.find('label', 'No Figures Yet')
            window = self.choose(app, page, self.write('bad.csv', rows[:4] + bad + rows[4:]))
            self.press(window, 'Import')
            window.find('label', re.compile('^Line 6: .*2026-11-xx.*\nLine 7: .*12\\.345'))
            page.find('label', 'No Figures Yet')
            self.press(window, 'Import the Rest')
            self.taken(app)
            self.tiles(page, COUPONS)
            window = self.choose(app, page, self.write('again.csv', good_rows(5)))
            self.press(window, 'Import')
            self.taken(app)
            self.tiles(page, COUPONS, 5)
            app.kill()

    def mapped(self):
        """A column that was guessed wrong is chosen anew, and remembered for the next table."""
        with self.open() as app:
            page = self.show(app)
            window = self.choose(app, page, self.write('first.csv', good_rows()))
            self.choose_item(app, window.find('combo-box', 'Uses'), 'Home')
            self.press(window, 'Import')
            self.taken(app)
            page.find('panel', 'Uses: –')
            window = self.choose(app, page, self.write('second.csv', good_rows()))
            window.find('combo-box', 'Uses').find('label', 'Not in the file')
            app.kill()

    def looked_at(self):
        """One coupon; day by day with keys; as a table"""
        self.cli('facts', 'import', 'double-11', self.write('table.csv', good_rows()))
        with self.open() as app:
            page = self.show(app)
            self.tiles(page, COUPONS)
            chart = page.find('image', 'Claims and uses per day (coupons)')
            chart.point()
            app.keys('Home')
            chart.wait(lambda node: 'Claims: 314\n' in node.description)
            app.keys('Right', 'Right')
            chart.wait(lambda node: 'Claims: 342\n' in node.description)
            card = page.find('panel', 'Claims and uses per day')
            card.find('button', 'Show as a Table').do()
            card.find('label', '342')
            self.choose_item(app, page.find('combo-box', 'Coupon'), 'Down')
            shown = page.find('combo-box', 'Coupon').find('label', where=lambda node: (
                node.name in COUPONS)).name
            self.tiles(page, [shown])
            app.kill()


def main(kaquan):
    report = tap.Tap()
    with kqdrive.Session():
        for name in ['imported', 'mapped', 'looked_at']:
            with tempfile.TemporaryDirectory() as folder:
                report.run(f'numbers/{name}', getattr(Tests(kaquan, folder), name))
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
