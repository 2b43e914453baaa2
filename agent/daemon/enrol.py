# SPDX-License-Identifier: GPL-3.0-or-later
"""Enrolment: this laptop makes its own keys and asks the office for a certificate.

No private key ever leaves, and nothing is believed but the root the token or the
letter names. Source: docs/spec/enrolment.md.
"""

import platform
import secrets
from datetime import datetime
from pathlib import Path
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding

from agent.daemon.four_words import four_words
from agent.daemon.papers import take_enrolled
from agent.daemon.places import Places
from agent.daemon.trouble import DaemonError, Exit
from consent.documents import token as tokens
from consent.documents import trust as trusts
from consent.documents.token import Token, ask_mac
from consent.errors import ConsentError, PaperError
from consent.store.files import write_over
from consent.store.keys import (
    load_ed25519,
    load_p256,
    load_x25519,
    new_p256,
    raw_public,
    save_key,
    save_secret,
)
from protocol.aio.enrol import ask_enrol
from protocol.codec import decode_enrol, encode
from protocol.errors import ProtocolError
from protocol.identity import Peer, Role, peer_from_certificate
from protocol.messages.enrolment import LABEL_CHARS, EnrolAsk, EnrolGive

NO_SECRET: Final = bytes(
    32
)  # a request on a stick is trusted because a person brings it


async def by_token(places: Places, token_file: Path, now: datetime) -> str:
    """Enrol over the school's network; gives the label the office will see.

    Raises:
        DaemonError: enrolled already, a token that is none, or an office that says no.
    """
    _check_new(places)
    token = _read_token(token_file, now)
    ask = make_ask(places, token.secret_bytes)
    address, _, port = token.address.rpartition(":")
    try:
        give = await ask_enrol(address, int(port), bytes.fromhex(token.enrol_cert), ask)
    except (ProtocolError, OSError, ValueError) as error:
        raise DaemonError(
            f"The office at {token.address} gave no certificate: {error} "
            "Ask the office whether `enrol serve` runs, and try again.",
            Exit.NOT_GOOD,
        ) from error
    accept(places, give, token.root, now)
    return ask.label


def write_ask(places: Places, out: Path) -> str:
    """Write a request to carry to the office; gives its label.

    Raises:
        DaemonError: enrolled already, or the file cannot be written.
    """
    _check_new(places)
    ask = make_ask(places, NO_SECRET)
    try:
        write_over(out, encode(ask))
    except OSError as error:
        raise DaemonError(
            f"{out} cannot be written: {error}.", Exit.WRONG_USE
        ) from error
    return ask.label


def accept_file(places: Places, answer: Path, root: str | None, now: datetime) -> None:
    """Take the office's answer from a stick.

    Raises:
        DaemonError: no answer to this laptop's request.
    """
    _check_new(places)
    try:
        give = decode_enrol(answer.read_bytes())
    except (OSError, ProtocolError) as error:
        raise DaemonError(
            f"{answer} cannot be read: {error}", Exit.WRONG_USE
        ) from error
    if not isinstance(give, EnrolGive):
        raise DaemonError(f"{answer} is not an answer of the office.", Exit.WRONG_USE)
    accept(places, give, root or _root_of(give), now)


def make_ask(places: Places, secret: bytes) -> EnrolAsk:
    """Make keys where there are none yet, and the request for them."""
    _make_keys(places)
    csr = (
        x509.CertificateSigningRequestBuilder()
        .subject_name(x509.Name([]))
        .sign(load_p256(places.tls_key), hashes.SHA256())
        .public_bytes(Encoding.DER)
    )
    sign_pub = raw_public(load_ed25519(places.sign_key))
    seal_pub = raw_public(load_x25519(places.seal_key))
    label = _label(places)
    mac = ask_mac(secret, csr, sign_pub, seal_pub, label)
    return EnrolAsk(csr, sign_pub, seal_pub, label, mac)


def accept(places: Places, give: EnrolGive, root: str, now: datetime) -> None:
    """Keep a certificate that is truly for our keys, and the school's first papers.

    Raises:
        DaemonError: it is for other keys, or the papers are not of this root.
    """
    peer = _check_ours(places, give)
    seal_key = load_x25519(places.seal_key)
    take_enrolled(places.papers, give.papers, root, peer.id.hex(), seal_key, now)
    pem = x509.load_der_x509_certificate(give.certificate).public_bytes(Encoding.PEM)
    save_secret(places.pinned, root.encode("ascii") + b"\n")
    save_secret(places.certificate, pem)  # last: its presence means enrolled


def _check_new(places: Places) -> None:
    if places.certificate.exists():
        raise DaemonError(
            f"This laptop is enrolled already: {places.certificate} is there. "
            "To enrol it anew, remove its state folder first.",
            Exit.REFUSED,
        )


def _read_token(path: Path, now: datetime) -> Token:
    try:
        token = tokens.parse(path.read_bytes())
    except (OSError, PaperError) as error:
        raise DaemonError(f"{path} is not a token: {error}", Exit.WRONG_USE) from error
    if token.is_expired(now):
        raise DaemonError(
            f"The token in {path} ended on {token.not_after:%d-%m-%Y %H:%M} UTC. "
            "Ask the office for a new one.",
            Exit.REFUSED,
        )
    return token


def _make_keys(places: Places) -> None:
    try:
        if not places.tls_key.exists():
            save_key(places.tls_key, new_p256())
        if not places.sign_key.exists():
            save_key(places.sign_key, Ed25519PrivateKey.generate())
        if not places.seal_key.exists():
            save_key(places.seal_key, X25519PrivateKey.generate())
    except (OSError, ConsentError) as error:
        raise DaemonError(
            f"Keys cannot be kept in {places.state}: {error}", Exit.WRONG_USE
        ) from error


def _label(places: Places) -> str:
    """Name this laptop for the office: its host name and four words on its screen."""
    if not places.asked.exists():
        words = " ".join(four_words(secrets.token_bytes(4)))
        host = platform.node().split(".")[0] or "laptop"
        save_secret(places.asked, f"{host} {words}"[:LABEL_CHARS].encode("utf-8"))
    return places.asked.read_text("utf-8")


def _check_ours(places: Places, give: EnrolGive) -> Peer:
    try:
        peer = peer_from_certificate(give.certificate, Role.DEVICE)
        public = x509.load_der_x509_certificate(give.certificate).public_key()
    except (ProtocolError, ValueError) as error:
        raise DaemonError(
            f"The answer holds no certificate: {error}", Exit.NOT_GOOD
        ) from error
    own = (
        load_p256(places.tls_key).public_key() == public
        and peer.sign_pub == raw_public(load_ed25519(places.sign_key))
        and peer.seal_pub == raw_public(load_x25519(places.seal_key))
    )
    if not own:
        raise DaemonError("The answer is for another laptop.", Exit.NOT_GOOD)
    return peer


def _root_of(give: EnrolGive) -> str:
    """Give the root that came on the stick; a person compares it with the letter."""
    for paper in give.papers:
        if paper.name == "trust":
            try:
                return trusts.parse(paper.body).root_hash
            except PaperError as error:
                raise DaemonError(str(error), Exit.WRONG_USE) from error
    raise DaemonError("The answer holds no trust of a school.", Exit.WRONG_USE)
