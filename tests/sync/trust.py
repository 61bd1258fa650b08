#!/usr/bin/env python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Whom a desktop trusts: no server that can't show who it is, and no clock.

    trust.py KAQUAN-CLI SYNC-CLIENT FAULT-PROXY BUILD-ROOT SOURCE-ROOT CLOCK-SHIFT

Prints TAP.
"""
import contextlib
import datetime
import http.server
import os
import ssl
import sys
import threading
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
import tap  # noqa: E402: beside the floors' folders
from couch import Couch  # noqa: E402
from teamwork import BUILD, same, team  # noqa: E402

CLOCK_SHIFT = sys.argv[6]
YEAR = 366 * 24 * 60 * 60
# As sync-client numbers the states of a campaign
DELETED = '2'

tests = []


def test(function):
    tests.append(function)
    return function


def without_leaks(desktop):
    """The sanitizer that looks for leaks dies of GnuTLS's threads."""
    desktop.env['ASAN_OPTIONS'] = ':'.join([os.environ.get('ASAN_OPTIONS', ''), 'detect_leaks=0'])


class Listener(http.server.BaseHTTPRequestHandler):
    """Says nothing, and remembers that it was spoken to."""

    def do_GET(self):
        self.server.seen.append((self.path, self.headers.get('Authorization')))
        self.send_error(500)

    do_PUT = do_POST = do_HEAD = do_GET

    def log_message(self, *_):
        pass


class Quiet(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """Whoever doesn't trust it hangs up: that is what is tested."""


@contextlib.contextmanager
def server(certificate):
    httpd = Quiet(('127.0.0.1', 0), Listener)
    httpd.seen = []
    if certificate:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(HERE / 'certificates' / f'{certificate}.pem')
        # The handshake is each connection's own, or one that is slow holds up the others.
        httpd.socket = context.wrap_socket(httpd.socket, server_side=True,
                                           do_handshake_on_connect=False)
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    try:
        yield httpd
    finally:
        httpd.shutdown()
        httpd.server_close()


@test
def a_certificate_that_proves_nothing(couch):
    """It is said what is wrong with it and whose it is; nothing was sent, nothing is lost."""
    with team(couch, 'a') as (_, (a,)):
        without_leaks(a)
        a.put('c', '/name', 'mine')
        for certificate, words in (('self-signed', ('doesn’t trust', 'CN=localhost')),
                                   ('expired', ('expired', 'CN=localhost')),
                                   ('other-name', ('another name', 'CN=other.example'))):
            with server(certificate) as httpd:
                a.url = f'https://localhost:{httpd.server_port}/team'
                said = a.sync(2)
                assert all(word in said for word in (*words, 'localhost', 'nothing was sent')), said
                assert not httpd.seen, (certificate, httpd.seen)
        assert a.campaign('c')['name'] == 'mine'


@test
def a_server_that_speaks_plainly(couch):
    """Behind https there must be it: nobody goes back to plain text."""
    with team(couch, 'a') as (_, (a,)), server(None) as httpd:
        without_leaks(a)
        a.put('c', '/name', 'mine')
        a.url = f'https://localhost:{httpd.server_port}/team'
        assert 'localhost' in a.sync(2)
        assert not httpd.seen, httpd.seen


def shift(desktop, seconds):
    desktop.env.update(LD_PRELOAD=CLOCK_SHIFT, KQ_CLOCK_SHIFT=str(seconds),
                       ASAN_OPTIONS='verify_asan_link_order=0')


def year_of_last_change(desktop):
    return datetime.datetime.fromisoformat(desktop.listed()['c']['updated']).year


@test
def a_clock_that_is_a_year_off(couch):
    """Who is ahead doesn't win, and who is behind loses nothing: both ways round."""
    for first, second in ((YEAR, -YEAR), (-YEAR, YEAR)):
        with team(couch, 'a', 'b', 'c') as (_, (a, b, c)):
            shift(a, first)
            shift(b, second)
            a.put('c', '/name', 'first')
            a.put('gone', '/name', 'first')
            years = {year_of_last_change(a)}
            for desktop in (a, b, c):
                desktop.sync()
            # Different fields, the same field, and a deletion beside an edit
            a.put('c', '/notes', 'from a')
            b.put('c', '/event', 'from b')
            a.put('c', '/name', 'a says')
            b.put('c', '/name', 'b says')
            years.add(year_of_last_change(b))
            assert max(years) - min(years) >= 1, years
            a.client('state', 'gone', DELETED)
            b.put('gone', '/name', 'edited')
            for desktop in (a, b, c) * 3:
                status, out = desktop.quick()
                assert status == 0, out
            same(a, b, c)
            found = c.campaign('c')
            assert (found['notes'], found['event']) == ('from a', 'from b'), found
            assert found['name'] in ('a says', 'b says'), found
            asked = str([desktop.conflicts() for desktop in (a, b, c)])
            assert 'a says' in asked and 'b says' in asked, asked
            assert c.campaign('gone')['name'] == 'edited'


def main():
    report = tap.Tap()
    with Couch(BUILD) as couch:
        for function in tests:
            report.run(f'sync/trust/{function.__name__}', function, couch)
    return report.finish()


if __name__ == '__main__':
    sys.exit(main())
