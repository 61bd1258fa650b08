# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The Test Anything Protocol, as the Python tests print it."""
import traceback


class Tap:
    """Numbers and prints the points, and the plan at the end.

    A script that dies before finish() leaves no plan and a bad exit status,
    so that it can't be taken for passed.
    """

    def __init__(self):
        self.number = 0
        self.failed = 0

    def check(self, name, passed, *notes):
        """One point; the notes, shown where it failed, say what was wrong."""
        self.number += 1
        print(f'{"ok" if passed else "not ok"} {self.number} {name}', flush=True)
        if not passed:
            self.failed += 1
            for note in notes:
                for line in str(note).splitlines():
                    print(f'# {line}', flush=True)
        return passed

    def run(self, name, function, *arguments):
        """One point that passes where the function returns; what it raises are the notes."""
        try:
            function(*arguments)
        except Exception:  # a broken test must not hide those after it
            return self.check(name, False, traceback.format_exc())
        return self.check(name, True)

    def finish(self):
        """Prints the plan. Returns the exit status."""
        print(f'1..{self.number}', flush=True)
        return 1 if self.failed or not self.number else 0
