#!/usr/bin/python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sum at the end of tests/run: nothing but a plain "ok" is a pass."""
import sys

import tap
from count import count_test

CASES = [
    # name, meson's result, output, passed, failed
    ('all passed', 'OK', '1..2\nok 1 /a\nok 2 /b\n', 2, 0),
    ('plan last', 'OK', 'ok 1 /a\nok 2 /b\n1..2\n', 2, 0),
    ('one failed', 'FAIL', '1..2\nok 1 /a\nnot ok 2 /b\n', 1, 1),
    ('skipped', 'OK', '1..2\nok 1 /a\nok 2 /b # SKIP no display\n', 1, 1),
    ('to do', 'OK', '1..1\nnot ok 1 /a # TODO some day\n', 0, 1),
    ('skipped as a whole', 'SKIP', '1..0 # skip no server\n', 0, 1),
    ('crashed before the second of three', 'ERROR', '1..3\nok 1 /a\n', 1, 2),
    ('crashed before the plan', 'ERROR', 'ok 1 /a\n', 1, 1),
    ('crashed before anything', 'ERROR', '', 0, 1),
    ('crashed after everything', 'ERROR', '1..1\nok 1 /a\n', 1, 1),
    ('too slow', 'TIMEOUT', '1..2\nok 1 /a\n', 1, 1),
    ('no TAP, passed', 'OK', 'fine\n', 1, 0),
    ('no TAP, failed', 'FAIL', 'bad\n', 0, 1),
    ('no TAP, skipped', 'SKIP', '', 0, 1),
    ('nested, passed', 'OK', '1..2\n    ok 1 /a/x\n    ok 2 /a/y\n    1..2\nok 1 a\nok 2 /b\n', 3, 0),
    ('nested, one failed', 'FAIL', '    ok 1 /a/x\n    not ok 2 /a/y\n    1..2\nnot ok 1 a\n1..1\n', 1, 1),
    ('nested, cut short', 'ERROR', '    1..3\n    ok 1 /a/x\n', 1, 2),
    ('words that only begin with ok', 'OK', '1..1\nok 1 /a\nokay\n', 1, 0),
]


def main():
    report = tap.Tap()
    for name, result, output, passed, failed in CASES:
        count = count_test({'name': name, 'result': result, 'stdout': output})
        report.check(f'count/{name}', (count.passed, count.failed) == (passed, failed),
                     f'expected {passed} and {failed}, got {count.passed} and {count.failed}')
    return report.finish()


if __name__ == '__main__':
    sys.exit(main())
