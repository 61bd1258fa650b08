# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One accessible object, as a test wants to speak of it."""
import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

# What asking for something that has vanished raises; the second is what the
# binding makes of a child that went between being counted and being fetched.
GONE = (GLib.Error, SystemError)


def roles(name):
    """The roles that are meant by 'button', 'check-box', 'list-item', …

    The floor calls a toggle button a button, and the button was renamed later; so was what
    groups others, and a check button of a group.
    """
    upper = name.upper().replace('-', '_')
    if upper == 'BUTTON':
        plain = getattr(Atspi.Role, 'PUSH_BUTTON', None) or Atspi.Role.BUTTON
        return {plain, Atspi.Role.TOGGLE_BUTTON}
    if upper == 'CHECK_BOX':
        return {Atspi.Role.CHECK_BOX, Atspi.Role.RADIO_BUTTON}
    if upper == 'PANEL':
        return {Atspi.Role.PANEL, Atspi.Role.GROUPING}
    return {getattr(Atspi.Role, upper)}


class Node:
    """What it is asked is asked of the program each time: nothing is cached."""

    def __init__(self, app, accessible):
        self.app = app
        self.accessible = accessible

    def __repr__(self):
        try:
            return f'<{self.role} {self.name!r}>'
        except GONE:
            return '<gone>'

    def __eq__(self, other):
        return isinstance(other, Node) and self.accessible == other.accessible

    __hash__ = None

    # What it is

    @property
    def name(self):
        """Its name; what has vanished meanwhile, as rows of a list do, has none."""
        try:
            return Atspi.Accessible.get_name(self.accessible) or ''
        except GONE:
            return ''

    @property
    def description(self):
        try:
            return Atspi.Accessible.get_description(self.accessible) or ''
        except GONE:
            return ''

    @property
    def is_button(self):
        return Atspi.Accessible.get_role(self.accessible) in roles('button')

    @property
    def role(self):
        return Atspi.Accessible.get_role(self.accessible).value_nick

    @property
    def states(self):
        """The set of states by name, as {'enabled', 'focused', …}."""
        return {state.value_nick
                for state in Atspi.Accessible.get_state_set(self.accessible).get_states()}

    def has(self, state):
        return state in self.states

    @property
    def parent(self):
        return Node(self.app, Atspi.Accessible.get_parent(self.accessible))

    @property
    def frame(self):
        """The window that it is in."""
        node = self
        while node.role not in ('frame', 'window', 'dialog', 'alert'):
            node = node.parent
        return node

    @property
    def children(self):
        count = Atspi.Accessible.get_child_count(self.accessible)
        found = [Atspi.Accessible.get_child_at_index(self.accessible, i) for i in range(count)]
        return [Node(self.app, child) for child in found if child is not None]

    @property
    def text(self):
        """The text of an entry, a text view or a label."""
        interface = self.accessible.get_text_iface()
        if interface is None:
            return self.name
        count = Atspi.Text.get_character_count(interface)
        return Atspi.Text.get_text(interface, 0, count) if count > 0 else ''

    @property
    def value(self):
        return Atspi.Value.get_current_value(self._need('value'))

    @property
    def actions(self):
        interface = self.accessible.get_action_iface()
        if interface is None:
            return []
        return [Atspi.Action.get_action_name(interface, i)
                for i in range(Atspi.Action.get_n_actions(interface))]

    @property
    def extents(self):
        """x, y, width and height in the window."""
        box = Atspi.Component.get_extents(self._need('component'), Atspi.CoordType.WINDOW)
        return box.x, box.y, box.width, box.height

    # Looking for others

    def walk(self):
        """Itself and all below, from above. What vanishes meanwhile is left out."""
        yield self
        try:
            children = self.children
        except GONE:
            return
        for child in children:
            yield from child.walk()

    def find_all(self, role_name=None, name=None, where=None):
        """All below that have this role, this name (or match it, where it is a compiled
        pattern) and fulfil the condition."""
        wanted = roles(role_name) if role_name else None
        return [node for node in self.walk() if node.matches(wanted, name, where)]

    def matches(self, wanted, name, where):
        try:
            if wanted is not None and Atspi.Accessible.get_role(self.accessible) not in wanted:
                return False
            if name is not None:
                if not (name.search(self.name) if hasattr(name, 'search') else name == self.name):
                    return False
            return where is None or bool(where(self))
        except GONE:
            return False

    def find(self, role_name=None, name=None, where=None, timeout=None):
        """The first such; waits until there is one."""
        return self.app.wait_until(
            lambda: next(iter(self.find_all(role_name, name, where)), None), timeout,
            f'no {role_name or "object"} {name!r} below {self!r}')

    # Doing something with it

    def do(self, action=None):
        """Its action of that name, or its only or first one."""
        interface = self._need('action')
        actions = self.actions
        index = 0 if action is None else actions.index(action) if action in actions else -1
        if index < 0 or not actions:
            raise AssertionError(f'{self!r} has no action {action}, only {actions}')
        if not Atspi.Action.do_action(interface, index):
            raise AssertionError(f'{self!r} refused its action {actions[index]}')
        return self

    def set_text(self, text):
        if not Atspi.EditableText.set_text_contents(self._need('editable_text'), text):
            raise AssertionError(f'{self!r} refused the text {text!r}')
        return self

    def set_value(self, value):
        if not Atspi.Value.set_current_value(self._need('value'), value):
            raise AssertionError(f'{self!r} refused the value {value}')
        return self

    def select_child(self, index):
        if not Atspi.Selection.select_child(self._need('selection'), index):
            raise AssertionError(f'{self!r} refused to select child {index}')
        return self

    def select_only(self, index):
        """That child and no other, where several can be selected."""
        Atspi.Selection.clear_selection(self._need('selection'))
        return self.select_child(index)

    def click(self):
        """By its own action where it has one, as the floor's check buttons and rows do not;
        else with the pointer."""
        for action in ('click', 'toggle'):
            if action in self.actions:
                return self.do(action)
        return self.point()

    def point(self, button=1):
        """Clicks in its middle with the pointer."""
        x, y, width, height = self.extents
        self.app.click_at(x + width // 2, y + height // 2, button, self)
        return self

    def wait(self, condition, timeout=None):
        """Waits until the condition holds of this object."""
        self.app.wait_until(lambda: condition(self), timeout, f'{self!r} did not come to that')
        return self

    def _need(self, interface):
        found = getattr(self.accessible, f'get_{interface}_iface')()
        if found is None:
            raise AssertionError(f'{self!r} has no {interface} interface')
        return found
