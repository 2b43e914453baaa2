# SPDX-License-Identifier: GPL-3.0-or-later
"""The real ledger and the one of the tests have the shape the core reads."""

from agent.core.records import Records
from consent.store.agent_ledger import AgentLedger
from tests.fakes.ledger import FakeLedger


def test_both_ledgers_answer_what_the_core_asks() -> None:
    wanted = {name for name in vars(Records) if not name.startswith("_")}
    for ledger in (AgentLedger, FakeLedger):
        assert wanted <= set(dir(ledger)), ledger


def _typed(real: AgentLedger, fake: FakeLedger) -> tuple[Records, Records]:
    """For mypy: both are Records."""
    return real, fake
