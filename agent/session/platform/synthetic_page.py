# SPDX-License-Identifier: GPL-3.0-or-later
"""The page on a drawn desktop: somebody's school work, growing line by line."""

import random
from functools import lru_cache
from typing import Final

from PIL import Image, ImageDraw, ImageFont

GROUNDS: Final = ("#3e5a44", "#37566b", "#5b4c66", "#6b5a3e", "#44605f", "#5a4141")
BANDS: Final = ("#244a8f", "#5b4b8a", "#1f6b45", "#8a4b2d", "#0b6374", "#7a3560")
TITLES: Final = (
    "Wiskunde 4 · Tweedegraadsvergelijkingen",
    "Geschiedenis van de stad",
    "Taak: de top van de parabool",
    "Aardrijkskunde · Rivieren",
    "Nederlands · Boekbespreking",
    "Techniek · Een brug tekenen",
)
WORDS: Final = ("lijn", "punt", "getal", "taak", "boek", "stad", "rivier", "kaart")
LINES: Final = 14
KEPT: Final = 4


@lru_cache(maxsize=KEPT)
def page(width: int, height: int, seed: int, step: int) -> Image.Image:
    """Draw the desktop of one pupil after this many steps of work."""
    image = Image.new("RGB", (width, height), GROUNDS[seed % len(GROUNDS)])
    draw = ImageDraw.Draw(image)
    left, top, right = width // 10, height // 14, width - width // 10
    bottom = height - height // 16
    draw.rectangle((left, top, right, bottom), fill="#ffffff")
    draw.rectangle((left, top, right, top + height // 22), fill="#dfe3e6")
    band = top + height // 22
    draw.rectangle((left, band, right, band + height // 12), fill=_of(BANDS, seed))
    _text(draw, (left + width // 40, band + height // 40), _of(TITLES, seed), "#ffffff")
    _lines(draw, (left + width // 40, band + height // 8), width, height, seed, step)
    draw.rectangle((0, height - height // 24, width, height), fill="#1f2a33")
    return image


def _lines(
    draw: ImageDraw.ImageDraw,
    at: tuple[int, int],
    width: int,
    height: int,
    seed: int,
    step: int,
) -> None:
    """Write as many lines as the work has grown; after a full page it starts anew."""
    chance = random.Random(seed)  # noqa: S311 -- a drawing, not a secret
    written = 2 + step % (LINES - 1)
    for number in range(LINES):
        words = " ".join(chance.choice(WORDS) for _ in range(4 + number % 5))
        if number < written:
            y = at[1] + number * height // 20
            _text(draw, (at[0], y), words, "#182026", scale=width // 80)


def _text(
    draw: ImageDraw.ImageDraw,
    at: tuple[int, int],
    words: str,
    fill: str,
    scale: int = 24,
) -> None:
    font = ImageFont.load_default(max(10, scale))
    draw.text(at, words, fill=fill, font=font)


def _of(choices: tuple[str, ...], seed: int) -> str:
    return choices[seed % len(choices)]
