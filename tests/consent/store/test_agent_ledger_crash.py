# SPDX-License-Identifier: GPL-3.0-or-later
"""What was said to be on disk is on disk: killed, cut short, bent, or without room."""

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from consent.ledger import chain as chains
from consent.ledger.errors import ChainError, EntryError, LedgerError
from consent.ledger.kinds import Chain, Kind
from consent.store.agent_ledger import AgentLedger
from tests.fakes.records import Keys, context, laptop, open_fields

ROUNDS = 25
BENT = 150
ROOT = Path(__file__).parents[3]
RIG = Path(__file__).with_name("crash_rig.py")
DEVICE_KEY, TEACHER_KEY = Keys(), Keys()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="the rig forks its writers")
def test_F02_a_killed_writer_loses_nothing_it_was_told_is_kept(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, str(RIG), str(tmp_path), str(ROUNDS), "7"],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )
    found = json.loads(done.stdout)
    assert found["acknowledged"] >= ROUNDS
    assert (found["lost"], found["faults"]) == (0, 0)
    assert found["lines"] >= found["acknowledged"]


@pytest.fixture
def power_cut(tmp_path: Path) -> Iterator[Path]:
    """Give a copy of a ledger's files as they lie on disk in mid-lesson."""
    (tmp_path / "live").mkdir()
    ledger = laptop(tmp_path / "live", DEVICE_KEY)
    for n in range(12):
        ledger.append(Chain.SHARED, Kind.OPEN, open_fields(TEACHER_KEY), context(n))
    shutil.copytree(tmp_path / "live", tmp_path / "cut")
    yield tmp_path / "cut"
    ledger.close()


def test_what_was_lost_is_known(power_cut: Path) -> None:
    (power_cut / "ledger.db-wal").unlink()
    ledger = laptop(power_cut, DEVICE_KEY)
    assert ledger.last_seq(Chain.SHARED) == 0
    assert ledger.known_seq(Chain.SHARED) == 12
    gap = ledger.begin_epoch(1, ledger.known_seq(Chain.SHARED), context(99))
    assert gap.seq == 13
    assert ledger.known_seq(Chain.SHARED) == ledger.last_seq(Chain.SHARED)
    ledger.close()


def test_R33_a_deleted_ledger_is_known_too(tmp_path: Path) -> None:
    ledger = laptop(tmp_path, DEVICE_KEY)
    for _ in range(3):
        ledger.append(Chain.OWN, Kind.ASKED, {"purpose": "view"}, context())
    ledger.close()
    (tmp_path / "ledger.db").unlink()
    again = laptop(tmp_path, DEVICE_KEY)
    assert (again.last_seq(Chain.OWN), again.known_seq(Chain.OWN)) == (0, 3)
    again.close()


def prefix_length(folder: Path) -> int | None:
    """Open what is left; give the length of its valid prefix, None when refused."""
    try:
        ledger = laptop(folder, DEVICE_KEY)
    except LedgerError:
        return None
    try:
        return _valid(ledger)
    except (LedgerError, EntryError, ChainError):
        return None
    finally:
        ledger.close()


def _valid(ledger: AgentLedger) -> int:
    prev, seq = ledger.start(Chain.SHARED).head, 0
    for line in ledger.lines(Chain.SHARED):
        chains.check(line.sealed, DEVICE_KEY.public)
        assert line.sealed.prev == prev
        assert line.sealed.seq == seq + 1
        seq, prev = line.sealed.seq, line.sealed.head
    return seq


def test_F03_a_log_cut_short_anywhere_leaves_a_whole_beginning(power_cut: Path) -> None:
    log = power_cut / "ledger.db-wal"
    whole = log.read_bytes()
    database = (power_cut / "ledger.db").read_bytes()
    lengths = []
    for size in [*range(0, len(whole), len(whole) // BENT), len(whole)]:
        for path in power_cut.glob("ledger.db*"):
            if path.suffix != ".mark":
                path.unlink()
        (power_cut / "ledger.db").write_bytes(database)
        log.write_bytes(whole[:size])
        lengths.append(prefix_length(power_cut))
    assert all(length is not None for length in lengths)
    assert sorted(lengths, key=lambda length: length or 0) == lengths
    assert (lengths[0], lengths[-1]) == (0, 12)


def test_F03_a_bent_bit_in_the_log_leaves_a_whole_beginning_or_is_refused(
    power_cut: Path,
) -> None:
    log = power_cut / "ledger.db-wal"
    whole, database = log.read_bytes(), (power_cut / "ledger.db").read_bytes()
    chance = random.Random(11)
    for _ in range(BENT):
        for path in power_cut.glob("ledger.db*"):
            if path.suffix != ".mark":
                path.unlink()
        bent = bytearray(whole)
        bent[chance.randrange(len(bent))] ^= 1 << chance.randrange(8)
        (power_cut / "ledger.db").write_bytes(database)
        log.write_bytes(bytes(bent))
        length = prefix_length(power_cut)
        assert length is None or 0 <= length <= 12


def test_P06_a_full_disk_without_being_root(tmp_path: Path) -> None:
    """A limit on the size of files stands in for a full disk."""
    program = (
        "import resource, sys; from pathlib import Path;"
        "from consent.ledger.errors import LedgerError;"
        "from consent.ledger.kinds import Chain, Kind;"
        "from tests.fakes.records import *;"
        f"ledger = laptop(Path({str(tmp_path)!r}), Keys());"
        "ledger.append(Chain.OWN, Kind.ASKED, {'purpose': 'view'}, context());"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (65_536, 65_536));\n"
        "kept = 1\n"
        "try:\n"
        "    while True:\n"
        "        ledger.append(Chain.OWN, Kind.ASKED, {'purpose': 'view'}, context())\n"
        "        kept += 1\n"
        "except LedgerError as error:\n"
        "    print(kept, ledger.last_seq(Chain.OWN), error.landed)\n"
    )
    pytest.importorskip("resource")
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        cwd=ROOT,
    )
    kept, last, landed = done.stdout.split()
    assert kept == last
    assert landed == "False"
