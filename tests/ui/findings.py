# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The page of all checks: mending all of a kind, putting advice away, looking for findings."""
import json
import re
import sys
import tempfile
from pathlib import Path

import kqdrive
import sample
import tap

RULE = 'DY-03'
CLAIMS = re.compile(r'^Error: .* can be claimed 0 times')
ADVICE = re.compile(r'^Advice: ')


class Tests:
    def __init__(self, kaquan, folder):
        self.kaquan = kaquan
        self.folder = Path(folder)

    def open(self):
        """A campaign full of faults, two of them of one kind that can be mended."""
        self.path = sample.copy(self.folder, 'broken')
        campaign = json.loads(self.path.read_text(encoding='utf-8'))
        for coupon in campaign['coupons'][:2]:
            coupon['perMember'] = 0
        self.path.write_text(json.dumps(campaign), encoding='utf-8')
        return kqdrive.App([self.kaquan, self.path])

    def ready(self, app):
        page = sample.show(app, 'checks')
        self.list = page.find('list', 'Findings')
        self.wait_for(app, CLAIMS, 3)

    def rows(self, pattern):
        return self.list.find_all('list-item', pattern)

    def wait_for(self, app, pattern, count):
        app.wait_until(lambda: len(self.rows(pattern)) == count, None,
                       f'not {count} rows {pattern.pattern}')

    def fix_all_of_a_kind(self):
        with self.open() as app:
            self.ready(app)
            toasts = sample.Toasts(app)
            app.action('win.fix-kind', app.glib.Variant('s', RULE))
            toasts.wait_for('3 findings fixed')
            self.wait_for(app, CLAIMS, 0)
            # One step
            app.action('win.undo')
            self.wait_for(app, CLAIMS, 3)
            app.wait_until(lambda: app.action_state('win.undo')[0] is False)

    def fix_one(self):
        with self.open() as app:
            self.ready(app)
            self.rows(CLAIMS)[0].find('button', 'Set to 1').do()
            self.wait_for(app, CLAIMS, 2)
            app.action('win.undo')
            self.wait_for(app, CLAIMS, 3)

    def fix_everything(self):
        with self.open() as app:
            self.ready(app)
            app.find('button', 'Fix Everything').do()
            app.wait_until(lambda: app.action_state('win.fix-all')[0] is False)
            app.action('win.undo')
            app.wait_until(lambda: app.action_state('win.undo')[0] is False)
            self.wait_for(app, CLAIMS, 3)

    def keyboard(self):
        """Return goes to the field, and a key mends."""
        with self.open() as app:
            self.ready(app)
            self.select(app, CLAIMS)
            app.wait_until(lambda: app.action_state('win.fix-finding')[0])
            app.keys('ctrl+period')
            self.wait_for(app, CLAIMS, 2)
            # The selection went on to what comes next.
            self.select(app, CLAIMS)
            app.wait_until(lambda: app.action_state('win.fix-finding')[0])
            self.list.find('list-item', CLAIMS).find('button', 'Go to the Field').do()
            app.find('list', 'Coupons')

    def select(self, app, pattern):
        app.wait_until(lambda: self.selects(pattern))

    def selects(self, pattern):
        """Whether it could be selected: the list may just be changing."""
        items = self.list.find_all('list-item')
        position = next((i for i, item in enumerate(items) if pattern.search(item.name)), None)
        if position is None:
            return False
        self.list.select_child(position)
        return True

    def dismiss(self):
        with self.open() as app:
            self.ready(app)
            self.only_advice(app)
            app.wait_until(lambda: not app.action_state('win.dismiss-finding')[0])
            self.select(app, ADVICE)
            app.wait_until(lambda: app.action_state('win.dismiss-finding')[0])
            before = len(self.rows(ADVICE))
            app.action('win.dismiss-finding')
            heading = self.list.find('list-item', re.compile('^Dismissed advice · 1 piece of advice$'))
            assert len(self.rows(ADVICE)) == before
            heading.find_all('label')
            self.rows(ADVICE)[-1].find('button', 'Bring Back').do()
            app.wait_until(lambda: not self.rows(re.compile('^Dismissed')))
            self.wait_for(app, ADVICE, before)
            app.action('win.undo')
            self.list.find('list-item', re.compile('^Dismissed'))
            app.action('win.undo')
            app.wait_until(lambda: app.action_state('win.undo')[0] is False)

    def only_advice(self, app):
        for name in ('errors', 'warnings'):
            app.find('button', re.compile(rf'^\d+ {name}$')).do()
        app.wait_until(lambda: self.rows(ADVICE) and not self.rows(CLAIMS))

    def search(self):
        with self.open() as app:
            self.ready(app)
            app.find('entry', 'Search messages and rules').set_text('ky-none')
            app.find('button', 'Show Everything').do()
            self.wait_for(app, CLAIMS, 3)

    def profiles(self):
        with self.open() as app:
            self.ready(app)
            app.action('win.rule-profiles')
            window = app.window('Rule Profiles')
            app.wait_until(lambda: window.find_all('label', re.compile(r'^As of \d{4}-\d\d-\d\d')))


def main(kaquan):
    report = tap.Tap()
    with tempfile.TemporaryDirectory() as folder, kqdrive.Session():
        tests = Tests(kaquan, folder)
        for name in ['fix_all_of_a_kind', 'fix_one', 'fix_everything', 'keyboard', 'dismiss',
                     'search', 'profiles']:
            report.run(f'findings/{name}', getattr(tests, name))
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
