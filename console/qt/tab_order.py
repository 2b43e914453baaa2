# SPDX-License-Identifier: GPL-3.0-or-later
"""The Tab key goes as the eye does: through layouts, in the order they show.

Qt follows the order in which parts were made, so a row made anew would come last.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QScrollArea, QWidget


def stops(layout: QLayout | None) -> Iterator[QWidget]:
    """Give what the Tab key can stop at in a layout, in the order shown."""
    for index in range(layout.count() if layout is not None else 0):
        item = layout.itemAt(index) if layout is not None else None
        widget = item.widget() if item is not None else None
        if widget is not None:
            yield from stops_in(widget)
        elif item is not None:
            yield from stops(item.layout())


def stops_in(widget: QWidget | None) -> Iterator[QWidget]:
    """Give a widget where the Tab key stops, or those inside it."""
    if widget is None:
        return
    if isinstance(widget, QScrollArea):
        yield from stops_in(widget.widget())
    elif widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    else:
        yield from stops(widget.layout())


def order_tabs(widgets: Iterable[QWidget]) -> None:
    """Let the Tab key visit these one after the other."""
    for one, other in pairwise(widgets):
        QWidget.setTabOrder(one, other)
