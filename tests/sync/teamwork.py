# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Desktops of a team, and what stands between them and the remote."""
import contextlib
import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

from couch import ADMIN, PASSWORD, die_with_parent

CLI, CLIENT, PROXY, BUILD, ROOT = sys.argv[1:6]


class Desktop:
    """A library, and the two programs that use it."""

    def __init__(self, folder, name, url, user=ADMIN, password=PASSWORD):
        self.name, self.library, self.url, self.user = name, Path(folder) / f'{name}.db', url, user
        # Without a session, and so without anybody's keyring
        self.env = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='', XDG_DATA_HOME=str(folder),
                        KAQUAN_PASSWORD=password, DBUS_SESSION_BUS_ADDRESS='disabled:')

    def run(self, *args, program=CLI):
        done = subprocess.run([program, *map(str, args)], capture_output=True, env=self.env,
                              timeout=120)
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def cli(self, *args):
        return self.run('--library', self.library, *args)

    def client(self, *args):
        status, out, err = self.run(self.library, *args, program=CLIENT)
        assert status == 0, (args, status, out, err)
        return out

    def put(self, campaign, pointer, value):
        self.client('put', campaign, pointer, json.dumps(value))

    def sync(self, expected=0, *args):
        status, out, err = self.cli('sync', '--json', '--server', self.url, '--user', self.user, *args)
        assert status == expected, (self.name, status, out, err)
        return json.loads(out) if status < 2 else err

    def quick(self, what='never', n=0, url=None):
        """With less patience than the program's. Returns the exit status, and what it said."""
        status, out, err = self.run(self.library, 'sync', url or self.url, self.user, what, n,
                                    program=CLIENT)
        return status, out + err

    def dump(self):
        lines = self.client('dump').splitlines()
        return {line.split(' ', 1)[0]: line.split(' ', 2)[1:] for line in lines}

    def campaign(self, identifier):
        deleted, text = self.dump()[identifier]
        return None if deleted == '1' else json.loads(text)

    def listed(self):
        status, out, err = self.cli('list', '--json')
        assert status == 0, err
        return {item['id']: item for item in json.loads(out)}

    def conflicts(self):
        _, out, _ = self.cli('conflicts', '--json')
        return json.loads(out)

    def ask(self, sql):
        with contextlib.closing(sqlite3.connect(self.library)) as db:
            return db.execute(sql).fetchall()


class Proxy:
    """Between a desktop and the server; see fault-proxy.c."""

    def __init__(self, port):
        self.process = subprocess.Popen([PROXY, str(port)], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True, bufsize=1,
                                        preexec_fn=die_with_parent)
        self.port = int(self.process.stdout.readline())

    def tell(self, *words):
        """Returns how many requests there were so far."""
        self.process.stdin.write(' '.join(map(str, words)) + '\n')
        return int(self.process.stdout.readline())

    def next(self, fault, n=0, part=''):
        self.tell('next', fault, n, part)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.communicate()


@contextlib.contextmanager
def team(couch, *names):
    """A database of its own, and desktops."""
    with tempfile.TemporaryDirectory() as folder:
        name = 'd' + hashlib.sha256(folder.encode()).hexdigest()[:12]
        url = couch.create(name)
        yield name, [Desktop(folder, each, url) for each in names]
        couch.ask('DELETE', f'/{name}')


def alive(desktop):
    """What it has, but for what is deleted: a desktop that never saw it has nothing of it."""
    return {key: value for key, value in desktop.dump().items() if value[0] == '0'}


def same(*desktops):
    first = alive(desktops[0])
    for other in desktops[1:]:
        there = alive(other)
        assert there == first, {key: (first.get(key), there.get(key)) for key in {*first, *there}
                                if first.get(key) != there.get(key)}
