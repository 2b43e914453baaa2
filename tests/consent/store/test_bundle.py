# SPDX-License-Identifier: GPL-3.0-or-later
"""Requests and bundles: read back as written, and nothing that does not belong."""

import io
import zipfile

import pytest

from consent.errors import PaperError
from consent.store.bundle import (
    MOST_MEMBER_BYTES,
    MOST_MEMBERS,
    Bundle,
    Request,
    encode_request,
    pack,
    parse_request,
    unpack,
)

BUNDLE = Bundle(b"-----BEGIN", {"trust.json": b"{}", "trust.sig": b"{}"})


def test_a_bundle_is_read_back_and_equal_bundles_are_equal_bytes() -> None:
    assert unpack(pack(BUNDLE)) == BUNDLE
    assert pack(BUNDLE) == pack(BUNDLE)


def test_a_request_is_read_back() -> None:
    request = Request(csr="3082", sign_pub="a" * 64)
    assert parse_request(encode_request(request)) == request
    with pytest.raises(PaperError):
        parse_request(b"{}")


@pytest.mark.parametrize("data", [b"", b"PK", pack(BUNDLE)[:-30], b"certificate.pem"])
def test_what_is_no_bundle_is_refused(data: bytes) -> None:
    with pytest.raises(PaperError, match="not a bundle"):
        unpack(data)


@pytest.mark.parametrize(
    ("name", "size"),
    [
        ("other.txt", 1),
        ("papers/../trust.json", 1),
        ("papers/a\\b", 1),
        ("papers/big.json", MOST_MEMBER_BYTES + 1),
    ],
)
def test_a_member_that_does_not_belong_is_refused(name: str, size: int) -> None:
    with pytest.raises(PaperError):
        unpack(_zip({"certificate.pem": b"x", name: b"0" * size}))


def test_a_bundle_without_a_certificate_or_with_too_many_papers_is_refused() -> None:
    with pytest.raises(PaperError, match="not a bundle"):
        unpack(_zip({"papers/trust.json": b"{}"}))
    many = {f"papers/{n}.json": b"" for n in range(MOST_MEMBERS + 1)}
    with pytest.raises(PaperError, match="more than"):
        unpack(_zip(many))


def _zip(members: dict[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return made.getvalue()
