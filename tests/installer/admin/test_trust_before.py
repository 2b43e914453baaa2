# SPDX-License-Identifier: GPL-3.0-or-later
"""Another DPO waits in the open, unless the one before agreed."""

from datetime import timedelta
from pathlib import Path

import pytest

from consent.documents.trust import DPO_CHANGE_WAITS
from installer.admin.dpo import init_dpo, load_dpo, read_public
from installer.admin.school_renew import Renewal, load_root, renew
from installer.admin.trust_before import dpo_counts_from, trust_before
from tests.fakes.office import NOW, new_office

LATER = NOW + timedelta(days=3)


@pytest.mark.parametrize("old_agrees", [True, False])
def test_D04_another_dpo_counts_at_once_or_after_the_wait(
    tmp_path: Path,
    old_agrees: bool,  # noqa: FBT001 -- a parameter
) -> None:
    office = new_office(tmp_path)
    old = office.trust()
    assert trust_before(office) is None
    renewal = Renewal(
        root=load_root(tmp_path / "root", None),
        dpo_pub=read_public(init_dpo(tmp_path / "new", None)),
        old_dpo=load_dpo(tmp_path / "dpo", None) if old_agrees else None,
    )
    renew(office, renewal, LATER)
    assert trust_before(office) == old
    counts = dpo_counts_from(office, LATER)
    assert counts == (None if old_agrees else LATER + DPO_CHANGE_WAITS)
    assert dpo_counts_from(office, LATER + DPO_CHANGE_WAITS) is None


def test_the_same_dpo_waits_for_nothing(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    renew(office, Renewal(load_root(tmp_path / "root", None)), LATER)
    assert dpo_counts_from(office, LATER) is None
