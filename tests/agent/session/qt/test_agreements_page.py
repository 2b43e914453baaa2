# SPDX-License-Identifier: GPL-3.0-or-later
"""*Afspraken*."""

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel
from pytestqt.qtbot import QtBot

from agent.session.pupil_state import PupilState
from agent.session.qt.agreements_page import AgreementsPage
from agent.session.qt.theme import LIGHT
from tests.agent.session.qt.pages_state import lesson


def page(qtbot: QtBot, state: PupilState) -> AgreementsPage:
    made = AgreementsPage(state, LIGHT, 1.0)
    qtbot.addWidget(made)
    made.refresh()
    made.show()
    return made


def texts(made: AgreementsPage) -> list[str]:
    return [x.text() for x in made.findChildren(QLabel) if x.isVisible()]


def test_R40_R54_everything_the_school_says_stands_there(qtbot: QtBot) -> None:
    shown = texts(page(qtbot, lesson()))
    for line in ("Kleine beelden mogen in de les.", "Mag dat?", "Ja.", "Soms."):
        assert line in shown


def test_R54_whom_to_ask_stands_on_a_card_of_its_own(qtbot: QtBot) -> None:
    state = lesson()
    assert state.choices is not None
    said = "Met wie kan je praten?\nOp school: An\n\nSchool: Sint-Jan"
    state.choices = replace(state.choices, agreements=said)
    made = page(qtbot, state)
    by_card = [
        [x.text() for x in card.findChildren(QLabel)]
        for card in made.findChildren(QFrame)
        if card.property("part") == "card"
    ]
    assert by_card[:2] == [
        ["Met wie kan je praten?", "Op school: An"],
        ["School: Sint-Jan"],
    ]


def test_S10_it_is_never_markup(qtbot: QtBot) -> None:
    made = page(qtbot, lesson())
    assert all(
        x.textFormat() is Qt.TextFormat.PlainText for x in made.findChildren(QLabel)
    )


def test_without_papers_it_says_so(qtbot: QtBot) -> None:
    made = page(qtbot, PupilState())
    assert "De afspraken van je school zijn hier nog niet." in texts(made)
    before = made.findChildren(QLabel)
    made.refresh()
    assert made.findChildren(QLabel) == before
