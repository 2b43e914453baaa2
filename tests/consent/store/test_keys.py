# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys are written once, for their owner alone, and read back as what they are."""

import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from consent.store.keys import (
    KeyFileError,
    KeyTrouble,
    is_locked,
    load_ed25519,
    load_p256,
    load_x25519,
    new_p256,
    raw_public,
    save_key,
)


def test_S21_every_kind_is_read_back_and_only_its_owner_may_read_it(
    tmp_path: Path,
) -> None:
    sign, seal, tls = (
        Ed25519PrivateKey.generate(),
        X25519PrivateKey.generate(),
        new_p256(),
    )
    for name, key in (("sign", sign), ("seal", seal), ("tls", tls)):
        save_key(tmp_path / "keys" / name, key)
        mode = stat.S_IMODE((tmp_path / "keys" / name).stat().st_mode)
        assert mode == 0o600
    assert raw_public(load_ed25519(tmp_path / "keys/sign")) == raw_public(sign)
    assert raw_public(load_x25519(tmp_path / "keys/seal")) == raw_public(seal)
    assert load_p256(tmp_path / "keys/tls").public_key() == tls.public_key()


def test_a_passphrase_is_asked_for_and_checked(tmp_path: Path) -> None:
    key, path = Ed25519PrivateKey.generate(), tmp_path / "key"
    save_key(path, key, b"geheim")
    assert is_locked(path)
    assert raw_public(load_ed25519(path, b"geheim")) == raw_public(key)
    with pytest.raises(KeyFileError, match="wrong passphrase") as caught:
        load_ed25519(path, b"mis")
    assert (caught.value.trouble, caught.value.path) == (KeyTrouble.WRONG, path)
    with pytest.raises(KeyFileError, match="asks for a passphrase"):
        load_ed25519(path)


def test_a_key_is_never_written_over(tmp_path: Path) -> None:
    path = tmp_path / "key"
    save_key(path, Ed25519PrivateKey.generate())
    before = path.read_bytes()
    with pytest.raises(KeyFileError, match="never replaced"):
        save_key(path, Ed25519PrivateKey.generate())
    assert path.read_bytes() == before
    assert not is_locked(path)


def test_a_missing_broken_or_other_key_is_one_sentence(tmp_path: Path) -> None:
    save_key(tmp_path / "seal", X25519PrivateKey.generate())
    (tmp_path / "broken").write_bytes(b"no key")
    for name, why, trouble in (
        ("seal", "another kind", KeyTrouble.KIND),
        ("broken", "not a key", KeyTrouble.WRONG),
        ("missing", "cannot be read", KeyTrouble.UNREADABLE),
    ):
        with pytest.raises(KeyFileError, match=why) as caught:
            load_ed25519(tmp_path / name)
        assert caught.value.trouble is trouble
