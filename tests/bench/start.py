# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How long Kaquan takes to its first window, beside another editor.

    start.py FIRST-WINDOW KAQUAN FILE [PAIRS]

Once with nothing to open, which is the library and an empty document, and once
with the same file. All four in turn, so that a machine that is busy for a while
is so for each. It prints the medians and their ratios and judges nothing.
"""
import shutil
import statistics
import subprocess
import sys

from session import Session, die_with_parent

PEER = 'gnome-text-editor'
PAIRS = 15
VARIABLES = {'GTK_A11Y': 'none', 'GSETTINGS_BACKEND': 'memory'}


def start(first_window, program, *arguments):
    """Milliseconds, on a session bus of its own: no instance that runs already answers."""
    done = subprocess.run(['dbus-run-session', '--', first_window, program, *arguments],
                          check=True, capture_output=True, text=True,
                          preexec_fn=die_with_parent)
    return float(done.stdout)


def report(what, ours, theirs):
    print(what)
    for name, times in (('kaquan', ours), (PEER, theirs)):
        print(f'  {name:18} median {statistics.median(times):6.1f} ms   '
              f'{min(times):6.1f} to {max(times):6.1f}')
    print(f'  ratio {statistics.median(ours) / statistics.median(theirs):.2f}')


def main(first_window, kaquan, path, pairs=PAIRS):
    peer = shutil.which(PEER)
    if peer is None:
        print(f'{PEER}, which this compares with, is not installed', file=sys.stderr)
        return 1

    cases = {'with nothing to open': (), 'with the same file': (path,)}
    times = {(what, program): [] for what in cases for program in (kaquan, peer)}
    with Session(variables=VARIABLES):
        # Once each before, so that the files are in memory for both
        for turn in range(int(pairs) + 1):
            for (what, program), taken in times.items():
                taken.append(start(first_window, program, *cases[what]))
                if turn == 0:
                    taken.clear()
    for what in cases:
        report(what, times[what, kaquan], times[what, peer])
    return 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
