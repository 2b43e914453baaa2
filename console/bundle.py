# SPDX-License-Identifier: GPL-3.0-or-later
"""Becoming a teacher's console: keys made here, a request out, a bundle in.

No private key ever travels. The bundle is believed only as far as the root number on
the school's letter says so.

Source: docs/spec/enrolment.md "A teacher's console".
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding

from consent.documents import trust as trusts
from consent.documents.signed import Kind, SignedPaper, decode_signatures
from consent.documents.trust import Trust
from consent.errors import ConsentError
from consent.store import keys
from consent.store.bundle import Request, encode_request, unpack
from console.errors import ConsoleError, NotSetUpError, RefusedError
from console.identity import read_certificate
from console.papers import Papers
from console.settings import State, keep_file, read_root

Believe = Callable[[Trust], bool]


def make_request(state: State, passphrase: str | None) -> bytes:
    """Make this computer's two keys, or use those that are here; give the request.

    Raises:
        RefusedError: there are keys here that this passphrase does not open.
    """
    password = passphrase.encode() if passphrase else None
    try:
        if not state.tls_key.exists():
            keys.save_key(state.tls_key, keys.new_p256(), password)
        if not state.sign_key.exists():
            keys.save_key(state.sign_key, Ed25519PrivateKey.generate(), password)
        tls_key = keys.load_p256(state.tls_key, password)
        sign_key = keys.load_ed25519(state.sign_key, password)
    except ConsentError as error:
        raise RefusedError(str(error)) from error
    builder = x509.CertificateSigningRequestBuilder().subject_name(x509.Name([]))
    csr = builder.sign(tls_key, hashes.SHA256())
    return encode_request(
        Request(
            csr=csr.public_bytes(Encoding.DER).hex(),
            sign_pub=keys.raw_public(sign_key).hex(),
        )
    )


def import_bundle(state: State, data: bytes, now: datetime, believe: Believe) -> Trust:
    """Take in what the office gave.

    Args:
        state: where this console keeps its files.
        data: the bundle.
        now: aware UTC.
        believe: whether this school's number is the one on the letter; asked only
            when this console does not know its school yet.

    Raises:
        ConsoleError: it is no bundle, or lacks the papers of a school.
        RefusedError: it is of another school, or of other keys than ours.
    """
    try:
        bundle = unpack(data)
        papers = list(_papers(bundle.papers))
        trust = _trust(papers)
    except ConsentError as error:
        raise ConsoleError(f"{error} Ask the office for a new bundle.") from error
    teacher = read_certificate(bundle.certificate_pem)
    _check_key(state, bundle.certificate_pem)
    known = read_root(state)
    if known and known != trust.root_hash:
        raise RefusedError("This bundle is of another school than this console.")
    if not known and not believe(trust):
        raise RefusedError(
            f"The number of this school is {number(trust.root_hash)}. Compare it with"
            " the school's letter, and give the whole number with --root."
        )
    shelf = Papers(trust.root_hash, state.papers, teacher.id.hex())
    shelf.restore(now)
    shelf.take_bundle(papers, now)
    if shelf.shelf.trust is None:
        raise RefusedError("The bundle's papers are not signed by its own school.")
    keep_file(state.certificate, bundle.certificate_pem)
    keep_file(state.root, trust.root_hash.encode())
    return trust


def number(root_hash: str) -> str:
    """Write the first part of a fingerprint as the letter does."""
    text = root_hash.upper()
    return " ".join(text[at : at + 4] for at in range(0, 16, 4)) + " …"


def _papers(files: Mapping[str, bytes]) -> Iterator[SignedPaper]:
    for name, body in sorted(files.items()):
        stem, _, ending = name.rpartition(".")
        word = stem.partition("-")[0]
        if word not in set(Kind):
            continue
        if ending == "sealed":
            yield SignedPaper(Kind.SLIP, body)
        elif ending == "json":
            signatures = decode_signatures(files.get(f"{stem}.sig", b""))
            yield SignedPaper(Kind(word), body, signatures)


def _trust(papers: list[SignedPaper]) -> Trust:
    found = [trusts.parse(p.body) for p in papers if p.kind is Kind.TRUST]
    if not found:
        raise ConsoleError("The bundle has no trust of a school in it.")
    return max(found, key=lambda trust: trust.serial)


def _check_key(state: State, pem: bytes) -> None:
    """Refuse a certificate made for another computer; a locked key is asked later."""
    if not state.tls_key.exists():
        raise NotSetUpError(
            f"There is no key in {state.folder} yet."
            " First make one with `inzage-console request FILE`."
        )
    if keys.is_locked(state.tls_key):
        return
    own = keys.load_p256(state.tls_key).public_key()
    if x509.load_pem_x509_certificate(pem).public_key() != own:
        raise RefusedError("This bundle was made for another computer.")
