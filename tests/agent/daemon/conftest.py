# SPDX-License-Identifier: GPL-3.0-or-later
"""An enrolled laptop on a real disk."""

from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

import pytest

from agent.core import events as e
from agent.daemon.identity import Enrolled, load
from agent.daemon.journal import Journal
from agent.daemon.kept_choices import KeptChoices
from consent.store.agent_ledger import AgentLedger
from tests.fakes.certificates import wall_now
from tests.fakes.enrolled import enrol
from tests.fakes.school import School, make_school


@lru_cache(maxsize=1)
def _school() -> School:
    return make_school(wall_now(), kind="demo", pupils=2)


@pytest.fixture
def school() -> School:
    """Give a demo school whose lesson runs now."""
    return _school()


@pytest.fixture
def enrolled(school: School, tmp_path: Path) -> Enrolled:
    """Give a laptop that enrolment left as it should."""
    return load(enrol(school, tmp_path / "state"))


@dataclass
class Disk:
    """A journal and what it told."""

    ledger: AgentLedger
    kept: KeptChoices
    told: list[e.Event] = field(default_factory=list)

    @property
    def journal(self) -> Journal:
        """Give the journal over both."""
        return Journal(self.ledger, self.kept, self.told.append)


@pytest.fixture
def disk(enrolled: Enrolled) -> Disk:
    """Give a real ledger and real yes-files."""
    ledger = AgentLedger(
        enrolled.places.ledger, enrolled.sign_key.sign, enrolled.device
    )
    return Disk(ledger, KeptChoices(enrolled.places.choices))
