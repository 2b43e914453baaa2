# SPDX-License-Identifier: GPL-3.0-or-later
"""A laptop asks the one office its token names, and nobody else."""

import asyncio
import ssl
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
)
from cryptography.x509.oid import NameOID

from protocol import constants as c
from protocol.aio.enrol import ask_enrol, serve_enrol
from protocol.errors import ProtocolError
from protocol.messages.enrolment import EnrolAsk, EnrolGive, EnrolPaper

ASK = EnrolAsk(b"csr", b"s" * 32, b"x" * 32, "laptop-1", b"m" * 32)
GIVE = EnrolGive(b"der", (EnrolPaper("trust", b"0" * 100_000, b"sigs"),))
HERE = "127.0.0.1"


def _office(folder: Path, name: str) -> tuple[Path, Path, bytes]:
    key = ec.generate_private_key(ec.SECP256R1())
    who = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "office")])
    now = datetime.now(UTC)  # noqa: TID251 -- a certificate of this very minute
    certificate = (
        x509.CertificateBuilder()
        .subject_name(who)
        .issuer_name(who)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    cert_file, key_file = folder / f"{name}.pem", folder / f"{name}.key"
    cert_file.write_bytes(certificate.public_bytes(Encoding.PEM))
    key_file.write_bytes(
        key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    )
    return cert_file, key_file, certificate.public_bytes(Encoding.DER)


def _ask(
    folder: Path, answer: Callable[[EnrolAsk], EnrolGive | None], pin: bytes = b""
) -> EnrolGive:
    async def talk() -> EnrolGive:
        cert, key, der = _office(folder, "office")
        door = await serve_enrol(HERE, 0, cert, key, answer)
        try:
            return await ask_enrol(HERE, door.port, pin or der, ASK)
        finally:
            await door.close()

    return asyncio.run(talk())


def test_a_laptop_gets_what_the_office_gives(tmp_path: Path) -> None:
    heard: list[EnrolAsk] = []

    def answer(ask: EnrolAsk) -> EnrolGive:
        heard.append(ask)
        return GIVE

    assert _ask(tmp_path, answer) == GIVE
    assert heard == [ASK]


def test_a_no_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(ProtocolError, match="did not give"):
        _ask(tmp_path, lambda _: None)


def test_an_office_with_another_certificate_hears_nothing(tmp_path: Path) -> None:
    other = _office(tmp_path, "other")[2]
    heard: list[EnrolAsk] = []
    with pytest.raises(ProtocolError, match="somebody else"):
        _ask(tmp_path, heard.append, other)
    assert heard == []


@pytest.mark.parametrize(
    "sent",
    [b"\0\0\0\x05hello", b"\xff\xff\xff\xff", b"\0\0\0\xffshort", b""],
    ids=["no message", "too long", "cut short", "nothing"],
)
def test_a_broken_asker_gets_nothing_and_the_next_one_is_answered(
    tmp_path: Path, sent: bytes
) -> None:
    async def talk() -> tuple[bytes, EnrolGive]:
        cert, key, der = _office(tmp_path, "office")
        door = await serve_enrol(HERE, 0, cert, key, lambda _: GIVE)
        tls = ssl.create_default_context(cadata=ssl.DER_cert_to_PEM_cert(der))
        tls.check_hostname = False
        tls.verify_flags &= ~ssl.VERIFY_X509_STRICT
        tls.set_alpn_protocols([c.ENROL_ALPN])
        reader, writer = await asyncio.open_connection(HERE, door.port, ssl=tls)
        writer.write(sent)
        await writer.drain()
        writer.transport.abort() if len(sent) in {0, 9} else None
        got = await reader.read()
        writer.close()
        give = await ask_enrol(HERE, door.port, der, ASK)
        await door.close()
        return got, give

    assert asyncio.run(talk()) == (b"", GIVE)
