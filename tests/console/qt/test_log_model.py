# SPDX-License-Identifier: GPL-3.0-or-later
"""The record as rows: newest first, searched, and read aloud with its proof."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester

from console.core.view import LogLine, LogView
from console.qt.log_model import LINE_ROLE, LogModel
from console.qt.words.nl import NL
from tests.fakes.worker import NOW, log_view


def test_the_newest_line_comes_first_and_says_its_proof(qapp: object) -> None:
    model = LogModel(NL)
    QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    model.show(log_view())
    first = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert first == (
        "10:36, Jonas V., Groot gekeken. Waarom: hulp. Loopt nog., nog geen bewijs"
    )
    assert str(model.index(5).data()).endswith("De les begon., bewijs van de laptop")
    assert isinstance(model.index(0).data(LINE_ROLE), LogLine)
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None
    assert model.index(9).data() is None
    assert model.rowCount(model.index(0)) == 0


def test_search_looks_in_names_and_sentences(qapp: object) -> None:
    model = LogModel(NL)
    model.show(log_view())
    model.search(" ELIF ")
    assert model.rowCount() == 1
    model.search("waarom")
    assert model.rowCount() == 2
    model.search("")
    assert model.rowCount() == 6


def test_S10_a_hostile_line_is_read_harmless(qapp: object) -> None:
    model = LogModel(NL)
    model.show(LogView((LogLine(NOW, "\u202ex", "<b>\x1b</b>", confirmed=True),)))
    assert model.index(0).data() == "10:38, x, <b></b>, bewijs van de laptop"


def test_a_line_that_needs_no_proof_says_nothing_of_one(qapp: object) -> None:
    model = LogModel(NL)
    model.show(LogView((LogLine(NOW, "Amina B.", "Geen beeld.", confirmed=None),)))
    spoken = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "10:38, Amina B., Geen beeld."
