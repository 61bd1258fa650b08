# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A screen, a session bus and a home of one's own, for as long as a test runs.

GTK and the accessibility library look at the environment once: enter the
session before gi.repository.Atspi or Gtk are imported. kqdrive sees to that.
"""
import ctypes
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

START_SECONDS = 30
SCREEN = '1366x768x24'
PR_SET_PDEATHSIG = 1

libc = ctypes.CDLL(None)


def die_with_parent():
    """In the child: a test that is killed for being slow leaves nothing behind."""
    libc.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def locale_env(language, build):
    """The variables for a run in that language, with its locale made in the build directory.

    language is 'en' or one as zh_CN. The locale needs no root: LOCPATH is
    searched first.
    """
    if language == 'en':
        return {'LANG': 'C.UTF-8'}
    folder = Path(build).resolve() / 'locale'
    made = folder / f'{language}.UTF-8'
    if not made.is_dir():
        folder.mkdir(parents=True, exist_ok=True)
        # Other tests may be making it too: whoever is first moves it into place.
        with tempfile.TemporaryDirectory(dir=folder) as scratch:
            fresh = Path(scratch) / made.name
            subprocess.run(['localedef', '-i', language, '-f', 'UTF-8', str(fresh)],
                           check=True, capture_output=True)
            try:
                fresh.rename(made)
            except OSError:
                if not made.is_dir():
                    raise
    return {'LANG': made.name, 'LOCPATH': str(folder)}


class Session:
    """Context manager. Its variables are those of this process while it lasts.

    What is given as variables comes on top; None as a value removes one.
    """

    def __init__(self, screen=SCREEN, variables=None):
        self.screen = screen
        self.variables = variables or {}
        self.folder = None
        self._processes = []
        self._saved = None
        self._old_handler = None

    def __enter__(self):
        self._saved = dict(os.environ)
        self._old_handler = signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
        try:
            self._start()
        except BaseException:
            self.__exit__()
            raise
        return self

    def _start(self):
        self.folder = Path(tempfile.mkdtemp(prefix='kq-'))
        self._set_variables()
        os.environ['DISPLAY'] = ':' + self._spawn(
            'xvfb', lambda fd: ['Xvfb', '-displayfd', str(fd), '-screen', '0', self.screen,
                                '-nolisten', 'tcp', '-noreset'])
        os.environ['DBUS_SESSION_BUS_ADDRESS'] = self._spawn(
            'dbus', lambda fd: ['dbus-daemon', '--session', '--nofork', '--nopidfile',
                                f'--address=unix:dir={self.folder / "run"}',
                                f'--print-address={fd}'])

    def _set_variables(self):
        for name in ('home', 'data', 'config', 'cache', 'state', 'run'):
            (self.folder / name).mkdir(mode=0o700)
        for name in ('WAYLAND_DISPLAY', 'AT_SPI_BUS_ADDRESS', 'LANGUAGE', 'LOCPATH', 'GTK_THEME',
                     'GTK_MODULES', *[each for each in os.environ if each.startswith('LC_')]):
            os.environ.pop(name, None)
        os.environ.update({
            'HOME': str(self.folder / 'home'),
            'XDG_DATA_HOME': str(self.folder / 'data'),
            'XDG_CONFIG_HOME': str(self.folder / 'config'),
            'XDG_CACHE_HOME': str(self.folder / 'cache'),
            'XDG_STATE_HOME': str(self.folder / 'state'),
            'XDG_RUNTIME_DIR': str(self.folder / 'run'),
            'LANG': 'C.UTF-8',
            'TZ': 'Asia/Shanghai',
            'GDK_BACKEND': 'x11',
            'GSK_RENDERER': 'cairo',
            'GTK_A11Y': 'atspi',
            # Preferences outlast the program, but not the session.
            'GSETTINGS_BACKEND': 'keyfile',
            # Neither the portals nor the virtual file systems of a desktop.
            'GTK_USE_PORTAL': '0',
            'GDK_DEBUG': 'no-portals' if self._newer_gdk() else '',
            'GIO_USE_VFS': 'local',
            'NO_AT_BRIDGE': '0',
        })
        for name, value in self.variables.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = str(value)

    @staticmethod
    def _newer_gdk():
        """Whether GDK knows the flag: the floor's warns about words it doesn't know."""
        return subprocess.run(['pkg-config', '--atleast-version=4.14', 'gtk4'],
                              check=False).returncode == 0

    def _spawn(self, name, command):
        """Starts a server that writes one line to a descriptor when it is ready; returns it."""
        reader, writer = os.pipe()
        log = self.folder / f'{name}.log'
        with open(log, 'wb') as output:
            self._processes.append(subprocess.Popen(
                command(writer), pass_fds=[writer], stdin=subprocess.DEVNULL,
                stdout=output, stderr=output, preexec_fn=die_with_parent))
        os.close(writer)
        signal.alarm(START_SECONDS)
        with open(reader, encoding='utf-8') as stream:
            line = stream.readline().strip()
        signal.alarm(0)
        if not line:
            raise RuntimeError(f'{name} did not start: {log.read_text(errors="replace")}')
        return line

    def __exit__(self, *_):
        for process in reversed(self._processes):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self._processes.clear()
        os.environ.clear()
        os.environ.update(self._saved)
        signal.signal(signal.SIGTERM, self._old_handler)
        if self.folder:
            shutil.rmtree(self.folder, ignore_errors=True)
