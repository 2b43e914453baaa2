# SPDX-License-Identifier: GPL-3.0-or-later
"""Every kind of block has its template, and every template its kind."""

from typing import get_args

from installer.papers.blocks import Block
from installer.papers.page import TEMPLATES


def test_each_block_can_be_drawn() -> None:
    kinds = {kind.kind for kind in get_args(Block)}
    assert kinds == {file.stem for file in (TEMPLATES / "blocks").iterdir()}
