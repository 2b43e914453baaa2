# SPDX-License-Identifier: GPL-3.0-or-later
"""A leaf is a command of the teacher or a line of a laptop."""

from consent.ledger.leaf import Leaf
from tests.consent.ledger.test_draft import SEALED
from tests.fakes.records import DEVICE, LESSON, ORIGIN


def test_a_leaf_without_a_laptops_line_is_a_command() -> None:
    command = Leaf(ORIGIN, 0, b"", b"", b"", DEVICE, LESSON, b"", None)
    assert command.is_command
    line = Leaf(ORIGIN, 0, b"", b"", b"", DEVICE, LESSON, b"", SEALED)
    assert not line.is_command
