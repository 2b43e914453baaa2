# SPDX-License-Identifier: GPL-3.0-or-later
"""Every reason of the law is reached through the gate, and each gives the same no."""

from collections.abc import Callable
from datetime import timedelta

import pytest

from agent.core import events as e
from consent.documents.command import Verb
from consent.documents.signed import Signer
from consent.ledger.errors import LedgerError
from consent.ledger.kinds import Kind
from consent.purpose import Purpose
from protocol.messages import local
from tests.fakes.laptop_desk import Console, LaptopDesk
from tests.fakes.ledger import Disk
from tests.fakes.school import School

Spoil = Callable[[LaptopDesk, Console], None]


def _clock(desk: LaptopDesk, _: Console) -> None:
    desk.clock.step_wall(600)
    desk.clock.step_wall(-600)
    desk.mind.laptop.clock_ok = False
    desk.mind.laptop.last_entry = desk.clock.wall + timedelta(days=1)


def _opted_out(desk: LaptopDesk, _: Console) -> None:
    desk.renew_papers(desk.school.newer(slip={"opt_outs": ("view",)}))


def _revoked(desk: LaptopDesk, teacher: Console) -> None:
    prints = (teacher.teacher.fingerprint,)
    desk.renew_papers(desk.school.newer(revocations={"fingerprints": prints}))


def _network(desk: LaptopDesk, teacher: Console) -> None:
    desk.tell(e.NetworkChanged(teacher.link, on_school_network=False))


def _no_session(desk: LaptopDesk, _: Console) -> None:
    desk.tell(e.SessionLost())


def _indicator(desk: LaptopDesk, _: Console) -> None:
    desk.alive(proof_ok=False)


def _paused(desk: LaptopDesk, _: Console) -> None:
    desk.click(local.ClickKind.PAUSE)


def _withdrawn(desk: LaptopDesk, _: Console) -> None:
    desk.choose(Purpose.VIEW, local.ChoiceAnswer.NO)


def _ledger(desk: LaptopDesk, _: Console) -> None:
    desk.ledger.disk = Disk.LOST
    desk.mind.laptop.ledger_ok = False


def _yes_file_gone(desk: LaptopDesk, _: Console) -> None:
    desk.mind.laptop.yes_files.clear()


def _guardian(desk: LaptopDesk, _: Console) -> None:
    desk.renew_papers(desk.school.newer(slip={"guardian_no": ("view",)}))


def _no_notice(desk: LaptopDesk, _: Console) -> None:
    desk.mind.laptop.notices.clear()


CAUSES: dict[str, Spoil] = {
    "notice": _no_notice,
    "clock": _clock,
    "network": _network,
    "session": _no_session,
    "indicator": _indicator,
    "paused": _paused,
    "state": _withdrawn,
    "ledger": _ledger,
    "opt_out": _opted_out,
    "guardian": _guardian,
}


@pytest.mark.parametrize("cause", CAUSES)
def test_R67_P02_every_cause_gives_the_same_bytes_at_the_same_time(
    desk: LaptopDesk, cause: str
) -> None:
    teacher = desk.lesson()
    desk.agree()
    CAUSES[cause](desk, teacher)
    asked_s = desk.clock()
    body = teacher.ask(Verb.VIEW_START)
    desk.ledger.disk = Disk.WELL
    (no,) = desk.nos(body.seq)
    assert no.at_s == asked_s + 3.25
    plain = desk.no_bytes(body.seq)
    assert no.message == plain
    assert desk.ledger.bodies(Kind.OPEN) == []


@pytest.mark.parametrize("cause", [x for x in CAUSES if x != "ledger"])
def test_R30_the_pupil_reads_the_true_cause(desk: LaptopDesk, cause: str) -> None:
    teacher = desk.lesson()
    desk.agree()
    CAUSES[cause](desk, teacher)
    teacher.ask(Verb.VIEW_START)
    assert desk.ledger.bodies(Kind.REFUSED)[-1].text("reason") == cause


def test_a_yes_counts_only_while_its_file_says_so(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    _yes_file_gone(desk, teacher)
    body = teacher.ask(Verb.OVERVIEW_START)
    assert len(desk.nos(body.seq)) == 1


def test_a_revoked_teacher_is_told_once_and_the_link_ends(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    _revoked(desk, teacher)
    assert any(type(x).__name__ == "EndLink" for x in desk.did)


def test_P06_a_record_that_cannot_be_read_is_a_no(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()

    def broken(_: str) -> None:
        raise LedgerError("The log cannot be read.")

    desk.ledger.caps_used = broken  # type: ignore[assignment,method-assign]
    body = teacher.ask(Verb.VIEW_START)
    assert len(desk.nos(body.seq)) == 1
    assert desk.eye().state is local.EyeState.TROUBLE


def test_R22_D03_a_teacher_of_another_slot_gets_nothing(school: School) -> None:
    desk = LaptopDesk(school)
    desk.start()
    desk.sit_down()
    other = desk.connect(1)
    body = other.ask(Verb.LESSON_START)
    assert desk.declined(body.seq) == 2


def test_signers_are_known() -> None:
    assert len(Signer) == 4
