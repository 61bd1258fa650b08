# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The forms of every section: what is typed and arranged in them is in what is saved."""
import json
import re
import sys
import tempfile

import kqdrive
import sample
import tap


def shown(node):
    return node.has('visible')


class Tests:
    def __init__(self, kaquan, folder):
        self.kaquan = kaquan
        self.folder = folder

    def open(self, name='double-11'):
        self.path = sample.copy(self.folder, name)
        return kqdrive.App([self.kaquan, self.path])

    def saved(self, app):
        return sample.saved(app, self.kaquan, self.folder)

    def nested(self, page, title):
        """The names of the rows of a list within the form"""
        rows = page.find('list', title, shown)
        return [node.name for node in rows.children if node.role == 'list-item']

    def add_kind(self, app, page, button, kind):
        menu = page.find('button', button, shown)
        menu.find('button', where=lambda node: 'click' in node.actions).do()
        app.find('button', kind, lambda node: shown(node) and node.parent.parent != page).do()

    # Each section

    def overview(self):
        """The campaign's own fields; the status leads to where something is to be done."""
        with self.open('broken') as app:
            page = sample.show(app, 'overview')
            page.find('text', 'Campaign name', shown).set_text('双12')
            app.wait_until(lambda: app.windows()[0].name.startswith('双12'))
            page.find('text', 'Budget', shown).set_text('1,000')
            page.find('label', '¥1,000.00', shown)
            saved = self.saved(app)
            assert (saved['name'], saved['budget']) == ('双12', 100000), saved
            page.find('list-item', 'Gift packs', shown).point()
            app.find('list', 'Gift packs')
            app.kill()

    def activities(self):
        with self.open() as app:
            before = json.loads(self.path.read_bytes())
            page = sample.show(app, 'activities')
            app.action('win.add')
            page.find('text', 'Name', shown).set_text('入会礼活动')
            page.find('text', 'Short link', shown).set_text('https://m.tb.cn/h.1')
            page.find('button', 'Open “Short link”', shown)
            new = self.saved(app)['activities'][-1]
            assert (new['name'], new['shortLink']) == ('入会礼活动', 'https://m.tb.cn/h.1'), new
            assert (new['start'], new['end']) == (before['start'], before['end']), new
            app.kill()

    def cards(self):
        with self.open('mini-program-cards') as app:
            page = sample.show(app, 'cards')
            colour = page.find('text', 'Face colour', shown)
            colour.set_text('red')
            page.find('label', re.compile('isn.t a colour'), shown)
            colour.set_text('#C22A17')
            self.add_kind(app, page, 'Add Benefit', 'Free shipping')
            wanted = ['Newcomer pack', 'Coupon', 'Points', 'Free shipping']
            app.wait_until(lambda: self.nested(page, 'Benefits') == wanted, None, 'not added')
            card = self.saved(app)['memberCards'][0]
            assert card['faceColor'] == '#C22A17', card
            assert card['benefits'][3].get('kind', 'free-shipping') == 'free-shipping', card
            app.kill()

    def center(self):
        with self.open() as app:
            page = sample.show(app, 'center')
            posters = page.find('list', 'Posters', shown)
            # By keyboard, and what is moved keeps the focus
            poster = posters.find('button', 'Poster 1', shown).do()
            poster.wait(lambda node: node.has('focused'))
            app.keys('alt+Down')
            poster.wait(lambda node: node.name == 'Poster 2' and node.has('focused'))
            before = json.loads(self.path.read_bytes())['memberCenters'][0]['posters']
            first, second, third = (each['id'] for each in before)
            page.find('text', 'Member rules', shown).set_text('规则' * 10)
            page.find('label', '20 of 4,500 characters', shown)
            switch = page.find(None, 'Points exchange', lambda node: 'toggle' in node.actions)
            switch.do('toggle')
            switch.wait(lambda node: not node.has('checked'))
            center = self.saved(app)['memberCenters'][0]
            assert [each['id'] for each in center['posters']] == [second, first, third], center
            assert center['rulesText'] == '规则' * 10
            off = [each['kind'] for each in center['benefits'] if each.get('enabled') is False]
            assert off == ['points-exchange'], off
            app.kill()

    def generated_rules(self):
        """Where nobody wrote rules, the form shows what the platform's page says."""
        with self.open() as app:
            page = sample.show(app, 'center')
            rules = page.find('text', 'Member rules', shown)
            rules.set_text('x')
            rules.set_text('')
            page.find('label', re.compile('^Generated: Members of'), shown)
            app.kill()

    def new_center(self):
        """Every benefit of the platform is there, and says what it still needs."""
        with self.open() as app:
            page = sample.show(app, 'center')
            app.action('win.add')
            app.wait_until(lambda: len(self.nested(page, 'Benefits')) == 9, None, 'not nine')
            page.find('label', re.compile('^Still needed: set up the points rule'), shown)
            app.kill()

    def pages(self):
        with self.open() as app:
            page = sample.show(app, 'pages')
            self.add_kind(app, page, 'Add Block', 'Text')
            page.find('text', 'Text', shown).set_text('点击领取')
            blocks = page.find('list', 'Blocks', shown)
            blocks.find('button', 'Remove “Products”', shown).do()
            app.wait_until(lambda: self.nested(page, 'Blocks') == ['Coupon', 'Coupon', 'Text'])
            app.action('win.undo')
            app.wait_until(lambda: self.nested(page, 'Blocks') == ['Coupon', 'Products', 'Coupon', 'Text'])
            saved = self.saved(app)['landingPages'][0]['blocks']
            assert saved[-1]['text'] == '点击领取', saved
            app.kill()

    def messages(self):
        with self.open() as app:
            page = sample.show(app, 'pages')
            page.find('page-tab', 'Messages').click()
            app.action('win.add')
            page.find('text', 'Signature', shown).set_text('【木棉】')
            page.find('text', 'Text', shown).set_text('券' * 70)
            page.find('label', '74 characters · 2 parts', shown)
            app.kill()

    # Lists

    def names(self, coupons):
        return [node.name for node in coupons.children if node.role == 'list-item']

    def several(self):
        """Several at once: duplicated, moved, removed, each one step."""
        with self.open() as app:
            page = sample.show(app, 'coupons')
            coupons = page.find('list', 'Coupons')
            before = self.names(coupons)
            a, b, c, *rest = before
            # Later versions of GTK tell only of the rows that are in sight: there, of the first.
            is_whole = len(before) == len(json.loads(self.path.read_bytes())['coupons'])
            told = None if is_whole else len(before) - 2
            coupons.select_only(0)
            coupons.select_child(1)
            page.find('label', '2 selected', shown)

            def expect(command, wanted):
                app.action(command)
                app.wait_until(lambda: self.names(coupons)[:told] == wanted[:told], None,
                               f'{command}: {self.names(coupons)}')

            expect('win.duplicate', [a, b, a, b, c, *rest])
            expect('win.undo', before)
            coupons.select_only(0)
            coupons.select_child(1)
            page.find('label', '2 selected', shown)
            expect('win.move-down', [c, a, b, *rest])
            expect('win.move-up', before)
            toasts = sample.Toasts(app)
            expect('win.delete', [c, *rest])
            toasts.wait_for('2 objects removed')
            expect('win.undo', before)
            app.kill()

    def next_of_series(self):
        with self.open() as app:
            sample.show(app, 'coupons')
            sample.select(app, 'Coupons', '会员满599减100')
            old = next(each for each in json.loads(self.path.read_bytes())['coupons']
                       if each['name'] == '会员满599减100')
            app.action('win.next-of-series')
            app.find('list', 'Coupons').find('list-item', '会员满599减100 2')
            new = next(each for each in self.saved(app)['coupons']
                       if each['name'] == '会员满599减100 2')
            assert old['claimEnd'].endswith('23:59:59+08:00'), old
            assert new['claimStart'].endswith('00:00:00+08:00'), new
            assert new['claimStart'] > old['claimEnd'], (old, new)
            app.kill()

    def drag(self):
        """With the pointer, by its handle"""
        with self.open() as app:
            page = sample.show(app, 'pages')
            blocks = page.find('list', 'Blocks', shown)
            rows = [node for node in blocks.children if node.role == 'list-item']
            handles = [row.find('image').extents for row in rows]
            app.drag(blocks, handles[0], handles[2], below=True)
            app.wait_until(lambda: self.nested(page, 'Blocks') == ['Products', 'Coupon', 'Coupon'],
                           None, 'not moved')
            app.kill()


def main(kaquan):
    report = tap.Tap()
    # High enough that a menu opens where its button has been scrolled out of sight
    with kqdrive.Session(screen='1366x2400x24'):
        for name in ['overview', 'activities', 'cards', 'center', 'generated_rules', 'new_center', 'pages',
                     'messages', 'several', 'next_of_series', 'drag']:
            with tempfile.TemporaryDirectory() as folder:
                report.run(f'forms/{name}', getattr(Tests(kaquan, folder), name))
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
