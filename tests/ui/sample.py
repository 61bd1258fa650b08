# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A copy of a sample campaign, and the ways through its window that several tests go."""
import json
import re
import resource
import shutil
import subprocess
from pathlib import Path

SAMPLES = Path(__file__).resolve().parents[2] / 'data' / 'samples'
# The pages by name, and their titles in English
PAGES = {
    'overview': 'Overview',
    'checks': 'Checks',
    'shops': 'Shops, products',
    'levels': 'Levels',
    'coupons': 'Coupons',
    'activities': 'Activities',
    'packs': 'Gift packs',
    'cards': 'Member cards',
    'center': 'Member center',
    'pages': 'Pages, messages',
    'calendar': 'Calendar',
    'exposure': 'Money at stake',
    'prices': 'Lowest prices',
    'numbers': 'Numbers',
}
# In the order of the preview's list, which shows the second at first
PLATFORMS = ['Douyin', 'Tmall', 'Taobao', 'Mini-program']

# Ignored, a file that may not grow any more is an error like a full disk.
FULL_DISK = ['sh', '-c', 'trap "" XFSZ; exec "$@"', 'sh']


def set_full(app, is_full):
    """Lets the program write no more byte to any file, or lets it again."""
    _, hard = resource.prlimit(app.process.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(app.process.pid, resource.RLIMIT_FSIZE, (0 if is_full else hard, hard))


def copy(folder, name='double-11'):
    """Copies a sample with its pictures into the folder; returns the campaign's path."""
    assets = SAMPLES / f'{name}.assets'
    if assets.is_dir():
        shutil.copytree(assets, Path(folder) / assets.name, dirs_exist_ok=True)
    return Path(shutil.copy(SAMPLES / f'{name}.campaign.json', folder))


def show(app, page, window=1):
    """Shows a page; returns it once it is there."""
    app.action('win.show-section', app.glib.Variant('s', page), window)
    return find_page(app, page)


def titles(app):
    return [app.text(title) for title in PAGES.values()]


def find_page(app, page):
    """A page that has been shown; waits for it."""
    return app.find('panel', app.text(PAGES[page]))


def saved(app, kaquan, folder, window=1):
    """The only campaign of the program's library, once all that was typed is saved"""
    cli = [Path(kaquan).with_name('kaquan-cli'), '--library', app.data / 'kaquan' / 'library.db']
    app.action('win.save', window=window)
    app.find('label', 'Saved', lambda node: node.has('visible'))
    listed = subprocess.run([*cli, 'list', '--json'], check=True, capture_output=True).stdout
    out = Path(folder) / 'saved.json'
    subprocess.run([*cli, 'export', json.loads(listed)[0]['id'], out], check=True)
    return json.loads(out.read_bytes())


def row(app, label):
    """The entry of the form's row with that label."""
    return app.find('text', label)


def select(app, list_name, item):
    """Selects the item of a list by its name."""
    items = app.find('list', list_name)
    items.find('list-item', item)
    names = [node.name for node in items.children if node.role == 'list-item']
    items.select_only(names.index(item))


def choose_platform(app, platform):
    """Chooses in the preview: with the pointer, and from there by keyboard."""
    button = app.find('combo-box', 'On').find('button')
    shown = len(app.x_windows())
    button.point()
    app.wait_until(lambda: len(app.x_windows()) > shown, None, 'the list did not open')
    steps = PLATFORMS.index(platform) - PLATFORMS.index(button.find('label', where=lambda node: (
        node.name in PLATFORMS)).name)
    app.keys(*['Down' if steps > 0 else 'Up'] * abs(steps), 'Return')
    app.wait_until(lambda: button.find_all('label', platform))


def fold_out_absences(app):
    """Has the preview list what isn't shown; returns the list."""
    more = app.find('button', app.text('More of the preview'), can_click)
    pane = more.parent.parent.parent
    app.wait_until(lambda: pane.find_all('button', re.compile(r'^\d+'), can_click), None,
                   'everything is shown')[-1].do()
    lines = app.find('list', app.text('Configured, but not shown'))
    app.wait_until(lambda: lines.find_all('list-item'))
    return lines


def open_story(app):
    """Opens the phones side by side; returns their window."""
    app.find('button', app.text('More of the preview'), can_click).do()
    menu_item(app, app.text('Side by Side…'), 0).do()
    story = app.wait_until(lambda: app.windows()[1:], None, 'no story')[0]
    app.wait_until(lambda: story.find_all('label', re.compile(r'^\d+:\d\d$')))
    return story


def menu_item(app, name, place):
    """Of the menu that is open. GTK 4.18 doesn't tell what the items of menus are called:
    there, the place counts."""
    items = app.wait_until(lambda: app.find_all('menu-item', where=lambda node: node.has('visible')),
                           None, 'no menu is open')
    if any(item.name for item in items):
        return app.find('menu-item', name, lambda node: node.has('visible'))
    return items[place]


def can_click(node):
    """Of a menu button, not it but the button within"""
    return 'click' in node.actions


class Toasts:
    """What a window's toasts say. They go after five seconds, so this looks beside the pages and
    not at everything."""

    def __init__(self, app):
        self.app = app
        # What holds the pages first and the toasts after them is one of the outermost, which hold
        # nothing else: which one depends on the version of libadwaita.
        self.holders = []
        node = app.window().children[0]
        while 0 < len(node.children) <= 2:
            self.holders.append(node)
            node = node.children[0]

    def wait_for(self, text):
        self.app.wait_until(lambda: text in self.texts(), None, f'no toast “{text}”')

    def press(self, button):
        """The button of the toast that is there, which the floor calls “Undo Undo”"""
        self.app.wait_until(lambda: self.find_all('button', re.compile(f'^{button}')), None,
                            f'no toast with “{button}”')[0].do()

    def texts(self):
        return [label.name for label in self.find_all('label')]

    def find_all(self, role, name=None):
        return [found for holder in self.holders for node in holder.children[1:]
                for found in node.find_all(role, name)]
