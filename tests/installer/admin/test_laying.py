# SPDX-License-Identifier: GPL-3.0-or-later
"""A publication is laid once, is newer than every set there, or is left away."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from consent.documents import sets
from consent.documents.sets import PaperSet
from consent.documents.signed import Kind
from consent.store.register.models import PUBLICATION
from consent.store.register.papers import next_serial
from consent.store.register.register import Desk, Register
from installer.admin.laying import Publication, lay
from installer.admin.office import Office
from installer.admin.publish import publish
from tests.fakes.office import NOW, fill_register, new_office, sign_charter


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Give an office that published once."""
    office = new_office(tmp_path)
    sign_charter(office, tmp_path)
    fill_register(office)
    publish(office, NOW, lambda *_: None)
    yield office
    office.register.close()


def _set(office: Office) -> PaperSet:
    papers, _ = office.places.for_consoles.read()
    (found,) = [f.paper for f in papers if f.paper.kind is Kind.SET]
    return sets.parse(found.body)


def _meanwhile(office: Office, does: Callable[[Desk], object]) -> Office:
    """Give an office in which somebody else does something, once, after a desk."""
    done: list[bool] = []

    class Shared(Register):
        """A register that two admins work in."""

        @contextmanager
        def begin(self) -> Iterator[Desk]:
            with super().begin() as desk:
                yield desk
            if not done:
                done.append(True)
                with super().begin() as other:
                    does(other)

    url = f"sqlite:///{office.places.home}/register.db"
    return replace(office, register=Shared(url, office.school))


def test_a_refresh_meanwhile_gives_the_set_a_later_serial(office: Office) -> None:
    before = _set(office)
    number = _next(office, PUBLICATION, "")
    made = Publication(number, sets=[before])

    def refreshes(desk: Desk) -> None:
        next_serial(desk, office.school, Kind.SET, before.class_id)

    lay(_meanwhile(office, refreshes), made)
    assert _set(office).serial == before.serial + 3  # ours, the other's, ours again


def test_a_publication_meanwhile_is_the_one_that_stays(office: Office) -> None:
    before = _set(office)
    made = Publication(_next(office, PUBLICATION, ""), sets=[before])
    names = sorted(file.name for file in office.places.for_laptops.path.iterdir())
    lay(
        _meanwhile(
            office, lambda desk: next_serial(desk, office.school, PUBLICATION, "")
        ),
        made,
    )
    assert _set(office) == before
    assert names == sorted(f.name for f in office.places.for_laptops.path.iterdir())


def test_what_a_publication_no_longer_has_is_taken_away(office: Office) -> None:
    lay(office, Publication(_next(office, PUBLICATION, "")))
    kinds = {filed.paper.kind for filed in office.places.for_consoles.read()[0]}
    assert kinds == {Kind.TRUST, Kind.CHARTER, Kind.REVOCATIONS}


def _next(office: Office, kind: str, ref: str) -> int:
    with office.register.begin() as desk:
        return next_serial(desk, office.school, kind, ref)
