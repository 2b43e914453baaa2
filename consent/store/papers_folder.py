# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of signed papers: NAME.json beside NAME.sig, and sealed slips.

A slip's file name is random, so that a list of files tells nothing.
Source: docs/spec/documents.md "Files".
"""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from consent.documents.signed import (
    Kind,
    SignedPaper,
    decode_signatures,
    encode_signatures,
)
from consent.errors import PaperError
from consent.store.durable import sync_folder

PAPER_BYTES: Final = 262_144
SEALED: Final = ".sealed"
NEW: Final = ".new"
_SINGLE: Final = frozenset({Kind.TRUST, Kind.CHARTER, Kind.REVOCATIONS})


@dataclass(frozen=True, slots=True)
class FiledPaper:
    """A paper as it lies in a folder; nothing in it was checked yet."""

    name: str
    paper: SignedPaper


class PapersFolder:
    """The door to one folder of papers."""

    def __init__(self, path: Path) -> None:
        """Use this folder; it is made when something is put in."""
        self.path = path

    def put(self, paper: SignedPaper, class_id: str = "") -> str:
        """Write a paper, whole and on disk before this returns; gives its name.

        Args:
            paper: what to keep, in the place of an older one of the same name.
            class_id: for papers of one class.

        Raises:
            OSError: the disk would not; the older paper is still there.
        """
        if paper.kind is Kind.SLIP:
            name = f"{Kind.SLIP}-{secrets.token_hex(16)}"
            self.put_as(name, paper)
            return name
        name = paper_name(paper.kind, class_id)
        self.put_as(name, paper)
        return name

    def put_as(self, name: str, paper: SignedPaper) -> None:
        """Write a paper under a name of the caller's own, in the place of an older one.

        Raises:
            OSError: the disk would not; the older paper is still there.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        if paper.kind is Kind.SLIP:
            self.put_file(name + SEALED, paper.body)
            return
        self._write_beside(f"{name}.sig", encode_signatures(paper.signatures))
        self._write_beside(f"{name}.json", paper.body)
        self._put_in_place(f"{name}.sig")
        self._put_in_place(f"{name}.json")

    def put_file(self, name: str, data: bytes) -> None:
        """Write one file, whole and on disk before this returns.

        Raises:
            OSError: the disk would not; the older file is still there.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        self._write_beside(name, data)
        self._put_in_place(name)

    def read(self) -> tuple[list[FiledPaper], list[str]]:
        """Read all papers; what cannot be read is told, one sentence each."""
        self._finish_or_forget()
        papers, faults = [], []
        for file in sorted(self.path.glob("*")):
            kind = _kind_of(file.name)
            if kind is None:
                continue
            try:
                papers.append(FiledPaper(file.stem, _read_paper(file, kind)))
            except (OSError, PaperError) as error:
                faults.append(f"{file.name}: {error}")
        return papers, faults

    def remove(self, name: str) -> None:
        """Take a paper away; one that is not there is fine."""
        for suffix in (".json", ".sig", SEALED):
            (self.path / f"{name}{suffix}").unlink(missing_ok=True)
        if self.path.exists():
            sync_folder(self.path)

    def _write_beside(self, name: str, data: bytes) -> None:
        with self._beside(name).open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())

    def _put_in_place(self, name: str) -> None:
        """A reader sees the old file or the new one, never half of one."""
        self._beside(name).replace(self.path / name)
        sync_folder(self.path)

    def _beside(self, name: str) -> Path:
        return self.path / f".{name}{NEW}"

    def _finish_or_forget(self) -> None:
        """After a crash: two files go in place together, or neither does.

        The signatures go first, so a body that waits without them is the whole paper.
        """
        for body in self.path.glob(f".*.json{NEW}"):
            name = body.name.removeprefix(".").removesuffix(NEW)
            if not self._beside(f"{name.removesuffix('.json')}.sig").exists():
                self._put_in_place(name)
        for left in self.path.glob(f".*{NEW}"):
            left.unlink()


def paper_name(kind: Kind, class_id: str = "") -> str:
    """Name the files of a paper, without their endings."""
    return kind.value if kind in _SINGLE else f"{kind.value}-{class_id}"


def _kind_of(name: str) -> Kind | None:
    stem, dot, ending = name.partition(".")
    word = stem.partition("-")[0]
    if not dot or not stem or word not in set(Kind):
        return None
    kind = Kind(word)
    wanted = SEALED[1:] if kind is Kind.SLIP else "json"
    return kind if ending == wanted else None


def _read_paper(file: Path, kind: Kind) -> SignedPaper:
    if file.stat().st_size > PAPER_BYTES:
        raise PaperError(f"more than {PAPER_BYTES} bytes.")
    body = file.read_bytes()
    if kind is Kind.SLIP:
        return SignedPaper(kind, body)
    return SignedPaper(kind, body, decode_signatures(_signatures(file)))


def _signatures(file: Path) -> bytes:
    beside = file.with_suffix(".sig")
    if beside.stat().st_size > PAPER_BYTES:
        raise PaperError("its signatures are too long.")
    return beside.read_bytes()
