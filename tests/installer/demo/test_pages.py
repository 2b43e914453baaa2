# SPDX-License-Identifier: GPL-3.0-or-later
"""Drawn desktops differ by pupil and move on by step."""

import pytest

from installer.demo.pages import KINDS, desktop

SIZE = (1366, 768)


@pytest.mark.parametrize("page", range(len(KINDS)))
def test_each_kind_moves_on_and_is_not_like_the_next(page: int) -> None:
    now = desktop(page, 1, SIZE)
    assert now.size == SIZE
    assert now.tobytes() != desktop(page, 2, SIZE).tobytes()
    assert now.tobytes() != desktop(page + 1, 1, SIZE).tobytes()
    assert now.tobytes() == desktop(page, 1, SIZE).tobytes()
