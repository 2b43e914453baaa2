# SPDX-License-Identifier: GPL-3.0-or-later
"""Events are values in the past tense; a console has four words and none permits."""

from dataclasses import fields, is_dataclass
from typing import get_args

from agent.core import events as e

PERMITTING = {"allowed", "consent", "granted", "purpose", "permission", "rate", "width"}


def test_events_are_frozen_values() -> None:
    for event in get_args(e.Event):
        assert is_dataclass(event)
        assert vars(event)["__dataclass_params__"].frozen, event


def test_S05_no_word_of_a_console_says_what_is_allowed() -> None:
    for event in (e.CommandHeard, e.PongHeard, e.SyncedHeard, e.WireHeard):
        names = {field.name for field in fields(event)}
        assert not names & PERMITTING, event
