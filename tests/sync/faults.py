#!/usr/bin/env python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What networks, clusters and hostile servers do: each fault at each kind of request.

    faults.py KAQUAN-CLI SYNC-CLIENT FAULT-PROXY BUILD-ROOT SOURCE-ROOT [TEST…]

Prints TAP.
"""
import http.server
import json
import resource
import subprocess
import sys
import threading
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402: beside the floors' folders
from couch import ADMIN, PASSWORD, Couch  # noqa: E402
from teamwork import BUILD, CLI, Proxy, same, team  # noqa: E402

# Bytes that a client may take for itself, whatever a server sends
MEMORY = 600 * 1024 * 1024

tests = []


def test(function):
    tests.append(function)
    return function


def settle(*desktops):
    """Straight to the server, until nobody has anything to say."""
    for _ in range(4):
        for desktop in desktops:
            status, said = desktop.quick()
            assert status == 0, (desktop.name, said)


def check_quiet(couch, name):
    for identifier, document in couch.documents(name).items():
        assert '_conflicts' not in document, identifier


FAULTS = [('cut-request', 60), ('cut-request', 400), ('cut-reply', 40), ('cut-reply', 300), ('drop', 0),
          ('twice', 0), ('status', 429), ('status', 500), ('status', 503), ('truncated', 0),
          ('html', 0), ('endless', 0), ('huge', 0), ('stall', 0)]
PARTS = ['meta:identity', '_local', '_changes', '_bulk_docs', 'asset:']


def edit_at_random(desktop, seed):
    desktop.client('random', f'{desktop.name}p', seed, 12)


@test
def each_fault_at_each_request(couch):
    """Once each; then what was saved is there, once and whole."""
    with Proxy(couch.port) as proxy:
        for part in PARTS:
            for fault, n in FAULTS:
                if fault == 'stall' and part not in ('_bulk_docs', '_changes'):
                    continue
                with team(couch, 'a', 'b') as (name, (a, b)):
                    a.put('c', '/name', 'x')
                    edit_at_random(a, 3)
                    a.quick()
                    b.quick()
                    a.put('c', '/name', 'from a')
                    b.put('c', '/notes', 'from b')
                    proxy.next(fault, n, part)
                    a.quick(url=couch.url(name, proxy.port))
                    settle(a, b)
                    same(a, b)
                    check_quiet(couch, name)
                    got = a.campaign('c')
                    assert (got['name'], got['notes']) == ('from a', 'from b'), (part, fault, n, got)
                    assert a.conflicts() == b.conflicts() == [], (part, fault, n)
                    # One that no request of this kind met must not hit the next.
                    proxy.tell('clear')


@test
def a_lost_answer_is_no_conflict_with_oneself(couch):
    with Proxy(couch.port) as proxy, team(couch, 'a') as (name, (a,)):
        through = couch.url(name, proxy.port)
        a.put('c', '/name', 'one')
        a.url = through
        a.quick()
        for i in range(3):
            a.put('c', '/name', f'sent {i}')
            for _ in range(3):
                proxy.next('drop', 0, '_bulk_docs')
            assert a.quick()[0] == 2
            a.put('c', '/name', f'edited since {i}')
            assert a.quick()[0] == 0
            assert a.conflicts() == []
            assert couch.documents(name)['campaign:c']['campaign']['name'] == f'edited since {i}'


@test
def an_opaque_place_is_given_back(couch):
    with Proxy(couch.port) as proxy, team(couch, 'a', 'b') as (name, (a, b)):
        proxy.tell('mode', 'opaque', 'accepted')
        a.url = b.url = couch.url(name, proxy.port)
        for i in range(5):
            a.put(f'c{i}', '/name', 'x')
            assert a.quick()[0] == 0
            assert b.quick()[0] == 0
        same(a, b)
        (since,), = b.ask('SELECT since FROM remote')
        assert '-' in since, since
        assert b.quick() == (0, 'sent 0 received 0 merged 0 conflicts 0\n')


@test
def a_list_that_lags_behind_loses_nothing(couch):
    with Proxy(couch.port) as proxy, team(couch, 'a', 'b') as (name, (a, b)):
        a.put('c', '/name', 'x')
        settle(a, b)
        a.put('c', '/name', 'from a')
        a.quick()
        b.put('c', '/notes', 'from b')
        proxy.tell('mode', 'stale')
        b.quick(url=couch.url(name, proxy.port))
        settle(b, a)
        same(a, b)
        assert a.campaign('c')['name'] == 'from a' and a.campaign('c')['notes'] == 'from b'


@test
def two_that_both_succeed_are_merged(couch):
    with Proxy(couch.port) as proxy, team(couch, 'a', 'b', 'c') as (name, desktops):
        desktops[0].put('c', '/name', 'x')
        settle(*desktops)
        proxy.tell('mode', 'race', 'stale')
        for i in range(4):
            for desktop in desktops:
                desktop.put('c', '/notes' if desktop.name == 'a' else '/name', f'{desktop.name} {i}')
                desktop.quick(url=couch.url(name, proxy.port))
            proxy.tell('mode', 'race')
            for desktop in desktops:
                desktop.quick(url=couch.url(name, proxy.port))
            proxy.tell('mode', 'race', 'stale')
        settle(*desktops)
        same(*desktops)
        check_quiet(couch, name)
        assert desktops[0].campaign('c')['notes'] == 'a 3'


@test
def one_that_is_too_large_does_not_hold_up_the_others(couch):
    with Proxy(couch.port) as proxy, team(couch, 'a') as (name, (a,)):
        for i in range(4):
            a.put(f'c{i}', '/name', 'x')
        a.url = couch.url(name, proxy.port)
        # All; the first half; its first half, which is c0 alone; and then the rest
        for _ in range(3):
            proxy.next('status', 413, '_bulk_docs')
        report = a.sync(expected=1)
        assert report['refused'] == 1 and report['sent'] == 3, report
        assert a.listed()['c0']['sync'] == 'refused'
        before = proxy.tell('count')
        a.sync(expected=1)
        assert proxy.tell('count') - before <= 4, 'it is not tried again before it is edited'
        a.put('c0', '/name', 'smaller')
        assert a.sync()['sent'] == 1


@test
def nobody_without_a_right_gets_in(couch):
    with team(couch, 'a') as (name, (a,)):
        for user in ('member', 'outsider'):
            couch.must('PUT', f'/_users/org.couchdb.user:{name}{user}',
                       {'name': name + user, 'password': 'pw', 'roles': [], 'type': 'user'})
        couch.must('PUT', f'/{name}/_security', {'members': {'names': [f'{name}member'], 'roles': []},
                                                 'admins': {'names': [], 'roles': []}})
        a.put('c', '/name', 'x')
        a.env['KAQUAN_PASSWORD'] = 'pw'
        a.user = f'{name}outsider'
        assert 'right' in a.sync(2)
        with Proxy(couch.port) as proxy:
            proxy.next('status', 403, '/')
            a.url = couch.url(name, proxy.port)
            assert 'right' in a.sync(2)
        a.user, a.url = f'{name}member', couch.url(name)
        assert a.sync()['sent'] == 1


class Hostile(http.server.BaseHTTPRequestHandler):
    """Answers as self.server.answers has it: by a part of the path, status, type and body."""
    protocol_version = 'HTTP/1.1'
    seen = []

    def do_GET(self):
        self.seen.append((self.path, self.headers.get('Authorization')))
        self.rfile.read(int(self.headers.get('Content-Length') or 0))
        for part, status, headers, body in self.server.answers:
            if part in self.path:
                break
        else:
            status, headers, body = 404, {}, b'{"error":"not_found","reason":"missing"}'
        self.send_response(status)
        for name, value in {'Content-Type': 'application/json', **headers}.items():
            self.send_header(name, value)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_PUT = do_POST = do_GET

    def log_message(self, *_):
        pass


class Server:
    def __init__(self, answers):
        self.httpd = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Hostile)
        self.httpd.answers = answers
        Hostile.seen = []
        self.port = self.httpd.server_port
        threading.Thread(target=self.httpd.serve_forever, daemon=True).start()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.httpd.shutdown()
        self.httpd.server_close()


IDENTITY = ('meta:identity', 200, {}, b'{"_id":"meta:identity","_rev":"1-a","identity":"i"}')
DONE = ('_bulk_docs', 201, {}, b'[]')


def changes(*documents, last=1):
    return json.dumps({'results': [{'seq': i + 1, 'id': d['_id'], 'changes': [{'rev': d['_rev']}], 'doc': d}
                                   for i, d in enumerate(documents)], 'last_seq': last}).encode()


@test
def a_redirect_tells_nobody_the_password(couch):
    with team(couch, 'a') as (_, (a,)), Server([]) as elsewhere:
        a.put('c', '/name', 'x')
        for target in (f'http://localhost:{elsewhere.port}/team', f'http://127.0.0.1:{elsewhere.port}/team',
                       'http://example.com/team'):
            with Server([('', 301, {'Location': target}, b'')]) as server:
                a.url = f'http://127.0.0.1:{server.port}/team'
                assert target in a.sync(2)
        with Server([('', 301, {'Location': '/team/again'}, b'')]) as server:
            a.url = f'http://127.0.0.1:{server.port}/team'
            assert 'circle' in a.sync(2)
        with Server([]) as quiet:
            assert quiet.port != elsewhere.port
        assert not Hostile.seen


@test
def hostile_answers_change_nothing(couch):
    good = {'format': 'kaquan-campaign', 'version': 1, 'id': 'c', 'name': 'theirs'}
    deep = b'{"results":' + b'[' * 100000
    conflicted = {'_id': 'campaign:c', '_rev': '2-b', 'campaign': good,
                  '_conflicts': [f'1-{i}' for i in range(100000)]}
    for body in (b'', b'null', b'[]', b'{}', b'\xff\xfe', b'{"results":7,"last_seq":1}', deep,
                 b'{"results":[],"results":[],"last_seq":1}', b'{"results":[null,7,{}],"last_seq":{}}',
                 b'{"results":[{"id":7,"doc":[]}],"last_seq":""}', changes(conflicted),
                 changes({'_id': 'campaign:c', '_rev': 'x', 'campaign': good}),
                 changes({'_id': 'campaign:c', '_rev': '2-b', 'campaign': dict(good, assets=7)}),
                 changes({'_id': 'campaign:c', '_rev': '2-b', 'campaign': dict(good, coupons=[{}])})):
        with team(couch, 'a') as (_, (a,)), Server([IDENTITY, ('_changes', 200, {}, body), DONE]) as server:
            a.put('c', '/name', 'mine')
            before = a.dump()
            a.quick(url=f'http://127.0.0.1:{server.port}/team')
            assert a.dump() == before, body[:80]


def limit_memory():
    """Not where the sanitizer maps terabytes for itself; what is asserted is the same there."""
    if b'__asan_init' not in Path(CLI).read_bytes():
        resource.setrlimit(resource.RLIMIT_DATA, (MEMORY, MEMORY))


@test
def ten_gigabytes_take_no_memory(couch):
    with Proxy(couch.port) as proxy, team(couch, 'a') as (name, (a,)):
        a.put('c', '/name', 'x')
        a.sync()
        a.url = couch.url(name, proxy.port)
        for fault in ('huge', 'endless'):
            for _ in range(20):
                proxy.next(fault, 0, '_changes')
            done = subprocess.run([CLI, '--library', a.library, 'sync', '--server', a.url, '--user', a.user],
                                  env=a.env, capture_output=True, timeout=300, preexec_fn=limit_memory)
            assert done.returncode == 2 and b'MiB' in done.stderr, (fault, done)
            assert a.campaign('c')['name'] == 'x'


@test
def a_kill_at_each_commit_loses_nothing(couch):
    with team(couch, 'a', 'b') as (name, (a, b)):
        for i in range(3):
            a.put(f'c{i}', '/name', 'x')
        settle(a, b)
        n = 1
        while True:
            a.put('c0', '/name', f'from a {n}')
            b.put('c0', '/notes', f'from b {n}')
            b.put('c1', '/name', f'from b {n}')
            b.quick()
            status, said = a.quick('commit', n)
            if status == 0:
                break
            assert status == -9, (status, said)
            n += 1
        settle(a, b, a)
        same(a, b)
        check_quiet(couch, name)
        assert n > 3 and a.conflicts() == [] and a.campaign('c1')['name'] == f'from b {n}'
        assert (a.campaign('c0')['name'], a.campaign('c0')['notes']) == (f'from a {n}', f'from b {n}')


@test
def a_disk_that_is_full_loses_nothing(couch):
    with team(couch, 'a', 'b') as (name, (a, b)):
        a.put('c', '/name', 'x')
        settle(a, b)
        for i in range(12):
            a.put('c', '/name', f'from a {i}')
            b.put('c', '/notes', f'from b {i}')
            b.quick()
            a.quick('full', 30 + 40 * i)
        settle(a, b)
        same(a, b)
        assert (a.campaign('c')['name'], a.campaign('c')['notes']) == ('from a 11', 'from b 11')


@test
def the_password_changes_midway(couch):
    with team(couch, 'a') as (name, (a,)), Proxy(couch.port) as proxy:
        for i in range(3):
            a.put(f'c{i}', '/name', 'x')
        a.url = couch.url(name, proxy.port)
        proxy.next('status', 401, '_bulk_docs')
        before = proxy.tell('count')
        assert 'password' in a.sync(2)
        assert proxy.tell('count') - before <= 8, 'it stops, and does not try on'
        assert a.sync()['sent'] == 3


@test
def a_server_that_is_killed_goes_on(_):
    with Couch(BUILD, disk=True) as couch, team(couch, 'a', 'b') as (name, (a, b)):
        for i in range(4):
            a.put('c', '/name', f'from a {i}')
            couch.kill()
            assert a.quick()[0] == 2
            couch.start()
            settle(a, b)
            same(a, b)
            assert b.campaign('c')['name'] == f'from a {i}'


def main():
    report = tap.Tap()
    chosen = sys.argv[6:]
    with Couch(BUILD) as couch:
        for function in tests:
            if not chosen or function.__name__ in chosen:
                report.run(f'sync/faults/{function.__name__}', function, couch)
    return report.finish()


if __name__ == '__main__':
    sys.exit(main())
