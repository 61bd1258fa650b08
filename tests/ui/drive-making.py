# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the forms of cards offer to be made: a face, posters and codes, one picture in every kind."""
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import kqdrive
import sample
import tap

CARD = 'https://mumian.example/card/free'
KINDS = ['alipay-card', 'card-1000x600', 'logo-120', 'wechat-card-picture', 'wechat-cash-coupon',
         'wechat-merchant-coupon']


def shown(node):
    return node.has('visible')


class Tests:
    def __init__(self, kaquan, folder):
        self.kaquan = kaquan
        self.cli = Path(kaquan).with_name('kaquan-cli')
        self.folder = folder

    def open(self, name='mini-program-cards'):
        return kqdrive.App([self.kaquan, sample.copy(self.folder, name)])

    def saved(self, app):
        return sample.saved(app, self.kaquan, self.folder)

    def offer(self, app, page, button):
        """The window that a button of the form opens"""
        page.find('button', button).do()
        return app.wait_until(lambda: app.windows()[1:], None, f'no window of {button}')[0]

    def check(self, kind, data):
        path = Path(self.folder) / 'checked'
        path.write_bytes(data)
        done = subprocess.run([self.cli, 'image', 'check', '--for', kind, path], capture_output=True, text=True)
        assert done.returncode == 0, done.stdout

    def save_as(self, app, window, button, title, target):
        """Through the file dialogue, whose name takes a whole path"""
        window.find('button', button, lambda node: node.has('sensitive')).do()
        dialog = app.wait_until(lambda: [each for each in app.windows() if each.name == title], None,
                                f'no dialogue {title}')[0]
        dialog.find('text', re.compile('^Name')).set_text(str(target))
        dialog.find('button', re.compile('Save$'), lambda node: node.has('sensitive')).do()
        window.find('label', 'Saved', shown)
        end = {'.jpg': b'\xff\xd9', '.pdf': b'%%EOF', '.png': b'IEND\xaeB`\x82', '.svg': b'</svg>'}[target.suffix]
        app.wait_until(lambda: target.exists() and target.read_bytes().rstrip(b'\n').endswith(end), None, target.name)

    def open_path(self, app, title, path):
        """In a dialogue that opens, a slash begins a path."""
        app.wait_until(lambda: [each for each in app.windows() if each.name == title], None, f'no {title}')
        app.focus_window(app.windows()[-1])
        app.windows()[-1].find(where=lambda node: node.has('focused'))
        app.type_text(str(path))
        app.keys('Return')
        app.wait_until(lambda: not [each for each in app.windows() if each.name == title], None, f'{title} stays')

    # What is made

    def face(self):
        """A face becomes the card's picture, in one step that can be undone."""
        with self.open() as app:
            page = sample.show(app, 'cards')
            before = json.loads((sample.SAMPLES / 'mini-program-cards.campaign.json').read_text())
            window = self.offer(app, page, 'Make a card face')
            window.find('text', 'Shop name').set_text('木棉家纺')
            window.find('text', 'Level or card name').set_text('黑金会员')
            window.find(None, 'Midnight', lambda node: 'click' in node.actions).do()
            window.find('button', re.compile('Use$'), lambda node: node.has('sensitive')).do()
            app.wait_until(lambda: len(app.windows()) == 1, None, 'the window stays')
            campaign = self.saved(app)
            name = campaign['memberCards'][0]['faceImage']
            assert name != before['memberCards'][0]['faceImage']
            asset = campaign['assets'][name]
            assert (asset['width'], asset['height'], asset['name']) == (1000, 600, '黑金会员.jpg'), asset
            picture = next(Path(self.folder).glob(f'saved.assets/{name}.*'))
            self.check('card-1000x600', picture.read_bytes())
            app.action('win.undo')
            app.wait_until(lambda: self.saved(app)['memberCards'] == before['memberCards'], None, 'not undone')
            app.kill()

    def face_of_a_center(self):
        """A center that has shown one of the platform's colours shows the picture then."""
        with self.open('double-11') as app:
            page = sample.show(app, 'center')
            page.find(None, 'Colour 2', lambda node: 'click' in node.actions).do()
            window = self.offer(app, page, 'Make a card face')
            window.find('button', re.compile('Use$'), lambda node: node.has('sensitive')).do()
            app.wait_until(lambda: len(app.windows()) == 1, None, 'the window stays')
            campaign = self.saved(app)
            center = campaign['memberCenters'][0]
            assert center['facePreset'] == 0, center
            asset = campaign['assets'][center['faceImage']]
            assert (asset['width'], asset['height']) == (1404, 700), asset
            app.action('win.undo')
            app.wait_until(lambda: self.saved(app)['memberCenters'][0].get('facePreset') == 2, None, 'not undone')
            app.kill()

    def face_of_no_picture(self):
        """What is no picture is said, and takes nothing away."""
        text = Path(self.folder) / 'text.jpg'
        text.write_text('<svg/>')
        with self.open() as app:
            window = self.offer(app, sample.show(app, 'cards'), 'Make a card face')
            window.find('button', 'Choose “Background picture”').do()
            self.open_path(app, 'Choose a Picture', text)
            window.find('label', re.compile('^text.jpg: the file is SVG'), shown)
            app.keys('Escape')
            app.wait_until(lambda: len(app.windows()) == 1, None, 'the window stays')
            app.kill()

    def posters(self):
        with self.open() as app:
            page = sample.show(app, 'cards')
            window = self.offer(app, page, 'Poster and QR code')
            for title, name in (('Poster for the web', 'a.jpg'), ('Poster for printing', 'a.pdf'),
                                ('QR code as a picture', 'a.png'), ('QR code for printing at any size', 'a.svg')):
                self.save_as(app, window, f'Save “{title}”', title, Path(self.folder) / name)
            app.kill()
        folder = Path(self.folder)
        self.check('poster', (folder / 'a.jpg').read_bytes())
        subprocess.run(['pdftoppm', '-r', '100', '-png', '-singlefile', folder / 'a.pdf', folder / 'paper'], check=True)
        subprocess.run(['rsvg-convert', '-w', '400', '-o', folder / 'code.png', folder / 'a.svg'], check=True)
        for name in ('a.jpg', 'a.png', 'paper.png', 'code.png'):
            read = subprocess.run(['zbarimg', '-q', '--raw', folder / name], check=True, capture_output=True, text=True)
            assert read.stdout.strip() == CARD, (name, read.stdout)

    def poster_without_address(self):
        """What is missing is said where it is missed."""
        with self.open() as app:
            page = sample.show(app, 'cards')
            page.find('text', 'Claim address', shown).set_text('')
            window = self.offer(app, page, 'Poster and QR code')
            window.find('label', re.compile('has no claim address'), shown)
            app.kill()

    def frame(self, app, window):
        """For one of the kinds a part of its own; left without one it stays as it was."""
        part = window.find('combo-box', 'Part kept for Merchant logo', shown)
        button = part.find('button', where=lambda node: node.has('sensitive'))
        for leave in (True, False):
            windows = len(app.x_windows())
            button.do()
            app.wait_until(lambda: len(app.x_windows()) > windows, None, 'the list did not open')
            app.wait_until(lambda: any(item.has('focused') for item in part.find_all('list-item')), None,
                           'the keyboard is not in the list')
            app.keys('End', 'Return')
            chooser = app.window('Part kept for Merchant logo')
            area = chooser.find('slider', 'Part that is kept', shown)
            use = chooser.find('button', re.compile('Use$'), lambda node: node.has('sensitive'))
            if leave:
                app.keys('Escape')
                app.wait_until(lambda: len(app.windows()) == 2, None, 'it stays')
                continue
            before = area.description
            app.keys('shift+Left', 'Right')
            area.wait(lambda node: node.description != before)
            use.do()
            app.wait_until(lambda: len(app.windows()) == 2, None, 'it stays')
            window.find('button', 'Move the frame for Merchant logo', shown)

    def kinds(self):
        """All or none, and nothing is replaced without having asked."""
        picture = next(sample.SAMPLES.glob('mini-program-cards.assets/2f6a*.jpg'))
        into = Path(self.folder) / 'kinds'
        into.mkdir()
        with self.open() as app:
            window = self.offer(app, sample.show(app, 'cards'), 'One picture for every platform')
            window.find('button', 'Choose “Picture”').do()
            self.open_path(app, 'Choose a Picture', picture)
            window.find('label', picture.name, shown)
            window.find('text', 'The files’ names begin with').set_text('木棉卡')
            self.frame(app, window)
            save = window.find('button', re.compile('Save…$'), lambda node: node.has('sensitive'))
            save.do()
            self.open_path(app, 'Save the Pictures into a Folder', into)
            window.find('label', '6 pictures saved', shown)
            assert sorted(each.name for each in into.iterdir()) == [f'木棉卡-{kind}.jpg' for kind in KINDS]
            for kind in KINDS:
                self.check(kind, (into / f'木棉卡-{kind}.jpg').read_bytes())
            (into / '木棉卡-logo-120.jpg').write_text('mine')
            save.do()
            self.open_path(app, 'Save the Pictures into a Folder', into)
            app.find('button', re.compile('Cancel$'), lambda node: shown(node) and node.has('sensitive')).do()
            app.wait_until(lambda: len(app.windows()) == 2, None, 'the question stays')
            assert (into / '木棉卡-logo-120.jpg').read_text() == 'mine'
            app.kill()


def main(kaquan, *names):
    report = tap.Tap()
    # High enough that every button of a form is in sight
    with kqdrive.Session(screen='1366x2400x24'):
        for name in names or ['face', 'face_of_a_center', 'face_of_no_picture', 'posters',
                              'poster_without_address', 'kinds']:
            with tempfile.TemporaryDirectory() as folder:
                report.run(f'making/{name}', getattr(Tests(kaquan, folder), name))
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
