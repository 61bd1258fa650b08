# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The calendar: by keyboard one comes to its bars and moves them, and all can be undone."""
import json
import re
import sys
import tempfile

import kqdrive
import sample
import tap

# The sample's coupon before the gap of a day, and where its section is in the sidebar
COUPON = '无会员等级，11月7日空一天'
SECTION = 10
TABS = 40
# Pixels of a day whose end can be grasped for sure
LEAST_DAY = 12
# The wheel, as buttons of the pointer
UP, DOWN = 4, 5


def middle(node):
    """From left to right"""
    return node.extents[0] + node.extents[2] / 2


class Tests:
    def __init__(self, kaquan, folder):
        self.kaquan = kaquan
        self.folder = folder
        self.path = sample.copy(folder, 'broken')
        self.before = json.loads(self.path.read_bytes())['coupons']

    def open(self):
        return kqdrive.App([self.kaquan, self.path])

    def saved(self, app):
        return sample.saved(app, self.kaquan, self.folder)['coupons']

    def window_of(self, coupons):
        """From when to when the coupon can be claimed"""
        coupon = next(each for each in coupons if each['name'] == COUPON)
        return coupon['claimStart'], coupon['claimEnd']

    def bar(self, app, days):
        """The coupon's bar, once it is on those days"""
        return sample.find_page(app, 'calendar').find(
            'button', re.compile(f'^{re.escape(COUPON)} · {days} · '))

    def focused(self, page):
        nodes = page.find_all('button', where=lambda node: node.has('focused'))
        return nodes[0].name if nodes else ''

    def wait_for_focus(self, app, page, pattern):
        app.wait_until(lambda: re.search(pattern, self.focused(page)), None,
                       f'not {pattern} but “{self.focused(page)}” has the focus')

    def tab_to_bar(self, app, page):
        for _ in range(TABS):
            app.keys('Tab')
            if self.focused(page).startswith(COUPON):
                return
        raise AssertionError(f'Tab did not come to {COUPON}')

    def show(self, app):
        sample.find_page(app, 'overview')
        app.keys(*['ctrl+Next'] * SECTION)
        return sample.find_page(app, 'calendar')

    def undo(self, app, days='1–6 Nov'):
        app.keys('ctrl+z')
        self.bar(app, days)

    def keyboard(self):
        """There, to a bar, beside it and back; moved, stretched, and its gap closed"""
        with self.open() as app:
            page = self.show(app)
            self.tab_to_bar(app, page)
            app.keys('Right')
            self.wait_for_focus(app, page, f'^(?!{COUPON}).*Douyin')
            app.keys('Left')
            self.wait_for_focus(app, page, f'^{COUPON}')
            app.keys('Down')
            self.wait_for_focus(app, page, 'Tmall')
            app.keys('Up', 'Home')
            self.wait_for_focus(app, page, f'^{COUPON}')
            for keys, days in (('alt+Right', '2–7 Nov'), ('shift+Left', '1–5 Nov'),
                               ('alt+shift+Right', '2–6 Nov'), ('e', '1–7 Nov')):
                app.keys(keys)
                self.bar(app, days)
                assert self.focused(page).startswith(COUPON), f'{keys}: the focus is lost'
                self.undo(app)
            assert self.saved(app) == self.before
            app.keys('Return')
            sample.find_page(app, 'coupons')
            app.find('text', where=lambda node: node.text == COUPON)
            app.kill()

    def gap(self):
        """Pressed, it is closed by the coupon before it."""
        with self.open() as app:
            page = self.show(app)
            page.find('label', '1 gap · 2 overlaps')
            page.find('button', re.compile('^Gap 7 Nov')).do()
            page.find('label', '0 gaps · 2 overlaps')
            assert self.window_of(self.saved(app)) == (
                '2026-11-01T00:00:00+08:00', '2026-11-07T23:59:59+08:00')
            app.keys('ctrl+z')
            page.find('button', re.compile('^Gap 7 Nov'))
            assert self.saved(app) == self.before
            app.kill()

    def pointer(self):
        """Dragged, a bar comes to rest at a midnight."""
        with self.open() as app:
            self.show(app)
            bar = self.bar(app, '1–6 Nov')
            x, y, width, height = bar.extents
            app.drag(bar, (x, y, width, height), (x + width // 3, y, width, height))
            app.wait_until(lambda: app.action_state('win.undo')[0], None, 'it was not moved')
            start, end = self.window_of(self.saved(app))
            assert start[10:19] == 'T00:00:00' and end[10:19] == 'T23:59:59', (start, end)
            assert start > '2026-11-01T00:00:00+08:00', start
            self.undo(app)
            assert self.saved(app) == self.before
            app.kill()

    def edge(self):
        """Grasped at its end, a bar becomes longer, and stays where it begins."""
        with self.open() as app:
            page = self.show(app)
            bar = self.bar(app, '1–6 Nov')
            gap = page.find('button', re.compile('^Gap 7 Nov'))
            # Three days and a half from the middle of its six to that of the gap's one
            while middle(gap) - middle(bar) < 3.5 * LEAST_DAY:
                before = bar.extents[2]
                self.turn(app, bar, UP)
                bar.wait(lambda node, before=before: node.extents[2] > before)
            day = (middle(gap) - middle(bar)) / 3.5
            end = round(middle(gap) - day / 2)
            _, y, _, height = bar.extents
            app.drag(bar, (end - 5, y, 2, height), (end - 5 + round(day), y, 2, height))
            app.wait_until(lambda: app.action_state('win.undo')[0], None, 'it was not stretched')
            self.bar(app, '1–7 Nov')
            assert self.window_of(self.saved(app)) == (
                '2026-11-01T00:00:00+08:00', '2026-11-07T23:59:59+08:00')
            self.undo(app)
            assert self.saved(app) == self.before
            app.kill()

    def turn(self, app, bar, direction):
        """The wheel with Control, on the middle of a bar"""
        kqdrive.xdotool('keydown', 'ctrl')
        bar.point(direction)
        kqdrive.xdotool('keyup', 'ctrl')

    def wheel(self):
        """With Control it zooms about the pointer; alone, it leaves the days where they are."""
        with self.open() as app:
            self.show(app)
            bar = self.bar(app, '1–6 Nov')
            before = bar.extents
            x, y, width, height = before
            for direction in (DOWN, UP):
                app.click_at(x + width // 2, y + height // 2, direction, bar)
            # Where a step takes it out of sight, its widget shows another one by then.
            app.wait_until(lambda: self.bar(app, '1–6 Nov').extents == before, None,
                           'it is not back where it was')
            bar = self.bar(app, '1–6 Nov')
            self.turn(app, bar, UP)
            bar.wait(lambda node: node.extents[2] > before[2])
            # What is below the pointer stays, so that both ends go away from it.
            x, _, width, _ = bar.extents
            assert x <= before[0] and x + width >= before[0] + before[2], (before, bar.extents)
            self.turn(app, bar, DOWN)
            bar.wait(lambda node: abs(node.extents[2] - before[2]) <= 1)
            assert not app.action_state('win.undo')[0]
            app.kill()

    def use_windows(self):
        """There when they are asked for"""
        with self.open() as app:
            page = self.show(app)
            use = re.compile('^Use: ')
            assert not page.find_all('button', use)
            page.find('button', 'Use windows').do()
            page.find('button', use)
            page.find('button', 'Use windows').do()
            app.wait_until(lambda: not page.find_all('button', use), None, 'they stay')
            app.kill()


def main(kaquan):
    report = tap.Tap()
    with kqdrive.Session():
        for name in ['keyboard', 'gap', 'pointer', 'edge', 'wheel', 'use_windows']:
            with tempfile.TemporaryDirectory() as folder:
                report.run(f'calendar/{name}', getattr(Tests(kaquan, folder), name))
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
