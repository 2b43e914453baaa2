# SPDX-License-Identifier: GPL-3.0-or-later
"""A ledger's files, damaged in one place, and what the next start makes of them.

`python -m tests.consent.store.damage [STEP]` bends each STEPth byte of the file and of
its log and cuts both at each STEPth length; it prints one line of JSON.
"""

import json
import random
import shutil
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from consent.documents.signed import public_bytes
from consent.ledger.errors import LedgerError
from consent.ledger.kinds import Chain
from consent.store.agent_ledger import AgentLedger
from consent.store.agent_rescue import is_sound, rescue
from tests.fakes.lesson import PlayedLesson

NAMES = ("ledger.db", "ledger.db-wal")
RECORD = "chain, seq, body, salt, commitment, prev, head, sig"
FOUND_BY = "kind, epoch, t, lesson, teacher, access, purpose, open_seq"
ROWS = f"SELECT {RECORD}, {FOUND_BY} FROM entries ORDER BY n"  # noqa: S608 -- ours
Rows = list[tuple[object, ...]]
Harm = Callable[[bytes], bytes]


@dataclass(frozen=True)
class Found:
    """What a start found: the rows it went on with, and whether it said anything."""

    rows: Rows
    said: bool


@dataclass(frozen=True)
class Files:
    """A whole ledger on disk, with lines in the file and in its log."""

    folder: Path
    device_key: bytes
    rows: Rows

    def after(self, name: str, harm: Harm) -> Found:
        """Harm one file and start on what is left."""
        with tempfile.TemporaryDirectory() as place:
            there = Path(place) / "ledger"
            shutil.copytree(self.folder, there)
            file = there / name
            file.write_bytes(harm(file.read_bytes()))
            return start(there / "ledger.db", self.device_key)

    def wrong(self, found: Found) -> str:
        """Say what is wrong with how damage was met; "" when nothing is."""
        if found.rows != self.rows and not found.said:
            return "another list, and nothing said"
        if not found.said and found.rows != self.rows[: len(found.rows)]:
            return "no beginning of the list"
        return ""


def start(path: Path, device_key: bytes) -> Found:
    """Do what the service does at a start."""
    said = False
    try:
        if not is_sound(path):
            rescue(path, device_key)
            said = True
        ledger = AgentLedger(path, lambda _: bytes(64), "")
    except LedgerError:
        return Found([], said=True)  # left as it is: nobody can look until it can
    with closing(ledger):
        try:
            said = _says(ledger, device_key) or said
        except LedgerError:
            said = True
    return Found(rows_of(path), said)


def _says(ledger: AgentLedger, device_key: bytes) -> bool:
    lost = any(ledger.known_seq(chain) > ledger.last_seq(chain) for chain in Chain)
    walk = ledger.self_check(device_key)
    changed = False
    while not walk.is_done:
        changed = bool(walk.step()) or changed
    return lost or changed


def rows_of(path: Path) -> Rows:
    """Read the record as it lies there, as far as it can be read."""
    found: Rows = []
    try:
        with closing(sqlite3.connect(path)) as connection:
            found.extend(tuple(row) for row in connection.execute(ROWS))
    except sqlite3.Error:
        return found
    return found


@contextmanager
def whole() -> Iterator[Files]:
    """Play a lesson and copy its files in its middle."""
    with tempfile.TemporaryDirectory() as place:
        live, copy = Path(place) / "live", Path(place) / "copy"
        live.mkdir()
        lesson = PlayedLesson(live)
        lesson.play()
        lesson.agent._file.fold()  # noqa: SLF001 -- the first lines are in the file,
        lesson.message("Pagina 14.")  # the last in its log
        copy.mkdir()
        for file in live.glob("ledger.db*"):
            shutil.copy(file, copy)
        key = public_bytes(lesson.device_key)
        yield Files(copy, key, rows_of_copy(copy))
        lesson.close()


def rows_of_copy(folder: Path) -> Rows:
    """Read a copy of the files, for reading alone would fold the log in."""
    with tempfile.TemporaryDirectory() as place:
        shutil.copytree(folder, Path(place) / "x")
        return rows_of(Path(place) / "x" / "ledger.db")


def bent(at: int, bit: int) -> Harm:
    """Turn one bit."""

    def harm(data: bytes) -> bytes:
        held = bytearray(data)
        held[at] ^= 1 << bit
        return bytes(held)

    return harm


def cut(size: int) -> Harm:
    """Cut the file short."""
    return lambda data: data[:size]


def main(step: int = 1) -> None:
    """Harm everything, everywhere, one place at a time."""
    chance, tried, faults = random.Random(7), 0, []
    with whole() as files:
        for name in NAMES:
            size = (files.folder / name).stat().st_size
            for at in range(0, size, step):
                for what, harm in (
                    ("bent", bent(at, chance.randrange(8))),
                    ("cut", cut(at)),
                ):
                    tried += 1
                    if wrong := files.wrong(files.after(name, harm)):
                        faults.append(f"{name} {what} at {at}: {wrong}")
    print(json.dumps({"tried": tried, "faults": faults}))  # noqa: T201 -- the result


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
