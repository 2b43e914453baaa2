# SPDX-License-Identifier: GPL-3.0-or-later
"""R-34: an order of the DPO waits 14 days in the pupil's sight, and a HOLD ends it."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from agent.core.instant import Instant
from agent.core.laptop import Identity, Laptop
from agent.core.record import context
from agent.daemon.dpo_erasure import ENDED, DpoErasure
from consent.documents.signed import Kind as PaperKind
from consent.documents.signed import Signer, public_bytes
from consent.ledger import officer
from consent.ledger.draft import Line
from consent.ledger.erasure import OrderedBy, find_tree
from consent.ledger.errors import LedgerError
from consent.ledger.kinds import Chain, Kind
from consent.ledger.officer import OfficerError
from consent.ledger.order_state import STANDS, OrderState
from consent.ledger.verify import is_good, verify_pack
from consent.shelf.shelf import Shelf
from consent.store.agent_ledger import AgentLedger
from tests.fakes.dpo import REASON, dpo_asks, erase_order
from tests.fakes.lesson import PlayedLesson
from tests.fakes.records import Keys

DAY = timedelta(days=1)
VIEW, CLOSE, MESSAGE = 4, 5, 6  # lines of the lesson


class Bench:
    """A laptop two days after a lesson, and its DPO."""

    def __init__(self, folder: Path) -> None:
        self.lesson = PlayedLesson(folder)
        self.lesson.play()
        lesson = self.lesson
        self.school, self.ledger = lesson.school, lesson.agent
        me = Identity(lesson.device, "", public_bytes(lesson.device_key))
        now = Instant(10.0, lesson.now)
        self.laptop = Laptop(me, self.school.shelf_for(), lesson.agent, now)
        self.erasure = DpoErasure(lesson.agent)
        self.passes(2 * DAY)

    def passes(self, time: timedelta) -> None:
        """Let time pass, in which the office speaks."""
        self.clock_says(time)
        now = self.lesson.now
        life = {
            "serial": int(now.timestamp()),
            "issued": now,
            "not_after": now + 30 * DAY,
        }
        paper = self.school.changed(revocations=life).papers[PaperKind.REVOCATIONS]
        self.laptop.shelf.accept(paper, now)
        assert self.laptop.shelf.newest_issued == now

    def clock_says(self, later: timedelta) -> None:
        """Set the laptop's clock forward, and nothing else."""
        self.lesson.wait(int(later.total_seconds()))
        self.laptop.now = Instant(10.0, self.lesson.now)

    def brings(self, about: int = 0) -> None:
        """Bring an order, as the officer's folder does."""
        order = erase_order(self.school, about)
        sign = self.school.keys[Signer.DPO].sign
        self.erasure.announce(self.laptop, order, officer.encode(order, sign))

    def reads_anew(self) -> None:
        """Read an order that the DPO of before signs today."""
        order = erase_order(self.school, 0)
        trust = self.laptop.shelf.trust
        assert trust
        officer.read(
            officer.encode(order, self.school.keys[Signer.DPO].sign),
            dpo_key=trust.key_of(Signer.DPO),
            school=trust.school,
            device=self.laptop.me.device,
            now=self.school.now,
        )

    def hold(self) -> None:
        self.lesson.shared(Kind.HOLD, {"by": "pupil", "target": 0})

    def carry_out(self) -> bool:
        return self.erasure.carry_out(self.laptop)

    def lines(self, kind: Kind) -> list[dict[str, object]]:
        found = self.ledger.newest(Chain.SHARED, kind, 100)
        return [dict(x.entry.fields) for x in found if x.entry]

    def erased(self) -> list[int]:
        return [x.sealed.seq for x in self.shared() if x.entry is None]

    def shared(self) -> list[Line]:
        return self.ledger.lines(Chain.SHARED)


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    made = Bench(tmp_path)
    yield made
    made.lesson.close()


def test_R34_the_pupil_reads_what_is_asked_and_why(bench: Bench) -> None:
    bench.brings(VIEW)
    (line,) = bench.lines(Kind.ORDER)
    assert (line["target"], line["close"], line["text"]) == (VIEW, CLOSE, REASON)
    assert bench.erased() == []
    assert bench.erasure.first_day(bench.laptop) == bench.lesson.now + 14 * DAY


def test_R34_the_same_order_twice_is_one_line_and_waits_no_longer(bench: Bench) -> None:
    bench.brings()
    day = bench.erasure.first_day(bench.laptop)
    bench.passes(DAY)
    bench.brings()
    assert len(bench.lines(Kind.ORDER)) == 1
    assert bench.erasure.first_day(bench.laptop) == day


def test_R34_it_is_carried_out_once_after_fourteen_days_and_no_earlier(
    bench: Bench,
) -> None:
    bench.brings(VIEW)
    bench.passes(14 * DAY - timedelta(seconds=1))
    assert not bench.carry_out()
    assert bench.erased() == []
    bench.passes(timedelta(seconds=1))
    assert bench.carry_out()
    assert bench.erased() == [VIEW, CLOSE]
    assert [x["by"] for x in bench.lines(Kind.REDACT)] == ["dpo", "dpo"]
    assert not bench.carry_out()
    assert len(bench.lines(Kind.REDACT)) == 2
    assert bench.erasure.first_day(bench.laptop) is None
    assert is_good(verify_pack(bench.lesson.pack(), bench.school.root_sha256))


def test_R34_the_teachers_program_is_told_by_the_laptops_own_key(bench: Bench) -> None:
    bench.brings(MESSAGE)
    bench.passes(14 * DAY)
    bench.carry_out()
    (owed,) = bench.ledger.owed_erasures()
    keys = (public_bytes(bench.lesson.device_key), Keys().public)
    assert find_tree(bench.lesson.console.origins(), owed.leaves, owed.sig, *keys)


def test_R34_all_is_what_stood_there_when_the_pupil_was_told(bench: Bench) -> None:
    before = bench.ledger.last_seq(Chain.SHARED)
    bench.brings()
    note = bench.lesson.shared(Kind.NOTE, {"about": 0, "text": "Van later."})
    bench.passes(14 * DAY)
    assert bench.carry_out()
    assert set(bench.erased()) == set(range(1, before + 1))
    bench.passes(2 * DAY)
    assert not bench.carry_out()
    assert note.seq not in bench.erased()


def test_R34_a_hold_within_the_fourteen_days_wins_and_ends_the_order(
    bench: Bench,
) -> None:
    bench.brings()
    bench.passes(13 * DAY)
    bench.hold()
    assert bench.erasure.first_day(bench.laptop) is None
    bench.passes(2 * DAY)
    assert not bench.carry_out()
    bench.passes(364 * DAY)  # the hold is over; the order does not come back
    assert not bench.carry_out()
    assert bench.erased() == []


def test_what_the_pupil_wiped_meanwhile_is_asked_no_more(bench: Bench) -> None:
    bench.brings(MESSAGE)
    bench.ledger.erase(MESSAGE, OrderedBy.PUPIL, bench.lesson.context())
    assert bench.erasure.first_day(bench.laptop) is None
    bench.passes(14 * DAY)
    assert not bench.carry_out()
    assert [x["by"] for x in bench.lines(Kind.REDACT)] == ["pupil"]


def test_R34_while_a_hold_lasts_no_order_is_taken(bench: Bench) -> None:
    bench.hold()
    with pytest.raises(OfficerError, match="kept until"):
        bench.brings()
    assert bench.lines(Kind.ORDER) == []


@pytest.mark.parametrize("about", [99, 1_000_000])
def test_an_order_about_no_line_is_refused(bench: Bench, about: int) -> None:
    last = bench.ledger.last_seq(Chain.SHARED)
    with pytest.raises(OfficerError, match=f"line {about}: its last is {last}"):
        bench.brings(about)


def test_an_order_about_a_line_that_keeps_its_words_is_refused(bench: Bench) -> None:
    gap = bench.lesson.shared(Kind.GAP, {"from": 90, "to": 91})
    with pytest.raises(OfficerError, match="a GAP keeps its words"):
        bench.brings(gap.seq)


def test_an_order_about_what_has_no_words_is_refused(bench: Bench) -> None:
    bench.ledger.erase(0, OrderedBy.PUPIL, bench.lesson.context())
    with pytest.raises(OfficerError, match=f"Line {MESSAGE} has no words"):
        bench.brings(MESSAGE)
    with pytest.raises(OfficerError, match="has no words to erase"):
        bench.brings()


def test_R34_a_clock_in_doubt_carries_nothing_out(bench: Bench) -> None:
    bench.brings()
    bench.passes(14 * DAY)
    bench.laptop.clock_ok = False
    assert not bench.carry_out()
    assert bench.erased() == []
    bench.laptop.clock_ok = True
    assert bench.carry_out()


def test_R34_a_clock_that_was_set_forward_does_not_shorten_the_fourteen_days(
    bench: Bench,
) -> None:
    bench.brings()
    bench.clock_says(15 * DAY)
    assert not bench.carry_out()
    assert bench.erasure.first_day(bench.laptop) is not None
    assert bench.erased() == []
    bench.passes(timedelta())
    assert bench.carry_out()


@pytest.mark.parametrize("by", [None, Signer.OFFICE, Signer.ROOT])
def test_R34_a_line_that_a_teacher_or_the_office_signed_orders_nothing(
    bench: Bench, by: Signer | None
) -> None:
    key = bench.school.keys[by] if by else bench.lesson.teacher_key
    dpo_asks(bench.lesson, sign=key.sign)
    bench.passes(14 * DAY)
    assert not bench.carry_out()
    assert bench.erased() == []


def test_R34_an_order_of_a_key_that_was_replaced_is_over(bench: Bench) -> None:
    bench.brings()
    bench.passes(14 * DAY)
    theirs = bench.laptop.shelf
    after = bench.school.changed(trust={"dpo": Keys().public.hex()})
    bench.laptop.shelf = Shelf(after.root_sha256)
    bench.laptop.shelf.accept(after.papers[PaperKind.TRUST], after.now)
    assert bench.laptop.shelf.trust == after.trust
    assert not bench.carry_out()
    assert bench.erasure.first_day(bench.laptop) is None
    with pytest.raises(OfficerError, match="did not sign"):
        bench.reads_anew()
    bench.laptop.shelf = Shelf(bench.school.root_sha256)
    assert not bench.carry_out()
    bench.laptop.shelf = theirs
    assert bench.carry_out()


def test_R34_a_line_that_was_bent_on_disk_orders_nothing(bench: Bench) -> None:
    order = dpo_asks(bench.lesson)
    bench.passes(14 * DAY)
    body = (order.body or b"").replace(b'"close":0', b'"close":1')
    on_disk(bench, "UPDATE entries SET body = ? WHERE kind = 'ORDER'", body)
    assert not bench.carry_out()
    assert bench.erased() == []


def test_R34_lines_that_were_lost_may_have_been_a_hold(bench: Bench) -> None:
    bench.brings()
    last = bench.ledger.last_seq(Chain.SHARED)
    bench.ledger.begin_epoch(1, last + 3, context(bench.laptop))
    bench.passes(14 * DAY)
    assert not bench.carry_out()


def test_R34_an_order_that_lost_lines_ended_is_not_taken_again(bench: Bench) -> None:
    bench.brings()
    last = bench.ledger.last_seq(Chain.SHARED)
    bench.ledger.begin_epoch(1, last + 3, context(bench.laptop))
    with pytest.raises(OfficerError, match=r"lines of the list were lost .* a new one"):
        bench.brings()
    assert len(bench.lines(Kind.ORDER)) == 1
    bench.brings(VIEW)  # another one is
    assert len(bench.lines(Kind.ORDER)) == 2
    bench.brings(VIEW)
    assert len(bench.lines(Kind.ORDER)) == 2


def test_an_order_whose_words_are_gone_takes_none_of_later(bench: Bench) -> None:
    bench.brings()
    bench.passes(DAY)
    bench.ledger.erase(0, OrderedBy.PUPIL, bench.lesson.context())
    bench.lesson.shared(Kind.NOTE, {"about": 0, "text": "Van later."})
    with pytest.raises(OfficerError, match="the words it was about are gone"):
        bench.brings()
    assert len(bench.lines(Kind.ORDER)) == 1


def test_an_order_whose_line_was_bent_on_disk_is_not_said_to_stand(
    bench: Bench,
) -> None:
    bench.brings()
    (line,) = bench.ledger.newest(Chain.SHARED, Kind.ORDER)
    body = (line.sealed.body or b"").replace(b'"close":0', b'"close":1')
    on_disk(bench, "UPDATE entries SET body = ? WHERE kind = 'ORDER'", body)
    with pytest.raises(OfficerError, match="changed outside Inzage"):
        bench.brings()


def test_each_state_that_does_not_stand_says_why() -> None:
    assert set(ENDED) == set(OrderState) - STANDS


def test_R34_after_its_letter_of_trust_a_laptop_erases_nothing_until_a_newer_one(
    bench: Bench,
) -> None:
    over = {"not_after": bench.lesson.now + 10 * DAY}
    lasting, school = bench.laptop.shelf, bench.school
    bench.school = ends = school.changed(trust=over)
    bench.laptop.shelf = Shelf(ends.root_sha256)
    bench.laptop.shelf.accept(ends.papers[PaperKind.TRUST], ends.now)
    assert bench.laptop.shelf.trust == ends.trust
    bench.brings()
    bench.passes(20 * DAY)  # in which papers come, and no letter
    assert not bench.carry_out()
    assert bench.erased() == []
    assert bench.erasure.first_day(bench.laptop) is not None  # the pupil reads it on
    bench.laptop.shelf, bench.school = lasting, school
    bench.passes(timedelta())
    assert bench.carry_out()


def test_R34_a_laptop_that_lay_unused_for_long_has_it_asked_again(bench: Bench) -> None:
    bench.brings()
    bench.passes(44 * DAY)
    assert not bench.carry_out()


def test_R34_a_restart_in_between_loses_nothing(bench: Bench, tmp_path: Path) -> None:
    bench.brings()
    bench.ledger.close()
    lesson = bench.lesson
    lesson.agent = AgentLedger(
        tmp_path / "ledger.db", lesson.device_key.sign, lesson.device
    )
    bench.ledger, bench.erasure = lesson.agent, DpoErasure(lesson.agent)
    bench.passes(14 * DAY)
    assert bench.carry_out()


class Unasked(AgentLedger):
    """A ledger in which nobody may look for words: that walks all of it."""

    def has_words(self, target: int, now: datetime, before: int) -> bool:
        """Fail."""
        raise AssertionError


def test_who_carries_out_does_not_first_look_for_words(
    bench: Bench, tmp_path: Path
) -> None:
    bench.brings()
    bench.ledger.close()
    lesson = bench.lesson
    lesson.agent = Unasked(
        tmp_path / "ledger.db", lesson.device_key.sign, lesson.device
    )
    erasure = DpoErasure(lesson.agent)
    assert not erasure.carry_out(bench.laptop)
    bench.passes(14 * DAY)
    assert erasure.carry_out(bench.laptop)
    assert not erasure.carry_out(bench.laptop)


def test_an_order_that_stands_no_more_is_not_looked_for_on_the_page(
    bench: Bench, tmp_path: Path
) -> None:
    bench.brings()
    bench.hold()
    bench.ledger.close()
    lesson = bench.lesson
    lesson.agent = Unasked(
        tmp_path / "ledger.db", lesson.device_key.sign, lesson.device
    )
    assert DpoErasure(lesson.agent).first_day(bench.laptop) is None


@pytest.mark.parametrize("table", ["entries", "erasures"])
def test_R34_what_has_no_room_at_any_step_erases_nothing_and_is_tried_again(
    bench: Bench, table: str, caplog: pytest.LogCaptureFixture
) -> None:
    bench.brings()
    bench.passes(14 * DAY)
    on_disk(
        bench,
        f"CREATE TRIGGER full BEFORE INSERT ON {table} BEGIN"
        " SELECT RAISE(ABORT, 'disk full'); END",
    )
    assert not bench.carry_out()
    assert "waits for the log" in caplog.text
    assert bench.erased() == []
    assert bench.lines(Kind.REDACT) == []
    assert bench.ledger.owed_erasures() == []
    on_disk(bench, "DROP TRIGGER full")
    assert bench.carry_out()
    assert bench.ledger.owed_erasures() != []
    caplog.clear()


def test_R34_an_order_that_has_no_room_is_not_half_taken(bench: Bench) -> None:
    on_disk(
        bench,
        "CREATE TRIGGER full BEFORE INSERT ON entries BEGIN"
        " SELECT RAISE(ABORT, 'disk full'); END",
    )
    with pytest.raises(LedgerError):
        bench.brings()
    on_disk(bench, "DROP TRIGGER full")
    assert bench.lines(Kind.ORDER) == []
    bench.brings()
    assert len(bench.lines(Kind.ORDER)) == 1


def on_disk(bench: Bench, sql: str, *values: bytes) -> None:
    """Change the file under the laptop's hands."""
    with bench.ledger._file.committing() as file:  # noqa: SLF001 -- there is no polite way
        file.execute(sql, values)
