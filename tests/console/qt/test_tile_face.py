# SPDX-License-Identifier: GPL-3.0-or-later
"""One tile in every state; every cause of no picture looks the same (R-67)."""

from dataclasses import replace
from datetime import timedelta
from itertools import product

import pytest

from console.core.view import (
    AttentionView,
    HandView,
    LockMark,
    LookView,
    TileState,
    TileView,
    WallView,
)
from console.qt.tile_face import Chip, Ground, TileFace, Weight, covered_face, face
from console.qt.words.nl import NL
from tests.fakes.worker import NOW, view

PLAIN = TileView("p1", "Jonas V.", "001", TileState.PRESENT)
WALL = replace(view(), overview_reason="zelfstandig werk")
HAND = HandView(2, NOW - timedelta(minutes=4), offers_look=False)
LOOK = LookView("p1", "Jonas V.", "hulp", NOW + timedelta(seconds=100))


def shown(tile: TileView, wall: WallView = WALL) -> TileFace:
    return face(tile, wall, NOW, NL)


def test_as_usual_a_tile_is_a_picture_and_a_name() -> None:
    usual = shown(replace(PLAIN, state=TileState.SHOWN))
    assert usual == TileFace("Jonas V.", "JV", Ground.PICTURE)
    assert usual.spoken == "Jonas V."


@pytest.mark.parametrize("state", [TileState.NO_PICTURE, TileState.PRESENT])
def test_R67_no_picture_is_one_grey_and_one_sentence(state: TileState) -> None:
    grey = shown(replace(PLAIN, state=state))
    assert grey.ground is Ground.NONE
    assert grey.chip is None
    assert grey.sentence == "geen beeld"
    assert grey.spoken == "Jonas V., geen beeld"


def test_without_screens_asked_a_connected_pupil_has_no_sentence() -> None:
    assert shown(PLAIN, view()).sentence == ""


def test_an_asked_tile_is_grey_and_silent() -> None:
    asked = shown(replace(PLAIN, state=TileState.ASKED))
    assert (asked.ground, asked.sentence) == (Ground.NONE, "")


@pytest.mark.parametrize("state", [TileState.ABSENT, TileState.CONNECTING])
def test_who_was_never_connected_is_said_so(state: TileState) -> None:
    assert shown(replace(PLAIN, state=state)).sentence == "nog niet verbonden"


def test_a_hand_is_the_loudest() -> None:
    up = shown(replace(PLAIN, state=TileState.SHOWN, hand=HAND))
    assert up.hand
    assert up.framed
    assert up.chip == Chip("hand", "2", accent=True)
    assert (up.sentence, up.weight) == ("hulp gevraagd · 4 min", Weight.ACCENT)


def test_a_look_frames_the_tile_and_counts_down() -> None:
    looked = shown(replace(PLAIN, state=TileState.SHOWN), replace(WALL, look=LOOK))
    assert looked.framed
    assert not looked.hand
    assert looked.chip == Chip("eye-open", "1:40", accent=True)
    assert looked.sentence == "jij kijkt groot · nog 1:40"


def test_a_look_that_waits_for_the_notice_claims_no_picture() -> None:
    waits = replace(WALL, look=replace(LOOK, until=None))
    asked = shown(replace(PLAIN, state=TileState.SHOWN), waits)
    assert asked.chip == Chip("eye-open", "…", accent=True)
    assert asked.sentence == "gevraagd · de leerling krijgt eerst bericht"


def test_another_pupils_look_changes_nothing() -> None:
    other = replace(WALL, look=replace(LOOK, pupil="p2"))
    tile = replace(PLAIN, state=TileState.SHOWN)
    assert shown(tile, other) == shown(tile)


def test_R67_attention_shown_looks_alike_whoever_shares() -> None:
    faces = {
        shown(replace(PLAIN, state=state, lock=LockMark.SHOWN))
        for state in (TileState.SHOWN, TileState.NO_PICTURE, TileState.PRESENT)
    }
    assert len(faces) == 1
    (one,) = faces
    assert one.ground is Ground.CURTAIN
    assert (one.sentence, one.weight) == ("aandacht getoond", Weight.QUIET)


def test_attention_for_one_pupil_counts_down_there() -> None:
    asked = AttentionView("uitleg", NOW + timedelta(seconds=100), "p1")
    alone = shown(replace(PLAIN, lock=LockMark.SHOWN), replace(WALL, attention=asked))
    assert alone.sentence == "aandacht 1:40"


@pytest.mark.parametrize(
    ("mark", "sentence", "chip"),
    [
        (LockMark.REQUESTED, "gevraagd, nog niet getoond", Chip("clock")),
        (LockMark.NOT_SHOWN, "aandacht niet getoond", None),
    ],
)
def test_what_was_not_confirmed_is_never_claimed(
    mark: LockMark, sentence: str, chip: Chip | None
) -> None:
    tile = shown(replace(PLAIN, state=TileState.SHOWN, lock=mark))
    assert tile.ground is Ground.PICTURE
    assert (tile.sentence, tile.weight) == (sentence, Weight.EXCEPTION)
    assert tile.chip == chip


def test_an_exception_speaks_even_under_a_raised_hand() -> None:
    tile = shown(replace(PLAIN, lock=LockMark.REQUESTED, hand=HAND))
    assert tile.hand
    assert tile.weight is Weight.EXCEPTION


def test_a_lost_link_says_since_when() -> None:
    since = NOW - timedelta(minutes=7)
    lost = shown(replace(PLAIN, state=TileState.LOST, lost_since=since))
    assert lost.ground is Ground.NONE
    assert lost.chip == Chip("away")
    assert lost.sentence == "verbinding weg sinds 10:31"
    assert shown(replace(PLAIN, state=TileState.LOST)).sentence.endswith("10:38")


def test_R68_a_covered_tile_shows_a_name_whatever_there_is() -> None:
    faces = {
        covered_face(replace(PLAIN, state=state, hand=hand, lock=lock))
        for state, hand, lock in product(TileState, (None, HAND), LockMark)
    }
    assert faces == {TileFace("Jonas V.", "JV", Ground.NONE)}
