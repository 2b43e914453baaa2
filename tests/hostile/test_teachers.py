# SPDX-License-Identifier: GPL-3.0-or-later
"""D03, D11: the wrong teacher, and the teacher who leaves before anybody noticed."""

import pytest

from agent.core import events as e
from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from protocol.messages import local
from protocol.messages.commands import Accepted, Declined, DeclinedCode, NotShared
from tests.fakes.papers import new_id
from tests.fakes.teacher_tree import TeacherTree
from tests.fakes.wire_desk import WireConsole, WireDesk
from tests.hostile.causes import base

SLOT_S = 50 * 60.0
LOOKS = (Verb.OVERVIEW_START, Verb.VIEW_START, Verb.SHOW_START, Verb.ATTENTION_START)


def opened(desk: WireDesk) -> None:
    desk.start()
    desk.sit_down()


def ask_everything(desk: WireDesk, console: WireConsole) -> None:
    for verb in (*LOOKS, Verb.MESSAGE, Verb.LINK):
        console.ask(verb, access=new_id())
    desk.live(21.0, console)


# --- D03 -----------------------------------------------------------------------------


@pytest.mark.parametrize("who", [0, 1])
@pytest.mark.parametrize("named", ["the running slot", "the own slot", "no slot"])
def test_D03_a_colleagues_lesson_is_not_opened(who: int, named: str) -> None:
    """Both teach this class; each slot names one of them."""
    school = base()
    running, later = school.sheet.slots
    desk = WireDesk(school)
    opened(desk)
    if who == 0:  # the first teacher comes in the second one's lesson
        desk.clock.move(SLOT_S + 60)
        running, later = later, running
        desk.alive()
    desk.agree()
    console = desk.connect(teacher=who)
    slot = {
        "the running slot": running.slot,
        "the own slot": later.slot,
        "no slot": new_id(),
    }[named]
    console.ask(Verb.LESSON_START, slot=slot)
    ask_everything(desk, console)
    assert [x.code for x in console.got(Declined)] == [DeclinedCode.SLOT]
    assert len(console.got(NotShared)) == 6
    assert console.got(Accepted) == []
    assert desk.local_words(local.Grab) == []
    assert desk.ledger.bodies(Kind.OPEN, Kind.SHARE, Kind.LESSON) == []


def test_D03_a_teacher_of_no_class_here_gets_nothing() -> None:
    school = base()
    only = tuple(x for x in school.sheet.teachers if x.teacher != school.teachers[1].id)
    slots = school.sheet.slots[:1]
    desk = WireDesk(school.changed(sheet={"teachers": only, "slots": slots}))
    opened(desk)
    console = desk.connect(teacher=1)
    console.ask(Verb.LESSON_START)
    ask_everything(desk, console)
    assert [x.code for x in console.got(Declined)] == [DeclinedCode.CLASS]
    assert console.got(Accepted) == []


def test_D03_a_revoked_teacher_is_sent_away_and_stays_away() -> None:
    school = base()
    desk = WireDesk(school)
    console = desk.lesson()
    fingerprint = school.teachers[0].fingerprint
    desk.renew_papers(school.newer(revocations={"fingerprints": (fingerprint,)}))
    assert desk.ends[console.link].ended
    again = desk.connect()
    again.ask(Verb.LESSON_START)
    desk.live(1.0, again)
    assert again.got(Accepted) == []


# --- D11 -----------------------------------------------------------------------------


def hit_and_run(desk: WireDesk, number: int) -> str:
    """Connect, look for a moment, prove nothing, and be gone."""
    desk.alive()
    console = desk.connect(honest=False)
    console.lesson = new_id()
    console.ask(Verb.LESSON_START)
    body = console.ask(Verb.OVERVIEW_START, access=new_id())
    desk.live(0.4, console, wanted=[body.access])
    desk.frame(body.access, number)
    desk.tell(e.LinkEnded(console.link))
    return body.access


def test_D11_ten_hit_and_runs_are_ten_proven_requests_in_the_pupils_list() -> None:
    """Each was in the teacher's own signed tree before the laptop answered."""
    desk = WireDesk(base())
    opened(desk)
    desk.agree()
    accesses = [hit_and_run(desk, n + 1) for n in range(10)]
    lines = [x for x in desk.ledger.rows if x.entry and x.entry.kind is Kind.OPEN]
    asked = [x.entry.text("command") for x in lines if x.entry]
    assert [a for a, text in zip(accesses, asked, strict=True) if a in text] == accesses
    heads = set()
    for line in lines:
        proof = desk.ledger.command_proofs[line.sealed.seq]
        assert line.entry is not None
        assert proof.leaf == line.entry.number("leaf")
        heads.add(proof.growth.checkpoint)
    assert len(heads) == 10
    assert len(desk.ledger.bodies(Kind.CLOSE)) == 10


def test_D11_who_does_not_log_the_laptops_lines_gets_nothing_new() -> None:
    desk = WireDesk(base())
    opened(desk)
    desk.agree()
    hit_and_run(desk, 1)
    desk.live(10.0)
    before = len(desk.pictures())
    accesses = [hit_and_run(desk, n + 2) for n in range(5)]
    assert len(desk.pictures()) == before
    assert len(accesses) == 5
    reasons = {x.text("reason") for x in desk.ledger.bodies(Kind.REFUSED)}
    assert reasons == {"logged_first"}


def test_D11_a_wish_that_was_not_logged_first_opens_nothing() -> None:
    desk = WireDesk(base())
    console = desk.lesson()
    desk.agree()
    for verb in LOOKS:
        console.send(console.command(verb, access=new_id()), logged=False)
    desk.live(21.0, console)
    assert desk.ledger.bodies(Kind.OPEN) == []
    assert len(console.got(NotShared)) == len(LOOKS)


def test_D11_another_tree_of_the_same_name_opens_nothing() -> None:
    """A console that goes on in a fresh tree, longer than the one the laptop knows."""
    desk = WireDesk(base())
    console = desk.lesson()
    desk.agree()
    desk.tell(e.LinkEnded(console.link))
    key = console.teacher.holder.sign_key
    desk.trees[console.teacher.id] = TeacherTree(console.tree.origin, key)
    for _ in range(8):
        desk.trees[console.teacher.id].log(b"another pupil")
    again = desk.connect(honest=False)
    again.ask(Verb.LESSON_START)
    body = again.ask(Verb.OVERVIEW_START)
    desk.live(1.0, again)
    assert desk.yeses(body.seq, again.link) == 0
    assert desk.pictures() == []


def test_D11_a_tree_that_was_turned_back_is_kept_as_evidence() -> None:
    desk = WireDesk(base())
    console = desk.lesson()
    desk.agree()
    leaves, nodes = list(console.tree.leaves), dict(console.tree.nodes)
    console.ask(Verb.MESSAGE)
    console.tree.leaves, console.tree.nodes = leaves, nodes
    console.tree.told = len(leaves)
    body = console.ask(Verb.OVERVIEW_START)
    desk.live(1.0, console)
    assert desk.yeses(body.seq) == 0
    assert desk.ledger.forks
