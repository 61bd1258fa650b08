#!/usr/bin/python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What meson ran: how many subtests passed and failed, over several builds.

    count.py names DIR TEXT    the names of DIR's tests that hold TEXT
    count.py sum STATUS DIR…   "N passed, N failed", and why where some failed;
                               STATUS is 0 where every "meson test" gave 0

Meson's own sum counts a program as one and a skipped test as none; ours
counts each TAP line, and takes nothing for passed but a plain "ok".
"""
import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass

POINT = re.compile(r'^(?P<indent> *)(?P<bad>not )?ok\b(?P<rest>.*)$')
PLAN = re.compile(r'^(?P<indent> *)1\.\.(?P<number>\d+)')
DIRECTIVE = re.compile(r'#\s*(skip|todo)', re.IGNORECASE)
GOOD = ('OK', 'EXPECTEDFAIL')
TAIL_LINES = 40


@dataclass
class Count:
    passed: int = 0
    failed: int = 0


@dataclass
class Block:
    """The TAP lines of one depth: newer GLib nests a suite's in its parent's."""
    indent: int
    planned: int = 0
    seen: int = 0


class Tap:
    """Reads TAP and counts its leaves."""

    def __init__(self):
        self.count = Count()
        self.found = False
        self.bad_lines = []
        self._blocks = []
        self._block_failed = False

    def read(self, text):
        for line in text.splitlines():
            point, plan = POINT.match(line), PLAN.match(line)
            if point:
                nested = self._enter(len(point['indent']))
                self._blocks[-1].seen += 1
                self._point(line, bool(point['bad'] or DIRECTIVE.search(point['rest'])), nested)
            elif plan:
                self._enter(len(plan['indent']))
                self._blocks[-1].planned = int(plan['number'])
        while self._blocks:
            self._close()

    def _enter(self, indent):
        """Makes the block of that depth the last; whether it closed deeper ones."""
        self.found = True
        nested = False
        while self._blocks and self._blocks[-1].indent > indent:
            self._close()
            nested = True
        if not self._blocks or self._blocks[-1].indent < indent:
            self._blocks.append(Block(indent))
        return nested

    def _close(self):
        block = self._blocks.pop()
        # What a crash, a time limit or a "1..0 # skip" kept from running.
        missing = max(0, block.planned - block.seen)
        if missing:
            self.count.failed += missing
            self._block_failed = True

    def _point(self, line, bad, nested):
        if bad:
            self.bad_lines.append(line.strip())
        if nested:
            # It sums up the block above it, which is counted already.
            if bad and not self._block_failed:
                self.count.failed += 1
            self._block_failed = False
        elif bad:
            self.count.failed += 1
            self._block_failed = True
        else:
            self.count.passed += 1


def read_tap(test):
    tap = Tap()
    tap.read(test.get('stdout', ''))
    return tap


def count_test(test):
    """The Count of one entry of meson's testlog.json."""
    good = test['result'] in GOOD
    tap = read_tap(test)
    if not tap.found:
        return Count(1, 0) if good else Count(0, 1)
    if tap.count.failed == 0 and (not good or tap.count.passed == 0):
        tap.count.failed = 1
    return tap.count


def report(directory, test):
    print(f'FAILED {directory}: {test["name"]} ({test["result"]})')
    for line in read_tap(test).bad_lines:
        print(f'  {line}')
    lines = (test.get('stdout', '') + '\n' + test.get('stderr', '')).strip().splitlines()
    for line in lines[-TAIL_LINES:]:
        print(f'    {line}')


def read_log(directory):
    try:
        with open(os.path.join(directory, 'meson-logs', 'testlog.json'), encoding='utf-8') as log:
            return [json.loads(line) for line in log if line.strip()]
    except FileNotFoundError:
        return []


def warnings(directory):
    """The compiler's warnings of the last build: there may be none."""
    try:
        with open(os.path.join(directory, 'build.log'), encoding='utf-8', errors='replace') as log:
            return [line.rstrip() for line in log if ' warning: ' in line]
    except FileNotFoundError:
        return []


def sum_up(directories, meson_failed):
    total = Count()
    for directory in directories:
        for line in warnings(directory):
            total.failed += 1
            print(f'FAILED {directory}: {line}')
        for test in read_log(directory):
            count = count_test(test)
            total.passed += count.passed
            total.failed += count.failed
            if count.failed:
                report(directory, test)
    if meson_failed and not total.failed:
        total.failed = 1
        print('FAILED: meson itself, see above')
    print(f'{total.passed} passed, {total.failed} failed')
    return 0 if total.passed and not total.failed else 1


def names(directory, text):
    described = subprocess.run(['meson', 'introspect', '--tests', directory],
                               check=True, capture_output=True, text=True).stdout
    for name in sorted({test['name'] for test in json.loads(described)}):
        if text in name:
            print(name)
    return 0


def main(arguments):
    if arguments[:1] == ['sum'] and len(arguments) > 2:
        return sum_up(arguments[2:], arguments[1] != '0')
    if arguments[:1] == ['names'] and len(arguments) == 3:
        return names(*arguments[1:])
    print(__doc__, file=sys.stderr)
    return 2


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
