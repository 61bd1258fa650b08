#!/usr/bin/env python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Desktops and a remote, without faults: what each has in the end.

    scenarios.py KAQUAN-CLI SYNC-CLIENT FAULT-PROXY BUILD-ROOT SOURCE-ROOT [TEST…]

Prints TAP.
"""
import base64
import hashlib
import json
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
import tap  # noqa: E402: beside the floors' folders
from couch import ADMIN, PASSWORD, Couch  # noqa: E402
from teamwork import BUILD, ROOT, same, team  # noqa: E402

PNG = base64.b64decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg'
                       'gg==')
SHA = hashlib.sha256(PNG).hexdigest()

tests = []


def test(function):
    tests.append(function)
    return function


@test
def what_one_saves_the_other_gets(couch):
    with team(couch, 'a', 'b') as (name, (a, b)):
        assert a.cli('import', f'{ROOT}/data/samples/double-11.campaign.json')[0] == 0
        report = a.sync()
        assert report['sent'] == 1 and report['picturesSent'] > 0, report
        assert b.sync()['received'] == 1
        same(a, b)
        assert a.listed()['double-11']['sync'] == b.listed()['double-11']['sync'] == 'synced'
        document = couch.documents(name)['campaign:double-11']
        assert set(document) == {'_id', '_rev', 'editId', 'mergedFrom', 'by', 'at', 'campaign'}, document
        assert all('data' not in asset for asset in document['campaign']['assets'].values())
        b.put('double-11', '/notes', 'from b')
        assert b.listed()['double-11']['sync'] == 'pending'
        b.sync()
        a.sync()
        assert a.campaign('double-11')['notes'] == 'from b'


@test
def nothing_to_do_sends_nothing(couch):
    with team(couch, 'a') as (name, (a,)):
        a.put('c', '/name', 'x')
        a.sync()
        before = couch.must('GET', f'/{name}')['update_seq']
        assert a.sync()['sent'] == 0 and a.sync()['received'] == 0
        assert couch.must('GET', f'/{name}')['update_seq'] == before


@test
def different_fields_are_merged(couch):
    with team(couch, 'a', 'b') as (_, (a, b)):
        a.put('c', '/name', 'x')
        a.sync()
        b.sync()
        a.put('c', '/name', 'from a')
        b.put('c', '/notes', 'from b')
        a.sync()
        assert b.sync()['merged'] == 1
        a.sync()
        same(a, b)
        assert a.campaign('c')['name'] == 'from a' and a.campaign('c')['notes'] == 'from b'
        assert a.conflicts() == b.conflicts() == []


@test
def the_same_field_is_a_conflict(couch):
    with team(couch, 'a', 'b') as (_, (a, b)):
        a.put('c', '/name', 'x')
        a.sync()
        b.sync()
        a.put('c', '/name', 'from a')
        b.put('c', '/name', 'from b')
        a.sync()
        b.sync(expected=1)
        a.sync()
        same(a, b)
        conflict, = b.conflicts()
        assert b.listed()['c']['sync'] == 'conflict'
        assert (conflict['campaign'], conflict['pointer'], conflict['base'], conflict['mine'],
                conflict['theirs'], conflict['by']) == ('c', '/name', 'x', 'from b', 'from a', ADMIN)
        assert b.cli('resolve', 'c', '/name', '--theirs', '--mine')[0] == 2
        assert b.cli('resolve', 'c', '/nowhere', '--mine')[0] == 2
        assert b.cli('resolve', 'c', '/name', '--value', '{}')[0] == 2
        assert b.conflicts() == [conflict]
        assert b.cli('resolve', 'c', '/name', '--value', '"third"') == (0, '', '')
        assert b.conflicts() == [] and b.cli('conflicts')[0] == 0
        b.sync()
        a.sync()
        same(a, b)
        assert a.campaign('c')['name'] == 'third'


@test
def a_conflict_that_was_edited_since_is_asked_anew(couch):
    with team(couch, 'a', 'b') as (_, (a, b)):
        a.put('c', '/name', 'x')
        a.sync()
        b.sync()
        a.put('c', '/name', 'from a')
        b.put('c', '/name', 'from b')
        a.sync()
        b.sync(expected=1)
        b.put('c', '/name', 'by hand')
        status, _, err = b.cli('resolve', 'c', '/name', '--theirs')
        assert status == 2 and 'since' in err, err
        conflict, = b.conflicts()
        assert conflict['mine'] == 'by hand', conflict
        assert b.cli('resolve', 'c', '/name', '--theirs')[0] == 0
        assert b.campaign('c')['name'] == 'from a'


@test
def what_others_decide_is_decided(couch):
    with team(couch, 'a', 'b') as (_, (a, b)):
        a.put('c', '/name', 'x')
        a.sync()
        b.sync()
        a.put('c', '/name', 'from a')
        b.put('c', '/name', 'from b')
        a.sync()
        b.sync(expected=1)
        a.sync()
        a.put('c', '/name', 'decided')
        a.sync()
        b.sync()
        assert b.conflicts() == [] and b.campaign('c')['name'] == 'decided'


@test
def a_deletion_is_taken_and_lies_in_the_bin(couch):
    with team(couch, 'a', 'b') as (name, (a, b)):
        a.put('c', '/name', 'x')
        a.put('d', '/name', 'y')
        a.sync()
        b.sync()
        a.client('state', 'c', '2')
        a.sync()
        b.sync()
        assert b.campaign('c') is None and b.campaign('d') is not None
        assert 'campaign:c' not in couch.documents(name)
        assert a.sync()['sent'] == 0 and b.sync()['sent'] == 0


@test
def a_deletion_that_is_undone_comes_back(couch):
    with team(couch, 'a', 'b') as (_, (a, b)):
        a.put('c', '/name', 'x')
        a.sync()
        b.sync()
        a.client('state', 'c', '2')
        a.sync()
        b.sync()
        a.client('state', 'c', '0')
        a.sync()
        b.sync()
        a.sync()
        same(a, b)
        assert b.campaign('c')['name'] == 'x'


@test
def edited_wins_over_deleted(couch):
    with team(couch, 'a', 'b') as (_, (a, b)):
        for campaign in ('c', 'd'):
            a.put(campaign, '/name', 'x')
        a.sync()
        b.sync()
        a.client('state', 'c', '2')
        b.put('c', '/name', 'edited')
        a.put('d', '/name', 'edited')
        b.client('state', 'd', '2')
        a.sync()
        status, _, err = b.cli('sync')
        assert status == 0 and 'c: ' in err and 'd: ' in err, err
        a.sync()
        b.sync()
        same(a, b)
        assert a.campaign('c')['name'] == a.campaign('d')['name'] == 'edited'


@test
def many_deletions_are_asked_about(couch):
    with team(couch, 'a', 'b', 'k') as (name, (a, b, keeper)):
        for i in range(9):
            a.put(f'c{i}', '/name', 'x')
        a.sync()
        b.sync()
        keeper.sync()
        for i in range(4):
            a.client('state', f'c{i}', '2')
        a.sync()
        assert '4 of 9' in b.sync(2)
        assert all(b.campaign(f'c{i}') for i in range(9)), 'nothing is deleted before it is confirmed'
        assert b.listed()['c0']['sync'] == 'deleted-by-team'
        b.sync(2)
        b.sync(0, '--deletions', 'delete')
        assert all(b.campaign(f'c{i}') is None for i in range(4))
        keeper.sync(2)
        keeper.sync(0, '--deletions', 'keep')
        b.sync()
        assert all(b.campaign(f'c{i}') for i in range(9))


@test
def two_campaigns_of_one_id_are_both_kept(couch):
    with team(couch, 'a', 'b') as (_, (a, b)):
        a.put('c', '/name', 'from a')
        b.put('c', '/name', 'from b')
        a.sync()
        status, _, err = b.cli('sync', '--server', b.url, '--user', b.user)
        assert status == 0 and 'c: ' in err, err
        a.sync()
        same(a, b)
        assert sorted(json.loads(text)['name'] for _, text in a.dump().values()) == ['from a', 'from b']
        assert a.campaign('c')['name'] == 'from a'


@test
def equal_campaigns_need_no_deciding(couch):
    with team(couch, 'a', 'b') as (_, (a, b)):
        for desktop in (a, b):
            desktop.put('c', '/name', 'same')
        a.sync()
        b.sync()
        assert len(b.dump()) == 1 and b.sync()['sent'] == 0
        same(a, b)


def figures(claims):
    return json.dumps({'rows': [{'object': 'd1', 'claims': claims}]}, separators=(',', ':'))


@test
def figures_travel(couch):
    with team(couch, 'a', 'b') as (name, (a, b)):
        a.put('c', '/name', 'x')
        a.client('facts', 'c', '2026-11-01', figures(1))
        a.sync()
        b.sync()
        same(a, b)
        assert b.dump()['facts:c:2026-11-01'][1] == figures(1)
        document = couch.documents(name)['facts:c:2026-11-01']
        assert document['facts'] == json.loads(figures(1)), document
        a.client('facts', 'c', '2026-11-01', figures(2))
        b.client('facts', 'c', '2026-11-01', figures(3))
        a.sync()
        b.sync()
        a.sync()
        same(a, b)
        assert a.dump()['facts:c:2026-11-01'][1] == figures(3)
        (kept,), = b.ask('SELECT content FROM sync_replaced_facts')
        assert json.loads(kept) == json.loads(figures(2))
        assert a.sync()['sent'] == b.sync()['sent'] == 0


@test
def hidden_versions_are_made_one(couch):
    """What a cluster does when two desktops write at once on two of its machines."""
    with team(couch, 'a', 'b', 'w') as (name, (a, b, watcher)):
        a.put('c', '/name', 'x')
        a.sync()
        b.sync()
        watcher.sync()
        document = couch.documents(name)['campaign:c']
        start = document['_rev'].split('-')[1]
        mine = dict(document['campaign'], notes='hidden notes', name='one')
        theirs = dict(document['campaign'], budget=500, name='two')
        couch.hide(name, 'campaign:c',
                   {'_rev': '2-aaaa', '_revisions': {'start': 2, 'ids': ['aaaa', start]},
                    'editId': 'edit-one', 'mergedFrom': [], 'campaign': mine},
                   {'_rev': '2-bbbb', '_revisions': {'start': 2, 'ids': ['bbbb', start]},
                    'editId': 'edit-two', 'mergedFrom': [], 'campaign': theirs})
        assert couch.documents(name)['campaign:c']['_conflicts'] == ['2-aaaa']
        a.sync(expected=1)
        after = couch.documents(name)['campaign:c']
        assert '_conflicts' not in after, after
        assert {'edit-one', 'edit-two'} <= set(after['mergedFrom']), after
        assert after['campaign']['notes'] == 'hidden notes' and after['campaign']['budget'] == 500
        conflict, = a.conflicts()
        assert {conflict['mine'], conflict['theirs']} == {'one', 'two'}
        b.sync()
        watcher.sync()
        same(a, b, watcher)


@test
def hiding_again_what_was_merged_changes_nothing(couch):
    """Broken off between writing what was merged and deleting what lost."""
    with team(couch, 'a', 'b') as (name, (a, b)):
        a.put('c', '/name', 'x')
        a.sync()
        document = couch.documents(name)['campaign:c']
        start = document['_rev'].split('-')[1]
        couch.hide(name, 'campaign:c',
                   {'_rev': '3-cccc', '_revisions': {'start': 3, 'ids': ['cccc', 'bbbb', start]},
                    'editId': 'merged', 'mergedFrom': ['edit-one', 'edit-two'],
                    'campaign': dict(document['campaign'], notes='decided later')},
                   {'_rev': '2-aaaa', '_revisions': {'start': 2, 'ids': ['aaaa', start]},
                    'editId': 'edit-one', 'mergedFrom': [],
                    'campaign': dict(document['campaign'], notes='lost')})
        a.sync()
        after = couch.documents(name)['campaign:c']
        assert '_conflicts' not in after and after['_rev'] == '3-cccc', after
        assert a.campaign('c')['notes'] == 'decided later'


@test
def a_database_made_anew_gets_everything_again(couch):
    with team(couch, 'a', 'b') as (name, (a, b)):
        for i in range(3):
            a.put(f'c{i}', '/name', f'x{i}')
        a.sync()
        b.sync()
        couch.must('DELETE', f'/{name}')
        couch.must('PUT', f'/{name}')
        b.put('c1', '/notes', 'meanwhile')
        a.sync()
        b.sync()
        a.sync()
        same(a, b)
        assert len(couch.documents(name)) == 4 and a.campaign('c1')['notes'] == 'meanwhile'


@test
def a_database_from_a_backup_gets_what_it_lost(couch):
    with team(couch, 'a', 'b') as (name, (a, b)):
        a.put('c', '/name', 'old')
        a.sync()
        b.sync()
        backup = list(couch.documents(name).values())
        a.put('c', '/name', 'new')
        a.put('later', '/name', 'later')
        a.sync()
        b.sync()
        couch.must('DELETE', f'/{name}')
        couch.must('PUT', f'/{name}')
        couch.must('POST', f'/{name}/_bulk_docs', {'new_edits': False, 'docs': backup})
        a.sync()
        b.sync()
        same(a, b)
        assert a.campaign('c')['name'] == 'new' and b.campaign('later') is not None
        assert couch.documents(name)['campaign:c']['campaign']['name'] == 'new'
        assert a.conflicts() == b.conflicts() == []


@test
def what_cannot_be_read_is_said_and_the_rest_goes_on(couch):
    with team(couch, 'a', 'b') as (name, (a, b)):
        a.put('c', '/name', 'x')
        a.sync()
        good = couch.documents(name)['campaign:c']['campaign']
        for identifier, document in {
                'campaign:other': {'campaign': good},
                'campaign:none': {'editId': 'e'},
                'campaign:text': {'campaign': 'x'},
                'campaign:wrong': {'campaign': dict(good, id='wrong', budget='much')},
                'campaign:not an id': {'campaign': good},
                'facts:c:yesterday': {'facts': {}},
                'facts:c:2026-11-02': {'facts': 7},
                'stranger': {'hello': 1}}.items():
            couch.must('PUT', f'/{name}/{identifier.replace(" ", "%20")}', document)
        a.put('d', '/name', 'behind them')
        a.sync(expected=1)
        report = b.sync(expected=1)
        assert report['unreadable'] == 8 and report['received'] == 2, report
        assert set(b.dump()) == {'c', 'd'}
        same(a, b)
        _, _, err = b.cli('sync')
        assert 'budget' in err and 'stranger' in err, err
        couch.must('PUT', f'/{name}/campaign:wrong',
                   {'_rev': couch.documents(name)['campaign:wrong']['_rev'],
                    'campaign': dict(good, id='wrong')})
        assert b.sync(expected=1)['unreadable'] == 7


@test
def pictures_that_are_wrong_or_cut_off_are_mended(couch):
    with team(couch, 'a', 'b', 'c') as (name, (a, b, c)):
        path = Path(a.library).parent / 'p.campaign.json'
        path.write_text(json.dumps({
            'format': 'kaquan-campaign', 'version': 1, 'id': 'p',
            'assets': {SHA: {'name': 'p.png', 'type': 'image/png', 'bytes': len(PNG), 'width': 1,
                             'height': 1, 'data': base64.b64encode(PNG).decode()}}}), encoding='utf-8')
        # What a broken upload leaves
        couch.must('PUT', f'/{name}/asset:{SHA}/data', b'')
        assert a.cli('import', path)[0] == 0
        a.sync()
        assert couch.ask('GET', f'/{name}/asset:{SHA}/data', raw=True)[1] == PNG
        b.sync()
        assert 'missing' not in b.dump()
        rev = couch.documents(name)[f'asset:{SHA}']['_rev']
        couch.must('PUT', f'/{name}/asset:{SHA}/data?rev={rev}', b'somebody else')
        c.sync()
        assert c.dump()['missing'] == ['0', SHA], c.dump()
        assert c.ask('SELECT count(*) FROM assets') == [(0,)]


@test
def names_of_what_is_wrong(couch):
    with team(couch, 'a') as (name, (a,)):
        for url, word in (('http://example.com/team', 'encrypted'), ('nonsense', 'address'),
                          ('ftp://127.0.0.1/team', 'address'),
                          ('https://admin:pw@127.0.0.1/team', 'password'),
                          ('https://no-such-host.invalid/team', 'no-such-host.invalid'),
                          (couch.url('nothere'), 'no such database'),
                          ('http://127.0.0.1:1/team', 'reached')):
            a.url = url
            err = a.sync(2)
            assert word in err and len(err.splitlines()) == 1, (url, err)
        a.url = couch.url(name)
        a.env['KAQUAN_PASSWORD'] = 'wrong'
        assert 'password' in a.sync(2)


@test
def the_password_is_nowhere(couch):
    with team(couch, 'a') as (_, (a,)):
        a.put('c', '/name', 'x')
        a.sync()
        secret = PASSWORD.encode()
        token = base64.b64encode(f'{ADMIN}:{PASSWORD}'.encode())
        for path in Path(a.library).parent.rglob('*'):
            if path.is_file():
                data = path.read_bytes()
                assert secret not in data and token not in data, path


@test
def another_server_is_another_team(couch):
    with team(couch, 'a', 'b') as (_, (a, b)), team(couch, 'x') as (_, (stranger,)):
        a.put('c', '/name', 'x')
        a.sync()
        stranger.put('c', '/name', 'another')
        stranger.sync()
        a.url = stranger.url
        a.sync()
        stranger.sync()
        same(a, stranger)
        assert len(a.dump()) == 2


def main():
    report = tap.Tap()
    chosen = sys.argv[6:]
    with Couch(BUILD) as couch:
        for function in tests:
            if not chosen or function.__name__ in chosen:
                report.run(f'sync/scenarios/{function.__name__}', function, couch)
    return report.finish()


if __name__ == '__main__':
    sys.exit(main())
