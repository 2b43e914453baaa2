# SPDX-License-Identifier: GPL-3.0-or-later
"""The count, and the nos that are kept."""

import pytest

from agent.session.clicks import Clicks, Unkept, is_no
from protocol.codec import encode
from protocol.messages.local import (
    Choice,
    ChoiceAnswer,
    Click,
    ClickKept,
    ClickKind,
    Looks,
)


class Memory:
    """A store that can be broken."""

    def __init__(self) -> None:
        self.kept: list[bytes] = []
        self.unreadable = self.full = False

    def read(self) -> list[bytes]:
        if self.unreadable:
            raise ValueError("torn")
        return list(self.kept)

    def write(self, kept: list[bytes]) -> None:
        if self.full:
            raise OSError("no space left")
        self.kept = kept


def choice(answer: ChoiceAnswer, purpose: Looks = Looks.VIEW) -> Choice:
    return Choice(
        0,
        purpose,
        answer,
        by_switch=False,
        script=False,
        notice_sha256=bytes(32),
        lang="nl",
        digest=b"{}",
        pupil_sig=bytes(64),
    )


def click(kind: ClickKind) -> Click:
    return Click(0, kind, None)


def test_clicks_and_choices_have_one_count() -> None:
    clicks = Clicks(Memory())
    assert clicks.next_number() == 1
    assert clicks.numbered(click(ClickKind.HAND)).n == 1
    assert clicks.numbered(choice(ChoiceAnswer.YES)).n == 2


def test_the_count_goes_on_above_what_the_daemon_has() -> None:
    clicks = Clicks(Memory())
    clicks.welcomed(41)
    assert clicks.next_number() == 42
    clicks.welcomed(7)
    assert clicks.next_number() == 42


@pytest.mark.parametrize(
    "said",
    [
        click(ClickKind.STOP),
        click(ClickKind.PAUSE),
        click(ClickKind.NEE),
        click(ClickKind.UNDO),
        choice(ChoiceAnswer.NO),
        choice(ChoiceAnswer.LATER),
    ],
)
def test_D08_a_no_is_on_disk_before_it_is_said(said: Click | Choice) -> None:
    store = Memory()
    numbered = Clicks(store).numbered(said)
    assert is_no(said)
    assert store.kept == [encode(numbered)]


@pytest.mark.parametrize(
    "said",
    [
        click(ClickKind.RESUME),
        click(ClickKind.HAND),
        click(ClickKind.HELP_NOW),
        choice(ChoiceAnswer.YES),
    ],
)
def test_what_narrows_nothing_is_not_kept(said: Click | Choice) -> None:
    store = Memory()
    Clicks(store).numbered(said)
    assert not is_no(said)
    assert store.kept == []


def test_D08_a_no_is_said_first_after_a_restart_until_it_is_kept() -> None:
    store = Memory()
    said = Clicks(store).numbered(choice(ChoiceAnswer.NO))
    again = Clicks(store)
    assert again.first() == [said]
    assert again.next_number() == 2
    again.kept(99)
    assert again.first() == [said]
    again.kept(1)
    assert again.first() == []
    assert Clicks(store).first() == []


def test_a_newer_no_of_the_same_sort_replaces_the_older() -> None:
    clicks = Clicks(Memory())
    clicks.numbered(choice(ChoiceAnswer.NO, Looks.OVERVIEW))
    clicks.numbered(click(ClickKind.STOP))
    clicks.numbered(choice(ChoiceAnswer.NO, Looks.OVERVIEW))
    assert [said.n for said in clicks.first()] == [2, 3]


def test_a_yes_does_not_take_an_unkept_no_away() -> None:
    clicks = Clicks(Memory())
    no = clicks.numbered(choice(ChoiceAnswer.NO))
    clicks.numbered(choice(ChoiceAnswer.YES))
    assert clicks.first() == [no]


@pytest.mark.parametrize("kept", [[b"\xc1"], [encode(ClickKept(1))]])
def test_what_cannot_be_read_counts_as_a_pause(kept: list[bytes]) -> None:
    store = Memory()
    store.kept = kept
    assert Clicks(store).first() == [Click(1, ClickKind.PAUSE, None)]


def test_a_store_that_cannot_be_read_counts_as_a_pause() -> None:
    store = Memory()
    store.unreadable = True
    clicks = Clicks(store)
    assert clicks.first() == [Click(1, ClickKind.PAUSE, None)]
    assert clicks.next_number() == 2


def test_D08_a_full_disk_keeps_the_no_in_memory() -> None:
    store = Memory()
    store.full = True
    clicks = Clicks(store)
    said = clicks.numbered(click(ClickKind.PAUSE))
    assert clicks.first() == [said]


def test_a_profile_that_cannot_be_written_still_has_a_count() -> None:
    clicks = Clicks(Unkept())
    said = clicks.numbered(click(ClickKind.STOP))
    assert clicks.first() == [said]
