# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A campaign of each scenario: chosen, answered, made, and nothing in it is an error."""
import os
import re
import sys
import tempfile

import kqdrive
import sample
import tap

SCENARIOS = ['Lift repurchase', 'Lift basket size', 'Push hot items', 'Recruit members', 'Member day',
             'Double 11']
MOST_QUESTIONS = 5
# Every list of a campaign: its name in the file, its page and its tab there, and a text of its
# form
LISTS = [
    ('shops', 'shops', 'Shops', 'Shop name'),
    ('products', 'shops', 'Products', 'Product name'),
    ('levels', 'levels', None, 'Level name'),
    ('coupons', 'coupons', None, 'Name'),
    ('activities', 'activities', 'Exclusive activities', 'Name'),
    ('fissions', 'activities', 'Fission pairs', 'Name'),
    ('giftPacks', 'packs', None, 'Name'),
    ('memberCards', 'cards', None, 'Card title'),
    ('memberCenters', 'center', None, 'Member rules'),
    ('landingPages', 'pages', 'Landing pages', 'Page name'),
    ('messages', 'pages', 'Messages', 'Text'),
]


def shown(node):
    return node.has('visible')


class Tests:
    def __init__(self, kaquan):
        self.kaquan = kaquan

    def ask(self, app, scenario):
        """Opens the wizard at the scenario's questions; returns the wizard."""
        app.action('app.new-from-scenario')
        wizard = app.window('New Campaign from a Scenario')
        wizard.find('list-item', scenario).point()
        wizard.find('button', 'Back', shown)
        return wizard

    def create(self, scenario):
        with kqdrive.App([self.kaquan]) as app:
            wizard = self.ask(app, scenario)
            form = wizard.find('list', where=lambda node: shown(node) and
                               node.find_all('list-item', 'Quantity'))
            questions = [node for node in form.children if node.role == 'list-item']
            assert 0 < len(questions) <= MOST_QUESTIONS, questions
            wizard.find('button', 'Create Campaign').do()
            frame = app.window(scenario)
            frame.find('panel', 'Overview')
            app.wait_until(lambda: app.action_state('win.add', 2) is not None)
            errors = frame.find_all('image', re.compile(r'^\d+ errors?$'), shown)
            assert not errors, errors
            app.kill()

    def add(self, app, page, tab, label, name):
        """Adds an object on the page, and writes into the first text of its form."""
        panel = sample.show(app, page, 2)
        if tab:
            # The command goes another way to the program, and must not come first.
            panel.find('page-tab', tab).click().wait(lambda node: node.has('selected'))
        app.wait_until(lambda: app.action_state('win.add', 2)[0])
        app.action('win.add', window=2)
        # A page that is behind another is called visible too: the last is this one's.
        app.wait_until(lambda: panel.find_all('text', label, shown), None,
                       f'no {label} of what was added')[-1].set_text(name)

    def saved(self, app, folder, condition):
        """What is in the library, as soon as the condition holds of it"""
        def look():
            found = sample.saved(app, self.kaquan, folder, 2)
            return found if condition(found) else None

        return app.wait_until(look, None, 'that was not saved')

    def undo_all(self, app):
        while app.action_state('win.undo', 2)[0]:
            app.action('win.undo', window=2)

    def whole(self, scenario):
        """Of every list one object more, all that can be fixed fixed, all undone: it is the
        campaign that the scenario made."""
        with kqdrive.App([self.kaquan]) as app, tempfile.TemporaryDirectory() as folder:
            self.ask(app, scenario).find('button', 'Create Campaign').do()
            app.window(scenario).find('panel', 'Overview')
            made = self.saved(app, folder, lambda saved: saved['coupons'])
            for number, (_, page, tab, label) in enumerate(LISTS):
                self.add(app, page, tab, label, f'New {number}')
            changed = self.saved(app, folder, lambda saved: (
                f'New {len(LISTS) - 1}' in saved.get(LISTS[-1][0], [{}])[-1].values()))
            for number, (field, *_) in enumerate(LISTS):
                assert len(changed[field]) == len(made.get(field, [])) + 1, field
                assert f'New {number}' in changed[field][-1].values(), changed[field][-1]
            self.fix_all(app, scenario)
            self.saved(app, folder, lambda saved: saved != changed)
            self.undo_all(app)
            self.saved(app, folder, lambda saved: saved == made)
            app.kill()

    def fix_all(self, app, scenario):
        app.window(scenario)
        sample.show(app, 'checks', 2)
        app.wait_until(lambda: app.action_state('win.fix-all', 2)[0])
        app.action('win.fix-all', window=2)
        app.wait_until(lambda: not app.action_state('win.fix-all', 2)[0], None, 'not all fixed')

    def refuse(self):
        """An answer that the platform would refuse is said, and makes nothing."""
        with kqdrive.App([self.kaquan]) as app:
            wizard = self.ask(app, 'Lift repurchase')
            create = wizard.find('button', 'Create Campaign')
            amount = wizard.find('text', 'Amount off', shown)
            amount.set_text('4')
            wizard.find('label', re.compile('at least ¥5'), shown)
            create.wait(lambda node: not node.has('sensitive'))
            amount.set_text('5')
            create.wait(lambda node: node.has('sensitive'))
            app.kill()


def main(kaquan):
    report = tap.Tap()
    # A minute each: the others are for the long run.
    wholes = SCENARIOS if os.environ.get('KQ_TEST_LONG') else SCENARIOS[-2:]
    with kqdrive.Session():
        tests = Tests(kaquan)
        for scenario in SCENARIOS:
            report.run(f'wizard/{scenario}', tests.create, scenario)
        report.run('wizard/refuse', tests.refuse)
        for scenario in wholes:
            report.run(f'wizard/whole/{scenario}', tests.whole, scenario)
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
