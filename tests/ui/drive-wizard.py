# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A campaign of each scenario: chosen, answered, made, and nothing in it is an error."""
import re
import sys

import kqdrive
import tap

SCENARIOS = ['Lift repurchase', 'Lift basket size', 'Push hot items', 'Recruit members', 'Member day',
             'Double 11']
MOST_QUESTIONS = 5


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
    with kqdrive.Session():
        tests = Tests(kaquan)
        for scenario in SCENARIOS:
            report.run(f'wizard/{scenario}', tests.create, scenario)
        report.run('wizard/refuse', tests.refuse)
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
