# SPDX-License-Identifier: GPL-3.0-or-later
"""The style sheet of every window, made from the tokens and nothing else."""

from dataclasses import asdict
from string import Template
from typing import Final

from console.qt.tokens import Tokens

_SHEET: Final = Template("""
QWidget { color: $text; font-size: 14px; }
QMainWindow, QDialog, QWidget[ground="bg"] { background: $bg; }
QWidget[ground="surface"] { background: $surface; }
QFrame[card="true"] {
  background: $surface; border: 1px solid $line; border-radius: 12px;
}
QFrame[card="soft"] { background: $accent_soft; border: 0; border-radius: 8px; }
QFrame[rule="true"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QFrame[bar="top"] { background: $surface; border: 0; }
QFrame[bar="bottom"] { background: $surface; border: 0; border-top: 1px solid $line; }
QFrame[bar="side"] { background: $surface; border: 0; border-right: 1px solid $line; }
QFrame[bar="trouble"] {
  background: $surface; border: 0; border-bottom: 2px solid $ink;
}
QLabel { background: transparent; }
QLabel[role="display"] { font-size: 32px; font-weight: 600; }
QLabel[role="title"] { font-size: 22px; font-weight: 600; }
QLabel[role="heading"] { font-size: 17px; font-weight: 600; }
QLabel[role="strong"] { font-weight: 600; }
QLabel[role="second"] { color: $text2; }
QLabel[role="small"] { font-size: 13px; color: $text2; }
QLabel[role="smallstrong"] { font-size: 13px; font-weight: 600; color: $text2; }
QLabel[role="caption"] { font-size: 12px; color: $text2; }
QLabel[role="accent"] { color: $accent; font-weight: 600; }
QLabel[role="accenttitle"] { color: $accent; font-size: 22px; font-weight: 600; }
QLabel[role="demo"] {
  background: $ink; color: $on_ink; font-size: 12px; font-weight: 600;
  border-radius: 4px; padding: 3px 8px;
}
QLabel[role="place"] {
  background: $accent; color: $on_accent; font-size: 12px; font-weight: 600;
  border-radius: 11px; min-width: 22px; min-height: 22px; max-height: 22px;
}
QLabel[role="error"] { font-size: 13px; font-weight: 600; }
QPushButton {
  background: $surface; color: $text; border: 1px solid $control; border-radius: 8px;
  font-size: 13px; font-weight: 600; padding: 0 14px; min-height: 34px; outline: 0;
}
QPushButton:hover { background: $sunken; }
QPushButton:pressed { background: $line; }
QPushButton:focus { border: 2px solid $accent; padding: 0 13px; min-height: 32px; }
QPushButton:disabled { color: $text3; background: $sunken; border-color: $line; }
QPushButton[kind="main"] {
  background: $accent; color: $on_accent; border: 2px solid $accent;
  padding: 0 13px; min-height: 32px;
}
QPushButton[kind="main"]:hover { background: $accent_hover; }
QPushButton[kind="main"]:focus { border: 2px solid $text; }
QPushButton[kind="main"]:disabled {
  background: $sunken; color: $text3; border: 2px solid $line;
}
QPushButton[kind="ink"] {
  background: $ink; color: $on_ink; border: 2px solid $ink;
  padding: 0 13px; min-height: 32px;
}
QPushButton[kind="ink"]:focus { border: 2px solid $accent; }
QPushButton[kind="link"], QPushButton[kind="icon"] {
  background: transparent; color: $accent; border: 2px solid transparent;
  padding: 0 10px; min-height: 32px;
}
QPushButton[kind="icon"] { padding: 0 6px; }
QPushButton[kind="link"]:hover, QPushButton[kind="icon"]:hover {
  background: $accent_soft;
}
QPushButton[kind="link"]:focus, QPushButton[kind="icon"]:focus {
  border: 2px solid $accent;
}
QPushButton[kind="link"]:disabled { color: $text3; }
QPushButton[kind="row"] {
  background: transparent; border: 2px solid transparent; text-align: left;
  padding: 0 10px; min-height: 30px;
}
QPushButton[kind="row"]:hover { background: $accent_soft; }
QPushButton[kind="row"]:focus { background: $accent_soft; border: 2px solid $accent; }
QPushButton[kind="chip"] {
  border-radius: 18px; background: $surface; border: 1px solid $control;
  padding: 0 16px;
}
QPushButton[kind="chip"]:checked {
  background: $accent_soft; border: 2px solid $accent; padding: 0 15px;
  min-height: 32px;
}
QPushButton[kind="chip"]:focus {
  border: 2px dotted $text; padding: 0 15px; min-height: 32px;
}
QPushButton[kind="chip"]:checked:focus { border: 2px solid $text; }
QPushButton[kind="arrow"] { padding: 0 8px; }
QPushButton[kind="arrow"]:focus { padding: 0 7px; }
QFrame[snug="true"] QPushButton { padding: 0 8px; }
QFrame[snug="true"] QPushButton:focus { padding: 0 7px; }
QPushButton[big="true"] { font-size: 17px; min-height: 48px; }
QPushButton[big="true"]:focus { min-height: 48px; }
QLineEdit, QPlainTextEdit {
  background: $surface; color: $text; border: 1px solid $control; border-radius: 8px;
  padding: 0 10px; min-height: 34px; selection-background-color: $accent;
  selection-color: $on_accent; placeholder-text-color: $text3;
}
QPlainTextEdit { padding: 8px; }
QLineEdit:focus, QPlainTextEdit:focus { border: 2px solid $accent; }
QLineEdit:focus { padding: 0 9px; min-height: 32px; }
QAbstractScrollArea { background: transparent; border: 0; }
QScrollArea[drawer="true"] { border: 1px solid $line; background: $bg; }
QListView { background: transparent; border: 0; outline: 0; }
QListView[lines="true"] { border: 2px solid transparent; border-radius: 8px; }
QListView[lines="true"]:focus { border: 2px solid $accent; }
QFrame[popover="true"] {
  background: $surface; border: 1px solid $control; border-radius: 12px;
}
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical {
  background: $control; border-radius: 4px; margin: 2px; min-height: 32px;
}
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSlider::groove:horizontal { height: 4px; background: $line; border-radius: 2px; }
QSlider::sub-page:horizontal { height: 4px; background: $control; border-radius: 2px; }
QSlider::handle:horizontal {
  width: 14px; height: 14px; margin: -5px 0; border-radius: 7px; background: $accent;
}
QSlider::handle:horizontal:focus { border: 2px solid $text; }
""")


def style_sheet(tokens: Tokens) -> str:
    """Write the style sheet in one set of colours."""
    return _SHEET.substitute(asdict(tokens))
