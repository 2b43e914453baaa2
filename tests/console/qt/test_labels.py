# SPDX-License-Identifier: GPL-3.0-or-later
"""No label of the window ever reads its text as a page (S10)."""

import ast
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

import console.qt
from console.qt.labels import IconLabel, PlainLabel, YieldingLabel, card, rule
from console.qt.theme import Theme
from tests.fakes.desk import Desk

SOURCES = sorted(Path(console.qt.__file__).parent.rglob("*.py"))
RICH = {
    "setHtml",
    "insertHtml",
    "setRichText",
    "RichText",
    "MarkdownText",
    "setToolTip",
}
MAKERS = {
    "QLabel",
    "QMessageBox",
    "QTextBrowser",
    "QTextEdit",
    "QToolTip",
    "QTextDocument",
}


def names_in(source: Path) -> set[str]:
    tree = ast.parse(source.read_text("utf-8"))
    return {n.attr for n in ast.walk(tree) if isinstance(n, ast.Attribute)} | {
        n.id for n in ast.walk(tree) if isinstance(n, ast.Name)
    }


def test_S10_a_hostile_text_is_shown_as_it_is(qapp: object) -> None:
    label = PlainLabel("<img src=x onerror=1>\u202eabc")
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.text() == "<img src=x onerror=1>abc"
    label.setText("<b>b</b>")
    assert label.text() == "<b>b</b>"


def test_S10_no_source_knows_rich_text() -> None:
    for source in SOURCES:
        assert not names_in(source) & RICH, source


def test_labels_are_made_in_one_place() -> None:
    for source in SOURCES:
        if source.name != "labels.py":
            assert not names_in(source) & MAKERS, source


def test_S10_every_label_of_the_window_is_plain(desk: Desk) -> None:
    labels = desk.window.findChildren(QLabel)
    assert len(labels) > 50
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}


def test_an_icon_follows_what_it_stands_for(theme: Theme) -> None:
    label = IconLabel(theme, "eye-closed", 20, "text2")
    before = label.pixmap().cacheKey()
    label.show_icon("eye-closed", "text2")
    assert label.pixmap().cacheKey() == before
    label.show_icon("eye-half", "accent")
    assert label.pixmap().cacheKey() != before


def test_cards_and_rules_are_named_for_the_style(qapp: object) -> None:
    assert card().property("card") == "true"
    assert card("soft").property("card") == "soft"
    assert rule().property("rule") == "true"


def test_a_line_gives_way_and_is_heard_whole(qtbot: QtBot) -> None:
    name = "Amina-Alexandrina Van den Broeck-Vandenberghe"
    label = YieldingLabel(name, "strong")
    qtbot.addWidget(label)
    assert label.sizeHint().width() > 200
    assert label.minimumSizeHint().width() <= 64
    label.resize(120, 20)
    cut = label.grab().toImage()
    assert label.text() == name
    clipped = PlainLabel(name, "strong")
    qtbot.addWidget(clipped)
    clipped.resize(120, 20)
    assert clipped.grab().toImage() != cut  # the dots are missing there
    label.setText(name[:40])
    assert label.grab().toImage() == cut  # what does not fit changes nothing
    short = YieldingLabel("Jo", "strong")
    assert short.minimumSizeHint() == short.sizeHint()


def test_a_line_that_may_wrap_does_so_instead(qtbot: QtBot) -> None:
    label = YieldingLabel("een lange zin over niets", wraps=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(60) > label.heightForWidth(600)
