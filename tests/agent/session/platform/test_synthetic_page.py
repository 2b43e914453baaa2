# SPDX-License-Identifier: GPL-3.0-or-later
"""The page on a drawn desktop."""

from agent.session.platform.synthetic_page import LINES, page


def test_work_grows_and_begins_anew() -> None:
    first = page(320, 180, 1, 0).tobytes()
    assert page(320, 180, 1, 1).tobytes() != first
    assert page(320, 180, 1, LINES - 1).tobytes() == first


def test_two_pupils_have_two_pages() -> None:
    assert page(320, 180, 1, 0).tobytes() != page(320, 180, 2, 0).tobytes()
