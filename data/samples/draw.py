#!/usr/bin/python3
# Copyright 2026 The Kaquan authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Draw the pictures of the sample campaigns.

Everything is our own: a cotton-tree (kapok) blossom built from five petals,
plain gradients, and text in Noto CJK. Each picture is written into the asset
folders of the samples that use it, named by the SHA-256 of its bytes, and
listed on standard output as

    NAME SHA256 TYPE WIDTH HEIGHT BYTES

Needs pycairo, PangoCairo through GObject introspection, and Pillow. Another
version of the fonts or of the JPEG encoder gives other bytes, and then other
names, so that the campaign files have to follow.
"""

import hashlib
import io
import math
import random
import sys
from pathlib import Path

import cairo
import gi

gi.require_version("Pango", "1.0")
gi.require_version("PangoCairo", "1.0")
from gi.repository import Pango, PangoCairo  # noqa: E402
from PIL import Image  # noqa: E402

SANS = "Noto Sans CJK SC"
SERIF = "Noto Serif CJK SC"

CRIMSON = "#8f1022"
RED = "#c8202f"
CORAL = "#ee5a3a"
AMBER = "#f7a43f"
GOLD = "#f3cf86"
CREAM = "#fdf3e4"
TEAL = "#0f4c4a"

RED_PETALS = ("#f2683c", "#d42a2f", "#a5142a")
GOLD_PETALS = ("#f8e2ae", "#e0b25c", "#b07f2e")
WHITE_PETALS = ("#ffffff", "#ffe9d8", "#ffc9a8")


def rgb(colour, alpha=1.0):
    return tuple(int(colour[i:i + 2], 16) / 255 for i in (1, 3, 5)) + (alpha,)


def set_colour(ctx, colour, alpha=1.0):
    ctx.set_source_rgba(*rgb(colour, alpha))


def linear(x0, y0, x1, y1, *stops):
    gradient = cairo.LinearGradient(x0, y0, x1, y1)
    for i, colour in enumerate(stops):
        gradient.add_color_stop_rgba(i / (len(stops) - 1), *rgb(colour))
    return gradient


def glow(ctx, x, y, radius, colour, alpha):
    gradient = cairo.RadialGradient(x, y, 0, x, y, radius)
    gradient.add_color_stop_rgba(0, *rgb(colour, alpha))
    gradient.add_color_stop_rgba(1, *rgb(colour, 0))
    ctx.set_source(gradient)
    ctx.arc(x, y, radius, 0, math.tau)
    ctx.fill()


def rounded(ctx, x, y, width, height, radius):
    ctx.new_sub_path()
    ctx.arc(x + width - radius, y + radius, radius, -math.pi / 2, 0)
    ctx.arc(x + width - radius, y + height - radius, radius, 0, math.pi / 2)
    ctx.arc(x + radius, y + height - radius, radius, math.pi / 2, math.pi)
    ctx.arc(x + radius, y + radius, radius, math.pi, math.pi * 1.5)
    ctx.close_path()


# The blossom

def petal_path(ctx, r):
    """A petal that points up: narrow at the heart, full and blunt at the tip."""
    ctx.move_to(0, 0)
    ctx.curve_to(0.30 * r, -0.12 * r, 0.58 * r, -0.62 * r, 0.30 * r, -0.93 * r)
    ctx.curve_to(0.20 * r, -1.03 * r, 0.06 * r, -1.02 * r, 0, -0.96 * r)
    ctx.curve_to(-0.06 * r, -1.02 * r, -0.20 * r, -1.03 * r, -0.30 * r, -0.93 * r)
    ctx.curve_to(-0.58 * r, -0.62 * r, -0.30 * r, -0.12 * r, 0, 0)
    ctx.close_path()


def petal(ctx, r, colours):
    light, middle, dark = colours
    gradient = cairo.LinearGradient(0, 0, 0, -r)
    gradient.add_color_stop_rgba(0.0, *rgb(dark))
    gradient.add_color_stop_rgba(0.45, *rgb(middle))
    gradient.add_color_stop_rgba(1.0, *rgb(light))
    petal_path(ctx, r)
    ctx.set_source(gradient)
    ctx.fill()

    # folded paper: the left half catches less light
    ctx.save()
    petal_path(ctx, r)
    ctx.clip()
    ctx.rectangle(-r, -1.1 * r, r, 1.2 * r)
    set_colour(ctx, dark, 0.20)
    ctx.fill()
    ctx.restore()


def stamens(ctx, r, count=20):
    ctx.set_line_cap(cairo.LINE_CAP_ROUND)
    for i in range(count):
        angle = i * math.tau / count + 0.08
        length = r * (0.40 if i % 2 else 0.30)
        x, y = length * math.cos(angle), length * math.sin(angle)
        ctx.move_to(0, 0)
        ctx.line_to(x, y)
        ctx.set_line_width(r * 0.012)
        set_colour(ctx, "#ffe3a3", 0.85)
        ctx.stroke()
        ctx.arc(x, y, r * 0.026, 0, math.tau)
        set_colour(ctx, "#ffd36b")
        ctx.fill()
    ctx.arc(0, 0, r * 0.10, 0, math.tau)
    set_colour(ctx, "#ffcf6a")
    ctx.fill()
    ctx.arc(0, 0, r * 0.055, 0, math.tau)
    set_colour(ctx, "#d98b2b")
    ctx.fill()


def blossom(ctx, x, y, r, colours=RED_PETALS, turn=0.0, alpha=1.0, heart=True):
    ctx.push_group()
    ctx.translate(x, y)
    ctx.rotate(turn)
    for i in range(5):
        ctx.save()
        ctx.rotate(i * math.tau / 5)
        petal(ctx, r, colours)
        ctx.restore()
    if heart:
        stamens(ctx, r)
    ctx.pop_group_to_source()
    ctx.paint_with_alpha(alpha)


def outline(ctx, x, y, r, colour, alpha, turn=0.0, width=2.0):
    ctx.save()
    ctx.translate(x, y)
    ctx.rotate(turn)
    set_colour(ctx, colour, alpha)
    ctx.set_line_width(width)
    for i in range(5):
        petal_path(ctx, r)
        ctx.stroke()
        ctx.rotate(math.tau / 5)
    ctx.restore()


def fallen(ctx, seed, area, count, colours, alpha=0.9):
    """Single petals, adrift."""
    chance = random.Random(seed)
    x0, y0, width, height = area
    for _ in range(count):
        r = chance.uniform(16, 34)
        ctx.push_group()
        ctx.translate(x0 + chance.random() * width, y0 + chance.random() * height)
        ctx.rotate(chance.random() * math.tau)
        petal(ctx, r, colours)
        ctx.pop_group_to_source()
        ctx.paint_with_alpha(alpha * chance.uniform(0.45, 1.0))


def rings(ctx, x, y, first, step, count, colour, alpha):
    ctx.set_line_width(1.6)
    for i in range(count):
        set_colour(ctx, colour, alpha * (1 - i / count))
        ctx.arc(x, y, first + i * step, 0, math.tau)
        ctx.stroke()


# Text

def text(ctx, x, y, string, size, colour, *, family=SANS, bold=False, spacing=0,
         align="left", alpha=1.0):
    """One line, its top at y; returns its width and height."""
    layout = PangoCairo.create_layout(ctx)
    font = Pango.FontDescription()
    font.set_family(family)
    font.set_weight(Pango.Weight.BOLD if bold else Pango.Weight.NORMAL)
    font.set_absolute_size(size * Pango.SCALE)
    layout.set_font_description(font)
    layout.set_text(string, -1)
    if spacing:
        attributes = Pango.AttrList()
        attributes.insert(Pango.attr_letter_spacing_new(int(spacing * Pango.SCALE)))
        layout.set_attributes(attributes)
    width, height = layout.get_pixel_size()
    set_colour(ctx, colour, alpha)
    ctx.move_to(x - {"left": 0, "centre": width / 2, "right": width}[align], y)
    PangoCairo.show_layout(ctx, layout)
    return width, height


def chip(ctx, x, y, string, size, fill, colour):
    """A pill with a text in it."""
    probe = cairo.Context(cairo.ImageSurface(cairo.FORMAT_A8, 1, 1))
    width, height = text(probe, 0, 0, string, size, colour, bold=True)
    rounded(ctx, x, y, width + size * 1.5, height + size * 0.36, (height + size * 0.36) / 2)
    set_colour(ctx, fill)
    ctx.fill()
    text(ctx, x + size * 0.75, y + size * 0.18, string, size, colour, bold=True)


# The pictures: each draws on a context of its own size

def card_face(ctx, width, height):
    """The member center's card: the app writes on its left, so the left is calm."""
    ctx.set_source(linear(0, 0, width, height, "#6f0c20", "#a8182c", "#d9402f", "#f08a3c"))
    ctx.paint()
    glow(ctx, width * 0.80, height * 0.40, 620, AMBER, 0.55)
    rings(ctx, width * 0.82, height * 0.56, 330, 74, 9, "#ffe7c4", 0.26)
    outline(ctx, width * 0.50, height * 1.02, 250, "#ffd9b0", 0.20, 0.3)
    outline(ctx, width * 0.60, height * -0.04, 170, "#ffd9b0", 0.18, 0.9)
    blossom(ctx, width * 1.00, height * 0.04, 190, RED_PETALS, 0.5, 0.85)
    blossom(ctx, width * 0.80, height * 0.62, 330, RED_PETALS, -0.12)
    blossom(ctx, width * 0.615, height * 0.83, 104, GOLD_PETALS, 0.35)


def poster_day(ctx, width, height):
    ctx.set_source(linear(0, 0, width, height, "#7d0d22", "#c4202e", "#ef6a38", "#f8ac4a"))
    ctx.paint()
    glow(ctx, width * 0.78, height * 0.5, 480, "#ffd38a", 0.55)
    rings(ctx, width * 0.79, height * 0.52, 190, 46, 9, "#fff1d6", 0.30)
    blossom(ctx, width * 0.965, height * 0.12, 130, GOLD_PETALS, 0.2, 0.95)
    blossom(ctx, width * 0.79, height * 0.53, 196, RED_PETALS, -0.1)
    blossom(ctx, width * 0.635, height * 0.80, 66, GOLD_PETALS, 0.5)
    text(ctx, 88, 44, "11.11 会员日", 104, "#ffffff", bold=True, spacing=1)
    text(ctx, 92, 194, "专享券 · 礼包 · 好礼，一次领齐", 42, "#ffe9cc")
    chip(ctx, 90, 282, "11月1日–14日", 36, CREAM, "#a8182c")


def poster_join(ctx, width, height):
    ctx.set_source(linear(0, 0, width, height, "#fff8ec", "#fdebd2", "#f9d3ae"))
    ctx.paint()
    glow(ctx, width * 0.80, height * 0.55, 430, "#ffffff", 0.9)
    outline(ctx, width * 0.52, height * 0.98, 160, CORAL, 0.22, 0.3)
    for x, y, turn, amount, note in ((0.630, 62, -0.07, "20", "满199可用"),
                                     (0.788, 78, 0.06, "50", "满399可用")):
        ticket(ctx, width * x, y, turn, amount, note)
    blossom(ctx, width * 1.00, height * 0.86, 112, RED_PETALS, 0.3)
    blossom(ctx, width * 0.60, height * 0.94, 78, RED_PETALS, -0.3)
    fallen(ctx, 6, (width * 0.95, 40, width * 0.03, 110), 2, RED_PETALS, 0.9)
    text(ctx, 88, 48, "新会员入会礼", 98, CRIMSON, family=SERIF, bold=True)
    text(ctx, 92, 200, "入会即领 ¥70 券包，再送好礼", 42, "#7a3a30")
    chip(ctx, 90, 286, "立即入会", 36, RED, "#ffffff")


def ticket(ctx, x, y, turn, amount, note):
    """A coupon with bitten sides."""
    width, height, bite = 196, 214, 15
    ctx.save()
    ctx.translate(x + width / 2, y + height / 2)
    ctx.rotate(turn)
    ctx.translate(-width / 2, -height / 2)
    for shift, alpha in ((10, 0.05), (6, 0.07), (3, 0.08)):
        rounded(ctx, 0, shift, width, height, 20)
        set_colour(ctx, CRIMSON, alpha)
        ctx.fill()
    ctx.push_group()
    rounded(ctx, 0, 0, width, height, 20)
    ctx.set_source(linear(0, 0, width, height, "#e5402f", "#b3162b"))
    ctx.fill()
    ctx.set_operator(cairo.OPERATOR_CLEAR)
    for edge in (0, width):
        ctx.arc(edge, height * 0.64, bite, 0, math.tau)
        ctx.fill()
    ctx.set_operator(cairo.OPERATOR_OVER)
    ctx.set_dash((7, 7))
    ctx.set_line_width(2)
    ctx.move_to(bite + 8, height * 0.64)
    ctx.line_to(width - bite - 8, height * 0.64)
    set_colour(ctx, CREAM, 0.6)
    ctx.stroke()
    ctx.set_dash(())
    number, _ = text(ctx, width / 2 + 16, 0, amount, 92, "#ffffff", bold=True, align="centre")
    text(ctx, width / 2 + 12 - number / 2, 48, "¥", 42, "#ffe2b8", bold=True, align="right")
    text(ctx, width / 2, height * 0.69, note, 30, "#ffe9cc", align="centre")
    ctx.pop_group_to_source()
    ctx.paint()
    ctx.restore()


def poster_points(ctx, width, height):
    ctx.set_source(linear(0, 0, width, height, "#0b2f35", TEAL, "#1c7a6c"))
    ctx.paint()
    glow(ctx, width * 0.79, height * 0.45, 420, "#7fd8b8", 0.30)
    rings(ctx, width * 0.79, height * 0.50, 176, 44, 9, "#d8f3e4", 0.24)
    blossom(ctx, width * 0.79, height * 0.50, 180, GOLD_PETALS, 0.05)
    for x, y, r in ((0.615, 0.26, 26), (0.655, 0.72, 38), (0.935, 0.22, 34), (0.955, 0.74, 24)):
        coin(ctx, width * x, height * y, r)
    text(ctx, 88, 48, "积分兑好礼", 98, "#fff6e2", family=SERIF, bold=True)
    text(ctx, 92, 200, "1280 积分起，兑券、兑礼、积分加钱购", 40, "#cfe9df")
    chip(ctx, 90, 286, "去兑换", 36, GOLD, "#0b2f35")


def coin(ctx, x, y, r):
    ctx.arc(x, y, r, 0, math.tau)
    ctx.set_source(linear(x - r, y - r, x + r, y + r, "#ffe9b5", "#d39b3a"))
    ctx.fill()
    ctx.arc(x, y, r * 0.76, 0, math.tau)
    ctx.set_line_width(r * 0.08)
    set_colour(ctx, "#a8742a", 0.65)
    ctx.stroke()
    blossom(ctx, x, y, r * 0.56, ("#b98232", "#a8742a", "#8f5f1f"), heart=False)


def member_card(ctx, width, height, ground, petals, line, shine):
    ctx.set_source(linear(0, 0, width, height, *ground))
    ctx.paint()
    glow(ctx, width * 0.84, height * 0.30, 440, shine, 0.38)
    for i in range(14):
        ctx.move_to(-50, height * 0.44 + i * 24)
        ctx.curve_to(width * 0.30, height * (0.20 + i * 0.055),
                     width * 0.62, height * (0.98 + i * 0.012),
                     width + 50, height * 0.54 + i * 18)
        ctx.set_line_width(1.3)
        set_colour(ctx, line, 0.20 * (1 - i / 16))
        ctx.stroke()
    outline(ctx, width * 0.60, height * 0.02, 120, line, 0.22, 0.4, 1.6)
    blossom(ctx, width * 0.82, height * 0.50, 212, petals, -0.15)
    blossom(ctx, width * 0.60, height * 0.90, 70, petals, 0.4, 0.9)


def card_free(ctx, width, height):
    member_card(ctx, width, height, ("#8f1430", "#c9353a", "#f0875a"), WHITE_PETALS,
                "#ffe3cf", "#ffd9a0")


def card_silver(ctx, width, height):
    member_card(ctx, width, height, ("#0c3a3d", "#176258", "#4fa287"), WHITE_PETALS,
                "#d9f5e8", "#b5f0d4")


def card_gold(ctx, width, height):
    member_card(ctx, width, height, ("#171a2c", "#2b2540", "#5c3a4a"), GOLD_PETALS, GOLD, AMBER)


def logo(ctx, width, height):
    ctx.scale(width / 120, height / 120)
    rounded(ctx, 0, 0, 120, 120, 28)
    ctx.set_source(linear(0, 0, 120, 120, "#fff6ea", "#fde0c4"))
    ctx.fill()
    blossom(ctx, 60, 63, 50, RED_PETALS)


# The products, on a plain ground

def stage(ctx, width, height, top, bottom):
    ctx.set_source(linear(0, 0, 0, height, top, bottom))
    ctx.paint()
    ctx.rectangle(0, height * 0.76, width, height * 0.24)
    set_colour(ctx, "#ffffff", 0.35)
    ctx.fill()


def shadow(ctx, x, y, rx, ry):
    ctx.save()
    ctx.translate(x, y)
    ctx.scale(1, ry / rx)
    glow(ctx, 0, 0, rx, "#5a2a1c", 0.32)
    ctx.restore()


def product_bedding(ctx, width, height):
    stage(ctx, width, height, "#fdeee0", "#f6d9c3")
    shadow(ctx, 240, 392, 220, 34)
    rounded(ctx, 58, 112, 364, 150, 44)
    ctx.set_source(linear(0, 112, 0, 262, "#c98a5e", "#a9683f"))
    ctx.fill()
    for x in (92, 250):
        rounded(ctx, x, 176, 138, 82, 34)
        ctx.set_source(linear(0, 176, 0, 258, "#ffffff", "#f3e3d6"))
        ctx.fill()
    rounded(ctx, 46, 236, 388, 146, 34)
    ctx.set_source(linear(46, 236, 434, 382, "#ef7a55", "#c72b33"))
    ctx.fill()
    ctx.save()
    rounded(ctx, 46, 236, 388, 146, 34)
    ctx.clip()
    ctx.rectangle(46, 236, 388, 40)
    set_colour(ctx, CREAM, 0.95)
    ctx.fill()
    for x, y, turn in ((112, 326, 0.0), (200, 336, 0.5), (290, 322, 0.9), (378, 336, 0.2)):
        blossom(ctx, x, y, 34, WHITE_PETALS, turn, 0.92)
    ctx.restore()


def cushion(ctx, x, y, size, stops):
    s = size
    ctx.move_to(x - s, y - s)
    ctx.curve_to(x - s * 0.4, y - s * 0.84, x + s * 0.4, y - s * 0.84, x + s, y - s)
    ctx.curve_to(x + s * 0.84, y - s * 0.4, x + s * 0.84, y + s * 0.4, x + s, y + s)
    ctx.curve_to(x + s * 0.4, y + s * 0.84, x - s * 0.4, y + s * 0.84, x - s, y + s)
    ctx.curve_to(x - s * 0.84, y + s * 0.4, x - s * 0.84, y - s * 0.4, x - s, y - s)
    ctx.close_path()
    ctx.set_line_join(cairo.LINE_JOIN_ROUND)
    ctx.set_source(linear(x - s, y - s, x + s, y + s, *stops))
    ctx.set_line_width(20)
    ctx.stroke_preserve()
    ctx.fill()


def product_cushion(ctx, width, height):
    stage(ctx, width, height, "#e9f1ea", "#cfe2d6")
    shadow(ctx, 240, 392, 190, 30)
    ctx.save()
    ctx.translate(240, 236)
    ctx.rotate(-0.10)
    cushion(ctx, 0, 0, 132, ("#fbf4e6", "#e6d3b4"))
    blossom(ctx, 0, 4, 96, RED_PETALS)
    ctx.restore()


def product_pillow(ctx, width, height):
    stage(ctx, width, height, "#e8eef6", "#cfdcec")
    shadow(ctx, 240, 370, 210, 28)
    for y, stops in ((292, ("#cddaf0", "#9db4d6")), (206, ("#ffffff", "#e3ebf6"))):
        rounded(ctx, 62, y - 44, 356, 112, 56)
        ctx.set_source(linear(0, y - 44, 0, y + 68, *stops))
        ctx.fill()
        ctx.set_line_width(3)
        set_colour(ctx, "#8fa8cc", 0.45)
        ctx.move_to(96, y + 12)
        ctx.curve_to(180, y + 34, 300, y + 34, 384, y + 12)
        ctx.stroke()
    blossom(ctx, 352, 214, 27, RED_PETALS)


def product_mug(ctx, width, height):
    stage(ctx, width, height, "#fbe9d7", "#f3cfae")
    shadow(ctx, 236, 388, 150, 26)
    ctx.set_line_width(26)
    set_colour(ctx, "#b8262f")
    ctx.arc(322, 260, 54, -math.pi / 2, math.pi / 2)
    ctx.stroke()
    rounded(ctx, 130, 150, 196, 232, 40)
    ctx.set_source(linear(130, 0, 326, 0, "#e4573d", "#bd2631"))
    ctx.fill()
    ctx.save()
    ctx.translate(228, 156)
    ctx.scale(1, 0.22)
    ctx.arc(0, 0, 98, 0, math.tau)
    set_colour(ctx, "#7c1322")
    ctx.fill()
    ctx.restore()
    blossom(ctx, 228, 282, 62, WHITE_PETALS)
    ctx.set_line_cap(cairo.LINE_CAP_ROUND)
    ctx.set_line_width(7)
    for x in (192, 232, 272):
        ctx.move_to(x, 122)
        ctx.curve_to(x - 18, 104, x + 18, 88, x, 66)
        set_colour(ctx, "#ffffff", 0.8)
        ctx.stroke()


def product_lamp(ctx, width, height):
    stage(ctx, width, height, "#2c3150", "#4a4468")
    glow(ctx, 240, 220, 260, "#ffd487", 0.75)
    shadow(ctx, 240, 402, 150, 22)
    rounded(ctx, 231, 220, 18, 168, 8)
    set_colour(ctx, "#b58a54")
    ctx.fill()
    rounded(ctx, 164, 380, 152, 24, 12)
    ctx.set_source(linear(164, 0, 316, 0, "#d8b27a", "#9a703c"))
    ctx.fill()
    ctx.move_to(182, 96)
    ctx.line_to(298, 96)
    ctx.line_to(346, 246)
    ctx.line_to(134, 246)
    ctx.close_path()
    ctx.set_line_join(cairo.LINE_JOIN_ROUND)
    ctx.set_source(linear(0, 96, 0, 246, "#fff3d6", "#ffcf7d"))
    ctx.set_line_width(16)
    ctx.stroke_preserve()
    ctx.fill()
    blossom(ctx, 240, 182, 46, RED_PETALS, 0, 0.9)


def product_towel(ctx, width, height):
    stage(ctx, width, height, "#e6f3f1", "#c6e2de")
    shadow(ctx, 240, 392, 190, 30)
    for y, stops in ((310, ("#2f8f83", "#1c6d65")), (238, ("#f6ead8", "#e4cfae")),
                     (166, ("#ee7b57", "#cf3a36"))):
        rounded(ctx, 84, y, 312, 78, 34)
        ctx.set_source(linear(84, y, 396, y + 78, *stops))
        ctx.fill()
        ctx.set_line_width(4)
        set_colour(ctx, "#ffffff", 0.5)
        for shift in (24, 34):
            ctx.move_to(118, y + shift)
            ctx.line_to(362, y + shift)
            ctx.stroke()
    blossom(ctx, 346, 136, 48, RED_PETALS, 0.3)


DOUBLE_11 = "double-11"
CARDS = "mini-program-cards"

# name, picture, width, height, the samples that use it
PICTURES = (
    ("会员中心卡面.jpg", card_face, 1404, 700, (DOUBLE_11,)),
    ("会员日海报.jpg", poster_day, 1402, 400, (DOUBLE_11,)),
    ("入会礼海报.jpg", poster_join, 1402, 400, (DOUBLE_11,)),
    ("积分海报.jpg", poster_points, 1402, 400, (DOUBLE_11,)),
    ("木棉卡.jpg", card_free, 1000, 600, (DOUBLE_11, CARDS)),
    ("青棉卡.jpg", card_silver, 1000, 600, (CARDS,)),
    ("金棉卡.jpg", card_gold, 1000, 600, (DOUBLE_11, CARDS)),
    ("标志.png", logo, 120, 120, (DOUBLE_11, CARDS)),
    ("四件套.jpg", product_bedding, 480, 480, (DOUBLE_11,)),
    ("抱枕.jpg", product_cushion, 480, 480, (DOUBLE_11,)),
    ("木棉枕.jpg", product_pillow, 480, 480, (DOUBLE_11,)),
    ("马克杯.jpg", product_mug, 480, 480, (DOUBLE_11,)),
    ("台灯.jpg", product_lamp, 480, 480, (DOUBLE_11,)),
    ("浴巾.jpg", product_towel, 480, 480, (DOUBLE_11,)),
)


def encode(draw, width, height, suffix):
    surface = cairo.ImageSurface(cairo.FORMAT_ARGB32, width, height)
    draw(cairo.Context(surface), width, height)
    surface.flush()
    out = io.BytesIO()
    if suffix == "png":
        surface.write_to_png(out)
    else:
        # every JPEG covers its whole ground, so that premultiplied alpha doesn't matter
        picture = Image.frombuffer("RGBA", (width, height), bytes(surface.get_data()),
                                   "raw", "BGRA", surface.get_stride(), 1).convert("RGB")
        picture.save(out, "JPEG", quality=88, subsampling=0, optimize=True)
    return out.getvalue()


def main():
    root = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent
    for name, draw, width, height, samples in PICTURES:
        suffix = name.rpartition(".")[2]
        data = encode(draw, width, height, suffix)
        digest = hashlib.sha256(data).hexdigest()
        for sample in samples:
            folder = root / f"{sample}.assets"
            folder.mkdir(parents=True, exist_ok=True)
            (folder / f"{digest}.{suffix}").write_bytes(data)
        kind = "image/png" if suffix == "png" else "image/jpeg"
        print(name, digest, kind, width, height, len(data))


if __name__ == "__main__":
    main()
