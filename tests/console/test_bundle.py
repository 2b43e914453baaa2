# SPDX-License-Identifier: GPL-3.0-or-later
"""From nothing to a console: a request out, a bundle in."""

import json
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives.serialization import Encoding

from consent.documents.signed import Kind
from consent.documents.trust import Trust
from consent.store import keys
from consent.store.bundle import Bundle, pack, parse_request
from consent.store.papers_folder import PapersFolder
from console.bundle import import_bundle, make_request, number
from console.errors import ConsoleError, NotSetUpError, RefusedError
from console.identity import load_identity
from console.settings import State, read_root
from protocol.identity import Role
from tests.fakes.certificates import Recipe, issue
from tests.fakes.school import NOW, School, make_school


def yes(_trust: Trust) -> bool:
    return True


def no(_trust: Trust) -> bool:
    return False


def files(school: School, folder: Path) -> dict[str, bytes]:
    papers = PapersFolder(folder)
    for paper in school.papers_for_console():
        papers.put(paper, school.class_id)
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def bundle(school: School, state: State, folder: Path) -> bytes:
    """Answer a request as the office does."""
    holder = school.teachers[0].holder
    request = parse_request(make_request(state, None))
    csr = x509.load_der_x509_csr(bytes.fromhex(request.csr))
    assert csr.is_signature_valid
    certificate = _certificate(school, state, holder.id)
    assert certificate.public_key() == csr.public_key()
    pem = certificate.public_bytes(Encoding.PEM)
    return pack(Bundle(pem, files(school, folder)))


def _certificate(school: School, state: State, holder: bytes) -> x509.Certificate:
    from protocol.identity import subject_alternative_uris  # noqa: PLC0415
    from tests.fakes import certificates  # noqa: PLC0415 -- its private maker

    sign_pub = keys.raw_public(keys.load_ed25519(state.sign_key))
    uris = subject_alternative_uris(Role.TEACHER, holder, sign_pub, None)
    return certificates._leaf(  # noqa: SLF001
        school.certificates.teachers_ca, keys.load_p256(state.tls_key), uris, Recipe()
    )


def test_a_console_is_ready_after_request_and_bundle(tmp_path: Path) -> None:
    school, state = make_school(), State(tmp_path / "c")
    data = bundle(school, state, tmp_path / "p")
    trust = import_bundle(state, data, NOW, yes)
    assert trust == school.trust
    assert read_root(state) == school.root_sha256
    assert load_identity(state, None).own.id == school.teachers[0].holder.id
    assert import_bundle(state, data, NOW, no) == trust  # known already: not asked


def test_R38_of_a_bundle_only_the_names_of_the_own_classes_are_written_down(
    tmp_path: Path,
) -> None:
    school, state = make_school(), State(tmp_path / "c")
    _, second = school.sheet.teachers
    _, lesson = school.sheet.slots
    other = school.changed(sheet={"teachers": (second,), "slots": (lesson,)})
    import_bundle(state, bundle(other, state, tmp_path / "p"), NOW, yes)
    folder = PapersFolder(state.papers)
    assert folder.named(Kind.CLASS)
    assert not folder.named(Kind.ROSTER)
    assert not folder.named(Kind.SLIP)
    named = other.newer(sheet={"teachers": school.sheet.teachers})
    import_bundle(state, bundle(named, state, tmp_path / "q"), NOW, yes)
    assert folder.named(Kind.ROSTER)
    assert folder.named(Kind.SLIP)


def test_a_request_asked_twice_keeps_its_keys(tmp_path: Path) -> None:
    state = State(tmp_path)
    first = parse_request(make_request(state, "geheim"))
    second = parse_request(make_request(state, "geheim"))
    assert first.sign_pub == second.sign_pub
    assert keys.is_locked(state.sign_key)
    with pytest.raises(RefusedError):
        make_request(state, "anders")
    assert b"PRIVATE" not in json.dumps(first.csr).encode()


def test_a_number_that_is_not_on_the_letter_is_not_believed(tmp_path: Path) -> None:
    school, state = make_school(), State(tmp_path / "c")
    data = bundle(school, state, tmp_path / "p")
    with pytest.raises(RefusedError, match="--root") as refused:
        import_bundle(state, data, NOW, no)
    assert number(school.root_sha256) in str(refused.value)
    assert not state.certificate.exists()


def test_another_school_later_is_refused(tmp_path: Path) -> None:
    state = State(tmp_path / "c")
    import_bundle(state, bundle(make_school(), state, tmp_path / "p"), NOW, yes)
    other = bundle(make_school(), state, tmp_path / "q")
    with pytest.raises(RefusedError, match="another school"):
        import_bundle(state, other, NOW, yes)


def test_a_bundle_of_another_computer_is_refused(tmp_path: Path) -> None:
    school = make_school()
    here, there = State(tmp_path / "here"), State(tmp_path / "there")
    data = bundle(school, there, tmp_path / "p")
    with pytest.raises(NotSetUpError, match="request"):
        import_bundle(here, data, NOW, yes)
    make_request(here, None)
    with pytest.raises(RefusedError, match="another computer"):
        import_bundle(here, data, NOW, yes)


def test_with_a_locked_key_the_certificate_is_weighed_at_the_start(
    tmp_path: Path,
) -> None:
    school, state = make_school(), State(tmp_path / "c")
    data = bundle(school, State(tmp_path / "other"), tmp_path / "p")
    make_request(state, "geheim")
    import_bundle(state, data, NOW, yes)
    with pytest.raises(RefusedError, match="other keys"):
        load_identity(state, "geheim")


def test_what_is_no_bundle_says_so(tmp_path: Path) -> None:
    school, state = make_school(), State(tmp_path / "c")
    make_request(state, None)
    pem = school.teachers[0].holder.certificate.public_bytes(Encoding.PEM)
    for data in (b"", b"PK", pack(Bundle(pem, {})), pack(Bundle(pem, {"x.json": b""}))):
        with pytest.raises(ConsoleError):
            import_bundle(state, data, NOW, yes)


def test_a_trust_not_signed_by_its_own_root_is_refused(tmp_path: Path) -> None:
    school, other, state = make_school(), make_school(), State(tmp_path / "c")
    good = bundle(school, state, tmp_path / "p")
    papers = files(school, tmp_path / "q")
    papers["trust.sig"] = files(other, tmp_path / "r")["trust.sig"]
    pem = _certificate(school, state, school.teachers[0].holder.id)
    bad = pack(Bundle(pem.public_bytes(Encoding.PEM), papers))
    with pytest.raises(RefusedError, match="not signed"):
        import_bundle(state, bad, NOW, yes)
    assert good != bad


def test_a_laptops_certificate_makes_no_console(tmp_path: Path) -> None:
    school, state = make_school(), State(tmp_path / "c")
    make_request(state, None)
    laptop = issue(school.certificates.devices_ca, Role.DEVICE)
    pem = laptop.certificate.public_bytes(Encoding.PEM)
    data = pack(Bundle(pem, files(school, tmp_path / "p")))
    with pytest.raises(NotSetUpError, match="office"):
        import_bundle(state, data, NOW, yes)
