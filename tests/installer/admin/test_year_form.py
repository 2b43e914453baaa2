# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a new year is the old charter's own, whatever stands in it."""

import tomllib
from datetime import date

import pytest
from msgspec.structs import replace

from consent.documents.charter import Holiday, Network
from consent.documents.fields import Lang
from installer.admin.year_form import NextForm
from tests.fakes import papers
from tests.fakes.agreed import NOW, SCHOOL

CHARTER = replace(
    papers.charter(SCHOOL, NOW, demo=False),
    authority='VTC "Vlaanderen" \\ GBA',
    networks=(
        Network(cidr="10.20.0.0/16", dial_out=False),
        Network(cidr="10.30.0.0/16", dial_out=True),
    ),
    holidays=(Holiday(starts=date(2026, 12, 21), ends=date(2027, 1, 3)),),
)


@pytest.mark.parametrize("lang", list(Lang))
def test_R43_it_reads_back_as_what_was_agreed_and_each_holiday_is_open(
    lang: Lang,
) -> None:
    text = NextForm(CHARTER, "2027-2028", date(2027, 7, 5), lang).write()
    form = tomllib.loads(text)
    assert form["gegevensbescherming"]["toezicht"] == CHARTER.authority
    assert form["netwerken"]["school"] == ["10.20.0.0/16"]
    assert form["netwerken"]["console_luistert"] == ["10.30.0.0/16"]
    assert form["vakantie"] == [{"van": "...", "tot": "..."}]
    assert "2026-12-21" in text
    assert form["ingangsdatum"] == date(2027, 9, 1)
    assert form["geldig_tot"] == date(2028, 7, 4)  # twelve months at most
