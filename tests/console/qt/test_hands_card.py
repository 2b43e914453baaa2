# SPDX-License-Identifier: GPL-3.0-or-later
"""Hands in the order they were raised."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton

from console.core.acts import LookAt, SeeHand
from console.core.view import WallView
from tests.fakes.desk import Desk, chip, texts
from tests.fakes.worker import busy_view, pupil_id, view

pytestmark = pytest.mark.qt_log_ignore("does not support", extend=True)


def test_hands_stand_in_order_with_one_main_button(lesson: Desk) -> None:
    hands = lesson.window.page.panel.hands
    shown = texts(hands)
    assert shown.index("Dina F.") < shown.index("Sami U.")
    for told in ("4 min", "1 min", "wil het scherm tonen", "vraagt of je komt"):
        assert told in shown
    main = [
        b for b in hands.findChildren(QAbstractButton) if b.property("kind") == "main"
    ]
    assert len(main) == 1
    lesson.show(view())
    assert "Niemand vraagt nu hulp." in texts(hands)


def test_only_the_first_of_two_offers_has_the_main_button(lesson: Desk) -> None:
    made = busy_view()
    both = [
        replace(t, hand=replace(t.hand, offers_look=True)) if t.hand else t
        for t in made.tiles
    ]
    lesson.show(replace(made, tiles=tuple(both)))
    buttons = lesson.window.page.panel.hands.findChildren(QAbstractButton)
    kinds = {b.accessibleName(): b.property("kind") for b in buttons}
    assert kinds == {"Ga kijken, Dina F.": "main", "Ga kijken, Sami U.": "plain"}


def test_seen_puts_a_hand_down(lesson: Desk) -> None:
    hands = lesson.window.page.panel.hands
    lesson.click(chip(hands, "Gezien, Sami U."))
    assert lesson.acts() == [SeeHand(pupil_id(18))]
    assert "Sami U." not in texts(hands)


def test_a_covered_wall_without_hands_counts_nothing(lesson: Desk) -> None:
    lesson.show(view(), covered=True)
    shown = texts(lesson.window.page.panel.hands)
    assert "Niemand vraagt nu hulp." in shown
    assert "0" not in shown


def without_dina(made: WallView) -> WallView:
    """Let the first hand go down, so that the second moves up."""
    tiles = [replace(t, hand=None) if t.name == "Dina F." else t for t in made.tiles]
    tiles = [
        replace(t, hand=replace(t.hand, place=1, offers_look=True)) if t.hand else t
        for t in tiles
    ]
    return replace(made, look=None, tiles=tuple(tiles))


def test_a_click_meant_for_the_hand_that_just_went_reaches_nobody(
    lesson: Desk,
) -> None:
    hands, left = lesson.window.page.panel.hands, Qt.MouseButton.LeftButton
    lesson.grown(chip(hands, "Ga kijken, Dina F."))
    lesson.worker.show(without_dina(busy_view()))
    lesson.settle()
    moved = chip(hands, "Ga kijken, Sami U.")
    lesson.qtbot.mouseClick(moved, left)
    QTest.keyClick(moved, Qt.Key.Key_Return)
    assert lesson.acts() == []
    lesson.click(moved)
    assert lesson.acts() == [LookAt(pupil_id(18), "help")]


def test_the_focus_follows_its_pupil_or_goes_to_the_wall(lesson: Desk) -> None:
    lesson.show(replace(busy_view(), look=None))
    window = lesson.window
    window.activateWindow()
    hands = window.page.panel.hands
    chip(hands, "Gezien, Sami U.").setFocus()
    lesson.worker.show(without_dina(view()))
    lesson.settle()
    assert window.focusWidget() is window.page.wall
    lesson.show(replace(busy_view(), look=None))
    chip(hands, "Gezien, Sami U.").setFocus()
    tiles = [
        replace(t, hand=None) if t.name == "Dina F." else t for t in busy_view().tiles
    ]
    lesson.worker.show(replace(busy_view(), look=None, tiles=tuple(tiles)))
    lesson.settle()
    assert window.focusWidget() is chip(hands, "Gezien, Sami U.")
