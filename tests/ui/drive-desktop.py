# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is expected of a desktop application: it goes on where it was, and needs no mouse."""
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import kqdrive
import sample
import tap

HANDLE = 'Width of the preview'
# So far the line is drawn to the left; a drag begins a few pixels late.
DRAWN = 60
INACCURATE = 12
SIZE = (1300, 700)
TABS = 60


class Tests:
    def __init__(self, kaquan, cli, folder):
        self.kaquan = kaquan
        self.cli = cli
        self.folder = Path(folder)

    # Where it was

    def preview_width(self, app):
        """From the line to the end of the window"""
        x, _, width, _ = app.find('separator', HANDLE).extents
        return app.window().extents[2] - x - width

    def resize(self, app, width, height):
        before = app.window().extents
        kqdrive.xdotool('windowsize', app.focus_window(), str(width), str(height))
        app.wait_until(lambda: app.window().extents != before, None,
                       'the window did not change its size')
        return app.window().extents[2:]

    def draw(self, app):
        """Draws the line; returns how wide the preview was before."""
        before = self.preview_width(app)
        x, y, width, height = app.find('separator', HANDLE).extents
        app.drag(app.window(), (x, y, width, height), (x - DRAWN, y, width, height))
        app.wait_until(lambda: self.preview_width(app) > before + DRAWN - INACCURATE, None,
                       'the preview did not become wider')
        return before

    def restored(self):
        """The size of the window, the campaign, its section and the width of the preview"""
        with kqdrive.App([self.kaquan, sample.copy(self.folder)]) as app:
            sample.find_page(app, 'overview')
            size = self.resize(app, *SIZE)
            self.draw(app)
            app.find('separator', HANDLE)
            width = self.preview_width(app)
            sample.show(app, 'packs')
            name = app.window().name
            assert app.close() == 0
        with kqdrive.App([self.kaquan], data=app.data) as app:
            sample.find_page(app, 'packs')
            assert app.window().name == name, app.window()
            app.wait_until(lambda: app.window().extents[2:] == size, None,
                           f'{size} became {app.window().extents}')
            app.wait_until(lambda: self.preview_width(app) == width, None,
                           f'{width} became {self.preview_width(app)}')
            app.kill()

    def handle_by_keyboard(self):
        with kqdrive.App([self.kaquan, sample.copy(self.folder)]) as app:
            sample.find_page(app, 'overview')
            before = self.preview_width(app)
            self.go_to(app, HANDLE)
            app.keys('Left', 'Left')
            app.wait_until(lambda: self.preview_width(app) > before, None, 'not wider')
            app.keys('Right', 'Right')
            app.wait_until(lambda: self.preview_width(app) == before, None, 'not as before')
            app.kill()

    # Without a mouse

    def export(self):
        """From the library to an exported file with keys alone"""
        library = self.folder / 'library.db'
        path = sample.copy(self.folder)
        subprocess.run([self.cli, '--library', library, 'import', path], check=True,
                       stdout=subprocess.DEVNULL)
        out = self.folder / 'by-keyboard.campaign.json'
        with kqdrive.App([self.kaquan, '--library', library]) as app:
            app.wait_until(lambda: app.find_all('list-item'))
            self.go_to(app, app.find('list-item').name)
            app.keys('Return')
            sample.find_page(app, 'overview')
            self.go_to(app, 'Campaign name')
            app.keys('ctrl+a')
            app.type_text('By keyboard')
            app.wait_until(lambda: app.windows()[0].name == 'By keyboard', None, 'not typed')
            app.keys('ctrl+Page_Down', 'ctrl+Page_Down')
            sample.find_page(app, 'shops')
            app.keys('ctrl+Page_Up')
            sample.find_page(app, 'checks')
            app.keys('ctrl+e')
            app.wait_until(lambda: len(app.windows()) > 1, None, 'no dialogue to save with')
            app.keys('ctrl+a')
            app.type_text(str(out))
            app.keys('Return')
            app.wait_until(out.is_file, None, 'nothing was exported')
            app.wait_until(lambda: self.read(out))
            app.kill()
        before = json.loads(path.read_bytes())
        assert self.read(out)['name'] == 'By keyboard'
        assert self.read(out)['coupons'] == before['coupons']

    def report(self):
        """Of what is on the screen; the name says what it becomes"""
        path = sample.copy(self.folder)
        with kqdrive.App([self.kaquan, path]) as app:
            sample.find_page(app, 'overview')
            for name, mark in (('report.pdf', b'%PDF'), ('report.xlsx', b'PK')):
                out = self.folder / name
                app.action('win.report')
                app.wait_until(lambda: len(app.windows()) > 1, None, 'no dialogue to save with')
                app.keys('ctrl+a')
                app.type_text(str(out))
                app.keys('Return')
                app.wait_until(out.is_file, None, f'no {name}')
                app.wait_until(lambda: app.find_all('label', f'Report saved as “{name}”'))
                assert out.read_bytes().startswith(mark), name
            app.kill()

    def read(self, path):
        try:
            return json.loads(path.read_bytes())
        except ValueError:
            return None

    def go_to(self, app, name):
        """With Tab, as often as it takes"""
        names = []

        def hear(event):
            if event.detail1:
                names.append(event.source.get_name())

        listener = app.atspi.EventListener.new(hear)
        listener.register('object:state-changed:focused')
        for _ in range(TABS):
            count = len(names)
            app.keys('Tab')
            app.wait_until(lambda: len(names) > count, None, f'Tab went nowhere after {names}')
            if names[-1] == name:
                break
        listener.deregister('object:state-changed:focused')
        assert names[-1] == name, f'Tab did not come to {name}, but to {names}'

    # What there is to read

    def help(self):
        """F1 opens it where one is."""
        with kqdrive.App([self.kaquan, sample.copy(self.folder)]) as app:
            sample.show(app, 'packs')
            app.keys('F1')
            window = app.window('Help')
            window.find('list-item', 'Gift packs')
            text = window.find('label', where=lambda node: node.name.startswith('A pack is put'))
            assert text.has('visible'), text
            app.keys('Escape')
            app.wait_until(lambda: len(app.windows()) == 1, None, 'Escape')
            app.action('app.about')
            about = app.wait_until(lambda: app.windows()[1:], None, 'no About window')[0]
            about.find('label', 'Kaquan')
            app.kill()


def main(kaquan, cli):
    report = tap.Tap()
    with kqdrive.Session(screen='1500x900x24'):
        for name in ['restored', 'handle_by_keyboard', 'export', 'report', 'help']:
            with tempfile.TemporaryDirectory() as folder:
                report.run(f'desktop/{name}', getattr(Tests(kaquan, cli, folder), name))
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
