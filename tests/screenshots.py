#!/usr/bin/python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Takes pictures of every page, to be looked at: tests/screenshots.py [BUILD [NAME-PART…]]

In English and Chinese, light and dark, at the width of a laptop, half of it,
and a phone's. They land in BUILD/screenshots/ (BUILD is build unless given);
only those with a NAME-PART in their name are taken where one is given.
"""
import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / 'tests' / part) for part in ('', 'drive', 'ui')]

import kqdrive  # noqa: E402
import sample  # noqa: E402

LANGUAGES = ['en', 'zh_CN']
SCHEMES = {'light': 'prefer-light', 'dark': 'prefer-dark'}
SIZES = {'wide': (1366, 860), 'half': (800, 860), 'phone': (360, 640)}
SCREEN = '1500x1000x24'
# The picture is right when it is the same as often as this.
STILL = 3
ATTEMPTS = 60


class Camera:
    """Takes the pictures of one program."""

    def __init__(self, app, folder, look, parts):
        self.app = app
        self.folder = folder
        self.look = look
        self.parts = parts

    def resize(self, width, height, frame=None):
        """To that size inside the border that the window draws for itself."""
        frame = frame or self.app.window()
        number = self.app.focus_window(frame)
        shape = dict(line.split('=') for line in
                     kqdrive.xdotool('getwindowgeometry', '--shell', number).split())
        _, _, inside_width, inside_height = frame.extents
        kqdrive.xdotool('windowsize', number, str(width + int(shape['WIDTH']) - inside_width),
                        str(height + int(shape['HEIGHT']) - inside_height))
        self.app.wait_until(lambda: frame.extents[2:] == (width, height), 5,
                            f'the window did not become {width}×{height}')

    def take(self, name, whole=False):
        """The topmost window, or the whole screen with what pops up."""
        name = f'{name}-{self.look}'
        if self.parts and not any(part in name for part in self.parts):
            return
        number = 'root' if whole else self.app.focus_window(self.app.windows()[-1])
        seen = []
        for _ in range(ATTEMPTS):
            seen.append(subprocess.run(['import', '-window', number, 'png24:-'], check=True,
                                       capture_output=True).stdout)
            if len(seen) >= STILL and len(set(seen[-STILL:])) == 1:
                break
        (self.folder / f'{name}.png').write_bytes(seen[-1])
        print(self.folder / f'{name}.png', flush=True)


def pages(camera, size):
    for page in sample.PAGES:
        sample.show(camera.app, page)
        camera.take(f'{page}-{size}')


def narrow(camera, size):
    """What is a page of its own where there is little room"""
    camera.app.action('win.back')
    camera.take(f'sections-{size}')
    camera.app.action('win.show-section', camera.app.glib.Variant('s', 'coupons'))
    camera.app.action('win.preview')
    camera.take(f'preview-{size}')
    camera.app.action('win.preview')


def campaign(camera, name, mistakes):
    for size, dimensions in SIZES.items():
        camera.resize(*dimensions)
        if mistakes:
            camera.app.action('win.next-finding')
            camera.take(f'{name}-{size}')
        else:
            pages(camera, size)
            if size == 'phone':
                narrow(camera, size)


def everywhere(camera, name):
    """The topmost window in all sizes"""
    for size, dimensions in SIZES.items():
        camera.resize(*dimensions, camera.app.windows()[-1])
        camera.take(f'{name}-{size}')


def empty(kaquan, variables, look):
    """The library of the first start"""
    with kqdrive.App([kaquan], variables) as app:
        app.wait_until(lambda: app.find_all('list-item'))
        everywhere(look(app), 'library-empty')
        app.kill()


def fill(kaquan, variables, data):
    """Puts all examples into a library"""
    cli = kaquan.with_name('kaquan-cli')
    files = sorted(sample.SAMPLES.glob('*.campaign.json'))
    subprocess.run([cli, '--library', data / 'kaquan' / 'library.db', 'import', *files],
                   check=True, stdout=subprocess.DEVNULL, env={**os.environ, **variables})


def library(kaquan, variables, data, look):
    """The library with several campaigns, one of them selected; and where nothing is found"""
    fill(kaquan, variables, data)
    with kqdrive.App([kaquan], variables, data=data) as app:
        items = app.wait_until(lambda: len(app.find_all('list-item')) > 3 and app.find_all('list-item'))
        items[0].parent.select_child(1)
        everywhere(look(app), 'library')
        app.find('entry').set_text('?????')
        app.wait_until(lambda: app.action_state('win.open')[0] is False)
        everywhere(look(app), 'library-nothing')
        app.kill()


def archive(kaquan, variables, data, look):
    """One campaign put away, among those that are; and the menu's other end"""
    with kqdrive.App([kaquan], variables, data=data) as app:
        items = app.wait_until(lambda: len(app.find_all('list-item')) > 3 and app.find_all('list-item'))
        items[0].parent.select_child(1)
        app.wait_until(lambda: app.action_state('win.archive')[0])
        app.action('win.archive')
        app.action('win.show-archived')
        campaigns = app.window(app.text('Archived Campaigns')).find('list', app.text('Campaigns'))
        app.wait_until(lambda: len(campaigns.find_all('list-item')) == 1)
        everywhere(look(app), 'library-archive')
        app.kill()


def ruin(library):
    """Noise over a part of the file"""
    size = library.stat().st_size
    with library.open('r+b') as file:
        file.seek(size // 3)
        file.write(b'?' * (size // 3))


def troubles(kaquan, variables, scratch, look):
    """A library that is damaged, and one of a newer version"""
    for name in 'damaged', 'newer':
        data = Path(scratch) / name
        data.mkdir()
        fill(kaquan, variables, data)
        library = data / 'kaquan' / 'library.db'
        if name == 'damaged':
            ruin(library)
        else:
            with sqlite3.connect(library) as database:
                database.execute('PRAGMA user_version = 999999')
            database.close()
        with kqdrive.App([kaquan], variables, data=data) as app:
            if name == 'damaged':
                app.find('button', re.compile(re.escape(app.text('_Close').partition('(')[0].strip('_'))))
                look(app).take('library-damaged')
            else:
                app.find('label', app.text('The Library Is of a Newer Version'))
                everywhere(look(app), 'library-newer')
            app.kill()


def edit_elsewhere(kaquan, variables, data, path):
    """Another program saves the campaign."""
    campaign = json.loads(path.read_text(encoding='utf-8'))
    campaign['coupons'][0].update(name='别处的名称', amount=12900)
    path.write_text(json.dumps(campaign), encoding='utf-8')
    cli = kaquan.with_name('kaquan-cli')
    subprocess.run([cli, '--library', data / 'kaquan' / 'library.db', 'import', path], check=True,
                   stdout=subprocess.DEVNULL, env={**os.environ, **variables})


def not_saved(kaquan, variables, scratch, look):
    """A full disk; and what another program changed meanwhile"""
    data = Path(scratch) / 'full'
    data.mkdir()
    path = sample.copy(data)
    first = json.loads(path.read_text(encoding='utf-8'))['coupons'][0]['name']
    with kqdrive.App([*sample.FULL_DISK, kaquan, path], variables, data=data) as app:
        sample.show(app, 'coupons')
        sample.select(app, app.text('Coupons'), first)
        sample.set_full(app, True)
        sample.row(app, app.text('Amount off')).set_text('128')
        app.find('label', app.text('Not saved'))
        everywhere(look(app), 'not-saved')
        edit_elsewhere(kaquan, variables, data, path)
        sample.set_full(app, False)
        app.action('win.save')
        app.wait_until(lambda: app.windows()[1:], None, 'nothing was asked')
        everywhere(look(app), 'conflict')
        app.kill()


def history(kaquan, variables, data, path, look):
    """The history of a campaign, of which something was changed"""
    with kqdrive.App([kaquan, path], variables, data=data) as app:
        sample.show(app, 'coupons')
        app.action('win.add')
        app.action('win.history')
        window = app.wait_until(lambda: app.windows()[1:], None, 'no history')[0]
        versions = app.wait_until(lambda: next((each for each in window.find_all('list')
                                                if len(each.find_all('list-item')) > 1), None))
        versions.select_child(1)
        everywhere(look(app), 'history')
        app.kill()


def making(camera, page):
    """The windows in which a card's face, its poster and all kinds of a picture are made"""
    for button, name in (('Make a card face', 'face'), ('Poster and QR code', 'poster'),
                         ('One picture for every platform', 'kinds')):
        page.find('button', camera.app.text(button)).do()
        window = camera.app.wait_until(lambda: camera.app.windows()[1:], None, f'no {name}')[0]
        everywhere(camera, name)
        if name == 'kinds':
            part_of_picture(camera, window)
        camera.app.keys('Escape')
        camera.app.wait_until(lambda: len(camera.app.windows()) == 1, None, f'{window.name} stays')


def part_of_picture(camera, window):
    name = camera.app.text('Part kept for %s') % camera.app.text('Merchant logo', 'kind of image')
    window.find(None, name, lambda node: node.has('visible') and node.has('focusable')).point()
    camera.app.keys('End', 'Return')
    camera.app.wait_until(lambda: len(camera.app.windows()) == 3)
    everywhere(camera, 'part')
    camera.app.keys('Escape')
    camera.app.wait_until(lambda: len(camera.app.windows()) == 2)


def pictures(kaquan, build, variables, path, look):
    """A row for a picture: what was refused, what isn't as it must be, and how that is fitted"""
    images = build / 'tests' / 'kaquan-media' / 'images'
    source = build / 'tests' / 'drive' / 'drag-source'

    def row(page):
        return page.find('button', app.text('Card picture'),
                         lambda node: node.has('visible') and node.has('sensitive'))

    with kqdrive.App([kaquan, path], variables) as app:
        camera = look(app)
        camera.resize(*SIZES['wide'])
        page = sample.show(app, 'center')
        with tempfile.NamedTemporaryFile(suffix='.jpg') as drawing:
            drawing.write(b'<svg xmlns="http://www.w3.org/2000/svg"/>')
            drawing.flush()
            app.drop_file(source, drawing.name, row(page))
            page.find('label', where=lambda node: node.name and Path(drawing.name).name in node.name)
            everywhere(camera, 'picture-refused')
        camera.resize(*SIZES['wide'])
        for name, fit in (('master.jpg', 'fit'), ('alpha.png', 'fit-alpha')):
            app.drop_file(source, images / name, row(page))
            app.wait_until(lambda: row(page).description.startswith(name))
            everywhere(camera, f'picture-{fit}')
            camera.resize(*SIZES['wide'])
            page.find('button', app.text('Fit “%s”…') % app.text('Card picture'),
                      lambda node: node.has('visible')).do()
            window = app.wait_until(lambda: app.windows()[1:])[0]
            window.find('label', app.text('Fits'), lambda node: node.has('visible'))
            everywhere(camera, fit)
            app.keys('Escape')
            app.wait_until(lambda: len(app.windows()) == 1)
        app.kill()


def preview(kaquan, variables, path, look):
    """What the preview folds out and opens: why things aren't shown, details, phones side by side"""
    with kqdrive.App([kaquan, path], variables) as app:
        camera = look(app)
        camera.resize(*SIZES['wide'])
        sample.fold_out_absences(app)
        camera.take('not-shown-wide')
        app.find('button', app.text('Details of the person'), sample.can_click).do()
        app.wait_until(lambda: app.find('combo-box', app.text('Stock')))
        camera.take('person-wide', whole=True)
        app.keys('Escape')
        sample.open_story(app)
        everywhere(camera, 'story')
        app.kill()


def shoot(kaquan, folder, parts, look, variables):
    """All pictures of one language and colour scheme"""
    def camera(app):
        return Camera(app, folder, look, parts)

    with tempfile.TemporaryDirectory() as scratch:
        data = Path(scratch) / 'data'
        data.mkdir()
        empty(kaquan, variables, camera)
        library(kaquan, variables, data, camera)
        archive(kaquan, variables, data, camera)
        troubles(kaquan, variables, scratch, camera)
        not_saved(kaquan, variables, scratch, camera)
        history(kaquan, variables, data, sample.copy(scratch), camera)
        preview(kaquan, variables, sample.copy(scratch), camera)
        with kqdrive.App([kaquan, sample.copy(scratch)], variables) as app:
            sample.find_page(app, 'overview')
            campaign(camera(app), 'campaign', False)
            app.kill()
        with kqdrive.App([kaquan, sample.copy(scratch, 'broken')], variables) as app:
            sample.find_page(app, 'overview')
            campaign(camera(app), 'mistakes', True)
            app.kill()
        with kqdrive.App([kaquan, sample.copy(scratch, 'mini-program-cards')], variables) as app:
            making(camera(app), sample.show(app, 'cards'))
            app.kill()
        pictures(kaquan, folder.parent, variables, sample.copy(scratch), camera)


def main(build='build', *parts):
    build = Path(build).resolve()
    folder = build / 'screenshots'
    folder.mkdir(exist_ok=True)
    with kqdrive.Session(screen=SCREEN) as session:
        settings = session.folder / 'config' / 'gtk-4.0' / 'settings.ini'
        settings.parent.mkdir()
        settings.write_text('[Settings]\ngtk-enable-animations=false\n', encoding='utf-8')
        for language in LANGUAGES:
            for scheme, value in SCHEMES.items():
                variables = {**kqdrive.locale_env(language, build), 'ADW_DEBUG_COLOR_SCHEME': value}
                shoot(build / 'app' / 'kaquan', folder, parts, f'{language}-{scheme}', variables)


if __name__ == '__main__':
    if sys.argv[1:2] in (['-h'], ['--help']):
        print(__doc__)
    else:
        main(*sys.argv[1:])
