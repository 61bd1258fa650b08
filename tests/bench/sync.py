#!/usr/bin/env python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a sync costs beside a bare loop of the same libraries, against one server.

    sync.py KAQUAN-CLI BARE-SYNC BUILD-ROOT SOURCE-ROOT [CAMPAIGNS [PAIRS]]

In turn, so that a machine that is busy for a while is so for both. It prints medians
and ratios, and judges nothing.
"""
import hashlib
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'sync'))
from couch import ADMIN, PASSWORD, Couch  # noqa: E402: of the tests of sync

CLI, BARE, BUILD, ROOT = sys.argv[1:5]
CAMPAIGNS, PAIRS, PICTURES, PICTURE_BYTES = 10000, 3, 100, 200 * 1024
BATCH = 2000


def write_campaigns(folder, n):
    """Campaigns of 1.5 KB."""
    files = []
    for i in range(n):
        campaign = {'format': 'kaquan-campaign', 'version': 1, 'id': f'c{i}', 'name': f'会员日活动 {i}',
                    'notes': 'x' * 300, 'shops': [{'id': 's', 'platform': 'douyin', 'name': '店'}],
                    'coupons': [{'id': f'd{k}', 'name': f'满599减100 {i} {k}', 'discount': 'threshold',
                                 'amount': 10000, 'threshold': 59900, 'quantity': 10000,
                                 'claimStart': '2026-11-01T00:00:00+08:00',
                                 'claimEnd': '2026-11-07T23:59:59+08:00',
                                 'link': f'https://example.com/x/{i}/{k}'} for k in range(4)]}
        files.append(folder / f'{i}.json')
        files[-1].write_text(json.dumps(campaign, ensure_ascii=False), encoding='utf-8')
    return files


def timed(command, env):
    """Seconds, and the most memory in MB"""
    start = time.monotonic()
    process = subprocess.Popen([*map(str, command)], env=env, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    assert status == 0, command
    return time.monotonic() - start, usage.ru_maxrss / 1024


def bare(command, *args):
    done = subprocess.run([BARE, command, *map(str, args)], check=True, capture_output=True, text=True)
    return float(done.stdout)


def say(name, ours, peer, peer_name):
    print(f'{name:24} {statistics.median(ours):7.2f} s   {peer_name} {statistics.median(peer):7.2f} s   '
          f'ratio {statistics.median(ours) / statistics.median(peer):.2f}')


def bench_campaigns(couch, folder, env, n, pairs):
    files = write_campaigns(folder, n)
    seen = {name: [] for name in ('push', 'pull', 'bare push', 'bare pull', 'noop')}
    memory = 0
    for start in range(0, n, BATCH):
        subprocess.run([CLI, '--library', folder / 'full.db', 'import', *files[start:start + BATCH]],
                       check=True, stdout=subprocess.DEVNULL)
    for i in range(pairs):
        ours, theirs = couch.create(f'ours{i}'), couch.create(f'bare{i}')
        library, other = folder / f'a{i}.db', folder / f'b{i}.db'
        library.write_bytes((folder / 'full.db').read_bytes())
        seen['bare push'].append(bare('push', theirs, ADMIN, PASSWORD, folder / f'p{i}.db', *files))
        for name, file in (('push', library), ('pull', other)):
            if name == 'pull':
                seen['bare pull'].append(bare('pull', ours, ADMIN, PASSWORD, folder / f'q{i}.db'))
            seconds, most = timed([CLI, '--library', file, 'sync', '--server', ours, '--user', ADMIN], env)
            seen[name].append(seconds)
            memory = max(memory, most)
        for _ in range(5):
            seen['noop'].append(timed([CLI, '--library', other, 'sync'], env)[0])
        for name in (f'ours{i}', f'bare{i}'):
            couch.must('DELETE', f'/{name}')
    say(f'{n} campaigns, push', seen['push'], seen['bare push'], 'bare')
    say(f'{n} campaigns, pull', seen['pull'], seen['bare pull'], 'bare')
    print(f'nothing to do            {statistics.median(seen["noop"]) * 1000:7.0f} ms')
    print(f'most memory              {memory:7.0f} MB')


def bench_pictures(couch, folder, env, pairs):
    dice, pictures = random.Random(1), []
    for i in range(PICTURES):
        path = folder / f'{i}.png'
        path.write_bytes(b'\x89PNG\r\n\x1a\n' + dice.randbytes(PICTURE_BYTES - 8))
        pictures.append(path)
    names = [hashlib.sha256(path.read_bytes()).hexdigest() for path in pictures]
    beside = folder / 'p.assets'
    beside.mkdir()
    for name, path in zip(names, pictures):
        (beside / f'{name}.png').write_bytes(path.read_bytes())
    (folder / 'p.json').write_text(json.dumps({
        'format': 'kaquan-campaign', 'version': 1, 'id': 'p',
        'assets': {name: {'name': 'p.png', 'type': 'image/png'} for name in names}}), encoding='utf-8')
    ours, curl = [], []
    for i in range(pairs):
        library = folder / f'pictures{i}.db'
        subprocess.run([CLI, '--library', library, 'import', folder / 'p.json'], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        url, other = couch.create(f'pictures{i}'), couch.create(f'curl{i}')
        command = ['curl', '-s', '-S', '-u', f'{ADMIN}:{PASSWORD}', '-H', 'Content-Type: image/png']
        for name, path in zip(names, pictures):
            command += ['-o', '/dev/null', '-T', path, f'{other}/asset:{name}/data']
        curl.append(timed(command, env)[0])
        ours.append(timed([CLI, '--library', library, 'sync', '--server', url, '--user', ADMIN], env)[0])
    say(f'{PICTURES} pictures of 200 KB', ours, curl, 'curl')


def main(campaigns=CAMPAIGNS, pairs=PAIRS):
    with tempfile.TemporaryDirectory() as name, Couch(BUILD) as couch:
        env = dict(os.environ, KAQUAN_PASSWORD=PASSWORD, XDG_DATA_HOME=name)
        bench_campaigns(couch, Path(name), env, int(campaigns), int(pairs))
        bench_pictures(couch, Path(name), env, int(pairs))


if __name__ == '__main__':
    main(*sys.argv[5:])
