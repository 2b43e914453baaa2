# SPDX-License-Identifier: GPL-3.0-or-later
"""Number the pupil's clicks, and keep every no until the daemon has it on disk.

A no must be storable when nothing else is: it lies in the pupil's own profile until
`ClickKept` names its number, and is said first on every connect. One no of each sort
is enough, so the file never grows. Source: docs/spec/indicator.md, "The second no".
"""

import contextlib
from collections.abc import Iterable
from typing import Final, Protocol

from msgspec import structs

from protocol.codec import decode_local, encode
from protocol.errors import ProtocolError
from protocol.messages.local import Choice, ChoiceAnswer, Click, ClickKind

NARROWING: Final = frozenset(
    {ClickKind.STOP, ClickKind.PAUSE, ClickKind.NEE, ClickKind.UNDO}
)
Said = Click | Choice


class Store(Protocol):
    """Where the nos lie between a click and its ClickKept."""

    def read(self) -> list[bytes]:
        """Give what is kept.

        Raises:
            ValueError: it cannot be read or was damaged.
        """
        ...

    def write(self, kept: list[bytes]) -> None:
        """Replace what is kept, durably.

        Raises:
            OSError: the disk refuses.
        """
        ...


class Unkept:
    """A profile that cannot be written: nos live in memory, as long as the session."""

    def read(self) -> list[bytes]:
        """Give nothing."""
        return []

    def write(self, kept: list[bytes]) -> None:
        """Keep nothing."""


class Clicks:
    """The one count over clicks and choices."""

    def __init__(self, store: Store) -> None:
        """Read the nos of an earlier run; what cannot be read counts as a pause."""
        self._store = store
        self._kept: dict[object, Said] = {}
        self._last = 0
        try:
            for said in _decoded(store.read()):
                self._kept[_sort(said)] = said
                self._last = max(self._last, said.n)
        except (TypeError, ValueError, ProtocolError):
            self._keep(Click(1, ClickKind.PAUSE, None))
            self._last = 1

    def first(self) -> list[Said]:
        """Give the nos that a new connection hears before anything else."""
        return sorted(self._kept.values(), key=lambda said: said.n)

    def welcomed(self, clicks_kept: int) -> None:
        """Go on above the newest number that the daemon has on disk."""
        self._last = max(self._last, clicks_kept)

    def numbered(self, said: Said) -> Said:
        """Give the click its number; a no is on disk when this returns."""
        self._last += 1
        said = structs.replace(said, n=self._last)
        if is_no(said):
            self._keep(said)
        return said

    def next_number(self) -> int:
        """Give the number that the next click will get, for what is signed."""
        return self._last + 1

    def kept(self, n: int) -> None:
        """Forget the no that the daemon now has on disk."""
        for sort, said in list(self._kept.items()):
            if said.n == n:
                del self._kept[sort]
                self._write()

    def _keep(self, said: Said) -> None:
        self._kept[_sort(said)] = said
        self._write()

    def _write(self) -> None:
        # when the disk refuses, it stays in memory and is said on every connect
        with contextlib.suppress(OSError):
            self._store.write([encode(said) for said in self.first()])


def is_no(said: Said) -> bool:
    """Say whether this click narrows what anyone may do."""
    if isinstance(said, Choice):
        return said.answer is not ChoiceAnswer.YES
    return said.kind in NARROWING


def _sort(said: Said) -> object:
    """Give what a newer no of the same sort replaces."""
    # with its type: a purpose and a kind may have one number
    return type(said), said.purpose if isinstance(said, Choice) else said.kind


def _decoded(kept: Iterable[bytes]) -> list[Said]:
    found: list[Said] = []
    for data in kept:
        said = decode_local(data)
        if not isinstance(said, Click | Choice):
            raise TypeError("something else than a click is kept")
        found.append(said)
    return found
