# SPDX-License-Identifier: GPL-3.0-or-later
"""The enrolment token: one file for a whole image of laptops, for at most a day.

It is no signed document: who holds it can ask for a certificate as often as it says.
Source: docs/spec/enrolment.md; docs/rights.md S09.
"""

import hashlib
import hmac
from datetime import datetime
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from consent.documents import fields as f
from consent.documents.paper import encode_struct, parse_struct

MOST_USES: Final = 500
MOST_HOURS: Final = 24
SECRET_BYTES: Final = 32


class Token(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="type",
    tag="token",
):
    """What a new laptop needs to ask the office for its certificate."""

    v: Literal[1] = 1
    id: f.Id
    school: f.Id
    root: f.Hash  # the fingerprint of the school's root key, as on paper
    address: f.Text80  # host:port of `enrol serve`
    enrol_cert: f.Der  # the certificate that answers there; no other one is spoken to
    secret: Annotated[str, Meta(pattern="^[0-9a-f]{64}$")]
    uses: Annotated[int, Meta(ge=1, le=MOST_USES)]
    not_after: f.Time
    networks: Annotated[tuple[f.Text40, ...], Meta(max_length=64)]

    def is_expired(self, now: datetime) -> bool:
        """Say whether its day is over."""
        return now >= self.not_after

    @property
    def secret_bytes(self) -> bytes:
        """Give the secret as bytes."""
        return bytes.fromhex(self.secret)


def encode(token: Token) -> bytes:
    """Write the token file."""
    return encode_struct(token)


def parse(data: bytes) -> Token:
    """Read a token file; raises PaperError."""
    return parse_struct(data, Token, "token")


def ask_mac(
    secret: bytes, csr: bytes, sign_pub: bytes, seal_pub: bytes, label: str
) -> bytes:
    """Prove that who asks holds the token: HMAC-SHA-256 over lengths and fields."""
    mac = hmac.new(secret, digestmod=hashlib.sha256)
    for part in (csr, sign_pub, seal_pub, label.encode()):
        mac.update(len(part).to_bytes(4, "big") + part)
    return mac.digest()
