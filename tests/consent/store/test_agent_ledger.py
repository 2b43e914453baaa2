# SPDX-License-Identifier: GPL-3.0-or-later
"""The pupil's record: durable, in two chains, counted from, and honest about loss."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from consent.ledger import chain as chains
from consent.ledger.draft import Draft
from consent.ledger.errors import EntryError, LedgerError
from consent.ledger.kinds import Chain, Kind
from consent.store.agent_ledger import AgentLedger
from tests.fakes.records import (
    LESSON,
    MONDAY,
    SLOT_DATE,
    Keys,
    close_fields,
    context,
    fingerprint,
    laptop,
    open_fields,
    refused_fields,
)

TEACHER_KEY = Keys()
DEVICE_KEY = Keys()
ASKED: dict[str, object] = {"purpose": "view"}


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[AgentLedger]:
    made = laptop(tmp_path, DEVICE_KEY)
    yield made
    made.close()


def looked(
    ledger: AgentLedger,
    seconds: int | None,
    purpose: str = "view",
    after_s: int = 0,
    access: str = "ac" * 16,
) -> int:
    fields = open_fields(TEACHER_KEY, purpose, after_s, access=access)
    opened = ledger.append(Chain.SHARED, Kind.OPEN, fields, context(after_s))
    if seconds is not None:
        ledger.append(
            Chain.SHARED,
            Kind.CLOSE,
            close_fields(opened.seq, seconds),
            context(after_s + seconds),
        )
    return opened.seq


def test_a_new_ledger_is_empty(ledger: AgentLedger) -> None:
    assert ledger.page() == []
    assert ledger.epoch() == 1
    assert ledger.head(Chain.SHARED) == bytes(32)
    assert ledger.last_seq(Chain.OWN) == 0


def test_own_starts_at_a_secret(tmp_path: Path, ledger: AgentLedger) -> None:
    (tmp_path / "other").mkdir()
    other = laptop(tmp_path / "other", DEVICE_KEY)
    assert ledger.start(Chain.OWN) != other.start(Chain.OWN)
    assert ledger.head(Chain.OWN) == ledger.start(Chain.OWN).head
    other.close()


def test_lines_follow_each_other_in_their_own_chain(ledger: AgentLedger) -> None:
    looked(ledger, 30)
    ledger.append(Chain.OWN, Kind.ASKED, ASKED, context())
    looked(ledger, 30)
    ledger.append(Chain.OWN, Kind.ASKED, ASKED, context())
    for chain, count in ((Chain.SHARED, 4), (Chain.OWN, 2)):
        prev = ledger.start(chain).head
        lines = ledger.lines(chain)
        assert [line.sealed.seq for line in lines] == list(range(1, count + 1))
        for line in lines:
            assert chains.check(line.sealed, DEVICE_KEY.public) == line.entry
            assert line.sealed.prev == prev
            prev = line.sealed.head
        assert ledger.head(chain) == prev


def test_a_shared_line_commits_to_own_and_does_not_show_it(
    ledger: AgentLedger,
) -> None:
    said = []
    for _ in range(2):
        own_head = ledger.head(Chain.OWN)
        seq = looked(ledger, None)
        line = ledger.lines(Chain.SHARED, seq)[0]
        assert line.entry is not None
        assert line.sealed.salt is not None
        expected = chains.own_commitment(line.sealed.salt, own_head)
        assert line.entry.common.own == expected
        said.append(line.entry.common.own)
    assert said[0] != said[1]  # though `own` stood still


def test_D02_the_shared_chain_shows_nothing_of_what_the_pupil_did(
    ledger: AgentLedger,
) -> None:
    looked(ledger, 10)
    for _ in range(5):
        ledger.append(Chain.OWN, Kind.ASKED, ASKED, context())
    looked(ledger, 10)
    shared = ledger.lines(Chain.SHARED)
    assert [line.sealed.seq for line in shared] == [1, 2, 3, 4]
    assert shared[2].sealed.prev == shared[1].sealed.head


def test_lines_that_belong_together_are_written_together(ledger: AgentLedger) -> None:
    seq = looked(ledger, None)
    close, cause = ledger.append_all(
        (
            Draft(Chain.SHARED, Kind.CLOSE, close_fields(seq)),
            Draft(Chain.OWN, Kind.CAUSE, {"open_seq": seq, "cause": "withdrawn"}),
        ),
        context(30),
    )
    assert (close.chain, cause.chain) == (Chain.SHARED, Chain.OWN)
    with pytest.raises(EntryError):
        ledger.append_all(
            (
                Draft(Chain.OWN, Kind.ASKED, ASKED),
                Draft(Chain.OWN, Kind.ASKED, {"purpose": "share"}),
            ),
            context(),
        )
    assert ledger.last_seq(Chain.OWN) == 1


def test_lines_are_there_after_opening_again(
    ledger: AgentLedger, tmp_path: Path
) -> None:
    looked(ledger, 30)
    before = ledger.page()
    ledger.close()
    again = laptop(tmp_path, DEVICE_KEY)
    assert again.page() == before
    assert again.append(Chain.OWN, Kind.ASKED, ASKED, context()).prev == (
        again.start(Chain.OWN).head
    )
    again.close()


def test_pages_run_from_new_to_old(ledger: AgentLedger) -> None:
    for n in range(7):
        ledger.append(Chain.OWN, Kind.ASKED, ASKED, context(n))
    first = ledger.page(count=3)
    second = ledger.page(before=first[-1].n, count=3)
    third = ledger.page(before=second[-1].n, count=3)
    assert [line.n for line in first + second + third] == [7, 6, 5, 4, 3, 2, 1]


def test_the_newest_of_a_kind(ledger: AgentLedger) -> None:
    assert ledger.newest(Chain.OWN, Kind.ASKED) == []
    for purpose in ("view", "show"):
        ledger.append(Chain.OWN, Kind.ASKED, {"purpose": purpose}, context())
    (line,) = ledger.newest(Chain.OWN, Kind.ASKED)
    assert line.entry is not None
    assert line.entry.text("purpose") == "show"


def test_what_was_not_closed_is_owed(ledger: AgentLedger) -> None:
    looked(ledger, 30)
    open_seq = looked(ledger, None)
    assert [line.sealed.seq for line in ledger.unclosed_opens()] == [open_seq]
    ledger.append(Chain.SHARED, Kind.CLOSE, close_fields(open_seq), context())
    assert ledger.unclosed_opens() == []


# --- Counting -------------------------------------------------------------------------


def test_caps_are_counted_from_the_lines(ledger: AgentLedger) -> None:
    looked(ledger, 30)
    looked(ledger, 40, "show")
    looked(ledger, 900, "overview")
    looked(ledger, None)
    used = ledger.caps_used(SLOT_DATE)
    assert used.view_s == 30 + 40 + 120
    assert ledger.caps_used("another").view_s == 0


def test_R25_P12_neither_a_restart_nor_a_new_lesson_refills_a_cap(
    ledger: AgentLedger, tmp_path: Path
) -> None:
    looked(ledger, 100)
    ledger.close()
    again = laptop(tmp_path, DEVICE_KEY)
    fields = open_fields(TEACHER_KEY)
    again.append(Chain.SHARED, Kind.OPEN, fields, context(lesson="22" * 16))
    assert again.caps_used(SLOT_DATE).view_s == 220
    again.close()


def test_locks_are_counted_with_their_last_end(ledger: AgentLedger) -> None:
    looked(ledger, 20, "attention", access="01" * 16)
    looked(ledger, 30, "attention", after_s=40, access="01" * 16)
    looked(ledger, 10, "attention", after_s=200, access="02" * 16)
    used = ledger.caps_used(SLOT_DATE)
    assert (used.attention_times, used.attention_s) == (2, 60)
    assert used.attention_ended == MONDAY + timedelta(seconds=210)


def test_ten_thousand_refusals_are_two_lines_and_a_count(ledger: AgentLedger) -> None:
    for n in range(10_000):
        made = ledger.refused("view", "opt_out", fingerprint(), context(n))
        assert (made is None) == (n > 0)
    assert ledger.caps_used(SLOT_DATE).view_s == 150_000
    assert ledger.last_seq(Chain.OWN) == 1
    assert ledger.flush_refused(context(10_000), LESSON) == 1
    assert ledger.last_seq(Chain.OWN) == 2
    assert ledger.caps_used(SLOT_DATE).view_s == 150_000
    assert ledger.flush_refused(context(10_000)) == 0


def test_a_refusal_is_written_under_the_lesson_it_was_heard_in(
    ledger: AgentLedger,
) -> None:
    for _ in range(2):
        ledger.refused("view", "opt_out", "", context())
    ledger.flush_refused(context(9_000, lesson="22" * 16, slot_date="another"))
    line = ledger.newest(Chain.OWN, Kind.REFUSED)[0]
    assert line.entry is not None
    assert line.entry.common.lesson == LESSON
    assert ledger.caps_used(SLOT_DATE).view_s == 30


def test_refusals_of_other_powers_count_no_seconds(ledger: AgentLedger) -> None:
    for purpose in ("overview", "attention", "lesson"):
        ledger.refused(purpose, "slot", fingerprint(), context())
    assert ledger.caps_used(SLOT_DATE).view_s == 0


# --- What is missing ------------------------------------------------------------------


def test_R32_lines_the_console_never_proved_become_one_gap(ledger: AgentLedger) -> None:
    assert ledger.append_gap(fingerprint(), context()) is None
    looked(ledger, 30)
    gap = ledger.append_gap(fingerprint(), context())
    assert gap is not None
    entry = ledger.lines(Chain.SHARED, gap.seq)[0].entry
    assert entry is not None
    assert entry.fields == {"from": 1, "to": 2}
    assert [line.gap for line in ledger.lines(Chain.SHARED)] == [3, 3, None]
    assert [line.sealed.seq for line in ledger.unproven(fingerprint())] == [3]
    # A gap is sent like any line, but does not make a gap of its own.
    assert ledger.append_gap(fingerprint(), context()) is None


def test_another_teachers_lines_make_no_gap(ledger: AgentLedger) -> None:
    looked(ledger, 30)
    assert ledger.append_gap("99" * 32, context()) is None


def test_D02_a_teacher_is_told_how_far_the_own_lines_go(ledger: AgentLedger) -> None:
    assert ledger.last_of(fingerprint()) == (0, bytes(32))
    looked(ledger, 30)
    fields = {**open_fields(TEACHER_KEY), "teacher": fingerprint("8e" * 16)}
    last = ledger.append(Chain.SHARED, Kind.OPEN, fields, context())
    assert ledger.last_of(fingerprint()) == (
        2,
        ledger.lines(Chain.SHARED)[1].sealed.head,
    )
    assert ledger.last_of(fingerprint("8e" * 16)) == (3, last.head)
    assert ledger.last_of("99" * 32) == (0, bytes(32))


def test_R33_lost_lines_begin_a_new_epoch_and_no_number_comes_twice(
    ledger: AgentLedger,
) -> None:
    looked(ledger, 30)
    gap = ledger.begin_epoch(1, 9, context())
    assert (gap.seq, gap.prev) == (10, ledger.lines(Chain.SHARED)[1].sealed.head)
    entry = chains.check(gap, DEVICE_KEY.public)
    assert entry is not None
    assert entry.fields == {"from": 3, "to": 9}
    assert entry.common.epoch == 2
    assert looked(ledger, None) == 11
    assert ledger.epoch() == 2
    with pytest.raises(ValueError, match="no epoch begins"):
        ledger.begin_epoch(2, 11, context())


def test_an_epoch_is_never_one_that_somebody_saw(ledger: AgentLedger) -> None:
    ledger.begin_epoch(7, 1, context())
    assert ledger.epoch() == 8


# --- When the disk does not take it ---------------------------------------------------


def test_R31_P06_a_line_that_is_not_on_disk_is_an_error(
    ledger: AgentLedger, tmp_path: Path
) -> None:
    looked(ledger, None)
    (tmp_path / "ledger.db").rename(tmp_path / "gone.db")
    with pytest.raises(LedgerError, match="Nobody looks") as caught:
        looked(ledger, None)
    assert caught.value.landed  # it cannot be read back, so it may be there


def test_a_refusal_that_is_not_on_disk_is_tried_again(tmp_path: Path) -> None:
    ledger = laptop(tmp_path, DEVICE_KEY)
    (tmp_path / "ledger.db").rename(tmp_path / "gone.db")
    with pytest.raises(LedgerError):
        ledger.refused("view", "opt_out", "", context())
    (tmp_path / "gone.db").rename(tmp_path / "ledger.db")
    again = laptop(tmp_path, DEVICE_KEY)
    assert again.refused("view", "opt_out", "", context()) is not None
    again.close()


def test_a_line_outside_the_closed_list_is_never_written(ledger: AgentLedger) -> None:
    with pytest.raises(EntryError):
        ledger.append(
            Chain.OWN, Kind.REFUSED, refused_fields(reason="bored"), context()
        )
    assert ledger.page() == []
