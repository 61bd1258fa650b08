#!/usr/bin/python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The floors of app/: who may include what.

The build gives each floor only the include paths below it. What that can't
stop is looked for here: a path around it, a declaration by hand, a library or
a language (SQL) that belongs to another floor.
"""
import os
import re
import sys
import tempfile
from pathlib import Path

import tap

# Each floor, and those below that it may include.
BELOW = {
    'base': set(),
    'model': {'base'},
    'rules': {'base', 'model'},
    'store': {'base', 'model'},
    'media': {'base', 'model'},
    'compose': {'base', 'model', 'rules', 'media'},
    'view': {'base', 'model', 'rules'},
    'insight': {'base', 'model', 'rules'},
    'sync': {'base', 'model', 'store'},
    'publish': {'base', 'model', 'rules', 'store', 'media', 'compose', 'view', 'insight'},
    'kaquan-media': {'base'},
}
BELOW['cli'] = set(BELOW) - {'kaquan-media'}
BELOW['ui'] = set(BELOW) - {'kaquan-media', 'cli'}
# A source that lies in app/ itself, beside the floors.
BELOW['main.c'] = BELOW['ui'] | {'ui'}

# Headers of libraries that only some floors may use.
LIBRARIES = [
    (re.compile(r'^(gtk|gdk|gsk)/|^adwaita\.h$|^libadwaita'), {'ui', 'main.c'}),
    (re.compile(r'^sqlite3'), {'store'}),
    (re.compile(r'^(libsoup|libsecret)/'), {'sync'}),
    (re.compile(r'^(vips/|lcms2)'), {'kaquan-media'}),
    (re.compile(r'^qrencode'), {'media'}),
    (re.compile(r'^csv\.h$'), {'insight'}),
    (re.compile(r'^xlsxwriter'), {'publish'}),
    (re.compile(r'^(pango/|cairo)'), {'compose', 'ui'}),
]

# Comments and literals, so that what is quoted in one isn't taken for code.
TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)
QUOTED = re.compile(r'^[ \t]*#[ \t]*include[ \t]*"([^"]+)"', re.MULTILINE)
ANGLED = re.compile(r'^[ \t]*#[ \t]*include[ \t]*<([^>]+)>', re.MULTILINE)
EXTERN = re.compile(r'^[ \t]*extern\b', re.MULTILINE)
SQL = re.compile(r'"\s*(SELECT|INSERT|UPDATE|DELETE FROM|REPLACE INTO|CREATE|ALTER TABLE|DROP|PRAGMA)\s')


def without_comments(text):
    return TOKEN.sub(lambda match: match[0] if match[0][0] in '"\'' else ' ', text)


def without_literals(text):
    return TOKEN.sub(lambda match: '""' if match[0][0] in '"\'' else ' ', text)


class Tree:
    """app/ of one checkout."""

    def __init__(self, root):
        self.app = Path(root) / 'app'
        found = [path.relative_to(self.app) for path in sorted(self.app.rglob('*.[ch]'))]
        self.sources = found
        self.headers = [path for path in found if path.suffix == '.h']
        self.builds = {}

    @staticmethod
    def floor(path):
        return path.parts[0]

    def violations(self):
        found = []
        for path in self.sources:
            floor = self.floor(path)
            if floor not in BELOW:
                found.append(f'app/{path}: no floor is called {floor}')
                continue
            text = without_comments((self.app / path).read_text(encoding='utf-8'))
            found += [f'app/{path}: {what}' for what in self._of_source(path, floor, text)]
        return found

    def _of_source(self, path, floor, text):
        for name in QUOTED.findall(text):
            yield from self._quoted(floor, name)
        for name in ANGLED.findall(text):
            yield from self._angled(floor, name)
        if path.suffix == '.c' and EXTERN.search(without_literals(text)):
            yield 'declares with extern what a header should'
        if floor != 'store' and SQL.search(text):
            yield 'holds SQL, which only store writes'

    def _quoted(self, floor, name):
        if '..' in Path(name).parts:
            yield f'includes "{name}" by way of another folder'
            return
        allowed = BELOW[floor] | {floor}
        wanted = Path(name).parts
        floors = {self.floor(header) for header in self.headers
                  if header.parts[-len(wanted):] == wanted}
        if floors & allowed:
            return
        if floors:
            yield f'includes "{name}" of {", ".join(sorted(floors))}, which {floor} may not'
        elif not any(self._generates(each, name) for each in allowed):
            yield f'includes "{name}", which is no header of a floor that it may include'

    def _angled(self, floor, name):
        if Path(name).name.startswith('kq-'):
            yield f'includes <{name}>; our own headers are included with quotes'
        for library, floors in LIBRARIES:
            if library.search(name) and floor not in floors:
                yield f'includes <{name}>, which only {" and ".join(sorted(floors))} may'

    def _generates(self, floor, name):
        """Whether the floor's meson.build names that header, as compile_resources() does."""
        if floor not in self.builds:
            files = (self.app / floor).rglob('meson.build') if floor != 'main.c' else []
            self.builds[floor] = '\n'.join(file.read_text(encoding='utf-8') for file in files)
        stem = Path(name).stem
        return f"'{stem}'" in self.builds[floor] or f"'{stem}.h'" in self.builds[floor]


# What a tree may hold, and what it may not: a file, its text, and a part of the
# complaint (None: there must be none).
PLANTED = [
    ('a lower floor', 'rules/kq-x.c', '#include "kq-base.h"\n', None),
    ('the same floor', 'base/kq-x.c', '#include "kq-base.h"\n', None),
    ('a folder of the same floor', 'ui/kq-x.c', '#include "coupons/kq-deep.h"\n', None),
    ('everything, in main.c', 'main.c', '#include "kq-window.h"\n#include <adwaita.h>\n', None),
    ('a generated header', 'ui/kq-x.c', '#include "kq-made.h"\n', None),
    ('GTK in ui', 'ui/kq-x.c', '#include <gtk/gtk.h>\n', None),
    ('SQL in store', 'store/kq-x.c', 'const char *q = "SELECT 1";\n', None),
    ('a comment', 'base/kq-x.c', '/* #include "kq-window.h"\n   extern int x; */\n', None),
    ('SQL in a comment', 'base/kq-x.c', '// like "SELECT 1"\n', None),
    ('words that look like SQL', 'base/kq-x.c', 'char *s = "Select a coupon";\n', None),
    ('an upper floor', 'base/kq-x.c', '#include "kq-window.h"\n', 'of ui, which base may not'),
    ('an upper floor by folder', 'rules/kq-x.c', '#include "ui/kq-window.h"\n', 'of ui'),
    ('an upper floor in a header', 'model/kq-x.h', '#  include "kq-store.h"\n', 'of store'),
    ('a floor beside', 'rules/kq-x.c', '#include "kq-store.h"\n', 'of store'),
    ('ui in cli', 'cli/kq-x.c', '#include "kq-window.h"\n', 'of ui'),
    ('cli in main.c', 'main.c', '#include "kq-cli.h"\n', 'of cli'),
    ('model in the helper process', 'kaquan-media/x.c', '#include "kq-model.h"\n', 'of model'),
    ('a way around', 'base/kq-x.c', '#include "../ui/kq-window.h"\n', 'by way of another folder'),
    ('no header at all', 'base/kq-x.c', '#include "kq-none.h"\n', 'no header of a floor'),
    ('a header made by an upper floor', 'base/kq-x.c', '#include "kq-made.h"\n', 'no header of'),
    ('our own in angles', 'ui/kq-x.c', '#include <kq-base.h>\n', 'included with quotes'),
    ('extern', 'base/kq-x.c', 'extern int kq_secret (void);\n', 'extern'),
    ('GTK below ui', 'view/kq-x.c', '#include <gtk/gtk.h>\n', 'only main.c and ui may'),
    ('GDK below ui', 'media/kq-x.c', '#include <gdk/gdk.h>\n', 'only main.c and ui may'),
    ('Adwaita in cli', 'cli/kq-x.c', '#include <adwaita.h>\n', 'only main.c and ui may'),
    ('SQLite outside store', 'sync/kq-x.c', '#include <sqlite3.h>\n', 'only store may'),
    ('libsoup outside sync', 'cli/kq-x.c', '#include <libsoup/soup.h>\n', 'only sync may'),
    ('libsecret outside sync', 'ui/kq-x.c', '#include <libsecret/secret.h>\n', 'only sync may'),
    ('libvips outside the helper', 'media/kq-x.c', '#include <vips/vips.h>\n', 'only kaquan-media'),
    ('libqrencode outside media', 'ui/kq-x.c', '#include <qrencode.h>\n', 'only media may'),
    ('libcsv outside insight', 'cli/kq-x.c', '#include <csv.h>\n', 'only insight may'),
    ('libxlsxwriter outside publish', 'ui/kq-x.c', '#include <xlsxwriter.h>\n', 'only publish may'),
    ('Pango outside compose', 'view/kq-x.c', '#include <pango/pangocairo.h>\n', 'only compose and ui'),
    ('Cairo outside compose', 'cli/kq-x.c', '#include <cairo-pdf.h>\n', 'only compose and ui'),
    ('SQL outside store', 'sync/kq-x.c', 'char *q = "INSERT INTO t VALUES (1)";\n', 'holds SQL'),
    ('SQL over several lines', 'ui/kq-x.c', 'char *q =\n  "SELECT a "\n  "FROM b";\n', 'holds SQL'),
    ('an unknown floor', 'cellar/kq-x.c', '\n', 'no floor is called cellar'),
]

FURNITURE = {
    'base/kq-base.h': '',
    'model/kq-model.h': '',
    'store/kq-store.h': '',
    'cli/kq-cli.h': '',
    'ui/kq-window.h': '',
    'ui/coupons/kq-deep.h': '',
    'ui/meson.build': "gnome.compile_resources('kq-made', 'kq.gresource.xml')\n",
}


def complaints(files):
    with tempfile.TemporaryDirectory() as folder:
        for name, text in files.items():
            path = Path(folder) / 'app' / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding='utf-8')
        return Tree(folder).violations()


def main(root):
    report = tap.Tap()
    for name, path, text, wanted in PLANTED:
        found = complaints({**FURNITURE, path: text})
        caught = len(found) == 1 and wanted in found[0] if wanted else not found
        report.check(f'layers/planted/{name}', caught, f'wanted: {wanted}', *found)
    tree = Tree(root)
    report.check('layers/app/has sources', len(tree.sources) > 0)
    for floor in sorted({tree.floor(path) for path in tree.sources}):
        found = [line for line in tree.violations() if line.startswith(f'app/{floor}')]
        report.check(f'layers/app/{floor}', not found, *found)
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.dirname(os.path.abspath(__file__)))))
