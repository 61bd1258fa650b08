#!/usr/bin/python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What everybody expects of a desktop application, point by point, and which test sees to it.

    expected.py SOURCE

Each test that is named here is there, under that name.
"""
import re
import sys
from pathlib import Path

import tap

EXPECTED = {
    'undo and redo of everything': ['ui/drive-wizard.py undo_all', 'ui/drive-coupon.py undo',
                                    'model/test-history.c random'],
    'no Save button: what was typed is kept': ['ui/drive-library.py kill', 'ui/drive-library.py terminate',
                                               'ui/test-session-end.c query-end'],
    'drafts to go back to': ['ui/drive-library.py history', 'ui/test-desk.c bring-back'],
    'deletion is undone from a toast': ['ui/drive-library.py delete'],
    'a decision is undone from a toast': ['ui/drive-team.py both_sides'],
    'images are dropped': ['ui/drive-pictures.py dropped'],
    'images are pasted': ['ui/test-pictures.c paste', 'ui/test-pictures.c paste-file'],
    'rows are dragged': ['ui/drive-forms.py drag', 'ui/drive-calendar.py edge'],
    'every action by keyboard': ['ui/drive-keys.py tab', 'ui/drive-keys.py shortcuts',
                                 'ui/drive-desktop.py handle_by_keyboard', 'ui/drive-calendar.py keyboard'],
    'a window lists the shortcuts': ['ui/test-shortcuts.c every-key-is-listed',
                                     'ui/test-shortcuts.c what-is-listed-is-a-key'],
    'the window and the last campaign come back': ['ui/drive-desktop.py restored'],
    'light, dark and high contrast': ['contrast.py follows the theme'],
    'large text, and windows from 360 pixels on': ['ui/test-sizes.c large-text', 'ui/test-sizes.c campaign'],
    'less motion': ['style.py moving'],
    'a role and a name for every control': ['ui/drive-names.py walk', 'ui/drive-names.py walk_dialogues'],
    'charts without seeing them': ['ui/drive-numbers.py looked_at', 'ui/test-charts.c steps'],
    'numbers, dates and money as the language has them': ['ui/test-desk.c moment', 'i18n.py planted'],
    'what takes long can be cancelled': ['ui/test-pictures.c cancel', 'ui/drive-library.py give_up'],
    'errors stand where they belong, in words': ['ui/drive-coupon.py find_places', 'ui/drive-numbers.py imported',
                                                 'ui/drive-team.py wrong_then_right'],
    'money as one types it, with full-width digits': ['ui/test-rows.c typed', 'ui/test-rows.c not-taken'],
    'times by typing, an end its last second': ['ui/test-rows.c times-shown', 'ui/test-special-rows.c zone'],
    'an input method is left in peace': ['ui/test-rows.c preedit', 'ui/test-long-texts.c insert-preedit'],
    'About, --help and the manual': ['ui/drive-desktop.py help', 'cli/cli.py help_is_there',
                                     'desktop.py is well-formed'],
    'the desktop knows the program and its files': ['desktop.py the entry opens campaigns',
                                                    'desktop.py every screenshot is shown'],
}


def is_there(tests, name):
    """A function of a script, or a part of a test's path"""
    path, what = name.split(' ', 1)
    text = (tests / path).read_text(encoding='utf-8')
    escaped = re.escape(what)
    if path.endswith('.py'):
        return re.search(rf'^ *def {escaped}\(|\'[^\'\n]*{escaped}', text, re.M) is not None
    return re.search(rf'"([^"\n]*/)?{escaped}"', text) is not None


def main(source):
    report = tap.Tap()
    tests = Path(source) / 'tests'
    report.check('expected/a test that is missing is noticed',
                 not is_there(tests, 'ui/test-shortcuts.c no-such-test'))
    for point, names in EXPECTED.items():
        missing = [name for name in names if not is_there(tests, name)]
        report.check(f'expected/{point}', names and not missing, *missing)
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
