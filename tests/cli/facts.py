#!/usr/bin/env python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Platforms' figures: facts import and facts show.

    facts.py KAQUAN-CLI SOURCE-ROOT

Prints TAP.
"""

import json
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import threading
from decimal import Decimal
from pathlib import Path

import cli
from cli import MINIMAL, run, test, write

cli.tests.clear()

COUPONS = [
    {'id': 'a', 'externalId': '7001', 'name': '满599减100'},
    {'id': 'b', 'externalId': '7002', 'name': '五元券', 'platform': 'tmall'},
    {'id': 'c', 'name': '同名', 'platform': 'tmall'},
    {'id': 'd', 'name': '同名', 'platform': 'taobao'},
]
CAMPAIGN = dict(MINIMAL, coupons=COUPONS, giftPacks=[{'id': 'p', 'externalId': '9', 'name': '礼包'}],
                activities=[{'id': 'e', 'name': '专享活动'}])
MAIN = ['claims', 'uses', 'orders', 'sales', 'cost']


class Library:
    """A library with the campaign, and a folder beside it."""

    def __enter__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / 'l.db'
        status, _, err = run('--library', self.path, 'import', write(self.folder.name, CAMPAIGN))
        assert status == 0, err
        return self

    def __exit__(self, *_):
        self.folder.cleanup()

    def file(self, data, name='f.csv'):
        path = Path(self.folder.name) / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return path

    def take(self, data, *args, name='f.csv', stdin=None):
        path = data if data == '-' else self.file(data, name)
        return run('--library', self.path, 'facts', 'import', *args, 'c', path, stdin=stdin)

    def taken(self, data, *args, **kwargs):
        status, out, err = self.take(data, *args, **kwargs)
        assert status == 0 and err == '', (status, out.decode(), err)
        return out.decode()

    def refused(self, data, *args, says=(), **kwargs):
        before = self.shown()
        status, out, err = self.take(data, *args, **kwargs)
        assert status == 2 and err.count('\n') == 1, (status, out, err)
        for text in says:
            assert text in err, err
        assert self.shown() == before
        return out.decode()

    def shown(self):
        status, out, err = run('--library', self.path, 'facts', 'show', '--json', 'c')
        assert status == 0 and err == '', err
        return json.loads(out)

    def rows(self):
        """By date and object, the members that were told."""
        return {(row.pop('date'), row.pop('object')): row for row in self.shown()['rows']}


HEAD = '日期,优惠券ID,优惠券名称,领取数,使用数,订单数,成交金额(元),优惠金额（元）\n'


@test
def the_machine_output():
    with Library() as library:
        assert library.shown() == {'rows': [], 'totals': dict.fromkeys(MAIN, 0)}
        library.taken(HEAD + '2026-11-02,7002,,5,4,3,2.00,1\n2026-11-01,,五元券,1,0,0,0.1,0\n'
                             '2026-11-01,7001,x,120,40,38,"12,995.50",-5.00\n')
        shown = library.shown()
        assert [list(row) for row in shown['rows']] == [['date', 'object', *MAIN]] * 3
        assert [list(row.values()) for row in shown['rows']] == [
            ['2026-11-01', 'a', 120, 40, 38, 1299550, -500],
            ['2026-11-01', 'b', 1, 0, 0, 10, 0],
            ['2026-11-02', 'b', 5, 4, 3, 200, 100]]
        assert list(shown['totals'].items()) == list(zip(MAIN, [126, 44, 41, 1299760, -400]))


@test
def in_every_encoding_and_with_every_separator():
    rows = [['日期', '券名称', '领取张数', '支付金额'], ['2026-11-01', '五元券', '3', '¥1,234.50']]
    for encoding in ('utf-8', 'utf-8-sig', 'gb18030', 'utf-16', 'utf-16-le', 'utf-16-be'):
        for separator in ',;\t':
            for end in ('\n', '\r\n', '\r'):
                text = end.join(separator.join(f'"{cell}"' for cell in row) for row in rows) + end
                if encoding in ('utf-16-le', 'utf-16-be'):
                    text = '\ufeff' + text
                with Library() as library:
                    library.taken(text.encode(encoding))
                    assert library.rows() == {('2026-11-01', 'b'): {
                        'claims': 3, 'uses': 0, 'orders': 0, 'sales': 123450, 'cost': 0}}


@test
def every_name_of_a_column():
    names = {
        'date': ['日期', 'date', 'Date', ' 统计日期 '],
        'claims': ['领取数', '领取张数', '领取量', 'claims', '领取数(张)', '领取数（张）'],
        'uses': ['使用数', '使用张数', '核销数', '核销量', 'uses'],
        'orders': ['订单数', '支付订单数', 'orders'],
        'sales': ['成交金额', '用券成交金额', '支付金额', '销售额', 'GMV', 'sales', '成交金额[元]'],
        'cost': ['优惠金额', '成本', 'cost', '优惠金额(元)'],
        'claimers': ['领取人数'], 'users': ['使用人数'], 'buyers': ['支付买家数'],
        'coupon': ['优惠券名称', '券名称', '活动名称', 'coupon'],
        'id': ['优惠券ID', '券批次ID', 'id', 'ID', '优惠券Id'],
    }
    for field, headers in names.items():
        for header in headers:
            columns = {'日期': '2026-11-01', '券名称': '五元券', '领取数': '9'}
            if field in ('date', 'coupon', 'claims'):
                del columns[{'date': '日期', 'coupon': '券名称', 'claims': '领取数'}[field]]
            columns[header] = {'date': '2026-11-01', 'coupon': '五元券', 'id': '7001'}.get(field, '7')
            with Library() as library:
                library.taken(','.join(columns) + '\n' + ','.join(columns.values()) + '\n')
                (key, row), = library.rows().items()
                assert key == ('2026-11-01', 'a' if field == 'id' else 'b'), (header, key)
                if field in row or field in ('claimers', 'users', 'buyers'):
                    assert row[field] == (700 if field in ('sales', 'cost') else 7), (header, row)


@test
def dates_in_four_forms():
    with Library() as library:
        forms = ['2026-11-01', '2026/11/1', '20261101', '2026年11月1日', '２０２６－１１－０１',
                 '2026-11-1 00:00:00', ' 2026-11-01 ']
        for number, form in enumerate(forms, 1):
            library.taken(f'date,coupon,claims\n{form},五元券,{number}\n')
            assert library.rows()['2026-11-01', 'b']['claims'] == number, form
        assert len(library.rows()) == 1
        for bad in ('2026-02-29', '2026-13-01', '1.11.2026', '2026-11', '0', '', '1999-12-31',
                    '2101-01-01', '99999-01-01', '2026-11-01x', '2026年11月', '-2026-11-01'):
            library.refused(f'date,coupon,claims\n{bad},五元券,1\n', says=['line 2'])


@test
def money_and_counts():
    good = {'5': 500, '5.00': 500, '5.0000': 500, '¥5': 500, '￥１，２３４．５０': 123450,
            '1,234.50': 123450, '-5.5': -550, '-¥5': -500, '5元': 500, '0.01': 1, '.5': 50,
            '10000000000': 10 ** 12, '-': 0, '': 0, '--': 0}
    with Library() as library:
        for cell, fen in good.items():
            library.taken(f'date\tcoupon\tsales\n2026-11-01\t五元券\t{cell}\n')
            assert library.rows()['2026-11-01', 'b']['sales'] == fen, cell
        for cell in ('5.001', 'abc', '1,23', '1e5', '99999999999999999999', '10000000000.01', '5 5',
                     '--5', '5.5.5', 'NaN', '0x10', '1_000'):
            library.refused(f'date\tcoupon\tsales\n2026-11-01\t五元券\t{cell}\n', says=['line 2'])
        for cell, count in {'12': 12, '1,234': 1234, '１２': 12, '12张': 12, '12.0': 12, '-3': -3}.items():
            library.taken(f'date\tcoupon\tclaims\n2026-11-01\t五元券\t{cell}\n')
            assert library.rows()['2026-11-01', 'b']['claims'] == count, cell
        for cell in ('1.5', 'x', '99999999999999999999', '12%'):
            library.refused(f'date\tcoupon\tclaims\n2026-11-01\t五元券\t{cell}\n', says=['line 2'])
        for header, cell, fen in (('sales(万元)', '1.2345', 1234500), ('sales(分)', '123', 123),
                                  ('sales（元）', '1.23', 123)):
            library.taken(f'date\tcoupon\t{header}\n2026-11-01\t五元券\t{cell}\n')
            assert library.rows()['2026-11-01', 'b']['sales'] == fen, header


@test
def found_by_id_then_by_name():
    with Library() as library:
        library.taken('date,id,coupon,claims\n2026-11-01,7001,五元券,1\n2026-11-02,?,五元券,2\n'
                      '2026-11-03,"=""7001""",,3\n2026-11-04,\'7002,,4\n2026-11-05,9,,5\n'
                      '2026-11-06,,专享活动,6\n')
        assert [key[1] for key in library.rows()] == ['a', 'b', 'a', 'b', 'p', 'e']
        library.refused('date,coupon,claims\n2026-11-01,同名,1\n', says=['line 2', '同名', 'several'])
        library.refused('date,coupon,claims\n2026-11-01,nobody,1\n', says=['line 2', 'nobody'])


@test
def replaced_never_added():
    with Library() as library:
        library.taken(HEAD + '2026-11-01,7001,,1,1,1,1,1\n2026-11-01,7002,,2,2,2,2,2\n')
        library.taken(HEAD + '2026-11-01,7001,,5,5,5,5,5\n2026-11-02,7001,,6,6,6,6,6\n')
        library.taken(HEAD + '2026-11-01,7001,,5,5,5,5,5\n2026-11-02,7001,,6,6,6,6,6\n')
        assert [(*key, row['claims']) for key, row in library.rows().items()] == [
            ('2026-11-01', 'a', 5), ('2026-11-01', 'b', 2), ('2026-11-02', 'a', 6)]
        # Within one file the last row counts.
        out = library.taken(HEAD + '2026-11-03,7001,,1,,,,\n2026-11-03,,满599减100,2,,,,\n')
        assert library.rows()['2026-11-03', 'a']['claims'] == 2 and '1' in out
        # What isn't told any more isn't kept from before either.
        library.taken('date,id,uses\n2026-11-01,7001,9\n')
        assert library.rows()['2026-11-01', 'a'] == {'claims': 0, 'uses': 9, 'orders': 0, 'sales': 0,
                                                    'cost': 0}


@test
def hours_add_up_to_their_day():
    with Library() as library:
        library.taken('日期,小时,券名称,领取数\n' + ''.join(
            f'2026-11-01,{hour},五元券,{hour}\n' for hour in range(24)))
        assert library.rows()['2026-11-01', 'b']['claims'] == sum(range(24))
        # Where times are told, midnight is an hour; where none is, it's only a day.
        library.taken('统计时间,券名称,领取数\n2026-11-02 00:00:00,五元券,1\n'
                      '2026-11-02 01:00:00,五元券,2\n2026-11-02 23:00,五元券,3\n')
        assert library.rows()['2026-11-02', 'b']['claims'] == 6
        library.taken('统计时间,券名称,领取数\n2026-11-02 00:00:00,五元券,7\n')
        assert library.rows()['2026-11-02', 'b']['claims'] == 7
        library.taken('日期,时段,券名称,领取数\n2026-11-02,09:00-10:00,五元券,8\n'
                      '2026-11-02,10时,五元券,1\n')
        assert library.rows()['2026-11-02', 'b']['claims'] == 9
        library.refused('日期,小时,券名称,领取数\n2026-11-01,24,五元券,1\n', says=['line 2', '24'])


@test
def columns_by_map():
    table = 'Tag;Gutschein;Menge;"a,b"\n2026-11-01;五元券;3;4,5\n'
    with Library() as library:
        library.refused(table, says=['date'])
        library.refused(table, '--map', 'date=Tag', says=['ID or name'])
        library.refused(table, '--map', 'date=Tag,coupon=2', says=['figures'])
        library.taken(table, '--map', 'date=Tag,coupon=2,claims=Menge')
        assert library.rows()['2026-11-01', 'b']['claims'] == 3
        # Remembered by the header
        library.taken(table.replace(';3;', ';8;'))
        assert library.rows()['2026-11-01', 'b']['claims'] == 8
        for bad in ('date', 'nothing=1', 'date=Datum', 'date=5', 'date=0', 'claims=-1', '=1'):
            library.refused(table, '--map', bad, says=[bad])
        library.taken('date,coupon,claims,cost\n2026-11-01,五元券,1,2\n', '--map', 'cost=')
        assert library.rows()['2026-11-01', 'b']['cost'] == 0


@test
def a_doubtful_header_is_asked_about():
    table = 'date,coupon,claims,claims\n2026-11-01,五元券,1,2\n'
    with Library() as library:
        library.refused(table, says=['Claims', '--map claims'])
        library.refused(table, '--map', 'claims=claims', says=['several'])
        library.taken(table, '--map', 'claims=4')
        assert library.rows()['2026-11-01', 'b']['claims'] == 2
        # The likelier of two names
        library.taken('date,coupon,支付金额,用券成交金额\n2026-11-02,五元券,1,2\n')
        assert library.rows()['2026-11-02', 'b']['sales'] == 200


@test
def titles_above_the_header():
    with Library() as library:
        library.taken('电商罗盘 优惠券数据\n导出时间：,2026-11-12\n\n' + HEAD + '2026-11-01,7001,,1,,,,\n')
        assert library.rows()['2026-11-01', 'a']['claims'] == 1
        library.refused('title\n\n' + HEAD + '"2026-11-01",7001,"a\nb",1,,,,\nx,7001,,1,,,,\n',
                        says=['line 6'])


@test
def bad_rows_by_their_lines():
    lines = [HEAD.strip()]
    for number in range(2, 302):
        lines.append(f'2026-11-01,7001,,{"x" if number % 2 else 1},,,,')
    text = '\r\n'.join(lines)
    with Library() as library:
        out = library.refused(text, says=['line 3', '150 rows', '--skip-bad'])
        listed = out.splitlines()
        assert [f'line {n}:' in line for n, line in zip(range(3, 203, 2), listed)] == [True] * 100
        assert '50' in listed[100] and len(listed) == 101
        status, out, err = library.take(text, '--json')
        answer = json.loads(out)
        assert status == 2 and answer['imported'] is False and answer['badRows'] == 150
        assert len(answer['bad']) == 100 and answer['bad'][0]['line'] == 3
        status, out, err = library.take(text, '--json', '--skip-bad')
        answer = json.loads(out)
        assert status == 0 and err == '' and answer['imported'] is True and answer['rows'] == 150
        assert library.rows()['2026-11-01', 'a']['claims'] == 1
        library.refused(HEAD + 'x,,,,,,,\n', '--skip-bad', says=['no row'])


@test
def standard_input():
    with Library() as library:
        library.taken('-', stdin=(HEAD + '2026-11-01,7001,,1,,,,\n').encode())
        assert library.rows()['2026-11-01', 'a']['claims'] == 1


@test
def refused_in_words():
    good = HEAD.encode() + b'2026-11-01,7001,,1,1,1,1,1\n'
    cases = {
        'empty': (b'', 'empty'),
        'blank': (b'\n\n  \n,,,\n', 'empty'),
        'a NUL': (good + b'2026-11-02,70\x0001,,1,1,1,1,1\n', 'line 3'),
        'UTF-16 without a mark': (HEAD.encode('utf-16-le'), 'UTF-16'),
        'a NUL in UTF-16': ((HEAD + 'a\0b').encode('utf-16'), 'line 2'),
        'no encoding': (good + b'\xff\xff\xff\n', 'line 3'),
        'not UTF-8 in spite of the mark': (b'\xef\xbb\xbf' + good + b'2026-11-02,\xb4\xf3\n', 'line 3'),
        'an unclosed quote': (good + b'2026-11-02,"7001,,1\n', 'line 3'),
        'ten thousand columns': (b','.join(b'c%d' % i for i in range(10000)) + b'\n', '256 columns'),
        'ten thousand cells': (good + b',' * 10000 + b'1\n', 'line 3'),
        'a huge cell': (good + b'2026-11-02,"' + b'x' * 100_000_000 + b'"\n', 'line 3'),
        'a huge unquoted cell': (good + b'2026-11-02,' + b'x' * 1_000_000 + b'\n', 'line 3'),
        'no table': (os.urandom(20000).replace(b'\0', b'\1'), ''),
    }
    for name, (data, says) in cases.items():
        with Library() as library:
            library.taken(good)
            library.refused(data, says=[says, 'f.csv'])


@test
def too_large_is_never_read():
    with Library() as library:
        path = library.file(b'')
        with open(path, 'r+b') as file:
            file.truncate(10 * 1024 ** 3)
        status, out, err = run('--library', library.path, 'facts', 'import', 'c', path)
        assert status == 2 and '512 MiB' in err, err
        for what in ('/dev/zero', library.folder.name, '/nonexistent.csv'):
            status, out, err = run('--library', library.path, 'facts', 'import', 'c', what)
            assert status == 2 and err.count('\n') == 1 and what in err, err


@test
def killed_it_is_all_or_nothing():
    rows = ''.join(f'2026-{m:02}-{d:02},7001,,{m},{d},1,1,1\n' for m in range(1, 13) for d in range(1, 29))
    with Library() as library:
        path = library.file(HEAD + rows)
        for delay in (0, 0.005, 0.01, 0.02, 0.04):
            process = subprocess.Popen([cli.CLI, '--library', library.path, 'facts', 'import', 'c', path],
                                       stdout=subprocess.DEVNULL)
            timer = threading.Timer(delay, process.kill)
            timer.start()
            process.wait(60)
            timer.cancel()
            assert len(library.rows()) in (0, 12 * 28)


@test
def what_cannot_be_asked():
    with Library() as library:
        for args in (['facts', 'import'], ['facts', 'import', 'c'], ['facts', 'show'],
                     ['facts', 'show', 'nobody'], ['facts', 'show', 'c', 'd'], ['facts'],
                     ['facts', 'import', 'nobody', write(library.folder.name, HEAD, 'x.csv')],
                     ['facts', 'import', '--map', 'c', 'x']):
            status, out, err = run('--library', library.path, *args)
            assert status == 2 and out == b'' and err.count('\n') == 1, (args, out, err)


@test
def like_an_independent_reckoning():
    """Random tables, several imports; what is shown is what Python's own dictionaries say."""
    chance = random.Random(11)
    with Library() as library:
        kept = {}
        for _ in range(6):
            rows, lines = {}, []
            for _ in range(300):
                day, of = f'2026-11-{chance.randint(1, 30):02}', chance.choice('ab')
                cells = [str(chance.randint(-50, 5000)) for _ in range(3)]
                cells += [str(Decimal(chance.randint(-10 ** 7, 10 ** 9)) / 100) for _ in range(2)]
                rows[day, of] = cells
                lines.append(','.join([day, {'a': '7001', 'b': '7002'}[of], '', *cells]))
            library.taken(HEAD + '\n'.join(lines))
            kept.update(rows)
        expected = {key: dict(zip(MAIN, [*map(int, cells[:3]), *(int(Decimal(c) * 100) for c in cells[3:])]))
                    for key, cells in kept.items()}
        assert library.rows() == dict(sorted(expected.items()))
        assert library.shown()['totals'] == {m: sum(row[m] for row in expected.values()) for m in MAIN}
        with sqlite3.connect(library.path) as db:
            assert db.execute('SELECT count(*) FROM facts').fetchone()[0] == len({k[0] for k in kept})
            assert db.execute('SELECT count(*) FROM fact_imports').fetchone()[0] == 6


@test
def chinese_is_spoken():
    with Library() as library:
        path = library.file(HEAD + 'x,7001,,1,,,,\n')
        status, out, err = run('--library', library.path, 'facts', 'import', 'c', path, language='zh_CN')
        assert status == 2 and '第2行' in err.replace(' ', '') and '日期' in err, err


if __name__ == '__main__':
    sys.exit(cli.main())
