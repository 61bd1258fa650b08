#!/usr/bin/python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What can be said about the sources' form without understanding them."""
import os
import re
import sys
from pathlib import Path

import tap

SPDX = 'SPDX-License-Identifier: GPL-3.0-or-later'
LONGEST = 600
LONG = 400
UNFINISHED = re.compile(r'\b(TODO|FIXME|XXX)\b')
HEADER_LINES = 8
# What moves does so by the toolkit's own means, for these obey where motion is to be reduced.
MOTION = re.compile(r'\b(adw_(?:timed|spring)_animation_new|gtk_widget_add_tick_callback)\b|'
                    r'@keyframes|\b(?:animation|transition)(?:-[a-z]+)*:(?!\s*none)')
# What lies at the top; what is hidden, and what is built, isn't looked at.
TOP = {'app', 'data', 'po', 'tests', 'meson.build', 'meson_options.txt', 'README.md', 'COPYING'}
# A list is scrolled once it has been laid out, in one step; its rows come over some frames.
STILL = {'kq-list-pane-rows.c', 'kq-list-pane-selection.c'}


def complaints(text, longest=LONGEST):
    """What is wrong with one source, line by line."""
    lines = text.split('\n')
    found = []
    if not any(SPDX in line for line in lines[:HEADER_LINES]):
        found.append(f'no "{SPDX}" in its first lines')
    if not text.endswith('\n') or text.endswith('\n\n'):
        found.append('does not end with one line break')
    for number, line in enumerate(lines, 1):
        if '\t' in line:
            found.append(f'line {number}: a tab')
        if line.rstrip() != line:
            found.append(f'line {number}: a space at the end')
        if UNFINISHED.search(line):
            found.append(f'line {number}: unfinished: {line.strip()}')
    if longest and len(lines) - 1 > longest:
        found.append(f'{len(lines) - 1} lines, {longest} at most')
    return found


FINE = f'/* {SPDX} */\nint x;\n'
def moving(root):
    """Where the interface has a motion of its own"""
    return [f'{path.relative_to(root)}: {match[0]}'
            for path in sorted((root / 'app' / 'ui').iterdir())
            if path.suffix in ('.c', '.css') and path.name not in STILL
            for match in MOTION.finditer(path.read_text(encoding='utf-8'))]


PLANTED = [
    ('a fine file', FINE, None),
    ('a template of a file name', FINE + 'char *t = "kq-XXXXXX";\n', None),
    ('as long as may be', FINE + '\n' * (LONGEST - 3) + 'int y;\n', None),
    ('no licence', 'int x;\n', 'SPDX'),
    ('a licence too far down', '\n' * 20 + FINE, 'SPDX'),
    ('a tab', FINE + '\tint y;\n', 'a tab'),
    ('a space at the end', FINE + 'int y; \n', 'a space'),
    ('no end of line', FINE + 'int y;', 'line break'),
    ('an empty line at the end', FINE + '\n', 'line break'),
    ('too long', FINE + '\n' * (LONGEST - 2) + 'int y;\n', 'at most'),
] + [(f'a {word}', f'{FINE}/* {word}: later */\n', 'unfinished') for word in ('TO' + 'DO', 'FIX' + 'ME', 'X' * 3)]


def sources(root):
    """The C of app/ and tests/, each with the length that it may have."""
    for folder, longest in (('app', LONGEST), ('tests', None)):
        for path in sorted((root / folder).rglob('*.[ch]')):
            if 'node_modules' not in path.parts:
                yield path, longest


def main(root):
    report = tap.Tap()
    for name, text, wanted in PLANTED:
        found = complaints(text)
        caught = len(found) == 1 and wanted in found[0] if wanted else not found
        report.check(f'style/planted/{name}', caught, f'wanted: {wanted}', *found)
    found = []
    number = 0
    for path, longest in sources(root):
        number += 1
        text = path.read_text(encoding='utf-8')
        length = text.count('\n')
        if longest and LONG < length <= longest:
            print(f'# {path.relative_to(root)} has {length} lines: is it still one thing?')
        found += [f'{path.relative_to(root)}: {what}' for what in complaints(text, longest)]
    strays = sorted(path.name for path in root.iterdir()
                    if path.name not in TOP and not path.name.startswith(('.', 'build')))
    report.check('style/nothing strays at the top', not strays, *strays)
    report.check('style/there are sources', number > 0)
    report.check('style/sources', not found, *found)
    found = moving(root)
    report.check('style/no motion but the toolkit’s', not found, *found)
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1
                       else os.path.dirname(os.path.dirname(os.path.abspath(__file__))))))
