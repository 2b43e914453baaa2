# SPDX-License-Identifier: GPL-3.0-or-later
"""What a console signs to open a session, and how an agent checks it.

The agent's fresh nonce and both certificates stand in it, so that a recorded WELCOME
opens nothing and a relay in the middle has the wrong certificates. Python offers no TLS
exporter, so the channel is named this way. Source: docs/spec/session.md "WELCOME".
"""

from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from protocol import constants as c

WELCOME_CONTEXT: Final = b"inzage/welcome/v1\0"


def welcome_bytes(nonce: bytes, agent_fp: bytes, console_fp: bytes) -> bytes:
    """Say which bytes a WELCOME's signature is over.

    Args:
        nonce: the 32 bytes of the agent's HELLO on this very connection.
        agent_fp: SHA-256 of the agent's certificate.
        console_fp: SHA-256 of the console's certificate.

    Raises:
        ValueError: a part has another length, so the parts could be cut elsewhere.
    """
    parts = (nonce, agent_fp, console_fp)
    if [len(part) for part in parts] != [c.NONCE_BYTES, c.HASH_BYTES, c.HASH_BYTES]:
        raise ValueError("A WELCOME is signed over three parts of 32 bytes.")
    return WELCOME_CONTEXT + b"".join(parts)


def is_signed(public: bytes, sig: bytes, data: bytes) -> bool:
    """Say whether this Ed25519 key made this signature over these bytes."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(sig, data)
    except (InvalidSignature, ValueError):
        return False
    return True
