# SPDX-License-Identifier: GPL-3.0-or-later
"""Paint the pill as one prepared picture, so that its true px are known beforehand.

Everything stands on a grid whose step is an even number of physical px: a half-size
base picture then holds whole, clean px of every proof cell.
Source: docs/spec/indicator.md, "Anatomy"; docs/spec/pixels.md, "The proof".
"""

import math
from dataclasses import dataclass
from typing import Final

from PIL import Image, ImageDraw
from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QImage,
    QPainter,
    QPen,
)

from agent.session.eye import EyeFace, Look
from agent.session.platform.base import Pixels, Rect
from agent.session.qt import icons
from agent.session.qt.theme import Tokens

GRID: Final = 8  # logical px
HEIGHT: Final = 48
TEXT_LEFT: Final = 52
TEXT_MOST: Final = 330
CELL_COLUMNS: Final = 3
CELL_ROWS: Final = 4
NONCE_BITS: Final = CELL_COLUMNS * CELL_ROWS - 2
RING_PX: Final = 2
RIM: Final = 1.5  # the window's outline is cut in whole logical px


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything stands, in logical px of the grid."""

    width: int
    button: QRectF | None
    hairline: float
    cells_left: int
    text_width: float


@dataclass(frozen=True, slots=True)
class Painted:
    """A pill ready to be shown: its picture, and what the proof needs of it."""

    image: QImage
    layout: Layout
    step_px: int  # physical px per grid step, even

    @property
    def pixels(self) -> Pixels:
        """Give the true px."""
        image = self.image
        return Pixels(image.width(), image.height(), bytes(image.constBits()))

    def references(self) -> list[Rect]:
        """Give the dark and the light reference cell, physical px in the pill."""
        return [_cell(self.layout, number, self.step_px) for number in (0, 1)]

    def mask(self) -> Image.Image:
        """Give 255 where the pill is whole; the ragged rim is left out."""
        size = (self.image.width(), self.image.height())
        mask = Image.new("L", size, 0)
        rim = math.ceil(RIM * self.step_px / GRID)
        box = (rim, rim, size[0] - 1 - rim, size[1] - 1 - rim)
        ImageDraw.Draw(mask).rounded_rectangle(box, size[1] // 2 - rim, fill=255)
        return mask

    def physical(self, box: QRectF) -> QRectF:
        """Give a box of the grid in physical px."""
        k = self.step_px / GRID
        return QRectF(box.x() * k, box.y() * k, box.width() * k, box.height() * k)


def step_px(ratio: float, factor: float) -> int:
    """Give the even number of physical px nearest to one grid step."""
    return max(4, 2 * round(GRID * ratio * factor / 2))


def font(px: float, *, strong: bool = False) -> QFont:
    """Give the system font at a size in px."""
    made = QFont(QGuiApplication.font())
    made.setPixelSize(max(1, round(px)))
    weight = QFont.Weight.DemiBold if strong else QFont.Weight.Normal
    made.setWeight(weight)
    return made


def layout(face: EyeFace, most_width: float) -> Layout:
    """Measure the words and place the parts."""
    strong, plain = QFontMetricsF(font(13, strong=True)), QFontMetricsF(font(12))
    wide = max(
        strong.horizontalAdvance(face.line1), plain.horizontalAdvance(face.line2)
    )
    rest = TEXT_LEFT + 12 + 9 + CELL_COLUMNS * GRID + 20
    button_width = 0.0
    if face.press is not None:
        button_width = max(56.0, strong.horizontalAdvance(face.press_words) + 32)
        rest += round(button_width) + 12
    text_width = min(wide + 2, max(80.0, min(TEXT_MOST, most_width - rest)))
    right = TEXT_LEFT + text_width + 12
    button = None
    if face.press is not None:
        button = QRectF(right, 8, button_width, 32)
        right += button_width + 12
    cells_left = GRID * math.ceil((right + 9) / GRID)
    width = GRID * math.ceil((cells_left + CELL_COLUMNS * GRID + 18) / GRID)
    return Layout(width, button, cells_left - 9, cells_left, text_width)


def paint(
    face: EyeFace,
    tokens: Tokens,
    nonce: int,
    ratio: float,
    factor: float,
    most_width: float,
) -> Painted:
    """Paint the pill.

    Args:
        face: what it says.
        tokens: colours.
        nonce: NONCE_BITS bits shown by the cells.
        ratio: physical px per logical px of the screen.
        factor: larger for young pupils.
        most_width: what the screen has, logical px.
    """
    placed = layout(face, most_width / factor)
    step = step_px(ratio, factor)
    image = QImage(
        placed.width // GRID * step,
        HEIGHT // GRID * step,
        QImage.Format.Format_ARGB32_Premultiplied,
    )
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHints(
        QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing
    )
    painter.scale(step / GRID, step / GRID)
    _ground(painter, placed, face, tokens)
    _eye(painter, face, tokens)
    _texts(painter, placed, face, tokens)
    _button(painter, placed, face, tokens)
    _cells(painter, placed, face, tokens, nonce)
    painter.end()
    return Painted(image, placed, step)


def _filled(face: EyeFace) -> bool:
    return face.look is Look.FILLED


def _ground(painter: QPainter, placed: Layout, face: EyeFace, tokens: Tokens) -> None:
    """Draw the ring in the ground colour, the edge, the ground."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(tokens.surface))
    whole = QRectF(0, 0, placed.width, HEIGHT)
    painter.drawRoundedRect(whole, HEIGHT / 2, HEIGHT / 2)
    edge = {Look.QUIET: tokens.control, Look.OUTLINE: tokens.control}
    pen = QPen(QColor(edge.get(face.look, tokens.accent)))
    pen.setWidthF(2.0 if face.look is Look.EDGE else 1.0)
    painter.setPen(pen)
    painter.setBrush(QColor(tokens.accent if _filled(face) else tokens.surface))
    inset = RING_PX + pen.widthF() / 2
    inner = whole.adjusted(inset, inset, -inset, -inset)
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)


def _eye(painter: QPainter, face: EyeFace, tokens: Tokens) -> None:
    """Draw the eye in its disc, and the ring of the time left."""
    centre = QPointF(24, 24)
    looks = face.look in {Look.EDGE, Look.FILLED}
    painter.setPen(Qt.PenStyle.NoPen)
    if _filled(face):
        painter.setBrush(QColor(tokens.on_accent))
        painter.drawEllipse(centre, 13, 13)
        _time_ring(painter, face, tokens)
        ink = tokens.accent
    else:
        painter.setBrush(QColor(tokens.accent_soft if looks else tokens.sunken))
        if face.look is Look.OUTLINE:
            painter.setBrush(QColor(tokens.surface))
            painter.setPen(QPen(QColor(tokens.text2), 1))
        painter.drawEllipse(centre, 15.5, 15.5)
        ink = tokens.accent if looks else tokens.text
    icons.draw(painter, face.icon, ink, QRectF(14, 14, 20, 20))


def _time_ring(painter: QPainter, face: EyeFace, tokens: Tokens) -> None:
    if face.ring is None:
        return
    pen = QPen(QColor(tokens.on_accent), 2.5)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    whole_turn = 360 * 16  # Qt counts sixteenths of a degree
    box = QRectF(24 - 16.5, 24 - 16.5, 33, 33)
    painter.drawArc(box, 90 * 16, round(whole_turn * face.ring))


def _texts(painter: QPainter, placed: Layout, face: EyeFace, tokens: Tokens) -> None:
    first = tokens.on_accent if _filled(face) else tokens.text
    second = tokens.on_accent if _filled(face) else tokens.text2
    width = placed.text_width
    _line(painter, QRectF(TEXT_LEFT, 7, width, 18), face.line1, first, strong=True)
    _line(painter, QRectF(TEXT_LEFT, 24, width, 17), face.line2, second)


def _line(
    painter: QPainter, box: QRectF, words: str, colour: str, *, strong: bool = False
) -> None:
    """Write one line, shortened with dots when it does not fit."""
    chosen = font(13 if strong else 12, strong=strong)
    words = QFontMetricsF(chosen).elidedText(
        words, Qt.TextElideMode.ElideRight, box.width()
    )
    painter.setFont(chosen)
    painter.setPen(QColor(colour))
    painter.drawText(
        box, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words
    )


def _button(painter: QPainter, placed: Layout, face: EyeFace, tokens: Tokens) -> None:
    if placed.button is None:
        return
    filled = _filled(face)
    painter.setPen(Qt.PenStyle.NoPen if filled else QPen(QColor(tokens.control), 1))
    painter.setBrush(QColor(tokens.on_accent if filled else tokens.surface))
    painter.drawRoundedRect(placed.button.adjusted(0.5, 0.5, -0.5, -0.5), 16, 16)
    painter.setFont(font(13, strong=True))
    painter.setPen(QColor(tokens.accent if filled else tokens.text))
    painter.drawText(placed.button, Qt.AlignmentFlag.AlignCenter, face.press_words)


def _cells(
    painter: QPainter, placed: Layout, face: EyeFace, tokens: Tokens, nonce: int
) -> None:
    """Draw the hairline and the cells: dark, light, then the bits of the nonce."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    filled = _filled(face)
    on = tokens.on_accent if filled else tokens.text
    off = tokens.accent_hover if filled else tokens.sunken
    line = QRectF(placed.hairline, 12, 1, 24)
    painter.fillRect(line, QColor(on if filled else tokens.line))
    for number in range(NONCE_BITS + 2):
        bit = number == 0 or (number > 1 and nonce >> (number - 2) & 1)
        box = _cell(placed, number, GRID)
        painter.fillRect(
            QRect(box.x_px, box.y_px, box.width_px, box.height_px),
            QColor(on if bit else off),
        )


def _cell(placed: Layout, number: int, step: int) -> Rect:
    """Give one cell; number 0 and 1 are the references."""
    column, row = number % CELL_COLUMNS, number // CELL_COLUMNS
    left = placed.cells_left // GRID + column
    return Rect(left * step, (1 + row) * step, step, step)
