# SPDX-License-Identifier: GPL-3.0-or-later
"""Another DPO waits in the open, unless the one before agreed."""

from datetime import timedelta
from pathlib import Path

import pytest

from consent.documents.trust import DPO_CHANGE_WAITS
from installer.admin.dpo import init_dpo, load_dpo, read_public
from installer.admin.school_renew import Renewal, load_root, renew
from installer.admin.trust_before import dpo_counts_from, standing
from tests.fakes.office import NOW, new_office

LATER = NOW + timedelta(days=3)


@pytest.mark.parametrize("old_agrees", [True, False])
def test_D04_another_dpo_counts_at_once_or_after_the_wait(
    tmp_path: Path,
    old_agrees: bool,  # noqa: FBT001 -- a parameter
) -> None:
    office = new_office(tmp_path)
    old = office.trust()
    assert standing(office, NOW).in_force == old
    renewal = Renewal(
        root=load_root(tmp_path / "root", None),
        dpo_pub=read_public(init_dpo(tmp_path / "new", None)),
        old_dpo=load_dpo(tmp_path / "dpo", None) if old_agrees else None,
    )
    renew(office, renewal, LATER)
    in_force = standing(office, LATER).in_force
    assert in_force == (office.trust() if old_agrees else old)
    counts = dpo_counts_from(office, LATER)
    assert counts == (None if old_agrees else LATER + DPO_CHANGE_WAITS)
    assert dpo_counts_from(office, LATER + DPO_CHANGE_WAITS) is None


def test_the_same_dpo_waits_for_nothing(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    renew(office, Renewal(load_root(tmp_path / "root", None)), LATER)
    assert dpo_counts_from(office, LATER) is None


def test_D04_a_letter_after_the_wait_waits_no_more_and_one_within_it_begins_anew(
    tmp_path: Path,
) -> None:
    office = new_office(tmp_path)
    root = load_root(tmp_path / "root", None)
    public = read_public(init_dpo(tmp_path / "new", None))
    renew(office, Renewal(root, public), LATER)
    within = LATER + timedelta(days=5)
    renew(office, Renewal(root), within)
    assert dpo_counts_from(office, within) == within + DPO_CHANGE_WAITS
    after = within + DPO_CHANGE_WAITS
    renew(office, Renewal(root), after)
    assert dpo_counts_from(office, after) is None
    assert standing(office, after).in_force == office.trust()
