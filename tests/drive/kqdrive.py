# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives a window of Kaquan as an operator with a screen reader would.

    import kqdrive

    with kqdrive.Session(), kqdrive.App([program, file]) as app:
        app.find('text', 'Name').set_text('双11')
        app.find('button', 'Add Coupon').do()
        app.find('label', '2 coupons')          # waits for it
        app.action('win.undo')
        app.close()

Nothing sleeps: each wait looks again at every accessibility event of the
program. Several programs, one after the other or together, may run in a session,
but one script has one session only: the accessibility library keeps to the
first bus that it meets. Some changes GTK 4.8 doesn't announce (a page of a stack that becomes
visible, a value), so it looks four times a second besides.
"""
import gettext
import os
import signal
import subprocess
import tempfile
import time
from pathlib import Path

from session import Session, die_with_parent, locale_env

__all__ = ['App', 'Session', 'locale_env']

WAIT_SECONDS = 20
LOOK_AGAIN_MS = 250
EVENTS = ['object:', 'window:', 'focus:']
# Actions that every label has.
EVERYWHERE = ('clipboard.', 'selection.', 'link.', 'menu.', 'misc.')
APPLICATION = 'io.github.kaquan.Kaquan'


class App:
    """A program in the present session. At its end it is closed if it hasn't been.

    data is the folder in which it keeps its library; it gets an empty one of
    its own unless one is given.
    """

    first_bus = None

    def __init__(self, command, variables=None, application=APPLICATION, cwd=None, data=None):
        self.command = [str(part) for part in command]
        self.data = Path(data or tempfile.mkdtemp(dir=os.environ['XDG_RUNTIME_DIR']))
        self.variables = {'XDG_DATA_HOME': self.data, **(variables or {})}
        self.application = application
        self.cwd = cwd
        self.process = None
        self.log = None
        self._listener = None

    def __enter__(self):
        # Only now: they take the bus from the environment that the session made.
        from node import Atspi, Node
        from gi.repository import Gio, GLib
        self.atspi, self.glib, self.gio, self.node = Atspi, GLib, Gio, Node

        if App.first_bus not in (None, os.environ['DBUS_SESSION_BUS_ADDRESS']):
            raise RuntimeError('a script can drive programs in one session only')
        App.first_bus = os.environ['DBUS_SESSION_BUS_ADDRESS']
        Atspi.init()
        self.context = GLib.MainContext.default()
        self._listener = Atspi.EventListener.new(lambda event: None)
        for name in EVENTS:
            self._listener.register(name)
        self.log = Path(os.environ['XDG_RUNTIME_DIR']) / f'app-{id(self)}.log'
        places = os.environ.get('KQ_PLACES')
        preloaded = {'LD_PRELOAD': places} if places else {}
        with open(self.log, 'wb') as output:
            self.process = subprocess.Popen(
                self.command, stdin=subprocess.DEVNULL, stdout=output, stderr=output,
                cwd=self.cwd, preexec_fn=die_with_parent,
                env={**os.environ, 'G_DEBUG': 'fatal-criticals', **preloaded, **self.variables})
        try:
            self.wait_until(self.windows, None, 'no window appeared')
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_):
        if self.process and self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for name in EVENTS:
            self._listener.deregister(name)

    @property
    def output(self):
        """What the program has written to standard output and error."""
        return self.log.read_text(encoding='utf-8', errors='replace')

    # Waiting

    def wait_until(self, condition, timeout=None, otherwise='the condition did not come true'):
        """Returns what the condition returns as soon as that is true."""
        deadline = time.monotonic() + (timeout or WAIT_SECONDS)
        while True:
            try:
                result = condition()
            except (self.glib.Error, SystemError):
                result = None  # something vanished while it was looked at
            if result:
                return result
            if self.process.poll() is not None:
                raise AssertionError(f'{otherwise}: the program ended with status '
                                     f'{self.process.returncode}\n{self.output}')
            if time.monotonic() > deadline:
                raise AssertionError(f'{otherwise}\n{self.describe()}\n{self.output}')
            self._next_event()

    def _next_event(self):
        timer = self.glib.timeout_add(LOOK_AGAIN_MS, lambda: True)
        self.context.iteration(True)
        while self.context.pending():
            self.context.iteration(False)
        self.glib.source_remove(timer)

    # Looking

    @property
    def root(self):
        """The program's accessible object, or None before it has one."""
        desktop = self.atspi.get_desktop(0)
        desktop.set_cache_mask(self.atspi.Cache.NONE)
        for i in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(i)
            if child is not None and child.get_process_id() == self.process.pid:
                child.set_cache_mask(self.atspi.Cache.NONE)
                return self.node(self, child)
        return None

    def windows(self):
        """The windows that are shown, dialogs too, which GTK 4.8 calls visible only."""
        root = self.root
        return [node for node in root.children if node.states & {'showing', 'visible'}] if root else []

    def window(self, name=None, timeout=None):
        """The first window, or the one of that name; waits for it."""
        def look():
            found = self.windows()
            return next((node for node in found if name is None or node.name == name), None)

        return self.wait_until(look, timeout, f'no window {name!r}')

    def find_all(self, role=None, name=None, where=None):
        return self.root.find_all(role, name, where)

    def find(self, role=None, name=None, where=None, timeout=None):
        """The first object of that role and name in any window; waits for it."""
        return self.wait_until(lambda: next(iter(self.find_all(role, name, where)), None),
                               timeout, f'no {role or "object"} {name!r}')

    def text(self, message, context=None):
        """A text of the program in the language that this one speaks."""
        language = self.variables.get('LANG', 'C').partition('.')[0]
        # What stands before the program has no folder in its name.
        program = next(part for part in self.command if Path(part).parent != Path('.'))
        catalogues = Path(program).resolve().parents[1] / 'po'
        catalogue = gettext.translation('kaquan', catalogues, [language],
                                        fallback=language == 'C')
        return catalogue.pgettext(context, message) if context else catalogue.gettext(message)

    def describe(self):
        """The tree as text, for a failure."""
        lines = []

        def add(node, depth):
            try:
                own = [name for name in node.actions if not name.startswith(EVERYWHERE)]
                lines.append(f'{"  " * depth}{node.role} {node.name!r} {" ".join(own)}'.rstrip())
                for child in node.children:
                    add(child, depth + 1)
            except self.glib.Error:
                pass

        if self.root:
            add(self.root, 0)
        return '\n'.join(lines)

    # Doing

    def action(self, name, target=None, window=1):
        """Activates an action by its full name, as 'win.undo' or 'app.about', over the bus.

        target is a GLib.Variant or None; window is the number that GTK gave it,
        from 1 in the order in which they were opened.
        """
        scope, _, short = name.partition('.')
        path = '/' + self.application.replace('.', '/').replace('-', '_')
        if scope == 'win':
            path += f'/window/{window}'
        variant = self.glib.Variant('(sava{sv})', (short, [] if target is None else [target], {}))
        self.bus.call_sync(self.bus_name, path, 'org.gtk.Actions', 'Activate', variant,
                           None, self.gio.DBusCallFlags.NONE, WAIT_SECONDS * 1000, None)

    def action_state(self, name, window=1):
        """(enabled, state) of an action; the state is None where it has none."""
        scope, _, short = name.partition('.')
        path = '/' + self.application.replace('.', '/').replace('-', '_')
        if scope == 'win':
            path += f'/window/{window}'
        reply = self.bus.call_sync(self.bus_name, path, 'org.gtk.Actions', 'Describe',
                                   self.glib.Variant('(s)', (short,)), None,
                                   self.gio.DBusCallFlags.NONE, WAIT_SECONDS * 1000, None)
        enabled, _, state = reply.unpack()[0]
        return enabled, state[0] if state else None

    @property
    def bus(self):
        return self.gio.bus_get_sync(self.gio.BusType.SESSION, None)

    @property
    def bus_name(self):
        """The program's connection: also one that doesn't own the application's name has it."""
        def ask(method, arguments):
            return self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus',
                                      'org.freedesktop.DBus', method, arguments, None,
                                      self.gio.DBusCallFlags.NONE, -1, None).unpack()[0]

        for name in ask('ListNames', None):
            if name.startswith(':'):
                try:
                    pid = ask('GetConnectionUnixProcessID', self.glib.Variant('(s)', (name,)))
                except self.glib.Error:
                    continue  # it has just gone
                if pid == self.process.pid:
                    return name
        raise AssertionError('the program is not on the session bus')

    def keys(self, *combinations):
        """Presses keys in the focused window, each as xdotool names it: 'ctrl+z', 'F9', 'Return'."""
        self.focus_window()
        xdotool('key', '--clearmodifiers', *combinations)

    def type_text(self, text):
        self.focus_window()
        xdotool('type', '--delay', '0', text)

    def focus_window(self, frame=None):
        """Gives a window the keyboard: there is no window manager that would.

        Returns its X window: that of the frame, or the topmost.
        """
        windows = self.wait_until(self.x_windows, None, 'no X window')
        if frame:
            titled = [each for each in windows
                      if xdotool('getwindowname', each).rstrip('\n') == frame.name]
            windows = titled or windows
        xdotool('windowfocus', '--sync', windows[-1])
        return windows[-1]

    def x_windows(self):
        """The X windows that are shown, a dialog after the window that it belongs to."""
        return xdotool('search', '--onlyvisible', '--all', '--pid', str(self.process.pid),
                       '--name', '.*', check=False).split()

    def click_at(self, x, y, button=1, node=None):
        """Clicks at a place in the window that holds the node, or in the topmost one."""
        frame = node.frame if node else self.windows()[-1]
        window = self.focus_window(frame)
        # Places count from inside the border that a window draws for itself.
        shape = dict(line.split('=') for line in
                     xdotool('getwindowgeometry', '--shell', window).split())
        _, _, width, height = frame.extents
        # Without --sync, which waits for a pointer that is there already to move.
        xdotool('mousemove', '--window', window,
                str(x + (int(shape['WIDTH']) - width) // 2),
                str(y + (int(shape['HEIGHT']) - height) // 2),
                'click', str(button))

    def drop_file(self, source, path, node):
        """Drags a file out of another program's window onto a node."""
        process = subprocess.Popen([source, path], preexec_fn=die_with_parent)
        try:
            window = xdotool('search', '--sync', '--onlyvisible', '--pid', str(process.pid),
                             '--name', 'drag-source').split()[-1]
            frame = self.x_windows()[-1]
            shape = dict(line.split('=') for line in
                         xdotool('getwindowgeometry', '--shell', frame).split())
            border = (int(shape['WIDTH']) - node.frame.extents[2]) // 2
            x, y, width, height = node.extents
            to_x = int(shape['X']) + border + x + width // 2
            to_y = int(shape['Y']) + border + y + height // 2
            moves = []
            for i in range(1, 11):
                moves += ['mousemove', str(30 + (to_x - 30) * i // 10), str(30 + (to_y - 30) * i // 10),
                          'sleep', '0.05']
            xdotool('windowmove', '--sync', window, '0', '0', check=False)
            xdotool('windowraise', window)
            xdotool('mousemove', '30', '30', 'mousedown', '1', *moves, 'mouseup', '1')
            assert process.wait(WAIT_SECONDS) == 0, 'nobody took what was dropped'
        finally:
            process.kill()
            process.wait()

    def drag(self, node, start, end, below=False):
        """Drags from the middle of one place in the node's window to another, or to the
        lower end of that.

        Places are extents. The pointer goes there by steps, as a hand does.
        """
        frame = node.frame
        window = self.focus_window(frame)
        shape = dict(line.split('=') for line in
                     xdotool('getwindowgeometry', '--shell', window).split())
        border_x = (int(shape['WIDTH']) - frame.extents[2]) // 2
        border_y = (int(shape['HEIGHT']) - frame.extents[3]) // 2

        def place(extents, down):
            x, y, width, height = extents
            return x + width // 2 + border_x, y + height // 2 + border_y + down

        from_x, from_y = place(start, 0)
        to_x, to_y = place(end, end[3] // 2 - 4 if below else 0)
        moves = []
        for i in range(1, 11):
            moves += ['mousemove', '--window', window, str(from_x + (to_x - from_x) * i // 10),
                      str(from_y + (to_y - from_y) * i // 10), 'sleep', '0.05']
        xdotool('mousemove', '--window', window, str(from_x), str(from_y), 'mousedown', '1',
                *moves, 'mouseup', '1')

    def screenshot(self, path):
        """The whole screen as a PNG."""
        subprocess.run(['import', '-window', 'root', str(path)], check=True)

    # The end

    def close(self, timeout=None):
        """Closes the windows as their close buttons do, and returns the exit status."""
        from node import GONE
        for window in reversed(self.windows()):
            try:
                window.do('window.close')
            except GONE:
                # Its last window closed, it may be gone before it answers.
                pass
        return self.wait_for_end(timeout)

    def wait_for_end(self, timeout=None):
        """The exit status, negative for a signal, once the program ends by itself."""
        return self.process.wait(timeout or WAIT_SECONDS)

    def kill(self, number=signal.SIGKILL):
        """Ends it as a power cut would."""
        self.process.send_signal(number)
        return self.wait_for_end()


def xdotool(*arguments, check=True):
    return subprocess.run(['xdotool', *arguments], check=check, capture_output=True,
                          text=True).stdout
