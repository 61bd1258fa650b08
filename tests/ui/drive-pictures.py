# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures: chosen, refused, fitted by keyboard, taken out again."""
import re
import sys
import tempfile
from pathlib import Path

import kqdrive
import sample
import tap


def shown(node):
    return node.has('visible')


class Tests:
    def __init__(self, kaquan, images, drag_source, folder):
        self.kaquan = kaquan
        self.drag_source = drag_source
        self.images = Path(images)
        self.folder = folder

    def open(self):
        return kqdrive.App([self.kaquan, sample.copy(self.folder)])

    def center(self, app):
        self.saved = lambda: sample.saved(app, self.kaquan, self.folder)
        return sample.show(app, 'center')

    def choose(self, app, page, path):
        """In the dialogue for files, by typing where one is"""
        windows = len(app.windows())
        page.find('button', 'Card picture', shown).do()
        app.wait_until(lambda: len(app.windows()) > windows, None, 'no dialogue for files')
        app.keys('ctrl+l')
        dialogue = app.windows()[-1]
        entry = dialogue.find('text', where=lambda node: shown(node) and node.has('focused'))
        entry.set_text(str(path))
        app.keys('Return')
        app.wait_until(lambda: len(app.windows()) == windows, None, 'the dialogue stayed')

    def shows(self, page, text):
        """Waits until that is what the card's picture is."""
        page.find('button', 'Card picture',
                  lambda node: shown(node) and node.description.startswith(text))

    def face(self, saved):
        """What the campaign says of its card's picture"""
        return saved['assets'][saved['memberCenters'][0]['faceImage']]

    def refused(self):
        """What is no picture is refused where it was to be, and changes nothing."""
        with self.open() as app:
            page = self.center(app)
            path = Path(self.folder) / 'drawing.jpg'
            path.write_text('<svg xmlns="http://www.w3.org/2000/svg"/>', encoding='utf-8')
            self.choose(app, page, path)
            page.find('label', re.compile('^“drawing.jpg” isn’t taken: the file is SVG'), shown)
            assert not app.action_state('win.undo')[0]
            app.kill()

    def chosen(self):
        """Its limits are said before, and all that is amiss after it was chosen."""
        with self.open() as app:
            page = self.center(app)
            page.find('label', '1404 × 700, JPEG or PNG, at most 2 MB', shown)
            self.choose(app, page, self.images / 'master.jpg')
            page.find('label', re.compile('6000 × 4000 pixels; it must be exactly 1404 × 700$'), shown)
            page.find('label', re.compile('bytes; it may have 2,097,152 at most'), shown)
            face = self.face(self.saved())
            assert (face['name'], face['width'], face['height']) == ('master.jpg', 6000, 4000), face
            app.action('win.undo')
            self.shows(page, '会员中心卡面.jpg · 1404 × 700')
            assert self.face(self.saved())['name'] == '会员中心卡面.jpg'
            app.kill()

    def fitted(self):
        """The frame is moved and sized with keys alone; what comes of it is taken."""
        with self.open() as app:
            page = self.center(app)
            self.choose(app, page, self.images / 'master.jpg')
            self.shows(page, 'master.jpg')
            page.find('button', 'Fit “Card picture”…', shown).do()
            window = app.window('Fit “Card picture”')
            frame = window.find('slider', 'Part that is kept', shown)
            window.find('label', 'Fits', shown)
            frame.wait(lambda node: node.has('focused'))
            start = frame.description
            app.keys('shift+Left', 'shift+Left')
            frame.wait(lambda node: node.description != start)
            smaller = frame.description
            app.keys('Down', 'Right')
            frame.wait(lambda node: node.description != smaller)
            window.find(None, 'Frame', lambda node: node.states & {'checked', 'pressed'})
            window.find('label', 'Fits', shown)
            apply = window.find('button', 'Fit')
            apply.wait(lambda node: node.has('sensitive'))
            apply.do()
            app.wait_until(lambda: len(app.windows()) == 1)
            face = self.face(self.saved())
            assert (face['width'], face['height']) == (1404, 700), face
            app.action('win.undo')
            assert self.face(self.saved())['name'] == 'master.jpg'
            app.kill()

    def dropped(self):
        """Out of another program, onto the row."""
        with self.open() as app:
            page = self.center(app)
            app.drop_file(self.drag_source, self.images / 'face.png',
                          page.find('button', 'Card picture', shown))
            self.shows(page, 'face.png')
            face = self.face(self.saved())
            assert (face['name'], face['type']) == ('face.png', 'image/png'), face
            app.action('win.undo')
            self.shows(page, '会员中心卡面.jpg')
            app.kill()

    def part(self, frame):
        """Pixels of the picture: from the left, from the top, width and height"""
        return [int(each.replace(',', '')) for each in re.findall(r'[\d,]*\d', frame.description)]

    def framed_by_mouse(self):
        """A corner sizes the frame and leaves the one across; the inside moves it."""
        with self.open() as app:
            page = self.center(app)
            self.choose(app, page, self.images / 'master.jpg')
            self.shows(page, 'master.jpg')
            page.find('button', 'Fit “Card picture”…', shown).do()
            window = app.window('Fit “Card picture”')
            frame = window.find('slider', 'Part that is kept', shown)
            window.find('label', 'Fits', shown)
            x, y, width, height = frame.extents
            scale = min((width - 24) / 6000, (height - 24) / 4000)
            left = x + round((width - 6000 * scale) / 2)
            top = y + round((height - 4000 * scale) / 2)

            def place(px, py):
                return left + round(px * scale), top + round(py * scale), 0, 0

            def drag(begin, end):
                before = self.part(frame)
                app.drag(frame, place(*begin), place(*end))
                frame.wait(lambda node: self.part(node) != before)
                return before, self.part(frame)

            fx, fy, fw, fh = self.part(frame)
            (_, after) = drag((fx + fw, fy + fh), (fx + fw // 2, fy + fh // 2))
            assert after[:2] == [fx, fy], (after, 'the corner across moved')
            assert abs(after[2] - fw // 2) < 200 and after[3] < fh, after
            assert abs(after[2] * 700 - after[3] * 1404) <= 1404, (after, 'not the proportions')
            fx, fy, fw, fh = after
            (_, after) = drag((fx + fw // 2, fy + fh // 2), (fx + fw // 2 + 900, fy + fh // 2 + 300))
            assert after[2:] == [fw, fh], (after, 'moving sized it')
            assert abs(after[0] - fx - 900) < 100 and abs(after[1] - fy - 300) < 100, after
            fx, fy, fw, fh = after
            (_, after) = drag((fx, fy), (fx + fw // 3, fy + fh // 3))
            assert abs(after[0] + after[2] - fx - fw) <= 1, (after, 'the corner across moved')
            assert after[2] < fw, after
            window.find(None, 'Frame', lambda node: node.states & {'checked', 'pressed'})
            app.kill()

    def removed(self):
        """With the Delete key, and nothing lists it any more."""
        with self.open() as app:
            page = self.center(app)
            page.find('button', 'Card picture', shown).point()
            dialogue = app.wait_until(lambda: app.windows()[1:], None, 'no dialogue')[0]
            app.keys('Escape')
            app.wait_until(lambda: dialogue not in app.windows())
            app.focus_window()
            page.find('button', 'Card picture', lambda node: node.has('focused'))
            app.keys('Delete')
            self.shows(page, 'Choose a picture…')
            saved = self.saved()
            assert 'faceImage' not in saved['memberCenters'][0], saved['memberCenters'][0]
            assert '会员中心卡面.jpg' not in [each['name'] for each in saved['assets'].values()]
            app.kill()


def main(kaquan, images, drag_source):
    report = tap.Tap()
    with kqdrive.Session(), tempfile.TemporaryDirectory() as folder:
        tests = Tests(kaquan, images, drag_source, folder)
        for name in ('refused', 'chosen', 'dropped', 'fitted', 'framed_by_mouse', 'removed'):
            report.run(f'pictures/{name}', getattr(tests, name))
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
