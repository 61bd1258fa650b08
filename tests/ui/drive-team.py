# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A team: a server is connected to, what a colleague changes comes, and what both changed is
decided about.

    drive-team.py KAQUAN-CLI SYNC-CLIENT FAULT-PROXY BUILD-ROOT SOURCE-ROOT KAQUAN
"""
import contextlib
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(sys.argv[5])
sys.path[:0] = [str(ROOT / 'tests' / part) for part in ('', 'drive', 'ui', 'sync')]

import kqdrive  # noqa: E402: beside the floors' folders
import sample  # noqa: E402
import tap  # noqa: E402
from couch import PASSWORD, Couch  # noqa: E402
from session import die_with_parent  # noqa: E402
from teamwork import BUILD, team  # noqa: E402

KAQUAN = sys.argv[6]


@contextlib.contextmanager
def keyring():
    """One of the session's own, and open"""
    command = ['gnome-keyring-daemon', '--unlock', '--components=secrets', '--foreground']
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL, preexec_fn=die_with_parent) as process:
        process.stdin.write(b'opens it')
        process.stdin.close()
        subprocess.run(['gdbus', 'wait', '--session', '--timeout', '30', 'org.freedesktop.secrets'],
                       check=True)
        try:
            yield
        finally:
            process.kill()


def secrets():
    """How many it keeps"""
    found = subprocess.run(['gdbus', 'call', '--session', '--dest', 'org.freedesktop.secrets',
                            '--object-path', '/org/freedesktop/secrets',
                            '--method', 'org.freedesktop.Secret.Service.SearchItems', '{}'],
                           check=True, capture_output=True, text=True).stdout
    return len(set(re.findall(r"/collection/[^']+", found)))


def at_home(desktop):
    """With its library where a desktop has its own"""
    data = desktop.library.with_suffix('')
    (data / 'kaquan').mkdir(parents=True)
    desktop.library = data / 'kaquan' / 'library.db'
    return desktop


def open_app(desktop):
    return kqdrive.App([KAQUAN], data=desktop.library.parent.parent)


def open_team(app):
    place = 3 if app.window().name == 'Campaigns' else 8
    app.find('button', 'Main Menu', sample.can_click).do()
    sample.menu_item(app, 'Team…', place).do()
    return app.wait_until(lambda: next((each for each in app.windows() if each.name == 'Team'), None),
                          None, 'no window about the team')


def editable(window, name):
    return window.find(None, name, lambda node: node.accessible.get_editable_text_iface())


def fill(window, address, user, password):
    for name, text in (('Address', address), ('User', user), ('Password', password)):
        editable(window, name).set_text(text)


def connect(app, desktop):
    window = open_team(app)
    fill(window, desktop.url, desktop.user, PASSWORD)
    window.find('button', 'Connect').do()
    window.find('label', 'Up to date')
    return window


def wrong_then_right(couch):
    """Each fault is told, nothing of it is kept; with the right password it is up to date."""
    with team(couch, 'a', 'b') as (name, (a, b)):
        at_home(a)
        b.put('c', '/name', 'From a colleague')
        b.sync()
        with open_app(a) as app:
            window = open_team(app)
            window.find('label', 'Not connected to a team')
            for address, password, says in ((a.url, 'wrong', 'password'),
                                            (a.url + 'x', PASSWORD, name + 'x'),
                                            ('http://example.org/x', PASSWORD, 'https')):
                fill(window, address, a.user, password)
                window.find('button', 'Connect').do()
                window.find('label', where=lambda node: says in node.name and node.has('visible')
                            and node.name != 'Password' and 'keyring' not in node.name)
                window.find('label', 'Not connected to a team')
            fill(window, a.url, a.user, PASSWORD)
            window.find('button', 'Connect').do()
            window.find('label', 'Up to date')
            app.windows()[0].find('button', 'Up to date')
            app.windows()[0].find('list-item', 'From a colleague')
            window.find('button', 'Disconnect').do()
            window.find('label', 'Not connected to a team')
            app.kill()


def remembered(couch):
    """The password is in the keyring and nowhere else, until one disconnects."""
    before = secrets()
    with team(couch, 'a', 'b') as (_, (a, b)):
        at_home(a)
        with open_app(a) as app:
            connect(app, a)
            app.kill()
        assert secrets() == before + 1
        for path in a.library.parent.iterdir():
            assert PASSWORD.encode() not in path.read_bytes(), path
        b.put('c', '/name', 'From a colleague')
        b.sync()
        with open_app(a) as app:
            app.find('list-item', 'From a colleague')
            window = open_team(app)
            window.find('label', 'Up to date')
            window.find('button', 'Disconnect').do()
            window.find('label', 'Not connected to a team')
            app.wait_until(lambda: secrets() == before, None, 'the password stays')
            app.kill()


def in_place(couch):
    """What a colleague changes is seen where the campaign is open, and what is changed here there."""
    with team(couch, 'a', 'b') as (_, (a, b)):
        at_home(a)
        b.put('c', '/name', 'Before')
        b.sync()
        with open_app(a) as app:
            connect(app, a)
            app.keys('Escape')
            app.wait_until(lambda: len(app.windows()) == 1)
            app.windows()[0].find('list-item', 'Before').parent.select_child(0)
            app.wait_until(lambda: app.action_state('win.open')[0])
            app.action('win.open')
            entry = app.find('text', 'Campaign name')
            b.put('c', '/name', 'After')
            b.sync()
            app.wait_until(lambda: entry.text == 'After', None, 'the change did not come')
            entry.set_text('Mine')

            def is_there():
                b.sync()
                return b.campaign('c')['name'] == 'Mine'
            app.wait_until(is_there, None, 'the change did not go')
            app.kill()


def both_sides(couch):
    """Two places that both changed: one is typed, one is theirs."""
    with team(couch, 'a', 'b') as (_, (a, b)):
        at_home(a)
        a.put('c', '/name', 'Before')
        a.put('c', '/budget', 100)
        a.sync()
        b.sync()
        for desktop, name, budget in ((b, 'Theirs', 300), (a, 'Mine', 200)):
            desktop.put('c', '/name', name)
            desktop.put('c', '/budget', budget)
            desktop.cli('sync', '--server', desktop.url, '--user', desktop.user)
        assert len(a.conflicts()) == 2, a.conflicts()
        with open_app(a) as app:
            window = open_team(app)
            # The library knows where and who; only the password is asked for.
            window.find('label', 'Password needed')
            for name, text in (('Address', a.url), ('User', a.user)):
                entry = editable(window, name)
                app.wait_until(lambda entry=entry, text=text: entry.text == text)
            editable(window, 'Password').set_text(PASSWORD)
            window.find('button', 'Connect').do()
            window.find('label', '2 conflicts')
            window.find('button', 'Decide…').do()
            decide = app.wait_until(lambda: next((each for each in app.windows()
                                                  if each.name == 'Changed on Both Sides'), None))
            decide.find('label', 'Mine')
            decide.find('label', '¥1.00')
            decide.find('button', 'All of Theirs').do()
            app.wait_until(lambda: decide.find('check-box', '¥3.00').has('checked'))
            amount, name = decide.find_all('text', 'Something else')
            amount.set_text('Agreed')
            decide.find('button', 'Decide').do()
            app.wait_until(lambda: amount.states & {'invalid', 'invalid-entry'}, None,
                           'what can’t be read is not shown')
            assert len(a.conflicts()) == 2
            decide.find('check-box', '¥3.00').point()
            name.set_text('Agreed')
            decide.find('button', 'Decide').do()
            decide.find('label', 'Nothing is left to decide.')
            window.find('label', 'Up to date')
            assert a.conflicts() == []
            decided = a.campaign('c')
            assert (decided['name'], decided['budget']) == ('Agreed', 300), decided
            decide.find('button', re.compile('^Undo')).do()
            decide.find('check-box', '¥3.00')
            before = a.campaign('c')
            assert (before['name'], before['budget']) == ('Mine', 200), before
            assert len(a.conflicts()) == 2, a.conflicts()
            decide.find('button', 'All of Theirs').do()
            app.wait_until(lambda: decide.find('check-box', '¥3.00').has('checked'))
            decide.find('button', 'Decide').do()
            decide.find('label', 'Nothing is left to decide.')
            decided = a.campaign('c')
            assert (decided['name'], decided['budget']) == ('Theirs', 300), decided
            app.kill()


def main():
    report = tap.Tap()
    with kqdrive.Session(), keyring(), Couch(BUILD) as couch:
        for function in (wrong_then_right, remembered, in_place, both_sides):
            report.run(f'team/{function.__name__}', function, couch)
    return report.finish()


if __name__ == '__main__':
    sys.exit(main())
