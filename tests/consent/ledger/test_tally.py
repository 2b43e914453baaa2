# SPDX-License-Identifier: GPL-3.0-or-later
"""Ten thousand refusals are two lines and a number."""

from dataclasses import replace
from datetime import timedelta

from consent.ledger.tally import Refused, Tally
from tests.fakes.records import LESSON, MONDAY, SLOT_DATE, fingerprint

KIND = Refused("view", "opt_out", fingerprint(), LESSON, SLOT_DATE)


def test_the_first_is_given_back_and_the_rest_is_a_number() -> None:
    tally = Tally()
    first = tally.heard(KIND, MONDAY)
    assert first is not None
    assert (first.count, first.first, first.last) == (1, MONDAY, MONDAY)
    for n in range(1, 10_000):
        assert tally.heard(KIND, MONDAY + timedelta(seconds=n)) is None
    (rest,) = tally.waiting()
    assert rest.count == 9_999
    assert rest.first == MONDAY + timedelta(seconds=1)
    assert rest.last == MONDAY + timedelta(seconds=9_999)
    assert rest.fields() == {
        "purpose": "view",
        "reason": "opt_out",
        "teacher": fingerprint(),
        "count": 9_999,
        "first": "2027-03-08T09:20:01Z",
        "last": "2027-03-08T12:06:39Z",
    }


def test_another_kind_is_another_count() -> None:
    tally = Tally()
    for other in (
        KIND,
        replace(KIND, purpose="show"),
        replace(KIND, reason="paused"),
        replace(KIND, teacher=""),
        replace(KIND, lesson=""),
    ):
        assert tally.heard(other, MONDAY) is not None


def test_a_lesson_is_flushed_alone() -> None:
    tally = Tally()
    other = replace(KIND, lesson="22" * 16)
    for kind in (KIND, KIND, other, other):
        tally.heard(kind, MONDAY)
    assert [held.kind for held in tally.waiting(LESSON)] == [KIND]
    tally.written(tally.waiting(LESSON)[0])
    assert tally.waiting(LESSON) == []
    assert [held.kind for held in tally.waiting()] == [other]


def test_what_was_written_is_not_counted_again() -> None:
    tally = Tally()
    tally.heard(KIND, MONDAY)
    tally.heard(KIND, MONDAY)
    tally.written(tally.waiting()[0])
    assert tally.heard(KIND, MONDAY) is None
    assert [held.count for held in tally.waiting()] == [1]


def test_a_first_that_could_not_be_written_comes_again() -> None:
    tally = Tally()
    tally.heard(KIND, MONDAY)
    tally.unwritten(KIND)
    assert tally.heard(KIND, MONDAY) is not None


def test_waiting_looks_count_for_their_slot() -> None:
    tally = Tally()
    overview = replace(KIND, purpose="overview")
    for kind in (KIND, KIND, KIND, overview, overview):
        tally.heard(kind, MONDAY)
    assert tally.looks_waiting(SLOT_DATE) == 2
    assert tally.looks_waiting("another") == 0
