# SPDX-License-Identifier: GPL-3.0-or-later
"""What the laptop holds against a console: proofs, signed heads, copies, certificates.

Nothing is checked here: consent.ledger.receipt does that first.
"""

from collections.abc import Iterator
from datetime import datetime
from sqlite3 import Row
from typing import Final

import msgspec

from consent.documents import canonical
from consent.errors import CanonicalError
from consent.ledger.checkpoint import Checkpoint, parse_unchecked
from consent.ledger.draft import Line
from consent.ledger.entry import parse_body
from consent.ledger.errors import LedgerError
from consent.ledger.fields import time_text
from consent.ledger.kinds import Chain
from consent.ledger.pack_lines import CommandProof, CopySeen, Fork, LineProof, ProofLine
from consent.ledger.receipt import Growth, Proof
from consent.store.agent_rows import as_line
from consent.store.sqlite_file import SqliteFile

LINES_READ: Final = 400  # of LESSON: two months of a full timetable


class AgentProofs:
    """The proof half of a laptop's ledger, in the same file."""

    def __init__(self, file: SqliteFile) -> None:
        self._file = file

    def checkpoint(self, origin: str) -> tuple[Checkpoint, bytes] | None:
        """Give the newest head held of a tree, and its signed note."""
        rows = self._file.read(
            "SELECT note FROM checkpoints WHERE origin = ? ORDER BY size DESC LIMIT 1",
            (origin,),
        )
        return (parse_unchecked(rows[0]["note"]), rows[0]["note"]) if rows else None

    def checkpoints(self) -> dict[str, bytes]:
        """Give the newest signed note of every tree, to be shown to other consoles."""
        rows = self._file.read(
            "SELECT origin, note, max(size) FROM checkpoints GROUP BY origin"
        )
        return {row["origin"]: row["note"] for row in rows}

    def take_checkpoint(self, growth: Growth) -> None:
        """Keep a checked head and the way to it."""
        with self._file.committing() as connection:
            connection.execute(*_keep_growth(growth))

    def keep_fork(self, note: bytes) -> None:
        """Keep a signed head that contradicts another: it is evidence."""
        with self._file.committing() as connection:
            connection.execute("INSERT OR IGNORE INTO forks VALUES (?)", (note,))

    def has_fork(self, origin: str) -> bool:
        """Say whether evidence of two lists is kept of a tree."""
        rows = self._file.read("SELECT note FROM forks")
        return any(parse_unchecked(row["note"]).origin == origin for row in rows)

    def head_of_size(self, origin: str, size: int) -> bytes | None:
        """Give the signed head held of a tree at a size."""
        rows = self._file.read(
            "SELECT note FROM checkpoints WHERE origin = ? AND size = ?",
            (origin, size),
        )
        return bytes(rows[0]["note"]) if rows else None

    def keep_carried(self, note: bytes, der: bytes) -> None:
        """Keep a checked head until its own teacher shows the way from it."""
        with self._file.committing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO carried VALUES (?, ?)", (note, der)
            )

    def drop_carried(self, note: bytes) -> None:
        """Let go of a head that waited."""
        with self._file.committing() as connection:
            connection.execute("DELETE FROM carried WHERE note = ?", (note,))

    def carried(self) -> list[tuple[bytes, bytes]]:
        """Give the heads that wait, each with its certificate, oldest first."""
        rows = self._file.read("SELECT * FROM carried ORDER BY rowid")
        return [(bytes(row["note"]), bytes(row["der"])) for row in rows]

    def lesson_heads(self) -> dict[str, tuple[bytes, bytes]]:
        """Give, for each tree, the head its newest lesson began with; a certificate.

        That head is in the proof of the command that began the lesson. It stands still
        until the next lesson, whatever the teacher or the pupil does.
        """
        rows = self._file.read(
            "SELECT e.body, e.command_proof, t.der FROM entries AS e"
            " JOIN teachers AS t"
            " ON t.fingerprint = e.teacher WHERE e.chain = 'shared'"
            " AND e.kind = 'LESSON' AND e.command_proof IS NOT NULL"
            " ORDER BY e.seq DESC LIMIT ?",
            (LINES_READ,),
        )
        found: dict[str, tuple[bytes, bytes]] = {}
        for row in rows:
            if parse_body(row["body"]).text("what") != "start":
                continue
            note = proof_of(row["command_proof"]).checkpoint
            found.setdefault(parse_unchecked(note).origin, (note, bytes(row["der"])))
        return found

    def add_proof(self, seq: int, proof: Proof) -> None:
        """Keep the checked proof that a shared line is in its teacher's tree."""
        with self._file.committing() as connection:
            connection.execute(*_keep_growth(proof.growth))
            connection.execute(
                "UPDATE entries SET leaf = ?, proof = ?"
                " WHERE chain = 'shared' AND seq = ?",
                (proof.leaf, proof_bytes(proof), seq),
            )

    def add_command_proof(self, seq: int, salt: bytes, proof: Proof) -> None:
        """Keep the checked proof that the command of a shared line was logged first."""
        with self._file.committing() as connection:
            connection.execute(*_keep_growth(proof.growth))
            connection.execute(
                "UPDATE entries SET command_salt = ?, command_proof = ?"
                " WHERE chain = 'shared' AND seq = ?",
                (salt, proof_bytes(proof), seq),
            )

    def unproven(self, teacher: str) -> list[Line]:
        """Give the shared lines of one teacher (certificate hash) without a proof.

        What a GAP already names is left out; it may still be proven later.
        """
        rows = self._file.read(
            "SELECT * FROM entries WHERE chain = 'shared' AND proof IS NULL"
            " AND teacher = ? AND gap IS NULL ORDER BY seq",
            (teacher,),
        )
        return [as_line(row) for row in rows]

    def add_copy(self, seq: int, leaf: int, commitment: bytes) -> bool:
        """Keep what a console's copy says of a line; say whether it is the same."""
        with self._file.committing() as connection:
            connection.execute(
                "INSERT OR REPLACE INTO copies VALUES (?, ?, ?)",
                (seq, leaf, commitment),
            )
        rows = self._file.read(
            "SELECT commitment FROM entries WHERE chain = ? AND seq = ?",
            (Chain.SHARED, seq),
        )
        rows = rows or self._file.read(
            "SELECT commitment FROM given WHERE seq = ?", (seq,)
        )
        if not rows:
            return self._is_gone(seq)
        return bytes(rows[0]["commitment"]) == commitment

    def _is_gone(self, seq: int) -> bool:
        """Say whether a line was dropped in its time, or a GAP names it as lost."""
        (start,) = self._file.read("SELECT seq FROM starts WHERE chain = 'shared'")
        return seq <= start["seq"] or any(seq in gap for gap in self._gaps())

    def _gaps(self) -> list[range]:
        """Give the numbers that each GAP names."""
        rows = self._file.read(
            "SELECT body FROM entries WHERE chain = 'shared' AND kind = 'GAP'"
        )
        gaps = (parse_body(row["body"]) for row in rows)
        return [range(gap.number("from"), gap.number("to") + 1) for gap in gaps]

    def proven(self, teacher: str, since: datetime) -> list[int]:
        """Give one teacher's shared lines, since then, that are proven and readable."""
        rows = self._file.read(
            "SELECT seq FROM entries WHERE chain = 'shared' AND teacher = ?"
            " AND proof IS NOT NULL AND body IS NOT NULL AND t >= ? ORDER BY seq",
            (teacher, time_text(since)),
        )
        return [row["seq"] for row in rows]

    def remember_teacher(self, fingerprint: str, der: bytes) -> None:
        """Keep a teacher's certificate: a pack must show whose signature it holds."""
        with self._file.committing() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO teachers VALUES (?, ?)", (fingerprint, der)
            )

    def exported(self) -> list[ProofLine]:
        """Give all that is held against consoles, in the order of a pack."""
        heads = self._file.read("SELECT * FROM checkpoints ORDER BY origin, size")
        proven = self._file.read(
            "SELECT seq, proof, command_salt, command_proof FROM entries"
            " WHERE chain = 'shared' ORDER BY seq"
        )
        forks = self._file.read("SELECT note FROM forks ORDER BY note")
        copies = self._file.read("SELECT * FROM copies ORDER BY seq")
        return [
            *(growth_of(row) for row in heads),
            *(line for row in proven for line in _proofs_of(row)),
            *(Fork(row["note"]) for row in forks),
            *(CopySeen(row["seq"], row["leaf"], row["commitment"]) for row in copies),
        ]

    def teachers(self) -> dict[str, bytes]:
        """Give the certificates of teachers, by fingerprint."""
        rows = self._file.read("SELECT * FROM teachers ORDER BY fingerprint")
        return {row["fingerprint"]: row["der"] for row in rows}


def proof_bytes(proof: Proof) -> bytes:
    """Write a proof down."""
    return canonical.encode(
        {
            "leaf": proof.leaf,
            "checkpoint": proof.checkpoint.hex(),
            "inclusion": [part.hex() for part in proof.inclusion],
            "from_size": proof.from_size,
            "consistency": [part.hex() for part in proof.consistency],
        }
    )


def _keep_growth(growth: Growth) -> tuple[str, tuple[object, ...]]:
    point = parse_unchecked(growth.checkpoint)
    sql = "INSERT OR IGNORE INTO checkpoints VALUES (?, ?, ?, ?, ?)"
    way = b"".join(growth.consistency)
    return sql, (point.origin, point.size, growth.checkpoint, growth.from_size, way)


def proof_of(data: bytes) -> Proof:
    """Read what proof_bytes wrote.

    Raises:
        LedgerError: the file is damaged.
    """
    try:
        return msgspec.convert(canonical.decode(data), _Kept).proof
    except (CanonicalError, msgspec.ValidationError, ValueError) as error:
        raise LedgerError("A proof on disk is damaged.") from error


def _proofs_of(row: Row) -> Iterator[ProofLine]:
    if row["command_proof"]:
        proof = proof_of(row["command_proof"])
        yield CommandProof(row["seq"], row["command_salt"], proof)
    if row["proof"]:
        yield LineProof(row["seq"], proof_of(row["proof"]))


class _Kept(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    leaf: int
    checkpoint: str
    inclusion: tuple[str, ...]
    from_size: int
    consistency: tuple[str, ...]

    @property
    def proof(self) -> Proof:
        return Proof(
            self.leaf,
            bytes.fromhex(self.checkpoint),
            tuple(map(bytes.fromhex, self.inclusion)),
            self.from_size,
            tuple(map(bytes.fromhex, self.consistency)),
        )


def growth_of(row: Row) -> Growth:
    """Read a kept head and the way to it."""
    way: bytes = row["consistency"]
    parts = tuple(way[at : at + 32] for at in range(0, len(way), 32))
    return Growth(row["note"], row["from_size"], parts)
