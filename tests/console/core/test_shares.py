# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages and links: kept until taken, never past the bell."""

from consent.documents.command import Verb
from console.core import acts
from console.core import events as e
from console.core.commands import ForgetShare, KeepShare
from console.core.share import Share
from console.core.words import NL
from tests.console.core.playbook import (
    AMINA,
    BRAM,
    CASPER,
    DEVICE,
    LINK,
    SLOT,
    Asked,
    Playbook,
)

TEXT = acts.SendMessage("Kijk op bladzijde 12.")


def test_R65_a_message_goes_to_who_is_there_and_waits_for_who_is_not() -> None:
    play = Playbook().start(AMINA).act(TEXT)
    assert play.sends() == [Asked(LINK[AMINA], Verb.MESSAGE)]
    assert [k.share.pupil for k in play.only(KeepShare)] == [AMINA, BRAM, CASPER]
    play.connect(BRAM).accept(BRAM, Verb.LESSON_START)
    assert play.sends() == [Asked(LINK[BRAM], Verb.MESSAGE)]
    assert play.newest(BRAM, Verb.MESSAGE).args == (("text", TEXT.text),)


def test_it_is_kept_before_it_is_sent_and_forgotten_once_taken() -> None:
    play = Playbook().start(AMINA).act(acts.SendMessage("Dag", (AMINA,)))
    assert isinstance(play.wanted[0], KeepShare)
    kept = play.wanted[0].share
    play.accept(AMINA, Verb.MESSAGE)
    assert play.wanted == [ForgetShare(kept.share)]


def test_a_no_to_a_message_is_not_asked_twice() -> None:
    play = Playbook().start(AMINA).act(TEXT).refuse(AMINA, Verb.MESSAGE)
    assert len(play.only(ForgetShare)) == 1
    play.hear(e.LinkEnded(LINK[AMINA])).connect(AMINA)
    assert play.accept(AMINA, Verb.LESSON_START).sends() == []


def test_R65_what_waits_is_forgotten_when_the_lesson_ends() -> None:
    play = Playbook().start(AMINA).act(TEXT).act(acts.EndLesson())
    assert len(play.only(ForgetShare)) == 3


def test_an_earlier_runs_shares_go_out_in_the_same_slot_only() -> None:
    ends = int(SLOT.ends.timestamp())
    args = (("text", "Dag"),)
    here = Share(b"h" * 16, SLOT.slot, ends, AMINA, Verb.MESSAGE, args)
    other = Share(b"o" * 16, "ff" * 16, ends, AMINA, Verb.MESSAGE, args)
    play = Playbook().hear(e.SharesRecalled((here, other))).start(AMINA)
    assert play.newest(AMINA, Verb.MESSAGE).access == here.share
    assert sum(s.verb is Verb.MESSAGE for s in play.sends()) == 1


def test_a_link_carries_its_address_and_title() -> None:
    play = Playbook().start(AMINA)
    play.act(acts.SendLink("https://www.klas.be/a", "Oefening", (AMINA,)))
    assert play.newest(AMINA, Verb.LINK).args == (
        ("url", "https://www.klas.be/a"),
        ("title", "Oefening"),
    )


def test_what_may_not_be_sent_is_said_and_not_sent() -> None:
    play = Playbook().start(AMINA).act(acts.SendMessage("x" * 281))
    assert play.wanted == []
    assert play.view.trouble == NL.text_refused
    assert play.act(acts.SendLink("http://a.be", "t")).wanted == []
    assert play.wait(8).view.trouble == ""


def test_nothing_is_kept_before_the_lesson() -> None:
    assert Playbook().hear(e.LinkReady(1, DEVICE[AMINA])).act(TEXT).wanted == []
