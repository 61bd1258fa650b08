#!/usr/bin/python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text colour of our own style sheets stands out from what it is drawn on, as WCAG 2 asks.

    contrast.py SOURCE
"""
import re
import sys
from pathlib import Path

import tap

TEXT = 4.5
# Icons, and text of 24 px, or of 19 px and bold
LARGE = 3.0
HEX = re.compile(r'#([0-9a-f]{6})\b')

# What the desktop's theme gives its colours (libadwaita 1.2)
THEMES = {
    'light': {'window_bg_color': '#fafafa', 'view_bg_color': '#ffffff', 'card_bg_color': '#ffffff',
              'headerbar_bg_color': '#ebebeb', 'window_fg_color': '#333333',
              'accent_color': '#1c71d8', 'error_color': '#c01c28', 'warning_color': '#9c6e03',
              'error_bg_color': '#e01b24', 'error_fg_color': '#ffffff'},
    'dark': {'window_bg_color': '#242424', 'view_bg_color': '#1e1e1e', 'card_bg_color': '#353535',
             'headerbar_bg_color': '#303030', 'window_fg_color': '#ffffff',
             'accent_color': '#78aeed', 'error_color': '#ff7b63', 'warning_color': '#f8e45c',
             'error_bg_color': '#c01c28', 'error_fg_color': '#ffffff'},
}
SURFACES = ('window_bg_color', 'view_bg_color', 'card_bg_color', 'headerbar_bg_color')

# On the phone: what part of a selector says where its text lies. What none of these is in lies
# on the page or on a panel.
PAGE = ['#f3f3f6', '#ffffff']
DARKENED = '#737373'    # white under .veil
ON = [
    ('.kq-phone-frame', None),      # the rim, without a text
    ('.dots', ['#ffffff']),         # whatever picture is under its own shade
    ('button.close', [DARKENED]),
    ('.pack .ticket', '.kq-phone .pack .ticket'),
    ('.pack', '.kq-phone .pack'),
    ('.card.light', None),          # on a picture that was found to be light
    ('.card', ['.kq-phone .card', *(f'.kq-phone .card.face-{i}' for i in range(1, 5))]),
    ('.unavailable .square', None),  # the icon of what can't be had is meant to be faint
    ('.ticket.orange', '.kq-phone .ticket.orange'),
    ('.ticket.away', '.kq-phone .ticket.away'),
    ('.worth', '.kq-phone .ticket'),
    ('.ticket', '.kq-phone .ticket'),
    ('button.poster', None),        # of the picture that isn't there: an icon on its own grey
    ('kq-picture', None),
]
ICONS = ('.dots', '.panel-icon', '.square', 'button.close')


def channels(text):
    return [int(text[i:i + 2], 16) / 255 for i in (1, 3, 5)]


def over(top, alpha, bottom):
    mixed = [alpha * a + (1 - alpha) * b for a, b in zip(channels(top), channels(bottom))]
    return '#' + ''.join(f'{round(255 * each):02x}' for each in mixed)


def luminance(text):
    linear = [each / 12.92 if each <= 0.03928 else ((each + 0.055) / 1.055) ** 2.4
              for each in channels(text)]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(a, b):
    high, low = sorted((luminance(a), luminance(b)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def rules(path):
    """[(selector, {property: value})] in the order of the file"""
    text = re.sub(r'/\*.*?\*/|@import[^;]*;', '', path.read_text(encoding='utf-8'), flags=re.DOTALL)
    found = []
    for selectors, body in re.findall(r'([^{}]+)\{([^}]*)\}', text):
        values = dict(re.findall(r'([a-z-]+):\s*([^;]+);', body))
        found += [(' '.join(each.split()), values) for each in selectors.split(',')]
    return found


class Phone:
    """Colours that are all our own"""

    def __init__(self, path):
        self.rules = rules(path)

    def background(self, selector):
        """The colours of its background: those of a gradient all"""
        for name, values in reversed(self.rules):
            if name == selector and HEX.search(values.get('background', '')):
                return ['#' + each for each in HEX.findall(values['background'])]
        raise AssertionError(f'{selector} has no background')

    def place(self, selector):
        """The colours of what it lies on"""
        for part, place in ON:
            if part in selector:
                places = place if isinstance(place, list) else [place] if place else []
                return [colour for each in places for colour in
                        ([each] if each.startswith('#') else self.background(each))]
        return PAGE

    def beneath(self, selector, values):
        """Its own background, or what it lies on, which may be seen through its own"""
        place = self.place(selector)
        own = ['#' + each for each in HEX.findall(values.get('background', ''))]
        veil = re.fullmatch(r'alpha\((white|black), ([\d.]+)\)', values.get('background', ''))
        if veil and place:
            top = '#ffffff' if veil[1] == 'white' else '#000000'
            return [over(top, float(veil[2]), each) for each in place]
        return own if own and place else place

    def check(self, report):
        for selector, values in self.rules:
            color = HEX.search(values.get('color', ''))
            if not color:
                continue
            size = float(re.sub(r'px.*', '', values.get('font-size', '0px')))
            large = size >= 24 or any(part in selector for part in ICONS)
            ratios = [round(contrast(color[0], each), 2) for each in self.beneath(selector, values)]
            report.check(f'contrast/phone: {selector}', all(each >= (LARGE if large else TEXT)
                                                            for each in ratios), ratios)


class Windows:
    """Colours by the theme's names"""

    def __init__(self, paths):
        self.rules = [rule for path in paths for rule in rules(path)]

    def resolve(self, value, theme, beneath):
        """A colour of the theme, an alpha() of one over what is beneath, or a mix() of two"""
        if value == 'inherit':
            return theme['window_fg_color']
        name = re.fullmatch(r'@(\w+)', value)
        if name:
            return theme[name[1]]
        alpha = re.fullmatch(r'alpha\(@(\w+), ([\d.]+)\)', value)
        if alpha:
            return over(theme[alpha[1]], float(alpha[2]), beneath)
        alpha = re.fullmatch(r'alpha\(currentColor, ([\d.]+)\)', value)
        if alpha:
            return over(theme['window_fg_color'], float(alpha[1]), beneath)
        mixed = re.fullmatch(r'mix\(@(\w+), @(\w+), ([\d.]+)\)', value)
        return over(theme[mixed[2]], float(mixed[3]), theme[mixed[1]])

    def ratios(self, values):
        for theme in THEMES.values():
            for surface in SURFACES:
                beneath = theme[surface]
                ground = self.resolve(values.get('background-color', f'@{surface}'), theme, beneath)
                color = self.resolve(values.get('color', '@window_fg_color'), theme, ground)
                yield round(contrast(over(color, float(values.get('opacity', 1)), ground), ground), 2)

    def check(self, report):
        for selector, values in self.rules:
            literal = HEX.search(' '.join(values.values()))
            report.check(f'contrast/windows: {selector} follows the theme',
                         not literal or '.face-' in selector, values)
            if 'color' in values or 'opacity' in values:
                least = LARGE if selector.endswith(('image', '.drag-handle')) else TEXT
                found = list(self.ratios(values))
                report.check(f'contrast/windows: {selector}', min(found) >= least, found)


def main(source):
    report = tap.Tap()
    folder = Path(source) / 'app' / 'ui'
    Phone(folder / 'kq-phone.css').check(report)
    Windows([folder / 'style.css', folder / 'kq-form.css']).check(report)
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
