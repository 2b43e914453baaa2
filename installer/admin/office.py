# SPDX-License-Identifier: GPL-3.0-or-later
"""One office on disk: `keys/`, `register.db`, `proposed/`, `published/`, `office.json`.

Source: docs/spec/office.md.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents import trust as trusts
from consent.documents.signed import Kind, SignedPaper, Signer, sign
from consent.documents.trust import Trust
from consent.errors import PaperError
from consent.store.keys import load_ed25519, load_p256
from consent.store.papers_folder import PapersFolder
from consent.store.register.engine import sqlite_url
from consent.store.register.register import Register
from installer.admin.certificates import Authority
from installer.admin.first_step import found_step
from installer.admin.trouble import Exit, OfficeError
from protocol.identity import Role

SETTINGS: Final = "office.json"
REGISTER: Final = "register.db"
FILE_URL: Final = "sqlite:///"
Signing = Callable[[Kind, bytes], SignedPaper]


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything of an office lies."""

    home: Path

    @property
    def settings(self) -> Path:
        """Give the file that makes a folder an office."""
        return self.home / SETTINGS

    def key(self, name: str) -> Path:
        """Give a key file."""
        return self.home / "keys" / f"{name}.key"

    def ca(self, role: Role) -> Path:
        """Give an authority's certificate."""
        return self.home / "keys" / f"{role}s-ca.pem"

    @property
    def proposed(self) -> PapersFolder:
        """Give the papers that wait for a second signature."""
        return PapersFolder(self.home / "proposed")

    @property
    def for_laptops(self) -> PapersFolder:
        """Give what laptops may fetch: no roster, slips sealed."""
        return PapersFolder(self.home / "published" / "laptops")

    @property
    def for_consoles(self) -> PapersFolder:
        """Give what consoles hold: the rosters too."""
        return PapersFolder(self.home / "published" / "consoles")


@dataclass(frozen=True, slots=True)
class Office:
    """An office that was opened."""

    places: Places
    school: str
    register: Register
    passphrase: bytes | None
    by: str  # who sits here: the account on this computer

    def signing(self, signer: Signer) -> Signing:
        """Open a role's key once, for many papers: a passphrase costs time."""
        key = self.signing_key(signer)

        def signs(kind: Kind, body: bytes) -> SignedPaper:
            return SignedPaper(kind, body, (sign(kind, body, signer, key),))

        return signs

    def sign(self, kind: Kind, body: bytes, signer: Signer) -> SignedPaper:
        """Sign a paper in one role whose key lies here."""
        return self.signing(signer)(kind, body)

    def signing_key(self, signer: Signer) -> Ed25519PrivateKey:
        """Load a key; the fresh one has no passphrase, so that it can work at night."""
        secret = None if signer is Signer.FRESH else self.passphrase
        return load_ed25519(self.places.key(signer.value), secret)

    def authority(self, role: Role) -> Authority:
        """Load one of the two certificate authorities."""
        key = load_p256(self.places.key(f"{role}s-ca"), self.passphrase)
        pem = self.places.ca(role).read_bytes()
        return Authority(role, key, x509.load_pem_x509_certificate(pem))

    def trust(self) -> Trust:
        """Read the trust this office works under."""
        paper = find(self.places.for_laptops, "trust")
        if paper is None:
            folder = self.places.for_laptops.path
            raise OfficeError("office.no_trust", Exit.NOT_SET_UP, folder=folder)
        try:
            return trusts.parse(paper.body)
        except PaperError as error:
            raise OfficeError(
                "office.bad_trust", Exit.WRONG_USE, folder=self.places.for_laptops.path
            ) from error


def open_office(home: Path, passphrase: bytes | None, by: str) -> Office:
    """Open the office in a folder.

    Args:
        home: the folder.
        passphrase: opens its keys; None where none is needed.
        by: who sits here.

    Raises:
        OfficeError: there is none.
    """
    places = Places(home)
    try:
        settings = json.loads(places.settings.read_text("utf-8"))
        url, school = str(settings["register"]), str(settings["school"])
    except OSError as error:
        raise OfficeError(
            "office.none", Exit.NOT_SET_UP, step=found_step(home), home=home
        ) from error
    except (ValueError, KeyError, TypeError) as error:
        raise OfficeError(
            "office.settings", Exit.WRONG_USE, file=places.settings
        ) from error
    register = Register(_register_url(places, url), school)
    return Office(places, school, register, passphrase, by)


def _register_url(places: Places, url: str) -> str:
    """Find the register's file, also where the whole folder was moved.

    Raises:
        OfficeError: it is gone; an empty one in its place would publish nobody.
    """
    if not url.startswith(FILE_URL) or Path(url.removeprefix(FILE_URL)).exists():
        return url
    here = places.home.resolve() / REGISTER
    if not here.exists():
        raise OfficeError("office.no_register", Exit.WRONG_USE, file=here)
    return sqlite_url(here)


def find(folder: PapersFolder, name: str) -> SignedPaper | None:
    """Find a paper in a folder by its file name's stem."""
    papers, _ = folder.read()
    return next((filed.paper for filed in papers if filed.name == name), None)


def published(office: Office, name: str) -> SignedPaper:
    """Give a published paper by its file name's stem.

    Raises:
        OfficeError: it was not published yet.
    """
    paper = find(office.places.for_consoles, name)
    if paper is None:
        raise OfficeError("office.no_paper", Exit.NOT_SET_UP, name=name)
    return paper


def whole_second(now: datetime) -> datetime:
    """Cut a time to what documents can say."""
    return now.replace(microsecond=0)
