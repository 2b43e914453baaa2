# SPDX-License-Identifier: GPL-3.0-or-later
"""The closed list: what is in it, and what must never be."""

from consent.ledger import kinds
from consent.ledger.kinds import Chain, Kind
from consent.method import Method

NEVER_SHARED = {"CAUSE", "REFUSED", "NOTICE", "ASKED", "CONSENT", "PAUSE", "LOG_READ"}


def test_every_kind_stands_in_exactly_one_chain() -> None:
    shared, own = kinds.SHAPES[Chain.SHARED], kinds.SHAPES[Chain.OWN]
    assert not set(shared) & set(own)
    assert set(shared) | set(own) == set(Kind)


def test_what_is_the_pupils_alone_is_not_shared() -> None:
    assert not NEVER_SHARED & set(kinds.SHAPES[Chain.SHARED])


def test_R67_D02_the_shared_end_of_an_access_has_six_words_and_no_cause() -> None:
    assert kinds.ENDS == ("teacher", "time", "bell", "cap", "link", "not_shared")
    assert set(kinds.SHAPES[Chain.SHARED][Kind.CLOSE]) == {
        "open_seq",
        "seconds",
        "pictures",
        "end",
    }


def test_R16_school_rules_are_no_way_to_consent() -> None:
    assert "school_rules" not in set(Method)


def test_R71_R72_no_line_has_a_place_for_what_was_on_the_screen() -> None:
    names = {
        name
        for chain in kinds.SHAPES.values()
        for shape in chain.values()
        for name in shape
    }
    never = ("image", "pixel", "window", "process", "key_", "clipboard", "screen")
    assert not [name for name in names for word in never if word in name]
    assert "title" not in names  # only in what the teacher offered


def test_no_own_field_shadows_a_common_one() -> None:
    for chain in kinds.SHAPES.values():
        for shape in chain.values():
            assert not set(shape) & (set(kinds.COMMON) | {kinds.OWN_COMMITMENT})


def test_reasons_are_the_27_and_replay() -> None:
    assert len(kinds.REASONS) == 28
    assert kinds.REASONS[-1] == "replay"
    assert len(set(kinds.REASONS)) == 28
