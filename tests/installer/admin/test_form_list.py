# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of forms is read with its words in any language, or every fault is told."""

from datetime import date

import pytest

from consent.purpose import Purpose
from consent.store.register.closed import Answer, Checked
from installer.admin.form_list import read_forms
from installer.admin.guardians import Form

HEADING = "pupil,class,purposes,answer,checked_by,how,date\n"


def test_a_row_is_a_form() -> None:
    data = f"{HEADING}p3,4B,overview;view,Ja,secretariaat,in_person,2026-09-03\n"
    forms, faults = read_forms("x.csv", data.encode())
    assert faults == []
    assert forms == [
        (
            2,
            Form(
                "p3",
                "4B",
                (Purpose.OVERVIEW, Purpose.VIEW),
                Answer.YES,
                "secretariaat",
                Checked.IN_PERSON,
                date(2026, 9, 3),
            ),
        )
    ]


@pytest.mark.parametrize(
    ("word", "answer"),
    [("yes", Answer.YES), ("oui", Answer.YES), ("NEE", Answer.NO), ("non", Answer.NO)],
)
def test_yes_and_no_may_be_in_our_languages(word: str, answer: Answer) -> None:
    data = f"{HEADING}p3,,,{word},secretariaat,in_person,2026-09-03\n"
    ((_, form),), _ = read_forms("x.csv", data.encode())
    assert (form.answer, form.class_name, form.purposes) == (answer, "", ())


@pytest.mark.parametrize(
    ("row", "column", "key"),
    [
        ("p3,,view,maybe,x,in_person,2026-09-03", "answer", "forms.answer"),
        ("p3,,view,yes,x,not_said,2026-09-03", "how", "forms.how"),
        ("p3,,attention,yes,x,in_person,2026-09-03", "purposes", "forms.purposes"),
        ("p3,,view,yes,x,in_person,3/9/2026", "date", "csv.day"),
        ("p3,,view,yes,,in_person,2026-09-03", "checked_by", "csv.empty"),
    ],
)
def test_a_fault_is_told_with_its_place(row: str, column: str, key: str) -> None:
    forms, (fault,) = read_forms("x.csv", f"{HEADING}{row}\n".encode())
    assert forms == []
    assert (fault.line, fault.column, fault.why.key) == (2, column, key)
