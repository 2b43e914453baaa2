# SPDX-License-Identifier: GPL-3.0-or-later
"""A folder of signed papers: NAME.json beside NAME.sig, and sealed slips.

A slip's file name is random, so that a list of files tells nothing.
Source: docs/spec/documents.md "Seal", "The shelf".
"""

import os
import secrets
from collections.abc import Iterable, Sequence
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
        name = _new_name(paper, class_id)
        self.put_as(name, paper)
        return name

    def put_as(self, name: str, paper: SignedPaper) -> None:
        """Write a paper under a name of the caller's own, in the place of an older one.

        Raises:
            OSError: the disk would not; the older paper is still there.
        """
        self._put(_files(name, paper))

    def put_all(self, papers: Iterable[tuple[SignedPaper, str]]) -> None:
        """Write many papers, each with its class; a thousand cost little more than one.

        All are on disk before the first takes its place, in the order given.

        Raises:
            OSError: the disk would not; what took its place already stays.
        """
        self._put([file for p, of in papers for file in _files(_new_name(p, of), p)])

    def put_file(self, name: str, data: bytes) -> None:
        """Write one file, whole and on disk before this returns.

        Raises:
            OSError: the disk would not; the older file is still there.
        """
        self._put([(name, data)])

    def read(self) -> tuple[list[FiledPaper], list[str]]:
        """Read all papers; what cannot be read is told, one sentence each.

        Nothing is changed: another program may be writing here at this moment.
        """
        papers, faults = [], []
        for file in sorted(self.path.glob("*")):
            kind = _kind_of(file.name)
            if kind is None:
                continue
            try:
                papers.append(FiledPaper(file.stem, self._read_paper(file, kind)))
            except (OSError, PaperError) as error:
                faults.append(f"{file.name}: {error}")
        return papers, faults

    def named(self, kind: Kind) -> set[str]:
        """Name the papers of a kind that lie here, half written ones too."""
        stems = {x.name.lstrip(".").partition(".")[0] for x in self.path.glob("*")}
        return {stem for stem in stems if stem.partition("-")[0] == kind}

    def remove(self, *names: str) -> None:
        """Take papers away, half written ones too; one that is not there is fine."""
        for name in names:
            for suffix in (".json", ".sig", SEALED):
                (self.path / f"{name}{suffix}").unlink(missing_ok=True)
                self._beside(f"{name}{suffix}").unlink(missing_ok=True)
        if self.path.exists():
            sync_folder(self.path)

    def _put(self, files: Sequence[tuple[str, bytes]]) -> None:
        """Write all beside their places, make that durable, then put them in place.

        Who waits for the disk once for all of them waits once.
        """
        self.path.mkdir(parents=True, exist_ok=True)
        self._finish_or_forget()
        for name, data in files:
            self._beside(name).write_bytes(data)
        for name, _ in files:
            _sync_file(self._beside(name))
        for name, _ in files:
            self._put_in_place(name)
        sync_folder(self.path)

    def _put_in_place(self, name: str) -> None:
        """A reader sees the old file or the new one, never half of one."""
        self._beside(name).replace(self.path / name)

    def _beside(self, name: str) -> Path:
        return self.path / f".{name}{NEW}"

    def _read_paper(self, file: Path, kind: Kind) -> SignedPaper:
        if kind is Kind.SLIP:
            return SignedPaper(kind, _limited(file))
        signatures = decode_signatures(_limited(file.with_suffix(".sig")))
        waiting = self._waiting(file.name)
        return SignedPaper(kind, _limited(waiting or file), signatures)

    def _waiting(self, name: str) -> Path | None:
        """Find a newer body whose signatures are in place already.

        The signatures go first, so a body that waits without them is the whole paper.
        """
        body = self._beside(name)
        sigs = self._beside(f"{name.removesuffix('.json')}.sig")
        return body if body.exists() and not sigs.exists() else None

    def _finish_or_forget(self) -> None:
        """After a crash: two files go in place together, or neither does."""
        for body in self.path.glob(f".*.json{NEW}"):
            name = body.name.removeprefix(".").removesuffix(NEW)
            if self._waiting(name):
                self._put_in_place(name)
        for left in self.path.glob(f".*{NEW}"):
            left.unlink()


def paper_name(kind: Kind, class_id: str = "") -> str:
    """Name the files of a paper, without their endings."""
    return kind.value if kind in _SINGLE else f"{kind.value}-{class_id}"


def _new_name(paper: SignedPaper, class_id: str) -> str:
    """Name a paper; a slip's name is random, so that a list of files tells nothing."""
    if paper.kind is Kind.SLIP:
        return f"{Kind.SLIP}-{secrets.token_hex(16)}"
    return paper_name(paper.kind, class_id)


def _files(name: str, paper: SignedPaper) -> list[tuple[str, bytes]]:
    """Give the files of a paper: its signatures first (see _waiting)."""
    if paper.kind is Kind.SLIP:
        return [(name + SEALED, paper.body)]
    signatures = encode_signatures(paper.signatures)
    return [(f"{name}.sig", signatures), (f"{name}.json", paper.body)]


def _sync_file(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())


def _kind_of(name: str) -> Kind | None:
    stem, dot, ending = name.partition(".")
    word = stem.partition("-")[0]
    if not dot or not stem or word not in set(Kind):
        return None
    kind = Kind(word)
    wanted = SEALED[1:] if kind is Kind.SLIP else "json"
    return kind if ending == wanted else None


def _limited(file: Path) -> bytes:
    if file.stat().st_size > PAPER_BYTES:
        raise PaperError(f"more than {PAPER_BYTES} bytes.")
    return file.read_bytes()
