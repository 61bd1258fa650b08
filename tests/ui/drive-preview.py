# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The preview's controls: as whom, on which platform and page, when; and what is taken from it."""
import re
import sys
import tempfile

import kqdrive
import sample
import tap

COUPON = '会员专享20元'
DY_COUPON = '会员满599减100'
BEGIN, END = '2026-10-20 00:00', '2026-11-14 23:59'
WORDS = re.compile(r'^(Next:|Now:|No more changes)')


def shown(node):
    return node.has('visible')


class Preview:
    """What is beside the page, and what one does with it."""

    def __init__(self, app):
        self.app = app
        self.phone = app.find('panel', 'Phone')
        self.entry = app.find('text', 'At')
        self.slider = app.find('slider', 'Moment')
        self.next = app.find('button', 'Next change')
        self.previous = app.find('button', 'Previous change')
        self.words = app.find('label', WORDS)
        app.wait_until(lambda: self.entry.text == END, None, 'not at the end of the campaign')

    def says(self, *texts, below=None):
        """Waits until the phone, or what is given, says all of that."""
        where = below or self.phone
        for text in texts:
            self.app.wait_until(lambda text=text: where.find_all('label', text), None,
                                f'the phone does not say {text}')

    def lacks(self, text):
        self.app.wait_until(lambda: not self.phone.find_all(None, text), None,
                            f'the phone still says {text}')

    def is_invalid(self):
        """The floor has the first of these states, later versions the other."""
        return bool(self.entry.states & {'invalid', 'invalid-entry'})

    def type_moment(self, text):
        self.entry.point()
        self.app.keys('ctrl+a')
        self.app.type_text(text)
        self.app.keys('Return')

    def choose(self, label, option, pops_up=False):
        """From the list of that name, by keyboard; one that is in what popped up can't be
        reached with the pointer."""
        app = self.app
        box = app.find('combo-box', label, shown)
        windows = len(app.x_windows())
        button = box.find('button')
        if pops_up:
            button.do()
        else:
            button.point()
        app.wait_until(lambda: len(app.x_windows()) > windows, None, f'{label} did not open')
        items = app.wait_until(lambda: box.find_all('list-item', where=shown), None,
                               f'{label} did not open')
        app.wait_until(lambda: any(item.has('focused') for item in items), None,
                       f'{label}: the keyboard is not in the list')
        names = [item.find('label').name for item in items]
        app.keys('Home', *['Down'] * names.index(option), 'Return')
        app.wait_until(lambda: button.find_all('label', option), None, f'{option} is not chosen')

    def menu(self, item, place):
        self.app.find('button', 'More of the preview', sample.can_click).do()
        sample.menu_item(self.app, item, place).do()

    def details(self):
        self.app.find('button', 'Details of the person', sample.can_click).do()


class Tests:
    def __init__(self, kaquan, folder):
        self.kaquan = kaquan
        self.folder = folder

    def open(self, name='double-11'):
        app = kqdrive.App([self.kaquan, sample.copy(self.folder, name)])
        return app

    def moment(self):
        """A moment is typed, in any way a date is written; what isn't one is said to be none."""
        with self.open() as app:
            preview = Preview(app)
            preview.type_moment('11-3 9:05')
            preview.says('9:05')
            assert preview.entry.text == '2026-11-03 09:05', preview.entry.text
            preview.type_moment('someday')
            app.wait_until(preview.is_invalid, None, 'not said to be none')
            problem = preview.entry.description
            assert problem, 'not said what is wrong'
            app.find('label', problem)
            preview.says('9:05')
            preview.type_moment('2026/11/8')
            preview.says('0:00')
            app.wait_until(lambda: not preview.is_invalid())
            assert not preview.entry.description, preview.entry.description
            app.kill()

    def steps(self):
        """From change to change and back, as far as there are any."""
        with self.open() as app:
            preview = Preview(app)
            preview.type_moment(BEGIN)
            app.wait_until(lambda: preview.words.name.startswith('Next:'), None, 'no next change')
            moments = []
            while preview.next.has('sensitive') and len(moments) < 50:
                before = preview.entry.text
                preview.next.do()
                app.wait_until(lambda before=before: preview.entry.text != before)
                moments.append(preview.entry.text)
                assert preview.words.name.startswith('Now:'), preview.words.name
            assert len(moments) > 1 and moments == sorted(moments), moments
            for moment in reversed(moments[:-1]):
                preview.previous.do()
                app.wait_until(lambda moment=moment: preview.entry.text == moment, None, moment)
            app.kill()

    def slide(self):
        """The slider goes over the whole period."""
        with self.open() as app:
            preview = Preview(app)
            preview.slider.set_value(0)
            app.wait_until(lambda: preview.entry.text == BEGIN, None, 'not at the beginning')
            preview.says('0:00')
            preview.slider.set_value(36 * 3600)
            app.wait_until(lambda: preview.entry.text == '2026-10-21 12:00')
            preview.says('12:00')
            app.kill()

    def people(self):
        """Others see other things; what was claimed was claimed by somebody else."""
        with self.open() as app:
            preview = Preview(app)
            claim = preview.phone.find('button', f'Claim: {COUPON}')
            claim.do()
            preview.lacks(f'Claim: {COUPON}')
            ticket = preview.phone.find('panel', COUPON)
            preview.says('Claimed', below=ticket)
            preview.choose('As', 'Visitor')
            preview.lacks(COUPON)
            app.find('label', 'Not a member: the join page opens')
            preview.phone.find('button', re.compile('^(Join|OK)'), shown).do()
            preview.phone.find('panel', 'Member benefits')
            app.kill()

    def stock(self):
        """What is used up can't be claimed any more."""
        with self.open() as app:
            preview = Preview(app)
            preview.details()
            preview.choose('Stock', 'Everything used up', pops_up=True)
            app.keys('Escape')
            preview.lacks(f'Claim: {COUPON}')
            preview.says('Used up', below=preview.phone.find('panel', COUPON))
            app.kill()

    def level(self):
        """Of another level, whose benefits are others."""
        with self.open() as app:
            preview = Preview(app)
            preview.says('至尊会员 · 5% off')
            preview.details()
            preview.choose('Member level', '普通会员', pops_up=True)
            app.keys('Escape')
            preview.says('普通会员')
            preview.says('Not available at your level')
            app.kill()

    def platform(self):
        """A platform's page shows that platform's objects only."""
        with self.open() as app:
            preview = Preview(app)
            preview.choose('On', 'Douyin')
            preview.lacks(COUPON)
            preview.says(DY_COUPON)
            app.kill()

    def page(self):
        with self.open() as app:
            preview = Preview(app)
            preview.choose('Page', 'Join')
            preview.says('You are a member')
            app.kill()

    def absent(self):
        """Why something isn't shown, of all that isn't and of what is selected."""
        with self.open() as app:
            preview = Preview(app)
            lines = sample.fold_out_absences(app)
            button = app.find('button', re.compile('configured, but not shown$'))
            app.wait_until(lambda: len(lines.find_all('list-item')) == int(button.name.split()[0]))
            sample.show(app, 'coupons')
            sample.select(app, 'Coupons', DY_COUPON)
            app.find('label', 'Coupon selected · Not shown: it belongs to Douyin')
            preview.choose('On', 'Douyin')
            app.find('label', re.compile('^Coupon selected · Shown'))
            app.kill()

    def story(self):
        """Phones side by side, by person and by moment; Escape closes them."""
        with self.open() as app:
            preview = Preview(app)
            window = sample.open_story(app)
            people = self.phones(window)
            assert len(people) > 5, people
            assert '至尊会员' in ' '.join(people), people
            app.focus_window(window)
            preview.choose('Side by side', 'By moment')
            moments = app.wait_until(lambda: self.phones(window) != people and self.phones(window))
            assert all(re.match(r'2026-1\d-\d\d \d\d:\d\d$', name) for name in moments), moments
            app.keys('Escape')
            app.wait_until(lambda: len(app.windows()) == 1, None, 'the story did not close')
            app.kill()

    @staticmethod
    def phones(window):
        """By name: what has a clock."""
        return [node.name for node in window.find_all('panel', where=lambda node: (
            node.name and node.find_all('label', re.compile(r'^\d+:\d\d$'))))]

    def copied(self):
        """All that the phone says, as text."""
        with self.open() as app:
            preview = Preview(app)
            preview.menu('Copy as Text', 2)
            app.find('label', 'Copied as text')
            preview.entry.point()
            app.keys('ctrl+a', 'ctrl+v')
            app.wait_until(lambda: COUPON in preview.entry.text, None, 'the text was not copied')
            assert '会员专享券' in preview.entry.text, preview.entry.text
            app.kill()


def main(kaquan):
    report = tap.Tap()
    tests = ['moment', 'steps', 'slide', 'people', 'stock', 'level', 'platform', 'page', 'absent',
             'story', 'copied']
    with kqdrive.Session(screen='1366x1100x24'):
        for name in tests:
            with tempfile.TemporaryDirectory() as folder:
                test = getattr(Tests(kaquan, folder), name)
                report.run(f'preview/{name}', test)
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
