# SPDX-License-Identifier: GPL-3.0-or-later
"""The wall as values: what is shown of everything, and what is not."""

from dataclasses import fields

from consent.documents.command import Verb
from console.core import acts
from console.core import events as e
from console.core.view import TileView, WallView
from console.core.words import NL
from protocol.messages.commands import DeclinedCode
from tests.console.core.playbook import AMINA, BRAM, LINK, Playbook


def test_R67_no_field_counts_pictures_or_names_a_cause() -> None:
    names = {f.name for f in (*fields(WallView), *fields(TileView))}
    assert not names & {"shown", "sharing", "refused", "cause", "why", "opted_out"}


def test_the_most_common_cause_is_said_and_the_record_goes_first() -> None:
    play = Playbook().connect(AMINA, BRAM).act(acts.StartLesson())
    for pupil in (AMINA, BRAM):
        seq = play.newest(pupil, Verb.LESSON_START).seq
        play.hear(e.DeclinedHeard(LINK[pupil], seq, DeclinedCode.NETWORK))
    assert play.view.trouble == NL.declined[DeclinedCode.NETWORK]
    play.hear(e.LedgerFailed())
    assert play.view.trouble == NL.ledger_broken


def test_the_own_words_of_a_teacher_go_before_the_codes() -> None:
    play = Playbook().start(AMINA)
    play.act(acts.ShowScreens("hulp", reason="toets nakijken"))
    assert play.view.overview_reason == "toets nakijken"


def test_attention_of_one_pupil_names_that_pupil() -> None:
    play = Playbook().start(AMINA).act(acts.AskAttention("bord", pupil=AMINA))
    assert play.view.attention is not None
    assert play.view.attention.pupil == AMINA
