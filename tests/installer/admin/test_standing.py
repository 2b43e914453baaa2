# SPDX-License-Identifier: GPL-3.0-or-later
"""How a school stands is looked at without a passphrase and without a trace."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from consent.documents.trust import SchoolKind
from consent.purpose import Purpose
from consent.store.register import choices, people
from consent.store.register.closed import Answer, Checked, Deed
from consent.store.register.register import note_act
from installer.admin.charter_signing import propose
from installer.admin.guardians import Form, enter
from installer.admin.office import Office
from installer.admin.publish import publish
from installer.admin.refresh import refresh
from installer.admin.school_renew import Renewal, load_root, renew
from installer.admin.stages import Stage
from installer.admin.standing import look
from installer.admin.trouble import OfficeError
from tests.fakes.office import (
    NOW,
    fill_register,
    filled_draft,
    new_office,
    sign_charter,
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Give a school with agreements and a class, not published."""
    made = new_office(tmp_path)
    sign_charter(made, tmp_path)
    fill_register(made)
    yield made
    made.register.close()


def test_a_bare_school_has_nothing_and_says_so(tmp_path: Path) -> None:
    office = new_office(tmp_path, SchoolKind.SCHOOL)
    stands = look(office, NOW)
    assert (stands.charter, stands.proposed, stands.sets_until) == (None, None, None)
    assert (stands.classes, stands.teachers, stands.laptops) == ((), (), 0)
    assert not stands.has_form
    office.register.close()


def test_what_is_there_is_counted(office: Office) -> None:
    stands = look(office, NOW)
    assert stands.charter is not None
    (klass,) = stands.classes
    assert (klass.name, klass.pupils, klass.laptops, klass.forms_missing) == (
        "4B", 3, 0, 1
    )  # fmt: skip
    assert stands.teachers == (("An Peeters", None),)
    assert stands.today == date(2026, 11, 24)


def test_what_is_published_is_behind_after_any_change(office: Office) -> None:
    publish(office, NOW, lambda *_: None)
    stands = look(office, NOW)
    assert not stands.is_behind
    assert stands.sets_until == NOW + timedelta(days=7)
    refresh(office, NOW + timedelta(days=1))
    assert look(office, NOW).sets_until == NOW + timedelta(days=8)
    with office.register.begin() as desk:
        note_act(desk, office.school, "office", Deed.OPT_OUT, NOW)
    assert look(office, NOW).is_behind
    publish(office, NOW, lambda *_: None)
    assert not look(office, NOW).is_behind


def test_a_publication_that_was_refused_or_cut_off_is_still_to_be_made(
    office: Office,
) -> None:
    publish(office, NOW, lambda *_: None)
    with office.register.begin() as desk:
        klass = people.find_class(desk, office.school, "4B")
        assert klass is not None
        slot = people.slots_of(desk, klass.id)[0]
        fits, slot.ends = slot.ends, slot.starts
    with pytest.raises(OfficeError):
        publish(office, NOW, lambda *_: None)
    refresh(office, NOW)
    assert look(office, NOW).is_behind
    with office.register.begin() as desk:
        people.slots_of(desk, klass.id)[0].ends = fits
    publish(office, NOW, lambda *_: None)
    assert not look(office, NOW).is_behind


def test_a_guardians_first_yes_is_no_change_yet_and_all_else_is(office: Office) -> None:
    publish(office, NOW, lambda *_: None)
    yes = Form(
        "p3",
        "",
        (Purpose.VIEW,),
        Answer.YES,
        "secretariaat",
        Checked.IN_PERSON,
        date(2026, 9, 3),
    )
    for form, is_behind in (
        (yes, False),
        (replace(yes, answer=Answer.NO), True),
        (yes, True),  # in the place of the no, which has to go
        (yes, False),  # the same once more
    ):
        with office.register.begin() as desk:
            enter(desk, office.school, form, "An", NOW, NOW.date())
        assert look(office, NOW).is_behind == is_behind
        publish(office, NOW, lambda *_: None)


def test_a_newer_charter_or_trust_is_a_change_too(
    office: Office, tmp_path: Path
) -> None:
    publish(office, NOW, lambda *_: None)
    propose(office, filled_draft(), NOW)
    stands = look(office, NOW)
    assert stands.proposed is not None
    assert not stands.proposed.is_signed
    assert stands.charter == (stands.published and stands.published.charter)
    assert not stands.is_behind
    sign_charter(office, tmp_path)
    assert look(office, NOW).is_behind
    publish(office, NOW, lambda *_: None)
    renew(office, Renewal(load_root(tmp_path / "root", None)), NOW)
    assert look(office, NOW).is_behind


def test_forms_and_their_signatures_are_counted(office: Office) -> None:
    form = Form(
        "p3",
        "",
        (Purpose.VIEW, Purpose.SHOW),
        Answer.YES,
        "secretariaat",
        Checked.IN_PERSON,
        date(2026, 9, 3),
    )
    with office.register.begin() as desk:
        enter(desk, office.school, form, "An", NOW, NOW.date())
    stands = look(office, NOW)
    assert stands.stages == {Stage.ENTERED: 2}
    assert stands.classes[0].forms_missing == 0


def test_looking_changes_nothing_and_old_years_are_not_seen(office: Office) -> None:
    with office.register.begin() as desk:
        klass = people.find_class(desk, office.school, "4B")
        pupil = people.find_pupil(desk, office.school, "p3")
        assert klass is not None
        assert pupil is not None
        before = choices.forms(desk, pupil.id)
        klass.school_year = "2025-2026"
    assert look(office, NOW).classes == ()
    with office.register.read() as desk:
        assert choices.forms(desk, pupil.id) == before


def test_a_charter_that_cannot_be_read_is_none(office: Office) -> None:
    (office.places.proposed.path / "charter.json").write_bytes(b"{}")
    assert look(office, NOW).proposed is None
