# SPDX-License-Identifier: GPL-3.0-or-later
"""The report says what is lacking and what ends when, and how much that asks."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from consent.documents.fields import Lang
from installer.admin.report import Level, report
from installer.admin.saying import text
from installer.admin.stages import Stage
from installer.admin.standing import Agreed, ClassStanding
from tests.installer.admin.standings import NOW, TODAY, charter, well

DAY = timedelta(days=1)


def levels(**changed: Any) -> dict[str, Level]:  # noqa: ANN401 -- any field
    return {one.said.key: one.level for one in report(well(**changed))}


def agreed(**changed: Any) -> dict[str, Any]:  # noqa: ANN401 -- any field
    return {"published": Agreed(charter(**changed), is_signed=True)}


def test_a_school_that_stands_well_asks_nothing() -> None:
    assert set(levels().values()) == {Level.OK}
    assert list(levels()) == [
        "status.school",
        "status.trust",
        "status.charter",
        "status.review",
        "status.council",
        "status.sets",
        "status.class",
        "status.yes_in_force",
        "status.teacher",
    ]


@pytest.mark.parametrize(
    ("changed", "key", "level"),
    [
        ({"authorities_until": NOW + 59 * DAY}, "status.trust", Level.SOON),
        ({"authorities_until": NOW}, "status.trust", Level.WRONG),
        ({"dpo_counts_from": NOW + DAY}, "status.dpo_waits", Level.SOON),
        ({"published": None}, "status.no_charter", Level.WRONG),
        (
            {"proposed": Agreed(charter(), is_signed=False)},
            "status.charter_waits",
            Level.SOON,
        ),
        (agreed(effective=NOW + DAY), "status.charter_begins", Level.SOON),
        (agreed(not_after=NOW + 9 * DAY), "status.charter", Level.SOON),
        (
            agreed(issued=NOW - 99 * DAY, not_after=NOW - DAY),
            "status.charter",
            Level.WRONG,
        ),
        (agreed(review_by=TODAY + 29 * DAY), "status.review", Level.SOON),
        (agreed(review_by=TODAY), "status.review", Level.SOON),
        (agreed(review_by=TODAY - DAY), "status.review", Level.WRONG),
        ({"sets_until": None}, "status.not_published", Level.WRONG),
        ({"sets_until": NOW + DAY}, "status.sets", Level.SOON),
        ({"sets_until": NOW - DAY}, "status.sets", Level.WRONG),
        ({"is_behind": True}, "status.behind", Level.SOON),
        ({"classes": ()}, "status.no_classes", Level.WRONG),
        ({"classes": (ClassStanding("4B", 3, 2, 0),)}, "status.class", Level.SOON),
        ({"classes": (ClassStanding("4B", 3, 3, 1),)}, "status.forms", Level.SOON),
        ({"laptops_waiting": 1}, "status.laptops_waiting", Level.SOON),
        ({"stages": Counter({Stage.ENTERED: 1})}, "status.yes_entered", Level.SOON),
        ({"stages": Counter({Stage.PROPOSED: 1})}, "status.yes_proposed", Level.SOON),
        ({"stages": Counter({Stage.SIGNED: 1})}, "status.yes_signed", Level.SOON),
        ({"teachers": (("An", None),)}, "status.no_bundle", Level.SOON),
        ({"teachers": (("An", NOW + 13 * DAY),)}, "status.teacher", Level.SOON),
        ({"teachers": (("An", NOW - DAY),)}, "status.teacher", Level.WRONG),
    ],
)
def test_each_lack_and_each_end_is_told(
    changed: dict[str, Any], key: str, level: Level
) -> None:
    assert levels(**changed)[key] is level


@pytest.mark.parametrize("lang", list(Lang))
def test_every_line_is_a_sentence_with_its_day_and_number(lang: Lang) -> None:
    remarks = report(well(classes=(ClassStanding("4B", 1, 0, 1),), is_behind=True))
    said = [text(lang, one.said) for one in remarks]
    assert any("4B" in one and "1" in one for one in said)
    assert any(date(2027, 7, 1).isoformat() in one for one in said)
    assert all(one and "{" not in one for one in said)


def test_times_are_those_of_the_schools_own_zone() -> None:
    at = datetime(2027, 3, 10, 11, 0, tzinfo=UTC)
    said = [text(Lang.NL, one.said) for one in report(well(sets_until=at))]
    assert any("voor 2027-03-10 12:00" in one for one in said)
