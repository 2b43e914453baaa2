# SPDX-License-Identifier: GPL-3.0-or-later
"""The office's register: open it, and work in it all or nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from sqlalchemy.orm import Session

from consent.store.register.engine import open_engine
from consent.store.register.models import Act, School

Desk = Session  # what the functions of this folder work on


class Register:
    """One database for one school or a group of schools."""

    def __init__(self, url: str) -> None:
        """Open it and bring its tables up to date (see engine.open_engine)."""
        self._engine = open_engine(url)

    @contextmanager
    def begin(self) -> Iterator[Desk]:
        """Give a desk; all that happened on it is kept, or none of it."""
        with Session(self._engine, expire_on_commit=False) as desk, desk.begin():
            yield desk

    def close(self) -> None:
        """Let the database go."""
        self._engine.dispose()


def add_school(desk: Desk, school: School) -> None:
    """Write down a new school."""
    desk.add(school)


def note_act(desk: Desk, school: str, by: str, what: str, at: datetime) -> None:
    """Write down who did what. Never a reason of a pupil, never a secret."""
    desk.add(Act(school=school, by=by, what=what, at=at))
