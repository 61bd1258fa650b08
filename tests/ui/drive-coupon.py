# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main job in a window: a coupon's amount, its finding, its preview, undo, export."""
import hashlib
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import kqdrive
import sample
import tap

COUPON = '会员满599减100'
FINDING = re.compile(r'\bDY-16\b')


def in_sight(node):
    return node.has('visible')


class Tests:
    def __init__(self, kaquan, cli, folder):
        self.kaquan = kaquan
        self.cli = cli
        self.folder = Path(folder)

    def open(self):
        self.path = sample.copy(self.folder)
        return kqdrive.App([self.kaquan, self.path])

    def ready(self, app):
        """At the coupon, with Douyin in the preview; returns its amount's entry."""
        sample.show(app, 'coupons')
        sample.select(app, 'Coupons', COUPON)
        amount = sample.row(app, 'Amount off')
        app.wait_until(lambda: amount.text == '100.00')
        sample.choose_platform(app, 'Douyin')
        self.find_places(app)
        self.wait_for(app, '¥100', errors=0)
        return amount

    def find_places(self, app):
        """Where the coupon shows. Found once: to walk the whole window takes a second."""
        self.phone = app.find('panel', 'Phone')
        self.counts = app.find('button', 'Nothing found')
        self.row = app.find('list-item', 'Amount off')
        self.marked = {'sidebar': app.find('list', 'Sections').find('list-item', 'Coupons'),
                       'field': self.row,
                       'list': app.find('list', 'Coupons').find('list-item', COUPON)}

    def face(self):
        """What the phone says that the coupon is worth"""
        ticket = self.phone.find_all('panel', COUPON)
        return ticket[0].find_all('label')[0].name if ticket else None

    def wait_for(self, app, face, errors):
        app.wait_until(lambda: self.face() == face, None, f'the phone does not show {face}')
        for place, node in self.marked.items():
            app.wait_until(lambda: len(node.find_all('image', '1 error', in_sight)) == errors,
                           None, f'{place}: not {errors} errors')
        counts = '1 error' if errors else 'Nothing found'
        app.wait_until(lambda: self.counts.name == counts, None, f'not {counts}')
        app.wait_until(lambda: len(self.findings()) == errors)

    def findings(self):
        """As they stand in the form, in the row that they are about"""
        return self.row.find_all('panel', FINDING, in_sight)

    def undo(self):
        """Changed, the coupon breaks a rule; undone by key and by action, all is as before."""
        with self.open() as app:
            amount = self.ready(app)
            for undo in (lambda: app.keys('ctrl+z'), lambda: app.action('win.undo')):
                amount.set_text('20')
                self.wait_for(app, '¥20', errors=1)
                undo()
                self.wait_for(app, '¥100', errors=0)
                assert amount.text == '100.00', amount.text
            app.action('win.redo')
            self.wait_for(app, '¥20', errors=1)
            assert amount.text in ('20', '20.00'), amount.text
            app.kill()

    def fix(self):
        """The button at the finding mends it, in one step with a name."""
        with self.open() as app:
            amount = self.ready(app)
            amount.set_text('20')
            self.wait_for(app, '¥20', errors=1)
            self.findings()[0].find('button', 'Change to ¥30').do()
            self.wait_for(app, '¥30', errors=0)
            assert amount.text == '30.00', amount.text
            step = app.find('button', 'Undo').description
            assert step == 'Undo Change to ¥30', step
            app.action('win.undo')
            self.wait_for(app, '¥20', errors=1)
            app.action('win.redo')
            self.wait_for(app, '¥30', errors=0)
            app.kill()

    def export(self):
        """Both kinds of export are exactly what the other program makes of the same campaign."""
        with self.open() as app:
            amount = self.ready(app)
            amount.set_text('30')
            self.wait_for(app, '¥30', errors=0)
            wanted = self.expected()

            beside = self.export_to(app, 'win.export-folder', 'beside')
            assert beside.read_bytes() == wanted, 'the file beside its pictures differs'
            self.check_pictures(json.loads(wanted)['assets'], beside.with_name('beside.assets'))

            embedded = self.export_to(app, 'win.export-embedded', 'embedded')
            assert not embedded.with_name('embedded.assets').exists()
            campaign = json.loads(embedded.read_bytes())
            data = [asset.pop('data') for asset in campaign['assets'].values()]
            assert all(data), 'a picture is not embedded'
            assert self.format(json.dumps(campaign)) == wanted, 'the embedded file differs'
            app.kill()

    def expected(self):
        campaign = json.loads(self.path.read_bytes())
        coupon = next(each for each in campaign['coupons'] if each['name'] == COUPON)
        coupon['amount'] = 3000
        return self.format(json.dumps(campaign))

    def format(self, text):
        path = self.folder / 'expected.json'
        path.write_text(text, encoding='utf-8')
        return subprocess.run([self.cli, 'format', path], capture_output=True, check=True).stdout

    def export_to(self, app, action, name):
        """Through the file dialogue, whose name takes a whole path"""
        target = self.folder / f'{name}.campaign.json'
        shown = len(app.windows())
        toasts = sample.Toasts(app)
        app.action(action)
        app.wait_until(lambda: len(app.windows()) > shown, None, 'no file dialogue')
        dialog = app.windows()[-1]
        dialog.find('text', re.compile('^Name')).set_text(str(target))
        dialog.find('button', re.compile('Export$'), lambda node: node.has('sensitive')).do()
        toasts.wait_for(f'Exported as “{target.name}”')
        return target

    def check_pictures(self, assets, folder):
        names = sorted(path.name for path in folder.iterdir())
        types = {'image/jpeg': 'jpg', 'image/png': 'png'}
        assert names == sorted(f'{each}.{types[assets[each].get("type", "image/jpeg")]}' for each in assets), names
        for path in folder.iterdir():
            assert hashlib.sha256(path.read_bytes()).hexdigest() == path.stem, path

    def close(self):
        """Closing saves what was typed just before; exported, it is what it should be."""
        with self.open() as app:
            amount = self.ready(app)
            amount.set_text('30')
            wanted = self.expected()
            assert app.close() == 0
        with kqdrive.App([self.kaquan], data=app.data) as again:
            again.window('双11会员日')
            beside = self.export_to(again, 'win.export-folder', 'again')
            assert beside.read_bytes() == wanted
            again.kill()


def main(kaquan, cli):
    report = tap.Tap()
    with kqdrive.Session():
        for name in ['undo', 'fix', 'export', 'close']:
            with tempfile.TemporaryDirectory() as folder:
                report.run(f'coupon/{name}', getattr(Tests(kaquan, cli, folder), name))
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
