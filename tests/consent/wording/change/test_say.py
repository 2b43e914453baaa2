# SPDX-License-Identifier: GPL-3.0-or-later
"""What a new charter changes, as a pupil reads it."""

from datetime import date

import pytest
from msgspec.structs import replace

from consent.documents.charter import Caps
from consent.documents.charter_change import What, changes
from consent.documents.fields import Lang
from consent.purpose import Purpose
from consent.wording.change.say import change_lines, sentence
from tests.consent.documents.test_charter_change import CHARTER, OTHERWISE, WIDER
from tests.fakes.school import make_school

DAY = date(2027, 1, 12)
BOTH = [
    (one, other)
    for name, wide, narrow, _ in WIDER
    for one, other in ((wide, narrow), (narrow, wide))
    for one, other in [
        (replace(CHARTER, **{name: one}), replace(CHARTER, **{name: other}))
    ]
] + [(CHARTER, replace(CHARTER, **{name: value})) for name, value, _ in OTHERWISE]


@pytest.mark.parametrize("lang", Lang)
def test_R47_each_difference_is_one_whole_sentence(lang: Lang) -> None:
    said = {sentence(x, lang) for old, new in BOTH for x in changes(old, new)}
    assert len(said) >= len(What)
    for one in said:
        assert one[0].isupper() or not one[0].isalpha()
        assert one.endswith(".")
        assert not {"{", "}"} & set(one)
        assert "None" not in one


def test_amounts_are_minutes_where_they_can_be() -> None:
    def limited(seconds: int) -> str:
        view = next(x for x in CHARTER.purposes if x.purpose is Purpose.VIEW)
        rest = tuple(x for x in CHARTER.purposes if x is not view)
        tight = replace(view, caps=Caps(seconds=seconds))
        new = replace(CHARTER, purposes=(*rest, tight))
        return sentence(changes(CHARTER, new)[0], Lang.NL)

    assert limited(60).endswith("Nu is het 1 minuut per keer.")
    assert limited(90).endswith("Nu is het 90 seconden per keer.")
    assert "was het hoogstens 2 minuten per keer" in limited(90)


def test_more_comes_under_its_own_head() -> None:
    new = replace(CHARTER, overview_width_px=240, authority="GBA")
    assert change_lines(CHARTER, new, DAY, Lang.NL) == [
        "Veranderd op 12-01-2027",
        "Er mag nu meer:",
        "- Het kleine beeld was 192 puntjes breed. Nu zijn het er 240.",
        "Ook anders:",
        "- Een klacht kan nu bij: GBA.",
    ]


def test_a_charter_that_only_has_a_new_number_changed_nothing() -> None:
    again = replace(CHARTER, serial=CHARTER.serial + 1)
    assert change_lines(CHARTER, again, DAY, Lang.NL) == []


def test_another_school_year_is_told_by_its_dates() -> None:
    other = make_school().charter
    assert change_lines(other, other, DAY, Lang.FR) == []
