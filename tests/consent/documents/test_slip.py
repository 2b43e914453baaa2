# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.documents.slip: one signature can only deny."""

from datetime import timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from consent.documents import slip
from consent.documents.paper import encode_struct
from consent.documents.widening import Wider
from consent.purpose import Purpose
from tests.fakes.school import NOW, make_school

SCHOOL = make_school(pupils=2)
SLIP = SCHOOL.slips[0]
YES = SCHOOL.widening("view")
OVER = SCHOOL.widening("view", answer=Wider.NO_ENDED)


@pytest.mark.parametrize(
    "change",
    [
        {"opt_outs": ("view", "view")},
        {"guardian_no": ("show", "show")},
        {"guardian": (YES, YES)},
        {"guardian": (SCHOOL.widening("view", pupil=1),)},
        {"guardian": (OVER,)},
        {"lifted": (YES,)},
        {"lifted": (OVER, OVER)},
        {"lifted": (SCHOOL.widening("view", pupil=1, answer=Wider.NO_ENDED),)},
        {"not_after": NOW + timedelta(days=200)},
    ],
)
def test_a_slip_that_says_it_twice_or_of_another_is_refused(
    change: dict[str, Any],
) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        replace(SLIP, **change)


def test_opt_outs_are_per_purpose() -> None:
    some = replace(SLIP, opt_outs=("view",))
    out = [purpose for purpose in Purpose if some.is_opted_out(purpose)]
    assert out == [Purpose.VIEW]


def test_a_guardians_yes_is_found_by_its_purpose() -> None:
    some = replace(SLIP, guardian=(YES,))
    assert some.guardian_yes(Purpose.VIEW) == YES
    assert some.guardian_yes(Purpose.SHOW) is None
    assert slip.parse(encode_struct(some)) == some


def test_an_account_is_written_only_where_there_are_accounts() -> None:
    assert b"account" not in encode_struct(SLIP)
    named = replace(SLIP, account="amina.b")
    assert slip.parse(encode_struct(named)).account == "amina.b"
