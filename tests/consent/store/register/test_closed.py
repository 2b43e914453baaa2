# SPDX-License-Identifier: GPL-3.0-or-later
"""The database itself refuses a word that is not in its list."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy.exc import IntegrityError

from consent.store.register.closed import Checked, Deed, FormKind, Origin, one_of
from consent.store.register.intake import take_in
from consent.store.register.models import (
    Act,
    GuardianDecision,
    OptOut,
    PaperForm,
    School,
    Slot,
    Table,
    Teaches,
)
from consent.store.register.people import find_class, find_pupil, find_teacher
from consent.store.register.register import Register
from tests.consent.store.register.conftest import SCHOOL
from tests.consent.store.register.people import SINCE, UNTIL, roster

NOW = datetime(2026, 9, 1, tzinfo=UTC)


def _wrong(pupil: str, klass: str, teacher: str) -> dict[str, Table]:
    decision = {
        "pupil": pupil,
        "class_group": klass,
        "purpose": "view",
        "answer": "yes",
        "checked": Checked.IN_PERSON,
        "checked_by": "secretariat",
        "decided_on": date(2026, 9, 1),
        "entered_by": "An",
        "entered_at": NOW,
    }
    form = {
        "id": "f" * 32,
        "pupil": pupil,
        "class_group": klass,
        "kind": FormKind.OBJECTION,
        "purpose": "view",
        "received_on": date(2026, 9, 1),
        "checked": Checked.IN_PERSON,
        "checked_by": "secretariat",
        "entered_by": "An",
        "entered_at": NOW,
    }
    return {
        "an answer": GuardianDecision(**decision | {"answer": "ok"}),
        "a purpose": GuardianDecision(**decision | {"purpose": "attention"}),
        "a way to check": GuardianDecision(**decision | {"checked": "school_rules"}),
        "a pupil's yes": PaperForm(**form | {"kind": "pupil_yes"}),
        "a pupil's choice": PaperForm(**form | {"kind": "ConsentGiven"}),
        "a form's purpose": PaperForm(**form | {"purpose": "all"}),
        "a form's check": PaperForm(**form | {"checked": "agent_dialog"}),
        "an objection": OptOut(
            pupil=pupil,
            class_group=klass,
            purpose="agreed",
            entered_by="An",
            entered_at=NOW,
        ),
        "an origin": Teaches(
            teacher=teacher, class_group=klass, since=SINCE, until=UNTIL, origin="x"
        ),
        "a deed": Act(school=SCHOOL, at=NOW, by="An", deed="agreed", about=""),
        "a kind of school": School(id="b" * 32, name="B", kind="x", timezone="UTC"),
        "a weekday": Slot(
            id="d" * 32,
            class_group=klass,
            weekday=7,
            starts="08:00",
            ends="09:00",
            subject="x",
        ),
    }


@pytest.mark.parametrize("what", list(_wrong("", "", "")))
def test_R16_no_other_word_can_be_written(register: Register, what: str) -> None:
    with register.begin() as desk:
        take_in(desk, SCHOOL, roster(1))
        pupil, klass = find_pupil(desk, SCHOOL, "p1"), find_class(desk, SCHOOL, "4B")
        teacher = find_teacher(desk, SCHOOL, "t1")
        assert pupil is not None
        assert klass is not None
        assert teacher is not None
        desk.query(Teaches).delete()
        wrong = _wrong(pupil.id, klass.id, teacher.id)[what]
    with pytest.raises(IntegrityError, match=r"(?i)check"), register.begin() as desk:
        desk.add(wrong)


def test_a_list_is_written_sorted_so_that_it_is_always_the_same() -> None:
    assert str(one_of("origin", reversed(Origin)).sqltext) == (
        "origin IN ('import', 'office')"
    )


def test_no_deed_of_the_office_is_an_answer_of_a_pupil() -> None:
    assert {"yes", "no"}.isdisjoint(word for deed in Deed for word in deed.split())
