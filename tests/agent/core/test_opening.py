# SPDX-License-Identifier: GPL-3.0-or-later
"""An OPEN says why, for whom and until when, alike for a look and a curtain."""

from datetime import timedelta

import pytest

from agent.core import opening
from agent.core.access import AccessState
from consent.documents.command import Verb
from consent.ledger.fields import time_text
from consent.ledger.kinds import Chain, Kind
from consent.purpose import Purpose
from tests.fakes.laptop_desk import LaptopDesk


@pytest.mark.parametrize(
    ("left_s", "says_s"), [(120, 120), (119.9999999, 120), (7.9, 7), (0.2, 1), (-3, 1)]
)
def test_until_is_in_whole_seconds_and_never_now(
    desk: LaptopDesk, left_s: float, says_s: int
) -> None:
    console = desk.lesson()
    desk.agree(Purpose.OVERVIEW)
    console.ask(Verb.OVERVIEW_START)
    assert desk.overview_is(AccessState.STREAMING)
    asked = desk.mind.laptop.overview.wish
    draft = opening.line(desk.mind.laptop, Purpose.OVERVIEW, asked, left_s)
    wall = desk.now.wall.replace(microsecond=0)
    assert (draft.chain, draft.kind) == (Chain.SHARED, Kind.OPEN)
    assert draft.fields["until"] == time_text(wall + timedelta(seconds=says_s))
    assert draft.fields["purpose"] == "overview"
    assert draft.fields["reason_code"] == asked.body.reason_code


def test_a_curtain_writes_the_same_fields_as_a_look(desk: LaptopDesk) -> None:
    console = desk.lesson()
    desk.agree(Purpose.OVERVIEW)
    console.ask(Verb.OVERVIEW_START)
    console.ask(Verb.ATTENTION_START)
    look, curtain = desk.ledger.bodies(Kind.OPEN)
    assert look.text("purpose") == "overview"
    assert curtain.text("purpose") == "attention"
    assert set(look.fields) == set(curtain.fields)
