#!/usr/bin/python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A platform's table of a million rows: taken into a library, beside the same
file read by sqlite3's own .import. It prints and judges nothing.

    facts.py KAQUAN-CLI
"""
import datetime
import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 3
N_COUPONS = 200
N_ROWS = 1_000_000


def make_campaign():
    return {'format': 'kaquan-campaign', 'version': 1, 'id': 'c', 'coupons': [
        {'id': f'd{i}', 'externalId': str(7_110_000_000 + i), 'name': f'会员满599减{i}'}
        for i in range(N_COUPONS)]}


def write_table(path):
    """By day, coupon and hour, as an export has it."""
    chance = random.Random(1)
    first = datetime.date(2026, 1, 1)
    written = 0
    with open(path, 'w', encoding='utf-8') as file:
        file.write('日期,小时,优惠券ID,优惠券名称,领取数,使用数,订单数,成交金额(元),优惠金额(元)\n')
        for day in range(365):
            for coupon in range(N_COUPONS):
                for hour in range(9, 23):
                    if written == N_ROWS:
                        return
                    file.write(f'{first + datetime.timedelta(day)},{hour},{7_110_000_000 + coupon},'
                               f'会员满599减{coupon},{chance.randrange(5000)},{chance.randrange(900)},'
                               f'{chance.randrange(800)},{chance.randrange(10 ** 8) / 100:.2f},'
                               f'{chance.randrange(10 ** 6) / 100:.2f}\n')
                    written += 1


def timed(command):
    start = time.monotonic()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - start


def main(cli):
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        (folder / 'c.json').write_text(json.dumps(make_campaign()))
        table = folder / 'table.csv'
        write_table(table)
        print(f'{N_ROWS} rows, {table.stat().st_size / 1e6:.0f} MB')
        ours, bare = [], []
        for number in range(ROUNDS):
            library = folder / f'{number}.db'
            subprocess.run([cli, '--library', library, 'import', folder / 'c.json'], check=True,
                           stdout=subprocess.DEVNULL)
            bare.append(timed(['sqlite3', folder / f'{number}-bare.db', '.mode csv',
                               f'.import {table} t']))
            ours.append(timed([cli, '--library', library, 'facts', 'import', 'c', table]))
            print(f'  sqlite3 .import {bare[-1]:.2f} s, facts import {ours[-1]:.2f} s')
        again = timed([cli, '--library', library, 'facts', 'import', 'c', table])
        print(f'the same table again, every row replaced: {again:.2f} s')
        print(f'facts import / sqlite3 .import: '
              f'{statistics.median(ours) / statistics.median(bare):.2f} (at most 2)')


if __name__ == '__main__':
    main(sys.argv[1])
