# SPDX-License-Identifier: GPL-3.0-or-later
"""`optout` and `exempt` at a terminal: a form may be named, and none is needed."""

import getpass
from pathlib import Path

import pytest

from consent.store.register import choices, people
from consent.store.register.models import PaperForm
from installer.admin.asking import account
from installer.admin.office import open_office
from tests.fakes.admin import Admin

FORM = (
    *("--how", "signature_known", "--checked-by", "secretariaat"),
    *("--date", "2026-09-03"),
)


@pytest.fixture
def admin(tmp_path: Path) -> Admin:
    """Give an admin with one class."""
    admin = Admin(tmp_path)
    admin.makes_a_school()
    admin.imports_the_roster()
    return admin


def _forms(admin: Admin) -> list[PaperForm]:
    office = open_office(admin.office, None, "An")
    with office.register.read() as desk:
        pupil = people.find_pupil(desk, office.school, "p1")
        assert pupil is not None
        found = choices.forms(desk, pupil.id)
    office.register.close()
    return found


def test_a_form_that_is_named_is_kept_with_who_entered_it(admin: Admin) -> None:
    admin.succeeds("optout", admin.office, "p1", "--purpose", "view", *FORM)
    admin.succeeds("exempt", admin.office, "p1", *FORM, "--undo")
    first, second = _forms(admin)
    assert (first.kind, first.purpose) == ("objection", "view")
    assert second.kind == "exemption_ended"
    for form in (first, second):
        assert (form.checked, form.checked_by) == ("signature_known", "secretariaat")
        assert form.received_on.isoformat() == "2026-09-03"
        assert form.entered_by == account() == getpass.getuser()


def test_an_objection_needs_no_form_and_no_reason(admin: Admin) -> None:
    admin.succeeds("optout", admin.office, "p1", "--purpose", "view")
    (form,) = _forms(admin)
    assert (form.checked, form.checked_by) == ("not_said", account())


def test_a_way_to_check_that_is_none_is_refused(admin: Admin) -> None:
    words = ("optout", admin.office, "p1", "--how", "school_rules")
    assert "kies uit" in admin.fails(2, *words)
    assert _forms(admin) == []
