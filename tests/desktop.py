#!/usr/bin/python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop reads of Kaquan: the validators accept it, and it speaks of what there is.

    desktop.py SOURCE BUILD KAQUAN KAQUAN-CLI
"""
import os
import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import tap

APPLICATION = 'io.github.kaquan.Kaquan'
LANGUAGE = '{http://www.w3.org/XML/1998/namespace}lang'
# As gettext writes it, and as later versions of it do, which go by the language tags of XML
CHINESE = ('zh_CN', 'zh-Hans-CN')
# What the floor's version knows no other tag for
NOT_ON_THE_FLOOR = ('developer-name-tag-deprecated', 'developer-info-missing')
# What the toolkit says of itself
FOREIGN = {'--help-all', '--help-gapplication'}
MAX_SCREENSHOT = 300_000
ENGLISH = {**os.environ, 'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'C'}


def run(*command):
    """What it writes, both ways; and whether it did what it should"""
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True,
                          check=False, env=ENGLISH)
    return done.returncode == 0, done.stdout + done.stderr


class Tests:
    def __init__(self, source, build, kaquan, cli):
        self.data = Path(source) / 'data'
        self.build = Path(build) / 'data'
        self.kaquan = kaquan
        self.cli = cli
        self.report = tap.Tap()
        self.metainfo = ElementTree.parse(self.build / f'{APPLICATION}.metainfo.xml').getroot()

    def validators(self):
        entry = self.build / f'{APPLICATION}.desktop'
        metainfo = self.build / f'{APPLICATION}.metainfo.xml'
        schema = self.data
        for name, command in {
                'desktop entry': ['desktop-file-validate', '--warn-kde', entry],
                'settings': ['glib-compile-schemas', '--strict', '--dry-run', schema],
        }.items():
            passed, output = run(*command)
            self.report.check(f'desktop/{name} is valid', passed, output)

        # Not --strict, which asks for the same but lets nothing be excepted
        passed, output = run('appstreamcli', 'validate', '--no-net', metainfo)
        wrong = [line for line in output.splitlines() if line[:2] in ('E:', 'W:', 'I:') and
                 not line.endswith(NOT_ON_THE_FLOOR)]
        self.report.check('desktop/metainfo is valid', passed and not wrong, output)

    def entry(self):
        """It opens the type that the MIME package declares, also in Chinese."""
        text = (self.build / f'{APPLICATION}.desktop').read_text(encoding='utf-8')
        mime = ElementTree.parse(self.data / f'{APPLICATION}.mime.xml').getroot()
        kind = mime[0].get('type')
        self.report.check('desktop/the entry opens campaigns',
                          f'MimeType={kind};' in text and 'Exec=kaquan %F' in text, text)
        self.report.check('desktop/the entry speaks Chinese', 'Name[zh_CN]=卡券' in text, text)
        provided = [each.text for each in self.metainfo.iter('mediatype')]
        self.report.check('desktop/so does the metainfo', provided == [kind], provided)

    def screenshots(self):
        """What the metainfo shows is in data/screenshots, as large as it says, and small."""
        seen = set()
        for image in self.metainfo.iter('image'):
            path = self.data / 'screenshots' / image.text.rpartition('/')[2]
            seen.add(path.name)
            passed, size = run('identify', '-format', '%wx%h', path)
            wanted = f'{image.get("width")}x{image.get("height")}'
            self.report.check(f'desktop/{path.name} is {wanted}', passed and size == wanted, size)
            self.report.check(f'desktop/{path.name} is small',
                              path.stat().st_size <= MAX_SCREENSHOT)
        there = {path.name for path in (self.data / 'screenshots').iterdir()}
        self.report.check('desktop/every screenshot is shown', there == seen, there ^ seen)

    def translated(self):
        """Each text of the metainfo is there in Chinese."""
        for tag in ('name', 'summary', 'caption', 'p', 'li'):
            texts = [each.get(LANGUAGE) for each in self.metainfo.iter(tag)]
            self.report.check(f'desktop/metainfo: {tag} in Chinese',
                              texts.count(None) == len(texts) / 2 > 0 and
                              {None, *texts} < {None, *CHINESE}, texts)

    def icons(self):
        folder = self.data / 'icons' / 'hicolor'
        for path, size in ((f'scalable/apps/{APPLICATION}.svg', '128x128'),
                           (f'symbolic/apps/{APPLICATION}-symbolic.svg', '16x16')):
            passed, found = run('identify', '-format', '%wx%h', folder / path)
            self.report.check(f'desktop/{path} is {size}', passed and found == size, found)

    def manual(self, program, commands):
        """Its pages in both languages are well-formed, and name every option and command."""
        texts = [run(program, '--help')[1]]
        texts += [run(program, *command.split(), '--help')[1] for command in commands]
        options = set(re.findall(r'(?<![\w-])--[a-z-]+', '\n'.join(texts))) - FOREIGN
        assert len(options) > 2, texts
        for language in ('', 'zh_CN/'):
            path = self.data / 'man' / f'{language}{Path(program).name}.1'
            passed, output = run('man', '--warnings', '-E', 'UTF-8', '-l', '-Tutf8', '-Z', path)
            warnings = [line for line in output.splitlines() if 'troff: ' in line]
            self.report.check(f'manual/{language}{path.name} is well-formed',
                              passed and not warnings, *warnings)
            page = path.read_text(encoding='utf-8').replace('\\-', '-').replace('\\fP', '')
            missing = [word for word in [*sorted(options), *commands] if word not in page]
            self.report.check(f'manual/{language}{path.name} names all there is', not missing,
                              missing)

    def commands(self):
        listed = run(self.cli, '--help')[1]
        return re.findall(r'^  ([a-z]+(?: [a-z]+)?) (?=[\[A-Z-])', listed, re.MULTILINE)


def main(*arguments):
    tests = Tests(*arguments)
    tests.validators()
    tests.entry()
    tests.screenshots()
    tests.translated()
    tests.icons()
    commands = tests.commands()
    tests.report.check('manual/commands are found', len(commands) > 5, commands)
    tests.manual(tests.cli, commands)
    tests.manual(tests.kaquan, ['--render'])
    return tests.report.finish()


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
