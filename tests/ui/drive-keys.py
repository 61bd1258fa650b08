# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Without a mouse: Tab comes to every row of every form, and the shortcuts do what they say."""
import sys
import tempfile

import kqdrive
import sample
import tap

OPERATED = ('text', 'entry', 'push-button', 'toggle-button', 'check-box', 'slider', 'list-item',
            'list', 'page-tab', 'combo-box')
TABS = 70


class Tests:
    def __init__(self, kaquan, folder):
        self.kaquan = kaquan
        self.folder = folder

    def open(self):
        return kqdrive.App([self.kaquan, sample.copy(self.folder)])

    def focused(self, app):
        """Listens, and returns the list of the names that get the focus."""
        names = []

        def hear(event):
            if event.detail1 and event.source.get_process_id() == app.process.pid:
                names.append(event.source.get_name())

        self.listener = app.atspi.EventListener.new(hear)
        self.listener.register('object:state-changed:focused')
        return names

    def rows(self, page):
        """The names of what each row of the form is changed with"""
        form = page.find('filler', 'KqForm')
        lists = [each for each in form.find_all('list')]
        return {row.name for each in lists for row in each.children
                if row.role == 'list-item' and row.has('visible')}

    def tab(self):
        with self.open() as app:
            app.find('filler', sample.PAGES['overview'])
            names = self.focused(app)
            for title in ('coupons', 'packs', 'levels', 'shops'):
                page = sample.show(app, title)
                wanted = self.rows(page)
                assert len(wanted) > 3, wanted
                names.clear()
                app.keys(*['Tab'] * TABS)
                app.wait_until(lambda: wanted <= set(names), None,
                               f'{title}: Tab did not come to {wanted - set(names)}, only {names}')
            app.kill()

    def shortcuts(self):
        with self.open() as app:
            page = sample.show(app, 'coupons')
            sample.select(app, 'Coupons', '会员满599减100')
            names = self.focused(app)
            coupons = page.find('list', 'Coupons')

            def count():
                return len([node for node in coupons.children if node.role == 'list-item'])

            before = count()
            for key, wanted in (('ctrl+d', before + 1), ('ctrl+z', before), ('ctrl+shift+z', before + 1),
                                ('ctrl+z', before), ('ctrl+Return', before + 1), ('ctrl+z', before)):
                app.keys(key)
                app.wait_until(lambda: count() == wanted, None, f'{key}: not {wanted} coupons')

            app.keys('F9')
            app.wait_until(lambda: app.action_state('win.preview')[1] is False, None, 'F9')
            app.keys('F9')
            app.wait_until(lambda: app.action_state('win.preview')[1] is True, None, 'F9 again')
            app.keys('ctrl+f')
            app.wait_until(lambda: 'Search Coupons' in names, None, f'ctrl+f: {names}')
            app.keys('ctrl+question')
            app.wait_until(lambda: len(app.windows()) == 2, None, 'ctrl+?')
            app.keys('Escape')
            app.wait_until(lambda: len(app.windows()) == 1, None, 'Escape')
            app.keys('ctrl+n')
            app.window('New campaign')
            app.keys('ctrl+q')
            assert app.wait_for_end() == 0


def main(kaquan):
    report = tap.Tap()
    with kqdrive.Session():
        for name in ['tab', 'shortcuts']:
            with tempfile.TemporaryDirectory() as folder:
                report.run(f'keys/{name}', getattr(Tests(kaquan, folder), name))
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(sys.argv[1]))
