# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.facts: what nobody said counts as no."""

from dataclasses import fields

from consent.facts import CapsUsed, Facts, Request
from consent.method import Method
from tests.fakes.school import make_school


def test_R10_what_nobody_said_is_not_a_yes() -> None:
    school = make_school()
    bare = Facts(
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
    assert bare.consent == {}
    assert bare.event_yes is None
    assert bare.caps == CapsUsed()


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
