# SPDX-License-Identifier: GPL-3.0-or-later
"""*Mijn keuzes*."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from agent.session.pupil_state import PupilState
from agent.session.qt.choices_page import ChoicesPage
from agent.session.qt.theme import LIGHT
from protocol.messages.local import Band, Looks
from tests.agent.session.qt.pages_state import lesson, switches


def page(qtbot: QtBot, state: PupilState) -> ChoicesPage:
    made = ChoicesPage(state, LIGHT, 1.0)
    qtbot.addWidget(made)
    made.resize(640, 500)
    made.refresh()
    made.show()
    return made


def button(made: ChoicesPage, name: str) -> QPushButton:
    found = made.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def words(made: ChoicesPage) -> str:
    return " ".join(x.text() for x in made.findChildren(QLabel) if x.isVisible())


def test_R12_R13_no_and_yes_are_the_same_but_for_the_word(qtbot: QtBot) -> None:
    made = page(qtbot, lesson())
    for key in ("Overview", "View", "Show"):
        no, yes = button(made, f"choice{key}No"), button(made, f"choice{key}Yes")
        assert no.size() == yes.size()
        assert no.property("part") == yes.property("part") == "choice"
        assert no.isChecked() != yes.isChecked()
        assert no.x() < yes.x()


def test_the_chosen_one_has_a_tick_whichever_it_is(qtbot: QtBot) -> None:
    made = page(qtbot, lesson())
    assert not button(made, "choiceOverviewYes").icon().isNull()
    assert button(made, "choiceOverviewNo").icon().isNull()
    assert not button(made, "choiceViewNo").icon().isNull()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("choiceOverviewNo", (Looks.OVERVIEW, False)),
        ("choiceViewYes", (Looks.VIEW, True)),
        ("choiceShowYes", (Looks.SHOW, True)),
    ],
)
def test_R13_one_click_changes_one_choice(
    qtbot: QtBot, name: str, wanted: tuple[Looks, bool]
) -> None:
    made = page(qtbot, lesson())
    with qtbot.waitSignal(made.act) as heard:
        qtbot.mouseClick(button(made, name), Qt.MouseButton.LeftButton)
    assert heard.args == ["choice", wanted]


def test_what_cannot_be_on_says_so_and_can_still_be_no(qtbot: QtBot) -> None:
    state = lesson()
    state.choices = switches(impossible=Looks.SHOW)
    made = page(qtbot, state)
    assert not button(made, "choiceShowYes").isEnabled()
    assert button(made, "choiceShowNo").isEnabled()
    assert "Dit kan je nu niet aanzetten." in words(made)


def test_a_yes_that_became_impossible_can_still_be_seen(qtbot: QtBot) -> None:
    state = lesson()
    state.choices = switches(Looks.SHOW, impossible=Looks.SHOW)
    assert button(page(qtbot, state), "choiceShowYes").isChecked()


def test_before_the_daemon_spoke_it_says_so(qtbot: QtBot) -> None:
    assert "Je keuzes verschijnen zodra de laptop klaar is." in words(
        page(qtbot, PupilState())
    )


def test_saying_no_is_free_and_said_to_be(qtbot: QtBot) -> None:
    assert "Nee zeggen heeft geen gevolgen." in words(page(qtbot, lesson()))


def test_the_youngest_are_not_told_about_parents(qtbot: QtBot) -> None:
    assert "de ouders ook ja" in words(page(qtbot, lesson()))
    assert "de ouders ook ja" not in words(page(qtbot, lesson(Band.SIX_TO_NINE)))


def test_the_same_choices_are_not_built_again(qtbot: QtBot) -> None:
    made = page(qtbot, lesson())
    before = button(made, "choiceViewYes")
    made.refresh()
    assert button(made, "choiceViewYes") is before
