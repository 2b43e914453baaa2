# SPDX-License-Identifier: GPL-3.0-or-later
"""A look that gave no picture is known, and nothing about why."""

from dataclasses import replace

from console.core.view import LookView
from console.qt.look_trace import LookTrace
from tests.fakes.worker import NOW

ASKED = LookView("p", "Jonas V.", "hulp", None)


def test_a_look_that_ends_before_its_picture_was_refused() -> None:
    trace = LookTrace()
    trace.follow(None)
    assert trace.refused == ""
    trace.follow(ASKED)
    trace.follow(None)
    trace.follow(None)
    assert trace.refused == "p"


def test_a_look_that_was_granted_just_ends() -> None:
    trace = LookTrace()
    trace.follow(ASKED)
    trace.follow(replace(ASKED, until=NOW))
    trace.follow(None)
    assert trace.refused == ""


def test_a_new_ask_and_a_stop_of_ones_own_begin_anew() -> None:
    trace = LookTrace()
    trace.follow(ASKED)
    trace.asked()
    trace.follow(None)
    assert trace.refused == ""
    trace.follow(ASKED)
    trace.follow(None)
    trace.follow(ASKED)
    assert trace.refused == ""
