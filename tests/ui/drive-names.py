# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A walk over all pages: everything has a name, and in Chinese it is Chinese."""
import re
import sys
import tempfile
from pathlib import Path

import kqdrive
import sample
import tap

# A widget without a name reports its type.
TYPE = re.compile(r'^(Gtk|Adw|Gdk|Kq)[A-Z]')
WORD = re.compile(r'[A-Za-z]{2,}')
PATH = re.compile(r'/\S+')
RULE = re.compile(r'\b[A-Z]{2,3}-[A-Z0-9]+\b')
# What can have the focus without being operated: what scrolls, and text to be selected.
NO_NAME_NEEDED = ['scroll-pane', 'scroll-bar', 'label']
LANGUAGES = ['en', 'zh_CN']


def walk(node, but=()):
    """It and all below that is shown, but for those of such names; within a button nothing is
    of its own."""
    if not node.has('visible') or node.name in but:
        return
    yield node
    if not node.is_button or 'click' not in node.actions:
        for child in node.children:
            yield from walk(child, but)


def unnamed(nodes):
    """What can have the focus and has no role or name of its own"""
    return [node for node in nodes if node.has('focusable') and node.role not in NO_NAME_NEEDED
            and (not node.name or TYPE.match(node.name) or node.role == 'invalid')]


def said_twice(nodes):
    """Names such as “Amount Amount”, which the floor makes of a label and a relation"""
    return [node for node in nodes if re.fullmatch(r'(.+) \1', node.name)]


def english(nodes, allowed):
    """What says a word that isn't allowed"""
    found = []
    for node in nodes:
        texts = [text for text in (node.name, node.description) if not TYPE.match(text)]
        words = WORD.findall(RULE.sub('', PATH.sub('', ' '.join(texts))))
        if not set(words) <= allowed:
            found.append(texts)
    return found


def own_words(project, paths):
    """Latin words that may stand in a Chinese page: data, and what translators left as it is."""
    catalogue = (project / 'po' / 'zh_CN.po').read_text(encoding='utf-8')
    translated = re.findall(r'^msgstr(?:\[\d\])? ((?:".*"\n)+)', catalogue, re.MULTILINE)
    profiles = [each.read_text(encoding='utf-8') for each in
                (project / 'data' / 'profiles').glob('*.json')]
    campaigns = [each.read_text(encoding='utf-8') for each in paths]
    texts = [*map(str, paths), *campaigns, *profiles, *translated]
    return set(WORD.findall('\n'.join(texts)))


class Tests:
    def __init__(self, kaquan, build, language, folder):
        self.kaquan = kaquan
        self.variables = kqdrive.locale_env(language, build)
        self.language = language
        self.project = Path(__file__).resolve().parents[2]
        # With findings, so that these are walked over too
        self.path = sample.copy(folder, 'broken')
        self.cards = sample.copy(folder, 'mini-program-cards')
        self.whole = sample.copy(folder)

    def walk(self, report):
        with kqdrive.App([self.kaquan, self.path], self.variables) as app:
            sample.find_page(app, 'overview')
            for page in sample.PAGES:
                self.check(report, page, list(walk(sample.show(app, page))))
            self.check(report, 'window', list(walk(app.window(), sample.titles(app))))
            app.kill()
        # What those mistakes have nothing of
        with kqdrive.App([self.kaquan, self.cards], self.variables) as app:
            self.check(report, 'cards with forms', list(walk(sample.show(app, 'cards'))))
            app.kill()
        # First what goes on with the campaign that was open last
        self.walk_history(report, app.data)
        self.walk_library(report, app.data)
        self.walk_preview(report)
        self.walk_dialogues(report)

    def walk_preview(self, report):
        """What the preview folds out, and what it opens."""
        with kqdrive.App([self.kaquan, self.whole], self.variables) as app:
            lines = sample.fold_out_absences(app)
            self.check(report, 'not shown', list(walk(lines)), least=1)
            self.check(report, 'side by side', list(walk(sample.open_story(app))))
            app.kill()

    def walk_history(self, report, data):
        """What was open last is open again."""
        with kqdrive.App([self.kaquan], self.variables, data=data) as app:
            sample.show(app, 'shops')
            app.action('win.add')
            app.action('win.history')
            history = app.wait_until(lambda: app.windows()[1:], None, 'no history')[0]
            app.wait_until(lambda: len(history.find_all('list-item')) > 1)
            self.check(report, 'history', list(walk(history)))
            app.kill()

    def walk_dialogues(self, report):
        """The windows that the menu opens; those of the toolkit are its own affair."""
        with kqdrive.App([self.kaquan, self.path], self.variables) as app:
            sample.find_page(app, 'overview')
            for place, action in (('help', 'app.help'), ('rule profiles', 'win.rule-profiles'),
                                  ('scenarios', 'app.new-from-scenario')):
                app.action(action)
                window = app.wait_until(lambda: app.windows()[1:], None, f'no {place}')[0]
                app.wait_until(lambda: len(list(walk(window))) > 10, None, f'{place} stays empty')
                self.check(report, place, list(walk(window)))
                if place == 'scenarios':
                    self.walk_questions(report, app, window)
                window.do('window.close')
                app.wait_until(lambda: len(app.windows()) == 1, None, f'{place} stays')
            app.kill()

    def walk_questions(self, report, app, wizard):
        """What the first scenario asks"""
        wizard.find('list-item', app.text('Lift repurchase')).point()
        wizard.find('button', app.text('Back'), lambda node: node.has('visible'))
        # The page with the scenarios goes, and with it the names on it: later versions of GTK
        # tell of it until it is gone.
        app.wait_until(lambda: not unnamed(walk(wizard)), None, 'names are missing')
        self.check(report, 'questions', list(walk(wizard)))

    def walk_library(self, report, data):
        with kqdrive.App([self.kaquan], self.variables) as app:
            app.wait_until(lambda: app.find_all('list-item'))
            self.check(report, 'empty library', list(walk(app.window())))
            app.kill()
        # What was in front last was the library.
        with kqdrive.App([self.kaquan], self.variables, data=data) as app:
            library = app.window()
            item = library.find('list-item')
            item.parent.select_child(0)
            app.wait_until(lambda: app.action_state('win.open')[0])
            self.check(report, 'library', list(walk(library)))
            app.kill()

    def check(self, report, place, nodes, least=10):
        place = f'names/{self.language}/{place}'
        nameless, doubled = unnamed(nodes), said_twice(nodes)
        assert len(nodes) > least, nodes
        report.check(f'{place}: everything has a name', not nameless, nameless)
        report.check(f'{place}: and says it once', not doubled, doubled)
        if self.language != 'en':
            paths = [self.path, self.cards, self.whole]
            untranslated = english(nodes, own_words(self.project, paths))
            report.check(f'{place}: no English', not untranslated, *untranslated)


def main(kaquan, build):
    report = tap.Tap()
    with kqdrive.Session():
        for language in LANGUAGES:
            with tempfile.TemporaryDirectory() as folder:
                Tests(kaquan, build, language, folder).walk(report)
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
