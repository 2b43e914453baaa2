# SPDX-License-Identifier: GPL-3.0-or-later
"""What was agreed, in words."""

from datetime import date

import pytest

from consent.documents.charter import Caps, CharterPurpose, LegalBasis
from consent.documents.fields import Lang
from consent.purpose import Purpose
from installer.papers import facts
from tests.fakes.agreed import agreed


def test_dates_are_written_out() -> None:
    when = date(2027, 3, 8)
    assert facts.day(when, Lang.NL) == "8 maart 2027"
    assert facts.day(when, Lang.EN) == "8 March 2027"
    assert facts.short_day(when, Lang.NL) == "8 maa 2027"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(1, "1 seconde"), (90, "90 seconden"), (60, "1 minuut"), (900, "15 minuten")],
)
def test_durations_are_in_minutes_where_they_are_whole(seconds: int, said: str) -> None:
    assert facts.lasting(seconds, Lang.NL) == said


def test_a_list_ends_as_in_a_sentence() -> None:
    assert facts.listed([], Lang.NL) == "geen"
    assert facts.listed(["a"], Lang.NL) == "a"
    assert facts.listed(["a", "b", "c"], Lang.EN) == "a, b and c"


def test_a_lower_limit_of_the_school_is_the_one_that_is_told() -> None:
    view = CharterPurpose(
        purpose=Purpose.VIEW,
        legal_basis=LegalBasis.PUBLIC_TASK,
        caps=Caps(seconds=60, slot_seconds=300),
    )
    said = facts.facts_of(agreed(purposes=(view,)), Lang.NL)
    assert said.words["view_once"] == "1 minuut"
    assert said.words["view_lesson"] == "5 minuten"
    assert said.words["view_basis"] == "taak van algemeen belang (AVG art. 6.1.e)"
    assert said.words["overview_basis"] == "geen"
    assert (said.flags["view"], said.flags["overview"]) == (True, False)
    assert (said.flags["on_task"], said.flags["on_consent"]) == (True, False)


def test_a_draft_and_a_demo_say_so_on_every_paper() -> None:
    assert facts.warnings(agreed(), Lang.NL) == ()
    both = facts.warnings(agreed(is_draft=True, is_demo=True), Lang.EN)
    assert [one.split(".")[0] for one in both] == ["DRAFT", "DEMO"]


def test_the_number_of_the_school_is_in_groups_of_four() -> None:
    held = agreed()
    assert facts.fours("abcdef") == "ABCD EF"
    said = facts.facts_of(held, Lang.NL).words["root"]
    assert said.replace(" ", "").lower() == held.trust.root_hash
    assert facts.foot(held, Lang.NL).count(facts.fours(held.charter_hash[:16])) == 1


def test_a_telephone_number_stays_on_one_line() -> None:
    assert (
        "02\u00a0000\u00a000\u00a000" in facts.facts_of(agreed(), Lang.NL).words["dpo"]
    )


def test_R46_every_paper_says_until_when_and_by_when_it_is_reviewed() -> None:
    held = agreed(review_by=date(2027, 6, 30))
    (english,) = facts.marks(held, Lang.EN)
    assert english.endswith("until 20 Sep 2027, to be reviewed before 30 Jun 2027")
    (dutch,) = facts.marks(held, Lang.NL)
    assert dutch.endswith("tot en met 20 sep 2027, te herzien voor 30 jun 2027")
