# SPDX-License-Identifier: GPL-3.0-or-later
"""consent.shelf.trusts: roots follow each other, a new DPO waits in the open."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace

from consent.documents.paper import encode_struct
from consent.documents.signed import Kind, SignedPaper, Signer, public_bytes, sign
from consent.documents.trust import SchoolKind, Trust
from consent.shelf.held import Accepted, Code, PaperRefused
from consent.shelf.trusts import Trusts
from tests.fakes.papers import DAY
from tests.fakes.school import NOW, make_school

SCHOOL = make_school()
OLD = SCHOOL.trust
NEW_DPO = Ed25519PrivateKey.generate()
NEW_ROOT = Ed25519PrivateKey.generate()
ROOT = (Signer.ROOT, SCHOOL.keys[Signer.ROOT])
DPO = (Signer.DPO, SCHOOL.keys[Signer.DPO])

Hand = tuple[Signer, Ed25519PrivateKey]


def paper(document: Trust, *hands: Hand) -> SignedPaper:
    """Sign a trust with any keys in any roles."""
    body = encode_struct(document)
    made = tuple(sign(Kind.TRUST, body, by, key) for by, key in hands or (ROOT,))
    return SignedPaper(Kind.TRUST, body, made)


def believed(*papers: SignedPaper) -> Trusts:
    """Believe the first trust and then these."""
    trusts = Trusts(SCHOOL.root_sha256)
    for one in (paper(OLD), *papers):
        answer = trusts.accept(one, NOW, dead_too=False)
        assert isinstance(answer, Accepted), answer
    return trusts


def refused(trusts: Trusts, one: SignedPaper, now: datetime = NOW) -> Code:
    """Say why this trust is not taken."""
    answer = trusts.accept(one, now, dead_too=False)
    assert isinstance(answer, PaperRefused)
    assert answer.sentence.endswith(".")
    return answer.code


def newer(**fields: Any) -> Trust:  # noqa: ANN401 -- any field
    """Give the next trust with fields changed."""
    return replace(OLD, serial=2, **fields)


def with_dpo(**fields: Any) -> Trust:  # noqa: ANN401 -- any field
    """Give the next trust, of another DPO."""
    return newer(dpo=public_bytes(NEW_DPO).hex(), **fields)


def with_root(**fields: Any) -> Trust:  # noqa: ANN401 -- any field
    """Give the next trust, of another root."""
    return newer(root=public_bytes(NEW_ROOT).hex(), **{"epoch": 2, **fields})


def test_the_first_trust_is_of_the_root_on_the_letter() -> None:
    other = make_school()
    trusts = Trusts(other.root_sha256)
    assert refused(trusts, paper(OLD)) is Code.WRONG_ROOT
    assert refused(trusts, SignedPaper(Kind.TRUST, b"{}")) is Code.MALFORMED
    assert trusts.current is None


@pytest.mark.parametrize(
    "hands", [(DPO,), ((Signer.OFFICE, ROOT[1]),), ((Signer.ROOT, DPO[1]),)]
)
def test_only_the_root_signs_a_trust(hands: tuple[Hand, ...]) -> None:
    trusts = Trusts(SCHOOL.root_sha256)
    assert refused(trusts, paper(OLD, *hands)) is Code.SIGNATURE


def test_P08_a_trust_follows_its_elder() -> None:
    trusts = believed(paper(newer(name="Sint-Jan")))
    assert refused(trusts, paper(OLD)) is Code.ROLLBACK
    assert refused(trusts, paper(newer(name="Sint-Piet"))) is Code.SAME_SERIAL
    assert refused(trusts, paper(newer(school="f" * 32))) is Code.WRONG_SCHOOL
    demo = newer(kind=SchoolKind.DEMO)
    assert refused(trusts, paper(demo)) is Code.WRONG_SCHOOL


def test_the_same_trust_again_changes_nothing() -> None:
    answer = believed().accept(paper(OLD), NOW, dead_too=False)
    assert isinstance(answer, Accepted)
    assert not answer.changed


def test_a_dead_trust_is_taken_only_from_our_own_disk() -> None:
    late = OLD.not_after + DAY
    trusts = Trusts(SCHOOL.root_sha256)
    assert refused(trusts, paper(OLD), late) is Code.EXPIRED
    assert isinstance(trusts.accept(paper(OLD), late, dead_too=True), Accepted)


def test_a_new_root_needs_the_old_ones_signature() -> None:
    own = (Signer.ROOT, NEW_ROOT)
    assert refused(believed(), paper(with_root(), own)) is Code.WRONG_ROOT
    assert refused(believed(), paper(with_root(), ROOT)) is Code.SIGNATURE
    trusts = believed(paper(with_root(), ROOT, own))
    assert trusts.current
    assert trusts.current.document == with_root()
    assert [p.body for p in trusts.papers()] == [
        encode_struct(OLD),
        encode_struct(with_root()),
    ]


@pytest.mark.parametrize("document", [with_root(epoch=1), newer(epoch=2)])
def test_a_new_root_is_a_new_epoch(document: Trust) -> None:
    both = paper(document, ROOT, (Signer.ROOT, NEW_ROOT))
    assert refused(believed(), both) is Code.WRONG_ROOT


def test_an_earlier_epoch_is_a_rollback() -> None:
    trusts = believed(paper(with_root(), ROOT, (Signer.ROOT, NEW_ROOT)))
    back = replace(OLD, serial=3)
    assert refused(trusts, paper(back)) is Code.ROLLBACK


def test_D04_another_dpo_waits_14_days() -> None:
    trusts = believed()
    answer = trusts.accept(paper(with_dpo()), NOW, dead_too=False)
    assert isinstance(answer, Accepted)
    assert answer.pending
    assert not answer.changed  # a writer must not put it in the place of the old one
    assert trusts.current
    assert trusts.current.document == OLD
    assert trusts.pending
    assert trusts.pending_from == NOW + 14 * DAY
    assert not trusts.settle(NOW + 14 * DAY - timedelta(seconds=1))
    assert trusts.settle(NOW + 14 * DAY)
    assert trusts.current.document == with_dpo()
    assert trusts.pending is None
    assert trusts.pending_from is None
    assert not trusts.settle(NOW + 99 * DAY)


def test_D04_a_date_written_back_gains_nothing() -> None:
    back = with_dpo(issued=NOW - 20 * DAY, not_after=NOW + 300 * DAY)
    trusts = believed(paper(back))
    assert trusts.current
    assert trusts.current.document == OLD
    assert not trusts.settle(NOW + 13 * DAY)


def test_a_date_written_ahead_waits_from_then() -> None:
    trusts = believed(paper(with_dpo(issued=NOW + 5 * DAY)))
    assert not trusts.settle(NOW + 18 * DAY)
    assert trusts.settle(NOW + 19 * DAY)


def test_the_old_dpo_can_hand_over_at_once() -> None:
    trusts = believed(paper(with_dpo(), ROOT, DPO))
    assert trusts.current
    assert trusts.current.document == with_dpo()
    assert trusts.pending is None


def test_the_new_dpo_cannot_vouch_for_itself() -> None:
    trusts = believed(paper(with_dpo(), ROOT, (Signer.DPO, NEW_DPO)))
    assert trusts.pending


def test_a_waiting_trust_is_followed_by_a_newer_one_alone() -> None:
    trusts = believed(paper(with_dpo()))
    assert refused(trusts, paper(newer(name="Sint-Jan"))) is Code.SAME_SERIAL
    third = replace(OLD, serial=3)
    assert isinstance(trusts.accept(paper(third), NOW, dead_too=False), Accepted)
    assert trusts.pending is None  # the office took it back


def test_a_waiting_trust_survives_a_restart_with_its_first_sight() -> None:
    trusts = believed()
    old = with_dpo(issued=NOW - 11 * DAY)
    assert trusts.restore_pending(paper(old), NOW - 10 * DAY)
    assert trusts.settle(NOW + 4 * DAY)
    empty = Trusts(SCHOOL.root_sha256)
    assert not empty.restore_pending(paper(with_dpo()), NOW)
    assert not believed().restore_pending(SignedPaper(Kind.TRUST, b""), NOW)
    assert not believed().restore_pending(paper(with_dpo(), DPO), NOW)


def test_a_set_may_name_the_waiting_trust_or_the_one_in_force() -> None:
    trusts = believed(paper(with_dpo()))
    for document in (OLD, with_dpo()):
        assert trusts.names(document.serial, paper(document).sha256)
    assert not trusts.names(1, "0" * 64)
    assert not trusts.names(3, paper(OLD).sha256)


def test_trusts_from_disk_come_into_force_without_waiting_again() -> None:
    trusts = Trusts(SCHOOL.root_sha256)
    for one in (paper(OLD), paper(with_dpo())):
        assert isinstance(trusts.accept(one, NOW, dead_too=True), Accepted)
    assert trusts.current
    assert trusts.current.document == with_dpo()


def test_an_unreadable_trust_sorts_last() -> None:
    assert Trusts.serial_of(paper(OLD)) == 1
    assert Trusts.serial_of(SignedPaper(Kind.TRUST, b"")) > 2**52


def test_a_waiting_trust_given_again_does_not_begin_its_wait_anew() -> None:
    trusts = believed(paper(with_dpo()))
    again = trusts.accept(paper(with_dpo()), NOW + 10 * DAY, dead_too=False)
    assert isinstance(again, Accepted)
    assert again.pending
    assert trusts.settle(NOW + 14 * DAY)


def test_only_the_last_trust_of_each_root_is_kept() -> None:
    trusts = believed(paper(newer(name="Sint-Jan")))
    assert [one.body for one in trusts.papers()] == [
        encode_struct(newer(name="Sint-Jan"))
    ]
