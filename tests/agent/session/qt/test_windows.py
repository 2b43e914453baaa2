# SPDX-License-Identifier: GPL-3.0-or-later
"""The windows that come and go."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agent.session.qt.consent_dialog import ConsentDialog
from agent.session.qt.ledger_window import InzageWindow, Sources
from agent.session.qt.list_page import ListPage
from agent.session.qt.offer_toast import OfferToast
from agent.session.qt.presser import visible_widget
from agent.session.qt.show_ask import ShowAsk
from agent.session.qt.windows import Windows
from protocol.aio.clock import boottime
from protocol.messages.local import (
    Answer,
    Ask,
    Choice,
    ChoiceAnswer,
    Click,
    ClickKind,
    LogAskLocal,
    Looks,
    Notice,
    Order,
    OrderDone,
    OrderKind,
    Question,
    ReadAsk,
)
from tests.agent.session.qt.conftest import NOW_S, Bench
from tests.agent.session.qt.pages_state import LINK, MESSAGE, lesson, line, log_page
from tests.fakes.daemon import ACCESS

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)
QUESTION = Question(Looks.OVERVIEW, Notice("overview", "1", "Mag dat?\nJa.\nNee."))
ASK = Ask(ACCESS, Looks.SHOW, "mevr. Peeters", "", 20)


@pytest.fixture
def windows(bench: Bench) -> Iterator[Windows]:
    made = lesson()
    for name in ("welcomed", "eye", "lesson", "choices", "offers", "lines", "say"):
        setattr(bench.state, name, getattr(made, name))
    sources = Sources(lambda: None, lambda _: NOW_S, lambda: NOW_S)
    opened = Windows(
        bench.state, bench.acts, bench.screen, bench.indicator, sources, boottime
    )
    yield opened
    opened.close_all()
    for top in QApplication.topLevelWidgets():
        if isinstance(top, InzageWindow | QFileDialog):
            top.hide()
            top.deleteLater()


def press(qtbot: QtBot, name: str) -> None:
    """Press the button of this name, once it is on screen."""
    qtbot.waitUntil(lambda: visible_widget(name) is not None)
    found = visible_widget(name)
    assert isinstance(found, QPushButton)
    qtbot.mouseClick(found, Qt.MouseButton.LeftButton)


def shown(kind: type[QWidget]) -> list[QWidget]:
    """Give the windows of this kind that are on screen."""
    tops = QApplication.topLevelWidgets()
    return [top for top in tops if isinstance(top, kind) and top.isVisible()]


def test_mijn_inzage_opens_on_the_tab_asked(qtbot: QtBot, windows: Windows) -> None:
    windows.open_inzage()
    windows.open_inzage("hand")
    assert len(shown(InzageWindow)) == 1
    assert visible_widget("handUp") is not None


def test_opening_the_list_asks_for_it(windows: Windows, bench: Bench) -> None:
    windows.open_inzage("list")
    assert bench.said == [LogAskLocal(0, 50)]


@pytest.mark.parametrize(
    ("tab", "name", "kind"),
    [
        ("now", "stop", ClickKind.STOP),
        ("now", "pause", ClickKind.PAUSE),
        ("hand", "handUp", ClickKind.HAND),
        ("hand", "handOffer", ClickKind.HAND_OFFER),
    ],
)
def test_a_button_is_a_click(
    qtbot: QtBot, windows: Windows, bench: Bench, tab: str, name: str, kind: ClickKind
) -> None:
    windows.open_inzage(tab)
    with qtbot.waitSignal(windows.acted):
        press(qtbot, name)
    said = bench.said[-1]
    assert isinstance(said, Click)
    assert said.kind is kind


def test_the_hand_comes_down_again(
    qtbot: QtBot, windows: Windows, bench: Bench
) -> None:
    windows.open_inzage("hand")
    press(qtbot, "handUp")
    press(qtbot, "handDown")
    assert bench.said[-1] == Click(2, ClickKind.HAND_CLEAR, None)


def test_a_switch_is_a_choice(qtbot: QtBot, windows: Windows, bench: Bench) -> None:
    windows.open_inzage("choices")
    press(qtbot, "choiceOverviewNo")
    said = bench.said[-1]
    assert isinstance(said, Choice)
    assert (said.purpose, said.answer) == (Looks.OVERVIEW, ChoiceAnswer.NO)


def test_a_question_is_answered_and_taken_back(
    qtbot: QtBot, windows: Windows, bench: Bench
) -> None:
    windows.ask(QUESTION)
    press(qtbot, "questionYes")
    said = bench.said[-1]
    assert isinstance(said, Choice)
    assert (said.answer, said.by_switch) == (ChoiceAnswer.YES, False)
    press(qtbot, "questionUndo")
    assert bench.said[-1] == Click(2, ClickKind.UNDO, None)
    qtbot.waitUntil(lambda: not shown(ConsentDialog))


def test_a_newer_question_takes_the_older_ones_place(
    qtbot: QtBot, windows: Windows, bench: Bench
) -> None:
    windows.ask(QUESTION)
    windows.ask(Question(Looks.VIEW, Notice("view", "1", "Mag het groot?")))
    qtbot.waitUntil(lambda: len(shown(ConsentDialog)) == 1)
    assert bench.said == []
    windows.close_question()
    assert not shown(ConsentDialog)


def test_a_show_is_asked_with_a_preview_and_answered(
    qtbot: QtBot, windows: Windows, bench: Bench
) -> None:
    windows.ask_show(ASK)
    assert bench.screen.open_doors == 0
    press(qtbot, "showYes")
    assert bench.said == [Answer(ACCESS, yes=True)]


def test_an_ask_that_is_over_goes_without_an_answer(
    windows: Windows, bench: Bench
) -> None:
    windows.ask_show(ASK)
    windows.close_show(b"x" * 16)
    assert shown(ShowAsk)
    windows.close_show(ACCESS)
    assert not shown(ShowAsk)
    assert bench.said == []


def test_R63_what_is_shared_comes_up_and_opens_nothing(
    qtbot: QtBot, windows: Windows, bench: Bench
) -> None:
    bench.state.offers = [MESSAGE]
    windows.announce()
    press(qtbot, "offerRead")
    assert bench.state.offers == [MESSAGE]
    windows.open_inzage("offers")
    press(qtbot, "offerAway")
    assert bench.state.offers == []
    windows.close_all()


def test_R01_a_card_stands_inside_the_window_the_pupil_looks_at(
    qtbot: QtBot, windows: Windows, bench: Bench
) -> None:
    bench.state.offers = [MESSAGE]
    windows.open_inzage("now")
    (top,) = shown(InzageWindow)
    assert isinstance(top, InzageWindow)
    qtbot.waitUntil(top.isActiveWindow)
    windows.announce()
    (toast,) = top.findChildren(OfferToast)
    qtbot.waitUntil(toast.isVisible)
    stop = visible_widget("stop")
    assert stop is not None
    assert toast.geometry().top() >= top.pages["now"].geometry().bottom()
    with qtbot.waitSignal(top.destroyed):
        windows.rebuild()
    press(qtbot, "offerRead")
    assert visible_widget("offerRead") is None


def test_R01_a_card_outside_the_window_covers_it_and_the_oogje_least(
    qtbot: QtBot, windows: Windows, bench: Bench
) -> None:
    bench.state.offers = [MESSAGE]
    windows.open_inzage("now")
    (top,) = shown(InzageWindow)
    top.hide()
    windows.announce()
    (toast,) = shown(OfferToast)
    for pill in bench.indicator.pills():
        assert not toast.geometry().intersects(pill.frameGeometry())


def test_R63_only_the_pupil_opens_a_link(
    qtbot: QtBot, windows: Windows, bench: Bench
) -> None:
    bad = LINK.__class__(
        LINK.id, LINK.kind, LINK.teacher, LINK.text, "https://x.example/", "y.example"
    )
    bench.state.offers = [bad]
    windows.open_inzage("offers")
    assert visible_widget("offerOpen") is None


def done(
    data: bytes,
    offset: int,
    *,
    last: bool,
    ok: bool = True,
    kind: OrderKind = OrderKind.EXPORT,
) -> OrderDone:
    return OrderDone(kind, ok, "Gelukt.", offset, data, last)


def below(windows: Windows) -> str:
    """Give what stands under the list."""
    windows.open_inzage("list")
    (top,) = shown(InzageWindow)
    assert isinstance(top, InzageWindow)
    page = top.pages["list"]
    assert isinstance(page, ListPage)
    return " ".join(label.text() for label in page.findChildren(QLabel))


def test_R38_the_list_is_taken_along_in_parts(
    qtbot: QtBot, windows: Windows, bench: Bench, tmp_path: Path
) -> None:
    windows.open_inzage("list")
    press(qtbot, "listTake")
    assert isinstance(bench.said[-1], Order)
    windows.order_done(done(b"een", 0, last=False))
    windows.order_done(done(b"twee", 3, last=True))
    (dialog,) = shown(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    place = tmp_path / "mijn.zip"
    dialog.fileSelected.emit(str(place))
    assert place.read_bytes() == b"eentwee"
    assert str(place) in below(windows)


def test_a_pack_with_a_hole_is_not_saved(windows: Windows) -> None:
    windows.open_inzage("list")
    windows.order_done(done(b"twee", 3, last=True))
    assert "De lijst kon niet bewaard worden." in below(windows)
    assert not shown(QFileDialog)


@pytest.mark.parametrize(
    ("name", "kind"),
    [("listErase", OrderKind.ERASE), ("listHold", OrderKind.HOLD)],
)
def test_R34_R35_an_order_is_signed_and_the_list_is_shown_anew(
    qtbot: QtBot, windows: Windows, bench: Bench, name: str, kind: OrderKind
) -> None:
    bench.state.add_page(log_page(line(0, ago_s=7 * 86_400)))
    windows.open_inzage("list")
    for one in ("listOrders", name, f"{name}Yes"):
        press(qtbot, one)
    windows.order_done(done(b"", 0, last=True, kind=kind))
    assert bench.said[-2:] == [Order(kind, 0, bytes(64)), LogAskLocal(0, 50)]
    assert "Je lijst wordt opgehaald." in below(windows)
    assert "Gelukt." in below(windows)


def test_R30_an_open_list_is_read_anew_and_no_other_page(
    windows: Windows, bench: Bench
) -> None:
    windows.renew_list()
    windows.open_inzage("list")
    windows.renew_list()  # it is still being fetched
    assert bench.said == [LogAskLocal(0, 50)]
    bench.state.add_page(log_page(line(1)))
    windows.renew_list()
    assert bench.said[1:] == [ReadAsk()]
    windows.open_inzage("hand")
    windows.renew_list()
    assert bench.said[1:] == [ReadAsk()]


def test_R30_who_asks_how_the_teachers_list_compares_is_answered(
    qtbot: QtBot, windows: Windows, bench: Bench
) -> None:
    bench.state.add_page(log_page(line(1)))
    windows.open_inzage("list")
    press(qtbot, "listCompare")
    assert bench.said[-1] == ReadAsk()
    assert "We kijken het na." in below(windows)
    windows.list_came()
    assert "Nakijken gebeurt vanzelf" in below(windows)
    windows.list_came()  # of a list read anew: what was said stays
    assert "Nakijken gebeurt vanzelf" in below(windows)


def test_R34_an_order_that_was_not_done_says_so_and_changes_nothing(
    windows: Windows, bench: Bench
) -> None:
    windows.open_inzage("list")
    before = list(bench.state.lines)
    windows.order_done(done(b"", 0, last=True, ok=False, kind=OrderKind.ERASE))
    assert bench.said == [LogAskLocal(0, 50)]
    assert bench.state.lines == before
    assert "Gelukt." in below(windows)


def test_a_place_that_cannot_be_written_says_so(
    windows: Windows, tmp_path: Path
) -> None:
    windows.open_inzage("list")
    windows.order_done(done(b"een", 0, last=True))
    (dialog,) = shown(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "no" / "such" / "place"))
    assert "De lijst kon niet bewaard worden." in below(windows)


def test_other_words_make_the_window_anew(windows: Windows) -> None:
    windows.rebuild()
    windows.open_inzage()
    (before,) = shown(InzageWindow)
    windows.rebuild()
    (after,) = shown(InzageWindow)
    assert before is not after
