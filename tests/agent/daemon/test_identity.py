# SPDX-License-Identifier: GPL-3.0-or-later
"""The laptop's own keys belong to its certificate, or it does not start."""

from pathlib import Path

import pytest

from agent.daemon.identity import Enrolled, fingerprint_words, load
from agent.daemon.places import Places
from agent.daemon.trouble import DaemonError, Exit
from consent.store.keys import save_key
from tests.fakes.school import School


def test_an_enrolled_laptop_knows_itself(enrolled: Enrolled, school: School) -> None:
    holder = school.pupils[0].holder
    assert enrolled.device == holder.id.hex()
    assert enrolled.fingerprint == holder.fingerprint.hex()
    assert enrolled.root_sha256 == school.root_sha256
    assert enrolled.certificate_der == holder.der


def test_a_laptop_that_is_not_enrolled_says_what_to_type(tmp_path: Path) -> None:
    with pytest.raises(DaemonError, match="inzage-agentd enrol") as trouble:
        load(Places(tmp_path))
    assert trouble.value.code is Exit.NOT_SET_UP


@pytest.mark.parametrize("name", ["tls", "ledger", "seal"])
def test_a_missing_or_damaged_key_is_told(enrolled: Enrolled, name: str) -> None:
    places = enrolled.places
    if name == "tls":
        places.certificate.write_bytes(b"junk")
    else:
        (places.state / "keys" / f"{name}.key").write_bytes(b"junk")
    with pytest.raises(DaemonError, match="damaged") as trouble:
        load(places)
    assert trouble.value.code is Exit.WRONG_USE


def test_keys_of_another_laptop_are_seen(enrolled: Enrolled, school: School) -> None:
    places = enrolled.places
    places.sign_key.unlink()
    save_key(places.sign_key, school.pupils[1].holder.sign_key)
    with pytest.raises(DaemonError, match="do not belong"):
        load(places)


def test_a_missing_root_is_told(enrolled: Enrolled) -> None:
    enrolled.places.pinned.unlink()
    with pytest.raises(DaemonError, match="damaged"):
        load(enrolled.places)


def test_the_roots_number_is_written_as_on_the_letter() -> None:
    assert fingerprint_words("5f2a" + "0" * 60) == "5F2A 0000 0000 0000"
