# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""pouchdb-server, as the tests of sync use it: somebody else's remote on a free port."""
import base64
import contextlib
import ctypes
import fcntl
import http.client
import json
import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
ADMIN, PASSWORD = 'admin', 'a secret of the admin’s'


def install(build):
    """The server's packages in the build tree, as the lock file has them. Returns their folder."""
    place = Path(build).resolve() / 'tests' / 'sync' / 'npm'
    place.mkdir(parents=True, exist_ok=True)
    wanted = (HERE / 'package-lock.json').read_bytes()
    with open(place / 'lock', 'w', encoding='utf-8') as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        stamp = place / 'installed'
        if stamp.exists() and stamp.read_bytes() == wanted:
            return place
        for name in ('package.json', 'package-lock.json'):
            shutil.copy(HERE / name, place)
        subprocess.run(['npm', 'ci', '--ignore-scripts', '--no-audit', '--no-fund'], cwd=place,
                       check=True, stdout=subprocess.DEVNULL, timeout=600)
        stamp.write_bytes(wanted)
    return place


def die_with_parent():
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


def free_port():
    with socket.socket() as probe:
        probe.bind(('127.0.0.1', 0))
        return probe.getsockname()[1]


class Couch:
    """A server of its own, in memory unless it is to outlive being killed."""

    def __init__(self, build, disk=False):
        self.program = install(build) / 'node_modules' / 'pouchdb-server' / 'bin' / 'pouchdb-server'
        self.folder = tempfile.mkdtemp(prefix='kaquan-couch-')
        self.disk = disk
        self.port = free_port()
        self.process = None
        (Path(self.folder) / 'config.json').write_text(
            json.dumps({'admins': {ADMIN: PASSWORD}}), encoding='utf-8')
        (Path(self.folder) / 'data').mkdir()
        self.start()

    def start(self):
        place = ['-d', 'data'] if self.disk else ['-m']
        self.process = subprocess.Popen(
            ['node', '--unhandled-rejections=warn', self.program, '--host', '127.0.0.1',
             '-p', str(self.port), *place, '-n', '-c', 'config.json'],
            cwd=self.folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            preexec_fn=die_with_parent)
        for _ in range(600):
            with contextlib.suppress(OSError):
                if self.ask('GET', '/')[0] == 200:
                    return
            if self.process.poll() is not None:
                raise RuntimeError('pouchdb-server ended')
            time.sleep(0.05)
        raise RuntimeError('pouchdb-server does not answer')

    def kill(self):
        self.process.kill()
        self.process.wait()

    def close(self):
        self.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def url(self, database, port=None):
        return f'http://127.0.0.1:{port or self.port}/{database}'

    def ask(self, method, path, body=None, user=ADMIN, password=PASSWORD, raw=False):
        connection = http.client.HTTPConnection('127.0.0.1', self.port, timeout=60)
        headers = {'Accept': 'application/json', 'Content-Type': 'application/json'}
        if user:
            token = base64.b64encode(f'{user}:{password}'.encode()).decode()
            headers['Authorization'] = f'Basic {token}'
        if body is not None and not isinstance(body, bytes):
            body = json.dumps(body).encode()
        try:
            connection.request(method, path, body, headers)
            reply = connection.getresponse()
            data = reply.read()
        finally:
            connection.close()
        return reply.status, data if raw else json.loads(data or b'null')

    def must(self, method, path, body=None):
        status, answer = self.ask(method, path, body)
        assert status < 300, (method, path, status, answer)
        return answer

    def create(self, database):
        self.must('PUT', f'/{database}')
        return self.url(database)

    def documents(self, database):
        """All documents but those of the design, by id, with what is hidden behind each."""
        rows = self.must('GET', f'/{database}/_all_docs?include_docs=true&conflicts=true')['rows']
        return {row['id']: row['doc'] for row in rows if not row['id'].startswith('_')}

    def hide(self, database, identifier, *versions):
        """Writes versions beside each other, as the machines of a cluster do."""
        self.must('POST', f'/{database}/_bulk_docs',
                  {'new_edits': False, 'docs': [dict(version, _id=identifier) for version in versions]})
