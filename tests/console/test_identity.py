# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher's keys and certificate belong together, or the console does not start."""

from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.serialization import Encoding

from consent.store.keys import new_p256, save_key
from console.errors import NotSetUpError, RefusedError
from console.identity import (
    asks_passphrase,
    is_set_up,
    load_identity,
    read_certificate,
)
from console.settings import State
from tests.console.site import console_state, demo_school


def test_a_console_that_is_set_up_knows_who_it_is(tmp_path: Path) -> None:
    school = demo_school(1)
    state = console_state(school, tmp_path / "c")
    identity = load_identity(state, None)
    assert is_set_up(state)
    assert not asks_passphrase(state)
    assert identity.own.fingerprint.hex() == school.teachers[0].fingerprint
    assert identity.password is None


def test_without_keys_it_says_what_to_do(tmp_path: Path) -> None:
    state = State(tmp_path)
    with pytest.raises(NotSetUpError, match="inzage-console request"):
        load_identity(state, None)
    with pytest.raises(NotSetUpError, match="inzage-console request"):
        asks_passphrase(state)


def test_a_passphrase_is_asked_and_a_wrong_one_refused(tmp_path: Path) -> None:
    holder = demo_school(1).teachers[0].holder
    state = State(tmp_path)
    save_key(state.tls_key, holder.tls_key, b"geheim")
    save_key(state.sign_key, holder.sign_key, b"geheim")
    state.certificate.write_bytes(holder.certificate.public_bytes(Encoding.PEM))
    assert asks_passphrase(state)
    assert load_identity(state, "geheim").password == b"geheim"
    for wrong in (None, "anders"):
        with pytest.raises(RefusedError, match="key does not open"):
            load_identity(state, wrong)


@pytest.mark.parametrize("which", ["tls_key", "sign_key"])
def test_a_certificate_of_other_keys_is_refused(tmp_path: Path, which: str) -> None:
    state = console_state(demo_school(1), tmp_path / "c")
    path: Path = getattr(state, which)
    path.unlink()
    other = new_p256() if which == "tls_key" else Ed25519PrivateKey.generate()
    save_key(path, other)
    with pytest.raises(RefusedError, match="other keys"):
        load_identity(state, None)


def test_S23_D10_a_laptops_certificate_is_no_teachers(tmp_path: Path) -> None:
    laptop = demo_school(1).pupils[0].holder.certificate
    for pem in (b"", b"no certificate", laptop.public_bytes(Encoding.PEM)):
        with pytest.raises(NotSetUpError, match="office"):
            read_certificate(pem)
