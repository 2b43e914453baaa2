# SPDX-License-Identifier: GPL-3.0-or-later
"""Private keys in files: PKCS#8, readable by their owner alone, never written over.

Source: docs/rights.md S09, S21.
"""

from enum import StrEnum
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.asymmetric.ed25519 import (
    Ed25519PrivateKey,
    Ed25519PublicKey,
)
from cryptography.hazmat.primitives.asymmetric.x25519 import (
    X25519PrivateKey,
    X25519PublicKey,
)
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
    load_pem_private_key,
)

from consent.errors import ConsentError
from consent.store.files import write_new

PrivateKey = Ed25519PrivateKey | X25519PrivateKey | EllipticCurvePrivateKey


class KeyTrouble(StrEnum):
    """What can be the matter with a key file."""

    THERE = "there"
    LOCKED = "locked"
    WRONG = "wrong"
    KIND = "kind"
    UNREADABLE = "unreadable"


class KeyFileError(ConsentError):
    """A key file that is missing, of another kind, or behind another passphrase."""

    def __init__(self, sentence: str, trouble: KeyTrouble, path: Path) -> None:
        """Keep what is the matter beside the sentence, for other languages."""
        super().__init__(sentence)
        self.trouble, self.path = trouble, path


def new_p256() -> EllipticCurvePrivateKey:
    """Make a TLS key."""
    return generate_private_key(SECP256R1())


def save_key(path: Path, key: PrivateKey, passphrase: bytes | None = None) -> None:
    """Write a key to a new file, on disk before this returns.

    Raises:
        KeyFileError: a file is there already; a key is never written over.
    """
    hidden = BestAvailableEncryption(passphrase) if passphrase else NoEncryption()
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, hidden)
    save_secret(path, pem)


def save_secret(path: Path, data: bytes) -> None:
    """Write bytes that only their owner may read to a new file.

    Raises:
        KeyFileError: a file is there already.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    try:
        write_new(path, data)
    except FileExistsError as error:
        sentence = f"{path} is there already; keys are never replaced."
        raise KeyFileError(sentence, KeyTrouble.THERE, path) from error


def load_ed25519(path: Path, passphrase: bytes | None = None) -> Ed25519PrivateKey:
    """Read a signing key; raises KeyFileError."""
    key = _load(path, passphrase)
    if not isinstance(key, Ed25519PrivateKey):
        raise _other_kind(path)
    return key


def load_x25519(path: Path, passphrase: bytes | None = None) -> X25519PrivateKey:
    """Read a key that slips are sealed to; raises KeyFileError."""
    key = _load(path, passphrase)
    if not isinstance(key, X25519PrivateKey):
        raise _other_kind(path)
    return key


def load_p256(path: Path, passphrase: bytes | None = None) -> EllipticCurvePrivateKey:
    """Read a TLS or certificate-authority key; raises KeyFileError."""
    key = _load(path, passphrase)
    if not isinstance(key, EllipticCurvePrivateKey):
        raise _other_kind(path)
    return key


def is_locked(path: Path) -> bool:
    """Say whether a key file asks for a passphrase; raises KeyFileError."""
    return b"ENCRYPTED PRIVATE KEY" in _read(path)


def raw_public(key: Ed25519PrivateKey | X25519PrivateKey) -> bytes:
    """Give the 32 bytes of the public half."""
    public: Ed25519PublicKey | X25519PublicKey = key.public_key()
    return public.public_bytes(Encoding.Raw, PublicFormat.Raw)


def _load(path: Path, passphrase: bytes | None) -> object:
    try:
        return load_pem_private_key(_read(path), passphrase)
    except TypeError as error:
        sentence = f"{path} asks for a passphrase."
        raise KeyFileError(sentence, KeyTrouble.LOCKED, path) from error
    except ValueError as error:
        sentence = f"{path}: a wrong passphrase, or not a key."
        raise KeyFileError(sentence, KeyTrouble.WRONG, path) from error


def _other_kind(path: Path) -> KeyFileError:
    sentence = f"{path} holds another kind of key."
    return KeyFileError(sentence, KeyTrouble.KIND, path)


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        sentence = f"{path} cannot be read: {error.strerror}."
        raise KeyFileError(sentence, KeyTrouble.UNREADABLE, path) from error
