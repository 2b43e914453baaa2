# SPDX-License-Identifier: GPL-3.0-or-later
"""Each decision from home is a line, and so is each pupil whose form is missing."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from consent.purpose import Purpose
from consent.store.register.closed import Answer, Checked
from installer.admin.guardians import Form, enter
from installer.admin.home_list import home_list
from installer.admin.stages import Stage
from tests.fakes.office import NOW, fill_register, new_office

YES = Form(
    "p3",
    "",
    (Purpose.VIEW,),
    Answer.YES,
    "secretariaat",
    Checked.IN_PERSON,
    date(2026, 9, 3),
)


def test_who_is_under_age_is_missing_until_a_form_comes(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    fill_register(office)
    (row,) = home_list(office, NOW)
    assert (row.is_missing, row.values["who"], row.class_name) == (
        True, "Casper Elst", "4B"
    )  # fmt: skip
    with office.register.begin() as desk:
        for form in (YES, replace(YES, pupil="p1", answer=Answer.NO, purposes=())):
            enter(desk, office.school, form, "An", NOW, NOW.date())
    rows = home_list(office, NOW)
    assert [one.kind for one in rows] == ["no", "no", "no", "yes"]
    assert rows[-1].values["stage"] is Stage.ENTERED
    assert home_list(office, NOW.replace(year=2027)) == []
    office.register.close()
