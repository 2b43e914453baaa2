# SPDX-License-Identifier: GPL-3.0-or-later
"""How a laptop stands, for the person at its keyboard."""

from pathlib import Path

import pytest

from agent.daemon import status
from agent.daemon.identity import Enrolled
from agent.daemon.places import Places
from agent.daemon.trouble import DaemonError
from tests.fakes.school import School


def test_it_names_school_papers_and_freshness(
    enrolled: Enrolled, school: School
) -> None:
    said = status.text(enrolled.places, school.now)
    for part in (enrolled.device, "Sint-Jan Testschool", "(demo)", "4B: fresh"):
        assert part in said
    assert "pending" not in said


def test_a_laptop_without_a_pupil_is_pending(
    enrolled: Enrolled, school: School
) -> None:
    for file in enrolled.places.papers.glob("slip*"):
        file.unlink()
    assert "pending" in status.text(enrolled.places, school.now)


def test_a_damaged_paper_is_named(enrolled: Enrolled, school: School) -> None:
    (enrolled.places.papers / "trust.json").write_bytes(b"{}")
    said = status.text(enrolled.places, school.now)
    assert "fault" in said
    assert "(no papers)" in said


def test_a_laptop_that_is_not_enrolled_is_told(tmp_path: Path, school: School) -> None:
    with pytest.raises(DaemonError):
        status.text(Places(tmp_path), school.now)
