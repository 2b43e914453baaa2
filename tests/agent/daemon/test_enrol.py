# SPDX-License-Identifier: GPL-3.0-or-later
"""Enrolment: own keys, a request, a certificate that is truly for them."""

import secrets
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.serialization import Encoding

from agent.daemon import enrol
from agent.daemon.identity import Enrolled, load
from agent.daemon.places import Places
from agent.daemon.trouble import DaemonError, Exit
from consent.documents import token as tokens
from consent.documents.signed import Kind, encode_signatures
from consent.documents.token import Token
from protocol.aio.enrol import serve_enrol
from protocol.codec import decode_enrol, encode
from protocol.identity import Role
from protocol.messages.enrolment import EnrolAsk, EnrolGive, EnrolPaper
from tests.fakes import certificates
from tests.fakes.certificates import wall_now
from tests.fakes.school import School

NOW = wall_now()


def _give(school: School, ask: EnrolAsk, *, other: bool = False) -> EnrolGive:
    """Answer as an office does."""
    key = x509.load_der_x509_csr(ask.csr).public_key()
    assert isinstance(key, EllipticCurvePublicKey)
    sign_pub = secrets.token_bytes(32) if other else ask.sign_pub
    der = certificates.certify(
        school.certificates.devices_ca,
        Role.DEVICE,
        key,
        sign_pub,
        ask.seal_pub,
    )
    papers = tuple(
        EnrolPaper(
            kind.value,
            school.papers[kind].body,
            encode_signatures(school.papers[kind].signatures),
        )
        for kind in (Kind.TRUST, Kind.CHARTER, Kind.REVOCATIONS)
    )
    return EnrolGive(der, papers)


def _token(school: School, port: int, cert: bytes, **changes: object) -> bytes:
    fields: dict[str, object] = {
        "id": secrets.token_hex(16),
        "school": school.trust.school,
        "root": school.root_sha256,
        "address": f"127.0.0.1:{port}",
        "enrol_cert": cert.hex(),
        "secret": secrets.token_hex(32),
        "uses": 1,
        "not_after": NOW + timedelta(hours=1),
        "networks": (),
    }
    return tokens.encode(Token(**{**fields, **changes}))  # type: ignore[arg-type]


async def test_a_laptop_enrols_over_the_network(school: School, tmp_path: Path) -> None:
    office = certificates.self_signed(Role.TEACHER)
    cert, key = office.write(tmp_path, "office")
    seen: list[EnrolAsk] = []

    def answer(ask: EnrolAsk) -> EnrolGive:
        seen.append(ask)
        return _give(school, ask)

    door = await serve_enrol("127.0.0.1", 0, cert, key, answer)
    file = tmp_path / "token.json"
    file.write_bytes(_token(school, door.port, office.der))
    places = Places(tmp_path / "state")
    label = await enrol.by_token(places, file, NOW)
    await door.close()
    enrolled = load(places)
    assert enrolled.root_sha256 == school.root_sha256
    assert (seen[0].label, len(label.split())) == (label, 5)
    assert places.tls_key.stat().st_mode & 0o777 == 0o600
    token = tokens.parse(file.read_bytes())
    mac = tokens.ask_mac(
        token.secret_bytes, seen[0].csr, seen[0].sign_pub, seen[0].seal_pub, label
    )
    assert seen[0].mac == mac
    with pytest.raises(DaemonError, match="enrolled already"):
        await enrol.by_token(places, file, NOW)


async def test_an_office_that_says_no_leaves_a_laptop_that_can_try_again(
    school: School, tmp_path: Path
) -> None:
    office = certificates.self_signed(Role.TEACHER)
    cert, key = office.write(tmp_path, "office")
    door = await serve_enrol("127.0.0.1", 0, cert, key, lambda _: None)
    file = tmp_path / "token.json"
    file.write_bytes(_token(school, door.port, office.der))
    places = Places(tmp_path / "state")
    with pytest.raises(DaemonError, match="enrol serve") as trouble:
        await enrol.by_token(places, file, NOW)
    await door.close()
    assert trouble.value.code is Exit.NOT_GOOD
    assert not places.certificate.exists()


async def test_a_token_that_is_old_or_none_is_refused(
    school: School, tmp_path: Path
) -> None:
    office = certificates.self_signed(Role.TEACHER)
    file = tmp_path / "token.json"
    places = Places(tmp_path / "state")
    file.write_bytes(
        _token(school, 1, office.der, not_after=NOW - timedelta(seconds=1))
    )
    with pytest.raises(DaemonError, match="ended") as trouble:
        await enrol.by_token(places, file, NOW)
    assert trouble.value.code is Exit.REFUSED
    file.write_bytes(b"{}")
    with pytest.raises(DaemonError, match="not a token"):
        await enrol.by_token(places, file, NOW)


def test_a_stick_carries_request_and_answer(school: School, tmp_path: Path) -> None:
    places = Places(tmp_path / "state")
    label = enrol.write_ask(places, tmp_path / "ask")
    assert enrol.write_ask(places, tmp_path / "ask") == label
    ask = decode_enrol((tmp_path / "ask").read_bytes())
    assert isinstance(ask, EnrolAsk)
    (tmp_path / "give").write_bytes(encode(_give(school, ask)))
    enrol.accept_file(places, tmp_path / "give", None, NOW)
    assert load(places).root_sha256 == school.root_sha256
    with pytest.raises(DaemonError, match="enrolled already"):
        enrol.write_ask(places, tmp_path / "ask")


def test_an_answer_for_another_laptop_is_refused(
    school: School, tmp_path: Path
) -> None:
    places = Places(tmp_path / "state")
    ask = enrol.make_ask(places, bytes(32))
    (tmp_path / "give").write_bytes(encode(_give(school, ask, other=True)))
    with pytest.raises(DaemonError, match="another laptop"):
        enrol.accept_file(places, tmp_path / "give", None, NOW)
    assert not places.certificate.exists()


def test_an_answer_of_another_root_than_the_letters_is_refused(
    school: School, tmp_path: Path
) -> None:
    places = Places(tmp_path / "state")
    ask = enrol.make_ask(places, bytes(32))
    (tmp_path / "give").write_bytes(encode(_give(school, ask)))
    with pytest.raises(DaemonError, match="not of the school"):
        enrol.accept_file(places, tmp_path / "give", "ab" * 32, NOW)


@pytest.mark.parametrize("what", ["missing", "junk", "ask", "no_trust", "no_cert"])
def test_an_answer_that_is_none_is_told(
    school: School, tmp_path: Path, what: str
) -> None:
    places = Places(tmp_path / "state")
    ask = enrol.make_ask(places, bytes(32))
    give = _give(school, ask)
    data = {
        "junk": b"junk",
        "ask": encode(ask),
        "no_trust": encode(EnrolGive(give.certificate, ())),
        "no_cert": encode(EnrolGive(b"junk", give.papers)),
    }.get(what)
    if data is not None:
        (tmp_path / "give").write_bytes(data)
    with pytest.raises(DaemonError):
        enrol.accept_file(places, tmp_path / "give", None, NOW)


def test_what_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(DaemonError, match="cannot be written"):
        enrol.write_ask(Places(tmp_path / "state"), tmp_path / "no" / "ask")
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(DaemonError, match="cannot be kept"):
        enrol.write_ask(Places(tmp_path / "file" / "state"), tmp_path / "ask")


def test_an_enrolled_laptop_shows_its_certificate(enrolled: Enrolled) -> None:
    pem = enrolled.places.certificate.read_bytes()
    der = x509.load_pem_x509_certificate(pem).public_bytes(Encoding.DER)
    assert der == enrolled.certificate_der
