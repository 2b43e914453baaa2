# SPDX-License-Identifier: GPL-3.0-or-later
"""Writing down: contexts, what follows an append, and debts."""

from agent.core import events as e
from agent.core import record
from agent.core.commands import ShowList
from agent.core.laptop import Outcome
from consent.documents.command import Verb
from consent.ledger.errors import LedgerError
from consent.ledger.kinds import Chain, Kind
from protocol.messages.local import LogAskLocal
from tests.fakes.laptop_desk import LaptopDesk
from tests.fakes.ledger import Disk


def test_a_line_says_whose_lesson_it_was_written_in(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    teacher.ask(Verb.MESSAGE)
    common = desk.ledger.bodies(Kind.SHARE)[0].common
    school = desk.school
    assert (common.school, common.klass, common.lesson, common.pupil) == (
        school.trust.school,
        school.class_id,
        school.lesson_id,
        school.pupils[0].id,
    )


def test_a_line_after_a_lesson_keeps_the_lesson_it_began_in(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    desk.agree()
    teacher.ask(Verb.OVERVIEW_START)
    teacher.ask(Verb.LESSON_END)
    close = desk.ledger.bodies(Kind.CLOSE)[0]
    assert close.common.lesson == desk.school.lesson_id


def test_the_console_line_is_what_follows_an_append_of_both(desk: LaptopDesk) -> None:
    desk.start()
    seen: list[Outcome] = []
    record.append(
        desk.mind.laptop,
        record.own(Kind.CAUSE, {"open_seq": 1, "cause": "link"}),
        record.shared(Kind.NOTE, {"about": 0, "text": "hallo"}),
        then=seen.append,
    )
    desk.tell(e.Ticked())
    assert seen[0].line is not None
    assert seen[0].line.chain is Chain.SHARED


def test_a_refused_append_tells_whether_it_may_have_landed(desk: LaptopDesk) -> None:
    desk.start()
    seen: list[Outcome] = []
    desk.ledger.disk = Disk.LANDED
    record.append(
        desk.mind.laptop,
        record.shared(Kind.NOTE, {"about": 0, "text": "hallo"}),
        then=seen.append,
    )
    desk.tell(e.Ticked())
    assert seen == [Outcome(None, landed=True)]
    assert not desk.mind.laptop.ledger_ok


def test_an_outcome_nobody_waits_for_is_fine(desk: LaptopDesk) -> None:
    desk.start()
    desk.tell(e.EntryFailed(0, landed=False))
    assert not desk.mind.laptop.ledger_ok
    desk.tell(e.LedgerMended())
    assert desk.mind.laptop.ledger_ok


def test_a_doubtful_clock_does_not_move_the_newest_line(desk: LaptopDesk) -> None:
    desk.lesson()
    before = desk.mind.laptop.last_entry
    desk.clock.step_wall(3_600)
    desk.mind.laptop.clock_ok = False
    record.note(desk.mind.laptop, record.own(Kind.ENROL, {"what": "x", "key": ""}))
    desk.tell(e.Ticked())
    assert desk.mind.laptop.last_entry == before


def test_what_cannot_be_read_is_doubt(desk: LaptopDesk) -> None:
    desk.start()

    def broken() -> int:
        raise LedgerError("no")

    assert record.read(desk.mind.laptop, broken, 7) == 7
    assert not desk.mind.laptop.ledger_ok


def test_no_open_line_is_found_in_an_empty_record(desk: LaptopDesk) -> None:
    desk.start()
    assert record.newest_unclosed(desk.mind.laptop) == 0


def test_a_debt_is_due_after_ten_seconds_and_is_one_teachers(desk: LaptopDesk) -> None:
    teacher = desk.lesson()
    teacher.ask(Verb.MESSAGE)
    laptop = desk.mind.laptop
    own, other = desk.school.teachers
    assert not record.is_in_debt(laptop, own.fingerprint)
    desk.move(10)
    assert record.is_in_debt(laptop, own.fingerprint)
    assert not record.is_in_debt(laptop, other.fingerprint)


def test_lines_nobody_asked_for_change_nothing(desk: LaptopDesk) -> None:
    desk.lesson()
    lines = tuple(x.sealed for x in desk.ledger.rows[:1])
    desk.tell(e.EntryWritten(9_999, lines))
    assert desk.mind.laptop.waiting == {}


def test_R33_a_list_that_is_not_whole_says_so_from_then_on(desk: LaptopDesk) -> None:
    desk.lesson()
    desk.tell(e.ListFault("lines_changed", "shared 3", is_new=True))
    desk.tell(e.ListFault("lines_changed", "shared 3", is_new=False))
    (line,) = desk.ledger.of_kind(Kind.TROUBLE)
    assert line.entry is not None
    assert line.sealed.chain is Chain.OWN
    assert (line.entry.text("what"), line.entry.text("text")) == (
        "lines_changed",
        "shared 3",
    )
    desk.tell_session(LogAskLocal(0, 5))
    shown = [x for x in desk.did if isinstance(x, ShowList)]
    assert not shown[-1].healthy
    assert desk.mind.laptop.ledger_ok  # nobody is stopped by a bad bit
