# SPDX-License-Identifier: GPL-3.0-or-later
"""Objections and exemptions stand at once; who entered what, and how, is kept."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from consent.purpose import PICTURES, Purpose
from consent.store.register import choices, people
from consent.store.register.closed import Checked, Deed
from consent.store.register.models import Act
from installer.admin.objections import Came, Whom, put_exemption, put_objection
from installer.admin.office import Office
from tests.fakes.office import NOW, fill_register, new_office

CAME = Came(date(2026, 9, 3), Checked.SIGNATURE_KNOWN, "secretariaat", "an", NOW)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Give an office with one class."""
    office = new_office(tmp_path)
    fill_register(office)
    yield office
    office.register.close()


@pytest.fixture
def whom(office: Office) -> Whom:
    """Give a pupil in the class."""
    with office.register.read() as desk:
        pupil = people.find_pupil(desk, office.school, "p1")
        assert pupil is not None
        return Whom(pupil, tuple(people.classes_of(desk, pupil.id)))


def test_an_objection_stands_until_it_is_taken_back_and_both_forms_stay(
    office: Office, whom: Whom
) -> None:
    place = (whom.pupil.id, whom.classes[0].id)
    with office.register.begin() as desk:
        put_objection(desk, whom, sorted(PICTURES), CAME, undo=False)
        assert choices.opt_outs(desk, *place) == ["overview", "show", "view"]
        put_objection(desk, whom, [Purpose.VIEW], CAME, undo=True)
        assert choices.opt_outs(desk, *place) == ["overview", "show"]
        kinds = [form.kind for form in choices.forms(desk, whom.pupil.id)]
        assert (kinds.count("objection"), kinds.count("objection_ended")) == (3, 1)


def test_a_form_says_who_checked_and_who_entered_it(office: Office, whom: Whom) -> None:
    with office.register.begin() as desk:
        put_exemption(desk, whom, CAME, undo=False)
        assert choices.is_exempt(desk, whom.pupil.id, whom.classes[0].id)
        (form,) = choices.forms(desk, whom.pupil.id)
        assert (form.kind, form.purpose) == ("exemption", None)
        assert (form.checked, form.checked_by) == ("signature_known", "secretariaat")
        assert (form.entered_by, form.received_on) == ("an", date(2026, 9, 3))
        put_exemption(desk, whom, CAME, undo=True)
        assert not choices.is_exempt(desk, whom.pupil.id, whom.classes[0].id)
        kinds = {form.kind for form in choices.forms(desk, whom.pupil.id)}
        assert kinds == {"exemption", "exemption_ended"}


def test_the_office_remembers_who_did_it_about_whom(office: Office, whom: Whom) -> None:
    with office.register.begin() as desk:
        put_objection(desk, whom, [Purpose.VIEW], CAME, undo=False)
        act = desk.query(Act).order_by(Act.id.desc()).first()
        assert act is not None
        assert (act.deed, act.by, act.about) == (Deed.OPT_OUT, "an", whom.pupil.id)
