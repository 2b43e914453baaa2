# SPDX-License-Identifier: GPL-3.0-or-later
"""The walls of pyproject.toml hold, and a breach in each of them is seen."""

import itertools
import json
import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.architecture.house import PACKAGES, ROOT

Mutant = list[tuple[str, str]]  # modules, each with a line to add
Breaches = list[str]  # the contracts that broke

OUTSIDE_WORLD = "asyncio http multiprocessing socket ssl subprocess threading time"
PURE = "protocol protocol.session consent consent.purpose agent.core.gate"
THIRD_PARTY = "PIL PySide6 click msgspec rich sqlalchemy xcffib zeroconf"
EXCEPT_QT = "agent.core.gate agent.daemon.link agent.session.overview console.link"
EXCEPT_DOORS = "agent.daemon.link console.link console.qt.bridge installer.admin.app"


def into(modules: str, *, imports: str) -> list[Mutant]:
    """Add each import to each of the modules, one at a time."""
    return [
        one(module, f"import {imported}")
        for module, imported in itertools.product(modules.split(), imports.split())
    ]


def one(module: str, line: str) -> Mutant:
    """Add one line to one module; a module of ours that it names will exist."""
    named = line.split()[1] if line.startswith("import ") else ""
    ours = named.split(".")[0] in PACKAGES
    return [(named, ""), (module, line)] if ours else [(module, line)]


FORBIDDEN: list[Mutant] = [
    # Siblings and clean rooms.
    *into("agent.core.gate", imports="console installer.verify"),
    *into("console.core.classroom console.app", imports="agent.core agent installer"),
    *into("installer.demo.main installer.admin.app", imports="agent console.core"),
    *into("protocol.session protocol.aio.tls", imports="consent consent.purpose"),
    *into("consent.decision consent.store.files", imports="protocol protocol.aio"),
    *into("protocol.codec consent.purpose", imports="agent console installer"),
    # Inside the laptop and inside the console.
    *into("agent.core.gate", imports="agent.daemon agent.session.qt agent.session"),
    *into("agent.daemon.link", imports="agent.session agent.session.platform"),
    *into("agent.session.overview", imports="agent.daemon"),
    *into("console.core.classroom", imports="console.qt console.link"),
    *into("console.link", imports="console.qt"),
    one("agent.stray", "import enum"),
    # What decides has no clock and no world, and knows no door.
    *into(PURE, imports=OUTSIDE_WORLD),
    *into("console.core.classroom", imports=OUTSIDE_WORLD),
    *into("protocol.session", imports="protocol.aio protocol.aio.tls"),
    *into("consent.decision", imports="consent.store"),
    *into("agent.core.gate console.core.classroom", imports="protocol.aio"),
    *into("agent.core.gate console.core.classroom", imports="consent.store"),
    one("protocol.session", "def f():\n    import asyncio"),
    one("consent.purpose", "from time import monotonic"),
    one("consent.purpose", "if __name__ == '':\n    from socket import socket"),
    # Each thing of the world has its door.
    *into(EXCEPT_DOORS, imports="socket ssl zeroconf sqlite3 sqlalchemy alembic"),
    *into("agent.session.daemon_port agent.daemon.session_port", imports="ssl"),
    *into("agent consent.store.files", imports="socket"),
    *into("protocol.aio.tls protocol.codec", imports="sqlite3"),
    *into(f"{EXCEPT_QT} installer.demo.main console.app", imports="PySide6"),
    *into("agent.session.app agent.session console", imports="PySide6 shiboken6"),
    *into("protocol.aio.tls consent.store.files", imports="PySide6"),
    *into("console.link console.qt.wall_view protocol.codec", imports="PIL"),
    *into("consent.purpose agent.core.gate installer.verify.app", imports="PIL"),
    *into("agent.session.overview agent.session.qt.indicator", imports="mss xcffib"),
    *into("agent.session.app console.link", imports="mss xcffib"),
    *into("agent.session.overview", imports="agent.session.platform.x11"),
    *into("agent.session.qt.run", imports="agent.session.platform.synthetic"),
    *into("agent.daemon agent.daemon.link", imports="PySide6 PIL mss xcffib av"),
    # A Grant is asked for in two places.
    *into("agent.core.supervisor console.link", imports="consent.decision"),
    *into("agent.daemon.link installer.admin.app", imports="consent.decision"),
    [("consent.decision", ""), ("consent.law", "from consent.decision import decide")],
    [("consent.decision", ""), ("console.core.wall", "from consent import decision")],
    # Papers are made in one place, and it knows the law alone.
    *into("installer.papers.page", imports="installer.admin protocol console agent"),
    *into("installer.admin.app consent.purpose", imports="jinja2 segno weasyprint"),
    # Three programs that carry little.
    *into("installer.verify.app", imports="protocol installer.admin installer.demo"),
    *into("installer.verify", imports=THIRD_PARTY),
    *into("installer.newcomer.main", imports=f"{THIRD_PARTY} consent protocol"),
    *into("installer.newcomer.rig.screen", imports="cryptography installer.admin"),
    *into("agent.session.guard", imports="PySide6 msgspec protocol consent"),
    *into("agent.session.guard", imports="agent.session.qt cryptography"),
]
CIRCLES: list[Mutant] = [
    [("protocol.p", "import protocol.q"), ("protocol.q", "import protocol.p")],
    [("console.qt.p", "import console.qt.q"), ("console.qt.q", "import console.qt.p")],
    [
        ("agent.core.deep.__init__", ""),
        ("agent.core.deep.p", "import agent.core.deep.q"),
        ("agent.core.deep.q", "def f():\n    import agent.core.deep.p"),
    ],
]
ALLOWED: list[Mutant] = [
    *into(
        "protocol.aio.tls", imports="asyncio ssl socket zeroconf time protocol.codec"
    ),
    *into("consent.store.files", imports="sqlite3 sqlalchemy time consent.purpose"),
    *into("agent.session.qt.run console.qt.run", imports="PySide6.QtCore PySide6"),
    *into("agent.session.daemon_port agent.daemon.session_port", imports="socket"),
    *into("agent.session.platform.x11", imports="xcffib PIL.Image"),
    *into("agent.session.app", imports="agent.session.platform.x11 agent.session.qt"),
    *into("agent.session.overview", imports="agent.session.platform.base PIL"),
    *into("agent.core.gate console.core.classroom", imports="consent.decision"),
    *into("agent.daemon.link console.link", imports="protocol.aio consent.store"),
    *into("console.app", imports="console.qt console.core"),
    *into("installer.verify.app", imports="consent argparse json"),
    *into("installer.papers.page", imports="consent jinja2 segno weasyprint"),
    *into("installer.demo.main", imports="installer.newcomer subprocess PIL"),
]


def label(mutant: Mutant) -> str:
    """Name a mutant in the test's report."""
    return " and ".join(f"{module}: {line}" for module, line in mutant if line)


@pytest.fixture(scope="module")
def breaches(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Breaches]:
    """Lint one copy of the tree, as it is ("") and with each mutant in turn."""
    copy = tmp_path_factory.mktemp("house")
    only_python = shutil.ignore_patterns("__pycache__", "*.json", "*.svg", "*.txt")
    for package in PACKAGES:
        shutil.copytree(ROOT / package, copy / package, ignore=only_python)
    shutil.copy(ROOT / "pyproject.toml", copy)
    mutants = [*FORBIDDEN, *CIRCLES, *ALLOWED]
    return dict(zip(["", *map(label, mutants)], lint(copy, mutants), strict=True))


def lint(copy: Path, mutants: list[Mutant]) -> list[Breaches]:
    """Give the contracts broken as it is, by the first mutant, by the second ..."""
    done = subprocess.run(
        [sys.executable, "-P", str(ROOT / "tests/architecture/wall_runner.py")],
        input=json.dumps(mutants),
        cwd=copy,
        env={**os.environ, "PYTHONPATH": ""},
        check=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    found: list[Breaches] = json.loads(done.stdout)
    return found


def test_every_wall_stands(breaches: dict[str, Breaches]) -> None:
    assert breaches[""] == []


@pytest.mark.parametrize("mutant", [*FORBIDDEN, *CIRCLES], ids=label)
def test_a_breach_is_seen(mutant: Mutant, breaches: dict[str, Breaches]) -> None:
    assert breaches[label(mutant)] != []


@pytest.mark.parametrize("mutant", ALLOWED, ids=label)
def test_a_door_is_open(mutant: Mutant, breaches: dict[str, Breaches]) -> None:
    assert breaches[label(mutant)] == []


def test_every_contract_is_broken_by_a_mutant(breaches: dict[str, Breaches]) -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    contracts = project["tool"]["importlinter"]["contracts"]
    seen = set(itertools.chain(*breaches.values()))
    assert [one["name"] for one in contracts if one["name"] not in seen] == []
