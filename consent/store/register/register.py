# SPDX-License-Identifier: GPL-3.0-or-later
"""The office's register: open it, and work in it all or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from weakref import finalize

from sqlalchemy.orm import Session

from consent.store.register.closed import Deed
from consent.store.register.engine import READS, WAIT_S, lock, open_engine, shown
from consent.store.register.models import Act, School
from consent.store.register.trouble import sentences

Desk = Session  # what the functions of this folder work on


class Register:
    """One database for one school or a group of schools."""

    def __init__(self, url: str, school: str = "", *, wait_s: float = WAIT_S) -> None:
        """Open it and bring its tables up to date.

        Args:
            url: see engine.open_engine.
            school: whose writers wait for each other; "" in a database of one school.
            wait_s: how long one waits for who writes already.

        Raises:
            RegisterError: it cannot be opened.
        """
        self._engine = open_engine(url, wait_s=wait_s)
        finalize(self, self._engine.dispose)  # for whoever forgets to close
        self._school, self._wait_s = school, wait_s
        self._where = shown(self._engine.url)
        self._readers = self._engine.execution_options(**{READS: True})
        if self._engine.dialect.name == "postgresql":
            self._readers = self._readers.execution_options(
                isolation_level="REPEATABLE READ", postgresql_readonly=True
            )

    @contextmanager
    def begin(self) -> Iterator[Desk]:
        """Give a desk; all that happened on it is kept, or none of it.

        Raises:
            RegisterError: somebody else writes for too long, or the place failed.
        """
        with (
            sentences(self._where),
            Session(self._engine, expire_on_commit=False) as desk,
            desk.begin(),
        ):
            lock(desk.connection(), self._school, self._wait_s)
            yield desk

    @contextmanager
    def read(self) -> Iterator[Desk]:
        """Give a desk to look at one moment of the register; it waits for nobody.

        Raises:
            RegisterError: the place failed.
        """
        with (
            sentences(self._where),
            Session(self._readers, expire_on_commit=False) as desk,
        ):
            yield desk

    @contextmanager
    def rehearse(self) -> Iterator[Desk]:
        """Give a desk like `begin`, and keep nothing of what happened on it.

        Raises:
            RegisterError: (idem).
        """
        with sentences(self._where), Session(self._engine) as desk:
            lock(desk.connection(), self._school, self._wait_s)
            yield desk

    def close(self) -> None:
        """Let the database go."""
        self._engine.dispose()


def add_school(desk: Desk, school: School) -> None:
    """Write down a new school."""
    desk.add(school)


def note_act(
    desk: Desk, school: str, by: str, deed: Deed, at: datetime, about: str = ""
) -> None:
    """Write down who did what. Never a reason of a pupil, never a secret.

    Args:
        desk: where.
        school: of which school.
        by: who sat at the desk.
        deed: what was done.
        at: when.
        about: an id or a number, nothing else.
    """
    desk.add(Act(school=school, by=by, deed=deed, about=about, at=at))
