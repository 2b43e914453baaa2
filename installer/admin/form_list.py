# SPDX-License-Identifier: GPL-3.0-or-later
"""A list of guardians' forms, as an office types it over from a pile of paper."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from consent.purpose import PICTURES, Purpose
from consent.store.register.closed import Answer, Checked
from installer.admin.csv_rows import Fault, Row, read_sheet
from installer.admin.guardians import Form

COLUMNS: Final = ("pupil", "answer", "checked_by", "how", "date")  # must be filled in
WORDS: Final = {
    **dict.fromkeys(("yes", "ja", "oui"), Answer.YES),
    **dict.fromkeys(("no", "nee", "non"), Answer.NO),
}
WAYS: Final = tuple(way.value for way in Checked if way is not Checked.NOT_SAID)


def read_forms(file: str, data: bytes) -> tuple[list[tuple[int, Form]], list[Fault]]:
    """Read the list: each form with its line, and everything that is wrong."""
    sheet = read_sheet(file, data, COLUMNS)
    forms, faults = [], list(sheet.faults)
    for row in sheet.rows:
        wrong = list(_faults(row))
        faults += wrong
        if not wrong:
            forms.append((row.line, _form(row)))
    return forms, faults


def _faults(row: Row) -> Iterator[Fault]:
    if row.get("answer").lower() not in WORDS:
        yield row.fault("answer", "forms.answer")
    if row.get("how") not in WAYS:
        yield row.fault("how", "forms.how", choices=", ".join(WAYS))
    if any(one not in PICTURES for one in _purposes(row)):
        yield row.fault("purposes", "forms.purposes")
    if _day(row) is None:
        yield row.fault("date", "csv.day")


def _form(row: Row) -> Form:
    day = _day(row)
    if day is None:
        raise TypeError(row)  # _faults() said so
    return Form(
        pupil=row.get("pupil"),
        class_name=row.get("class"),
        purposes=tuple(Purpose(one) for one in _purposes(row)),
        answer=WORDS[row.get("answer").lower()],
        checked_by=row.get("checked_by"),
        how=Checked(row.get("how")),
        day=day,
    )


def _purposes(row: Row) -> list[str]:
    words = row.get("purposes").replace("+", ";").replace(",", ";").split(";")
    return [word.strip() for word in words if word.strip()]


def _day(row: Row) -> date | None:
    try:
        return date.fromisoformat(row.get("date"))
    except ValueError:
        return None
