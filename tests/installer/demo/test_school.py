# SPDX-License-Identifier: GPL-3.0-or-later
"""The demo's school is a real school's papers, of kind demo, with a lesson now."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from consent.documents.trust import parse
from consent.shelf.shelf import Shelf
from consent.store.papers_folder import PapersFolder
from consent.timetable import slot_at
from installer.demo.places import Places, Pupil
from installer.demo.school import found_school, import_class, publish
from installer.demo.zone import own_zone


@pytest.mark.parametrize("hour", [10, 0, 23])
def test_a_lesson_is_running_at_any_hour(tmp_path: Path, hour: int) -> None:
    zone = ZoneInfo(own_zone())
    today = datetime.now(zone)
    now = today.replace(hour=hour, minute=30 if hour else 2)
    places = Places(tmp_path, tmp_path / "out")
    said: list[str] = []
    found_school(places, now, said.append)
    import_class(places, [Pupil(n) for n in (1, 2, 3)], now)
    publish(places)
    assert said
    shelf = _shelf(places)
    assert shelf.trust is not None
    assert shelf.trust.is_demo
    (sheet,) = shelf.classes.values()
    charter = shelf.charter
    assert charter is not None
    for moment in (now, now + timedelta(minutes=50)):
        assert slot_at(charter, sheet, shelf.trust.zone, moment.astimezone(UTC))


def _shelf(places: Places) -> Shelf:
    folder = PapersFolder(places.office / "published" / "consoles")
    papers = [filed.paper for filed in folder.read()[0]]
    trust = next(paper for paper in papers if paper.kind == "trust")
    shelf = Shelf(parse(trust.body).root_hash)
    shelf.accept_all(papers, datetime.now(UTC))
    return shelf
