# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills a writer of a ledger again and again, and says what was lost: nothing.

A program of its own, because it forks. `python crash_rig.py FOLDER ROUNDS SEED`
prints one line of JSON. Each round a child appends and writes one byte for each line
that it was told is on disk; the parent kills it after some of those bytes.
"""

import json
import os
import random
import signal
import sys
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents.signed import public_bytes
from consent.ledger import chain as chains
from consent.ledger.errors import ChainError
from consent.ledger.kinds import Chain, Kind
from consent.store.agent_ledger import AgentLedger
from tests.fakes.records import DEVICE, Keys, close_fields, context, open_fields

KEY = Ed25519PrivateKey.generate()
TEACHER = Keys()
MOST_LINES = 25


def write_until_killed(path: Path, told: int) -> None:
    """Append for ever; one byte for each line that is on disk."""
    ledger = AgentLedger(path, KEY.sign, DEVICE)
    n = 0
    while True:
        n += 1
        if n % 2:
            fields = open_fields(TEACHER)
            ledger.append(Chain.SHARED, Kind.OPEN, fields, context(n))
        else:
            last = ledger.last_seq(Chain.SHARED)
            ledger.append(Chain.SHARED, Kind.CLOSE, close_fields(last), context(n))
        os.write(told, b".")


def one_round(path: Path, kill_after: int) -> int:
    """Start a writer, kill it, and say how many lines it was told are on disk."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        try:
            write_until_killed(path, writer)
        finally:
            os._exit(1)
    os.close(writer)
    heard = 0
    while heard < kill_after:
        heard += len(os.read(reader, kill_after - heard))
    os.kill(child, signal.SIGKILL)
    while more := os.read(reader, 65_536):
        heard += len(more)
    os.close(reader)
    os.waitpid(child, 0)
    return heard


def faults(ledger: AgentLedger) -> int:
    """Count lines that do not hold."""
    found, prev = 0, ledger.start(Chain.SHARED).head
    for seq, line in enumerate(ledger.lines(Chain.SHARED), 1):
        try:
            chains.check(line.sealed, public_bytes(KEY))
        except ChainError:
            found += 1
        found += line.sealed.prev != prev or line.sealed.seq != seq
        prev = line.sealed.head
    return found


def main(folder: str, rounds: str, seed: str) -> None:
    """Run the rounds and print what was found."""
    path, chance = Path(folder) / "ledger.db", random.Random(int(seed))
    acknowledged = lost = 0
    for _ in range(int(rounds)):
        before = _length(path)
        heard = one_round(path, chance.randint(1, MOST_LINES))
        acknowledged += heard
        lost += max(0, before + heard - _length(path))
    ledger = AgentLedger(path, KEY.sign, DEVICE)
    found = {
        "rounds": int(rounds),
        "acknowledged": acknowledged,
        "lost": lost,
        "faults": faults(ledger),
        "lines": ledger.last_seq(Chain.SHARED),
    }
    ledger.close()
    print(json.dumps(found))  # noqa: T201 -- what the test reads


def _length(path: Path) -> int:
    ledger = AgentLedger(path, KEY.sign, DEVICE)
    length = ledger.last_seq(Chain.SHARED)
    ledger.close()
    return length


if __name__ == "__main__":
    main(*sys.argv[1:])
