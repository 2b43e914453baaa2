# SPDX-License-Identifier: GPL-3.0-or-later
"""A start reads the past from disk, and doubt allows nothing."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from agent.core import commands as c
from agent.core.commands import StoreYes
from agent.daemon.recall import recall
from consent.ledger.draft import Context, Draft
from consent.ledger.errors import LedgerError
from consent.ledger.fields import time_text
from consent.ledger.kinds import Chain, Kind
from consent.lifecycle import ConsentState
from consent.purpose import Purpose
from tests.agent.daemon.conftest import Disk
from tests.fakes.clock import MONDAY_MORNING
from tests.fakes.lines import consent_fields
from tests.fakes.records import (
    Keys,
    close_fields,
    command,
    command_fields,
    open_fields,
)

KLASS = "4b" * 16
CONTEXT = Context(
    t=MONDAY_MORNING, boot_ms=5, school="5c" * 16, klass=KLASS, pupil="9a" * 16
)
LATER = MONDAY_MORNING + timedelta(hours=1)


def _own(kind: Kind, fields: dict[str, Any]) -> Draft:
    return Draft(Chain.OWN, kind, fields)


def _consent(state: str, purpose: str = "view") -> Draft:
    fields = consent_fields() | {"state": state, "purpose": purpose}
    return _own(Kind.CONSENT, fields)


def _shared(text: str, access: str) -> Draft:
    fields = {"what": "message", "text": text}
    raw = command("message", access)
    return Draft(Chain.SHARED, Kind.SHARE, fields | command_fields(raw, Keys()))


def test_R65_what_was_shared_this_week_lies_ready_again(disk: Disk) -> None:
    ids = ["a1" * 16, "a2" * 16, "a3" * 16]
    week_ago = replace(CONTEXT, t=LATER - timedelta(days=7, seconds=1))
    disk.ledger.append_all([_shared("oud", ids[0])], week_ago)
    disk.ledger.append_all([_shared("een", ids[1]), _shared("weg", ids[2])], CONTEXT)
    disk.journal.record(c.PutAway(bytes.fromhex(ids[2])))
    (laid,) = recall(disk.ledger, disk.kept, LATER, clean_end=True).offers
    assert (laid.offer.text, laid.offer.id.hex()) == ("een", ids[1])
    assert (laid.at, laid.pupil) == (MONDAY_MORNING, CONTEXT.pupil)


def test_an_empty_disk_remembers_nothing(disk: Disk) -> None:
    memory = recall(disk.ledger, disk.kept, LATER, clean_end=True)
    assert (memory.clean_end, memory.healthy, memory.paused) == (True, True, False)
    assert (memory.unclosed, memory.choices, memory.last_entry) == ((), {}, None)


def test_the_newest_choice_counts_and_only_with_its_file(disk: Disk) -> None:
    key = (KLASS, Purpose.VIEW)
    lines = [_consent("ConsentGiven"), _consent("ConsentWithdrawn"),
             _consent("RenewedConsentGiven")]  # fmt: skip
    disk.ledger.append_all(lines, CONTEXT)
    memory = recall(disk.ledger, disk.kept, LATER, clean_end=True)
    assert memory.choices[key].state is ConsentState.RENEWED
    assert memory.choices[key].ever_given
    assert memory.yes_files == frozenset()
    until = MONDAY_MORNING + timedelta(days=9)
    disk.kept.say_yes(StoreYes(key, "9a" * 16, until, 3, 1))
    memory = recall(disk.ledger, disk.kept, LATER, clean_end=True)
    assert memory.yes_files == {key}


def test_a_question_without_an_answer_counts_as_later(disk: Disk) -> None:
    disk.ledger.append_all([_own(Kind.ASKED, {"purpose": "view"})], CONTEXT)
    memory = recall(disk.ledger, disk.kept, LATER, clean_end=True)
    kept = memory.choices[KLASS, Purpose.VIEW]
    assert (kept.state, kept.asked_year) == (ConsentState.DEFERRED, "2026-2027")


def test_notices_pauses_and_the_newest_line_are_read(disk: Disk) -> None:
    notice = _own(Kind.NOTICE, {"notice": "ab" * 32, "lang": "nl"})
    disk.ledger.append_all([notice], CONTEXT)
    disk.kept.pause(None)
    memory = recall(disk.ledger, disk.kept, LATER, clean_end=False)
    assert memory.notices == {"ab" * 32}
    assert (memory.paused, memory.paused_until) == (True, None)
    assert memory.last_entry == MONDAY_MORNING
    assert not memory.clean_end


def test_what_a_crash_left_open_is_owed_in_full(disk: Disk) -> None:
    key = Keys()
    opened = Draft(Chain.SHARED, Kind.OPEN, open_fields(key, seconds=120))
    disk.ledger.append_all([opened], CONTEXT)
    memory = recall(disk.ledger, disk.kept, LATER, clean_end=False)
    (owed,) = memory.unclosed
    assert (owed.seq, owed.seconds, owed.klass) == (1, 120, KLASS)
    closed = Draft(Chain.SHARED, Kind.CLOSE, close_fields(1))
    disk.ledger.append_all([closed], CONTEXT)
    memory = recall(disk.ledger, disk.kept, LATER, clean_end=True)
    assert memory.unclosed == ()
    assert memory.last_looked == MONDAY_MORNING


def test_P06_a_ledger_that_cannot_be_read_lets_nobody_look(disk: Disk) -> None:
    def broken(**_: object) -> None:
        raise LedgerError("no")

    disk.ledger.page = broken  # type: ignore[assignment,method-assign]
    memory = recall(disk.ledger, disk.kept, LATER, clean_end=True)
    assert (memory.healthy, memory.paused) == (False, True)


def test_times_are_written_in_whole_seconds() -> None:
    assert time_text(MONDAY_MORNING).endswith("Z")
