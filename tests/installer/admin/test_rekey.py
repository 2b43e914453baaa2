# SPDX-License-Identifier: GPL-3.0-or-later
"""New keys: laptops and consoles follow, and what an old key signs later is refused."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from consent.documents.paper import encode_struct
from consent.documents.signed import Kind, SignedPaper, Signer, sign
from consent.documents.trust import DPO_CHANGE_WAITS, SchoolKind
from consent.purpose import Purpose
from consent.shelf.held import Accepted, Code, PaperRefused
from consent.shelf.shelf import Shelf
from consent.store.papers_folder import PapersFolder
from consent.store.register import laptops, lifts, people
from consent.store.register.closed import Answer, Checked, Ended
from consent.store.register.papers import next_serial
from installer.admin.dpo import init_dpo, load_dpo, read_public
from installer.admin.enrolment import answer_by_hand
from installer.admin.guardians import Form, enter
from installer.admin.office import Office, Places, find, open_office
from installer.admin.publish import publish
from installer.admin.rekey import new_root
from installer.admin.school_renew import Renewal, load_root, renew
from installer.admin.trouble import OfficeError
from installer.admin.trust_before import dpo_counts_from
from installer.admin.widenings import propose, sign_proposals
from protocol.identity import Role, peer_from_certificate
from tests.fakes.office import (
    NOW,
    fill_register,
    laptop,
    new_office,
    sign_charter,
)

LATER = NOW + timedelta(days=60)
BOTH = frozenset({Signer.OFFICE, Signer.FRESH})


class Ends:
    """A laptop and a console that keep their shelves, and take what is published."""

    def __init__(self, office: Office, pupil: str) -> None:
        """Enrol a laptop for a pupil; both believe the root of this day."""
        asking, self.office = laptop("laptop"), office
        give = answer_by_hand(office, asking.ask, NOW)
        device = peer_from_certificate(give.certificate, Role.DEVICE).id.hex()
        with office.register.begin() as desk:
            row = laptops.find_device(desk, office.school, device)
            found = people.find_pupil(desk, office.school, pupil)
            assert row
            assert found
            laptops.assign(desk, row, found, NOW.date())
        root = office.trust().root_hash
        self.laptop = Shelf(root, device=device, seal_key=asking.seal)
        self.console = Shelf(root)

    @property
    def shelves(self) -> tuple[tuple[Shelf, PapersFolder], ...]:
        """Give each shelf with the folder it fetches from."""
        places = self.office.places
        return (self.laptop, places.for_laptops), (self.console, places.for_consoles)

    def fetch(self) -> None:
        """Take all that is published now."""
        for shelf, folder in self.shelves:
            papers, faults = folder.read()
            assert faults == []
            shelf.accept_all([filed.paper for filed in papers], LATER)

    def work(self) -> bool:
        """Say whether both have powers."""
        ((class_id, _),) = self.laptop.classes.items()
        shelves = (self.laptop, self.console)
        return all(shelf.freshness(class_id, LATER).ok for shelf in shelves)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Give a school with a charter and a class."""
    made = new_office(tmp_path)
    sign_charter(made, tmp_path)
    fill_register(made)
    yield made
    made.register.close()


@pytest.fixture
def ends(office: Office) -> Ends:
    """Give a laptop and a console that work."""
    made = Ends(office, "p3")
    publish(office, LATER, lambda *_: None)
    made.fetch()
    assert made.work()
    return made


def root(home: Path) -> Ed25519PrivateKey:
    """Take the stick from the cupboard."""
    return load_root(home / "root", None)


def stolen(office: Office, signer: Signer, kind: Kind) -> SignedPaper:
    """Sign a paper of the next number with a key as it lies here now."""
    ref = "" if kind is Kind.REVOCATIONS else "-"
    paper = next(
        filed.paper
        for filed in office.places.for_consoles.read()[0]
        if filed.paper.kind is kind and ref in filed.name
    )
    fields = {**msgspec.json.decode(paper.body), "serial": 99}
    body = msgspec.json.encode(fields, order="sorted")
    return SignedPaper(kind, body, (sign(kind, body, signer, _key(office, signer)),))


def _key(office: Office, signer: Signer) -> Ed25519PrivateKey:
    return office.signing_key(signer)


@pytest.mark.parametrize(
    ("new", "kind"),
    [
        ({Signer.OFFICE}, Kind.CLASS),
        ({Signer.OFFICE}, Kind.REVOCATIONS),
        ({Signer.FRESH}, Kind.SET),
        (BOTH, Kind.SET),
    ],
)
def test_P08_both_ends_follow_new_keys_and_refuse_what_the_old_ones_sign_later(
    office: Office, ends: Ends, tmp_path: Path, new: frozenset[Signer], kind: Kind
) -> None:
    signer = Signer.FRESH if kind is Kind.SET else Signer.OFFICE
    forged = stolen(office, signer, kind)
    renew(office, Renewal(root(tmp_path), new=frozenset(new)), LATER)
    publish(office, LATER, lambda *_: None)
    ends.fetch()
    assert ends.work()
    for shelf, _ in ends.shelves:
        assert shelf.trust == office.trust()
        answer = shelf.accept(forged, LATER)
        assert isinstance(answer, PaperRefused)
        assert (answer.code, answer.sentence[-1]) == (Code.SIGNATURE, ".")
    assert ends.work()


def test_P08_before_the_new_letter_the_old_key_would_have_been_believed(
    office: Office, ends: Ends
) -> None:
    answer = ends.console.accept(stolen(office, Signer.OFFICE, Kind.CLASS), LATER)
    assert isinstance(answer, Accepted)


def test_S21_the_agreements_and_the_revoked_stay_in_force_before_any_publication(
    office: Office, ends: Ends, tmp_path: Path
) -> None:
    renew(office, Renewal(root(tmp_path), new=BOTH), LATER)
    charter, revoked = ends.laptop.charter, ends.laptop.revocations
    ends.fetch()
    assert (ends.laptop.charter, ends.laptop.revocations) == (charter, revoked)
    assert charter is not None
    assert ends.laptop.classes == {}  # sheet, slip and set are the next publication's


def test_R19_a_guardians_yes_that_both_signed_stays_signed_by_both(
    office: Office, tmp_path: Path
) -> None:
    form = Form(
        pupil="p3",
        class_name="",
        purposes=(Purpose.OVERVIEW,),
        answer=Answer.YES,
        checked_by="secretariat",
        how=Checked.IN_PERSON,
        day=NOW.date(),
    )
    with office.register.begin() as desk:
        enter(desk, office.school, form, "An", NOW, NOW.date())
        pupil = people.find_pupil(desk, office.school, "p3")
        assert pupil is not None
        (klass,) = people.classes_of(desk, pupil.id)
        next_serial(desk, office.school, Kind.SLIP, klass.id)
        said = (NOW.date(), Checked.IN_PERSON, "secretariat")
        lifts.take_back(desk, (pupil.id, klass.id), Ended.EXEMPTION, "", said)
    propose(office, NOW)
    sign_proposals(office.places.proposed, load_dpo(tmp_path / "dpo", None), ())
    ends = Ends(office, "p3")
    renew(office, Renewal(root(tmp_path), new=BOTH), LATER)  # it still lies ready
    publish(office, LATER, lambda *_: None)
    renew(office, Renewal(root(tmp_path), new=BOTH), LATER)  # it is in the register
    publish(office, LATER, lambda *_: None)
    ends.fetch()
    ((_, slip),) = ends.laptop.slips.items()
    (yes,) = slip.guardian
    (ended,) = slip.lifted
    keys = [office.trust().key_of(one) for one in (Signer.OFFICE, Signer.DPO)]
    assert yes.is_signed(*keys)
    assert ended.is_signed(*keys)


def test_P08_a_new_root_is_signed_by_both_and_the_old_root_alone_counts_no_more(
    office: Office, ends: Ends, tmp_path: Path
) -> None:
    old, before = root(tmp_path), office.trust()
    made = new_root(office, tmp_path / "second", None)
    trust = renew(office, Renewal(old, new=BOTH, new_root=made), LATER)
    assert (trust.epoch, trust.root) != (before.epoch, before.root)
    publish(office, LATER, lambda *_: None)
    ends.fetch()
    assert ends.work()
    again = msgspec.structs.replace(before, serial=99, name="Ander", epoch=2)
    body = encode_struct(again)
    forged = SignedPaper(Kind.TRUST, body, (sign(Kind.TRUST, body, Signer.ROOT, old),))
    for shelf, _ in ends.shelves:
        answer = shelf.accept(forged, LATER)
        assert isinstance(answer, PaperRefused)
        assert answer.code is Code.WRONG_ROOT
        assert shelf.trust == trust
    with pytest.raises(OfficeError, match=r"renew\.root"):
        renew(office, Renewal(old), LATER)
    renew(office, Renewal(load_root(tmp_path / "second", None)), LATER)
    publish(office, LATER, lambda *_: None)
    ends.fetch()
    assert ends.work()
    newcomer = Shelf(office.trust().root_hash)
    paper = find(office.places.for_consoles, "trust")
    assert paper
    assert isinstance(newcomer.accept(paper, LATER), Accepted)


def test_a_new_root_never_lies_in_the_office(tmp_path: Path) -> None:
    office = new_office(tmp_path, SchoolKind.SCHOOL)
    with pytest.raises(OfficeError, match=r"school\.root_here"):
        new_root(office, office.places.home / "keys", b"root")
    assert not (office.places.home / "keys" / "root.key").exists()
    first = new_root(office, tmp_path / "second", b"root")
    again = new_root(office, tmp_path / "second", b"root")  # of a time that broke off
    assert first.private_bytes_raw() == again.private_bytes_raw()


def test_D04_another_dpo_still_waits_14_days_and_new_keys_do_not_hurry_it(
    office: Office, ends: Ends, tmp_path: Path
) -> None:
    new_dpo = read_public(init_dpo(tmp_path / "new", None))
    renew(office, Renewal(root(tmp_path), new_dpo), LATER)
    held = office.trust()
    with pytest.raises(OfficeError, match=r"renew\.dpo_waits"):
        renew(office, Renewal(root(tmp_path), new=BOTH), LATER)
    with pytest.raises(OfficeError, match=r"renew\.dpo_waits"):
        renew(office, Renewal(root(tmp_path), new_dpo, new=BOTH), LATER)
    assert office.trust() == held
    later = LATER + timedelta(days=3)
    renew(office, Renewal(root(tmp_path)), later)  # a letter that only lives longer
    assert dpo_counts_from(office, later) == later + DPO_CHANGE_WAITS
    ends.fetch()
    assert ends.laptop.pending_trust == office.trust()
    old_dpo = read_public(tmp_path / "dpo" / "dpo.pub")
    renew(office, Renewal(root(tmp_path), old_dpo, new=BOTH), later)
    assert dpo_counts_from(office, later) is None
    publish(office, LATER, lambda *_: None)
    ends.fetch()
    assert ends.laptop.pending_trust is None
    assert ends.work()


def test_a_lost_office_key_is_made_again_and_hidden_by_the_same_passphrase(
    tmp_path: Path,
) -> None:
    office = new_office(tmp_path, SchoolKind.SCHOOL)
    places = Places(tmp_path / "office")
    places.key("office").unlink()
    (places.key("office.new")).write_bytes(b"of a time that was broken off")
    stick = load_root(tmp_path / "root", b"root")
    renew(office, Renewal(stick, new=BOTH), LATER)
    again = open_office(tmp_path / "office", b"office", "An")
    public = again.signing_key(Signer.OFFICE).public_key().public_bytes_raw()
    assert public == again.trust().key_of(Signer.OFFICE)
    fresh = again.signing_key(Signer.FRESH).public_key().public_bytes_raw()
    assert fresh == again.trust().key_of(Signer.FRESH)
