# SPDX-License-Identifier: GPL-3.0-or-later
"""The class as rows: what each tile shows and says, and the pixels while they may."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSize,
    Qt,
)

from console.core.view import Pixels, TileState, TileView, WallView
from console.qt.held_picture import HeldPicture
from console.qt.plain_text import clean
from console.qt.tile_face import TileFace, covered_face, face
from console.qt.words.words import Words

FACE_ROLE: Final = Qt.ItemDataRole.UserRole
PICTURE_ROLE: Final = Qt.ItemDataRole.UserRole + 1
PUPIL_ROLE: Final = Qt.ItemDataRole.UserRole + 2
NAME_CHARS: Final = 60

Index = QModelIndex | QPersistentModelIndex


class WallModel(QAbstractListModel):
    """Rows of the pupils that match the search, in the roster's order."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._view: WallView | None = None
        self._tiles: list[TileView] = []
        self._faces: list[TileFace] = []
        self._pictures: dict[str, HeldPicture] = {}
        self._fit: tuple[QSize, float] | None = None
        self._search = ""
        self._covered = True

    # what a view asks

    def rowCount(self, parent: Index | None = None) -> int:
        """Count the rows; a tile has no rows of its own."""
        return 0 if parent is not None and parent.isValid() else len(self._tiles)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Answer for one tile."""
        if not index.isValid() or index.row() >= len(self._tiles):
            return None
        shown = self._faces[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return shown.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return shown.spoken
        if role == FACE_ROLE:
            return shown
        return self._of_pupil(self._tiles[index.row()].pupil, role)

    def _of_pupil(self, pupil: str, role: int) -> object:
        if role == PUPIL_ROLE:
            return pupil
        if role == PICTURE_ROLE and not self._covered:
            return self._pictures.get(pupil)
        return None

    # what the window tells

    def show(self, view: WallView, now: datetime) -> None:
        """Take a new view over; only rows that changed are painted again."""
        self._view = view
        self._forget_unshown(view.tiles)
        self._lay_out(now)

    def cover(self, covered: bool, now: datetime) -> None:
        """Show names only, or all there is."""
        self._covered = covered
        self.refresh(now)

    def search(self, letters: str, now: datetime) -> None:
        """Keep the pupils with a name part that begins with these letters."""
        self._search = letters.strip().casefold()
        self._lay_out(now)

    def refresh(self, now: datetime) -> None:
        """Let countdowns run; only tiles whose words changed are painted again."""
        if self._view is None:
            return
        self._set_faces([self._face(tile, now) for tile in self._tiles])

    def picture(self, pixels: Pixels) -> None:
        """Hold new pixels of one pupil."""
        held = self._pictures.pop(pixels.pupil, None)
        if held is not None:
            held.wipe()
        if self._is_shown(pixels.pupil):
            fresh = HeldPicture(pixels)
            if self._fit is not None:
                fresh.at(*self._fit)
            self._pictures[pixels.pupil] = fresh
        self._repaint(pixels.pupil)

    def fit_to(self, size: QSize, scale: float) -> None:
        """Scale pictures to this size when they come, not while painting."""
        self._fit = (size, scale)

    def drop(self, pupil: str) -> None:
        """Wipe the pixels of one pupil."""
        held = self._pictures.pop(pupil, None)
        if held is not None:
            held.wipe()
            self._repaint(pupil)

    def drop_all(self) -> None:
        """Wipe all pixels."""
        for pupil in tuple(self._pictures):
            self.drop(pupil)

    # what the window asks

    def row_of(self, pupil: str) -> int | None:
        """Find the row of a pupil; None when the search hides it."""
        for row, tile in enumerate(self._tiles):
            if tile.pupil == pupil:
                return row
        return None

    def holds(self, pupil: str) -> HeldPicture | None:
        """Give the pixels of one pupil, on an open wall."""
        return None if self._covered else self._pictures.get(pupil)

    # how

    def _is_shown(self, pupil: str) -> bool:
        tiles = self._view.tiles if self._view else ()
        return any(t.pupil == pupil and t.state in _MAY_HOLD for t in tiles)

    def _forget_unshown(self, tiles: Sequence[TileView]) -> None:
        may = {tile.pupil for tile in tiles if tile.state in _MAY_HOLD}
        for pupil in [held for held in self._pictures if held not in may]:
            self.drop(pupil)

    def _lay_out(self, now: datetime) -> None:
        tiles = self._matching()
        faces = [self._face(tile, now) for tile in tiles]
        if [t.pupil for t in tiles] != [t.pupil for t in self._tiles]:
            self.beginResetModel()
            self._tiles, self._faces = tiles, faces
            self.endResetModel()
            return
        self._tiles = tiles
        self._set_faces(faces)

    def _matching(self) -> list[TileView]:
        tiles = self._view.tiles if self._view else ()
        found = [tile for tile in tiles if self._matches(tile)]
        return sorted(found, key=lambda tile: (tile.sort, tile.pupil))

    def _matches(self, tile: TileView) -> bool:
        parts = [tile.name, *tile.name.split()]
        return any(part.casefold().startswith(self._search) for part in parts)

    def _face(self, tile: TileView, now: datetime) -> TileFace:
        safe = _harmless(tile)
        if self._covered or self._view is None:
            return covered_face(safe)
        return face(safe, self._view, now, self._words)

    def _set_faces(self, faces: list[TileFace]) -> None:
        before, self._faces = self._faces, faces
        for row, (old, new) in enumerate(zip(before, faces, strict=True)):
            if old != new:
                self._changed(row)

    def _repaint(self, pupil: str) -> None:
        row = self.row_of(pupil)
        if row is not None and not self._covered:
            self._changed(row)

    def _changed(self, row: int) -> None:
        index = self.index(row)
        self.dataChanged.emit(index, index)


_MAY_HOLD: Final = frozenset({TileState.SHOWN, TileState.ASKED})


def _harmless(tile: TileView) -> TileView:
    name = clean(tile.name, NAME_CHARS)
    if name == tile.name:
        return tile
    return TileView(
        tile.pupil,
        name,
        tile.sort,
        tile.state,
        tile.picture,
        tile.hand,
        tile.lock,
        tile.looking_until,
        tile.lost_since,
    )
