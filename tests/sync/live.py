#!/usr/bin/env python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs that stay open beside each other, with a remote that comes and goes.

    live.py KAQUAN-CLI SYNC-CLIENT FAULT-PROXY BUILD-ROOT SOURCE-ROOT [TEST…]

Prints TAP.
"""
import queue
import subprocess
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402: beside the floors' folders
from couch import Couch, die_with_parent  # noqa: E402
from teamwork import BUILD, CLIENT, Proxy, same, team  # noqa: E402

tests = []


def test(function):
    tests.append(function)
    return function


class Live:
    """A program that stays open."""

    def __init__(self, desktop):
        env = dict(desktop.env, DBUS_SESSION_BUS_ADDRESS='disabled:')
        self.process = subprocess.Popen([CLIENT, desktop.library, 'live', desktop.url, desktop.user],
                                        env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        text=True, preexec_fn=die_with_parent)
        self.lines = queue.Queue()
        threading.Thread(target=self.read, daemon=True).start()

    def read(self):
        for line in self.process.stdout:
            self.lines.put(line.strip())

    def wait(self, *beginnings):
        """The next line that begins so; what comes before is passed over."""
        while True:
            line = self.lines.get(timeout=60)
            if line.startswith(beginnings):
                return line

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        try:
            assert self.process.wait(60) == 0, 'it ends when it is told to'
        finally:
            self.process.kill()


@test
def an_edit_is_on_the_other_desktop(couch):
    with team(couch, 'a', 'b') as (_, (a, b)), Live(a) as here, Live(b) as there:
        here.wait('state done')
        there.wait('state done')
        for i in range(3):
            a.put('c', '/name', f'x{i}')
            there.wait('changed')
            assert b.campaign('c')['name'] == f'x{i}'
            here.wait('state done 0')
        b.put('c', '/notes', 'answer')
        while a.campaign('c').get('notes') != 'answer':
            here.wait('changed')
        same(a, b)


@test
def a_remote_that_comes_back_gets_what_was_saved(_):
    with Couch(BUILD, disk=True) as couch, team(couch, 'a', 'b') as (name, (a, b)):
        with Live(a) as here:
            here.wait('state done')
            couch.kill()
            here.wait('state offline')
            a.put('c', '/name', 'saved offline')
            couch.start()
            here.wait('state done 0')
            while 'campaign:c' not in couch.documents(name):
                here.wait('state done 0')
        b.sync()
        same(a, b)


@test
def a_wrong_password_is_not_tried_on(couch):
    with Proxy(couch.port) as proxy, team(couch, 'a') as (name, (a,)):
        a.env['KAQUAN_PASSWORD'] = 'wrong'
        a.url = couch.url(name, proxy.port)
        with Live(a) as here:
            here.wait('state password')
            before = proxy.tell('count')
            a.put('c', '/name', 'x')
            here.wait('changed')
            assert proxy.tell('count') == before


def main():
    report = tap.Tap()
    chosen = sys.argv[6:]
    with Couch(BUILD) as couch:
        for function in tests:
            if not chosen or function.__name__ in chosen:
                report.run(f'sync/live/{function.__name__}', function, couch)
    return report.finish()


if __name__ == '__main__':
    sys.exit(main())
