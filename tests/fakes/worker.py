# SPDX-License-Identifier: GPL-3.0-or-later
"""A worker without a network: a class of made-up pupils with drawn screens.

It answers every act at once, on the caller's thread, as a kind class would.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from console.core.acts import (
    AskAttention,
    EndAttention,
    EndLesson,
    LookAt,
    ReadLog,
    SeeHand,
    ShowScreens,
    StartLesson,
    StopLooking,
    StopScreens,
    TeacherAct,
)
from console.core.ports import Screen
from console.core.view import (
    AttentionView,
    Choice,
    HandView,
    LockMark,
    LogLine,
    LogView,
    LookView,
    Pixels,
    SlotView,
    TileState,
    TileView,
    WallView,
)

BRUSSELS: Final = ZoneInfo("Europe/Brussels")
NOW: Final = datetime(2026, 11, 23, 10, 38, 20, tzinfo=BRUSSELS)
NAMES: Final = (
    "Amina B.",
    "Bram D.",
    "Casper E.",
    "Dina F.",
    "Elif G.",
    "Finn H.",
    "Gita J.",
    "Hamza K.",
    "Ilse L.",
    "Jonas V.",
    "Kaat M.",
    "Lars N.",
    "Mila O.",
    "Noor P.",
    "Otis Q.",
    "Pieter R.",
    "Quinten S.",
    "Rania T.",
    "Sami U.",
    "Tess V.",
    "Umar W.",
    "Vera X.",
    "Wout Y.",
    "Yara Z.",
)
REASONS: Final = (
    Choice("own_work", "zelfstandig werk"),
    Choice("help", "hulp"),
    Choice("test", "toets"),
)
ATTENTION_REASONS: Final = (
    Choice("board", "Kijk even naar het bord."),
    Choice("end", "We ronden af."),
)
NO_PICTURE: Final = frozenset({"Casper E.", "Kaat M.", "Quinten S.", "Wout Y."})
WIDTH_PX: Final = 192
HEIGHT_PX: Final = 108


def pupil_id(number: int) -> str:
    """Make up the id of a pupil."""
    return f"{number + 1:032x}"


def slot(*, started: bool) -> SlotView:
    """Give the lesson of the made-up timetable."""
    starts = NOW.replace(hour=10, minute=20, second=0)
    ends = NOW.replace(hour=11, minute=10, second=0)
    return SlotView("4B", "wiskunde", "mevr. Peeters", starts, ends, started)


def class_of(count: int, state: TileState = TileState.ABSENT) -> tuple[TileView, ...]:
    """Make a class up."""
    return tuple(
        TileView(pupil_id(n), _name(n), f"{n:03d}", state) for n in range(count)
    )


def _name(number: int) -> str:
    again = number // len(NAMES)
    return NAMES[number % len(NAMES)] + (str(again + 1) if again else "")


def view(*, started: bool = True, count: int = 24) -> WallView:
    """Give a wall with everyone connected and no screen shown."""
    state = TileState.PRESENT if started else TileState.ABSENT
    return WallView(
        NOW,
        demo=False,
        slot=slot(started=started),
        tiles=class_of(count, state),
        expected=count,
        connected=count if started else 0,
        reasons=REASONS,
        attention_reasons=ATTENTION_REASONS,
    )


def busy_view() -> WallView:
    """Give a wall in mid-lesson: pictures, greys, two hands, a look, a lost link."""
    made = view()
    tiles = [_busy_tile(tile) for tile in made.tiles]
    look = LookView(pupil_id(9), "Jonas V.", "hulp", NOW + timedelta(seconds=100))
    return replace(
        made,
        tiles=tuple(tiles),
        connected=22,
        overview_reason="zelfstandig werk",
        overview_until=NOW + timedelta(minutes=10),
        look=look,
    )


def _busy_tile(tile: TileView) -> TileView:
    if tile.name in NO_PICTURE:
        return replace(tile, state=TileState.NO_PICTURE)
    if tile.name == "Otis Q.":
        lost = NOW - timedelta(minutes=7)
        return replace(tile, state=TileState.LOST, lost_since=lost)
    shown = replace(tile, state=TileState.SHOWN, picture=1)
    if tile.name == "Dina F.":
        return replace(
            shown, hand=HandView(1, NOW - timedelta(minutes=4), offers_look=True)
        )
    if tile.name == "Sami U.":
        hand = HandView(2, NOW - timedelta(minutes=1), offers_look=False)
        return replace(tile, state=TileState.NO_PICTURE, hand=hand)
    if tile.name == "Elif G.":
        return replace(shown, lock=LockMark.SHOWN)
    return shown


def attention_view() -> WallView:
    """Give a wall while the class is asked to look up."""
    made = busy_view()
    asked = AttentionView(
        "Kijk even naar het bord.", NOW + timedelta(seconds=112), None
    )
    return replace(
        made, look=None, attention=asked, tiles=tuple(map(_locked, made.tiles))
    )


def _locked(tile: TileView) -> TileView:
    if tile.state is TileState.LOST:
        return tile
    if tile.name == "Dina F.":
        return replace(tile, lock=LockMark.REQUESTED)
    mark = LockMark.NOT_SHOWN if tile.name == "Sami U." else LockMark.SHOWN
    return replace(tile, lock=mark)


def log_view() -> LogView:
    """Give a record of a lesson."""
    sentences = (
        (18, "", "De les begon.", True),
        (16, "", "Aandacht van de hele klas. Reden: start van de les. 1 min 40.", True),
        (14, "", "Kleine beelden. Waarom: zelfstandig werk.", True),
        (12, "", "Link gedeeld: www.geogebra.org.", True),
        (3, "Elif G.", "Aandacht gevraagd. Reden: uitleg aan de bank.", True),
        (2, "Jonas V.", "Groot gekeken. Waarom: hulp. Loopt nog.", False),
    )
    lines = (
        LogLine(NOW - timedelta(minutes=ago), name, text, proved)
        for ago, name, text, proved in sentences
    )
    return LogView(tuple(lines), "De lijst klopt. Elke laptop heeft dezelfde regels.")


def drawn(pupil: str, number: int, *, large: bool = False) -> Pixels:
    """Draw a made-up screen: a coloured bar over a page with grey lines."""
    width, height = (1280, 720) if large else (WIDTH_PX, HEIGHT_PX)
    hue = ((number * 67) % 160 + 40, (number * 29) % 120 + 40, (number * 97) % 160 + 60)
    rows = [bytes(_row_colour(y, height, hue)) * width for y in range(height)]
    return Pixels(pupil, large, width, height, b"".join(rows))


def _row_colour(
    y_px: int, height_px: int, bar: tuple[int, int, int]
) -> tuple[int, int, int]:
    if y_px < height_px // 6:
        return bar
    if y_px > height_px - height_px // 20:
        return (30, 40, 50)
    line = (y_px * 24 // height_px) % 3 == 0
    return (205, 210, 214) if line else (250, 250, 252)


class FakeWorker:
    """Records acts and answers with views; `screen` may be a Bridge or a fake."""

    def __init__(self, screen: Screen, first: WallView | None = None) -> None:
        self.acts: list[TeacherAct] = []
        self.stopped = False
        self._screen = screen
        self._view = first or view(started=False)
        self.show(self._view)

    @property
    def shown(self) -> WallView:
        """Give what is shown now."""
        return self._view

    def show(self, shown: WallView) -> None:
        """Show a view, as the core would."""
        self._view = shown
        self._screen.show(shown)

    def send_pictures(self) -> None:
        """Send a drawn screen for every tile that shows one."""
        for number, tile in enumerate(self._view.tiles):
            if tile.state is TileState.SHOWN:
                self._screen.picture(drawn(tile.pupil, number))

    def act(self, act: TeacherAct) -> None:
        """Take an act."""
        self.acts.append(act)
        answered = self._answer(act)
        if answered is not None:
            self.show(answered)
            self.send_pictures()
            self._send_large(act)

    def stop(self) -> None:
        """End."""
        self.stopped = True

    def _answer(self, act: TeacherAct) -> WallView | None:
        answers: dict[type, Callable[..., WallView | None]] = {
            StartLesson: self._started,
            EndLesson: self._ended,
            ShowScreens: self._with_screens,
            StopScreens: self._without_screens,
            LookAt: self._looking,
            StopLooking: self._not_looking,
            AskAttention: self._with_attention,
            EndAttention: self._without_attention,
            SeeHand: self._hand_down,
            ReadLog: self._logged,
        }
        answer = answers.get(type(act))
        return answer(act) if answer else None

    def _started(self, _act: StartLesson) -> WallView:
        made = self._view
        return replace(view(count=len(made.tiles)), demo=made.demo)

    def _ended(self, _act: EndLesson) -> WallView:
        made = self._view
        over = view(started=False, count=len(made.tiles))
        summary = "4 min meegekeken, 3 handen"
        return replace(over, demo=made.demo, summary=summary)

    def _logged(self, _act: ReadLog) -> None:
        self._screen.log(log_view())

    def _hand_down(self, act: SeeHand) -> WallView:
        made = self._view
        tiles = [
            replace(tile, hand=None) if tile.pupil == act.pupil else tile
            for tile in made.tiles
        ]
        return replace(made, tiles=tuple(tiles))

    def _with_screens(self, act: ShowScreens) -> WallView:
        made = self._view
        tiles = [
            replace(
                tile,
                state=TileState.NO_PICTURE
                if tile.name in NO_PICTURE
                else TileState.SHOWN,
                picture=1,
            )
            for tile in made.tiles
        ]
        reason = next(r.words for r in made.reasons if r.code == act.reason_code)
        return replace(made, tiles=tuple(tiles), overview_reason=reason)

    def _without_screens(self, _act: StopScreens) -> WallView:
        made = self._view
        for tile in made.tiles:
            self._screen.drop(tile.pupil, False)  # noqa: FBT003 -- the port's shape
        tiles = [replace(tile, state=TileState.PRESENT) for tile in made.tiles]
        return replace(made, tiles=tuple(tiles), overview_reason=None)

    def _looking(self, act: LookAt) -> WallView:
        made = self._view
        tile = next(t for t in made.tiles if t.pupil == act.pupil)
        until = NOW + timedelta(seconds=act.seconds)
        return replace(made, look=LookView(act.pupil, tile.name, "hulp", until))

    def _send_large(self, act: TeacherAct) -> None:
        if isinstance(act, LookAt):
            number = [tile.pupil for tile in self._view.tiles].index(act.pupil)
            self._screen.picture(drawn(act.pupil, number, large=True))

    def _not_looking(self, _act: StopLooking) -> WallView:
        made = self._view
        if made.look is not None:
            self._screen.drop(made.look.pupil, True)  # noqa: FBT003 -- the port's shape
        return replace(made, look=None)

    def _without_attention(self, _act: EndAttention) -> WallView:
        made = self._view
        tiles = [replace(tile, lock=LockMark.NONE) for tile in made.tiles]
        return replace(made, tiles=tuple(tiles), attention=None)

    def _with_attention(self, act: AskAttention) -> WallView:
        made = self._view
        until = NOW + timedelta(seconds=act.seconds)
        reason = next(
            r.words for r in made.attention_reasons if r.code == act.reason_code
        )
        tiles = [
            replace(tile, lock=LockMark.SHOWN)
            if act.pupil in {None, tile.pupil}
            else tile
            for tile in made.tiles
        ]
        asked = AttentionView(reason, until, act.pupil)
        return replace(made, tiles=tuple(tiles), attention=asked)
