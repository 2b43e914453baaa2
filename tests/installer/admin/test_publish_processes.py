# SPDX-License-Identifier: GPL-3.0-or-later
"""Two admins publish and refresh at once, and what lies there agrees with itself."""

import subprocess
import sys
from pathlib import Path

import pytest

from consent.documents import sets
from consent.shelf.shelf import Shelf
from consent.store.register.intake import take_in
from consent.store.register.models import PUBLICATION, Serial
from installer.admin.office import Office
from installer.admin.publish import publish
from installer.admin.rosters.gathering import gather
from installer.admin.rosters.reading import Read, Wish
from installer.admin.rosters.tables import read_tables
from tests.architecture.house import ROOT
from tests.fakes.large_school import Size, enrol_all, one_roster
from tests.fakes.office import NOW, new_office, sign_charter

TIMES = 8
SIZE = Size(pupils=48, classes=6, teachers=8)


def at_once(office: Office, *works: str) -> None:
    """Have each work done by a process of its own, all at the same time."""
    home = str(office.places.home)
    program = [sys.executable, "-m", "tests.installer.admin.second_office", home]
    started = [
        subprocess.Popen(
            [*program, work, str(TIMES)],
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for work in works
    ]
    for process in started:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n", process.communicate()
    for process in started:
        assert process.stdin is not None
        process.stdin.write("go\n")
        process.stdin.flush()
    seen: dict[str, int] = {}
    while any(process.poll() is None for process in started):
        for class_id, serial in serials(office).items():
            assert serial >= seen.get(class_id, 0), "an older set took a newer's place"
            seen[class_id] = serial
    for process in started:
        _, told = process.communicate(timeout=120)
        assert process.returncode == 0, told


def serials(office: Office) -> dict[str, int]:
    """Give the serial of each class's set as it lies there now."""
    files = office.places.for_consoles.path.glob("set-*.json")
    found = (sets.parse(file.read_bytes()) for file in files)
    return {one.class_id: one.serial for one in found}


@pytest.mark.parametrize("works", [("publish", "publish"), ("publish", "refresh")])
def test_what_lies_published_afterwards_agrees_with_itself(
    tmp_path: Path, works: tuple[str, str]
) -> None:
    office = new_office(tmp_path)
    sign_charter(office, tmp_path)
    _fill(office)
    enrol_all(office, NOW)
    publish(office, NOW, lambda *_: None)
    at_once(office, *works)
    shelf = Shelf(office.trust().root_hash)
    papers, faults = office.places.for_consoles.read()
    assert faults == []
    shelf.accept_all([filed.paper for filed in papers], NOW)
    assert len(shelf.rosters) == SIZE.classes
    assert all(shelf.freshness(class_id, NOW).ok for class_id in shelf.rosters)
    with office.register.read() as desk:
        count = desk.get_one(Serial, (office.school, PUBLICATION, "")).serial
    assert count == 1 + TIMES * works.count("publish")
    office.register.close()


def _fill(office: Office) -> None:
    """Take in a school that is large enough to get in each other's way."""
    read = gather(read_tables(one_roster(SIZE)), Wish(NOW.date()))
    assert isinstance(read, Read)
    with office.register.begin() as desk:
        take_in(desk, office.school, read.incoming)
