# SPDX-License-Identifier: GPL-3.0-or-later
"""Gathers what the benches measure, and prints it as one table at the end."""

import os
import platform
from pathlib import Path
from typing import Final

import pytest

from tests.bench.figures import Figures
from tests.bench.own_net import move_into_own_net
from tests.bench.warm import COLD_US, cold_us

FIGURES: Final = pytest.StashKey[Figures]()
ALONE: Final = pytest.StashKey[bool]()
SHARED: Final = (
    "NOT in a network namespace of its own (that takes root): other consoles and "
    "laptops of this machine may have been heard"
)
COLD: Final = (
    "a page of memory that rested half a second costs {:.1f} us to touch: the host "
    "takes it away, so that of one laptop was kept warm (tests/bench/warm.py)"
)


def pytest_configure(config: pytest.Config) -> None:
    config.stash[FIGURES] = Figures()
    config.stash[ALONE] = move_into_own_net()


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Figures:
    """Give where figures are written down."""
    found: Figures = request.config.stash[FIGURES]
    return found


@pytest.fixture
def own_net(request: pytest.FixtureRequest) -> None:
    """Have a network that nobody else is on, so that it may be turned off."""
    if not request.config.stash[ALONE]:
        pytest.skip("a network of our own takes root")


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    found = config.stash[FIGURES]
    if found.taken:
        terminalreporter.section("figures")
        terminalreporter.write_line(machine())
        if not config.stash[ALONE]:
            terminalreporter.write_line(SHARED)
        if cold_us() >= COLD_US:
            told = COLD.format(cold_us())
            terminalreporter.write_line(told)
        terminalreporter.write_line(found.table())


def machine() -> str:
    """Say on what this was measured."""
    model = "unknown processor"
    facts = Path("/proc/cpuinfo")
    if facts.exists():
        named = [
            x for x in facts.read_text().splitlines() if x.startswith("model name")
        ]
        model = named[0].partition(":")[2].strip() if named else model
    python = platform.python_version()
    return f"{os.cpu_count()} cores, {model}, {platform.platform()}, Python {python}"
