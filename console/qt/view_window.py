# SPDX-License-Identifier: GPL-3.0-or-later
"""One screen, large: whose, why, how long still, and Stop kijken."""

from datetime import datetime
from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from console.core.view import LookView, Pixels
from console.qt.actions import Actions
from console.qt.buttons import Button, bind
from console.qt.fitting import fit
from console.qt.held_picture import HeldPicture
from console.qt.labels import IconLabel, PlainLabel, YieldingLabel
from console.qt.phrases import countdown, share_done
from console.qt.progress_line import ProgressLine
from console.qt.theme import Theme
from console.qt.words.words import Words

USUAL_PX: Final = QSize(1_248, 858)


class ViewWindow(QWidget):
    """Open only while a look lasts; closing it stops the look."""

    def __init__(
        self, theme: Theme, words: Words, actions: Actions, parent: QWidget
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("viewWindow")
        self.setWindowTitle(f"{words.product} · {words.view_title}")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setProperty("ground", "bg")
        fit(self, USUAL_PX)
        self._words, self._actions = words, actions
        self._look: LookView | None = None
        self._since: datetime | None = None
        self._name = YieldingLabel("", "title")
        self._why = YieldingLabel("", "second")
        self._left = PlainLabel("", "accenttitle")
        self.demo = PlainLabel(words.demo, "demo")
        self._sees = PlainLabel("", "second", wraps=True)
        self._progress = ProgressLine(theme, height_px=4, fill="accent")
        self.picture = BigPicture(theme)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._top(theme))
        column.addWidget(self._progress)
        column.addWidget(self.picture, 1)
        column.addWidget(self._bottom(theme))

    def _top(self, theme: Theme) -> QFrame:
        bar = QFrame()
        bar.setProperty("bar", "top")
        stop = Button(
            theme, self._words.stop_looking_esc, icon_name="stop", kind="main"
        )
        stop.setObjectName("stopLookingButton")
        row = QHBoxLayout(bar)
        row.setContentsMargins(24, 14, 24, 14)
        row.setSpacing(12)
        row.addWidget(IconLabel(theme, "eye-open", 22, "accent"))
        row.addWidget(self._name)
        row.addWidget(self._why)
        row.addWidget(self.demo)
        row.addStretch(1)
        row.addWidget(self._left)
        row.addWidget(bind(stop, self._actions["stopLooking"]))
        return bar

    def _bottom(self, theme: Theme) -> QFrame:
        bar = QFrame()
        bar.setProperty("bar", "bottom")
        row = QHBoxLayout(bar)
        row.setContentsMargins(24, 10, 24, 10)
        row.setSpacing(12)
        row.addWidget(self._sees, 1)
        for text, name in (
            (self._words.message, "message"),
            (self._words.link, "link"),
        ):
            row.addWidget(self._for_pupil(theme, text, name))
        return bar

    def _for_pupil(self, theme: Theme, text: str, name: str) -> Button:
        button = Button(theme, text, icon_name=name)
        button.clicked.connect(lambda: self._run(name))
        return button

    def _run(self, name: str) -> None:
        if self._look is not None:
            self._actions.run(name, {"pupil": self._look.pupil})

    def show_look(
        self, look: LookView | None, now: datetime, *, demo: bool, covered: bool
    ) -> None:
        """Show the look of a view; without one the window closes and forgets."""
        if look is None:
            self._end()
            return
        fresh = self._look is None or self._look.pupil != look.pupil
        if fresh:
            self.picture.wipe()
            self._since = None
        self._look = look
        self._name.setText(look.name)
        self._why.setText(self._words.why.format(reason=look.reason))
        self.demo.setVisible(demo)
        self._picture_words(look, covered=covered)
        self.refresh(now)
        if fresh:
            self.show()
            self.picture.setFocus()

    def _picture_words(self, look: LookView, *, covered: bool) -> None:
        words, first = self._words, look.name.split(" ", maxsplit=1)[0]
        waits = words.waiting_for_picture
        if look.until is None:
            waits = words.waiting_for_notice.format(name=first)
        self._sees.setText(words.sees_you_look.format(name=first))
        self.picture.say(words.view_covered if covered else waits)
        self.picture.cover(covered)

    def refresh(self, now: datetime) -> None:
        """Let the time run."""
        until = self._look.until if self._look else None
        self._progress.setVisible(until is not None)
        if until is None:
            self._left.setText("")
            return
        self._since = self._since or now
        left = countdown(until, now)
        self._left.setText(self._words.time_left.format(left=left))
        self._progress.show_share(1 - share_done(self._since, until, now))

    def show_pixels(self, pixels: Pixels) -> None:
        """Show a new picture, when it is of the pupil looked at."""
        if self._look is not None and self._look.pupil == pixels.pupil:
            self.picture.show_pixels(pixels, self._look.name)

    def drop(self, pupil: str) -> None:
        """Wipe the picture of one pupil."""
        if self._look is None or self._look.pupil == pupil:
            self.picture.wipe()

    def _end(self) -> None:
        if self._look is not None:
            self._look, self._since = None, None
            self.picture.wipe()
            self.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Stop on Esc; Space covers here too."""
        if event.key() == Qt.Key.Key_Escape:
            self._actions.run("stopLooking")
        elif event.key() == Qt.Key.Key_Space:
            self._actions.run("cover")
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Take closing as Stop kijken: an open look is one the teacher sees."""
        self._actions.run("stopLooking")
        event.accept()


class BigPicture(QWidget):
    """The picture as large as fits, its shape kept; wiped when the look ends."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme, self._says, self._covered = theme, "", False
        self._held: HeldPicture | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Ask for the size of a laptop's screen."""
        return QSize(1200, 675)

    def say(self, sentence: str) -> None:
        """Set what stands here when there is no picture."""
        if sentence != self._says:
            self._says = sentence
            self.update()

    def cover(self, covered: bool) -> None:
        """Paint no picture while the wall is covered."""
        if covered != self._covered:
            self._covered = covered
            self.update()

    def show_pixels(self, pixels: Pixels, name: str) -> None:
        """Show a new picture."""
        self.wipe()
        self._held = HeldPicture(pixels)
        self.setAccessibleName(name)
        self.update()

    def wipe(self) -> None:
        """Overwrite and forget the picture."""
        if self._held is not None:
            self._held.wipe()
            self._held = None
            self.update()

    def has_picture(self) -> bool:
        """Say whether a picture is held now."""
        return self._held is not None

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the picture, or the sentence that stands for it."""
        painter = QPainter(self)
        room = self.rect().adjusted(24, 24, -24, -24)
        if self._held is None or self._covered:
            painter.fillRect(room, self._theme.color("none"))
            painter.setPen(self._theme.color("text2"))
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._says)
        else:
            self._paint_image(painter, room, self._held.source())
        painter.end()

    def _paint_image(self, painter: QPainter, room: QRect, image: QImage) -> None:
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        size = image.size().scaled(room.size(), Qt.AspectRatioMode.KeepAspectRatio)
        where = QRect(room.topLeft(), size)
        where.moveCenter(room.center())
        painter.drawImage(where, image)
        painter.setPen(self._theme.color("line"))
        painter.drawRect(where)
