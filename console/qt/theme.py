# SPDX-License-Identifier: GPL-3.0-or-later
"""Follow the desktop between light and dark."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from console.qt.stylesheet import style_sheet
from console.qt.tokens import BODY_PX, DARK, LIGHT, Tokens


class Theme(QObject):
    """The colours of now; `changed` tells who paints by hand."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._platform = QPalette(app.palette())
        app.setStyle("Fusion")
        app.setFont(_figures_of_one_width(app.font()))
        self.tokens = LIGHT
        self._follow()
        app.styleHints().colorSchemeChanged.connect(self._follow)

    def color(self, token: str) -> QColor:
        """Give one token as a colour."""
        return QColor(getattr(self.tokens, token))

    def _follow(self) -> None:
        self.tokens = DARK if _is_dark(self._platform) else LIGHT
        self._app.setPalette(_palette(self.tokens))
        self._app.setStyleSheet(style_sheet(self.tokens))
        self.changed.emit()


def _is_dark(platform: QPalette) -> bool:
    scheme = QGuiApplication.styleHints().colorScheme()
    if scheme != Qt.ColorScheme.Unknown:
        return scheme == Qt.ColorScheme.Dark
    return (
        platform.windowText().color().lightness()
        > platform.window().color().lightness()
    )


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(tokens.bg))
    for where, color in (
        (role.Window, tokens.bg),
        (role.Base, tokens.surface),
        (role.Button, tokens.surface),
        (role.Text, tokens.text),
        (role.WindowText, tokens.text),
        (role.ButtonText, tokens.text),
        (role.PlaceholderText, tokens.text3),
        (role.Highlight, tokens.accent),
        (role.HighlightedText, tokens.on_accent),
    ):
        palette.setColor(where, QColor(color))
    return palette


def _figures_of_one_width(font: QFont) -> QFont:
    font.setPixelSize(BODY_PX)
    font.setFeature(QFont.Tag("tnum"), 1)
    return font
