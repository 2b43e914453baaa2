# SPDX-License-Identifier: GPL-3.0-or-later
"""The cards under Delen and Meer."""

from collections.abc import Callable

from console.qt.actions import Actions, Args
from console.qt.lesson_bar import LessonBar
from console.qt.popover import Popover
from console.qt.theme import Theme
from console.qt.window_state import WindowState
from console.qt.words.words import Words

Needs = tuple[Theme, Words, Actions, LessonBar]


def open_share(needs: Needs, state: WindowState) -> Popover:
    """Offer what can be shared, with the chosen pupils or the class."""
    theme, words, actions, bar = needs
    args = {"pupils": () if state.covered else state.chosen}
    popover = Popover(theme, _with_whom(words, state), bar)
    popover.setObjectName("sharePopover")
    for text, hint, name in (
        (words.message, words.message_hint, "message"),
        (words.link, words.link_hint, "link"),
    ):
        popover.add_row(text, hint, name, _run(actions, name, args))
    popover.open_under(bar.share)
    return popover


def open_more(needs: Needs, turn_drawer: Callable[[], None]) -> Popover:
    """Offer what did not fit in a narrow bar."""
    theme, words, actions, bar = needs
    popover = Popover(theme, "", bar)
    popover.setObjectName("morePopover")
    popover.setAccessibleName(words.more)
    popover.add_row(words.hands_short, "", "hand", turn_drawer)
    popover.add_row(words.what_is_logged, "", "log", _run(actions, "log", {}))
    popover.add_row(words.end_lesson, "", "stop", _run(actions, "endLesson", {}))
    popover.open_under(bar.more)
    return popover


def _with_whom(words: Words, state: WindowState) -> str:
    if not state.chosen or state.covered:
        return words.share_with_class
    tile = state.tile(state.chosen[0])
    if len(state.chosen) == 1 and tile is not None:
        return words.share_with.format(who=tile.name)
    return words.share_with.format(who=words.chosen_many.format(n=len(state.chosen)))


def _run(actions: Actions, name: str, args: Args) -> Callable[[], None]:
    return lambda: actions.run(name, args)
