# SPDX-License-Identifier: GPL-3.0-or-later
"""decide() held against a second reading of the law, in every combination there is."""

from collections.abc import Iterable
from datetime import timedelta

import pytest

from consent.decision import Grant, Refusal, decide
from consent.documents.fields import Lang
from consent.reason import Reason
from tests.consent.plans import AGREED, HOW_FAR, SORTS_OF_YES, WHETHER, until_when
from tests.consent.reference import LAW, WHOLE_LAW, Yes, judge
from tests.consent.worlds import Answers, Laptop, Road, roads

ITS_OWN = "its own seconds"
SAYS = {sentence.reason: sentence.says for sentence in LAW}


def compare(laptop: Laptop, road: Road) -> str | Yes:
    """Decide in one world, and have it judged by the sentences."""
    said = decide(laptop.request, laptop.facts, laptop.now)
    wanted = judge(road)
    if isinstance(wanted, str):
        assert said == Refusal(Reason(wanted)), (SAYS[wanted], road.told())
        return wanted
    assert isinstance(said, Grant), (said, road.told())
    found = Yes(
        seconds=said.seconds,
        why=said.reason_words,
        width_px=said.width_px,
        curtain=said.curtain,
        provisional=said.provisional,
        ends=wanted.ends,
    )
    assert found == wanted, road.told()
    assert said.purpose is laptop.purpose
    instants = {end: laptop.instant(end) for end in wanted.ends - {ITS_OWN}}
    if wanted.seconds:
        instants[ITS_OWN] = laptop.now + timedelta(seconds=wanted.seconds)
    assert said.until == min(instants.values()), (instants, road.told())
    assert said.until > laptop.now
    return wanted


def walk(answers: Answers) -> set[tuple[str, str]]:
    """Walk every road, and give which acts were answered with what."""
    seen, stood_for = set(), 0
    laptop: Laptop | None = None
    for road in roads(answers):
        laptop = laptop or Laptop(road)
        answer = compare(laptop, road)
        seen.add((road("act"), answer if isinstance(answer, str) else "yes"))
        stood_for += road.stands_for
        assert stood_for <= road.every
    assert stood_for == road.every
    return seen


def every_answer() -> Iterable[tuple[str, str]]:
    """Give each act with a yes and with each reason that can be its no."""
    yield from ((act, "yes") for act in WHOLE_LAW)
    yield from ((act, one.reason) for one in LAW for act in one.of)


@pytest.mark.parametrize("which", WHETHER)
def test_R10_R19_R20_R21_R22_R23_R24_every_combination_gives_the_laws_own_answer(
    which: str,
) -> None:
    """Ten to the 26th and more, on some ten thousand roads each."""
    assert walk(WHETHER[which]) == set(every_answer())


def test_R25_every_measure_of_a_yes_is_the_smallest_there_is() -> None:
    said = walk(HOW_FAR)
    assert {act for act, answer in said if answer == "yes"} == set(WHOLE_LAW)


def test_R20_a_yes_ends_with_the_first_of_all_it_rests_on() -> None:
    for answers in until_when():
        assert {answer for _, answer in walk(answers)} == {"yes"}


def test_the_reasons_come_in_the_order_of_the_sentences() -> None:
    reasons = list(dict.fromkeys(sentence.reason for sentence in LAW))
    assert reasons == [one.value for one in Reason if one is not Reason.EXEMPT]


def test_a_question_nobody_listed_is_an_error() -> None:
    with pytest.raises(KeyError):
        Road(AGREED)("is it raining")


@pytest.mark.parametrize("lang", Lang)
def test_R21_the_words_are_todays_in_the_pupils_own_language(lang: Lang) -> None:
    walk({**AGREED, **SORTS_OF_YES, "the pupil reads": (lang.value,)})
