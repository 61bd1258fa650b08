#!/usr/bin/env python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The report of a campaign as a spreadsheet, read back cell by cell, and on paper.

    report.py KAQUAN-CLI SOURCE-ROOT

Prints TAP.
"""

import json
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import cli
from cli import MINIMAL, run, sample, test, write

cli.tests.clear()

MAIN = '{http://schemas.openxmlformats.org/spreadsheetml/2006/main}'
REL = '{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id'


def read(path):
    """The sheets by name, each a list of rows."""
    with zipfile.ZipFile(path) as book:
        assert book.testzip() is None
        parts = {name: ElementTree.fromstring(book.read(name)) for name in book.namelist()
                 if name.endswith(('.xml', '.rels'))}
    strings = [''.join(t.text or '' for t in si.iter(f'{MAIN}t'))
               for si in parts['xl/sharedStrings.xml'].iter(f'{MAIN}si')]
    targets = {r.get('Id'): r.get('Target') for r in parts['xl/_rels/workbook.xml.rels']}
    return {sheet.get('name'): list(rows(parts['xl/' + targets[sheet.get(REL)]], strings))
            for sheet in parts['xl/workbook.xml'].iter(f'{MAIN}sheet')}


def rows(sheet, strings):
    for row in sheet.iter(f'{MAIN}row'):
        cells = {}
        for cell in row:
            assert cell.find(f'{MAIN}f') is None, 'a formula'
            if cell.find(f'{MAIN}v') is None:
                continue
            value = cell.find(f'{MAIN}v').text
            column = ord(cell.get('r')[0]) - ord('A')
            cells[column] = strings[int(value)] if cell.get('t') == 's' else float(value)
        yield [cells.get(i) for i in range(max(cells) + 1)] if cells else []


def table(sheet):
    """A sheet's rows as dictionaries by its header."""
    header, *body = sheet
    return [dict(zip(header, row + [None] * len(header))) for row in body]


def make(folder, campaign, facts=None, language='en'):
    library, out = Path(folder) / 'l.db', Path(folder) / 'r.xlsx'
    path = campaign if isinstance(campaign, str) else write(folder, campaign)
    assert run('--library', library, 'import', path)[0] == 0
    name = json.loads(Path(path).read_text())['id']
    if facts:
        status, _, err = run('--library', library, 'facts', 'import', name, write(folder, facts, 'f.csv'))
        assert status == 0, err
    status, text, err = run('--library', library, 'export', '--to', 'xlsx', name, out, language=language)
    assert status == 0 and text == b'' and err == '', err
    return library, read(out)


@test
def a_campaign_without_figures():
    with tempfile.TemporaryDirectory() as folder:
        _, book = make(folder, sample('double-11'))
        assert list(book) == ['Overview', 'Plan', 'Checks', 'What costs the most', 'Exposure', 'Lowest prices',
                              'By day', 'By coupon']
        _, out, _ = run('exposure', '--json', sample('double-11'))
        exposure = json.loads(out)
        overview = {row[0]: row[1] for row in book['Overview'] if len(row) > 1}
        assert round(overview['Cost at most'] * 100) == exposure['max']
        assert round(overview['Cost expected'] * 100) == exposure['expected']
        listed = table(book['Exposure'])
        assert [(round(row['Cost at most'] * 100), round(row['Cost expected'] * 100), row['Quantity'])
                for row in listed] == [(i['max'], i['expected'], i['quantity']) for i in exposure['items']]
        _, out, _ = run('prices', '--json', sample('double-11'))
        prices = json.loads(out)
        assert [round(row['Lowest price'] * 100) for row in table(book['Lowest prices'])] == [
            p['lowest'] for p in prices]


@test
def findings_as_check_lists_them():
    with tempfile.TemporaryDirectory() as folder:
        _, book = make(folder, sample('broken'))
        _, out, _ = run('check', '--json', sample('broken'))
        assert sorted(row['Rule'] for row in table(book['Checks'])) == sorted(
            f['rule'] for f in json.loads(out) if f['rule'] != 'KQ-BYTES') or \
            len(table(book['Checks'])) == len(json.loads(out))


CAMPAIGN = dict(MINIMAL, name='=1+1', claimRate=1000, useRate=500, coupons=[
    {'id': 'a', 'name': '=cmd()', 'amount': 333, 'quantity': 10, 'claimStart': '2026-11-01T00:00:00+08:00',
     'claimEnd': '2026-11-03T23:59:59+08:00'},
    {'id': 'b', 'name': '八折', 'discount': 'percent', 'percent': 80, 'quantity': 7}])
FACTS = ('日期,小时,券名称,领取数,使用数,订单数,成交金额,优惠金额\n'
         '2026-11-02,9,=cmd(),5,2,1,1234567.89,-0.01\n2026-11-04,,八折,1,,,,\n')


@test
def figures_to_the_fen():
    with tempfile.TemporaryDirectory() as folder:
        library, book = make(folder, CAMPAIGN, FACTS)
        days = table(book['By day'])
        assert [d['Date'] for d in days] == [f'2026-11-0{i}' for i in range(1, 5)]
        assert [d['Claims'] for d in days] == [None, 5, None, 1]
        assert days[1]['Sales'] == 1234567.89 and days[1]['Cost'] == -0.01
        assert [d['Claims expected'] for d in days] == [3, 3, 4, 0]
        assert sum(round(d['Cost expected'] * 100) for d in days) == 10 * 333 // 2
        coupons = {row['Name']: row for row in table(book['By coupon'])}
        assert coupons['=cmd()']['Claim rate'] == 0.5 and coupons['=cmd()']['Use rate'] == 0.4
        assert coupons['八折']['Use rate'] is None and coupons['八折']['Uses'] is None
        hours = table(book['By weekday and hour'])
        assert len(hours) == 7 * 24
        assert [(h['Weekday'], h['Hour']) for h in hours if h['Claims']] == [('Monday', 9)]
        overview = {row[0]: row[1] for row in book['Overview'] if len(row) > 1}
        assert overview['Cost at most'] == 'unbounded' and overview['Campaign'] == '=1+1'
        _, out, _ = run('--library', library, 'facts', 'show', '--json', 'c')
        totals = json.loads(out)['totals']
        assert round(overview['Sales'] * 100) == totals['sales']


SETUP = dict(MINIMAL, timeZone='Asia/Shanghai', levels=[{'id': 'l', 'platform': 'tmall', 'name': '高级会员', 'percent': 95}],
             coupons=[
    {'id': 'f', 'name': '五元券', 'platform': 'tmall', 'amount': 500, 'quantity': 100, 'levels': ['l'],
     'claimStart': '2026-10-31T16:00:00+00:00', 'claimEnd': '2026-11-07T23:59:59+08:00'},
    {'id': 'd', 'name': '抖音券', 'amount': 500, 'quantity': 100},
    {'id': 'v', 'name': '作废券', 'amount': 900, 'state': 'voided'},
    {'id': 'k', 'name': '礼包券', 'platform': 'tmall', 'purpose': 'gift-pack', 'discount': 'threshold',
     'amount': 1000, 'threshold': 19900}],
    giftPacks=[{'id': 'p', 'name': '新人包', 'coupons': ['k'], 'gift': {'name': '香薰片', 'quantity': 50}}],
    setup=[{'step': 'tmall-pack', 'done': True, 'by': '小王'}])


@test
def the_set_up_sheet():
    with tempfile.TemporaryDirectory() as folder:
        library, _ = make(folder, SETUP)
        out = Path(folder) / 's.xlsx'
        status, text, err = run('--library', library, 'export', '--to', 'setup', 'c', out)
        assert status == 0 and text == b'' and err == '', err
        book = read(out)
        assert list(book) == ['Douyin', 'Tmall']
        values = {(row['Object'], row['Field']): row['Value'] for row in table(book['Tmall'])}
        # Taobao and Tmall take a coupon without a threshold at face + 1 yuan.
        assert values['五元券', 'Threshold'] == '6.00' and values['礼包券', 'Threshold'] == '199.00'
        assert '2026-11-01 00:00:00' in [v for (o, _), v in values.items() if o == '五元券'], values
        assert ('五元券', '高级会员') in {(o, v) for (o, _), v in values.items()}
        assert values['新人包', 'Coupons'] == '礼包券'
        assert ('香薰片', '50') in {(o, v) for (o, _), v in values.items()}, values
        douyin = {(row['Object'], row['Field']): row['Value'] for row in table(book['Douyin'])}
        assert ('抖音券', 'Threshold') not in douyin and not [k for k in douyin if k[0] == '作废券']
        pack = [row for row in table(book['Tmall']) if '创建新活动' in (row['Where in the console'] or '')]
        assert [(row['Done'], row['By']) for row in pack] == [('done', '小王')]
        order = [row['Where in the console'] for row in table(book['Tmall']) if row['Where in the console']]
        assert [w for w in order if '客户关系管理' in w or '创建新活动' in w][0].startswith('官方渠道'), order


@test
def texts_that_are_no_use():
    with tempfile.TemporaryDirectory() as folder:
        name = '\u0001"<&>' + '长' * 40000
        _, book = make(folder, dict(MINIMAL, name=name, notes='x\n' * 1000, coupons=[
            {'id': 'a', 'name': 'n' * 40000, 'quantity': 1, 'amount': 1}]))
        assert len(table(book['Exposure'])[0]['Name']) == 32767


def charts(path):
    """What each chart takes its values from"""
    with zipfile.ZipFile(path) as book:
        texts = [book.read(name).decode() for name in sorted(book.namelist())
                 if name.startswith('xl/charts/chart')]
    return [re.findall(r'<c:val><c:numRef><c:f>([^<]*)', text) for text in texts]


@test
def charts_of_their_tables():
    with tempfile.TemporaryDirectory() as folder:
        _, book = make(folder, CAMPAIGN, FACTS)
        header = book['By day'][0]
        last = len(book['By day'])

        def column(name):
            letter = chr(ord('A') + header.index(name))
            return f"'By day'!${letter}$2:${letter}${last}"
        assert charts(Path(folder) / 'r.xlsx') == [
            ["'What costs the most'!$D$2:$D$3"],
            [column('Claims'), column('Claims expected')],
            [column('Uses'), column('Uses expected')],
            [column('Sales'), column('Cost')],
            ["'Most claimed'!$C$2:$C$3"]], charts(Path(folder) / 'r.xlsx')


@test
def what_costs_and_is_claimed_the_most():
    coupons = [{'id': f'c{i}', 'name': f'券{i}', 'quantity': 1, 'amount': i * 7 % 100 + 1} for i in range(60)]
    facts = '日期,券名称,领取数\n' + ''.join(f'2026-11-02,券{i},{i * 7 % 53}\n' for i in range(50))
    with tempfile.TemporaryDirectory() as folder:
        _, book = make(folder, dict(MINIMAL, coupons=coupons), facts)
        costs = [round(row['Cost at most'] * 100) for row in table(book['What costs the most'])]
        assert costs == sorted((c['amount'] for c in coupons), reverse=True)[:15], costs
        claims = [row['Claims'] for row in table(book['Most claimed'])]
        assert claims == sorted((i * 7 % 53 for i in range(50)), reverse=True)[:15], claims


def print_out(library, campaign, folder, language='en'):
    """The pages' text, each as lines"""
    out = Path(folder) / 'r.pdf'
    status, text, err = run('--library', library, 'export', '--to', 'pdf', campaign, out, language=language)
    assert status == 0 and text == b'' and err == '', err
    done = subprocess.run(['pdftotext', '-layout', out, '-'], check=True, capture_output=True, text=True)
    return done.stdout.split('\f')[:-1]


@test
def on_paper():
    with tempfile.TemporaryDirectory() as folder:
        library, book = make(folder, CAMPAIGN, FACTS)
        pages = print_out(library, 'c', folder)
        whole = '\n'.join(pages)
        assert [f'Page {i + 1}' in page for i, page in enumerate(pages)] == [True] * len(pages)
        assert all('=1+1' in page for page in pages), pages
        for cell in (cell for name in ('Overview', 'Plan', 'What costs the most', 'Exposure') for row in book[name] for cell in row):
            if isinstance(cell, str):
                assert cell in whole, (cell, whole)
        for text in ('¥1,234,567.89', '-¥0.01', '¥33.30', '¥16.65', 'unbounded', '2026-11-04'):
            assert text in whole, (text, whole)


@test
def long_tables_on_paper():
    with tempfile.TemporaryDirectory() as folder:
        library = make(folder, dict(MINIMAL, coupons=[
            {'id': f'c{i}', 'name': f'名称{i}', 'quantity': 1, 'amount': i + 1} for i in range(700)]))[0]
        pages = print_out(library, 'c', folder)
        whole = '\n'.join(pages)
        assert whole.count('200 more rows are in the spreadsheet') == 2, whole.count('more rows')
        assert '名称499' in whole and not re.search('名称500\\b', whole.split('Checks')[0])
        # The heading is on every page of the table.
        assert all('Quantity' in page or 'Severity' in page
                   for page in pages if re.search('名称[0-9]', page)), pages


@test
def anything_on_paper():
    with tempfile.TemporaryDirectory() as folder:
        library = make(folder, dict(MINIMAL, name='\u0001"<&>' + '长' * 40000, notes='x\n' * 5000, coupons=[
            {'id': 'a', 'name': 'n' * 40000 + '\u202e', 'quantity': 1, 'amount': 1}]))[0]
        assert len(print_out(library, 'c', folder)) < 10
        library = make(folder, dict(MINIMAL, id='empty'))[0]
        assert 'Nothing' in print_out(library, 'empty', folder)[0]


@test
def paper_in_chinese():
    with tempfile.TemporaryDirectory() as folder:
        library, _ = make(folder, CAMPAIGN, FACTS, language='zh_CN')
        for page in print_out(library, 'c', folder, language='zh_CN'):
            words = set(re.findall('[A-Za-z]{3,}', re.sub('KQ-[A-Z]+|kaquan|cmd', '', page)))
            assert not words, words


@test
def in_chinese():
    with tempfile.TemporaryDirectory() as folder:
        _, book = make(folder, CAMPAIGN, FACTS, language='zh_CN')
        assert not [name for name in book if name.isascii()], list(book)
        assert not [cell for sheet in book.values() for cell in sheet[0] if cell.isascii() and cell != '=1+1']


@test
def what_cannot_be_written():
    with tempfile.TemporaryDirectory() as folder:
        library, _ = make(folder, CAMPAIGN)
        for args in (['nobody', f'{folder}/x.xlsx'], ['c', f'{folder}/none/x.xlsx'], ['c', folder]):
            for kind in ('xlsx', 'pdf'):
                status, out, err = run('--library', library, 'export', '--to', kind, *args)
                assert status == 2 and out == b'' and err.count('\n') == 1, err
        status, out, err = run('--library', library, 'export', '--to', 'pages', 'c', 'x')
        assert status == 2 and 'xlsx' in err, err


if __name__ == '__main__':
    sys.exit(cli.main())
