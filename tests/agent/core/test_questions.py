# SPDX-License-Identifier: GPL-3.0-or-later
"""One question per purpose and school year, by the laptop, when nothing else is on."""

from agent.core import events as e
from agent.core.memory import KeptChoice, Memory
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from consent.lifecycle import ConsentState
from consent.purpose import Purpose
from protocol.messages import local
from protocol.messages.local import ChoiceAnswer
from tests.fakes.laptop_desk import LaptopDesk
from tests.fakes.ledger import Disk
from tests.fakes.school import School


def _asked(desk: LaptopDesk) -> list[str]:
    return [x.purpose.name.lower() for x in desk.local_words(local.Question)]


def _answer(desk: LaptopDesk, purpose: Purpose, answer: ChoiceAnswer) -> None:
    desk.choose(purpose, answer, by_switch=False)


def test_R12_all_purposes_are_asked_one_after_another(desk: LaptopDesk) -> None:
    desk.lesson()
    assert _asked(desk) == ["overview"]
    _answer(desk, Purpose.OVERVIEW, ChoiceAnswer.YES)
    assert _asked(desk) == ["overview", "view"]
    _answer(desk, Purpose.VIEW, ChoiceAnswer.NO)
    _answer(desk, Purpose.SHOW, ChoiceAnswer.LATER)
    assert _asked(desk) == ["overview", "view", "show"]
    states = [x.text("state") for x in desk.ledger.bodies(Kind.CONSENT)]
    assert states == ["ConsentGiven", "ConsentRefused", "ConsentRequestDeferred"]
    assert desk.ledger.bodies(Kind.CONSENT)[0].text("method") == "agent_dialog"


def test_R50_it_is_written_before_it_is_asked(desk: LaptopDesk) -> None:
    desk.start()
    desk.sit_down()
    teacher = desk.connect()
    teacher.ask(Verb.LESSON_START)
    kinds = [x.kind for x in desk.ledger.bodies(Kind.NOTICE, Kind.ASKED)]
    assert kinds == [Kind.NOTICE, Kind.ASKED]
    desk.hold = True
    _answer(desk, Purpose.OVERVIEW, ChoiceAnswer.NO)
    assert _asked(desk) == ["overview"]
    desk.let_go()
    assert _asked(desk) == ["overview", "view"]


def test_a_question_that_cannot_be_written_is_not_asked(desk: LaptopDesk) -> None:
    desk.start()
    teacher = desk.connect()
    teacher.ask(Verb.LESSON_START)
    desk.ledger.disk = Disk.LOST
    desk.sit_down()
    assert _asked(desk) == []


def test_sixty_seconds_without_an_answer_count_as_later(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.move(61, teacher)
    kept = desk.mind.laptop.choices[desk.school.class_id, Purpose.OVERVIEW]
    assert kept.state is ConsentState.DEFERRED
    assert _asked(desk) == ["overview", "view"]


def test_a_session_that_goes_counts_as_later(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.tell(e.SessionLost())
    kept = desk.mind.laptop.choices[desk.school.class_id, Purpose.OVERVIEW]
    assert kept.state is ConsentState.DEFERRED


def test_R18_nothing_is_asked_twice_in_a_school_year(school: School) -> None:
    year = school.sheet.school_year
    kept = {
        (school.class_id, purpose): KeptChoice(ConsentState.DEFERRED, asked_year=year)
        for purpose in Purpose
    }
    desk = LaptopDesk(school, memory=Memory(choices=kept))
    desk.lesson()
    assert _asked(desk) == []


def test_a_no_of_last_year_is_asked_again_this_year(school: School) -> None:
    key = (school.class_id, Purpose.OVERVIEW)
    old = KeptChoice(ConsentState.REFUSED, asked_year="2025-2026")
    desk = LaptopDesk(school, memory=Memory(choices={key: old}))
    desk.lesson()
    assert _asked(desk) == ["overview"]


def test_what_nobody_may_choose_is_not_asked(school: School) -> None:
    desk = LaptopDesk(school.changed(slip={"opt_outs": ("overview", "view", "show")}))
    desk.lesson()
    assert _asked(desk) == []


def test_nothing_is_asked_outside_a_lesson_or_while_paused(desk: LaptopDesk) -> None:
    desk.start()
    desk.sit_down()
    assert _asked(desk) == []
    desk.click(local.ClickKind.PAUSE)
    desk.connect().ask(Verb.LESSON_START)
    assert _asked(desk) == []
    desk.click(local.ClickKind.RESUME)
    assert _asked(desk) == ["overview"]


def test_nothing_is_asked_while_the_curtain_is_up_or_the_screen_is_locked(
    desk: LaptopDesk,
) -> None:
    desk.start()
    desk.sit_down()
    desk.alive(locked=True)
    teacher = desk.connect()
    teacher.ask(Verb.LESSON_START)
    teacher.ask(Verb.ATTENTION_START)
    desk.alive()
    assert _asked(desk) == []


def test_a_text_that_the_charter_does_not_have_is_not_asked(school: School) -> None:
    refs = tuple(x for x in school.charter.notices if x.id != "overview")
    desk = LaptopDesk(school.changed(charter={"notices": refs}))
    desk.lesson()
    assert _asked(desk) == ["view"]


def test_R51_the_question_carries_the_exact_text(desk: LaptopDesk) -> None:
    desk.lesson()
    (question,) = desk.local_words(local.Question)
    assert question.notice.id == "overview"
    held = {ref.sha256 for ref in desk.school.charter.notices}
    assert desk.ledger.bodies(Kind.NOTICE)[0].text("notice") in held


def test_a_switch_that_answers_while_the_question_is_written_needs_no_question(
    desk: LaptopDesk,
) -> None:
    desk.lesson()
    _answer(desk, Purpose.OVERVIEW, ChoiceAnswer.NO)
    desk.hold = True
    _answer(desk, Purpose.VIEW, ChoiceAnswer.NO)
    asked = list(desk.held)
    desk.held.clear()
    desk.hold = False
    desk.choose(Purpose.SHOW)
    desk.held.extend(asked)
    desk.let_go()
    assert _asked(desk) == ["overview", "view"]


def test_a_question_under_an_old_text_is_closed(desk: LaptopDesk) -> None:
    desk.lesson()
    refs = tuple(x for x in desk.school.charter.notices if x.id != "overview")
    page = tuple(x for x in refs if x.id != "page")
    desk.renew_papers(desk.school.newer(charter={"notices": page}))
    kept = desk.mind.laptop.choices[desk.school.class_id, Purpose.OVERVIEW]
    assert kept.state is ConsentState.INVALIDATED
    assert _asked(desk) == ["overview", "view"]
