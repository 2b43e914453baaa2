# SPDX-License-Identifier: GPL-3.0-or-later
"""The teacher's window: puts the parts together and shows what the core says."""

from typing import Final

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from console.core.acts import EndLesson, WindowAlive
from console.core.ports import Worker
from console.core.view import LogView, Pixels, SlotView, WallView
from console.qt.actions import Actions
from console.qt.bottom_bar import BottomBar
from console.qt.bridge import Bridge
from console.qt.buttons import Button
from console.qt.cover import ScreenGuard
from console.qt.deeds import Deeds
from console.qt.end_page import EndPage
from console.qt.fitting import fit
from console.qt.leave_dialog import LeaveDialog
from console.qt.lesson_bar import LessonBar
from console.qt.log_page import LogPage
from console.qt.memory import NOTICE_READ, Memory
from console.qt.menus import open_more, open_share
from console.qt.notice_page import NoticePage
from console.qt.start_page import StartPage
from console.qt.tab_order import order_tabs, stops_in
from console.qt.theme import Theme
from console.qt.tile_painter import NAME_FOOT_PX
from console.qt.tokens import DRAWER_BELOW_PX, MORE_BELOW_PX, TINY_BELOW_PX
from console.qt.trouble_bar import TroubleBar
from console.qt.view_window import ViewWindow
from console.qt.wall_model import WallModel
from console.qt.wall_page import WallPage
from console.qt.wall_view import WallView as TileWall
from console.qt.window_clock import WindowClock
from console.qt.window_state import WindowState
from console.qt.words.words import Words

ALIVE_MS: Final = 1_000
SMALLEST_PX: Final = (640, 340)
USUAL_PX: Final = (1_440, 900)


class MainWindow(QMainWindow):
    """Start, lesson, log and end, one page at a time."""

    left = Signal()

    def __init__(
        self, theme: Theme, words: Words, worker: Worker, bridge: Bridge, memory: Memory
    ) -> None:
        super().__init__()
        self.setObjectName("mainWindow")
        self.setWindowTitle(words.product)
        self.setMinimumSize(*SMALLEST_PX)
        fit(self, QSize(*USUAL_PX))
        self.theme, self._words = theme, words
        self._worker, self._memory = worker, memory
        self._slot: SlotView | None = None
        self._summary_left = ""
        self._log_open, self._gone = False, False
        self.clock = WindowClock()
        self.state = WindowState(notice_read=bool(memory.recall(NOTICE_READ)))
        self.actions_by_name = Actions(self)
        for action in self.actions_by_name.all():
            self.addAction(action)
        self.model = WallModel(words, self)
        self._make_parts()
        self._lay_out()
        self.deeds = Deeds(
            worker, self.actions_by_name, self.state, memory, theme, words, self
        )
        self.deeds.anchors = self.bar.split, self.page.panel.pupil.attention
        self._connect(bridge)
        self._beat = QTimer(self, interval=ALIVE_MS)
        self._beat.timeout.connect(self._on_beat)
        self._beat.start()
        self._choose_page()

    # making

    def _make_parts(self) -> None:
        theme, words, actions = self.theme, self._words, self.actions_by_name
        self.trouble = TroubleBar(theme)
        self.bar = LessonBar(theme, words, actions)
        names = TileWall(theme, self.model, words, foot_px=NAME_FOOT_PX)
        self.start = StartPage(theme, words, actions, names)
        self.notice = NoticePage(theme, words)
        self.page = WallPage(theme, words, actions, self.model)
        self.log = LogPage(theme, words)
        self.end = EndPage(theme, words, actions)
        self.bottom = BottomBar(theme, words, actions)
        self.view_window = ViewWindow(theme, words, actions, self)

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        for page in (self.start, self.notice, self.page, self.log, self.end):
            self._pages.addWidget(page)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.bar, self.trouble):
            column.addWidget(part)
        column.addWidget(self._pages, 1)
        column.addWidget(self.bottom)
        self.setCentralWidget(middle)
        order_tabs([*stops_in(self.bar), *stops_in(self.start), *stops_in(self.notice)])
        self.page.order_tabs()

    def _connect(self, bridge: Bridge) -> None:
        bridge.shown.connect(self.show_view)
        bridge.pictured.connect(self.show_pixels)
        bridge.dropped.connect(self.drop)
        bridge.logged.connect(self.show_log)
        self.deeds.log_opened.connect(self._open_log)
        self.deeds.cover_wanted.connect(self.cover)
        self.notice.accepted.connect(self._accept_notice)
        self.log.closed.connect(self._leave_log)
        self.end.closed.connect(self._leave_summary)
        self.page.chosen_changed.connect(self._on_chosen)
        self.page.open_wanted.connect(self._raise_view)
        self.page.wall.look_wanted.connect(self._look)
        self.page.wall.link_dropped.connect(self._offer_link)
        self.page.strip.searched.connect(self._search)
        self.bottom.zoomed.connect(self.page.wall.zoom)
        self.bar.drawer_wanted.connect(self.page.turn_drawer)
        self.bar.share_wanted.connect(
            lambda: open_share(self._menu_needs(), self.state)
        )
        self.bar.more_wanted.connect(
            lambda: open_more(self._menu_needs(), self.page.turn_drawer)
        )
        app = QGuiApplication.instance()
        if isinstance(app, QGuiApplication):
            guard = ScreenGuard(app, self)
            guard.may_be_seen.connect(lambda: self.cover(covered=True))

    def _menu_needs(self) -> tuple[Theme, Words, Actions, LessonBar]:
        return self.theme, self._words, self.actions_by_name, self.bar

    # what the core says

    def show_view(self, view: WallView) -> None:
        """Show a view, whole."""
        was_in_lesson = self.state.in_lesson
        self.clock.set(view.now)
        self.state.view = view
        self.state.look.follow(view.look)
        if self.state.in_lesson != was_in_lesson:
            self._on_lesson_turned()
        if view.slot is not None and view.slot.started:
            self._slot = view.slot
        self.model.show(view, view.now)
        self._show_parts()

    def show_pixels(self, pixels: Pixels) -> None:
        """Show new pixels of one pupil, on the tile or large."""
        if pixels.large:
            self.view_window.show_pixels(pixels)
            return
        self.model.picture(pixels)
        if self.state.chosen == (pixels.pupil,):
            self._show_panel()

    def drop(self, pupil: str, large: bool) -> None:
        """Wipe the pixels of one pupil."""
        if large:
            self.view_window.drop(pupil)
            return
        self.model.drop(pupil)
        self._show_panel()

    def show_log(self, view: LogView) -> None:
        """Show the teacher's own record."""
        slot = self._slot
        self.log.show_log(view, f"{slot.class_name} {slot.subject}" if slot else "")

    # what the teacher does

    def cover(self, covered: bool) -> None:
        """Show names only, or everything; for the large view too."""
        if not self.state.in_lesson:
            covered = True
        self.state.covered = covered
        self._log_open = self._log_open and not covered
        if self.state.view is not None:
            self.model.cover(covered, self.clock.now())
            self._show_parts()
        if not covered:
            self.page.wall.setFocus()

    def leave(self) -> None:
        """Close without asking; a lesson that runs ends."""
        if self._gone:
            return
        self._gone = True
        if self.state.in_lesson:
            self._worker.act(EndLesson())
        self._beat.stop()
        self.view_window.hide()
        self.model.drop_all()
        self.left.emit()

    def _accept_notice(self) -> None:
        self._memory.remember(NOTICE_READ, "1")
        self.state.notice_read = True
        self._show_parts()

    def _look(self, pupil: str) -> None:
        look = self.state.view.look if self.state.view else None
        if look is not None and look.pupil == pupil:
            self._raise_view()
        else:
            self.actions_by_name.run("look", {"pupil": pupil})

    def _offer_link(self, url: str, pupil: str) -> None:
        pupils = [pupil] if pupil and not self.state.covered else []
        self.actions_by_name.run("link", {"url": url, "pupils": pupils})

    def _search(self, letters: str) -> None:
        if self.state.view is not None:
            self.model.search(letters, self.clock.now())
            self.page.show_state(self.state, self.clock.now())

    def _on_chosen(self) -> None:
        self.state.chosen = self.page.wall.chosen()
        self._show_panel()
        self.page.show_choice(covered=self.state.covered)

    def _raise_view(self) -> None:
        self.view_window.show()
        self.view_window.raise_()
        self.view_window.activateWindow()

    def _open_log(self) -> None:
        self._log_open = True
        self._choose_page()
        self.log.list.setFocus()

    def _leave_log(self) -> None:
        self._log_open = False
        self._choose_page()

    def _leave_summary(self) -> None:
        self._summary_left = self.state.view.summary if self.state.view else ""
        self.end.forget()
        self._choose_page()

    # showing

    def _on_lesson_turned(self) -> None:
        self.state.covered, self._log_open = True, False
        self._summary_left = ""
        self.page.wall.clearSelection()
        now = self.clock.now()
        self.model.cover(covered=True, now=now)
        if not self.state.in_lesson:
            self.model.drop_all()

    def _show_parts(self) -> None:
        view = self.state.view
        if view is None:
            return
        self.actions_by_name.allow(self.state)
        self.bottom.show_view(view, in_lesson=self.state.in_lesson)
        now = self.clock.now()
        if self.state.in_lesson and view.slot is not None:
            usual = self.deeds.usual()
            self.bar.show_view(view, view.slot, usual, covered=self.state.covered)
            self.page.show_state(self.state, now)
        else:
            self.start.show_view(view)
        look = view.look if self.state.in_lesson else None
        self.view_window.show_look(
            look, now, demo=view.demo, covered=self.state.covered
        )
        self._choose_page()

    def _show_panel(self) -> None:
        if self.state.view is not None and self.state.in_lesson:
            self.page.panel.show_state(self.state, self.model, self.clock.now())

    def _choose_page(self) -> None:
        page = self._page()
        trouble = self.state.view.trouble if self.state.view else ""
        self.trouble.show_trouble("" if page is self.end else trouble)
        if page is not self._pages.currentWidget():
            self._pages.setCurrentWidget(page)
            self._focus_first(page)
        self.bar.setVisible(self.state.in_lesson)

    def _page(self) -> QWidget:
        view = self.state.view
        if not self.state.notice_read:
            return self.notice
        if self._log_open:
            return self.log
        if self.state.in_lesson:
            return self.page
        if view is not None and view.summary and view.summary != self._summary_left:
            self.end.show_summary(view.summary, self._slot, view.held)
            return self.end
        return self.start

    def _focus_first(self, page: QWidget) -> None:
        first = {
            self.start: self.start.start,
            self.notice: self.notice.read,
            self.page: self.page.cover.open if self.state.covered else self.page.wall,
            self.end: self.end.close_it,
        }.get(page)
        if first is not None:
            first.setFocus()
        if isinstance(first, Button):
            first.be_new()

    def _on_beat(self) -> None:
        self._worker.act(WindowAlive())
        view = self.state.view
        if view is None or view.slot is None or not self.state.in_lesson:
            return
        now = self.clock.now()
        self.model.refresh(now)
        self.bar.refresh(view, view.slot, now)
        self.view_window.refresh(now)
        self.page.show_state(self.state, now)

    # Qt's side

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space covers, Esc ends, Enter starts; letters and arrows are the wall's."""
        keys = {
            Qt.Key.Key_Space: self._on_space,
            Qt.Key.Key_Escape: self._on_escape,
            Qt.Key.Key_Return: self._on_enter,
            Qt.Key.Key_Enter: self._on_enter,
        }
        deed = keys.get(Qt.Key(event.key()))
        if deed is None:
            super().keyPressEvent(event)
        elif not event.isAutoRepeat():
            deed()

    def _on_space(self) -> None:
        self.actions_by_name.run("uncover" if self.state.covered else "cover")

    def _on_enter(self) -> None:
        if self._pages.currentWidget() is self.start:
            self.actions_by_name.run("startLesson")

    def _on_escape(self) -> None:
        for name in ("stopLooking", "endAttention"):
            if self.actions_by_name[name].isEnabled():
                self.actions_by_name.run(name)
                return
        if self._log_open:
            self._leave_log()
        else:
            self.page.shut_drawer()
            self.page.leave_choice()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold what does not fit."""
        super().resizeEvent(event)
        drawer = self.width() < DRAWER_BELOW_PX
        more = self.width() < MORE_BELOW_PX
        tiny = self.width() < TINY_BELOW_PX
        self.bar.fold(drawer=drawer, snug=more, tiny=tiny)
        self.bottom.fold(tiny=tiny)
        self.page.strip.fold(tiny=tiny)
        self.page.fold(drawer=drawer)
        self.start.fold(narrow=more)
        self.log.fold(narrow=more)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask first while a lesson runs; closing ends it."""
        if self._gone or not self.state.in_lesson:
            self.leave()
            event.accept()
            return
        event.ignore()
        dialog = LeaveDialog(self.theme, self._words, self)
        dialog.left.connect(self.leave)
        dialog.open()
