# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawn pupils' desktops: six kinds of schoolwork that move on, step by step."""

from collections.abc import Callable
from typing import Final

from PIL import Image, ImageDraw, ImageFont

Draw = ImageDraw.ImageDraw
Box = tuple[int, int, int, int]

PAPER: Final = "#ffffff"
INK: Final = "#1f2a33"
FAINT: Final = "#c9d1d8"
BAR_PX: Final = 40
WORDS: Final = (
    "De stad groeide snel in de veertiende eeuw.",
    "Kooplui brachten laken, wol en kruiden mee.",
    "Aan de rivier lagen kades en pakhuizen.",
    "De gilden maakten afspraken over de prijs.",
    "Wie meester wilde worden, maakte een proef.",
    "Op de markt klonk elke dag de klok.",
    "Rond de muren lag een brede gracht.",
    "De belfort toonde hoe rijk de stad was.",
)
SUMS: Final = ("3x + 8 = 17", "2(x - 4) = 5x + 1", "y = -2x + 3", "x : 7 = 6")
CODE: Final = (
    "from turtle import forward, left",
    "",
    "def ster(punten, lengte):",
    "    for _ in range(punten):",
    "        forward(lengte)",
    "        left(180 - 180 / punten)",
    "",
    "ster(5, 120)",
    "ster(7, 90)",
)


def desktop(page: int, step: int, size: tuple[int, int]) -> Image.Image:
    """Draw one desktop: wallpaper, a window with work in it, a task bar.

    Args:
        page: which pupil's; kinds and colours come round.
        step: how far the work has come.
        size: width and height in px.
    """
    walls = ("#3f6f5f", "#42566e", "#6d5a7c", "#7a6a4a", "#35606b", "#5c4747")
    picture = Image.new("RGB", size, walls[page % len(walls)])
    pen = ImageDraw.Draw(picture)
    width, height = size
    _task_bar(pen, (0, height - BAR_PX, width, height))
    inset = 0 if page % 3 else 60
    box = (inset, inset // 2, width - inset, height - BAR_PX - inset // 2)
    KINDS[page % len(KINDS)](pen, _window(pen, box, page), step)
    return picture


def _task_bar(pen: Draw, box: Box) -> None:
    pen.rectangle(box, fill="#10202b")
    for number, colour in enumerate(("#e7b84a", "#58a6d6", "#7bc47f", "#d67b58")):
        left = box[0] + 12 + number * 38
        pen.rounded_rectangle((left, box[1] + 9, left + 24, box[3] - 9), 5, fill=colour)


def _window(pen: Draw, box: Box, page: int) -> Box:
    bars = ("#20468f", "#5a4a8f", "#1f6b45", "#2a2f36", "#1b5e79", "#8a3f2f")
    left, top, right, bottom = box
    pen.rectangle(box, fill=PAPER)
    pen.rectangle((left, top, right, top + 34), fill="#dfe3e8")
    pen.rounded_rectangle((left + 90, top + 6, right - 160, top + 28), 11, fill=PAPER)
    pen.rectangle((left, top + 34, right, top + 84), fill=bars[page % len(bars)])
    _text(pen, left + 24, top + 46, "Les van vandaag", 22, PAPER)
    return left, top + 84, right, bottom


def _worksheet(pen: Draw, box: Box, step: int) -> None:
    left, top, right, _ = box
    for number, task in enumerate(SUMS):
        y = top + 30 + number * 118
        pen.rounded_rectangle((left + 120, y, right - 120, y + 100), 8, outline=FAINT)
        _text(pen, left + 144, y + 16, f"Oefening {number + 1}", 18, "#20468f")
        _text(pen, left + 144, y + 50, task, 24, INK)
        if step > number:
            _text(pen, right - 320, y + 50, f"x = {number + 2}", 24, "#1f6b45")


def _essay(pen: Draw, box: Box, step: int) -> None:
    left, top, right, bottom = box
    pen.rectangle((left, top, right, bottom), fill="#eceff1")
    pen.rectangle((left + 220, top + 24, right - 220, bottom), fill=PAPER)
    _text(pen, left + 300, top + 70, "De geschiedenis van de stad", 30, INK)
    for number in range(min(len(WORDS), 2 + step)):
        y = top + 140 + number * 38
        _text(pen, left + 300, y, WORDS[number], 20, INK)


def _sheet(pen: Draw, box: Box, step: int) -> None:
    left, top, right, bottom = box
    for x in range(left, right, 112):
        pen.line((x, top, x, bottom), fill=FAINT)
    for row, y in enumerate(range(top, bottom, 28)):
        pen.line((left, y, right, y), fill=FAINT)
        if row < 4 + step:
            for column in range(4):
                cell = f"{(row * 7 + column * 13) % 97 / 4:.1f}"
                _text(pen, left + 8 + column * 112, y + 5, cell, 16, INK)
    for number in range(8):
        x, high = right - 420 + number * 44, 30 + (number * 53 + step * 17) % 190
        pen.rectangle((x, bottom - 60 - high, x + 30, bottom - 60), fill="#1f6b45")


def _code(pen: Draw, box: Box, step: int) -> None:
    pen.rectangle(box, fill="#1d2328")
    for number in range(min(len(CODE), 3 + step)):
        y = box[1] + 28 + number * 34
        _text(pen, box[0] + 24, y, str(number + 1), 20, "#5d6b76")
        _text(pen, box[0] + 80, y, CODE[number], 20, "#d8e2ea")


def _blocks(pen: Draw, box: Box, step: int) -> None:
    left, top, right, bottom = box
    colours = ("#4c97ff", "#ffab19", "#59c059", "#9966ff", "#ff6680")
    for number in range(4 + step % 5):
        y, x = top + 40 + number * 54, left + 80 + (number % 3) * 26
        fill = colours[number % len(colours)]
        pen.rounded_rectangle((x, y, x + 260, y + 44), 10, fill=fill)
    pen.rectangle((right - 460, top + 40, right - 40, top + 340), fill="#bfe3f7")
    cat = right - 400 + (step * 40) % 320
    pen.ellipse((cat, top + 220, cat + 60, top + 280), fill="#ff9a5a")
    pen.rectangle((right - 460, top + 300, right - 40, bottom - 240), fill="#8fcf7f")


def _atlas(pen: Draw, box: Box, step: int) -> None:
    left, top, right, bottom = box
    pen.rectangle(box, fill="#cfe8f3")
    for number in range(9):
        x = left + 60 + (number * 173) % (right - left - 320)
        y = top + 30 + (number * 97) % (bottom - top - 220)
        green = ("#9fc98f", "#b9d7a2", "#86b879")[number % 3]
        pen.ellipse((x, y, x + 260, y + 180), fill=green)
    pin = left + 200 + (step * 90) % 700
    pen.ellipse((pin, top + 200, pin + 22, top + 222), fill="#c4452f")
    _text(pen, left + 24, bottom - 60, "Waar ligt de Schelde?", 24, INK)


def _text(pen: Draw, x: int, y: int, text: str, size: int, fill: str) -> None:
    pen.text((x, y), text, fill=fill, font=ImageFont.load_default(size))


KINDS: Final[tuple[Callable[[Draw, Box, int], None], ...]] = (
    _worksheet,
    _essay,
    _sheet,
    _code,
    _blocks,
    _atlas,
)
