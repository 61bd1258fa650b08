#!/usr/bin/env python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long Kaquan takes to its first window with many campaigns, beside an empty library.

    library.py FIRST-WINDOW KAQUAN KAQUAN-CLI SAMPLE [CAMPAIGNS [PAIRS]]

In turn, so that a machine that is busy for a while is so for both. It prints
the medians and their ratio and judges nothing.
"""
import json
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from session import Session, die_with_parent

CAMPAIGNS, PAIRS, BATCH = 10000, 15, 500
VARIABLES = {'GTK_A11Y': 'none', 'GSETTINGS_BACKEND': 'memory'}


def fill(cli, data, sample, campaigns):
    """Imports that many campaigns as large as the sample."""
    campaign = json.loads(Path(sample).read_text(encoding='utf-8'))
    library = data / 'kaquan' / 'library.db'
    for start in range(0, campaigns, BATCH):
        with tempfile.TemporaryDirectory() as folder:
            files = []
            for i in range(start, min(start + BATCH, campaigns)):
                campaign.update(id=f'campaign-{i}', name=f'双11会员日{i}', assets={})
                files.append(Path(folder) / f'{i}.json')
                files[-1].write_text(json.dumps(campaign, ensure_ascii=False), encoding='utf-8')
            subprocess.run([cli, '--library', library, 'import', *files], check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def start(first_window, program, data):
    """Milliseconds, on a session bus of its own: no instance that runs already answers."""
    done = subprocess.run(['dbus-run-session', '--', 'env', f'XDG_DATA_HOME={data}',
                           first_window, program], check=True,
                          capture_output=True, text=True, preexec_fn=die_with_parent)
    return float(done.stdout)


def main(first_window, kaquan, cli, sample, campaigns=CAMPAIGNS, pairs=PAIRS):
    with tempfile.TemporaryDirectory() as folder, Session(variables=VARIABLES):
        empty, full = Path(folder) / 'empty', Path(folder) / 'full'
        empty.mkdir()
        full.mkdir()
        fill(cli, full, sample, int(campaigns))
        times = {empty: [], full: []}
        # Once each before, so that the files are in memory for both
        for _ in range(int(pairs) + 1):
            for data, seen in times.items():
                seen.append(start(first_window, kaquan, data))
    for name, seen in (('empty library', times[empty]), (f'{campaigns} campaigns', times[full])):
        del seen[0]
        print(f'{name:18} median {statistics.median(seen):6.1f} ms   {min(seen):6.1f} to {max(seen):6.1f}')
    print(f'ratio {statistics.median(times[full]) / statistics.median(times[empty]):.2f} (at most 1.3)')
    return 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
