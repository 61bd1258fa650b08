#!/usr/bin/env python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Three desktops that edit at random, faults, and kills of desktops and server.

    soak.py KAQUAN-CLI SYNC-CLIENT FAULT-PROXY BUILD-ROOT SOURCE-ROOT [SEED]

In the end all three are equal, nothing is hidden on the remote, and every edit that a
library acknowledged is there. Prints TAP.
"""
import hashlib
import os
import random
import subprocess
import sys
import time
import zlib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402: beside the floors' folders
from couch import Couch  # noqa: E402
from teamwork import BUILD, CLIENT, Proxy, same, team  # noqa: E402

LONG = bool(os.environ.get('KQ_TEST_LONG'))
ROUNDS = 300 if LONG else 24


class Acknowledged:
    """What the libraries said they had stored."""

    def __init__(self):
        self.own, self.added, self.any, self.pictures = {}, set(), [], set()

    def read(self, out):
        for line in out.splitlines():
            kind, *rest = line.split(' ')
            if kind == 'own':
                self.own[rest[0], rest[1]] = rest[2]
            elif kind == 'add':
                self.added.add(tuple(rest))
            elif kind == 'any':
                self.any.append(rest[2])
            elif kind == 'pic':
                self.pictures.add(tuple(rest))


def maybe_kill(desktop, url, dice):
    """A sync that may not live to its end."""
    kind = dice.choice(['never', 'never', 'commit', 'op', 'time'])
    if kind == 'time':
        process = subprocess.Popen([CLIENT, desktop.library, 'sync', url, desktop.user, 'never', '0'],
                                   env=desktop.env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            process.wait(dice.random() * 0.2)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
    else:
        desktop.quick(kind, dice.randint(1, 12 if kind == 'commit' else 60), url)


def soak(couch, proxy, desktops, name, dice):
    said = Acknowledged()
    url = couch.url(name, proxy.port)
    for number in range(ROUNDS):
        desktop = dice.choice(desktops)
        said.read(desktop.client('random', desktop.name, number, dice.randint(1, 5)))
        proxy.tell('random', dice.randint(0, 1 << 30), dice.choice([0, 50, 300]))
        proxy.tell('mode', *[word for word in ('opaque', 'race', 'accepted', 'stale')
                             if dice.random() < (0.15 if word == 'stale' else 0.5)])
        maybe_kill(dice.choice(desktops), url, dice)
        if dice.random() < 0.1:
            couch.kill()
            couch.start()
    proxy.tell('random', 0, 0)
    return said


def quieten(couch, name, desktops):
    for _ in range(6):
        for desktop in desktops:
            status, out = desktop.quick()
            assert status == 0, (desktop.name, out)
    for desktop in desktops:
        status, out = desktop.quick()
        assert status == 0 and out.startswith('sent 0 received 0'), out


def check_remote(couch, name):
    for identifier, document in couch.documents(name).items():
        assert '_conflicts' not in document, identifier
        if identifier.startswith('asset:'):
            status, data = couch.ask('GET', f'/{name}/{identifier}/data', raw=True)
            assert status == 200 and hashlib.sha256(data).hexdigest() == identifier[6:], identifier


def everything(desktop):
    """All that its history and its conflicts hold, as one text."""
    texts = [zlib.decompress(content) if encoding else content
             for encoding, content in desktop.ask('SELECT encoding, content FROM versions')]
    return b'\n'.join(texts).decode()


def check_acknowledged(said, desktops):
    desktop = desktops[0]
    asked = str([each.conflicts() for each in desktops])
    campaigns = {key: desktop.campaign(key) for key in desktop.dump() if key.startswith('c')}
    coupons = {key: {c['id']: c for c in value.get('coupons', [])} for key, value in campaigns.items()}
    for (campaign, identifier), token in said.own.items():
        found = coupons[campaign].get(identifier, {}).get('name')
        assert found == token or f"'{token}'" in asked, (campaign, identifier, token, found)
    for campaign, identifier in said.added:
        assert identifier in coupons[campaign], (campaign, identifier)
    for campaign, sha256 in said.pictures:
        assert sha256 in campaigns[campaign]['assets'], (campaign, sha256)
    assert 'missing' not in desktop.dump()


def check_history(said, desktops):
    text = '\n'.join(everything(desktop) for desktop in desktops)
    for token in said.any:
        assert f'"{token}"' in text, token


def run(seed):
    dice = random.Random(seed)
    with Couch(BUILD, disk=True) as couch, Proxy(couch.port) as proxy, \
         team(couch, 'a', 'b', 'c') as (name, desktops):
        # One more that exists from the beginning has them all agree on what is there.
        for campaign in ('c0', 'c1', 'c2', 'c3', 'x0', 'x1', 'x2'):
            desktops[0].put(campaign, '/name', 'first')
        for desktop in desktops:
            desktop.quick()
        said = soak(couch, proxy, desktops, name, dice)
        quieten(couch, name, desktops)
        same(*desktops)
        check_remote(couch, name)
        check_acknowledged(said, desktops)
        check_history(said, desktops)


def main():
    report = tap.Tap()
    seeds = [int(sys.argv[6])] if len(sys.argv) > 6 else [1] if not LONG else range(1, 6)
    for seed in seeds:
        start = time.monotonic()
        report.run(f'sync/soak/{seed}', run, seed)
        print(f'# {time.monotonic() - start:.0f} s')
    return report.finish()


if __name__ == '__main__':
    sys.exit(main())
