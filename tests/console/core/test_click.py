# SPDX-License-Identifier: GPL-3.0-or-later
"""Ids of one click begin alike, and are never the same."""

import pytest

from consent.documents.command import Verb
from console.core import acts
from console.core.click import click_of, of_click
from console.core.commands import Send, ShowLog
from console.moments import SystemChance
from tests.console.core.playbook import AMINA, BRAM, Playbook


def test_ids_of_one_click_begin_alike_and_those_of_another_do_not() -> None:
    chance = SystemChance()
    click, other = chance.fresh_id(), chance.fresh_id()
    ids = {of_click(click, chance.fresh_id()).hex() for _ in range(24)}
    assert len(ids) == 24
    assert {len(one) for one in ids} == {32}
    assert {click_of(one) for one in ids} == {click_of(click.hex())}
    assert click_of(of_click(other, chance.fresh_id()).hex()) not in map(click_of, ids)


def clicks(play: Playbook, verb: Verb) -> list[str]:
    sent = (c for c in play.all if isinstance(c, Send) and c.verb is verb)
    return [click_of(send.access.hex()) for send in sent]


@pytest.mark.parametrize(
    ("act", "verb", "stop"),
    [
        (acts.SendMessage("Dag"), Verb.MESSAGE, None),
        (acts.SendLink("https://klas.be", "Taak"), Verb.LINK, None),
        (acts.AskAttention("bord"), Verb.ATTENTION_START, acts.EndAttention()),
        (acts.ShowScreens("hulp"), Verb.OVERVIEW_START, acts.StopScreens()),
    ],
)
def test_one_click_at_two_laptops_is_one_and_the_next_click_is_another(
    act: acts.TeacherAct, verb: Verb, stop: acts.TeacherAct | None
) -> None:
    play = Playbook().start(AMINA, BRAM).act(act)
    if stop is not None:
        play.act(stop)
    found = clicks(play.act(act), verb)
    assert len(found) == 4
    assert [len(set(found[:2])), len(set(found[2:])), len(set(found))] == [1, 1, 2]


def test_small_pictures_asked_again_belong_to_the_same_click_and_its_note() -> None:
    play = Playbook().start(AMINA).act(acts.ShowScreens("hulp"))
    play.refuse(AMINA, Verb.OVERVIEW_START).wait(120)
    found = clicks(play, Verb.OVERVIEW_START)
    assert len(found) > 1
    (log,) = play.act(acts.ReadLog()).only(ShowLog)
    assert set(found) == {click_of(ask.access) for ask in log.asks}
