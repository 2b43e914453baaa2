# SPDX-License-Identifier: GPL-3.0-or-later
"""What differs between two charters: nothing is left out; more is called more."""

from datetime import date, timedelta
from typing import Any

import pytest
from msgspec.structs import asdict, replace

from consent.documents.charter import (
    Caps,
    Charter,
    Holiday,
    Hours,
    LegalBasis,
    Network,
    ReasonCode,
)
from consent.documents.charter_change import What, changes
from consent.documents.fields import Day
from consent.purpose import Purpose
from tests.fakes.school import NOW, make_school

CHARTER = make_school().charter
REASON = ReasonCode(code="new", nl="nieuw", en="new", fr="nouveau")
SPRING = Holiday(starts=date(2027, 4, 5), ends=date(2027, 4, 16))
OTHER_NET = Network(cidr="10.99.0.0/16", dial_out=False)
VIEW = next(x for x in CHARTER.purposes if x.purpose is Purpose.VIEW)
WITHOUT_VIEW = tuple(x for x in CHARTER.purposes if x is not VIEW)
TIGHT = replace(VIEW, caps=Caps(seconds=60))
OTHER_BASIS = replace(VIEW, legal_basis=LegalBasis.PUBLIC_TASK)
WEEK = Hours(days=(Day.MONDAY, Day.TUESDAY), starts="08:00", ends="16:00")
CONTACTS = CHARTER.contacts
OTHER_DPO = replace(CONTACTS, dpo=replace(CONTACTS.dpo, name="Lien Peeters"))
LATER = NOW + timedelta(days=10)

# a field, a wide value, a narrow one, and what going from narrow to wide is called
WIDER: list[tuple[str, Any, Any, What]] = [
    ("purposes", CHARTER.purposes, WITHOUT_VIEW, What.PURPOSE_ADDED),
    ("purposes", CHARTER.purposes, (*WITHOUT_VIEW, TIGHT), What.LIMIT),
    ("overview_width_px", 240, 160, What.WIDTH),
    (
        "reason_codes",
        (*CHARTER.reason_codes, REASON),
        CHARTER.reason_codes,
        What.REASON_ADDED,
    ),
    (
        "attention_reasons",
        (*CHARTER.attention_reasons, REASON),
        CHARTER.attention_reasons,
        What.ATTENTION_REASON_ADDED,
    ),
    ("hours", replace(WEEK, ends="17:00"), WEEK, What.HOURS),
    ("hours", replace(WEEK, starts="07:30"), WEEK, What.HOURS),
    ("hours", replace(WEEK, days=(*WEEK.days, Day.FRIDAY)), WEEK, What.HOURS),
    ("holidays", (), (SPRING,), What.HOLIDAY_GONE),
    (
        "networks",
        (*CHARTER.networks, OTHER_NET),
        CHARTER.networks,
        What.NETWORK_ADDED,
    ),
    ("guardian_age", 13, 16, What.GUARDIAN_AGE),
    ("log_names", "role", "name", What.NAMES),
    ("set_days", 7, 3, What.SET_DAYS),
    ("review_by", date(2027, 8, 1), date(2027, 6, 1), What.REVIEW),
    ("not_after", LATER, NOW, What.UNTIL),
]
OTHERWISE: list[tuple[str, Any, What]] = [
    ("purposes", (*WITHOUT_VIEW, OTHER_BASIS), What.BASIS),
    ("notices", CHARTER.notices[:1], What.NOTICES),
    ("council", replace(CHARTER.council, text="Anders."), What.COUNCIL),
    ("dpia", replace(CHARTER.dpia, version="2.0"), What.DPIA),
    ("vision_ref", "Visie 2030", What.PLANS),
    ("ict_plan_ref", "ICT 2030", What.PLANS),
    ("contacts", OTHER_DPO, What.CONTACT),
    ("authority", "GBA", What.AUTHORITY),
    ("effective", LATER, What.EFFECTIVE),
]
NARROWED = {
    What.PURPOSE_ADDED: What.PURPOSE_GONE,
    What.REASON_ADDED: What.REASON_GONE,
    What.ATTENTION_REASON_ADDED: What.ATTENTION_REASON_GONE,
    What.HOLIDAY_GONE: What.HOLIDAY_ADDED,
    What.NETWORK_ADDED: What.NETWORK_GONE,
}
NOT_TOLD = {"v", "school", "serial", "issued", "promise_no_consequence"}
"""What every charter has, changes each time, or can have one value only."""


def told(old: Charter, new: Charter) -> list[tuple[What, bool]]:
    return [(change.what, change.is_wider) for change in changes(old, new)]


def changed(**fields: object) -> Charter:
    return replace(CHARTER, **fields)


def test_a_charter_changes_nothing_against_itself() -> None:
    again = changed(serial=CHARTER.serial + 1, issued=NOW)
    assert changes(CHARTER, again) == []


@pytest.mark.parametrize(("name", "wide", "narrow", "what"), WIDER)
def test_R47_what_allows_more_is_said_to(
    name: str, wide: object, narrow: object, what: What
) -> None:
    more, less = changed(**{name: wide}), changed(**{name: narrow})
    assert told(less, more) == [(what, True)]
    assert told(more, less) == [(NARROWED.get(what, what), False)]


@pytest.mark.parametrize(("name", "value", "what"), OTHERWISE)
def test_R47_what_is_only_different_is_told_too(
    name: str, value: object, what: What
) -> None:
    other = changed(**{name: value})
    assert told(CHARTER, other) == [(what, False)]
    assert [one for one, _ in told(other, CHARTER)] == [what]


def test_R47_no_field_of_a_charter_is_left_out() -> None:
    tried = {row[0] for row in WIDER} | {row[0] for row in OTHERWISE}
    assert tried | NOT_TOLD == set(asdict(CHARTER))


def test_what_allows_more_comes_first() -> None:
    other = changed(authority="GBA", overview_width_px=240)
    assert [one for _, one in told(CHARTER, other)] == [True, False]


def test_hours_that_moved_allow_more() -> None:
    earlier = replace(WEEK, starts="07:30", ends="15:00")
    assert told(changed(hours=WEEK), changed(hours=earlier)) == [(What.HOURS, True)]
