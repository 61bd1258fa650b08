#!/usr/bin/env python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Images, beside libvips' own tools over the same files.

    images.py KAQUAN-CLI IMAGES

`image check` of 1 000 card faces beside `vipsheader`; `image fit` of a picture
of 24 megapixels beside `vipsthumbnail` to the same size and as many encodings
as were needed; and the most memory that the helper process took. Ratios are of
processor seconds, pair by pair.
"""

import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

FILES, ROUNDS = 1000, 7
SAVE = '[Q={},interlace,optimize_coding,strip]'


def seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done.stderr


def report(name, ours, theirs, limit):
    ratios = sorted(o / t for o, t in zip(ours, theirs))
    print(f'{name}: {statistics.median(ours):.3f} s, {statistics.median(theirs):.3f} s, ratio '
          f'{ratios[0]:.2f} … {statistics.median(ratios):.2f} … {ratios[-1]:.2f} (at most {limit})')


def check(cli, images, folder):
    files = [os.path.join(folder, f'{i}.jpg') for i in range(FILES)]
    for file in files:
        Path(file).write_bytes((images / 'face.jpg').read_bytes())
    pairs = [(seconds([cli, 'image', 'check', '--for', 'card-face', *files])[0],
              seconds(['vipsheader', *files])[0]) for _ in range(ROUNDS)]
    report(f'check of {FILES} files, vipsheader', *zip(*pairs), 1.3)


def one_encoding(folder):
    """Seconds of encoding once, without the start and the decoding."""
    base = f'{folder}/thumbnail.v'
    small = seconds(['vips', 'copy', base, f'{folder}/copy.v'])[0]
    return max(0.0, seconds(['vips', 'copy', base, f'{folder}/copy.jpg' + SAVE.format(90)])[0] - small)


def fit(cli, images, folder, kind, width, height, name):
    """The thumbnail is saved once by vipsthumbnail; the other encodings are added."""
    source, ours, theirs, number = str(images / name), [], [], 0
    for _ in range(ROUNDS):
        took, said = seconds([cli, 'image', 'fit', '--for', kind, source, f'{folder}/out.jpg'])
        quality = int(re.search(r'(\d+)$', said.splitlines()[0])[1])
        number = 1 if quality == 95 else 6
        peer = seconds(['vipsthumbnail', source, '--size', f'{width}x{height}', '--smartcrop', 'attention',
                        '-o', f'{folder}/thumbnail.jpg' + SAVE.format(90)])[0]
        seconds(['vips', 'copy', f'{folder}/thumbnail.jpg', f'{folder}/thumbnail.v'])
        ours.append(took)
        theirs.append(peer + (number - 1) * one_encoding(folder))
    report(f'fit of {name} to {kind} with {number} encodings, vipsthumbnail', ours, theirs, 1.3)


def memory(cli, images, folder):
    """In a process of its own: what is counted is the most that any child of it took."""
    code = ('import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, stderr=subprocess.DEVNULL); '
            'print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)')
    for name in ('master.jpg', 'master-interlaced.png', 'noise.png'):
        out = subprocess.run([sys.executable, '-c', code, cli, 'image', 'fit', '--for', 'card-face', images / name,
                              f'{folder}/out.jpg'], check=True, capture_output=True, text=True).stdout
        print(f'most memory, {name}: {int(out) / 1024:.0f} MiB (at most 150 for a JPEG of 24 megapixels)')


def main(cli, images):
    images = Path(images)
    with tempfile.TemporaryDirectory() as folder:
        check(cli, images, folder)
        fit(cli, images, folder, 'card-face', 1404, 700, 'master.jpg')
        fit(cli, images, folder, 'poster', 1402, 400, 'noise.jpg')
        memory(cli, images, folder)


if __name__ == '__main__':
    main(*sys.argv[1:])
