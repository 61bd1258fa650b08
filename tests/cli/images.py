#!/usr/bin/env python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""kaquan-cli image check, image fit, image kinds, face, poster and qr: files of many kinds, and hostile ones.

    images.py KAQUAN-CLI IMAGES SOURCE-ROOT

IMAGES is the folder that make-images has filled. Prints TAP.
"""

import base64
import hashlib
import json
import os
import resource
import struct
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parent), str(HERE.parent / 'drive')]
import tap  # noqa: E402
from session import locale_env  # noqa: E402: of the driving library, which needs no display

CLI, IMAGES, ROOT = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3])
BUILD = Path(CLI).resolve().parents[1]
MEMBERS = ['file', 'kind', 'ok', 'type', 'width', 'height', 'bytes', 'orientation', 'colour', 'profile',
           'bits', 'alpha', 'animated', 'whole', 'problem', 'misses']
MISS = ['what', 'severity', 'actual', 'required', 'message']
SECONDS, MEMORY = 2, 300 * 1024
SANITIZED = b'__asan_init' in Path(CLI).read_bytes()

tests = []


def test(function):
    tests.append(function)
    return function


def run(*args, language='en'):
    env = dict(os.environ, LC_ALL='', LANGUAGE='', XDG_DATA_HOME='/nonexistent')
    env.update(locale_env(language, BUILD))
    done = subprocess.run([CLI, *map(str, args)], capture_output=True, env=env, timeout=100)
    return done.returncode, done.stdout, done.stderr.decode()


def check(kind, *files):
    status, out, err = run('image', 'check', '--json', '--for', kind, *files)
    return status, json.loads(out), err


def misses(kind, file):
    """What is amiss as {what: severity}, and the whole verdict."""
    status, found, err = check(kind, file)
    assert len(found) == 1 and list(found[0]) == MEMBERS and err == '', (found, err)
    verdict = found[0]
    for miss in verdict['misses']:
        assert list(miss) == MISS and miss['message'], miss
    severities = {miss['what']: miss['severity'] for miss in verdict['misses']}
    assert verdict['ok'] == ('error' not in severities.values()), verdict
    assert status == (0 if verdict['ok'] else 1), (status, verdict)
    return severities, verdict


def fit(kind, source, out, *options):
    return run('image', 'fit', '--for', kind, *options, source, out)


def pixel(path, x, y):
    """What ImageMagick sees there."""
    out = subprocess.run(['convert', path, '-format', f'%[fx:floor(255*p{{{x},{y}}}.r)] '
                          f'%[fx:floor(255*p{{{x},{y}}}.g)] %[fx:floor(255*p{{{x},{y}}}.b)]', 'info:'],
                         check=True, capture_output=True, text=True).stdout
    return [int(value) for value in out.split()]


def close(found, wanted, by=12):
    assert all(abs(f - w) <= by for f, w in zip(found, wanted)), (found, wanted)


def segment(data):
    """The file with a segment of that data after its first marker."""
    original = (IMAGES / 'face.jpg').read_bytes()
    return original[:2] + data + original[2:]


def chunk(kind, data):
    return struct.pack('>I', len(data)) + kind + data + struct.pack('>I', zlib.crc32(kind + data))


def png(width, height, *chunks, bits=8, colours=2):
    header = struct.pack('>IIBBBBB', width, height, bits, colours, 0, 0, 0)
    return b'\x89PNG\r\n\x1a\n' + chunk(b'IHDR', header) + b''.join(chunks) + chunk(b'IEND', b'')


@test
def what_fits():
    for kind, name in (('card-face', 'face.jpg'), ('card-face', 'face.png'), ('card-face', 'progressive.jpg'),
                       ('card-face', 'interlaced.png'), ('card-face', 'palette.png'), ('card-face', 'grey.jpg'),
                       ('poster', 'poster.jpg')):
        assert misses(kind, IMAGES / name)[0] == {}, (kind, name)


@test
def every_miss_is_said_at_once():
    found, verdict = misses('poster', IMAGES / 'alpha.png')
    assert found == {'type': 'error', 'pixels': 'error', 'bytes': 'error', 'alpha': 'advice'}, found
    by = {miss['what']: miss for miss in verdict['misses']}
    assert (by['type']['actual'], by['type']['required']) == ('image/png', ['image/jpeg'])
    assert (by['pixels']['actual'], by['pixels']['required']) == ([1404, 700], [1402, 400])
    assert (by['bytes']['actual'], by['bytes']['required']) == (verdict['bytes'], 512000)


@test
def what_else_can_be_wrong():
    for name, wanted in (
            ('narrow.jpg', {'pixels': 'error'}),
            ('cmyk.jpg', {'colour': 'error'}),
            ('cmyk-without-profile.jpg', {'colour': 'error'}),
            ('p3.jpg', {'colour': 'warning'}),
            ('srgb-as-c2.jpg', {}),
            ('wide-as-srgb.jpg', {'colour': 'warning'}),
            ('adobe-by-exif.jpg', {'colour': 'warning'}),
            ('sixteen.png', {'bits': 'warning'}),
            ('turned-6.jpg', {'pixels': 'error', 'orientation': 'warning'}),
            ('turned-3.jpg', {'orientation': 'warning'}),
            ('still.webp', {'type': 'error', 'pixels': 'error'}),
            ('animated.webp', {'type': 'error', 'pixels': 'error', 'animated': 'error'})):
        assert misses('card-face', IMAGES / name)[0] == wanted, (name, misses('card-face', IMAGES / name))


@test
def the_decimal_reading_is_advice():
    original = (IMAGES / 'face.jpg').read_bytes()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'a.jpg'
        for size, wanted in ((2000000, {}), (2000001, {'bytes': 'advice'}), (2097152, {'bytes': 'advice'}),
                             (2097153, {'bytes': 'error'})):
            path.write_bytes(original + bytes(size - len(original)))
            assert misses('card-face', path)[0] == wanted, size


@test
def in_words():
    status, out, err = run('image', 'check', '--for', 'card-face', IMAGES / 'narrow.jpg', IMAGES / 'face.jpg')
    assert status == 1 and err == '' and '1400 × 700' in out.decode() and '1404 × 700' in out.decode()
    status, out, _ = run('image', 'check', '--for', 'card-face', IMAGES / 'cmyk.jpg', language='zh_CN')
    assert status == 1 and 'CMYK' in out.decode() and '印刷' in out.decode(), out.decode()


@test
def a_name_says_nothing():
    with tempfile.TemporaryDirectory() as folder:
        for name, data in (('a.jpg', b'<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
                           ('b.jpg', b'<!DOCTYPE html><html></html>'), ('c.png', b''), ('d.jpg', b'GIF89a' + bytes(50)),
                           ('e.png', b'BM' + bytes(100)), ('f.jpg', b'%PDF-1.4'), ('g.jpg', b'P6 9 9 255 ' + bytes(243)),
                           ('h.jpg', b'II*\0' + bytes(100))):
            path = Path(folder) / name
            path.write_bytes(data)
            found, verdict = misses('card-face', path)
            assert found == {'type': 'error'} and verdict['type'] is None and verdict['problem'], (name, verdict)
            status, _, err = fit('card-face', path, Path(folder) / 'out.jpg')
            assert status == 2 and str(path) in err and err.count('\n') == 1, err
        path = Path(folder) / 'png.jpg'
        path.write_bytes((IMAGES / 'face.png').read_bytes())
        assert misses('card-face', path)[1]['type'] == 'image/png'


@test
def what_it_is_instead():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'from-a-phone.jpg'
        for data, word in ((b'\0\0\0\x18ftypheic\0\0\0\0mif1heic' + bytes(400), 'HEI'),
                           (b'GIF89a' + bytes(50), 'GIF'), (b'%PDF-1.4\n', 'PDF'),
                           (b'<!DOCTYPE html><html></html>', 'HTML')):
            path.write_bytes(data)
            message = check('card-face', path)[1][0]['misses'][0]['message']
            assert word in message and 'JPEG or PNG' in message, message
            status, _, err = fit('card-face', path, Path(folder) / 'out.jpg')
            assert status == 2 and word in err and 'JPEG or PNG' in err, err
        for data in (b'', b'only text', bytes(range(256)), b'\xff\xd8\xff'):
            path.write_bytes(data)
            message = check('card-face', path)[1][0]['misses'][0]['message']
            assert message.startswith('the file is no picture that can be read;'), message


@test
def truncated():
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for name in ('small.jpg', 'palette.png', 'still.webp'):
            data = (IMAGES / name).read_bytes()
            for tenth in range(1, 10):
                path = Path(folder) / f'{tenth}-{name}'
                path.write_bytes(data[:len(data) * tenth // 10])
                files.append(path)
                status, _, err = fit('logo-120', path, Path(folder) / 'out.jpg')
                assert status == 2 and str(path) in err and err.count('\n') == 1, (path, err)
        status, found, err = check('card-face', *files)
        assert status == 1 and len(found) == len(files) and err == ''
        for verdict in found:
            assert not verdict['whole'] and not verdict['ok'], verdict


@test
def a_part_far_below():
    """Of a large picture it takes no more memory than one at the top does."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / 'out.png'
        for top, wanted in ((0, [0, 0, 0]), (12000, [250, 10, 10]), (12300, [0, 0, 0])):
            status, _, err = fit('card-face', IMAGES / 'tall.jpg', out, '--crop', f'100,{top},1404,700')
            assert status == 0, err
            close(pixel(out, 700, 690), wanted)


@test
def colours_that_only_the_camera_knew():
    """Adobe RGB is wider: the same numbers are a stronger red."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / 'out.png'
        for name, wanted in (('srgb-as-c2.jpg', [250, 10, 10]), ('adobe-by-exif.jpg', [255, 0, 0])):
            status, _, err = fit('card-face', IMAGES / name, out)
            assert status == 0, err
            close(pixel(out, 700, 100), wanted, by=7)


@test
def a_damaged_png():
    data = bytearray((IMAGES / 'face.png').read_bytes())
    data[len(data) // 2] ^= 0x55
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'a.png'
        path.write_bytes(data)
        assert misses('card-face', path)[0] == {'whole': 'error'}


def hostile(folder):
    """Files that want to do harm, by name."""
    rows = zlib.compress(bytes(1000))
    face = (IMAGES / 'face.jpg').read_bytes()
    moving = png(1404, 700, chunk(b'acTL', struct.pack('>II', 2, 0)), chunk(b'IDAT', rows))
    profile = b'\xff\xe2' + struct.pack('>H', 2 + 14 + 200) + b'ICC_PROFILE\0\1\1' + b'\xff' * 200
    exif = b'\xff\xe1' + struct.pack('>H', 2 + 60000) + b'Exif\0\0' + b'\x01' * (60000 - 6)
    loop = b'\xff\xe1' + struct.pack('>H', 2 + 40) + b'Exif\0\0II*\0\x08\0\0\0\x01\0\x69\x87\x04\0\x01\0\0\0\x08\0\0\0' + bytes(8)
    contents = {
        'bomb.png': png(100000, 100000, chunk(b'IDAT', rows)),
        'bomb-16.png': png(2 ** 31 - 1, 2 ** 31 - 1, chunk(b'IDAT', rows), bits=16, colours=6),
        'bomb.jpg': face.replace(struct.pack('>HH', 700, 1404), struct.pack('>HH', 65500, 65500), 1),
        'packed.png': png(9000, 9000, chunk(b'IDAT', zlib.compress(bytes(9000 * 27001), 9))),
        'text.png': png(9, 9, chunk(b'zTXt', b'a\0\0' + zlib.compress(bytes(100000000), 9)), chunk(b'IDAT', rows)),
        'nothing.png': png(0, 0),
        'moving.png': moving,
        'profile.jpg': segment(profile),
        'exif.jpg': segment(exif),
        'loop.jpg': segment(loop),
        'zero.jpg': b'\xff\xd8\xff' + bytes(10000),
        'markers.jpg': b'\xff\xd8' + b'\xff' * 1000000,
        'empty.jpg': b'',
        'riff.webp': b'RIFF\xff\xff\xff\xffWEBPVP8X' + bytes(100),
        'vp8l.webp': b'RIFF' + struct.pack('<I', 30) + b'WEBPVP8L' + struct.pack('<I', 10) + b'\x2f' + b'\xff' * 17,
    }
    for name, data in contents.items():
        (folder / name).write_bytes(data)
    return list(contents)


def measured(*args):
    """Status, output, errors, seconds of processor time; and none may take too much."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    status, out, err = run(*args)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if not SANITIZED:
        assert after.ru_maxrss < MEMORY, (args, after.ru_maxrss)
        # Both programs' start, and what a limit in whole ticks lets pass
        assert seconds < SECONDS + 0.5, (args, seconds)
    assert status in (0, 1, 2) and err.count('\n') <= 2, (args, status, err)
    assert status < 2 or any(str(arg) in err for arg in args[4:]), (args, err)
    return status, out, err


@test
def hostile_files_harm_nobody():
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        for name in hostile(folder):
            status, _, err = measured('image', 'check', '--for', 'card-face', folder / name)
            assert status < 2 or 'memory' in err or 'computing' in err, (name, err)
            out = folder / f'out-{name}.jpg'
            status, _, err = measured('image', 'fit', '--for', 'card-face', folder / name, out)
            assert out.exists() == (status == 0), (name, status, err)
            if status == 0:
                assert misses('card-face', out)[0] == {}, name
        assert misses('card-face', folder / 'moving.png')[0] == {'animated': 'error'}
        status, found, err = check('card-face', *(folder / name for name in hostile(folder)), IMAGES / 'face.jpg')
        assert found[-1]['file'] == str(IMAGES / 'face.jpg') and found[-1]['ok'], (found[-1], err)


@test
def what_is_no_file():
    with tempfile.TemporaryDirectory() as folder:
        fifo, large = Path(folder) / 'fifo', Path(folder) / 'large.jpg'
        os.mkfifo(fifo)
        with open(large, 'wb') as file:
            file.truncate(500 * 1024 * 1024)
        for path in (fifo, large, folder, Path(folder) / 'none', '/dev/zero'):
            for args in (('check', '--for', 'card-face', path), ('fit', '--for', 'card-face', path, f'{folder}/o.jpg')):
                status, _, err = measured('image', *args)
                assert status == 2 and err.count('\n') == 1 and str(path) in err, (path, err)
        status, found, err = check('card-face', large, IMAGES / 'face.jpg')
        assert status == 2 and [verdict['ok'] for verdict in found] == [True] and '64 MiB' in err


@test
def every_kind_is_reached_from_every_picture():
    kinds = ['card-face', 'poster', 'card-1000x600', 'wechat-card-picture', 'wechat-merchant-coupon',
             'wechat-cash-coupon', 'logo-120', 'alipay-card']
    names = ['small.jpg', 'noise.png', 'cmyk-without-profile.jpg', 'sixteen.png', 'alpha.png', 'turned-6.jpg',
             'animated.webp', 'strip.png']
    with tempfile.TemporaryDirectory() as folder:
        for i, kind in enumerate(kinds):
            for name in names:
                for out in (Path(folder) / f'{i}.jpg', Path(folder) / f'{i}.png'):
                    if kind == 'poster' and out.suffix == '.png':
                        continue
                    status, _, err = fit(kind, IMAGES / name, out)
                    assert status == 0, (kind, name, err)
                    found = misses(kind, out)[0]
                    assert found in ({}, {'alpha': 'advice'}), (kind, name, found)
                    assert 'alpha' not in found or (name == 'alpha.png' and out.suffix == '.png')


@test
def the_same_bytes_again():
    with tempfile.TemporaryDirectory() as folder:
        for name, suffix in (('noise.jpg', 'jpg'), ('alpha.png', 'png'), ('noise.png', 'png')):
            written = set()
            for i in range(3):
                out = Path(folder) / f'{i}.{suffix}'
                assert fit('card-face', IMAGES / name, out)[0] == 0
                written.add(out.read_bytes())
            assert len(written) == 1, name


@test
def pictures_stand_upright_and_are_cropped_as_asked():
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / 'a.jpg'
        for orientation in (1, 3, 6, 8):
            source = IMAGES / f'turned-{orientation}.jpg'
            assert fit('card-face', source, out)[0] == 0
            close(pixel(out, 700, 100), [250, 10, 10])
            close(pixel(out, 700, 600), [10, 10, 250])
            for crop, colour in (('0,0,1404,340', [250, 10, 10]), ('100,360,600,340', [10, 10, 250])):
                assert fit('card-face', source, out, '--crop', crop)[0] == 0
                for y in (5, 690):
                    close(pixel(out, 700, y), colour)
            status, _, err = fit('card-face', source, out, '--crop', '0,0,1405,700')
            assert status == 2 and '1404 × 700' in err, err


@test
def colours_stay():
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / 'a.jpg'
        reference = pixel(IMAGES / 'face.png', 700, 100)
        for name in ('face.png',):
            assert fit('card-face', IMAGES / name, out)[0] == 0
            close(pixel(out, 700, 100), reference)
        plain = pixel(IMAGES / 'face.jpg', 400, 300)
        for name in ('cmyk.jpg', 'p3.jpg', 'sixteen.png'):
            assert fit('card-face', IMAGES / name, out)[0] == 0
            close(pixel(out, 400, 300), plain, 25)


@test
def a_background_shows_through():
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / 'a.png', Path(folder) / 'a.jpg'
        rows = b''.join(b'\0' + b'\0\0\0\0' * 40 for _ in range(20))
        source.write_bytes(png(40, 20, chunk(b'IDAT', zlib.compress(rows)), colours=6))
        assert fit('card-face', source, out)[0] == 0
        close(pixel(out, 700, 300), [255, 255, 255], 3)
        assert fit('card-face', source, out, '--background', '20c040')[0] == 0
        close(pixel(out, 700, 300), [0x20, 0xc0, 0x40], 3)
        status, _, err = fit('card-face', source, out, '--background', 'red')
        assert status == 2 and 'red' in err


@test
def enlarging_is_said():
    with tempfile.TemporaryDirectory() as folder:
        _, _, err = fit('card-face', IMAGES / 'small.jpg', Path(folder) / 'a.jpg')
        assert '4.39' in err, err
        _, _, err = fit('logo-120', IMAGES / 'small.jpg', Path(folder) / 'a.jpg')
        assert err.count('\n') == 1, err


@test
def nothing_of_the_source_goes_along():
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / 'a.jpg', Path(folder) / 'b.jpg'
        secret = b'\xff\xfe' + struct.pack('>H', 2 + 6) + b'SECRET'
        source.write_bytes(segment(secret))
        assert fit('card-face', source, out)[0] == 0
        data = out.read_bytes()
        assert b'SECRET' not in data and b'Exif' not in data and b'ICC_PROFILE' not in data
        assert b'\xff\xc2' in data, 'not progressive'


@test
def a_file_is_never_half_written_or_lost():
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / 'a.jpg'
        source.write_bytes((IMAGES / 'face.jpg').read_bytes())
        before = source.read_bytes()
        status, _, err = fit('card-face', source, source)
        assert status == 2 and source.read_bytes() == before and err.count('\n') == 1
        for out in (f'{folder}/none/o.jpg', f'{folder}/o.gif', f'{folder}/o', folder):
            assert fit('card-face', source, out)[0] == 2, out
        assert fit('poster', source, f'{folder}/o.png')[0] == 2
        assert os.listdir(folder) == ['a.jpg']


@test
def calls_that_make_no_sense():
    face = IMAGES / 'face.jpg'
    for args in (['image'], ['image', 'nonsense'], ['image', 'check', face], ['image', 'check', '--for', 'card-face'],
                 ['image', 'check', '--for', 'nonsense', face], ['image', 'fit', '--for', 'card-face', face],
                 ['image', 'fit', face, 'o.jpg'], ['image', 'fit', '--for', 'card-face', '--crop', 'left', face, '/o.jpg'],
                 ['image', 'fit', '--for', 'card-face', '--crop', '1,2,3', face, '/o.jpg'],
                 ['image', 'fit', '--for', 'card-face', '--crop', '1,2,0,4', face, '/o.jpg'],
                 ['qr', 'x'], ['qr', '', '/o.png'], ['qr', 'x', '/o.gif']):
        status, out, err = run(*args)
        assert status == 2 and out == b'' and err.count('\n') == 1, (args, status, err)
    assert 'wechat-card-picture' in run('image', 'check', '--for', 'nonsense', face)[2]


@test
def kinds_of_ones_own():
    with tempfile.TemporaryDirectory() as folder:
        profile = json.loads((ROOT / 'data' / 'profiles' / 'tmall.json').read_text())
        profile['images']['card-face'].update(width=1400, maxBytes=60000, adviceBytes=50000)
        (Path(folder) / 'tmall.json').write_text(json.dumps(profile))
        args = ['--profiles', folder, '--for', 'card-face']
        assert run('image', 'check', *args, IMAGES / 'narrow.jpg')[0] == 0
        assert run('image', 'fit', *args, IMAGES / 'face.jpg', f'{folder}/o.jpg')[0] == 0
        assert os.path.getsize(f'{folder}/o.jpg') <= 50000
        profile['images']['card-face']['maxBytes'] = 300
        profile['images']['card-face']['adviceBytes'] = 200
        (Path(folder) / 'tmall.json').write_text(json.dumps(profile))
        status, _, err = run('image', 'fit', *args, IMAGES / 'face.jpg', f'{folder}/p.jpg')
        assert status == 2 and 'lowest quality' in err and not os.path.exists(f'{folder}/p.jpg'), err


def read_code(path):
    done = subprocess.run(['zbarimg', '-q', '--raw', path], check=True, capture_output=True)
    return done.stdout.decode().removesuffix('\n')


@test
def codes_are_read_back():
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / 'a.png'
        for text in ('https://m.tb.cn/h.5abcDEF', '木棉家纺会员日 领券', 'a', 'x' * 2331, '棉' * 777):
            assert run('qr', text, out) == (0, b'', ''), text
            assert read_code(out) == text, text
            svg = out.with_suffix('.svg')
            assert run('qr', text, svg)[0] == 0
            subprocess.run(['rsvg-convert', '-w', '1200', '-o', f'{folder}/b.png', svg], check=True)
            assert read_code(f'{folder}/b.png') == text, text
        status, _, err = run('qr', 'x' * 2332, out)
        assert status == 2 and '2331' in err and '2332' in err, err
        side = struct.unpack('>I', out.read_bytes()[16:20])[0]
        assert 600 <= side < 900, side


@test
def codes_of_any_size():
    """Just as large as asked, with the light around that readers need."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / 'a.png'
        for text, sides in (('https://m.tb.cn/h.5abcDEF', (33, 100, 333, 1000)), ('x' * 2331, (185, 400, 1001))):
            for side in sides:
                assert run('qr', '--side', side, text, out) == (0, b'', ''), side
                assert struct.unpack('>II', out.read_bytes()[16:24]) == (side, side)
                black = subprocess.run(['convert', out, '-trim', '-format', '%w %X %Y', 'info:'], check=True,
                                       capture_output=True, text=True).stdout.split()
                width, left, top = (int(value) for value in black)
                module = width / ((33 if len(text) < 99 else 185) - 8)
                assert left >= 4 * module and top >= 4 * module and side - width - left >= 4 * module, (side, black)
                if side > 99 and module >= 2:
                    assert read_code(out) == text, side
        assert run('qr', '--side', 8000, 'a', out)[0] == 0
        assert struct.unpack('>II', out.read_bytes()[16:24]) == (8000, 8000)
        for side in ('32', '0', '-1', '8001', 'x', '99999999999999'):
            status, _, err = run('qr', '--side', side, 'https://m.tb.cn/h.5abcDEF', Path(folder) / 'b.png')
            assert (status, err.count('\n')) == (0 if side == '0' else 2, 0 if side == '0' else 1), (side, err)
        status, _, err = run('qr', b'\xff\xfe'.decode(errors='surrogateescape'), out)
        assert status == 2 and err.count('\n') == 1, err


# Card faces

NAMES = ['木棉家纺旗舰店', 'A very long name ' * 700, 'مرحبا بالعالم', '🎉👩‍👩‍👧‍👦', 'a\nb\tc\x1b[0m', '', ' ', '--help', '%s%n']


def face(out, *options):
    return run('face', *options, out)


@test
def faces_pass_the_check():
    with tempfile.TemporaryDirectory() as folder:
        for kind in ('card-face', 'card-1000x600', 'alipay-card', 'wechat-card-picture', 'logo-120', 'poster'):
            for preset in ('sheen', 'midnight', 'paper', 'waves'):
                out = Path(folder) / f'{kind}-{preset}.jpg'
                status, _, err = face(out, '--for', kind, '--preset', preset, '--shop', '木棉家纺', '--level', '黑金会员',
                                      '--picture', IMAGES / 'noise.png', '--logo', IMAGES / 'alpha.png')
                assert status == 0 and misses(kind, out)[0] == {}, (kind, preset, err)
        out = Path(folder) / 'a.png'
        assert face(out, '--color', '#1f6f5c', '--shop', 'Cotton', '--level', 'VIP')[0] == 0
        assert misses('card-face', out)[0] == {}


@test
def faces_of_any_name():
    with tempfile.TemporaryDirectory() as folder:
        for name in NAMES:
            written = set()
            for i in range(2):
                out = Path(folder) / f'{i}.png'
                status, _, err = face(out, f'--shop={name}', f'--level={name}')
                assert status == 0 and misses('card-face', out)[0] == {}, (name[:20], err)
                written.add(out.read_bytes())
            assert len(written) == 1, name[:20]


@test
def faces_of_hostile_pictures():
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / 'face.jpg'
        half = Path(folder) / 'half.jpg'
        half.write_bytes((IMAGES / 'face.jpg').read_bytes()[:30000])
        for name in [*hostile(Path(folder)), 'half.jpg']:
            for option in ('--picture', '--logo'):
                status, _, err = face(out, option, Path(folder) / name, '--shop', '木棉家纺')
                assert out.exists() == (status == 0), (name, option, err)
                assert err.count('\n') == 1, (name, err)
                if status == 0:
                    assert misses('card-face', out)[0] == {}, name
                    out.unlink()
        status, _, err = face(out, '--picture', half)
        assert status == 2 and 'the picture:' in err and 'damaged' in err, err


@test
def faces_that_make_no_sense():
    with tempfile.TemporaryDirectory() as folder:
        picture = Path(folder) / 'a.jpg'
        before = (IMAGES / 'face.jpg').read_bytes()
        picture.write_bytes(before)
        for args in ([f'{folder}/o.gif'], ['--preset', 'ugly', f'{folder}/o.jpg'], ['--color', 'red', f'{folder}/o.jpg'],
                     ['--for', 'nonsense', f'{folder}/o.jpg'], ['--picture', f'{folder}/none', f'{folder}/o.jpg'],
                     ['--picture', picture, picture], ['--logo', picture, picture], [f'{folder}/none/o.jpg']):
            status, out, err = run('face', *args)
            assert status == 2 and out == b'' and err.count('\n') == 1, (args, err)
        assert picture.read_bytes() == before and os.listdir(folder) == ['a.jpg']


# One picture in every kind

ALL = ['alipay-card', 'card-1000x600', 'card-face', 'logo-120', 'poster', 'wechat-card-picture', 'wechat-cash-coupon',
       'wechat-merchant-coupon']


@test
def every_kind_at_once():
    with tempfile.TemporaryDirectory() as folder:
        status, out, err = run('image', 'kinds', IMAGES / 'master.jpg', folder)
        assert status == 0 and out.decode().split() == [f'master-{kind}.jpg' for kind in ALL], (out, err)
        assert err.splitlines() == [f'{i} of 8' for i in range(1, 9)], err
        assert sorted(os.listdir(folder)) == [f'master-{kind}.jpg' for kind in ALL]
        for kind in ALL:
            assert misses(kind, Path(folder) / f'master-{kind}.jpg')[0] == {}, kind


@test
def kinds_of_some_platforms():
    with tempfile.TemporaryDirectory() as folder:
        face = ['card-face', 'poster']
        for i, (args, wanted) in enumerate(((['--platform', 'tmall'], face), (['-p', 'taobao', '-p', 'tmall'], face),
                                            (['--campaign', SAMPLE], [kind for kind in ALL if kind not in face]))):
            into = Path(folder) / str(i)
            into.mkdir()
            status, _, err = run('image', 'kinds', *args, '--name', '会员日/1', IMAGES / 'face.jpg', into)
            assert status == 0, err
            assert sorted(os.listdir(into)) == [f'会员日-1-{kind}.jpg' for kind in wanted], os.listdir(into)


@test
def each_kind_has_its_own_crop():
    with tempfile.TemporaryDirectory() as folder:
        source = IMAGES / 'turned-1.jpg'
        status, _, err = run('image', 'kinds', '-p', 'tmall', '--crop', '0,0,1404,340', '--crop', 'poster=0,360,1404,340',
                             '--name', 'a', source, folder)
        assert status == 0, err
        close(pixel(f'{folder}/a-card-face.jpg', 700, 600), [250, 10, 10])
        close(pixel(f'{folder}/a-poster.jpg', 700, 20), [10, 10, 250])


@test
def nothing_is_overwritten_or_half_written():
    with tempfile.TemporaryDirectory() as folder:
        mine = Path(folder) / 'face-poster.jpg'
        mine.write_text('mine')
        status, out, err = run('image', 'kinds', IMAGES / 'face.jpg', folder)
        assert status == 2 and out == b'' and str(mine) in err and '--replace' in err, err
        assert mine.read_text() == 'mine' and os.listdir(folder) == [mine.name]
        status, _, err = run('image', 'kinds', '--crop', 'logo-120=9000,9000,9,9', '--replace', IMAGES / 'face.jpg', folder)
        assert status == 2 and 'logo-120' in err and os.listdir(folder) == [mine.name], err
        assert run('image', 'kinds', '--replace', IMAGES / 'face.jpg', folder)[0] == 0
        assert len(os.listdir(folder)) == 8 and misses('poster', mine)[0] == {}
    with tempfile.TemporaryDirectory() as folder:
        for args in ([IMAGES / 'face.jpg', f'{folder}/none'], ['-p', 'ebay', IMAGES / 'face.jpg', folder],
                     ['-p', 'douyin', IMAGES / 'face.jpg', folder], ['--crop', 'left', IMAGES / 'face.jpg', folder],
                     ['--crop', 'none=centre', IMAGES / 'face.jpg', folder], [IMAGES / 'none.jpg', folder],
                     [IMAGES / 'face.jpg', IMAGES / 'face.png'], ['--campaign', IMAGES / 'face.jpg', IMAGES / 'face.jpg', folder]):
            status, out, err = run('image', 'kinds', *args)
            assert status == 2 and out == b'', (args, err)
        assert os.listdir(folder) == []


# Posters

SAMPLE = ROOT / 'data' / 'samples' / 'mini-program-cards.campaign.json'


def on_paper(pdf, dpi=100):
    """What is read from the printed sheet."""
    subprocess.run(['pdftoppm', '-r', str(dpi), '-png', '-singlefile', pdf, pdf.with_suffix('')], check=True)
    return read_code(pdf.with_suffix('.png'))


@test
def posters_are_read_back():
    campaign = json.loads(SAMPLE.read_text())
    with tempfile.TemporaryDirectory() as folder:
        for card in campaign['memberCards']:
            strip, sheet = Path(folder) / 'a.jpg', Path(folder) / 'a.pdf'
            for out in (strip, sheet):
                assert run('poster', '--card', card['id'], SAMPLE, out) == (0, b'', ''), card['id']
            assert misses('poster', strip)[0] == {}
            assert read_code(strip) == card['claimUrl'] and on_paper(sheet) == card['claimUrl']
            text = subprocess.run(['pdftotext', sheet, '-'], check=True, capture_output=True, text=True).stdout
            assert card['title'] in text and all(each['text'] in text for each in card['benefits'] if each.get('text'))
            fonts = subprocess.run(['pdffonts', sheet], check=True, capture_output=True, text=True).stdout.splitlines()[2:]
            assert fonts and all(line.split()[-5] == 'yes' for line in fonts), fonts
            info = subprocess.run(['pdfinfo', sheet], check=True, capture_output=True, text=True).stdout
            assert 'A4' in info and 'Pages:           1' in info, info


@test
def the_same_poster_again_and_in_chinese():
    with tempfile.TemporaryDirectory() as folder:
        for suffix in ('jpg', 'pdf'):
            written = set()
            for i in range(2):
                out = Path(folder) / f'{i}.{suffix}'
                assert run('poster', '--card', 'card-gold', SAMPLE, out)[0] == 0
                written.add(out.read_bytes())
            assert len(written) == 1, suffix
        assert run('poster', '--card', 'card-gold', SAMPLE, f'{folder}/zh.pdf', language='zh_CN')[0] == 0
        text = subprocess.run(['pdftotext', f'{folder}/zh.pdf', '-'], check=True, capture_output=True, text=True).stdout
        assert '扫码领取' in text, text


@test
def posters_of_hostile_cards():
    campaign = json.loads(SAMPLE.read_text())
    card = campaign['memberCards'][0]
    del card['faceImage'], card['logo']
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'a.campaign.json'
        for name in (*NAMES, '棉' * 10000):
            card['title'] = name
            card['benefits'] = [{'id': f'b{i}', 'kind': 'other', 'text': name} for i in range(40)]
            campaign['shops'] = [{'id': 's', 'platform': 'mini-program', 'name': name}]
            path.write_text(json.dumps(campaign))
            for out in (Path(folder) / 'a.jpg', Path(folder) / 'a.pdf'):
                assert run('poster', '--card', card['id'], path, out) == (0, b'', ''), name[:20]
            assert read_code(Path(folder) / 'a.jpg') == card['claimUrl'] == on_paper(Path(folder) / 'a.pdf'), name[:20]
        for url, wanted in (('https://a.example/' + 'x' * 400, 0), ('https://a.example/' + 'x' * 2000, 2), ('x' * 9000, 2), ('', 2)):
            card['claimUrl'] = url
            path.write_text(json.dumps(campaign))
            out = Path(folder) / 'b.jpg'
            status, _, err = run('poster', '--card', card['id'], path, out)
            assert status == wanted and out.exists() == (wanted == 0) and err.count('\n') == wanted // 2, (len(url), err)
            if wanted == 0:
                assert read_code(out) == url
                out.unlink()


@test
def posters_that_make_no_sense():
    with tempfile.TemporaryDirectory() as folder:
        for args in ([SAMPLE, f'{folder}/a.jpg'], ['--card', 'none', SAMPLE, f'{folder}/a.jpg'],
                     ['--card', 'card-gold', SAMPLE, f'{folder}/a.png'], ['--card', 'card-gold', SAMPLE, SAMPLE],
                     ['--card', 'card-gold', '--for', 'nonsense', SAMPLE, f'{folder}/a.jpg'],
                     ['--card', 'card-gold', SAMPLE, f'{folder}/none/a.pdf'], [IMAGES / 'face.jpg', f'{folder}/a.pdf']):
            status, out, err = run('poster', *args)
            assert status == 2 and out == b'' and err.count('\n') == 1, (args, err)
        assert os.listdir(folder) == []


# A campaign's own images

def campaign(folder, data, **claims):
    name = hashlib.sha256(data).hexdigest()
    asset = {'name': 'a', 'type': 'image/jpeg', 'width': 1404, 'height': 700, 'bytes': len(data)}
    asset.update(claims)
    center = {'id': 'm', 'platform': 'tmall', 'facePreset': 0, 'faceImage': name}
    path = Path(folder) / 'a.campaign.json'
    path.write_text(json.dumps({'format': 'kaquan-campaign', 'version': 1, 'id': 'c', 'memberCenters': [center],
                                'assets': {name: asset}}))
    return path, name


def found_of(path):
    status, out, err = run('check', '--json', path)
    assert status < 2 and err == '', err
    return {(f['rule'], f['severity'], f['pointer'].split('/')[-1][:12]) for f in json.loads(out)
            if f['rule'] in ('KQ-ASSET', 'KQ-BYTES', 'TB-12')}


@test
def a_campaigns_images_are_looked_into():
    face = (IMAGES / 'face.jpg').read_bytes()
    for data, claims, wanted in (
            (face, {}, set()),
            # What the rules of the card's picture judge is the bytes, not the claim.
            (face, {'width': 1403}, {('KQ-ASSET', 'error', 'width')}),
            (face, {'type': 'image/png'}, {('KQ-ASSET', 'error', 'type')}),
            ((IMAGES / 'narrow.jpg').read_bytes(), {}, {('KQ-ASSET', 'error', 'width'), ('TB-12', 'error', 'faceImage')}),
            ((IMAGES / 'cmyk.jpg').read_bytes(), {}, {('TB-12', 'error', 'faceImage')}),
            (face[:20000], {}, {('KQ-ASSET', 'error', None)}),
            (b'hello', {}, {('KQ-ASSET', 'error', None)})):
        with tempfile.TemporaryDirectory() as folder:
            path, name = campaign(folder, data, **claims)
            wanted = {(rule, severity, end or name[:12]) for rule, severity, end in wanted}
            assert ('KQ-BYTES', 'advice', name[:12]) in found_of(path), found_of(path)
            (Path(folder) / 'a.assets').mkdir()
            (Path(folder) / 'a.assets' / f'{name}.jpg').write_bytes(data)
            assert found_of(path) == wanted, (claims, found_of(path), wanted)
            document = json.loads(path.read_text())
            document['assets'][name]['data'] = base64.b64encode(data).decode()
            path.write_text(json.dumps(document))
            (Path(folder) / 'a.assets' / f'{name}.jpg').unlink()
            assert found_of(path) == wanted, (claims, found_of(path), wanted)


@test
def no_helper_without_images():
    """What could not be started would be said."""
    with tempfile.TemporaryDirectory() as folder:
        build = Path(folder)
        (build / 'meson-info').mkdir()
        (build / 'app').mkdir()
        cli = build / 'app' / 'kaquan-cli'
        cli.write_bytes(Path(CLI).read_bytes())
        cli.chmod(0o755)
        path, name = campaign(folder, (IMAGES / 'face.jpg').read_bytes())
        done = subprocess.run([cli, 'check', path], capture_output=True, text=True)
        assert 'KQ-BYTES' in done.stdout and 'KQ-ASSET' not in done.stdout, done
        done = subprocess.run([cli, 'image', 'check', '--for', 'card-face', IMAGES / 'face.jpg'],
                              capture_output=True, text=True)
        assert done.returncode == 2 and done.stderr.count('\n') == 1 and 'face.jpg' in done.stderr, done


def main():
    report = tap.Tap()
    for function in tests:
        report.run(function.__name__.replace('_', ' '), function)
    return report.finish()


if __name__ == '__main__':
    sys.exit(main())
