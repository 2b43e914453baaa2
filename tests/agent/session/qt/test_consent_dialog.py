# SPDX-License-Identifier: GPL-3.0-or-later
"""The question."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from agent.session.qt.consent_dialog import TITLE, ConsentDialog, asked
from agent.session.words.say import Say
from consent.documents.fields import Band as Bands
from consent.documents.fields import Lang
from consent.wording.notice import texts
from protocol.messages.local import Band, ChoiceAnswer, Looks, Notice, Question

Make = Callable[..., ConsentDialog]
BANDS = {Band.TEN_AND_UP: Bands.TEN_AND_UP, Band.SIX_TO_NINE: Bands.SIX_TO_NINE}


@pytest.fixture
def make(qtbot: QtBot) -> Make:
    def one(
        purpose: Looks = Looks.OVERVIEW,
        band: Band = Band.TEN_AND_UP,
        sample: QImage | None = None,
    ) -> ConsentDialog:
        held = texts(Lang.NL, BANDS[band])
        notice = Notice(purpose.name.lower(), "1", held[purpose.name.lower()])
        question = Question(purpose, notice)
        dialog = ConsentDialog(question, Say("nl", band), held["page"], sample)
        dialog.show()
        return dialog

    return one


def part(dialog: ConsentDialog, name: str) -> QPushButton:
    found = dialog.findChild(QPushButton, name)
    assert isinstance(found, QPushButton)
    return found


def words(dialog: ConsentDialog) -> str:
    """Give every word that can be seen."""
    return "\n".join(
        shown.text() for shown in dialog.findChildren(QLabel) if shown.isVisible()
    )


def press(qtbot: QtBot, widget: QWidget) -> None:
    qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)


@pytest.mark.parametrize("band", list(Band))
@pytest.mark.parametrize("purpose", list(Looks))
def test_R51_every_hashed_word_is_shown(make: Make, purpose: Looks, band: Band) -> None:
    dialog = make(purpose, band)
    shown = words(dialog)
    for line in dialog.question.notice.text.split("\n"):
        assert line in shown
    assert dialog.windowTitle() == TITLE
    dialog.withdraw()


def test_R12_R13_no_and_yes_weigh_the_same(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    no, yes = part(dialog, "questionNo"), part(dialog, "questionYes")
    assert no.size() == yes.size()
    assert no.x() < yes.x()
    assert no.property("part") == yes.property("part")
    assert not no.isDefault()
    assert not yes.isDefault()
    assert not dialog.findChildren(QPushButton, "questionAllYes")
    dialog.withdraw()


def test_R12_enter_answers_nothing_at_first(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    answers: list[object] = []
    dialog.answered.connect(lambda _, answer: answers.append(answer))
    assert dialog.focusWidget().objectName() == "questionRead"
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert answers == []
    dialog.withdraw()


@pytest.mark.parametrize(
    ("name", "answer"),
    [
        ("questionNo", ChoiceAnswer.NO),
        ("questionYes", ChoiceAnswer.YES),
        ("questionLater", ChoiceAnswer.LATER),
    ],
)
def test_one_click_is_the_answer(
    qtbot: QtBot, make: Make, name: str, answer: ChoiceAnswer
) -> None:
    dialog = make()
    with qtbot.waitSignal(dialog.answered) as heard:
        press(qtbot, part(dialog, name))
    assert heard.args == [dialog.question, answer]
    dialog.withdraw()


def test_escape_and_closing_count_as_later(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    with qtbot.waitSignal(dialog.answered) as heard:
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert heard.args is not None
    assert heard.args[1] is ChoiceAnswer.LATER
    dialog = make()
    with qtbot.waitSignal(dialog.answered) as heard:
        dialog.close()
    assert heard.args is not None
    assert heard.args[1] is ChoiceAnswer.LATER


def test_other_keys_answer_nothing(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    qtbot.keyClick(dialog, Qt.Key.Key_J)
    assert dialog.isVisible()
    dialog.withdraw()


def test_a_yes_can_be_taken_back(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    press(qtbot, part(dialog, "questionYes"))
    assert dialog.isVisible()
    assert "Je koos ja." in words(dialog)
    with qtbot.waitSignal(dialog.undone):
        press(qtbot, part(dialog, "questionUndo"))
    assert not dialog.isVisible()


def test_an_answer_is_given_once(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    answers: list[object] = []
    dialog.answered.connect(lambda _, answer: answers.append(answer))
    press(qtbot, part(dialog, "questionYes"))
    dialog.close()
    assert answers == [ChoiceAnswer.YES]


def test_taking_it_away_is_no_answer(make: Make) -> None:
    dialog = make()
    answers: list[object] = []
    dialog.answered.connect(lambda _, answer: answers.append(answer))
    dialog.withdraw()
    assert answers == []


def test_the_whole_page_is_one_click_away(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    page = texts(Lang.NL, Bands.TEN_AND_UP)["page"]
    assert page not in words(dialog)
    press(qtbot, part(dialog, "questionAll"))
    assert page in words(dialog)
    dialog.withdraw()


def test_the_sample_shows_how_small_it_is(make: Make) -> None:
    sample = QImage(100, 56, QImage.Format.Format_RGB32)
    sample.fill(0)
    dialog = make(sample=sample)
    assert "Zo klein ziet je leraar het." in words(dialog)
    dialog.withdraw()
    dialog = make(Looks.VIEW, sample=sample)
    assert "Zo klein ziet je leraar het." not in words(dialog)
    dialog.withdraw()


def test_reading_aloud_without_a_voice_says_so(qtbot: QtBot, make: Make) -> None:
    dialog = make()
    press(qtbot, part(dialog, "questionAll"))
    press(qtbot, part(dialog, "questionRead"))
    read = part(dialog, "questionRead")
    assert read.text().strip() in {
        "Lees voor",
        "Deze laptop heeft geen stem om voor te lezen.",
    }
    dialog.withdraw()


def test_a_text_of_another_shape_is_shown_as_it_is() -> None:
    odd = asked("Titel\neen\ntwee")
    assert (odd.title, odd.parts, odd.foot) == ("Titel", (), "een\ntwee")
