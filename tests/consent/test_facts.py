# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.facts: what nobody said counts as no."""

from dataclasses import fields

from consent.documents.fields import Lang
from consent.facts import CapsUsed, ConsentFact, Facts, Request
from consent.lifecycle import ConsentState
from consent.method import Method
from consent.purpose import Purpose
from tests.fakes.school import NOW, make_school


def bare_facts() -> Facts:
    """Give facts of which nothing is good and nothing more is said."""
    school = make_school()
    return Facts(
        shelf=school.empty_shelf(),
        class_id=school.class_id,
        teacher=school.teacher_facts(),
        clock_ok=False,
        network_ok=False,
        open_lesson=None,
        logged_first=False,
        ledger_ok=False,
        session_ok=False,
        indicator_ok=False,
        notice_shown=False,
    )


def test_R10_what_nobody_said_is_not_a_yes() -> None:
    bare = bare_facts()
    assert bare.consent == {}
    assert bare.event_yes is None
    assert not bare.paused
    assert bare.caps == CapsUsed()


def test_R10_what_a_request_does_not_say_asks_for_nothing() -> None:
    bare = Request(Purpose.VIEW, "teacher", "class", "slot", "lesson")
    said = (bare.reason_code, bare.seconds, bare.pupil_alone, bare.offered)
    assert said == ("", 0, False, False)


def test_R25_who_gave_nothing_has_used_nothing() -> None:
    used = CapsUsed()
    assert (used.view_s, used.attention_s, used.attention_times) == (0, 0, 0)
    assert used.attention_ended_s_ago is None
    assert used.continuing_left_s is None


def test_a_choice_is_made_in_the_dialog_and_read_in_dutch_unless_said() -> None:
    assert ConsentFact(ConsentState.GIVEN, NOW).method is Method.AGENT_DIALOG
    assert bare_facts().lang is Lang.NL


def test_P10_no_request_has_a_rate_a_size_or_the_consoles_time() -> None:
    assert {field.name for field in fields(Request)} == {
        "purpose",
        "teacher_fp",
        "class_id",
        "slot_id",
        "lesson_id",
        "reason_code",
        "seconds",
        "pupil_alone",
        "offered",
    }


def test_a_scripts_yes_is_marked_as_one() -> None:
    assert Method("demo_script") is Method.DEMO_SCRIPT
