# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long Kaquan takes to its first window, beside another editor with the same file.

    start.py FIRST-WINDOW KAQUAN FILE [PAIRS]

In turn, so that a machine that is busy for a while is so for both. It prints
the medians and their ratio and judges nothing.
"""
import shutil
import statistics
import subprocess
import sys

from session import Session, die_with_parent

PEER = 'gnome-text-editor'
PAIRS = 15
VARIABLES = {'GTK_A11Y': 'none', 'GSETTINGS_BACKEND': 'memory'}


def start(first_window, program, path):
    """Milliseconds, on a session bus of its own: no instance that runs already answers."""
    done = subprocess.run(['dbus-run-session', '--', first_window, program, path], check=True,
                          capture_output=True, text=True, preexec_fn=die_with_parent)
    return float(done.stdout)


def main(first_window, kaquan, path, pairs=PAIRS):
    peer = shutil.which(PEER)
    if peer is None:
        print(f'{PEER}, which this compares with, is not installed', file=sys.stderr)
        return 1

    ours, theirs = [], []
    with Session(variables=VARIABLES):
        # Once each before, so that the files are in memory for both
        for _ in range(int(pairs) + 1):
            ours.append(start(first_window, kaquan, path))
            theirs.append(start(first_window, peer, path))
    for name, times in (('kaquan', ours), (PEER, theirs)):
        del times[0]
        print(f'{name:18} median {statistics.median(times):6.1f} ms   '
              f'{min(times):6.1f} to {max(times):6.1f}')
    print(f'ratio {statistics.median(ours) / statistics.median(theirs):.2f}')
    return 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
