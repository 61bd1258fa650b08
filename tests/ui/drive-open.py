# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening in a window: examples, what is no campaign, and a second start."""
import subprocess
import sys
import tempfile
from pathlib import Path

import kqdrive
import sample
import tap

HEAD = b'{"format": "kaquan-campaign", "version": 1, "id": "c"'
# What is in the file, and what is said of it beside its path
HOSTILE = {
    'not JSON': (b'{\n  "format": kaquan}', 'line 2, column 13'),
    'a comma missing': (HEAD[:-4] + b' \n"id" 5}', 'line 2'),
    'a comment': (HEAD + b', // x\n"name": ""}', 'line 1, column 56'),
    'two documents': (HEAD + b'} {}', 'line 1, column 56'),
    'cut off': (HEAD + b', "na', 'line 1'),
    'twice the same': (HEAD + b', "id": "d"}', 'line 1'),
    'no UTF-8': (HEAD + b', "name": "\xff"}', 'line 1, column 65'),
    'no number': (HEAD + b', "budget": 1e400}', 'line 1, column 66'),
    'deep': (b'[' * 200000, 'line 1, column 6'),
    'no campaign': (b'{"format": "x"}', '/format'),
    'a wrong type': (HEAD + b', "name": 5}', '/name'),
    'empty': (b'', 'line 1, column 1'),
    'large': (b' ' * (65 << 20), 'MiB'),
}


class Tests:
    def __init__(self, kaquan, folder):
        self.kaquan = kaquan
        self.folder = Path(folder)

    def example(self):
        """From the empty library; broken as it is, it opens with all it finds."""
        with kqdrive.App([self.kaquan]) as app:
            app.find('list', 'Examples').find('list-item', 'Full of mistakes').point()
            app.window('处处出错的活动')
            app.find('button', where=lambda node: ' errors' in node.name)
            app.wait_until(lambda: len(app.windows()) == 1, None, 'the library stayed')
            app.kill()

    def counted(self):
        """What is opened at once is checked by its window, and the library lists what that found."""
        with kqdrive.App([self.kaquan, sample.copy(self.folder, 'broken')]) as app:
            sample.find_page(app, 'overview')
            app.action('app.library')
            app.window('Campaigns').find('list-item', '处处出错的活动',
                                         lambda node: ' errors' in node.description)
            app.kill()

    def hostile(self):
        """Each is refused with its path and a place, and nothing opens."""
        for name, (content, place) in HOSTILE.items():
            path = self.folder / f'{name}.json'
            path.write_bytes(content)
            with kqdrive.App([self.kaquan, path]) as app:
                app.find('label', f'“{path.name}” can’t be opened')
                reason = app.find('label', where=lambda node: str(path) in node.name).name
                assert place in reason, f'{name}: {reason}'
                assert len(app.windows()) == 1, f'{name}: something was half open'
                app.kill()

    def second_start(self):
        """The program that runs already opens the file, and the same campaign only once."""
        first = sample.copy(self.folder)
        second = sample.copy(self.folder, 'douyin-month')
        with kqdrive.App([self.kaquan, first]) as app:
            sample.find_page(app, 'overview')
            for path, count in ((second, 2), (first, 2), (second, 2)):
                done = subprocess.run([self.kaquan, path], check=False, timeout=60)
                assert done.returncode == 0, done
                app.wait_until(lambda: len(app.windows()) == count, None, f'not {count} windows')
            # One more start says that those before it have been dealt with.
            app.action('app.new')
            app.wait_until(lambda: len(app.windows()) == 3, None, 'a file was opened twice')
            app.kill()


def main(kaquan):
    report = tap.Tap()
    with kqdrive.Session():
        for name in ['example', 'counted', 'hostile', 'second_start']:
            with tempfile.TemporaryDirectory() as folder:
                report.run(f'open/{name}', getattr(Tests(kaquan, folder), name))
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
