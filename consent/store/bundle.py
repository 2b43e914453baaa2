# SPDX-License-Identifier: GPL-3.0-or-later
"""How a teacher's console gets its certificate: a request out, a bundle in.

The console makes its own keys; no private key ever travels. A request is one JSON
file; a bundle is a zip of `certificate.pem` and `papers/NAME.json`, `papers/NAME.sig`.
Source: docs/spec/enrolment.md "A teacher's console".
"""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from consent.documents import fields as f
from consent.documents.paper import encode_struct, parse_struct
from consent.errors import PaperError

CERTIFICATE: Final = "certificate.pem"
PAPERS: Final = "papers/"
MOST_MEMBERS: Final = 2_000
MOST_MEMBER_BYTES: Final = 262_144

_EARLIEST: Final = (1980, 1, 1, 0, 0, 0)  # equal bundles are equal bytes


class Request(
    msgspec.Struct,
    frozen=True,
    forbid_unknown_fields=True,
    kw_only=True,
    tag_field="type",
    tag="teacher_request",
):
    """What a console asks: its two public keys, the TLS one inside a PKCS#10 CSR."""

    v: Literal[1] = 1
    csr: Annotated[str, Meta(pattern="^([0-9a-f]{2}){1,2048}$")]  # DER
    sign_pub: f.Key


@dataclass(frozen=True, slots=True)
class Bundle:
    """What the office answers: a certificate and the papers, by file name."""

    certificate_pem: bytes
    papers: Mapping[str, bytes]


def encode_request(request: Request) -> bytes:
    """Write a request file."""
    return encode_struct(request)


def parse_request(data: bytes) -> Request:
    """Read a request file; raises PaperError."""
    return parse_struct(data, Request, "request")


def pack(bundle: Bundle) -> bytes:
    """Write a bundle."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            zipfile.ZipInfo(CERTIFICATE, _EARLIEST), bundle.certificate_pem
        )
        for name, data in sorted(bundle.papers.items()):
            archive.writestr(zipfile.ZipInfo(PAPERS + name, _EARLIEST), data)
    return made.getvalue()


def unpack(data: bytes) -> Bundle:
    """Read a bundle; nothing in it is trusted yet.

    Raises:
        PaperError: no zip, a name that is a path, or too much in it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            members = {info.filename: info for info in archive.infolist()}
            _check_members(members)
            papers = {
                name.removeprefix(PAPERS): archive.read(name)
                for name in members
                if name.startswith(PAPERS)
            }
            return Bundle(archive.read(CERTIFICATE), papers)
    except (zipfile.BadZipFile, KeyError, EOFError, NotImplementedError) as error:
        raise PaperError("This is not a bundle of the office.") from error


def _check_members(members: Mapping[str, zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        raise PaperError(f"A bundle of more than {MOST_MEMBERS} files.")
    for name, info in members.items():
        bare = name.removeprefix(PAPERS)
        if name != CERTIFICATE and (bare == name or "/" in bare or "\\" in bare):
            raise PaperError(f"A bundle with a file that does not belong: {name!r}.")
        if info.file_size > MOST_MEMBER_BYTES:
            raise PaperError(f"{name!r} in the bundle is too big.")
