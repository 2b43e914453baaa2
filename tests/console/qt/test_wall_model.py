# SPDX-License-Identifier: GPL-3.0-or-later
"""The class as rows: what is painted again, what is held, what is let go."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from console.core.view import TileState
from console.qt.held_picture import HeldPicture
from console.qt.wall_model import FACE_ROLE, PICTURE_ROLE, PUPIL_ROLE, WallModel
from console.qt.words.nl import NL
from tests.fakes.worker import NOW, busy_view, drawn, pupil_id, view


@pytest.fixture
def model(qapp: object) -> WallModel:
    made = WallModel(NL)
    QAbstractItemModelTester(
        made, QAbstractItemModelTester.FailureReportingMode.Fatal, made
    )
    made.show(busy_view(), NOW)
    made.cover(False, NOW)
    return made


def names(model: WallModel) -> list[object]:
    return [model.index(row).data() for row in range(model.rowCount())]


def test_rows_stand_in_the_rosters_order(model: WallModel) -> None:
    turned = replace(busy_view(), tiles=tuple(reversed(busy_view().tiles)))
    model.show(turned, NOW)
    assert names(model)[:3] == ["Amina B.", "Bram D.", "Casper E."]
    assert model.index(0).data(PUPIL_ROLE) == pupil_id(0)
    assert model.rowCount(model.index(0)) == 0


def test_a_row_is_read_aloud_with_its_sentence(model: WallModel) -> None:
    spoken = model.index(9).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Jonas V., jij kijkt groot · nog 1:40"
    assert model.index(9).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.index(99).data() is None


def test_only_rows_that_changed_are_painted_again(model: WallModel) -> None:
    spy = QSignalSpy(model.dataChanged)
    model.show(busy_view(), NOW)
    assert spy.count() == 0
    model.refresh(NOW + timedelta(seconds=1))
    assert [spy.at(n)[0].row() for n in range(spy.count())] == [9]


def test_pixels_are_held_for_shown_tiles_only(model: WallModel) -> None:
    model.picture(drawn(pupil_id(0), 0))
    model.picture(drawn(pupil_id(2), 2))  # no picture
    model.picture(drawn("stranger", 2))
    assert isinstance(model.holds(pupil_id(0)), HeldPicture)
    assert model.holds(pupil_id(2)) is None
    assert model.holds("stranger") is None


def test_new_pixels_wipe_the_ones_before(model: WallModel) -> None:
    model.picture(drawn(pupil_id(0), 0))
    before = model.holds(pupil_id(0))
    model.picture(drawn(pupil_id(0), 1))
    assert before is not None
    assert before.source().isNull()
    assert model.holds(pupil_id(0)) is not before


def test_R69_a_drop_wipes_and_paints_again(model: WallModel) -> None:
    model.picture(drawn(pupil_id(0), 0))
    held, spy = model.holds(pupil_id(0)), QSignalSpy(model.dataChanged)
    model.drop(pupil_id(0))
    assert held is not None
    assert held.source().isNull()
    assert spy.count() == 1
    assert model.index(0).data(PICTURE_ROLE) is None
    model.drop(pupil_id(0))
    assert spy.count() == 1


@pytest.mark.parametrize(
    "state", sorted(set(TileState) - {TileState.SHOWN, TileState.ASKED})
)
def test_a_tile_that_shows_no_more_holds_no_more(
    model: WallModel, state: TileState
) -> None:
    model.picture(drawn(pupil_id(0), 0))
    held, made = model.holds(pupil_id(0)), busy_view()
    first = replace(made.tiles[0], state=state)
    model.show(replace(made, tiles=(first, *made.tiles[1:])), NOW)
    assert model.holds(pupil_id(0)) is None
    assert held is not None
    assert held.source().isNull()


def test_a_pupil_who_left_the_class_is_let_go(model: WallModel) -> None:
    model.picture(drawn(pupil_id(0), 0))
    model.show(replace(busy_view(), tiles=busy_view().tiles[1:]), NOW)
    assert model.holds(pupil_id(0)) is None
    assert model.row_of(pupil_id(0)) is None


def test_R68_a_covered_wall_gives_names_and_nothing_else(model: WallModel) -> None:
    model.picture(drawn(pupil_id(0), 0))
    model.cover(True, NOW)
    for row in range(model.rowCount()):
        index = model.index(row)
        assert index.data(PICTURE_ROLE) is None
        assert index.data(Qt.ItemDataRole.AccessibleTextRole) == index.data()
        assert index.data(FACE_ROLE).chip is None
    assert model.holds(pupil_id(0)) is None


def test_search_takes_the_first_letters_of_any_part(model: WallModel) -> None:
    model.search("v", NOW)
    assert names(model) == ["Jonas V.", "Tess V.", "Vera X."]
    assert model.row_of(pupil_id(0)) is None
    model.search(" JON", NOW)
    assert names(model) == ["Jonas V."]
    model.search("zzz", NOW)
    assert model.rowCount() == 0
    model.search("", NOW)
    assert model.rowCount() == 24


def test_S10_a_hostile_name_is_shown_harmless(model: WallModel) -> None:
    made = busy_view()
    evil = replace(made.tiles[0], name="\u202e<b>x</b>" + "y" * 10_000_000)
    model.show(replace(made, tiles=(evil,)), NOW)
    name = str(model.index(0).data())
    assert name.startswith("<b>x</b>y")
    assert len(name) <= 60


def test_before_any_view_there_is_nothing(qapp: object) -> None:
    model = WallModel(NL)
    model.refresh(NOW)
    model.search("a", NOW)
    model.picture(drawn("p", 1))
    assert model.rowCount() == 0
    model.search("", NOW)
    model.show(view(), NOW)
    model.drop_all()
    assert model.rowCount() == 24
