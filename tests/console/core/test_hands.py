# SPDX-License-Identifier: GPL-3.0-or-later
"""Raised hands: first come first, and a short break keeps the place."""

from consent.documents.command import Verb
from console.core import acts
from console.core import events as e
from tests.console.core.playbook import (
    AMINA,
    BRAM,
    LINK,
    SLOT,
    Asked,
    Playbook,
    without,
)


def up(play: Playbook, pupil: str, *, offer: bool = False) -> Playbook:
    return play.hear(e.HandHeard(LINK[pupil], up=True, offer=offer))


def places(play: Playbook) -> dict[str, int]:
    return {t.name: t.hand.place for t in play.view.tiles if t.hand}


def both() -> Playbook:
    return up(up(Playbook().start(AMINA, BRAM), BRAM), AMINA)


def test_first_come_first() -> None:
    assert places(both()) == {"Bram D.": 1, "Amina B.": 2}


def test_a_hand_that_goes_down_moves_the_others_up() -> None:
    play = both().hear(e.HandHeard(LINK[BRAM], up=False, offer=False))
    assert places(play) == {"Amina B.": 1}


def test_a_hand_seen_is_put_down_on_the_laptop_too() -> None:
    play = both().act(acts.SeeHand(BRAM))
    assert play.sends() == [Asked(LINK[BRAM], Verb.HAND_CLEAR)]
    assert places(play) == {"Amina B.": 1}
    assert play.act(acts.SeeHand(BRAM)).wanted == []


def test_a_lost_link_keeps_the_place() -> None:
    play = both().hear(e.LinkEnded(LINK[BRAM])).connect(BRAM)
    play.accept(BRAM, Verb.LESSON_START)
    assert places(up(play, BRAM)) == {"Bram D.": 1, "Amina B.": 2}


def test_an_offer_lapses_after_two_minutes_and_the_hand_stays() -> None:
    play = up(Playbook().start(AMINA), AMINA, offer=True).wait(119)
    assert play.room.view(play.now).tiles[0].hand is not None
    assert play.tile(AMINA).hand.offers_look  # type: ignore[union-attr]
    play.wait(1)
    assert not play.tile(AMINA).hand.offers_look  # type: ignore[union-attr]


def test_an_offer_is_used_by_the_look_it_was_for() -> None:
    play = up(Playbook().start(AMINA, BRAM), AMINA, offer=True)
    play.act(acts.LookAt(AMINA, "hulp")).accept(AMINA, Verb.VIEW_START)
    assert play.view.look is not None
    assert play.view.look.offered
    assert {t.name: t.hand.offers_look for t in play.view.tiles if t.hand} == {
        "Amina B.": False
    }
    play.act(acts.LookAt(BRAM, "hulp")).accept(BRAM, Verb.VIEW_START)
    assert play.tile(BRAM).hand is None


def test_only_the_offer_whose_time_is_over_lapses() -> None:
    play = up(up(Playbook().start(AMINA, BRAM), AMINA, offer=True), BRAM)
    up(play.wait(60), BRAM, offer=True).wait(60)
    assert {t.name: t.hand.offers_look for t in play.view.tiles if t.hand} == {
        "Amina B.": False,
        "Bram D.": True,
    }


def test_no_hands_outside_a_lesson_and_none_after_it() -> None:
    assert places(up(Playbook().connect(AMINA), AMINA)) == {}
    assert places(both().act(acts.EndLesson())) == {}


def test_a_hand_leaves_with_its_pupil() -> None:
    play = both().hear(e.PapersRead(without(BRAM), SLOT))
    assert places(play) == {"Amina B.": 1}
