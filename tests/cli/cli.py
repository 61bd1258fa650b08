#!/usr/bin/env python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What kaquan-cli prints, to which stream, and with which exit status.

    cli.py KAQUAN-CLI SOURCE-ROOT

Prints TAP.
"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'drive'))
from session import locale_env  # noqa: E402: of the driving library, which needs no display

CLI, ROOT = sys.argv[1], Path(sys.argv[2])
BUILD = Path(CLI).resolve().parents[1]
SAMPLES = ROOT / 'data' / 'samples'
CLEAN = ['double-11', 'douyin-month', 'mini-program-cards']
FINDING = ['file', 'rule', 'severity', 'pointer', 'object', 'message', 'source', 'fixable']
MINIMAL = {'format': 'kaquan-campaign', 'version': 1, 'id': 'c'}

# A campaign that the fixes can bring to no findings at all.
FIXABLE = dict(MINIMAL, shops=[{'id': 's', 'platform': 'douyin', 'name': '店'}],
               levels=[{'id': 'l', 'platform': 'douyin', 'name': '会员'}],
               coupons=[{
                   'id': 'a', 'name': '三元', 'amount': 300, 'perMember': 0, 'quantity': 10,
                   'claimStart': '2026-11-01T00:00:00+08:00', 'claimEnd': '2026-11-07T23:59:59+08:00',
                   'validity': 'days', 'useDays': 7}])

tests = []


def test(function):
    tests.append(function)
    return function


def sample(name):
    return str(SAMPLES / f'{name}.campaign.json')


def run(*args, stdin=None, language='en'):
    env = dict(os.environ, LC_ALL='', LANGUAGE='', XDG_DATA_HOME='/nonexistent')
    env.update(locale_env(language, BUILD))
    done = subprocess.run([CLI, *map(str, args)], input=stdin, capture_output=True, env=env,
                          timeout=60)
    return done.returncode, done.stdout, done.stderr.decode()


def write(folder, data, name='a.campaign.json'):
    path = Path(folder) / name
    if not isinstance(data, (bytes, str)):
        data = json.dumps(data, ensure_ascii=False)
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


def refused(data, *words, folder=None):
    """Refused with one line on standard error that has all of @words, and nothing else."""
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, data)
        for command in (['check'], ['check', '--json'], ['format'], ['gaps']):
            status, out, err = run(*command, path)
            assert status == 2, (command, status, err)
            assert err.count('\n') == 1 and err.endswith('\n'), err
            assert str(path) in err, err
            for word in words:
                assert word in err, (word, err)
            assert out in (b'', b'[]\n'), out


@test
def samples_are_clean_and_canonical():
    for name in CLEAN:
        status, out, err = run('check', '--json', '--strict', sample(name))
        assert (status, json.loads(out), err) == (0, [], ''), (name, out, err)
    for name in CLEAN + ['broken']:
        status, out, err = run('format', sample(name))
        assert status == 0 and out == Path(sample(name)).read_bytes(), (name, err)


@test
def findings_have_the_members_of_the_contract():
    status, out, err = run('check', '--json', sample('broken'))
    assert status == 1 and err == ''
    findings = json.loads(out)
    assert len(findings) > 20
    for finding in findings:
        assert list(finding) == FINDING, finding
        assert finding['file'] == sample('broken')
        assert finding['severity'] in ('error', 'warning', 'advice')
        assert finding['source'] in ('000', '001', '002', '003', '004', 'kaquan')
        assert finding['object'] and finding['message'] and isinstance(finding['fixable'], bool)


@test
def broken_sample_has_what_it_is_meant_to_have():
    expected = json.loads((ROOT / 'tests' / 'data' / 'broken-expected.json').read_text())
    found = {(f['rule'], f['object']) for f in json.loads(run('check', '--json', sample('broken'))[1])}
    rules = {rule for rule, _ in found}
    assert {e['rule'] for e in expected} <= rules, {e['rule'] for e in expected} - rules


@test
def warnings_fail_only_when_strict():
    with tempfile.TemporaryDirectory() as folder:
        campaign = dict(MINIMAL, levels=[{'id': 'l', 'platform': 'tmall', 'name': 'x'}])
        path = write(folder, campaign)
        assert run('check', path)[0] == 0
        assert run('check', '--strict', path)[0] == 1


@test
def text_is_for_people():
    status, out, err = run('check', sample('broken'))
    assert status == 1 and err == ''
    lines = out.decode().splitlines()
    assert any('DY-16' in line and '000' in line and 'raise the amount to ¥30' in line
               for line in lines), out
    assert 'errors: ' in lines[-1]


@test
def a_profile_that_raises_only_the_least_asks_for_as_many():
    coupon = next(each for each in json.loads(Path(sample('double-11')).read_text())['coupons']
                  if each['id'] == 'tb-back-10')
    campaign = dict(MINIMAL, coupons=[coupon], shops=[{'id': 's', 'platform': 'taobao'}])
    profile = json.loads((ROOT / 'data' / 'profiles' / 'taobao.json').read_text())
    profile['limits']['quantityPercentOfAudienceMin'] = 60
    with tempfile.TemporaryDirectory() as folder, tempfile.TemporaryDirectory() as profiles:
        path = write(folder, campaign)
        write(profiles, profile, 'taobao.json')
        assert json.loads(run('check', '--json', path)[1]) == []
        found, = json.loads(run('check', '--json', '--profiles', profiles, path)[1])
        assert found['rule'] == 'MF-08' and found['fixable'], found
        assert '60 %' in found['message'] and '12,000' in found['message'], found


@test
def what_has_no_name_is_called_by_its_kind():
    with tempfile.TemporaryDirectory() as folder:
        campaign = dict(MINIMAL, memberDay={'day': 32},
                        memberCenters=[{'id': 'c', 'platform': 'tmall', 'rulesText': 'x'}])
        lines = run('check', write(folder, campaign))[1].decode().splitlines()
        assert any('KQ-ENUM' in line and '“Member day”: “Day of the month”' in line
                   for line in lines), lines
        assert any('KQ-PLATFORM' in line and '“Member center c”' in line for line in lines), lines


@test
def one_refused_file_leaves_the_others():
    with tempfile.TemporaryDirectory() as folder:
        bad = write(folder, '{', 'bad.json')
        status, out, err = run('check', '--json', bad, sample('broken'), Path(folder) / 'none.json')
        assert status == 2 and err.count('\n') == 2, err
        assert {f['file'] for f in json.loads(out)} == {sample('broken')}


@test
def standard_input_and_output():
    data = Path(sample('broken')).read_bytes()
    assert run('format', '-', stdin=data)[1] == data
    assert run('format', '-o', '-', '-', stdin=data)[1] == data
    status, out, _ = run('check', '--json', '-', stdin=data)
    assert status == 1 and {f['file'] for f in json.loads(out)} == {'-'}


@test
def format_writes_elsewhere_or_not_at_all():
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, dict(MINIMAL, name='x', notes='', budget=500.0))
        before = path.read_bytes()
        out = Path(folder) / 'out.json'
        assert run('format', '-o', out, path)[0] == 0
        assert json.loads(out.read_text()) == dict(MINIMAL, name='x', budget=500)
        status, _, err = run('format', '-o', path, path)
        assert status == 2 and err.count('\n') == 1
        link = Path(folder) / 'link.json'
        link.symlink_to(path)
        assert run('format', '-o', link, path)[0] == 2
        assert path.read_bytes() == before
        assert run('format', '-o', Path(folder) / 'none' / 'x.json', path)[0] == 2
        assert sorted(os.listdir(folder)) == ['a.campaign.json', 'link.json', 'out.json']


@test
def a_full_disk_is_said():
    with open('/dev/full', 'wb') as full:
        done = subprocess.run([CLI, 'format', sample('broken')], stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2 and done.stderr.count(b'\n') == 1


@test
def embedded_pictures_stay_embedded():
    # The smallest PNG
    data = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mNgAAAAAgAB5Sfe/AAAAABJRU5ErkJggg=='
    name = 'a4d4c009619311d9b83904acfd62fe3b7f918c312522bbcc6ad51cdec4fd1edf'
    campaign = dict(MINIMAL, name='x', assets={name: {'type': 'image/png', 'bytes': 67, 'data': data, 'new': [1]}})
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, campaign)
        out = json.loads(run('format', path)[1])
        assert out == campaign and list(out['assets'][name]) == ['type', 'bytes', 'data', 'new']
        assert json.loads(run('check', '--fix', path)[1]) == campaign
        assert 'KQ-ASSET' not in run('check', path)[1].decode()
        campaign['assets'][name]['data'] = 'aGVsbG9v'
        assert 'KQ-ASSET' in run('check', write(folder, campaign))[1].decode()
        del campaign['assets'][name]['data']
        assert 'KQ-BYTES' in run('check', write(folder, campaign))[1].decode()


@test
def fixes_are_applied():
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, FIXABLE)
        before = path.read_bytes()
        assert run('check', path)[0] == 1
        status, out, _ = run('check', '--fix', path)
        coupon = json.loads(out)['coupons'][0]
        assert status == 0 and coupon['amount'] == 500 and 'perMember' not in coupon
        fixed = Path(folder) / 'fixed.json'
        assert run('check', '--fix', '-o', fixed, path)[0] == 0
        assert fixed.read_bytes() == out and path.read_bytes() == before
        assert run('check', fixed)[0] == 0
        assert run('check', '--fix', '-o', path, path)[0] == 2
        assert run('check', '--fix', path, fixed)[0] == 2
        assert run('check', '-o', fixed, path)[0] == 2


@test
def profiles_of_ones_own():
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, FIXABLE)
        profile = json.loads((ROOT / 'data' / 'profiles' / 'douyin.json').read_text())
        profile['limits']['fixedAmountMinFen'] = 300
        profile['severity'] = {'DY-03': 'advice'}
        write(folder, profile, 'douyin.json')
        status, out, err = run('check', '--json', '--profiles', folder, path)
        assert (status, err) == (0, '')
        severities = {f['rule']: f['severity'] for f in json.loads(out)}
        assert 'DY-15' not in severities and severities['DY-03'] == 'advice'
        profile['limits']['fixedAmountMinFen'] = 'three'
        write(folder, json.dumps(profile, indent=2), 'douyin.json')
        status, out, err = run('check', '--json', '--profiles', folder, path)
        assert status == 1 and 'DY-15' in out.decode()
        assert 'line ' in err and 'fixedAmountMinFen' in err and err.count('\n') == 1
        assert run('check', '--profiles', Path(folder) / 'none', path)[0] == 2


@test
def a_moment():
    assert run('check', '--at', '2026-11-11T20:00:00+08:00', sample('double-11'))[0] == 0
    for text in ('now', '2026-11-11', '2026-02-30T00:00:00Z', '2026-11-11T20:00:00'):
        status, _, err = run('check', '--at', text, sample('double-11'))
        assert status == 2 and text in err, err


@test
def what_is_computed_agrees_with_the_oracle():
    for command in ('gaps', 'exposure', 'prices'):
        for name in CLEAN + ['broken']:
            status, out, err = run(command, '--json', sample(name))
            oracle = subprocess.run([sys.executable, ROOT / 'tests' / 'oracle.py', command, sample(name)],
                                    capture_output=True, check=True).stdout
            assert status == 0 and json.loads(out) == json.loads(oracle), (command, name, err)
            assert run(command, sample(name))[0] == 0


@test
def calls_that_make_no_sense():
    for args in ([], ['nonsense'], ['check'], ['format'], ['format', 'a', 'b'], ['gaps', '--nonsense', 'a'],
                 ['check', '--at'], ['gaps', 'none.json']):
        status, out, err = run(*args)
        assert status == 2 and out == b'' and err.count('\n') == 1, (args, status, err)


@test
def a_command_of_two_words():
    for args in (['image'], ['image', 'chek', 'a.jpg'], ['image', '--help']):
        status, out, err = run(*args)
        assert status == 2 and out == b'' and err.count('\n') == 1, (args, status, err)
        assert all(word in err for word in ('image', 'check', 'fit', 'kinds')) and 'facts' not in err, err


@test
def help_is_there():
    for args in (['--help'], ['check', '--help'], ['format', '-h'], ['--version']):
        status, out, err = run(*args)
        assert status == 0 and out and err == '', args
    assert all(name in run('--help')[1].decode() for name in ('check', 'format', 'gaps', 'exposure', 'prices'))


@test
def chinese_is_spoken():
    status, out, err = run('check', sample('broken'), language='zh_CN')
    assert status == 1 and '抖音' in out.decode() and 'Douyin' not in out.decode(), out.decode()
    # A discount is said in tenths of what is paid: 满600减20.
    assert '只相当于9.67折' in out.decode() and '9.5折' in out.decode(), out.decode()
    assert '用法' in run('--help', language='zh_CN')[1].decode()
    status, _, err = run('check', 'none.json', language='zh_CN')
    assert status == 2 and not err.isascii(), err


# What isn't readable as a campaign

@test
def chinese_keeps_to_the_words_of_each_platform():
    coupons = [{'id': platform, 'platform': platform, 'quantity': -1, 'purpose': 'join-gift'}
               for platform in ('douyin', 'tmall', 'taobao', 'mini-program')]
    campaign = dict(MINIMAL, coupons=coupons,
                    activities=[{'id': 'a', 'coupon': 'douyin'}, {'id': 'b', 'coupon': 'taobao'}])
    with tempfile.TemporaryDirectory() as folder:
        _, out, _ = run('check', '--json', write(folder, campaign), language='zh_CN')
    messages = {finding['pointer']: finding['message'] for finding in json.loads(out)
                if finding['rule'] in ('KQ-ENUM', 'KQ-PURPOSE')}
    for i, word in enumerate(['发放量', '发行量', '发行量', '发放量']):
        assert f'“{word}”' in messages[f'/coupons/{i}/quantity'], messages
    for i, word in enumerate(['开卡礼', '入会礼']):
        assert f'“{word}”' in messages[f'/activities/{i}/coupon'], messages


@test
def not_a_file():
    with tempfile.TemporaryDirectory() as folder:
        fifo = Path(folder) / 'fifo'
        os.mkfifo(fifo)
        for path in (folder, fifo, Path(folder) / 'none', '/dev/zero', '/dev/null'):
            status, out, err = run('check', path)
            assert status == 2 and err.count('\n') == 1 and str(path) in err, (path, err)


@test
def not_json():
    refused('', 'line 1, column 1')
    refused('hello', 'line 1, column 1')
    refused('{\n  "format": kaquan\n}', 'line 2, column 13')
    refused(json.dumps(MINIMAL)[:-1], 'line 1')
    for text in ("{'format': 1}", '{"a": 1} // x', '{"a": 1,}', '[1 2]', '{"a": NaN}', '{"a": 01}', '{"a": +1}',
                 '{"a": .5}', '{"a": "\t"}', '\ufeff{}', '{"a": 1}{"a": 1}', '{"a": 1e400}', '{"a": -1e400}',
                 '{"a": "\\ud800"}', '{"a": "\\u0000"}', '{"a": "\\x41"}', '{"a": tru}'):
        refused(text, 'line 1, column')
    refused(b'{"a": "\xff"}', 'line 1, column')
    refused(b'{"a": "\xc0\x80"}', 'line 1, column')
    refused('{"a": 1, "a": 2}', 'line 1, column', '“a”')
    refused('{"a": 1, "\\u0061": 2}', 'line 1, column')


@test
def too_much():
    refused('[' * 200000, '64')
    refused('{"a":' * 200000, '64')
    refused(json.dumps(dict(MINIMAL, coupons=[{'id': f'c{i}'} for i in range(20001)])), '20')
    refused(json.dumps(dict(MINIMAL, notes='x' * (256 * 1024 + 1))), '256 KiB')
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'large.json'
        with open(path, 'wb') as large:
            large.truncate(200 * 1024 * 1024)
        status, _, err = run('check', path)
        assert status == 2 and '64 MiB' in err and err.count('\n') == 1, err


@test
def memory_stays_bounded():
    """Two hundred megabytes through a pipe are refused without being taken in."""
    script = f'head -c 209715200 /dev/zero | {{ ulimit -v 400000; exec "{CLI}" check -; }}'
    done = subprocess.run(['bash', '-c', script], capture_output=True)
    # The sanitizers reserve more address space than any limit would leave.
    if b'AddressSanitizer' not in done.stderr and b'ReserveShadow' not in done.stderr:
        assert done.returncode == 2 and b'64 MiB' in done.stderr, done.stderr


@test
def not_a_campaign():
    for data in ([], 1, 'x', None, {}, {'format': 'other'}, {'format': 1}, {'format': 'kaquan-campaign'},
                 {'format': 'kaquan-campaign', 'version': 0, 'id': 'c'},
                 {'format': 'kaquan-campaign', 'version': '1', 'id': 'c'}):
        refused(data, '/')


@test
def wrong_types_and_ids():
    for change, pointer in (
            ({'name': 1}, '/name'), ({'name': None}, '/name'), ({'budget': '5'}, '/budget'), ({'budget': 1.5}, '/budget'),
            ({'budget': 2 ** 53}, '/budget'), ({'start': '2026-11-11'}, '/start'), ({'start': 0}, '/start'),
            ({'start': '2026-02-30T00:00:00Z'}, '/start'), ({'coupons': {}}, '/coupons'), ({'coupons': [1]}, '/coupons/0'),
            ({'coupons': [{}]}, '/coupons/0/id'), ({'coupons': [{'id': 'a b'}]}, '/coupons/0/id'),
            ({'coupons': [{'id': ''}]}, '/coupons/0/id'), ({'coupons': [{'id': 'x' * 65}]}, '/coupons/0/id'),
            ({'coupons': [{'id': 'a'}, {'id': 'a'}]}, '/coupons/1/id'),
            ({'coupons': [{'id': 'a', 'levels': 'x'}]}, '/coupons/0/levels'),
            ({'coupons': [{'id': 'a', 'levels': [1]}]}, '/coupons/0/levels/0'),
            ({'coupons': [{'id': 'a', 'platform': 1}]}, '/coupons/0/platform'),
            ({'giftPacks': [{'id': 'a', 'gift': []}]}, '/giftPacks/0/gift'),
            ({'giftPacks': [{'id': 'a', 'gift': {'stock': True}}]}, '/giftPacks/0/gift/stock'),
            ({'memberCenters': [{'id': 'a', 'posters': [{'id': 'p', 'link': []}]}]}, '/memberCenters/0/posters/0/link'),
            ({'assets': []}, '/assets'), ({'assets': {'x': {'data': 1}}}, '/assets/x/data'), ({'id': 5}, '/id')):
        refused(dict(MINIMAL, **change), pointer)
    without = {'format': 'kaquan-campaign', 'version': 1}
    refused(without, '/id')


@test
def newer_versions():
    campaign = dict(MINIMAL, version=2, name='x', future={'a': [1, None]}, coupons=[{'id': 'a', 'magic': 1e300}])
    with tempfile.TemporaryDirectory() as folder:
        path = write(folder, campaign)
        status, out, err = run('format', path)
        assert status == 0 and json.loads(out) == campaign and err.count('\n') == 1, err
        assert run('check', path)[0] in (0, 1)
    refused(dict(campaign, coupons={}), '/coupons', '2')


@test
def what_is_only_wrong_is_a_finding():
    with tempfile.TemporaryDirectory() as folder:
        campaign = dict(MINIMAL, activities=[{'id': 'a', 'kind': 'unheard-of', 'coupon': 'nowhere'}])
        path = write(folder, campaign)
        status, out, err = run('check', '--json', path)
        rules = {f['rule'] for f in json.loads(out)}
        assert status == 1 and {'KQ-ENUM', 'KQ-REF'} <= rules and err == '', (rules, err)
        assert json.loads(run('format', path)[1]) == campaign


def main():
    print(f'1..{len(tests)}')
    failed = 0
    for number, function in enumerate(tests, 1):
        name = function.__name__.replace('_', ' ')
        try:
            function()
            print(f'ok {number} - {name}', flush=True)
        except Exception as error:
            failed += 1
            print(f'not ok {number} - {name}', flush=True)
            for line in f'{type(error).__name__}: {error}'.splitlines()[:20]:
                print(f'# {line[:400]}')
    return 1 if failed else 0


if __name__ == '__main__':
    sys.exit(main())
