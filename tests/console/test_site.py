# SPDX-License-Identifier: GPL-3.0-or-later
"""Opening everything a console works with, and what is said when something lacks."""

from pathlib import Path

import pytest

from console.errors import ConsoleError, NotSetUpError
from console.identity import load_identity
from console.moments import Clocks
from console.settings import Settings
from console.site import open_site
from protocol.aio.clock import boottime
from tests.console.site import console_state, demo_school, make_site
from tests.fakes.certificates import wall_now
from tests.fakes.school import make_school

CLOCKS = Clocks(boottime, wall_now)


def test_a_site_knows_teacher_and_kind_of_school(tmp_path: Path) -> None:
    school = demo_school(1)
    site = make_site(school, tmp_path / "c")
    assert site.teacher_id == school.teachers[0].id
    assert site.is_demo
    assert site.recalled() == ()
    site.close()
    real = make_site(make_school(), tmp_path / "r")
    assert not real.is_demo
    real.close()


def test_its_own_certificate_stays_known_when_a_newer_one_comes(
    tmp_path: Path,
) -> None:
    """Commands of before it was renewed were signed under it."""
    school = demo_school(1)
    site = make_site(school, tmp_path / "c")
    own = site.identity.own
    held = site.record.heads.certificates([own.id.hex()])
    assert held == {own.fingerprint.hex(): school.teachers[0].holder.der}
    site.close()


def test_without_papers_it_says_what_to_do(tmp_path: Path) -> None:
    state = console_state(demo_school(1), tmp_path / "c")
    identity = load_identity(state, None)
    state.root.unlink()
    with pytest.raises(NotSetUpError, match="inzage-console import"):
        open_site(state, Settings(), identity, CLOCKS)


def test_a_record_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    state = console_state(demo_school(1), tmp_path / "c")
    identity = load_identity(state, None)
    state.ledger.mkdir()
    with pytest.raises(ConsoleError, match="log"):
        open_site(state, Settings(), identity, CLOCKS)
