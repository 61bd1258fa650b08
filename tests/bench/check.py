#!/usr/bin/env python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""`kaquan-cli check` over 1 000 sample-sized campaigns, beside a bare parse.

    check.py KAQUAN-CLI BARE-PARSE SOURCE-ROOT

Both read the same files, in turn; the ratio is of processor seconds, pair by
pair.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

CAMPAIGNS, ROUNDS = 1000, 7


def seconds(command, expected):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode != expected:
        sys.exit(f'{command[0]} ended with {done.returncode}')
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main(cli, bare, root):
    sample = Path(root) / 'data' / 'samples' / 'double-11.campaign.json'
    with tempfile.TemporaryDirectory() as folder:
        files = [os.path.join(folder, f'{i}.campaign.json') for i in range(CAMPAIGNS)]
        for file in files:
            Path(file).write_bytes(sample.read_bytes())
        pairs = [(seconds([cli, 'check', *files], 0), seconds([bare, *files], 0))
                 for _ in range(ROUNDS)]
    ratios = sorted(ours / theirs for ours, theirs in pairs)
    print(f'{CAMPAIGNS} campaigns of {sample.stat().st_size} bytes, {ROUNDS} pairs')
    print(f'check      {statistics.median(p[0] for p in pairs):.2f} s')
    print(f'bare parse {statistics.median(p[1] for p in pairs):.2f} s')
    print(f'ratio      {ratios[0]:.2f} … {statistics.median(ratios):.2f} … {ratios[-1]:.2f} (at most 2.0)')


if __name__ == '__main__':
    main(*sys.argv[1:])
