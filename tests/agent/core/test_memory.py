# SPDX-License-Identifier: GPL-3.0-or-later
"""What a start is told: defaults allow nothing."""

from agent.core.memory import KeptChoice, Memory, OpenLine
from consent.ledger.draft import Context
from consent.lifecycle import ConsentState
from tests.fakes.clock import MONDAY_MORNING


def test_an_empty_memory_allows_nothing() -> None:
    assert not Memory().yes_files
    assert not KeptChoice().is_yes
    assert KeptChoice(ConsentState.RENEWED).is_yes


def test_an_owed_close_stands_in_its_own_lesson_with_todays_time() -> None:
    now = Context(t=MONDAY_MORNING, boot_ms=5, school="5c" * 16, lesson="aa" * 16)
    opened = OpenLine(3, "4b" * 16, "1e" * 16, "9a" * 16, "", 60)
    where = opened.where(now)
    assert (where.lesson, where.klass, where.pupil) == ("1e" * 16, "4b" * 16, "9a" * 16)
    assert (where.t, where.boot_ms, where.school) == (MONDAY_MORNING, 5, "5c" * 16)
