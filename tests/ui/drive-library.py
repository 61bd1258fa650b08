# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The library: nothing is ever lost, and all can be found."""
import json
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import kqdrive
import sample
import tap

COUPON = '会员满599减100'
DOUBLE_11, DOUYIN = '双11会员日', '抖音会员月'


class Tests:
    def __init__(self, kaquan, cli, folder):
        self.kaquan = kaquan
        self.cli = cli
        self.folder = Path(folder)
        self.data = self.folder / 'data'
        self.data.mkdir()
        self.path = sample.copy(folder)

    @property
    def library(self):
        return self.data / 'kaquan' / 'library.db'

    def start(self, *arguments, before=()):
        return kqdrive.App([*before, self.kaquan, *arguments], data=self.data)

    def run_cli(self, *arguments):
        return subprocess.run([self.cli, '--library', self.library, *arguments], check=True,
                              capture_output=True, text=True).stdout

    def at_coupon(self, app):
        """Returns the amount of the coupon."""
        sample.show(app, 'coupons')
        sample.select(app, 'Coupons', COUPON)
        amount = sample.row(app, 'Amount off')
        app.wait_until(lambda: amount.text == '100.00')
        return amount

    def saved(self, app):
        app.find('label', 'Saved', lambda node: node.has('visible'))

    def amount(self):
        """What the library has"""
        campaigns = json.loads(self.run_cli('list', '--json'))
        out = self.folder / 'out.json'
        self.run_cli('export', campaigns[0]['id'], out)
        coupons = json.loads(out.read_text(encoding='utf-8'))['coupons']
        return next(each for each in coupons if each['name'] == COUPON)['amount']

    def library_list(self, app, count):
        """The list of the library's window, with that many campaigns"""
        app.wait_until(lambda: app.find_all('list', 'Campaigns'))
        campaigns = app.find('list', 'Campaigns')
        app.wait_until(lambda: len(campaigns.find_all('list-item')) == count, None,
                       f'not {count} campaigns')
        return campaigns

    def two_campaigns(self):
        """In the library, without a window"""
        with self.start(self.path) as app:
            app.window(DOUBLE_11)
            app.action('win.library')
            app.window('Campaigns')
            subprocess.run([self.kaquan, sample.copy(self.folder, 'douyin-month')], check=True,
                           timeout=60)
            app.window(DOUYIN)
            app.action('win.library', window=3)
            self.library_list(app, 2)
            assert app.close() == 0

    def names(self, campaigns):
        return sorted(each.name for each in campaigns.find_all('list-item'))

    # What is typed is kept

    def kill(self):
        """Killed once it says that all is saved, all is there."""
        with self.start(self.path) as app:
            amount = self.at_coupon(app)
            amount.set_text('123')
            app.find('label', 'Saving…')
            self.saved(app)
            app.kill()
        with self.start() as again:
            again.window(DOUBLE_11)
            sample.show(again, 'coupons')
            sample.select(again, 'Coupons', COUPON)
            amount = sample.row(again, 'Amount off')
            again.wait_until(lambda: amount.text == '123.00')
            again.kill()

    def terminate(self):
        """Ended by the session right after a keystroke, that is saved too."""
        with self.start(self.path) as app:
            amount = self.at_coupon(app)
            amount.set_text('124')
            assert app.kill(signal.SIGTERM) == 0
        assert self.amount() == 12400

    def full_disk(self):
        """What can't be saved is said, tried again, and asked about before it is lost."""
        with self.start(self.path, before=sample.FULL_DISK) as app:
            amount = self.at_coupon(app)
            sample.set_full(app, True)
            amount.set_text('125')
            app.find('label', 'The changes aren’t saved')
            app.find('label', 'Not saved')
            app.find('button', 'Save a Copy…')
            app.action('win.close')
            app.find('button', re.compile('Cancel$')).do()
            app.wait_until(lambda: len(app.windows()) == 1)
            assert amount.text in ('125', '125.00'), amount.text
            sample.set_full(app, False)
            app.action('win.try-again')
            self.saved(app)
            assert app.close() == 0
        assert self.amount() == 12500

    def give_up(self):
        """Closed without saving, as it was confirmed, the rest is as it was."""
        with self.start(self.path, before=sample.FULL_DISK) as app:
            amount = self.at_coupon(app)
            sample.set_full(app, True)
            amount.set_text('126')
            app.action('win.close')
            app.find('button', re.compile('Without Saving$')).do()
            assert app.wait_for_end() == 0
        assert self.amount() == 10000

    # What others do

    def merged(self):
        """Changed by another program, an open campaign takes it in as one step."""
        with self.start(self.path) as app:
            amount = self.at_coupon(app)
            amount.set_text('127')
            self.saved(app)
            self.import_with(lambda campaign: campaign.update(notes='别处'), 12700)
            toasts = sample.Toasts(app)
            toasts.wait_for('Changes from elsewhere were brought in')
            step = app.find('button', 'Undo').description
            assert step == 'Undo changes from elsewhere', step
            app.kill()

    def import_with(self, change, amount):
        """By the other program: the campaign with that amount and a change"""
        campaign = json.loads(self.path.read_text(encoding='utf-8'))
        coupon = next(each for each in campaign['coupons'] if each['name'] == COUPON)
        coupon['amount'] = amount
        change(campaign)
        self.path.write_text(json.dumps(campaign), encoding='utf-8')
        self.run_cli('import', self.path)

    def conflict(self):
        """Where both changed the same, it is asked; what isn't taken is in the history."""
        with self.start(self.path, before=sample.FULL_DISK) as app:
            amount = self.at_coupon(app)
            sample.set_full(app, True)
            amount.set_text('128')
            app.find('label', 'Not saved')
            self.import_with(lambda campaign: None, 12900)
            sample.set_full(app, False)
            app.action('win.save')
            window = app.window('Changed on Both Sides')
            window.find('button', 'All of Theirs').do()
            window.find('button', 'Merge').do()
            app.wait_until(lambda: amount.text == '129.00')
            app.action('win.undo')
            app.wait_until(lambda: amount.text == '128.00')
            self.saved(app)
            assert app.close() == 0
        assert self.amount() == 12800

    # What one did

    def undo_survives(self):
        """Closed and opened again, what was done can still be undone."""
        with self.start(self.path) as app:
            amount = self.at_coupon(app)
            amount.set_text('130')
            app.action('win.library')
            campaigns = self.library_list(app, 1)
            app.wait_until(lambda: len(app.windows()) == 1, None, 'the campaign stayed open')
            campaigns.select_child(0)
            app.action('win.open', window=2)
            app.window(DOUBLE_11)
            sample.show(app, 'coupons', window=3)
            sample.select(app, 'Coupons', COUPON)
            amount = sample.row(app, 'Amount off')
            app.wait_until(lambda: amount.text == '130.00')
            app.action('win.undo', window=3)
            app.wait_until(lambda: amount.text == '100.00')
            app.kill()

    def history(self):
        """An older version is compared with today, and brought back in one step."""
        with self.start(self.path) as app:
            amount = self.at_coupon(app)
            amount.set_text('131')
            self.saved(app)
            app.action('win.history')
            window = app.window('History')
            versions = window.find('list', 'Versions')
            app.wait_until(lambda: len(versions.find_all('list-item')) == 2)
            window.find('label', 'As It Is Today')
            versions.select_child(1)
            changed = window.find('list', 'Differences').find('list-item', re.compile('Amount off'))
            assert '100' in changed.description and '131' in changed.description, changed.description
            app.wait_until(lambda: window.find_all('button', 'Bring Back', lambda node: node.has('sensitive')))
            window.find('button', 'Bring Back').do()
            app.wait_until(lambda: amount.text == '100.00')
            app.action('win.undo')
            app.wait_until(lambda: amount.text == '131.00')
            app.kill()

    # The window of the library

    def find(self):
        """Chinese, by part of a word, also in the campaigns; and nothing."""
        self.two_campaigns()
        with self.start() as app:
            campaigns = self.library_list(app, 2)
            entry = app.find('entry', 'Search Campaigns')
            for text, wanted in (('双11', [DOUBLE_11]), ('会员', [DOUBLE_11, DOUYIN]),
                                 ('小程序', [DOUBLE_11]), ('', [DOUBLE_11, DOUYIN])):
                entry.set_text(text)
                app.wait_until(lambda: self.names(campaigns) == sorted(wanted), None,
                               f'“{text}” does not find {wanted}')
            entry.set_text('沒有這個')
            app.find('label', 'No Campaign Found')
            app.find('button', 'Show All Campaigns').do()
            self.library_list(app, 2)
            # The keyboard alone
            app.keys('Escape')
            app.type_text('double')
            app.wait_until(lambda: entry.text == 'double')
            app.kill()

    def delete(self):
        """Deleted with a key, it is brought back from the toast."""
        self.two_campaigns()
        with self.start() as app:
            campaigns = self.library_list(app, 2)
            names = [each.name for each in campaigns.find_all('list-item')]
            campaigns.select_child(0)
            app.wait_until(lambda: app.action_state('win.delete')[0])
            toasts = sample.Toasts(app)
            app.action('win.delete')
            app.wait_until(lambda: self.names(campaigns) == names[1:])
            toasts.press('Undo')
            app.wait_until(lambda: self.names(campaigns) == sorted(names))
            app.kill()

    def archive(self):
        self.two_campaigns()
        with self.start() as app:
            campaigns = self.library_list(app, 2)
            campaigns.select_child(0)
            app.wait_until(lambda: app.action_state('win.archive')[0])
            app.action('win.archive')
            self.library_list(app, 1)
            app.action('win.show-archived')
            app.window('Archived Campaigns')
            campaigns = self.library_list(app, 1)
            campaigns.select_child(0)
            app.wait_until(lambda: app.action_state('win.unarchive')[0])
            app.action('win.unarchive')
            app.find('label', 'Nothing Is Archived')
            app.action('win.show-archived')
            self.library_list(app, 2)
            app.kill()

    def duplicate(self):
        with self.start(self.path) as app:
            app.window(DOUBLE_11)
            app.action('win.library')
            campaigns = self.library_list(app, 1)
            campaigns.select_child(0)
            app.wait_until(lambda: app.action_state('win.duplicate', window=2)[0])
            app.action('win.duplicate', window=2)
            campaigns = self.library_list(app, 2)
            assert f'{DOUBLE_11} (copy)' in self.names(campaigns)
            app.kill()

    def two_windows(self):
        """The library beside a campaign; the same campaign opens only once."""
        with self.start(self.path) as app:
            sample.find_page(app, 'overview')
            app.action('app.library')
            campaigns = self.library_list(app, 1)
            assert len(app.windows()) == 2
            campaigns.select_child(0)
            app.wait_until(lambda: app.action_state('win.open', window=2)[0])
            app.action('win.open', window=2)
            app.wait_until(lambda: len(app.windows()) == 1, None, 'not the same window')
            # Findings are counted for the list without opening the campaign.
            sample.show(app, 'coupons')
            sample.select(app, 'Coupons', COUPON)
            sample.row(app, 'Amount off').set_text('20')
            self.saved(app)
            app.action('app.library')
            item = self.library_list(app, 1).find('list-item', DOUBLE_11)
            app.wait_until(lambda: '1 error' in item.description, None, item.description)
            app.kill()

    # Which library

    def other_library(self):
        """Another library is another instance, and the window says which."""
        other = self.folder / 'team.db'
        with self.start(self.path) as app, self.start('--library', other) as second:
            second.find('label', 'team.db')
            second.find('label', 'Design a Campaign')
            assert len(app.windows()) == 1
            second.kill()
            app.kill()
        assert other.exists()

    def newer_library(self):
        """A library of a newer version is refused, untouched."""
        with self.start(self.path) as app:
            app.window(DOUBLE_11)
            assert app.close() == 0
        with sqlite3.connect(self.library) as database:
            database.execute('PRAGMA user_version = 999999')
        database.close()
        before = self.library.read_bytes()
        with self.start() as app:
            app.find('label', 'The Library Is of a Newer Version')
            app.find('button', 'Choose Another Library…')
            app.find('button', 'Quit').do()
            assert app.wait_for_end() == 0
        assert self.library.read_bytes() == before

    def damaged_library(self):
        """What isn't a library is set aside, and that is said."""
        self.library.parent.mkdir()
        self.library.write_bytes(b'no library' * 1000)
        with self.start(self.path) as app:
            app.find('label', re.compile('^(Not a Library|The Library Was Damaged)$'))
            app.find('button', re.compile('Close$')).do()
            app.kill()
        kept = [path for path in self.library.parent.iterdir()
                if path.read_bytes() == b'no library' * 1000]
        assert kept, list(self.library.parent.iterdir())

    def no_library(self):
        """Without any library, a file can still be looked at and exported."""
        (self.data / 'kaquan').write_text('in the way', encoding='utf-8')
        with self.start(self.path) as app:
            amount = self.at_coupon(app)
            app.find('label', 'Not in a library')
            amount.set_text('140')
            app.find('label', 'Not saved')
            app.action('win.close')
            app.find('button', re.compile('Without Saving$')).do()
            assert app.wait_for_end() == 0
        with self.start() as app:
            app.find('label', 'The Library Can’t Be Opened')
            app.kill()


NAMES = ['kill', 'terminate', 'full_disk', 'give_up', 'merged', 'conflict', 'undo_survives',
         'history', 'find', 'delete', 'archive', 'duplicate', 'two_windows', 'other_library',
         'newer_library', 'damaged_library', 'no_library']


def main(kaquan, cli, *names):
    report = tap.Tap()
    with kqdrive.Session():
        for name in names or NAMES:
            with tempfile.TemporaryDirectory() as folder:
                report.run(f'library/{name}', getattr(Tests(kaquan, cli, folder), name))
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
