# SPDX-License-Identifier: GPL-3.0-or-later
"""A form is entered whole, in the place of an earlier one, or is refused with why."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from inspect import Parameter, signature
from pathlib import Path

import pytest
from sqlalchemy import select

from consent.purpose import PICTURES, Purpose
from consent.store.register import choices, people
from consent.store.register.closed import Answer, Checked, FormKind
from consent.store.register.models import Act, ClassGroup, Membership, PaperForm
from installer.admin.guardians import Entered, Form, enter, withdraw
from installer.admin.office import Office
from installer.admin.trouble import Said
from tests.fakes.office import NOW, fill_register, new_office
from tests.fakes.register import guardian_decisions

TODAY = NOW.date()
YES = Form(
    "Casper Elst",
    "4B",
    (Purpose.VIEW,),
    Answer.YES,
    "secretariaat",
    Checked.IN_PERSON,
    TODAY,
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Give an office with a class."""
    made = new_office(tmp_path)
    fill_register(made)
    yield made
    made.register.close()


def enters(office: Office, form: Form) -> Entered | Said:
    with office.register.begin() as desk:
        return enter(desk, office.school, form, "An", NOW, TODAY)


def stands(office: Office, who: str = "p3") -> dict[str, tuple[str, date]]:
    with office.register.read() as desk:
        pupil = people.find_pupil(desk, office.school, who)
        klass = people.find_class(desk, office.school, "4B")
        assert pupil is not None
        assert klass is not None
        held = guardian_decisions(desk, pupil.id, klass.id)
        return {one.purpose: (one.answer, one.decided_on) for one in held}


def test_a_yes_stands_for_each_purpose_it_names(office: Office) -> None:
    found = enters(office, YES)
    assert isinstance(found, Entered)
    assert (found.pupil.name, [c.name for c in found.classes]) == (
        "Casper Elst",
        ["4B"],
    )
    assert stands(office) == {"view": ("yes", TODAY)}


def test_who_sat_at_the_desk_is_asked_and_never_made_up(office: Office) -> None:
    for deed in (enter, withdraw):
        assert signature(deed).parameters["by"].default is Parameter.empty
    enters(office, YES)
    with office.register.begin() as desk:
        who = ("Casper Elst", "4B")
        withdraw(desk, office.school, who, [], "Bea", NOW)
        kept = desk.scalars(select(PaperForm.entered_by)).all()
        done = desk.scalars(select(Act.by).where(Act.about != "")).all()
    assert (kept, done[-2:]) == (["An"], ["An", "Bea"])


def test_a_no_without_a_purpose_is_for_all_and_replaces_a_yes(office: Office) -> None:
    enters(office, YES)
    enters(office, replace(YES, answer=Answer.NO, purposes=(), class_name=""))
    assert stands(office) == {one.value: ("no", TODAY) for one in PICTURES}


def test_the_same_form_again_changes_nothing_and_another_is_filed(
    office: Office,
) -> None:
    for form in (YES, YES, replace(YES, day=TODAY - timedelta(days=1))):
        enters(office, form)
    with office.register.read() as desk:
        pupil = people.find_pupil(desk, office.school, "p3")
        assert pupil is not None
        kinds = [one.kind for one in choices.forms(desk, pupil.id)]
    assert kinds == [FormKind.GUARDIAN_YES] * 2


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"pupil": "Nobody"}, "no_pupil"),
        ({"class_name": "9Z"}, "not_in_class"),
        ({"purposes": ()}, "guardian.purposes"),
        ({"pupil": "Amina Bakker"}, "guardian.of_age"),
        ({"checked_by": ""}, "guardian.role"),
        ({"checked_by": "x" * 41}, "guardian.role"),
        ({"checked_by": " directie"}, "guardian.role"),
        ({"checked_by": "a\u202eb"}, "guardian.role"),
        ({"checked_by": "An Peeters"}, "guardian.name"),
        ({"checked_by": "Amina Bakker"}, "guardian.name"),
        ({"day": TODAY + timedelta(days=1)}, "guardian.day"),
        ({"day": date(2026, 5, 31)}, "guardian.day"),
    ],
)
def test_what_cannot_be_is_refused_with_why(
    office: Office, changed: dict[str, object], key: str
) -> None:
    found = enters(office, replace(YES, **changed))  # type: ignore[arg-type] # a table
    assert isinstance(found, Said)
    assert found.key == key
    assert stands(office) == {}


def test_a_form_of_june_is_for_the_school_year_that_follows(office: Office) -> None:
    assert isinstance(enters(office, replace(YES, day=date(2026, 6, 1))), Entered)


def test_a_yes_is_for_one_class_and_a_no_for_all(office: Office) -> None:
    with office.register.begin() as desk:
        pupil = people.find_pupil(desk, office.school, "p3")
        assert pupil is not None
        more = ClassGroup(
            id="c" * 32,
            school=office.school,
            sourced_id="c2",
            name="4C",
            school_year="2026-2027",
        )
        desk.add(more)
        desk.flush()
        desk.add(
            Membership(pupil=pupil.id, class_group=more.id, exempt_attention=False)
        )
    found = enters(office, replace(YES, class_name=""))
    assert isinstance(found, Said)
    assert found.values["classes"] == "4B, 4C"
    both = enters(office, replace(YES, class_name="", answer=Answer.NO))
    assert isinstance(both, Entered)
    assert len(both.classes) == 2


def test_taking_back_counts_what_went(office: Office) -> None:
    enters(office, replace(YES, purposes=(Purpose.VIEW, Purpose.SHOW)))
    with office.register.begin() as desk:
        who = ("p3", "")
        assert withdraw(desk, office.school, who, [Purpose.VIEW], "An", NOW) == 1
        assert withdraw(desk, office.school, who, [], "An", NOW) == 1
        assert withdraw(desk, office.school, who, [], "An", NOW) == 0
        assert isinstance(withdraw(desk, office.school, ("x", ""), [], "An", NOW), Said)
    assert stands(office) == {}
