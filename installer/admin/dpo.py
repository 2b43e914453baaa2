# SPDX-License-Identifier: GPL-3.0-or-later
"""The DPO's own key, on the DPO's own machine; only its public half leaves it."""

from pathlib import Path
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.store.files import write_over
from consent.store.keys import load_ed25519, raw_public, save_key
from installer.admin.office import SETTINGS
from installer.admin.trouble import Exit, OfficeError

KEY: Final = "dpo.key"
PUBLIC: Final = "dpo.pub"
KEY_CHARS: Final = 64


def init_dpo(folder: Path, passphrase: bytes | None) -> Path:
    """Make the DPO's key and give the file to hand to the office.

    Raises:
        OfficeError: an office's key lies here: two signatures must be two places.
    """
    if (folder / SETTINGS).exists() or list(folder.glob("**/office.key")):
        raise OfficeError("dpo.office_here", folder=folder)
    key = Ed25519PrivateKey.generate()
    save_key(folder / KEY, key, passphrase)
    public = folder / PUBLIC
    write_over(public, f"{raw_public(key).hex()}\n".encode("ascii"))
    return public


def load_dpo(folder: Path, passphrase: bytes | None) -> Ed25519PrivateKey:
    """Load the DPO's key from the DPO's folder."""
    return load_ed25519(folder / KEY, passphrase)


def read_public(file: Path) -> bytes:
    """Read a public key as `dpo init` wrote it.

    Raises:
        OfficeError: it is something else.
    """
    try:
        text = file.read_text("ascii").strip()
        public = bytes.fromhex(text)
    except (OSError, ValueError) as error:
        raise OfficeError("dpo.no_public", Exit.WRONG_USE, file=file) from error
    if len(text) != KEY_CHARS or text != public.hex():
        raise OfficeError("dpo.no_public", Exit.WRONG_USE, file=file)
    return public
