# SPDX-License-Identifier: GPL-3.0-or-later
"""A token gives certificates as often as it says; every laptop starts pending."""

from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding

from consent.documents import token as tokens
from consent.store.register.laptops import pending
from installer.admin.enrolment import (
    TokenWish,
    answer_by_hand,
    answer_with_token,
    new_token,
)
from installer.admin.trouble import Exit, OfficeError
from protocol.identity import Role, peer_from_certificate
from tests.fakes.office import NOW, laptop, new_office

WISH = TokenWish(2, "127.0.0.1:47312", ("127.0.0.0/8",))


def test_a_laptop_with_the_token_gets_its_own_certificate_and_waits(
    tmp_path: Path,
) -> None:
    office = new_office(tmp_path)
    token, path = new_token(office, WISH, NOW)
    assert tokens.parse(path.read_bytes()) == token
    asking = laptop("laptop-1 vier woorden", token.secret_bytes)
    give = answer_with_token(office, asking.ask, NOW)
    assert give is not None
    peer = peer_from_certificate(give.certificate, Role.DEVICE)
    assert peer.sign_pub == asking.ask.sign_pub
    assert peer.seal_pub == asking.ask.seal_pub
    assert [paper.name for paper in give.papers] == ["trust", "revocations"]
    with office.register.begin() as desk:
        (waiting,) = pending(desk, office.school)
        assert waiting.label == "laptop-1 vier woorden"
        assert waiting.id == peer.id.hex()


def test_a_token_runs_out_ends_and_needs_its_secret(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    token, _ = new_token(office, WISH, NOW)
    secret, tomorrow = token.secret_bytes, NOW + timedelta(days=1)
    assert answer_with_token(office, laptop("x", b"w" * 32).ask, NOW) is None
    assert answer_with_token(office, laptop("x", secret).ask, tomorrow) is None
    for _ in range(2):
        assert answer_with_token(office, laptop("x", secret).ask, NOW)
    assert answer_with_token(office, laptop("x", secret).ask, NOW) is None


def test_a_request_that_proves_nothing_gets_nothing_and_costs_no_use(
    tmp_path: Path,
) -> None:
    office = new_office(tmp_path)
    token, _ = new_token(office, TokenWish(1, WISH.address, ()), NOW)
    secret = token.secret_bytes
    builder = x509.CertificateSigningRequestBuilder().subject_name(x509.Name([]))
    other_kind = builder.sign(Ed25519PrivateKey.generate(), None)
    good = laptop("x", secret).ask.csr
    for csr in (b"no request", other_kind.public_bytes(Encoding.DER), _flip(good)):
        assert answer_with_token(office, laptop("x", secret, csr=csr).ask, NOW) is None
    assert answer_with_token(office, laptop("x", secret).ask, NOW) is not None


def test_a_request_on_a_stick_is_answered_by_hand(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    give = answer_by_hand(office, laptop("x").ask, NOW)
    assert peer_from_certificate(give.certificate, Role.DEVICE).role is Role.DEVICE
    with pytest.raises(OfficeError, match=r"enrol\.bad_ask"):
        answer_by_hand(office, laptop("x", csr=b"no").ask, NOW)


@pytest.mark.parametrize(
    "wish",
    [
        TokenWish(0, WISH.address, ()),
        TokenWish(501, WISH.address, ()),
        TokenWish(1, WISH.address, (), hours=25),
        TokenWish(1, "", ()),
        TokenWish(1, "10.0.0.5", ()),
        TokenWish(1, "10.0.0.5:port", ()),
        TokenWish(1, WISH.address, ("10.0.0.0",)),
        TokenWish(1, WISH.address, ("8.8.8.0/24",)),
    ],
)
def test_a_token_that_would_be_too_strong_or_useless_is_not_made(
    tmp_path: Path, wish: TokenWish
) -> None:
    office = new_office(tmp_path)
    with pytest.raises(OfficeError) as caught:
        new_token(office, wish, NOW)
    assert caught.value.code is Exit.WRONG_USE


def test_strange_files_among_the_tokens_open_nothing(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    token, path = new_token(office, WISH, NOW)
    (path.parent / "0.json").write_bytes(b"{}")
    assert answer_with_token(office, laptop("x", token.secret_bytes).ask, NOW)


def _flip(der: bytes) -> bytes:
    return der[:-1] + bytes([der[-1] ^ 1])
