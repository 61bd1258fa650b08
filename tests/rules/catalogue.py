#!/usr/bin/python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Where each rule of the catalogue is honoured.

    catalogue.py SOURCE-ROOT

The catalogue numbers every rule that the five source documents state, and says
by letters how the software honours it: E, W and A by a check that finds an
error, a warning, an advice; M by what the model can say; P by the preview;
G by guidance.

- E, W, A: a row of that id in app/rules/, and in tests/rules/ a case in which
  exactly that is found, and a twin beside it.
- P: a test of that id in tests/view/, which asks what a persona sees. So it is
  with MF-51, which no letter fits: the page says whose it is.
- M, G: the places named here. A field is looked for in the model, a limit in
  the profiles, a call in the sources; an issue is what will bring it.
"""
import json
import re
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import tap  # noqa: E402

CATALOGUE = '''
DY-01 E
DY-02 MP  word coupon.purpose join-gift
DY-03 EMP field coupon.perMember
DY-04 M   field campaign.coupons
DY-05 EM  field coupon.scope, field coupon.discount
DY-06 P
DY-07 E
DY-08 EM  field coupon.claimStart, field coupon.useDays
DY-09 M   issue 9
DY-10 M   word coupon.state voided
DY-11 WM  field coupon.name
DY-12 AM  field memberDay.weekday, issue 7
DY-13 W
DY-14 G   issue 7
DY-15 E
DY-16 E
DY-17 A
DY-18 G   issue 7
DY-19 A
DY-20 G   issue 7
TM-01 MP  word giftPack.audience new-members
TM-02 EM  field giftPack.coupons, field giftPack.gift
TM-03 EM  field giftPack.start, field gift.url
TM-04 E
TM-05 M   field giftPack.end
TM-06 E
TM-07 MP  call kq_pack_list_inside
TM-08 E
TM-09 E
TM-10 E
TM-11 E
TM-12 M   call kq_pack_get_total
TM-13 MP  field gift.quantity
TM-14 MP  call gift_cost
TM-15 E
TM-16 MP  field giftPack.popupStart
TM-17 P
TM-18 MP  word giftPack.audience members
TM-19 M   word giftPack.audience members
TM-20 E
TM-21 EMP field giftPack.levels
TM-22 E
TM-23 MP  field giftPack.popupEnd
TM-24 P
TM-25 MP  word activity.kind new-member-exclusive
TM-26 P
TM-27 MP  word giftPack.audience new-members
TM-28 E
TM-29 G   issue 7
TB-01 MP  field level.minSpend
TB-02 M   field level.minSpend, field level.minOrders
TB-03 E
TB-04 G   issue 9
TB-05 M   field memberCenter.rulesText
TB-06 EM  field memberCenter.rulesText
TB-07 P
TB-08 MP  field memberCenter.benefits, field memberCenter.posters
TB-09 WM  field memberCenter.draftSavedAt
TB-10 M   field memberCenter.draftSavedAt
TB-11 EM  field memberCenter.facePreset
TB-12 EA
TB-13 EM  field memberCenter.benefits
TB-14 E
TB-15 P
TB-16 P
TB-17 E
TB-18 M   rule TM-02, rule TM-06
TB-19 M   limit packGiftAlone
TB-20 E
TB-21 E
TB-22 M   word benefit.exchange supermarket-card
TB-23 E
TB-24 E
TB-25 AM  field benefit.text
TB-26 E
TB-27 AP
TB-28 E
TB-29 EM  field poster.link
TB-30 EA
TB-31 P
TB-32 M   field memberCenter.draftSavedAt, field memberCenter.publishedAt
TB-33 G   issue 9
TB-34 M   field tabApplication.at, issue 7
TB-35 E
TB-36 G   issue 9
TB-37 WG  issue 9
TB-38 G   issue 9
TB-39 P
TB-40 G   issue 7
MF-01 M   word coupon.discount fixed, word coupon.discount threshold
MF-02 A
MF-03 G   issue 7
MF-04 E
MF-05 A
MF-06 WM  field coupon.threshold
MF-07 A
MF-08 A
MF-09 W
MF-10 WM  field coupon.claimEnd
MF-11 E
MF-12 G   issue 7
MF-13 E
MF-14 A
MF-15 WA
MF-16 M   field product.coupon
MF-17 G   issue 7
MF-18 MP  field fission.people
MF-19 A
MF-20 E
MF-21 A
MF-22 A
MF-23 A
MF-24 MP  field fission.people
MF-25 A
MF-26 A
MF-27 MP  word coupon.channel member-exclusive
MF-28 M   call kq_prices_compute
MF-29 P
MF-30 G   issue 7
MF-31 W
MF-32 EP
MF-33 A
MF-34 A
MF-35 E
MF-36 E
MF-37 MP  word activity.kind new-member-exclusive
MF-38 MP  word activity.kind member-exclusive
MF-39 EP
MF-40 WP
MF-41 MP  field activity.hidden
MF-42 A
MF-43 A
MF-44 G   issue 7
MF-45 W
MF-46 W
MF-47 M   word block.kind coupon, word block.kind products
MF-48 WM  field landingPage.title
MF-49 AMP word block.tone orange
MF-50 E
MF-51 -
MF-52 W
MF-53 P
MF-54 G   issue 7
MF-55 G   issue 9
MP-01 MP  word memberCard.kind free
MP-02 G   issue 7
MP-03 EM  field memberCard.match, field memberCard.spend
MP-04 P
MP-05 EM  field memberCard.price
MP-06 M   field memberCard.validFrom, field memberCard.validTo
MP-07 A
MP-08 MA  field memberDay.event
MP-09 AMP field memberCard.faceImage
MP-10 W
MP-11 A
MP-12 EM  field memberCard.kind
MP-13 W
MP-14 EM  word memberCard.distribution poster
MP-15 P
'''

OURS = '''
KQ-REF E
KQ-VOID E
KQ-ENUM E
KQ-WINDOW E
KQ-LEVEL E
KQ-PURPOSE E
KQ-PLATFORM W
KQ-STOCK E
KQ-ASSET E
KQ-BYTES A
KQ-BUDGET W
KQ-LENGTH A
KQ-LINK W
'''

SEVERITIES = {'E': 'error', 'W': 'warning', 'A': 'advice'}
ROW = re.compile(r'(?:[({] ?|[A-Z]+, )"((?:DY|TM|TB|MF|MP|KQ)-[0-9A-Z]+)",')


def parse(table):
    """{id: (classes, [what honours M], [what honours G])}"""
    rules = {}
    for line in table.split('\n'):
        if not line:
            continue
        rule, classes, *places = line.split(None, 2)
        groups = [[place.strip() for place in group.split(',')]
                  for group in (places[0].split(';') if places else [])]
        if rule in rules:
            raise ValueError(f'{rule} is there twice')
        rules[rule] = classes, groups
    return rules


def read(folder, pattern):
    return '\n'.join(path.read_text(encoding='utf-8') for path in sorted(folder.glob(pattern)))


def kebab(name):
    return re.sub(r'[A-Z]', lambda letter: '-' + letter[0].lower(), name)


class Sources:
    def __init__(self, root):
        self.root = root
        self.rules = read(root / 'app/rules', '*.c')
        self.tests = read(root / 'tests/rules', '*.c')
        self.views = read(root / 'tests/view', 'test-*.c')
        self.rows = set(ROW.findall(self.rules))
        self.limits = set()
        for path in (root / 'data/profiles').glob('*.json'):
            self.limits |= set(json.loads(path.read_text(encoding='utf-8'))['limits'])

    def has_word(self, place, word):
        model, _ = place.split('.')
        shared = (self.root / 'app/model/kq-words.c').read_text(encoding='utf-8')
        own = self.root / f'app/model/kq-{kebab(model)}.c'
        return re.search(rf'{{ "{word}",', own.read_text(encoding='utf-8') + shared)

    def has_field(self, place):
        model, member = place.split('.')
        path = self.root / f'app/model/kq-{kebab(model)}.c'
        return path.exists() and re.search(rf'= {{ "{member}", KQ_FIELD_',
                                           path.read_text(encoding='utf-8'))

    def has(self, place):
        """Whether one of the catalogue's places is there."""
        kind, name, *word = place.split()
        if kind == 'field':
            return self.has_field(name)
        if kind == 'word':
            return self.has_field(name) and self.has_word(name, *word)
        if kind == 'limit':
            return name in self.limits
        if kind == 'rule':
            return name in self.rows
        if kind == 'call':
            return re.search(rf'^{name} \(', self.rules, re.MULTILINE)
        return kind == 'issue' and name in '7 9'.split()

    def missing(self, rule, classes, groups):
        """What the catalogue promises of a rule and isn't there."""
        if set(classes) & set(SEVERITIES):
            if rule not in self.rows:
                yield 'no check'
            if len(re.findall(rf'"{rule}/', self.tests)) < 2:
                yield 'no case and its twin in tests/rules'
        for letter in set(classes) & set(SEVERITIES):
            if not re.search(rf'"{rule} {SEVERITIES[letter]} ', self.tests):
                yield f'no test finds it as {SEVERITIES[letter]}'
        if set(classes) & set('P-') and not re.search(rf'{{ "{rule}",|"/view/{rule}/', self.views):
            yield 'no test of the preview in tests/view'
        if len(groups) != len(set(classes) & set('MG')):
            yield f'{len(groups)} places for {classes}'
        for place in (place for group in groups for place in group):
            if not self.has(place):
                yield f'no {place}'


def main(root):
    report = tap.Tap()
    sources = Sources(Path(root))
    catalogue, ours = parse(CATALOGUE), parse(OURS)
    report.check('catalogue/159 rules', len(catalogue) == 159, len(catalogue))
    for prefix, last in (('DY', 20), ('TM', 29), ('TB', 40), ('MF', 55), ('MP', 15)):
        numbered = [rule for rule in catalogue if rule.startswith(prefix)]
        wanted = [f'{prefix}-{number:02}' for number in range(1, last + 1)]
        report.check(f'catalogue/{prefix} has no gap', numbered == wanted, numbered)
    for rule, (classes, groups) in (catalogue | ours).items():
        found = list(sources.missing(rule, classes, groups))
        report.check(f'catalogue/{rule}', not found, *found)

    checked = {rule for rule, (classes, _) in (catalogue | ours).items()
               if set(classes) & set(SEVERITIES)}
    report.check('catalogue/no check but these', sources.rows <= checked,
                 *sorted(sources.rows - checked))
    waiting = [rule for rule, (_, groups) in catalogue.items()
               if any(place.startswith('issue') for group in groups for place in group)]
    print(f'# {len(checked)} rules are checked, {len(waiting)} also wait for an issue: '
          + ' '.join(waiting))
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
