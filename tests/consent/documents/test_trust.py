# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.documents.trust: four keys, two CAs, one zone."""

from datetime import timedelta

import msgspec
import pytest

from consent.documents.signed import Signer
from tests.fakes.school import NOW, make_school

SCHOOL = make_school()
TRUST = SCHOOL.trust


@pytest.mark.parametrize(
    "change",
    [
        {"dpo": TRUST.office},
        {"fresh": TRUST.office},
        {"office": TRUST.root},
        {"devices_ca": TRUST.teachers_ca},
        {"timezone": "Europe/Brussel"},
        {"timezone": "../../etc/passwd"},
        {"timezone": "/etc/localtime"},
        {"not_after": NOW + timedelta(days=732)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_D04_roles_are_apart_and_a_trust_dies(change: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"must|may|names no"):
        msgspec.structs.replace(TRUST, **change)


def test_it_knows_its_zone_and_its_keys() -> None:
    assert TRUST.zone.key == "Europe/Brussels"
    assert TRUST.key_of(Signer.DPO).hex() == TRUST.dpo
    assert TRUST.root_hash == SCHOOL.root_sha256


def test_D16_a_demo_says_so() -> None:
    assert not TRUST.is_demo
    assert make_school(kind="demo").trust.is_demo
