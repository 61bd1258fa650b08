# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The windows of the application: opening, refusing, editing, undoing."""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import kqdrive
import sample
import tap

CAMPAIGN = {
    'format': 'kaquan-campaign', 'version': 1, 'id': 'c', 'name': '双11',
    'shops': [{'id': 's1', 'name': '木棉旗舰店'}, {'id': 's2', 'platform': 'tmall', 'name': '棉花'}],
}
# A widget without a name reports its type.
UNNAMED = re.compile(r'^(Gtk|Adw|Gdk|Kq)[A-Z]')
# What one can operate, and so must have a name
OPERATED = ['button', 'text', 'entry', 'list', 'list-item', 'page-tab', 'menu-item', 'combo-box']


class Tests:
    def __init__(self, kaquan, folder):
        self.kaquan = kaquan
        self.path = Path(folder) / 'test.campaign.json'

    def write(self, content=None):
        self.path.write_text(content or json.dumps(CAMPAIGN), encoding='utf-8')

    def open(self):
        return kqdrive.App([self.kaquan, self.path])

    def show_shops(self, app):
        app.find('list', 'Sections')
        app.action('win.show-section', app.glib.Variant('s', 'shops'))

    def version(self):
        reply = subprocess.run([self.kaquan, '--version'], capture_output=True, text=True, check=True)
        assert re.fullmatch(r'kaquan \d+\.\d+\.\d+\n', reply.stdout), reply.stdout

    def start(self):
        with kqdrive.App([self.kaquan]) as app:
            app.find('button', 'New Campaign').do()
            app.window('New campaign')
            # The place where one began goes away.
            app.wait_until(lambda: len(app.windows()) == 1)
            assert app.close() == 0

    def refused(self):
        self.write('{"format": "kaquan-campaign", "version": 1, "id": "c", "name": 5}')
        with self.open() as app:
            app.find('label', '“test.campaign.json” can’t be opened')
            reason = app.find('label', where=lambda node: '/name' in node.name)
            assert str(self.path) in reason.name, reason.name
            assert len(app.windows()) == 1, 'something was half open'

    def names(self):
        self.write()
        with self.open() as app:
            self.show_shops(app)
            app.find('list-item', '木棉旗舰店')
            found = [node for role in OPERATED for node in app.find_all(role)]
            unnamed = [repr(node) for node in found if not node.name or UNNAMED.match(node.name)]
            assert len(found) > 10, found
            assert not unnamed, unnamed

    def shops(self, app):
        shops = app.find('list', 'Shops')
        return [node.name for node in shops.find_all('list-item')]

    def edit(self):
        """Each command, and the list after it"""
        first, second = '木棉旗舰店', '棉花'
        steps = [
            ('win.add', [first, second, 'Shop']),
            ('win.undo', [first, second]),
            ('win.redo', [first, second, 'Shop']),
            ('win.duplicate', [first, second, second, 'Shop']),
            ('win.delete', [first, second, 'Shop']),
            ('win.undo', [first, second, second, 'Shop']),
            ('win.undo', [first, second, 'Shop']),
            ('win.undo', [first, second]),
        ]
        self.write()
        with self.open() as app:
            self.show_shops(app)
            app.wait_until(lambda: self.shops(app) == [first, second])
            assert app.action_state('win.undo')[0] is False
            for command, wanted in steps:
                app.action(command)
                app.wait_until(lambda: self.shops(app) == wanted, None, f'{command}: not {wanted}')
            app.wait_until(lambda: app.action_state('win.undo')[0] is False)

    def delete_key(self):
        self.write()
        with self.open() as app:
            self.show_shops(app)
            app.find('list-item', '木棉旗舰店').click()
            toasts = sample.Toasts(app)
            app.keys('Delete')
            toasts.wait_for('“木棉旗舰店” removed')
            app.wait_until(lambda: self.shops(app) == ['棉花'])
            app.keys('ctrl+z')
            app.wait_until(lambda: self.shops(app) == ['木棉旗舰店', '棉花'])

    def save(self):
        """Everything is saved by itself, and a key says so."""
        self.write()
        with self.open() as app:
            self.show_shops(app)
            app.find('list-item', '木棉旗舰店')
            app.action('win.add')
            app.find('label', 'Saved')
            app.action('win.save')
            app.find('label', 'All changes are saved')
            assert app.close() == 0
        # What was open last is open again.
        with kqdrive.App([self.kaquan], data=app.data) as again:
            again.window('双11')
            self.show_shops(again)
            again.wait_until(lambda: len(self.shops(again)) == 3)

    def sections(self):
        self.write()
        with self.open() as app:
            self.show_shops(app)
            app.find('list', 'Shops')
            app.action('win.show-section', app.glib.Variant('s', 'levels'))
            app.find('button', 'Add Level')


def main(kaquan):
    report = tap.Tap()
    with tempfile.TemporaryDirectory() as folder, kqdrive.Session():
        tests = Tests(kaquan, folder)
        for name in ['version', 'start', 'refused', 'names', 'edit', 'delete_key', 'save',
                     'sections']:
            report.run(f'shell/{name}', getattr(tests, name))
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
