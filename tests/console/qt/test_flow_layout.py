# SPDX-License-Identifier: GPL-3.0-or-later
"""Chips stand in lines, as words do."""

from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from console.qt.flow_layout import SPACE_PX, FlowLayout


def test_what_no_longer_fits_goes_to_the_next_line(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    chips = [QWidget() for _ in range(3)]
    for chip in chips:
        chip.setFixedSize(100, 30)
        flow.addWidget(chip)
    assert flow.hasHeightForWidth()
    assert flow.heightForWidth(1_000) == 30
    assert flow.heightForWidth(220) == 30 + SPACE_PX + 30
    assert flow.heightForWidth(10) == 3 * 30 + 2 * SPACE_PX
    holder.resize(220, 100)
    holder.show()
    assert [(chip.x(), chip.y()) for chip in chips] == [(0, 0), (108, 0), (0, 38)]
    assert flow.sizeHint().width() == 100


def test_items_can_be_counted_and_taken(qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder)
    flow.addWidget(QWidget())
    assert flow.count() == 1
    assert flow.itemAt(0) is not None
    assert flow.itemAt(1) is None
    assert flow.takeAt(1) is None
    assert flow.takeAt(0) is not None
    assert flow.count() == 0
    assert not flow.expandingDirections()


def test_a_line_that_fills_shares_its_width_and_hidden_ones_take_none(
    qtbot: QtBot,
) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    flow = FlowLayout(holder, fills=True)
    words = [QPushButton(text) for text in ("een", "twee", "drie")]
    for word in words:
        flow.addWidget(word)
    words[1].hide()
    holder.resize(300, 100)
    holder.show()
    qtbot.waitUntil(lambda: words[0].width() == 146)
    assert words[2].x() == 154
    holder.resize(words[0].sizeHint().width() + 20, 100)
    qtbot.waitUntil(lambda: words[2].y() > words[0].y())
