# SPDX-License-Identifier: GPL-3.0-or-later
"""The eye says the widest thing that is true, and always something."""

import pytest

from agent.core import events as e
from consent.documents.command import Verb
from consent.documents.fields import Lang
from protocol.messages import local
from protocol.messages.local import EyeState
from tests.fakes.laptop_desk import LaptopDesk
from tests.fakes.ledger import Disk
from tests.fakes.school import School


def test_through_a_lesson(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    seen = [desk.eye().state]
    overview = teacher.ask(Verb.OVERVIEW_START).access
    seen.append(desk.eye().state)
    view = teacher.ask(Verb.VIEW_START).access
    seen.append(desk.eye().state)
    desk.move(3.1, teacher, wanted=[overview, view])
    seen.append(desk.eye().state)
    teacher.ask(Verb.ATTENTION_START)
    seen.append(desk.eye().state)
    desk.ledger.disk = Disk.LOST
    desk.tell(e.SessionLost())
    desk.sit_down()
    seen.append(desk.eye().state)
    assert seen == [
        EyeState.LESSON,
        EyeState.OVERVIEW,
        EyeState.NOTICE,
        EyeState.VIEW,
        EyeState.ATTENTION,
        EyeState.TROUBLE,
    ]


def test_a_show_is_named_as_one(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    access = teacher.ask(Verb.SHOW_START).access
    desk.tell_session(local.Answer(bytes.fromhex(access), yes=True))
    assert desk.eye().state is EyeState.SHOW


def test_R01_R21_it_names_teacher_reason_time_left_and_the_access(
    desk: LaptopDesk,
) -> None:
    teacher = desk.lesson()
    desk.agree()
    body = teacher.ask(Verb.OVERVIEW_START, reason="we werken alleen")
    eye = desk.eye()
    assert (eye.teacher, eye.why, eye.left_ms) == (
        "mevr. Peeters",
        "zelfstandig werk: we werken alleen",
        900_000,
    )
    assert eye.access == bytes.fromhex(body.access)
    assert eye.until_s == int(desk.mind.laptop.lesson.ends.timestamp())  # type: ignore[union-attr]


def test_a_school_that_shows_no_names_shows_the_role(school: School) -> None:
    desk = LaptopDesk(school.changed(charter={"log_names": "role"}))
    desk.lesson()
    assert desk.eye().teacher == "je leraar"


def test_without_a_session_nothing_is_said(desk: LaptopDesk) -> None:
    desk.start()
    assert desk.heard == []


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (Lang.NL, "Je lijst werkt nu niet."),
        (Lang.EN, "Your list does not work now."),
        (Lang.FR, "Ta liste ne fonctionne pas."),
    ],
)
def test_R01_a_list_that_fails_is_called_a_list(
    school: School, lang: Lang, said: str
) -> None:
    desk = LaptopDesk(school)
    desk.mind.laptop.lang = lang
    teacher = desk.lesson()
    desk.ledger.disk = Disk.LOST
    teacher.ask(Verb.MESSAGE)
    assert (desk.eye().state, desk.eye().why) == (EyeState.TROUBLE, said)
