# SPDX-License-Identifier: GPL-3.0-or-later
"""Read the arguments an action carries: from a card's button, or a demo's script."""

from console.qt.actions import Args
from console.qt.window_state import WindowState


def text_of(args: Args, key: str) -> str:
    """Give a text, or nothing."""
    value = args.get(key, "")
    return value if isinstance(value, str) else ""


def number_of(args: Args, key: str, otherwise: int) -> int:
    """Give a whole number."""
    value = args.get(key)
    return (
        value if isinstance(value, int) and not isinstance(value, bool) else otherwise
    )


def pupils_of(args: Args, state: WindowState) -> tuple[str, ...] | None:
    """Give the pupils meant, by id or shown name; nothing named is an empty choice.

    Returns:
        None when someone named is not in the class (any more): an act meant for one
        may never reach another, or everyone.
    """
    single, several = args.get("pupil"), args.get("pupils")
    named = [single] if isinstance(single, str) else []
    if isinstance(several, list | tuple):
        named += [who for who in several if isinstance(who, str)]
    found = [state.pupil_named(who) for who in named]
    known = tuple(pupil for pupil in found if pupil is not None)
    return known if len(known) == len(found) else None
