#!/usr/bin/python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The translation: complete, up to date, and in the words that operators use."""
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import tap

# As meson's preset 'glib' for i18n.gettext(), which po/meson.build uses.
XGETTEXT = [
    'xgettext', '--from-code=UTF-8', '--add-comments',
    '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
    '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
    '--flag=N_:1:pass-c-format', '--flag=C_:2:pass-c-format', '--flag=NC_:2:pass-c-format',
]

CALL = re.compile(r'(?<![A-Za-z0-9_])(?:_|N_|C_|NC_|ngettext|g_dngettext|g_dpgettext2) ?\(')
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.DOTALL)
MARKED = re.compile(r'translatable\s*=\s*["\'](?:yes|true|1)["\']')
TEXT_FILES = ('*.desktop.in', '*.metainfo.xml.in')

# What glossary.md rules out: machine-made words, and two characters that look
# like the one for a coupon. A campaign is a 方案; 活动 is what it holds.
FORBIDDEN = ['权限', '加盟赠品', '暴露', '连接积分', '劵', '卷', '活动库', '...', '。。。']


def unquote(text):
    return ''.join(re.findall(r'"((?:\\.|[^"\\])*)"', text))


def parse(text):
    """{(context, id, plural): [translations]} of a .po or .pot, without its header."""
    entries = {}
    for block in re.split(r'\n\s*\n', text):
        lines = [line for line in block.splitlines() if not line.startswith('#')]
        fields = {}
        keyword = None
        for line in lines:
            match = re.match(r'(msg[a-z_]+(?:\[\d+\])?)\s+(".*")', line)
            if match:
                keyword = match[1]
                fields[keyword] = unquote(match[2])
            elif keyword:
                fields[keyword] += unquote(line)
        if fields.get('msgid'):
            key = (fields.get('msgctxt'), fields['msgid'], fields.get('msgid_plural'))
            entries[key] = [value for name, value in fields.items() if name.startswith('msgstr')]
    return entries


def translatable(root):
    """The files of the tree that hold texts to translate."""
    found = set()
    for path in (root / 'app').rglob('*.[ch]'):
        if CALL.search(COMMENT.sub(' ', path.read_text(encoding='utf-8'))):
            found.add(path)
    for path in (root / 'app').rglob('*.ui'):
        if MARKED.search(path.read_text(encoding='utf-8')):
            found.add(path)
    for pattern in TEXT_FILES:
        found.update((root / 'data').rglob(pattern))
    return {str(path.relative_to(root)) for path in found}


def listed(root):
    lines = (root / 'po' / 'POTFILES.in').read_text(encoding='utf-8').splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith('#')]


def extract(root):
    files = [name for name in listed(root) if (root / name).exists()]
    if not files:
        return {}
    run = subprocess.run([*XGETTEXT, '--output=-', f'--directory={root}', *files],
                         capture_output=True, text=True, check=False)
    if run.returncode:
        raise RuntimeError(run.stderr)
    return parse(run.stdout)


def msgfmt(po):
    """What msgfmt has to say against a .po: errors, untranslated, fuzzy."""
    run = subprocess.run(['msgfmt', '--check', '--statistics', '-o', os.devnull, str(po)],
                         capture_output=True, text=True, check=False,
                         env={**os.environ, 'LC_ALL': 'C'})
    found = [run.stderr] if run.returncode else []
    return found + [line for line in run.stderr.splitlines() if re.search('fuzzy|untranslated', line)]


def complaints(root):
    """What is wrong with the translation of one tree, by the name of the check."""
    names = listed(root)
    have = translatable(root)
    texts = extract(root)
    languages = (root / 'po' / 'LINGUAS').read_text(encoding='utf-8').split()
    found = {
        'POTFILES.in lists every source': sorted(have - set(names)),
        'POTFILES.in lists nothing else': sorted(set(names) - have),
        'POTFILES.in is in order': [] if names == sorted(set(names)) else names,
        # xgettext stops at a macro such as G_GINT64_FORMAT.
        'no text is cut off': [key[1] for key in texts
                               if any(re.search(r'(?<!%)(%%)*%$', part) for part in key[1:] if part)],
        'dots are one character': [key[1] for key in texts if '...' in key[1]],
    }
    for language in languages:
        po = root / 'po' / f'{language}.po'
        entries = parse(po.read_text(encoding='utf-8'))
        found[f'{language} is complete and right'] = msgfmt(po)
        found[f'{language} has all texts'] = [key[1] for key in set(texts) - set(entries)]
        found[f'{language} has no other texts'] = [key[1] for key in set(entries) - set(texts)]
        found[f'{language} keeps to the glossary'] = [
            f'{word}: {text}' for values in entries.values() for text in values
            for word in FORBIDDEN if word in text]
    return found


HEADER = ('msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Language: zh_CN\\n"\n'
          '"Project-Id-Version: kaquan\\n"\n"PO-Revision-Date: 2026-11-01 00:00+0800\\n"\n'
          '"Last-Translator: x\\n"\n"Language-Team: x\\n"\n"MIME-Version: 1.0\\n"\n'
          '"Content-Transfer-Encoding: 8bit\\n"\n"Plural-Forms: nplurals=1; plural=0;\\n"\n\n')
SMALL = {
    'app/ui/kq-a.c': 'const char *\nf (int n)\n{\n  /* not _("this") */\n  g_print (_("Claim"));\n'
                     '  return ngettext ("%d coupon", "%d coupons", n);\n}\n',
    'app/ui/kq-b.ui': '<interface><object class="GtkLabel"><property name="label" '
                      'translatable="yes">Levels</property></object></interface>\n',
    'po/LINGUAS': 'zh_CN\n',
    'po/POTFILES.in': '# comment\napp/ui/kq-a.c\napp/ui/kq-b.ui\n',
    'po/zh_CN.po': HEADER + 'msgid "Claim"\nmsgstr "领取"\n\n'
                   '#, c-format\nmsgid "%d coupon"\nmsgid_plural "%d coupons"\nmsgstr[0] "%d张券"\n\n'
                   'msgid "Levels"\nmsgstr "会员等级"\n',
}
ADDED = 'msgid "Gone"\nmsgstr "没了"\n'
# A change to the small tree above, and the check that must then complain.
PLANTED = [
    ('nothing', {}, None),
    ('an unlisted source', {'app/ui/kq-c.c': '_("Claim")'}, 'POTFILES.in lists every source'),
    ('an unlisted C_ ()', {'app/ui/kq-c.c': 'C_ ("a", "Claim")'}, 'POTFILES.in lists every source'),
    ('an unlisted .ui', {'app/ui/kq-c.ui': '<a translatable="yes">'}, 'POTFILES.in lists every source'),
    ('an unlisted desktop entry', {'data/k.desktop.in': ''}, 'POTFILES.in lists every source'),
    ('a listed file that is gone', {'po/POTFILES.in': SMALL['po/POTFILES.in'] + 'app/ui/kq-z.c\n'},
     'POTFILES.in lists nothing else'),
    ('disorder', {'po/POTFILES.in': 'app/ui/kq-b.ui\napp/ui/kq-a.c\n'}, 'POTFILES.in is in order'),
    ('an untranslated text', {'po/zh_CN.po': SMALL['po/zh_CN.po'].replace('领取', '')},
     'zh_CN is complete and right'),
    ('a fuzzy text', {'po/zh_CN.po': SMALL['po/zh_CN.po'].replace('#, c-format', '#, fuzzy, c-format')},
     'zh_CN is complete and right'),
    ('a wrong format', {'po/zh_CN.po': SMALL['po/zh_CN.po'].replace('%d张', '%s张')},
     'zh_CN is complete and right'),
    ('a new text', {'app/ui/kq-a.c': SMALL['app/ui/kq-a.c'] + 'char *x = N_("New");\n'},
     'zh_CN has all texts'),
    ('a text cut off by a macro',
     {'app/ui/kq-a.c': SMALL['app/ui/kq-a.c'] + 'char *x = N_("of %" G_GINT64_FORMAT);\n',
      'po/zh_CN.po': SMALL['po/zh_CN.po'] + '\nmsgid "of %"\nmsgstr "的%"\n'}, 'no text is cut off'),
    ('a text that ends in a percent sign',
     {'app/ui/kq-a.c': SMALL['app/ui/kq-a.c'] + 'char *x = N_("%d %%");\n',
      'po/zh_CN.po': SMALL['po/zh_CN.po'] + '\nmsgid "%d %%"\nmsgstr "%d%%"\n'}, None),
    ('a text that is gone', {'po/zh_CN.po': SMALL['po/zh_CN.po'] + '\n' + ADDED},
     'zh_CN has no other texts'),
] + [(f'the word {word}', {'po/zh_CN.po': SMALL['po/zh_CN.po'].replace('领取', word)},
      'zh_CN keeps to the glossary') for word in FORBIDDEN] + [
    ('three dots', {'app/ui/kq-a.c': SMALL['app/ui/kq-a.c'].replace('Claim', 'Claim...'),
                    'po/zh_CN.po': SMALL['po/zh_CN.po'].replace('Claim', 'Claim...')},
     'dots are one character'),
]


def planted(change):
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / 'data').mkdir()
        for name, text in {**SMALL, **change}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding='utf-8')
        return [name for name, found in complaints(root).items() if found]


def main(root):
    report = tap.Tap()
    for name, change, wanted in PLANTED:
        found = planted(change)
        report.check(f'i18n/planted/{name}', found == ([wanted] if wanted else []),
                     f'wanted: {wanted}', f'got: {found}')
    for name, found in complaints(root).items():
        report.check(f'i18n/{name}', not found, *found)
    return report.finish()


if __name__ == '__main__':
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1
                       else os.path.dirname(os.path.dirname(os.path.abspath(__file__))))))
