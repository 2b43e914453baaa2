# SPDX-License-Identifier: GPL-3.0-or-later
"""Sources that fail wait; who is known does not, and nobody waits for ever."""

from protocol import constants as c
from protocol.penalties import Penalties


def test_S20_one_failure_is_forgiven_and_many_are_not() -> None:
    penalties = Penalties()
    penalties.failed("10.0.0.9", 100.0)
    penalties.failed("10.0.0.9", 100.0)
    assert not penalties.refuses("10.0.0.9", 100.0)
    penalties.failed("10.0.0.9", 100.0)
    assert penalties.refuses("10.0.0.9", 100.0)
    assert not penalties.refuses("10.0.0.8", 100.0)


def test_a_penalty_runs_out() -> None:
    penalties = Penalties()
    for _ in range(3):
        penalties.failed("10.0.0.9", 100.0)
    assert not penalties.refuses("10.0.0.9", 100.1)


def test_S20_a_thousand_failures_cost_ten_minutes_at_most() -> None:
    penalties = Penalties()
    for _ in range(1_000):
        penalties.failed("10.0.0.9", 100.0)
    last_felt = 100.0 + c.PENALTY_MOST_S - c.PENALTY_FELT_S
    assert penalties.refuses("10.0.0.9", last_felt)
    assert not penalties.refuses("10.0.0.9", last_felt + 0.1)


def test_S20_a_source_of_a_known_certificate_is_never_refused() -> None:
    penalties = Penalties()
    penalties.succeeded("10.0.0.9")
    for _ in range(1_000):
        penalties.failed("10.0.0.9", 100.0)
    assert not penalties.refuses("10.0.0.9", 100.0)


def test_a_success_clears_what_was_before() -> None:
    penalties = Penalties()
    for _ in range(5):
        penalties.failed("10.0.0.9", 100.0)
    penalties.succeeded("10.0.0.9")
    assert not penalties.refuses("10.0.0.9", 100.0)


def test_a_certificate_waits_thirty_seconds() -> None:
    penalties = Penalties()
    penalties.let_wait(b"f" * 32, 100.0)
    assert penalties.is_waiting(b"f" * 32, 129.9)
    assert not penalties.is_waiting(b"f" * 32, 130.0)
    assert not penalties.is_waiting(b"g" * 32, 100.0)


def test_the_table_stays_small() -> None:
    penalties = Penalties()
    for n in range(c.PENALTY_SOURCES * 2):
        penalties.failed(f"10.{n >> 8}.{n & 255}.1", 100.0)
        penalties.succeeded(f"11.{n >> 8}.{n & 255}.1")
        penalties.let_wait(n.to_bytes(32, "big"), 100.0 + n)
    assert len(penalties._until) <= c.PENALTY_SOURCES  # noqa: SLF001 -- its size
    assert len(penalties._good) <= c.PENALTY_SOURCES  # noqa: SLF001 -- idem
    assert len(penalties._waits) <= c.PENALTY_S + 1  # noqa: SLF001 -- idem


def test_what_is_over_is_forgotten_first() -> None:
    penalties = Penalties()
    for n in range(c.PENALTY_SOURCES):
        penalties.failed(f"old {n}", 100.0)
    for _ in range(3):
        penalties.failed("10.0.0.9", 200.0)
    assert penalties.refuses("10.0.0.9", 200.0)
    assert len(penalties._until) == 1  # noqa: SLF001 -- its size
