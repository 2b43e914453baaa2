# SPDX-License-Identifier: GPL-3.0-or-later
"""*Lijst*."""

import pytest
from msgspec import structs
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from agent.session.pupil_state import PupilState
from agent.session.qt.list_page import ListPage, compared
from agent.session.qt.theme import LIGHT
from protocol.messages.local import EyeState, LineState
from tests.agent.session.qt.pages_state import NOW_S, erased, lesson, line, log_page
from tests.fakes.daemon import eye


def page(qtbot: QtBot, state: PupilState) -> ListPage:
    made = ListPage(state, LIGHT, 1.0, lambda: NOW_S)
    qtbot.addWidget(made)
    made.resize(640, 500)
    made.refresh()
    made.show()
    return made


def press(qtbot: QtBot, made: ListPage, name: str) -> None:
    """Press the button of this name, once it is on screen."""

    def shown() -> list[QPushButton]:
        return [x for x in made.findChildren(QPushButton, name) if x.isVisible()]

    qtbot.waitUntil(lambda: len(shown()) == 1)
    qtbot.mouseClick(shown()[0], Qt.MouseButton.LeftButton)


def wait_for(qtbot: QtBot, made: ListPage, text: str) -> None:
    qtbot.waitUntil(lambda: any(text in shown for shown in words(made)))


def words(made: ListPage) -> list[str]:
    return [x.text() for x in made.findChildren(QLabel) if x.isVisible()]


def test_R30_lines_stand_under_their_day_newest_first(qtbot: QtBot) -> None:
    shown = words(page(qtbot, lesson()))
    wanted = ["Mevr. Peeters keek 2.", "Mevr. Peeters keek 1."]
    assert [text for text in shown if "keek" in text and "?" not in text] == wanted
    assert any(text.startswith("Vandaag, ") for text in shown)
    but = "Regels die nog niet bevestigd zijn, zijn nog niet vergeleken."
    assert f"De lijst klopt. Ze is gelijk. {but}" in shown
    assert "nog niet bevestigd" in shown


def test_R30_a_mark_is_explained_where_it_is_shown(qtbot: QtBot) -> None:
    why = "“Nog niet bevestigd” wil zeggen: de computer van je leraar meldde nog niet"
    made = page(qtbot, lesson())
    assert any(text.startswith(why) for text in words(made))
    (mark,) = [x for x in made.findChildren(QLabel) if x.text() == "nog niet bevestigd"]
    assert mark.toolTip().startswith(why)
    state = PupilState()
    state.add_page(log_page(line(1, state=LineState.OWN)))
    shown = words(page(qtbot, state))
    assert "je leraar ziet deze regel niet" in shown
    assert not any(text.startswith(why) for text in shown)


def test_R34_erased_lines_side_by_side_are_one_row_without_a_day(
    qtbot: QtBot,
) -> None:
    state = PupilState()
    state.add_page(log_page(line(6), erased(5), erased(4), line(3), erased(2)))
    shown = words(page(qtbot, state))
    rows = [
        "De woorden van 2 regels zijn gewist.",
        "De woorden van 1 regel zijn gewist.",
    ]
    assert [text for text in shown if text.startswith("De woorden van")] == rows
    assert not any("1970" in text or "januari" in text for text in shown)


def test_R34_wiping_and_keeping_are_behind_one_button_and_back(qtbot: QtBot) -> None:
    made = page(qtbot, lesson())
    press(qtbot, made, "listOrders")
    wait_for(qtbot, made, "De woorden wissen")
    shown = " ".join(words(made))
    assert "Uit die code kan niemand de woorden lezen." in shown
    assert "Een jaar lang kan niemand er iets uit wissen." in shown
    assert "Mevr. Peeters keek 2." not in shown
    press(qtbot, made, "ordersBack")
    wait_for(qtbot, made, "Mevr. Peeters keek 2.")


@pytest.mark.parametrize(
    ("name", "act"), [("listErase", "erase"), ("listHold", "hold")]
)
def test_R34_an_order_takes_two_steps(qtbot: QtBot, name: str, act: str) -> None:
    made = page(qtbot, old_list())
    press(qtbot, made, "listOrders")
    press(qtbot, made, name)
    with qtbot.waitSignal(made.act) as heard:
        press(qtbot, made, f"{name}Yes")
    assert heard.args == [act, None]
    wait_for(qtbot, made, "Mevr. Peeters keek 2.")


def test_R34_what_the_dpo_asks_stands_beside_how_the_list_is(qtbot: QtBot) -> None:
    state = PupilState()
    state.add_page(log_page(line(1), asked="De privacyhulp wil woorden wissen."))
    shown = words(page(qtbot, state))
    assert "De lijst klopt. Ze is gelijk." in shown
    assert "De privacyhulp wil woorden wissen." in shown


def test_R35_a_list_that_is_kept_says_until_when(qtbot: QtBot) -> None:
    state = PupilState()
    state.add_page(log_page(line(1), kept_until_s=NOW_S))
    made = page(qtbot, state)
    kept = "Je lijst wordt bewaard tot 16 maart 2027. Tot dan kan niemand iets wissen."
    assert kept in words(made)
    press(qtbot, made, "listOrders")
    wait_for(qtbot, made, "Wissen kan nu niet: je lijst wordt bewaard tot 16 maart")
    erase = made.findChild(QPushButton, "listErase")
    assert isinstance(erase, QPushButton)
    assert not erase.isEnabled()


def test_an_empty_and_a_coming_list_say_so(qtbot: QtBot) -> None:
    assert "Je lijst wordt opgehaald." in words(page(qtbot, PupilState()))
    state = PupilState()
    state.add_page(log_page())
    assert "Er staat nog niets in je lijst." in words(page(qtbot, state))


@pytest.mark.parametrize(
    ("name", "act"),
    [("listTake", "export"), ("listCompare", "compare"), ("listMore", "more")],
)
def test_each_button_has_its_act(qtbot: QtBot, name: str, act: str) -> None:
    state = lesson()
    state.add_page(log_page(line(1), more=True, healthy=False))
    made = page(qtbot, state)
    found = made.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    with qtbot.waitSignal(made.act) as heard:
        qtbot.mouseClick(found, Qt.MouseButton.LeftButton)
    assert heard.args == [act, None]


def test_the_same_list_is_not_built_again(qtbot: QtBot) -> None:
    made = page(qtbot, lesson())
    before = made.findChildren(QLabel)
    made.refresh()
    assert made.findChildren(QLabel) == before


def old_list() -> PupilState:
    """Give a list that has a line of last week too."""
    state = lesson()
    state.add_page(log_page(line(2), line(0, ago_s=7 * 86_400)))
    return state


def test_R30_news_is_shown_where_the_pupil_was(qtbot: QtBot) -> None:
    state = PupilState()
    state.add_page(log_page(*(line(seq) for seq in range(40, 0, -1)), more=True))
    made = page(qtbot, state)
    more = made.findChild(QPushButton, "listMore")
    assert isinstance(more, QPushButton)
    bar = made.area.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 400)
    more.setFocus()
    bar.setValue(300)
    state.add_page(log_page(line(41), line(40)))
    made.refresh()
    wait_for(qtbot, made, "Mevr. Peeters keek 41.")
    qtbot.waitUntil(lambda: bar.value() == 300)
    again = made.window().focusWidget()
    assert isinstance(again, QPushButton)
    assert (again.objectName(), again is more) == ("listMore", False)


def test_R34_news_does_not_take_a_question_away(qtbot: QtBot) -> None:
    state = old_list()
    made = page(qtbot, state)
    press(qtbot, made, "listOrders")
    press(qtbot, made, "listErase")
    state.add_page(log_page(line(9)))
    made.refresh()
    with qtbot.waitSignal(made.act) as heard:
        press(qtbot, made, "listEraseYes")
    assert heard.args == ["erase", None]


def test_R30_back_from_wiping_the_list_is_read_anew(qtbot: QtBot) -> None:
    made = page(qtbot, old_list())
    press(qtbot, made, "listOrders")
    with qtbot.waitSignal(made.act) as heard:
        press(qtbot, made, "ordersBack")
    assert heard.args == ["renew", None]


WHEN = "Nakijken gebeurt vanzelf, bij het begin en het einde van een les."
BUT = "Regels die nog niet bevestigd zijn, zijn nog niet vergeleken."


@pytest.mark.parametrize(
    ("agrees", "mark", "eye_state", "answer"),
    [
        ("Gelijk.", LineState.CONFIRMED, EyeState.LESSON, "Gelijk."),
        ("Anders.", LineState.WAITING, EyeState.NO_LESSON, f"Anders. {BUT}"),
        ("", LineState.WAITING, EyeState.LESSON, "Dat is nog niet nagekeken."),
        (
            "",
            LineState.OWN,
            EyeState.NO_LESSON,
            "Er is nu geen programma van een leraar.",
        ),
    ],
)
def test_R30_how_the_teachers_list_compares_is_said_in_words(
    agrees: str, mark: LineState, eye_state: EyeState, answer: str
) -> None:
    state = PupilState(eye=eye(eye_state))
    state.add_page(structs.replace(log_page(line(1, state=mark)), agrees=agrees))
    assert compared(state) == f"{answer} {WHEN}"


def test_how_it_went_is_said_below(qtbot: QtBot) -> None:
    made = page(qtbot, lesson())
    place = "Je lijst staat in /home/amina/Documenten/mijn-inzage.zip."
    made.say_below(place)
    (said,) = [x for x in made.findChildren(QLabel) if x.text() == place]
    qtbot.waitUntil(lambda: said.width() > 500)
    take = made.findChild(QPushButton, "listTake")
    assert isinstance(take, QPushButton)
    assert said.geometry().bottom() < take.geometry().top()
    made.say_below("")
    assert not said.isVisible()


def test_R30_a_line_that_came_back_says_whose_program_gave_it(qtbot: QtBot) -> None:
    state = PupilState()
    came = line(1, state=LineState.GIVEN, who="mevr. Peeters")
    state.add_page(log_page(line(2), came))
    shown = words(page(qtbot, state))
    assert "teruggekregen van het programma van mevr. Peeters" in shown
