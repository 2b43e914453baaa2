# SPDX-License-Identifier: GPL-3.0-or-later
"""The fresh key gives every class more days, and nothing else."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from consent.documents import sets
from consent.documents.signed import Kind, Signer, checks
from consent.store.register.register import Desk, Register
from installer.admin.office import Office
from installer.admin.publish import publish
from installer.admin.refresh import refresh
from installer.admin.trouble import OfficeError
from tests.fakes.office import NOW, fill_register, new_office, sign_charter

LATER = NOW + timedelta(days=6)


def test_refreshing_signs_only_the_set_and_gives_a_week_more(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    sign_charter(office, tmp_path)
    fill_register(office)
    publish(office, NOW, _silent)
    before = _bodies(office)
    assert refresh(office, LATER) == 1
    after = _bodies(office)
    changed = [name for name in after if after[name] != before[name]]
    assert [name.partition("-")[0] for name in changed] == ["set"]
    assert sets.parse(after[changed[0]]).not_after == LATER + timedelta(days=7)
    papers, _ = office.places.for_laptops.read()
    (paper,) = [filed.paper for filed in papers if filed.paper.kind is Kind.SET]
    fresh = office.trust().key_of(Signer.FRESH)
    assert checks(Kind.SET, paper.body, paper.signatures[0], fresh)


def test_there_must_be_something_to_refresh(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    with pytest.raises(OfficeError, match=r"publish\.nothing"):
        refresh(office, NOW)


def test_a_publication_meanwhile_is_left_as_it_is(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    sign_charter(office, tmp_path)
    fill_register(office)
    publish(office, NOW, _silent)
    published: list[dict[str, bytes]] = []

    class Overtaken(Register):
        """A register in which somebody publishes between two desks."""

        @contextmanager
        def begin(self) -> Iterator[Desk]:
            with super().begin() as desk:
                yield desk
            if not published:
                published.append({})
                publish(office, NOW + timedelta(days=1), _silent)
                published.append(_bodies(office))

    url = f"sqlite:///{office.places.home}/register.db"
    slow = replace(office, register=Overtaken(url, office.school))
    refresh(slow, LATER)
    assert _bodies(office) == published[1]


def _bodies(office: Office) -> dict[str, bytes]:
    papers, _ = office.places.for_consoles.read()
    return {f.name: f.paper.body for f in papers if f.paper.kind is not Kind.SLIP}


def _silent(*_: object) -> None:
    """Hear nothing of the progress."""
