# SPDX-License-Identifier: GPL-3.0-or-later
"""A new laptop asks the office for its certificate."""

from typing import Annotated

from msgspec import Meta, Struct

from protocol import constants as c
from protocol.messages import fields as f

Der = Annotated[bytes, Meta(min_length=1, max_length=2048)]
LABEL_CHARS = 64


class EnrolAsk(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=80
):
    """Laptop to office: mac is HMAC-SHA-256(secret, csr || sign || seal || label)."""

    csr: Der
    sign_pub: f.Key
    seal_pub: f.Key
    label: str
    mac: f.Hash

    def __post_init__(self) -> None:
        """Check what a type cannot say."""
        f.check_text(self.label, LABEL_CHARS)


class EnrolPaper(Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    """One document in the first envelope: its file name's stem, bytes, signatures."""

    name: Annotated[str, Meta(max_length=80, pattern=r"^[a-z0-9][a-z0-9_.-]*$")]
    body: Annotated[bytes, Meta(max_length=c.PAPER_BYTES)]
    sigs: Annotated[bytes, Meta(max_length=4096)]


class EnrolGive(
    Struct, frozen=True, array_like=True, forbid_unknown_fields=True, tag=81
):
    """Office to laptop: a certificate and the papers of the school."""

    certificate: Der
    papers: Annotated[tuple[EnrolPaper, ...], Meta(max_length=c.PAPERS_LISTED)]
