# SPDX-License-Identifier: GPL-3.0-or-later
"""What waits for a laptop survives a crash and not its slot."""

from pathlib import Path

from consent.documents.command import Verb
from console.core.share import Share
from console.ledger.outbox import Outbox
from console.settings import State

ARGS = (("url", "https://klas.be"), ("title", "Klas"))
NEAR = Share(b"n" * 16, "51" * 16, 1_000, "aa" * 16, Verb.LINK, ARGS)
LATER = Share(b"l" * 16, "52" * 16, 2_000, "bb" * 16, Verb.MESSAGE, (("text", "é"),))


def test_shares_are_recalled_in_the_order_they_were_kept(tmp_path: Path) -> None:
    outbox = Outbox(State(tmp_path))
    outbox.keep(LATER)
    outbox.keep(NEAR)
    outbox.close()
    again = Outbox(State(tmp_path))
    assert again.recall(999) == (LATER, NEAR)
    again.close()


def test_a_share_past_its_slot_is_forgotten(tmp_path: Path) -> None:
    outbox = Outbox(State(tmp_path))
    outbox.keep(NEAR)
    outbox.keep(LATER)
    assert outbox.recall(1_000) == (LATER,)
    assert outbox.recall(999) == (LATER,)
    outbox.close()


def test_the_disk_is_tried_and_nothing_is_left(tmp_path: Path) -> None:
    outbox = Outbox(State(tmp_path))
    assert outbox.is_writable()
    assert outbox.recall(-1) == ()
    outbox.close()
    assert not outbox.is_writable()


def test_a_share_that_was_taken_is_forgotten(tmp_path: Path) -> None:
    outbox = Outbox(State(tmp_path))
    outbox.keep(NEAR)
    outbox.forget(NEAR.share)
    outbox.forget(b"unknown")
    assert outbox.recall(0) == ()
    outbox.close()
