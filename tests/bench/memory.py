# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""How much memory Kaquan has with an empty campaign, beside another editor with an empty document.

    memory.py KAQUAN

It prints what is theirs alone (USS) and with their share of the rest (PSS), in
MiB, and the ratio, and judges nothing.
"""
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

from session import Session, die_with_parent

PEER = 'gnome-text-editor'
VARIABLES = {'GTK_A11Y': 'none', 'GSETTINGS_BACKEND': 'memory'}
NEW = ['gdbus', 'call', '--session', '--dest', 'io.github.kaquan.Kaquan', '--object-path',
       '/io/github/kaquan/Kaquan', '--method', 'org.gtk.Actions.Activate', 'new', '[]', '{}']
WAIT_SECONDS = 20
LOOK_SECONDS = 0.5
# It is settled when it has the same as often as this.
STILL = 4


def windows(pid):
    return subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(pid), '--name', '.*'],
                          capture_output=True, text=True, check=False).stdout.split()


def memory(pid):
    """(USS, PSS) in MiB, with its children"""
    uss = pss = 0
    children = subprocess.run(['pgrep', '-P', str(pid)], capture_output=True, text=True,
                              check=False).stdout.split()
    for each in [str(pid), *children]:
        text = Path(f'/proc/{each}/smaps_rollup').read_text(encoding='ascii')
        sizes = dict(re.findall(r'^(\w+): +(\d+) kB', text, re.MULTILINE))
        uss += int(sizes['Private_Clean']) + int(sizes['Private_Dirty'])
        pss += int(sizes['Pss'])
    return uss / 1024, pss / 1024


def measure(program, then=None):
    with subprocess.Popen([program], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                          preexec_fn=die_with_parent) as process:
        deadline = time.monotonic() + WAIT_SECONDS
        while not windows(process.pid) and time.monotonic() < deadline:
            time.sleep(LOOK_SECONDS)
        if then:
            subprocess.run(then, check=True, stdout=subprocess.DEVNULL)
        seen = []
        while time.monotonic() < deadline:
            time.sleep(LOOK_SECONDS)
            seen.append(memory(process.pid))
            if len(seen) > STILL and max(seen[-STILL:]) == min(seen[-STILL:]):
                break
        process.kill()
    return seen[-1]


def main(kaquan):
    peer = shutil.which(PEER)
    if peer is None:
        print(f'{PEER}, which this compares with, is not installed', file=sys.stderr)
        return 1
    with Session(variables=VARIABLES):
        ours = measure(kaquan, NEW)
        theirs = measure(peer)
    for name, (uss, pss) in (('kaquan', ours), (PEER, theirs)):
        print(f'{name:18} USS {uss:6.1f} MiB   PSS {pss:6.1f} MiB')
    print(f'ratio USS {ours[0] / theirs[0]:.2f}   PSS {ours[1] / theirs[1]:.2f} (wanted: 1.5)')
    return 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
