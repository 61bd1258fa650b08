# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every page of the preview, beside the picture that it once was.

    golden.py KAQUAN BUILD             compares
    golden.py KAQUAN BUILD --update    takes the pictures anew

Pixels are the floor's: there a page may differ in few of them and by little,
with one font, drawn in one way. Elsewhere its size and its layout are compared,
seen from so far away that text is a grey line. Of a page that differs, what
was drawn, the picture and the difference lie in BUILD/golden/.
"""
import os
import shutil
import subprocess
import sys
from pathlib import Path

import kqdrive
import tap

GOLDEN = Path(__file__).resolve().parent / 'golden'
CAMPAIGN = GOLDEN / 'golden.campaign.json'
FLOOR = '4.8'
AT = '2026-11-08T12:00:00+08:00'
# Of the pixels, and by so much of each channel
FEW = 0.0002
LITTLE = '8%'
# Of the grey at a twentieth of the size, where it isn't the floor
FAR = '5%'
LIKE = 0.06

# name: language, scale, and what is asked
PAGES = {
    'join-visitor': ('zh_CN', 1, '--platform tmall --as visitor --page join'),
    'join-below': ('en', 1, '--platform tmall --as visitor-below --page join'),
    'join-linked': ('en', 1, '--platform tmall --as visitor-linked --page join'),
    'center-new': ('zh_CN', 2, '--platform tmall --as new'),
    'center-member': ('en', 1, '--platform tmall --as tm-2'),
    'center-used-up': ('zh_CN', 1, '--platform tmall --as new --stock gone'),
    'center-douyin': ('zh_CN', 1, '--platform douyin --as dy-2'),
    'popup-new': ('zh_CN', 1, '--platform tmall --as new --page popup'),
    'popup-member': ('en', 1, '--platform tmall --as tm-2 --page popup'),
    'landing': ('zh_CN', 1, '--as returning --page landing:page-back'),
    'card-held': ('zh_CN', 1, '--as holder --page card:card-gold'),
    'card-expired': ('en', 1, '--as expired --page card:card-gold'),
    'fission-sharer': ('zh_CN', 1, '--as sharer:2/4 --page fission:fis-friends'),
    'fission-friend': ('en', 1, '--as visitor --page fission:fis-friends'),
    'story': ('zh_CN', 1, '--platform tmall --as tm-2 --story moments'),
}


def magick(*arguments):
    return subprocess.run([str(each) for each in arguments], check=False, capture_output=True,
                          text=True)


def size(path):
    return magick('identify', '-format', '%wx%h', path).stdout


class Tests:
    def __init__(self, kaquan, build):
        self.kaquan = kaquan
        self.build = build
        self.folder = Path(build) / 'golden'
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir(parents=True)
        version = subprocess.run(['pkg-config', '--modversion', 'gtk4'], check=True,
                                 capture_output=True, text=True).stdout
        self.on_floor = version.startswith(FLOOR + '.')

    def draw(self, name, path):
        language, scale, asked = PAGES[name]
        variables = {**os.environ, **kqdrive.locale_env(language, self.build),
                     'FONTCONFIG_FILE': str(GOLDEN / 'fonts.conf'), 'GTK_A11Y': 'none'}
        words = [] if language == 'en' else ['--lang', language]
        run = subprocess.run([self.kaquan, '--render', *words, '--scale', str(scale), '--at', AT,
                              *asked.split(), CAMPAIGN, path], env=variables, check=False,
                             capture_output=True, text=True)
        assert run.returncode == 0, run.stderr

    def compare(self, name):
        out, ref = self.folder / f'{name}.out.png', GOLDEN / f'{name}.png'
        self.draw(name, out)
        assert size(out) == size(ref), f'{size(out)}, not {size(ref)}'
        check = self.compare_pixels if self.on_floor else self.compare_layout
        difference = self.folder / f'{name}.diff.png'
        problem = check(out, ref, difference)
        if problem:
            shutil.copy(ref, self.folder / f'{name}.ref.png')
            raise AssertionError(f'{problem}: see {difference}')
        out.unlink()
        difference.unlink(missing_ok=True)

    def compare_pixels(self, out, ref, difference):
        width, height = map(int, size(ref).split('x'))
        run = magick('compare', '-metric', 'AE', '-fuzz', LITTLE, out, ref, difference)
        share = float(run.stderr.split()[0]) / (width * height)
        return share > FEW and f'{share:.2%} of the pixels differ'

    def compare_layout(self, out, ref, difference):
        far = []
        for path in (out, ref):
            far.append(path.name + '.far.png')
            magick('convert', path, '-colorspace', 'gray', '-resize', FAR, self.folder / far[-1])
        run = magick('compare', '-metric', 'RMSE', self.folder / far[0], self.folder / far[1],
                     difference)
        for each in far:
            (self.folder / each).unlink()
        share = float(run.stderr.partition('(')[2].rstrip(')\n'))
        return share > LIKE and f'the layout differs by {share:.2%}'

    def update(self):
        for name in PAGES:
            self.draw(name, GOLDEN / f'{name}.png')


def main(kaquan, build, *options):
    report = tap.Tap()
    with kqdrive.Session():
        tests = Tests(kaquan, build)
        if options == ('--update',):
            tests.update()
        for name in PAGES:
            report.run(f'golden/{name}', tests.compare, name)
    stray = {path.stem for path in GOLDEN.glob('*.png')} - set(PAGES)
    report.check('golden/no picture but these', not stray, stray)
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
