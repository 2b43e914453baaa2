# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.shelf.freshness: exactly the papers the set names, for seven days."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from msgspec.structs import replace

from consent.documents import sets
from consent.documents.sets import Named
from consent.documents.signed import Kind
from consent.shelf.freshness import Freshness, Stale
from consent.shelf.held import WHOLE_SCHOOL
from tests.fakes.papers import DAY
from tests.fakes.school import NOW, School, make_school

SCHOOL = make_school(pupils=2)
SET = sets.parse(SCHOOL.paper_set.body)
OTHER = Named(serial=1, sha256="0" * 64)


def fresh(school: School, now: datetime = NOW) -> Freshness:
    """Ask a laptop of this school."""
    return school.shelf_for().freshness(school.class_id, now)


def test_what_the_set_names_is_fresh() -> None:
    answer = fresh(SCHOOL)
    assert answer
    assert answer.until == SET.not_after


@pytest.mark.parametrize("name", ["trust", "charter", "class_sheet", "revocations"])
@pytest.mark.parametrize("other", [OTHER, None], ids=["other bytes", "other serial"])
def test_R42_P08_mix_and_match_closes_powers(name: str, other: Named | None) -> None:
    named = getattr(SET.papers, name)
    wrong = other or replace(named, serial=named.serial + 1)
    papers = replace(SET.papers, **{name: wrong})
    answer = fresh(SCHOOL.changed(set={"papers": papers}))
    assert not answer
    assert name.removesuffix("_sheet") in answer.sentence


@pytest.mark.parametrize("slips", [{}, {SCHOOL.pupils[0].device: "0" * 64}])
def test_D05_an_old_slip_closes_powers(slips: dict[str, str]) -> None:
    answer = fresh(SCHOOL.changed(set={"slips": slips}))
    assert not answer
    assert "slip" in answer.sentence


def test_a_laptop_asks_for_no_roster_and_a_console_for_no_slip() -> None:
    papers = replace(SET.papers, roster=OTHER)
    school = SCHOOL.changed(set={"papers": papers, "slips": {}})
    roster = school.console_shelf().freshness(school.class_id, NOW)
    assert "roster" in roster.sentence
    slips_only = SCHOOL.changed(set={"slips": {}})
    assert slips_only.console_shelf().freshness(SCHOOL.class_id, NOW)


def test_a_set_ends_and_the_charter_may_end_it_sooner() -> None:
    last = timedelta(seconds=1)
    assert fresh(SCHOOL, SET.not_after - last)
    answer = fresh(SCHOOL, SET.not_after)
    assert not answer
    assert "14-03-2027" in answer.sentence
    sooner = SCHOOL.changed(charter={"set_days": 2})
    assert fresh(sooner, SET.issued + 2 * DAY - last)
    assert not fresh(sooner, SET.issued + 2 * DAY)


@pytest.mark.parametrize("name", ["sheet", "slip"])
def test_a_dead_class_or_slip_closes_powers(name: str) -> None:
    change: dict[str, Any] = {"not_after": NOW + DAY}
    school = SCHOOL.changed(**{name: change})
    assert fresh(school).until == NOW + DAY
    assert not fresh(school, NOW + DAY)


@pytest.mark.parametrize(
    "kind", [k for k in Kind if k not in {Kind.ROSTER, Kind.WIDENING}]
)
def test_a_missing_paper_closes_powers(kind: Kind) -> None:
    shelf = SCHOOL.empty_shelf()
    papers = [paper for paper in SCHOOL.papers_for() if paper.kind is not kind]
    shelf.accept_all(papers, NOW)
    answer = shelf.freshness(SCHOOL.class_id, NOW)
    assert not answer
    assert answer.until is None
    assert answer.sentence.endswith(".")


def without(kind: Kind) -> Freshness:
    """Ask a laptop that lacks one paper."""
    shelf = SCHOOL.empty_shelf()
    shelf.accept_all([x for x in SCHOOL.papers_for() if x.kind is not kind], NOW)
    return shelf.freshness(SCHOOL.class_id, NOW)


@pytest.mark.parametrize(
    ("answer", "code", "sentence"),
    [
        (without(Kind.SET), "no_set", "No set of current papers is here."),
        (without(Kind.CHARTER), "no_charter", "The charter is missing."),
        (
            fresh(SCHOOL, SET.not_after),
            "set_over",
            "The set of current papers ended on 14-03-2027.",
        ),
        (
            without(Kind.SLIP),
            "not_named",
            "The slip held is not the one the set names.",
        ),
        (
            fresh(SCHOOL.changed(sheet={"not_after": NOW + DAY}), NOW + DAY),
            "class_over",
            "The class or the slip is out of date.",
        ),
    ],
    ids=list(Stale),
)
def test_stale_papers_say_why_to_programs_and_to_people(
    answer: Freshness, code: str, sentence: str
) -> None:
    assert (answer.code, answer.sentence, answer.until) == (code, sentence, None)


def test_fresh_papers_have_nothing_to_say() -> None:
    answer = fresh(SCHOOL)
    assert (answer.code, answer.sentence) == (None, "")


def test_another_class_is_not_fresh() -> None:
    shelf = SCHOOL.shelf_for()
    assert not shelf.freshness("f" * 32, NOW)
    assert not shelf.freshness(WHOLE_SCHOOL, NOW)
