# SPDX-License-Identifier: GPL-3.0-or-later
"""A no has one time and one length, whatever its cause."""

import pytest
from msgspec.structs import replace

from protocol import constants as c
from protocol.codec import encode
from protocol.due import accepted, curtain_failed_due, due, not_shared
from protocol.messages.commands import Entry
from tests.fakes.examples import ENTRY

ARRIVED = 500.0


@pytest.mark.parametrize(
    ("verb", "after_s"),
    [
        ("lesson_start", 0.25),
        ("overview_start", 0.25),
        ("attention_start", 0.25),
        ("message", 0.25),
        ("view_start", 3.25),
        ("show_start", 20.0),
        ("view_stop", 0.25),
        ("nobody knows this", 0.25),
    ],
)
def test_a_no_is_due_at_a_fixed_time_after_arrival(verb: str, after_s: float) -> None:
    assert due(verb, ARRIVED) == ARRIVED + after_s


def test_D02_a_curtain_that_never_showed_is_told_after_two_seconds() -> None:
    assert curtain_failed_due(ARRIVED) == ARRIVED + 2.0


LONGEST = replace(ENTRY, shared_seq=c.U53_MAX, body=bytes(c.ENTRY_BODY_BYTES))


@pytest.mark.parametrize("seq", [0, 127, 128, 255, 256, 65_535, 65_536, c.U32_MAX])
@pytest.mark.parametrize("receipt", [None, ENTRY, LONGEST])
def test_R67_P02_yes_and_no_are_equally_long(seq: int, receipt: Entry | None) -> None:
    assert len(encode(not_shared(seq))) == c.ANSWER_PAD_BYTES
    assert len(encode(accepted(seq, receipt))) == c.ANSWER_PAD_BYTES


def test_R67_P02_two_noes_to_one_command_are_the_same_bytes() -> None:
    assert encode(not_shared(7)) == encode(not_shared(7))
