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
TABS = 90
COUPON = '会员满599减100'
# One that has no name yet
NEW = '¥0 off, no threshold'
# The pages with a form, and what it is a form of
FORMS = {'coupons': 'Coupon', 'packs': 'Gift pack', 'levels': 'Member level', 'shops': 'Shop'}


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
            try:
                if event.detail1:
                    names.append(event.source.get_name())
            except app.glib.Error:
                pass  # it has gone meanwhile

        self.listener = app.atspi.EventListener.new(hear)
        self.listener.register('object:state-changed:focused')
        return names

    def rows(self, page, title):
        """The names of what each row of the form is changed with"""
        form = page.find('panel', FORMS[title])
        lists = [each for each in form.find_all('list')]
        return {row.name for each in lists for row in each.children
                if row.role == 'list-item' and row.has('visible')}

    def tab(self):
        with self.open() as app:
            sample.find_page(app, 'shops')
            names = self.focused(app)
            for title in FORMS:
                page = sample.show(app, title)
                wanted = self.rows(page, title)
                assert len(wanted) > 3, wanted
                names.clear()
                app.keys(*['Tab'] * TABS)
                app.wait_until(lambda: wanted <= set(names), None,
                               f'{title}: Tab did not come to {wanted - set(names)}, only {names}')
            app.kill()

    def shortcuts(self):
        with self.open() as app:
            page = sample.show(app, 'coupons')
            sample.select(app, 'Coupons', COUPON)
            names = self.focused(app)
            coupons = page.find('list', 'Coupons')

            # By the name of the one in sight: newer lists have only rows that are.
            def count(name):
                return len([node for node in coupons.children if node.name == name])

            for key, name, wanted in (
                    ('ctrl+d', COUPON, 2), ('ctrl+z', COUPON, 1), ('ctrl+shift+z', COUPON, 2),
                    ('ctrl+z', COUPON, 1), ('ctrl+Return', NEW, 1), ('ctrl+z', NEW, 0)):
                app.keys(key)
                app.wait_until(lambda: count(name) == wanted, None,
                               f'{key}: {name} is not there {wanted} times')

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
