# SPDX-License-Identifier: GPL-3.0-or-later
"""The way of a picture through the core."""

from consent.documents.command import Verb
from console.core import events as e
from console.core.commands import Decode, Paint
from console.core.view import TileState
from tests.console.core.playbook import AMINA, LINK, Playbook

START = Verb.OVERVIEW_START


def shown() -> Playbook:
    return Playbook().start(AMINA).show().accept(AMINA, START).picture(AMINA)


def arrive(play: Playbook, access: bytes, screen: int = 0) -> Playbook:
    return play.hear(e.PictureHeard(LINK[AMINA], access, screen, 192, 108, b"jpeg"))


def test_a_picture_of_the_right_access_goes_to_the_gate() -> None:
    play = shown()
    access = play.newest(AMINA, START).access
    assert arrive(play, access).wanted == [
        Decode(LINK[AMINA], access, AMINA, False, 192, 108, b"jpeg")  # noqa: FBT003
    ]


def test_a_wrong_access_and_a_second_screen_never_reach_a_decoder() -> None:
    play = shown()
    access = play.newest(AMINA, START).access
    assert arrive(play, b"x" * 16).wanted == []
    assert arrive(play, access, screen=1).wanted == []


def test_three_that_cannot_be_read_are_said_and_one_is_not() -> None:
    play = shown()
    access = play.newest(AMINA, START).access
    for _ in range(2):
        play.hear(e.PictureSpoiled(LINK[AMINA], access))
    assert play.view.trouble == ""
    play.hear(e.PictureSpoiled(LINK[AMINA], access))
    assert play.view.trouble == "Het beeld van Amina B. is niet te lezen."
    assert play.tile(AMINA).state is TileState.SHOWN


def test_a_good_one_starts_the_count_anew() -> None:
    play = shown()
    access = play.newest(AMINA, START).access
    for _ in range(2):
        play.hear(e.PictureSpoiled(LINK[AMINA], access))
    play.picture(AMINA)
    play.hear(e.PictureSpoiled(LINK[AMINA], access))
    assert play.view.trouble == ""


def test_a_spoiled_one_of_an_old_access_does_not_count() -> None:
    play = shown()
    for _ in range(4):
        play.hear(e.PictureSpoiled(LINK[AMINA], b"x" * 16))
    assert play.view.trouble == ""


def test_pixels_without_an_access_or_a_link_are_dropped() -> None:
    play = shown()
    assert play.decoded(AMINA, b"x" * 16).wanted == []
    play.hear(e.LinkEnded(LINK[AMINA]))
    assert play.decoded(AMINA, play.newest(AMINA, START).access).wanted == []


def test_pixels_that_come_too_late_for_the_table_are_dropped() -> None:
    play = shown()
    access = play.newest(AMINA, START).access
    play.end(AMINA, START).wait(31)  # asked again, under a new access
    fresh = play.newest(AMINA, START).access
    assert fresh != access
    assert play.decoded(AMINA, fresh).only(Paint) == []


def test_S04_the_pixels_carry_the_pupil_of_the_certificate() -> None:
    play = shown()
    assert play.tile(AMINA).picture == 1
    assert play.picture(AMINA).tile(AMINA).picture == 2
    (painted,) = play.only(Paint)
    assert painted.pixels.pupil == AMINA
