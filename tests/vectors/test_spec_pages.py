# SPDX-License-Identifier: GPL-3.0-or-later
"""The specification says what the code does: every message, its fields, its bytes."""

import pytest
from msgspec import Struct

from protocol import constants as c
from protocol.messages import link
from tests.fakes import pages, vectors

MESSAGES = [
    pytest.param(family, message, id=type(message).__name__)
    for family in pages.FAMILY_PAGES
    for message in vectors.FAMILIES[family]
]


@pytest.mark.parametrize(("family", "message"), MESSAGES)
def test_a_message_stands_on_its_page_as_it_is(family: str, message: Struct) -> None:
    text = pages.FAMILY_PAGES[family].read_text("utf-8")
    heading = f"### {message.__struct_config__.tag} {type(message).__name__}\n"
    assert heading in text
    section = text.split(heading)[1].split("\n### ")[0]
    assert pages.block(message) in section
    assert "\n1. " in section


def test_the_table_of_the_session_is_as_it_is() -> None:
    text = (pages.SPEC / "session.md").read_text("utf-8")
    assert pages.with_table(text) == text


@pytest.mark.parametrize("family", pages.FAMILY_PAGES)
def test_making_a_page_anew_changes_nothing(family: str) -> None:
    text = pages.FAMILY_PAGES[family].read_text("utf-8")
    assert pages.with_blocks(text, vectors.FAMILIES[family]) == text


def test_a_page_without_a_message_is_noticed() -> None:
    with pytest.raises(LookupError, match="Bye"):
        pages.with_blocks("", [link.Bye(link.ByeCode.RATE)])


@pytest.mark.parametrize(
    ("page", "number"),
    [
        ("wire.md", c.PART_FRAME_BYTES),
        ("wire.md", c.FIRST_FRAME_BYTES),
        ("wire.md", c.CONTROL_FRAME_BYTES),
        ("wire.md", c.ANSWER_PAD_BYTES),
        ("session.md", c.PENALTY_MOST_S),
        ("session.md", c.HALF_OPEN_A_SOURCE),
        ("session.md", c.HALF_OPEN_MOST),
        ("mdns.md", c.CANDIDATES_KEPT),
        ("mdns.md", c.PORT_LEAST),
    ],
)
def test_the_numbers_are_those_of_the_code(page: str, number: float) -> None:
    assert f" {number:.0f}" in (pages.SPEC / page).read_text("utf-8")
