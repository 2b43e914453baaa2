# SPDX-License-Identifier: GPL-3.0-or-later
"""Two admins publish and refresh at once, and what lies there agrees with itself."""

import subprocess
import sys
from pathlib import Path

import pytest

from consent.shelf.shelf import Shelf
from consent.store.register.models import PUBLICATION, Serial
from installer.admin.office import Office
from installer.admin.publish import publish
from tests.architecture.house import ROOT
from tests.fakes.large_school import enrol_all
from tests.fakes.office import NOW, fill_register, new_office, sign_charter

TIMES = 6


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
    for process in started:
        _, told = process.communicate(timeout=120)
        assert process.returncode == 0, told


@pytest.mark.parametrize("works", [("publish", "publish"), ("publish", "refresh")])
def test_what_lies_published_afterwards_agrees_with_itself(
    tmp_path: Path, works: tuple[str, str]
) -> None:
    office = new_office(tmp_path)
    sign_charter(office, tmp_path)
    fill_register(office)
    enrol_all(office, NOW)
    publish(office, NOW, lambda *_: None)
    at_once(office, *works)
    shelf = Shelf(office.trust().root_hash)
    papers, faults = office.places.for_consoles.read()
    assert faults == []
    shelf.accept_all([filed.paper for filed in papers], NOW)
    (class_id,) = shelf.rosters
    assert shelf.freshness(class_id, NOW).ok
    with office.register.read() as desk:
        count = desk.get_one(Serial, (office.school, PUBLICATION, "")).serial
    assert count == 1 + TIMES * works.count("publish")
    office.register.close()
