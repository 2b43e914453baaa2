# SPDX-License-Identifier: GPL-3.0-or-later
"""A charter counts when the office and the DPO both signed the same bytes."""

from pathlib import Path

import pytest

from consent.documents.signed import Signer, checks
from installer.admin.charter_signing import propose, sign_as_dpo
from installer.admin.office import find
from installer.admin.publish import signed_charter
from installer.admin.trouble import Exit, OfficeError
from tests.fakes.office import NOW, filled_draft, new_office, sign_charter


def test_both_signatures_stand_under_the_same_bytes(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    sign_charter(office, tmp_path)
    paper, trust = signed_charter(office, NOW), office.trust()
    for signature in paper.signatures:
        key = trust.key_of(signature.by)
        assert checks(paper.kind, paper.body, signature, key)
    assert {s.by for s in paper.signatures} == {Signer.OFFICE, Signer.DPO}


def test_R42_D04_one_signature_is_not_enough(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    propose(office, filled_draft(), NOW)
    with pytest.raises(OfficeError, match=r"publish\.no_charter"):
        signed_charter(office, NOW)


def test_a_newer_proposal_leaves_the_old_charter_until_it_is_signed(
    tmp_path: Path,
) -> None:
    office = new_office(tmp_path)
    sign_charter(office, tmp_path)
    old = signed_charter(office, NOW)
    office.places.for_consoles.put(old)
    propose(office, filled_draft(), NOW)
    assert signed_charter(office, NOW) == old


def test_a_damaged_proposal_is_not_signed(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    sign_charter(office, tmp_path)
    (office.places.proposed.path / "charter.json").write_bytes(b"{}")
    with pytest.raises(OfficeError, match=r"charter\.damaged"):
        sign_as_dpo(office.places.proposed, tmp_path / "dpo", None)


def test_signing_twice_keeps_one_signature_of_the_dpo(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    sign_charter(office, tmp_path)
    sign_as_dpo(office.places.proposed, tmp_path / "dpo", None)
    paper = find(office.places.proposed, "charter")
    assert paper is not None
    assert len(paper.signatures) == 2


def test_a_bad_draft_or_an_empty_folder_is_refused(tmp_path: Path) -> None:
    office = new_office(tmp_path)
    with pytest.raises(OfficeError, match=r"form\.faults") as caught:
        propose(office, filled_draft(**{'"ingevuld"': '"..."'}), NOW)
    assert caught.value.code is Exit.NOT_GOOD
    assert caught.value.said.values["count"] == 11
    with pytest.raises(OfficeError, match=r"charter\.none"):
        sign_as_dpo(office.places.proposed, tmp_path / "dpo", None)
