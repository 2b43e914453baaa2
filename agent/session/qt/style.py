# SPDX-License-Identifier: GPL-3.0-or-later
"""One style sheet for all our windows, and the few widgets they are made of."""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from agent.session.qt import icons
from agent.session.qt.theme import Tokens

ICON_PX: Final = 20


Px = Callable[[float], str]


def sheet(t: Tokens, factor: float) -> str:
    """Give the style sheet in these colours, with every size times factor."""

    def px(size: float) -> str:
        return f"{round(size * factor)}px"

    return "\n".join(
        (_grounds(t, px), _texts(t, px), _buttons(t, px), _tabs(t, px), _bars(t, px))
    )


def _grounds(t: Tokens, px: Px) -> str:
    return f"""
    * {{ font-size: {px(14)}; color: {t.text}; }}
    QWidget#window, QWidget#page, QScrollArea, QScrollArea > QWidget > QWidget
      {{ background: {t.bg}; border: none; }}
    QWidget#side {{ background: {t.surface}; }}
    QFrame[part="card"] {{ background: {t.surface}; border: 1px solid {t.line};
      border-radius: {px(12)}; }}
    QFrame[part="soft"] {{ background: {t.accent_soft}; border: none;
      border-radius: {px(8)}; }}
    QFrame[part="sunken"] {{ background: {t.sunken}; border: none;
      border-radius: {px(8)}; }}
    QFrame[part="line"] {{ background: {t.line}; border: none; }}
    """


def _texts(t: Tokens, px: Px) -> str:
    return f"""
    QLabel {{ background: transparent; border: none; }}
    QLabel[role="display"] {{ font-size: {px(32)}; font-weight: 600; }}
    QLabel[role="title"] {{ font-size: {px(22)}; font-weight: 600; }}
    QLabel[role="heading"] {{ font-size: {px(17)}; font-weight: 600; }}
    QLabel[role="strong"] {{ font-weight: 600; }}
    QLabel[role="second"] {{ color: {t.text2}; }}
    QLabel[role="small"] {{ font-size: {px(13)}; color: {t.text2}; }}
    QLabel[role="caption"] {{ font-size: {px(12)}; font-weight: 600;
      color: {t.text2}; }}
    """


def _buttons(t: Tokens, px: Px) -> str:
    return f"""
    QPushButton {{ background: {t.surface}; border: 1px solid {t.control};
      border-radius: {px(8)}; min-height: {px(34)}; padding: 0 {px(15)};
      font-weight: 600; }}
    QPushButton:hover {{ background: {t.sunken}; }}
    QPushButton:focus {{ border: 2px solid {t.accent}; padding: 0 {px(14)}; }}
    QPushButton:disabled {{ color: {t.text3}; border-color: {t.line}; }}
    QPushButton[part="big"] {{ min-height: {px(46)}; font-size: {px(16)}; }}
    QPushButton[part="main"] {{ background: {t.accent}; color: {t.on_accent};
      border: 2px solid {t.accent}; min-height: {px(46)}; font-size: {px(16)}; }}
    QPushButton[part="main"]:hover {{ background: {t.accent_hover}; }}
    QPushButton[part="main"]:focus {{ border: 2px solid {t.text}; }}
    QPushButton[part="flat"] {{ background: transparent; border: 2px solid transparent;
      color: {t.accent}; padding: 0 {px(8)}; }}
    QPushButton[part="flat"]:focus {{ border: 2px solid {t.accent}; }}
    QPushButton[part="choice"] {{ padding: 0; min-height: 0; }}
    QPushButton[part="choice"]:checked {{ background: {t.accent_soft};
      border: 2px solid {t.text}; }}
    QPushButton[part="choice"]:focus {{ border: 2px solid {t.accent}; }}
    """


def _tabs(t: Tokens, px: Px) -> str:
    return f"""
    QPushButton[part="tab"] {{ background: transparent; border: 2px solid transparent;
      text-align: left; font-weight: 400; color: {t.text2}; padding: 0 {px(10)}; }}
    QPushButton[part="tab"]:hover {{ background: {t.sunken}; }}
    QPushButton[part="tab"]:checked {{ background: {t.accent_soft}; font-weight: 600;
      color: {t.text}; }}
    QPushButton[part="tab"]:focus {{ border: 2px solid {t.accent}; }}
    QPushButton[part="tab"][narrow="true"] {{ padding: 0 {px(3)};
      font-size: {px(13)}; }}
    """


def _bars(t: Tokens, px: Px) -> str:
    return f"""
    QScrollBar:vertical {{ background: transparent; width: {px(10)}; }}
    QScrollBar::handle:vertical {{ background: {t.control}; border-radius: {px(4)};
      min-height: {px(24)}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
    QToolTip {{ background: {t.surface}; color: {t.text};
      border: 1px solid {t.control}; }}
    """


def label(words: str, role: str = "", *, wrap: bool = True) -> QLabel:
    """Make a text; it can be selected by nobody and read by everybody."""
    made = QLabel(words)
    made.setTextFormat(Qt.TextFormat.PlainText)  # a name or reason is never markup
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


def picture(name: str, colour: str, size_px: int = ICON_PX) -> QLabel:
    """Make an icon that means nothing to a screen reader: words stand beside it."""
    made = QLabel()
    made.setPixmap(icons.pixmap(name, colour, size_px, 2.0))
    made.setFixedSize(size_px, size_px)
    made.setScaledContents(True)
    return made


def button(
    words: str, name: str, part: str = "", icon: str = "", colour: str = ""
) -> QPushButton:
    """Make a button with the name that tests and scripts find it by."""
    made = QPushButton(words)
    made.setObjectName(name)
    if part:
        made.setProperty("part", part)
    if icon:
        made.setText(f" {words}")  # Qt leaves too little between icon and word
        made.setAccessibleName(words)
        made.setIcon(icons.icon(icon, colour))
        made.setIconSize(QSize(ICON_PX, ICON_PX))
    return made


def frame(part: str) -> QFrame:
    """Make a card, a soft card or a hairline."""
    made = QFrame()
    made.setProperty("part", part)
    if part == "line":
        made.setFixedHeight(1)
    return made


def spoken(widget: QWidget, words: str) -> None:
    """Tell a screen reader what this is."""
    widget.setAccessibleName(words)
