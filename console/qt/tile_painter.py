# SPDX-License-Identifier: GPL-3.0-or-later
"""Paint one tile: picture 16:9 or grey, a chip, a name, one sentence."""

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap

from console.qt.held_picture import HeldPicture
from console.qt.icons import icon_pixmap
from console.qt.theme import Theme
from console.qt.tile_face import Chip, Ground, TileFace, Weight
from console.qt.tokens import (
    CAPTION_PX,
    CARD_RADIUS_PX,
    HEADING_PX,
    RADIUS_PX,
    SMALL_PX,
)

SIDE_PX: Final = 8  # around the picture, inside the cell: room for ground and frame
TOP_PX: Final = 8
FOOT_PX: Final = 42
NAME_FOOT_PX: Final = 26  # where only names are shown
BOTTOM_PX: Final = 6
CHIP_PX: Final = 24
FRAME_PX: Final = 2.5
CHOSEN_PX: Final = 2
TIME_CHARS: Final = 6  # of "4 min" or "10:31", which must stay when a sentence is cut
INITIALS_SHARE: Final = 5  # of the picture's height


@dataclass(frozen=True, slots=True)
class Marks:
    """What the wall adds to a tile: chosen by the teacher, or only walked to."""

    chosen: bool = False
    current: bool = False


def cell_height_px(cell_width_px: int, foot_px: int = FOOT_PX) -> int:
    """Say how high a tile of this width is, foot included."""
    return TOP_PX + picture_size(cell_width_px).height() + foot_px + BOTTOM_PX


def picture_size(cell_width_px: int) -> QSize:
    """Say how large the picture in a tile of this width is."""
    width = max(16, cell_width_px - 2 * SIDE_PX)
    return QSize(width, round(width * 9 / 16))


class TilePainter:
    """Paints tiles in the theme's colours."""

    def __init__(self, theme: Theme) -> None:
        self._theme = theme
        self._base = QFont()
        self._name_font = self._font(SMALL_PX, QFont.Weight.DemiBold)
        self._quiet_font = self._font(CAPTION_PX, QFont.Weight.Normal)
        self._loud_font = self._font(CAPTION_PX, QFont.Weight.DemiBold)

    def paint(
        self,
        painter: QPainter,
        cell: QRect,
        face: TileFace,
        held: HeldPicture | None,
        marks: Marks,
    ) -> None:
        """Paint one tile into its cell."""
        size = picture_size(cell.width())
        box = QRect(cell.left() + SIDE_PX, cell.top() + TOP_PX, *size.toTuple())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._ground_behind(painter, cell, face, marks)
        self._picture(painter, box, face, held)
        self._edge(painter, box, face)
        if face.chip is not None:
            self._chip(painter, box, face.chip)
        self._foot(painter, box, face)

    def _ground_behind(
        self, painter: QPainter, cell: QRect, face: TileFace, marks: Marks
    ) -> None:
        around = QRectF(cell).adjusted(2, 2, -2, -1)
        if face.hand:
            self._fill(painter, around, "accent_soft", CARD_RADIUS_PX)
        if marks.chosen or marks.current:
            pen = QPen(self._theme.color("text"), CHOSEN_PX)
            if not marks.chosen:
                pen.setStyle(Qt.PenStyle.DotLine)
            self._stroke(painter, around, pen, CARD_RADIUS_PX)

    def _picture(
        self, painter: QPainter, box: QRect, face: TileFace, held: HeldPicture | None
    ) -> None:
        if face.ground is Ground.PICTURE and held is not None:
            painter.drawImage(box.topLeft(), held.at(box.size(), _scale(painter)))
        elif face.ground is Ground.CURTAIN:
            self._fill(painter, QRectF(box), "curtain", RADIUS_PX)
            self._lock(painter, box)
        else:
            self._fill(painter, QRectF(box), "none", RADIUS_PX)
            self._initials(painter, box, face.initials)

    def _initials(self, painter: QPainter, box: QRect, text: str) -> None:
        side = max(CAPTION_PX, min(HEADING_PX * 2, box.height() // INITIALS_SHARE))
        painter.setFont(self._font(side, QFont.Weight.DemiBold))
        painter.setPen(self._theme.color("text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _lock(self, painter: QPainter, box: QRect) -> None:
        side = 24
        where = box.center() - QRect(0, 0, side, side).center()
        mark = self._icon("attention", "text2", side, painter)
        painter.drawPixmap(where, mark)

    def _edge(self, painter: QPainter, box: QRect, face: TileFace) -> None:
        width = FRAME_PX if face.framed else 1.0
        token = "accent" if face.framed else "line"
        inner = QRectF(box).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        self._stroke(painter, inner, QPen(self._theme.color(token), width), RADIUS_PX)

    def _chip(self, painter: QPainter, box: QRect, chip: Chip) -> None:
        painter.setFont(self._loud_font)
        words_px = QFontMetrics(self._loud_font).horizontalAdvance(chip.text)
        width = 8 + 16 + (words_px + 4 if chip.text else 0) + 8
        where = QRectF(box.left() + 6, box.top() + 6, width, CHIP_PX)
        ground, ink = ("accent", "on_accent") if chip.accent else ("surface", "text")
        ring = self._theme.color("surface" if chip.accent else "line")
        self._fill(painter, where, ground, CHIP_PX / 2)
        self._stroke(painter, where, QPen(ring, 1), CHIP_PX / 2)
        mark = self._icon(chip.icon, ink, 16, painter)
        painter.drawPixmap(QPointF(where.left() + 8, where.top() + 4), mark)
        painter.setPen(self._theme.color(ink))
        words = where.adjusted(28, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, chip.text)

    def _foot(self, painter: QPainter, box: QRect, face: TileFace) -> None:
        left, width = box.left() + 2, box.width() - 4
        name = QRect(left, box.bottom() + 5, width, 18)
        loud = face.weight is not Weight.QUIET
        font = self._loud_font if loud else self._quiet_font
        token = {Weight.QUIET: "text2", Weight.ACCENT: "accent"}.get(
            face.weight, "text"
        )
        sentence = QRect(left, name.bottom() + 1, width, 17)
        end, middle = Qt.TextElideMode.ElideRight, Qt.TextElideMode.ElideMiddle
        self._line(painter, name, face.name, self._name_font, "text", end)
        ends_in_time = any(c.isdigit() for c in face.sentence[-TIME_CHARS:])
        cut = middle if ends_in_time else end
        self._line(painter, sentence, face.sentence, font, token, cut)

    def _line(
        self,
        painter: QPainter,
        where: QRect,
        text: str,
        font: QFont,
        token: str,
        cut: Qt.TextElideMode,
    ) -> None:
        if not text:
            return
        fitted = QFontMetrics(font).elidedText(text, cut, where.width())
        painter.setFont(font)
        painter.setPen(self._theme.color(token))
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter, fitted)

    def _fill(
        self, painter: QPainter, where: QRectF, token: str, radius_px: float
    ) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(self._theme.tokens, token)))
        painter.drawRoundedRect(where, radius_px, radius_px)
        painter.setBrush(Qt.BrushStyle.NoBrush)

    def _stroke(
        self, painter: QPainter, where: QRectF, pen: QPen, radius_px: float
    ) -> None:
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(where, radius_px, radius_px)

    def _icon(self, name: str, token: str, side_px: int, painter: QPainter) -> QPixmap:
        color = getattr(self._theme.tokens, token)
        return icon_pixmap(name, color, side_px, _scale(painter))

    def _font(self, size_px: int, weight: QFont.Weight) -> QFont:
        font = QFont(self._base)
        font.setPixelSize(size_px)
        font.setWeight(weight)
        return font


def _scale(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()
