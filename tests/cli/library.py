#!/usr/bin/env python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of the library: import, list, export.

    library.py KAQUAN-CLI SOURCE-ROOT

Prints TAP.
"""

import base64
import hashlib
import json
import os
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import cli
from cli import MINIMAL, run, sample, test, write

cli.tests.clear()

PNG = base64.b64decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg'
                       'gg==')
SHA = hashlib.sha256(PNG).hexdigest()
ITEM = ['id', 'name', 'start', 'end', 'updated', 'errors', 'sync']


def listed(library):
    status, out, err = run('list', '--json', '--library', library)
    assert status == 0 and err == '', err
    return json.loads(out)


def imported(library, *args, stdin=None):
    status, out, err = run('--library', library, 'import', *args, stdin=stdin)
    assert status == 0, err
    return out.decode(), err


@test
def what_goes_in_comes_out():
    with tempfile.TemporaryDirectory() as folder:
        library, out = Path(folder) / 'l.db', Path(folder) / 'out.json'
        imported(library, sample('double-11'))
        item, = listed(library)
        assert list(item) == ITEM and item['id'] == 'double-11' and item['errors'] == 0, item
        assert item['sync'] == '' and item['end'].endswith('23:59:59+08:00'), item
        status, _, err = run('export', '--library', library, 'double-11', out)
        assert status == 0 and err == '', err
        assert out.read_bytes() == Path(sample('double-11')).read_bytes()


@test
def an_empty_library_lists_nothing():
    with tempfile.TemporaryDirectory() as folder:
        assert listed(Path(folder) / 'new' / 'l.db') == []
        status, out, err = run('--library', f'{folder}/new/l.db', 'list')
        assert (status, out, err) == (0, b'', '')


@test
def the_library_of_the_user():
    with tempfile.TemporaryDirectory() as folder:
        env = dict(os.environ, XDG_DATA_HOME=folder, LC_ALL='C.UTF-8', LANGUAGE='')
        done = subprocess.run([cli.CLI, 'import', sample('double-11')], env=env, timeout=60,
                              capture_output=True)
        assert done.returncode == 0, done.stderr
        assert (Path(folder) / 'kaquan' / 'library.db').is_file()
        assert [c['id'] for c in listed(f'{folder}/kaquan/library.db')] == ['double-11']


@test
def the_option_stands_before_or_after():
    with tempfile.TemporaryDirectory() as folder:
        library = f'{folder}/l.db'
        for args in (['--library', library, 'import'], [f'--library={library}', 'import'],
                     ['import', '--library', library], ['import', f'--library={library}']):
            status, _, err = run(*args, sample('double-11'))
            assert status == 0, err
        assert len(listed(library)) == 1
        assert run('--library')[0] == 2
        assert run('--library', library)[0] == 2
        assert run('--library', library, '--help')[0] == 0
        assert run('--library', library, 'check', sample('double-11'))[0] == 0


@test
def errors_are_counted():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        imported(library, sample('broken'))
        status, out, _ = run('check', '--json', sample('broken'))
        errors = sum(f['severity'] == 'error' for f in json.loads(out))
        assert status == 1 and listed(library)[0]['errors'] == errors > 0


@test
def the_same_id_is_its_newest_version():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        for name in ('one', 'two', 'two'):
            imported(library, write(folder, dict(MINIMAL, name=name)))
        item, = listed(library)
        assert item['name'] == 'two'
        with sqlite3.connect(library) as db:
            versions = db.execute('SELECT number, name, kind FROM versions ORDER BY number').fetchall()
        assert versions == [(1, 'one', 1), (2, 'two', 1)], versions


@test
def a_copy_has_an_id_of_its_own():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        path = write(folder, dict(MINIMAL, name='x', future=[1]))
        imported(library, path)
        imported(library, '--copy', path)
        imported(library, '--copy', path)
        ids = {c['id'] for c in listed(library)}
        assert len(ids) == 3 and 'c' in ids, ids
        for each in ids:
            out = json.loads(run('export', '--library', library, each, '-')[1])
            assert out == dict(MINIMAL, id=each, name='x', future=[1]), out


@test
def one_refused_file_leaves_the_others():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        bad = write(folder, '{"format": "kaquan-campaign"', 'bad.json')
        status, out, err = run('import', '--library', library, sample('double-11'), bad,
                               f'{folder}/none.json', sample('douyin-month'))
        assert status == 2 and err.count('\n') == 2 and str(bad) in err and 'none.json' in err, err
        assert out.count(b'\n') == 2
        assert {c['id'] for c in listed(library)} == {'double-11', 'douyin-month'}


@test
def each_is_told_of_on_one_line():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        out, _ = imported(library, write(folder, dict(MINIMAL, name='上\n下\r左')))
        assert out.count('\n') == 1 and '“上 下 左”' in out, out
        status, out, _ = run('list', '--library', library)
        assert status == 0 and out.count(b'\n') == 1 and '“上 下 左”' in out.decode(), out


@test
def an_id_may_begin_with_a_dash():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        imported(library, write(folder, dict(MINIMAL, id='-x')))
        for names in (['-x', '-'], ['-x', f'{folder}/out.json']):
            status, _, err = run('export', '--library', library, '--', *names)
            assert status == 0, err
        assert json.loads(Path(folder, 'out.json').read_bytes())['id'] == '-x'
        status, _, err = run('export', '--library', library, '--', '-x', '-', '-')
        assert status == 2 and 'where to' in err, err


@test
def standard_input_and_output():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        data = Path(sample('double-11')).read_bytes()
        imported(library, '-', stdin=data)
        status, out, err = run('export', '--library', library, 'double-11', '-')
        assert (status, out, err) == (0, data, '')
        assert sorted(p.name for p in Path(folder).iterdir()) == ['l.db']


def picture(**members):
    return dict(MINIMAL, assets={SHA: dict({'name': 'p.png', 'type': 'image/png', 'width': 1,
                                            'height': 1, 'bytes': len(PNG)}, **members)})


@test
def pictures_embedded_or_beside():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        embedded = picture(data=base64.b64encode(PNG).decode())
        imported(library, write(folder, embedded))

        beside = Path(folder) / 'beside.campaign.json'
        assert run('export', '--library', library, 'c', beside)[0] == 0
        assert json.loads(beside.read_text()) == picture()
        assert (Path(folder) / 'beside.assets' / f'{SHA}.png').read_bytes() == PNG

        whole = Path(folder) / 'whole.json'
        assert run('export', '--embed', '--library', library, 'c', whole)[0] == 0
        assert json.loads(whole.read_text()) == embedded
        assert not (Path(folder) / 'whole.assets').exists()
        assert json.loads(run('export', '--embed', '--library', library, 'c', '-')[1]) == embedded

        other = Path(folder) / 'other.db'
        imported(other, beside)
        assert json.loads(run('export', '--embed', '--library', other, 'c', '-')[1]) == embedded


@test
def a_picture_that_is_missing_or_another_is_said():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        for campaign in (picture(), picture(data='AAAA')):
            _, err = imported(library, write(folder, campaign))
            assert err.count('\n') == 1 and '1' in err, err
            out = json.loads(run('export', '--embed', '--library', library, 'c', '-')[1])
            assert out == picture(), out


@test
def formats_that_are_known():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        imported(library, sample('double-11'))
        assert run('export', '--to', 'campaign', '--library', library, 'double-11', '-')[0] == 0
        status, out, err = run('export', '--to', 'pages', '--library', library, 'double-11', '-')
        assert status == 2 and out == b'' and 'campaign' in err and err.count('\n') == 1, err


@test
def calls_that_make_no_sense():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        for args in (['import'], ['list', 'x'], ['export'], ['export', 'x'], ['export', 'a', 'b', 'c'],
                     ['export', 'nobody', '-'], ['list', '--nonsense']):
            status, out, err = run('--library', library, *args)
            assert status == 2 and out == b'' and err.count('\n') == 1, (args, err)


@test
def what_cannot_be_a_library():
    with tempfile.TemporaryDirectory() as folder:
        os.mkfifo(f'{folder}/fifo')
        for path in (folder, f'{folder}/fifo', '/dev/null', '/proc/none/l.db'):
            status, out, err = run('--library', path, 'list')
            assert status == 2 and out == b'' and err.count('\n') == 1 and path.split('/l.db')[0] in err, err


@test
def another_file_is_set_aside_and_said():
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, 'Dear diary', 'l.db')
        status, out, err = run('--library', path, 'list', '--json')
        assert status == 0 and json.loads(out) == [] and err.count('\n') == 1, err
        kept, = Path(folder).glob('l.db.foreign-*')
        assert kept.read_text() == 'Dear diary' and str(kept) in err


@test
def damage_is_recovered_from_and_said():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        imported(library, *map(sample, cli.CLEAN))
        data = bytearray(library.read_bytes())
        data[:4096] = b'\0' * 4096
        library.write_bytes(data)
        status, out, err = run('--library', library, 'list', '--json')
        assert status == 0 and {c['id'] for c in json.loads(out)} == set(cli.CLEAN), err
        assert err.count('\n') == 1 and '3' in err and 'damaged-' in err, err
        status, _, err = run('--library', library, 'list', language='zh_CN')
        assert status == 0 and err == ''


@test
def a_newer_library_is_left_alone():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        imported(library, sample('double-11'))
        with sqlite3.connect(library) as db:
            db.execute('PRAGMA user_version = 99')
        db.close()
        before = library.read_bytes()
        for args in (['list'], ['import', sample('douyin-month')]):
            status, out, err = run('--library', library, *args)
            assert status == 2 and out == b'' and err.count('\n') == 1 and str(library) in err, err
        assert library.read_bytes() == before


@test
def two_at_once():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        paths = []
        for i in range(40):
            paths.append(write(folder, dict(MINIMAL, id=f'c{i}', name=f'n{i}'), f'{i}.json'))
        env = dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE='')
        running = [subprocess.Popen([cli.CLI, '--library', library, 'import', *paths[i::4]], env=env,
                                    stdout=subprocess.DEVNULL) for i in range(4)]
        assert [each.wait(60) for each in running] == [0] * 4
        assert {c['id'] for c in listed(library)} == {f'c{i}' for i in range(40)}


@test
def a_full_disk_is_said_and_loses_nothing():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        imported(library, sample('double-11'))
        before = listed(library)
        # Ignored, a file that may not grow any more is an error like a full disk.
        done = subprocess.run(['sh', '-c', 'trap "" XFSZ; ulimit -f 0; exec "$@"', 'sh', cli.CLI, '--library',
                               library, 'import', sample('broken')],
                              env=dict(os.environ, LC_ALL='C.UTF-8', LANGUAGE=''), timeout=60,
                              capture_output=True, text=True)
        assert done.returncode == 2 and done.stdout == '', done.stdout
        line, = done.stderr.splitlines()
        assert str(library) in line and 'save a copy elsewhere' in line, line
        assert listed(library) == before
        imported(library, sample('broken'))
        assert len(listed(library)) == 2


@test
def an_empty_file_is_a_new_library():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        library.touch()
        imported(library, sample('double-11'))
        assert len(listed(library)) == 1
        assert {p.name for p in Path(folder).iterdir()} <= {'l.db', 'l.db-wal', 'l.db-shm'}


@test
def what_was_not_counted_is_counted():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        imported(library, sample('broken'))
        errors = listed(library)[0]['errors']
        with sqlite3.connect(library) as db:
            db.execute('UPDATE campaigns SET errors = -1, warnings = -1, advice = -1')
        db.close()
        assert errors > 0 and listed(library)[0]['errors'] == errors


@test
def pictures_are_looked_into():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        data = base64.b64encode(PNG).decode()
        facts = {'type': 'image/png', 'width': 1, 'height': 1, 'bytes': len(PNG), 'data': data}
        for ident, width in ('true', 1), ('false', 2):
            imported(library, write(folder, dict(MINIMAL, id=ident, assets={SHA: dict(facts, width=width)})))
        errors = {item['id']: item['errors'] for item in listed(library)}
        assert errors == {'true': 0, 'false': 1}, errors
        with sqlite3.connect(library) as db:
            db.execute('UPDATE campaigns SET errors = -1')
        db.close()
        assert {item['id']: item['errors'] for item in listed(library)} == errors


@test
def pictures_that_stay_behind_are_spoken_of():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        data = base64.b64encode(PNG).decode()
        facts = {'type': 'image/png', 'width': 1, 'height': 1, 'bytes': len(PNG), 'data': data}
        imported(library, write(folder, dict(MINIMAL, id='p', assets={SHA: facts})))
        status, out, err = run('export', '--library', library, 'p', '-')
        assert status == 0 and b'data' not in out and '1 picture' in err and '--embed' in err, err
        status, out, err = run('export', '--library', library, '--embed', 'p', '-')
        assert status == 0 and err == '' and data.encode() in out, err


@test
def chinese_is_spoken():
    with tempfile.TemporaryDirectory() as folder:
        library = Path(folder) / 'l.db'
        status, out, err = run('--library', library, 'import', sample('broken'), language='zh_CN')
        assert status == 0 and '已导入' in out.decode(), out.decode()
        status, out, err = run('--library', library, 'export', 'x', '-', language='zh_CN')
        assert status == 2 and '方案库' in err, err


if __name__ == '__main__':
    sys.exit(cli.main())
