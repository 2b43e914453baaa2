# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.documents.charter: tighter than the ceilings, complete, in date."""

from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from msgspec.structs import replace

from consent.documents import charter as c
from consent.documents.charter import Caps, CharterPurpose, Holiday, Hours, Network
from consent.documents.fields import Day, Lang
from consent.purpose import Purpose
from tests.fakes.school import NOW, make_school

CHARTER = make_school().charter
TODAY = NOW.date()


def purpose(name: Purpose, **caps: int) -> CharterPurpose:
    """Make one purpose with its own caps."""
    return CharterPurpose(
        purpose=name, legal_basis=c.LegalBasis.CONSENT, caps=Caps(**caps)
    )


@pytest.mark.parametrize(
    ("name", "caps"),
    [
        (Purpose.OVERVIEW, {"seconds": 901}),
        (Purpose.OVERVIEW, {"times": 1}),
        (Purpose.VIEW, {"seconds": 121}),
        (Purpose.VIEW, {"slot_seconds": 601}),
        (Purpose.SHOW, {"slot_seconds": 601}),
        (Purpose.ATTENTION, {"seconds": 601}),
        (Purpose.ATTENTION, {"times": 4}),
        (Purpose.SHARE, {"seconds": 1}),
    ],
    ids=str,
)
def test_R43_no_charter_is_weaker_than_the_ceilings(
    name: Purpose, caps: dict[str, int]
) -> None:
    value = {
        "purpose": name.value,
        "legal_basis": "eu-gdpr:A6-1-a",
        "caps": caps,
    }
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(value, CharterPurpose)


def test_R25_a_lower_limit_counts_and_the_rest_stays_as_compiled() -> None:
    lower = replace(CHARTER, purposes=(purpose(Purpose.VIEW, seconds=30),))
    assert lower.caps(Purpose.VIEW) == Caps(seconds=30, slot_seconds=600)
    assert CHARTER.caps(Purpose.VIEW) == Caps(seconds=120, slot_seconds=600)
    assert CHARTER.caps(Purpose.ATTENTION) == Caps(
        seconds=600, slot_seconds=600, times=3
    )


def test_R11_only_what_is_listed_is_offered() -> None:
    lower = replace(CHARTER, purposes=(purpose(Purpose.VIEW),))
    assert [one for one in Purpose if lower.offers(one)] == [Purpose.VIEW]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("promise_no_consequence", False),
        ("purposes", (purpose(Purpose.VIEW),) * 2),
        ("reason_codes", CHARTER.reason_codes * 2),
        ("attention_reasons", CHARTER.attention_reasons * 2),
        ("notices", CHARTER.notices[:1] * 2),
        ("not_after", NOW + timedelta(days=367)),
        ("effective", NOW + timedelta(microseconds=5)),
    ],
)
def test_R42_a_charter_that_is_not_whole_is_refused(
    field: str,
    value: Any,  # noqa: ANN401 -- of any field
) -> None:
    with pytest.raises(ValueError, match=r"\w"):
        replace(CHARTER, **{field: value})


@pytest.mark.parametrize(
    "cidr", ["8.8.8.0/24", "10.0.0.1/8", "0.0.0.0/0", "10.0.0.0", "school", "2001::/16"]
)
def test_R24_a_network_is_private_and_written_one_way(cidr: str) -> None:
    with pytest.raises(ValueError, match="cidr"):
        Network(cidr=cidr, dial_out=False)


@pytest.mark.parametrize(
    "cidr",
    ["10.20.0.0/16", "192.168.1.0/24", "fd00::/8", "169.254.0.0/16", "fe80::/10"],
)
def test_R24_private_and_link_local_networks_are_fine(cidr: str) -> None:
    assert Network(cidr=cidr, dial_out=True).cidr == cidr


def test_it_says_who_dials() -> None:
    assert not CHARTER.dials_out
    out = replace(CHARTER, networks=(Network(cidr="10.0.0.0/8", dial_out=True),))
    assert out.dials_out
    assert out.cidrs == ("10.0.0.0/8",)


def test_hours_and_holidays_run_forward() -> None:
    with pytest.raises(ValueError, match="before"):
        Hours(days=(Day.MONDAY,), starts="09:00", ends="09:00")
    with pytest.raises(ValueError, match="after"):
        Holiday(starts=date(2027, 3, 2), ends=date(2027, 3, 1))


def test_a_reason_is_found_in_the_list_of_its_purpose() -> None:
    found = CHARTER.reason(Purpose.VIEW, "help")
    assert found is not None
    assert [found.words(lang) for lang in Lang] == ["hulp", "help", "aide"]
    assert CHARTER.reason(Purpose.ATTENTION, "help") is None
    assert CHARTER.reason(Purpose.ATTENTION, "explain")


@pytest.mark.parametrize(
    "change",
    [
        {"effective": NOW + timedelta(seconds=1)},
        {"not_after": NOW},
        {"review_by": TODAY - timedelta(days=1)},
        {"council": replace(CHARTER.council, valid_until=TODAY - timedelta(days=1))},
    ],
    ids=lambda change: next(iter(change)),
)
def test_R41_out_of_date_is_not_in_force(change: dict[str, object]) -> None:
    assert CHARTER.is_in_force(NOW, TODAY)
    assert not replace(CHARTER, **change).is_in_force(NOW, TODAY)


def test_R41_the_last_day_still_counts() -> None:
    last = replace(
        CHARTER, review_by=TODAY, council=replace(CHARTER.council, valid_until=TODAY)
    )
    assert last.is_in_force(NOW, TODAY)


def test_a_holiday_counts_both_ends() -> None:
    days = Holiday(starts=date(2027, 2, 8), ends=date(2027, 2, 14))
    holiday = replace(CHARTER, holidays=(days,))
    inside = [day for day in range(6, 17) if holiday.is_holiday(date(2027, 2, day))]
    assert inside == list(range(8, 15))
