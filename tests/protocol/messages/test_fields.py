# SPDX-License-Identifier: GPL-3.0-or-later
"""A text hides nothing: no control, no direction, one spelling, a length."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from protocol.messages.fields import check_text

GOOD = ["a", "Mevrouw Peeters", "Zoë", "é", "日本", "😀", "a" * 32]
BAD = {
    "": "empty",
    "a" * 33: "more than 32",
    "a\nb": r"U\+000A",
    "\x00": r"U\+0000",
    "\x7f": r"U\+007F",
    "\x85": r"U\+0085",
    "\ud800": r"U\+D800",
    "\u202e": r"U\+202E",
    "\u2066": r"U\+2066",
    "\u061c": r"U\+061C",
    "e\u0301": "normal form C",
}


@pytest.mark.parametrize("text", GOOD)
def test_ordinary_text_is_fine(text: str) -> None:
    check_text(text, 32)


@pytest.mark.parametrize("text", BAD)
def test_hidden_or_too_long_text_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=BAD[text]):
        check_text(text, 32)


def test_nothing_may_be_said_where_that_is_allowed() -> None:
    check_text("", 32, empty=True)


@given(st.text(max_size=40))
def test_what_passes_can_be_written_and_shown_as_it_is(text: str) -> None:
    try:
        check_text(text, 32, empty=True)
    except ValueError:
        return
    assert text.encode("utf-8").decode("utf-8") == text
    assert len(text) <= 32
    assert not any(character in text for character in "\n\r\t\x1b\u202e")
