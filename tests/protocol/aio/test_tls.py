# SPDX-License-Identifier: GPL-3.0-or-later
"""S03, S15, D10: TLS 1.3 alone, our protocol alone, the other role alone."""

import ssl
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    PrivateFormat,
)

from protocol.aio import tls
from protocol.errors import CertificateError, ProtocolError
from protocol.identity import Role, peer_from_certificate
from tests.fakes.certificates import (
    RIGHT,
    Authority,
    Holder,
    School,
    issue,
    make_authority,
    self_signed,
)
from tests.fakes.ends import context
from tests.fakes.wire import laptop, school, teacher

A_BYTE = b"!"


class Pipe:
    """Two TLS ends in memory: no socket, no loop, every alert seen."""

    def __init__(self, server: ssl.SSLContext, client: ssl.SSLContext) -> None:
        up, down = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.server = server.wrap_bio(up, down, server_side=True)
        self.client = client.wrap_bio(down, up, server_hostname=None)

    def shake(self) -> None:
        """Let both come to an agreement, the last word of each included."""
        done = {self.server: False, self.client: False}
        for _ in range(6):
            for end in (self.client, self.server):
                done[end] = done[end] or _step(end)
        if not all(done.values()):
            raise AssertionError("The two never came to an end.")
        # In TLS 1.3 a client is told only afterwards that it was refused.
        self.server.write(A_BYTE)
        assert self.client.read(1) == A_BYTE
        self.client.write(A_BYTE)
        assert self.server.read(1) == A_BYTE


def _step(end: ssl.SSLObject) -> bool:
    try:
        end.do_handshake()
    except ssl.SSLWantReadError:
        return False
    return True


def pipe(
    folder: Path,
    server: Holder,
    client: Holder,
    trusts: tuple[bytes | None, bytes | None] = (None, None),
) -> Pipe:
    return Pipe(
        context(folder, server, server=True, trusts=trusts[0]),
        context(folder, client, server=False, trusts=trusts[1]),
    )


@pytest.mark.parametrize("agent_listens", [True, False])
def test_a_laptop_and_a_teacher_of_one_school_meet(
    tmp_path: Path, *, agent_listens: bool
) -> None:
    server, client = laptop(), teacher()
    if not agent_listens:
        server, client = client, server
    met = pipe(tmp_path, server, client)
    met.shake()
    for end, other in ((met.server, client), (met.client, server)):
        der = tls.peer_certificate(end)
        assert peer_from_certificate(der, other.role) == other.peer
        assert end.version() == "TLSv1.3"


def _chained(role: Role) -> Holder:
    """Issue a right certificate under a CA below the school's own."""
    above = school().devices_ca if role is Role.DEVICE else school().teachers_ca
    below = make_authority("below", under=above)
    return issue(below, role, chain=(below.certificate,))


def _ca(role: Role, of: School) -> Authority:
    return of.devices_ca if role is Role.DEVICE else of.teachers_ca


def _namesake(role: Role) -> Holder:
    """Issue under a CA with the right name and another key."""
    return issue(make_authority(f"{role}s"), role)


def _expired(role: Role) -> Holder:
    recipe = replace(RIGHT, starts=-timedelta(days=9), lives=timedelta(days=8))
    return issue(_ca(role, school()), role, recipe=recipe)


def _early(role: Role) -> Holder:
    recipe = replace(RIGHT, starts=timedelta(days=1))
    return issue(_ca(role, school()), role, recipe=recipe)


def _not_critical(role: Role) -> Holder:
    return issue(_ca(role, school()), role, recipe=replace(RIGHT, critical=False))


def _other_key(role: Role) -> Holder:
    """Show a right certificate without having its key."""
    right = issue(_ca(role, school()), role)
    return replace(right, tls_key=issue(_ca(role, school()), role).tls_key)


def _cross(role: Role) -> Holder:
    """Issue a right name under the CA of the other role."""
    other = Role.TEACHER if role is Role.DEVICE else Role.DEVICE
    return issue(_ca(other, school()), role)


WRONG = {
    "another school": lambda role: issue(_ca(role, School()), role),
    "a namesake of the CA": _namesake,
    "self-signed": self_signed,
    "expired": _expired,
    "not yet valid": _early,
    "below a CA of the school": _chained,
    "the other role's CA": _cross,
    "a SAN that is not critical": _not_critical,
}


@pytest.mark.parametrize("role", Role)
@pytest.mark.parametrize("is_server", [True, False])
@pytest.mark.parametrize("name", WRONG)
def test_S03_every_wrong_chain_is_refused_in_both_directions(
    tmp_path: Path, name: str, role: Role, *, is_server: bool
) -> None:
    wrong = WRONG[name](role)
    right = teacher() if role is Role.DEVICE else laptop()
    met = pipe(tmp_path, wrong, right) if is_server else pipe(tmp_path, right, wrong)
    with pytest.raises(ssl.SSLError, match=r"(?i)certificate|unknown ca|alert"):
        met.shake()


@pytest.mark.parametrize("is_server", [True, False])
@pytest.mark.parametrize("holder", [laptop, teacher])
def test_S12_D10_two_of_one_role_never_meet(
    tmp_path: Path, holder: object, *, is_server: bool
) -> None:
    right = laptop() if holder is laptop else teacher()
    pupil = school().device() if holder is laptop else school().teacher()
    pair = (right, pupil) if is_server else (pupil, right)
    with pytest.raises(ssl.SSLError, match=r"(?i)certificate"):
        pipe(tmp_path, *pair).shake()


@pytest.mark.parametrize("role", Role)
def test_D10_the_SAN_is_a_second_wall_behind_a_wrong_store(
    tmp_path: Path, role: Role
) -> None:
    """With the wrong CA in a store by mistake, the role still counts."""
    authority = _ca(role, school())
    one, two = issue(authority, role), issue(authority, role)
    met = pipe(tmp_path, one, two, (authority.pem, authority.pem))
    met.shake()
    wanted = Role.TEACHER if role is Role.DEVICE else Role.DEVICE
    with pytest.raises(CertificateError, match=f"not one of a {wanted}"):
        peer_from_certificate(tls.peer_certificate(met.server), wanted)


def test_D10_the_CA_is_a_second_wall_behind_a_wrong_SAN(tmp_path: Path) -> None:
    """A laptop's CA that wrote `teacher` into a certificate opens no laptop."""
    forged = _cross(Role.TEACHER)
    assert peer_from_certificate(forged.der, Role.TEACHER).role is Role.TEACHER
    with pytest.raises(ssl.SSLError, match=r"(?i)certificate"):
        pipe(tmp_path, laptop(), forged).shake()


def test_D10_one_root_over_both_CAs_refuses_everybody(tmp_path: Path) -> None:
    root = make_authority("root", path_length=1)
    devices = make_authority("devices", under=root)
    teachers = make_authority("teachers", under=root)
    device = issue(devices, Role.DEVICE, chain=(devices.certificate,))
    person = issue(teachers, Role.TEACHER, chain=(teachers.certificate,))
    met = pipe(tmp_path, device, person, (teachers.pem, devices.pem))
    with pytest.raises(ssl.SSLError, match=r"(?i)certificate"):
        met.shake()


def test_a_certificate_without_its_key_cannot_even_be_loaded(tmp_path: Path) -> None:
    with pytest.raises(ProtocolError, match="cannot be read"):
        context(tmp_path, _other_key(Role.TEACHER), server=False)


def test_files_that_are_not_there_are_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(ProtocolError, match="cannot be read"):
        tls.context(
            tmp_path / "no.pem", tmp_path / "no.key", b"", server=False, password=b"x"
        )


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1_2])
@pytest.mark.parametrize("is_server", [True, False])
def test_S15_an_older_TLS_is_refused(
    tmp_path: Path, version: ssl.TLSVersion, *, is_server: bool
) -> None:
    ours = laptop() if is_server else teacher()
    theirs = teacher() if is_server else laptop()
    old = context(tmp_path, theirs, server=not is_server)
    old.minimum_version = ssl.TLSVersion.MINIMUM_SUPPORTED
    old.maximum_version = version
    new = context(tmp_path, ours, server=is_server)
    met = Pipe(new, old) if is_server else Pipe(old, new)
    with pytest.raises(ssl.SSLError, match=r"(?i)version|protocol"):
        met.shake()


def _stranger(folder: Path, protocols: list[str], *, server: bool) -> ssl.SSLContext:
    """Make a context with a right certificate that speaks another protocol."""
    holder = laptop() if server else teacher()
    certificate, key = holder.write(folder, "stranger")
    made = ssl.SSLContext(
        ssl.PROTOCOL_TLS_SERVER if server else ssl.PROTOCOL_TLS_CLIENT
    )
    made.check_hostname = False
    made.verify_mode = ssl.CERT_REQUIRED
    made.load_cert_chain(certificate, key)
    trusted = school().teachers_ca if server else school().devices_ca
    made.load_verify_locations(cadata=trusted.pem.decode())
    if protocols:
        made.set_alpn_protocols(protocols)
    return made


@pytest.mark.parametrize("protocols", [[], ["h2"], ["inzage/0", "http/1.1"]])
@pytest.mark.parametrize("is_server", [True, False])
def test_S15_another_protocol_is_refused(
    tmp_path: Path, protocols: list[str], *, is_server: bool
) -> None:
    ours = context(tmp_path, laptop() if is_server else teacher(), server=is_server)
    other = _stranger(tmp_path, protocols, server=not is_server)
    met = Pipe(ours, other) if is_server else Pipe(other, ours)
    met.shake()
    with pytest.raises(CertificateError, match="does not speak"):
        tls.peer_certificate(met.server if is_server else met.client)


def test_a_peer_without_a_certificate_is_refused(tmp_path: Path) -> None:
    ours = context(tmp_path, laptop(), server=True)
    bare = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    bare.check_hostname = False
    bare.load_verify_locations(cadata=school().devices_ca.pem.decode())
    bare.set_alpn_protocols(["inzage/1"])
    with pytest.raises(ssl.SSLError, match=r"(?i)certificate"):
        Pipe(ours, bare).shake()


def test_a_name_that_was_never_shown_is_no_peer(tmp_path: Path) -> None:
    ours = context(tmp_path, laptop(), server=True)
    ours.verify_mode = ssl.CERT_NONE  # a mutant of the product, to see the next wall
    bare = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    bare.check_hostname = False
    bare.load_verify_locations(cadata=school().devices_ca.pem.decode())
    bare.set_alpn_protocols(["inzage/1"])
    met = Pipe(ours, bare)
    met.shake()
    with pytest.raises(CertificateError, match="showed no certificate"):
        tls.peer_certificate(met.server)


@pytest.mark.parametrize("version", [(3, 11, 4), (3, 10, 20), (2, 7)])
def test_S16_a_python_with_the_hole_is_refused(version: tuple[int, ...]) -> None:
    with pytest.raises(ProtocolError, match="too old"):
        tls.check_python(version)


@pytest.mark.parametrize("version", [(3, 11, 5), (3, 12, 0), (3, 13, 1)])
def test_a_python_without_it_is_fine(version: tuple[int, ...]) -> None:
    tls.check_python(version)


def test_resumption_is_off(tmp_path: Path) -> None:
    server = context(tmp_path, laptop(), server=True)
    client = context(tmp_path, teacher(), server=False)
    met = Pipe(server, client)
    met.shake()
    session = met.client.session
    assert session is None or not session.has_ticket
    again = Pipe(server, client)
    if session is not None:
        again.client.session = session
    again.shake()
    assert not again.client.session_reused
    assert not again.server.session_reused


@pytest.mark.parametrize("is_server", [True, False])
def test_the_settings_are_what_the_specification_says(
    tmp_path: Path, *, is_server: bool
) -> None:
    made = context(tmp_path, laptop(), server=is_server)
    assert made.verify_mode is ssl.CERT_REQUIRED
    assert made.verify_flags == ssl.VERIFY_X509_STRICT
    assert made.minimum_version == made.maximum_version == ssl.TLSVersion.TLSv1_3
    assert len(made.get_ca_certs()) == 1
    if is_server:
        assert made.num_tickets == 0


def test_a_key_with_a_passphrase_opens_with_it_alone(tmp_path: Path) -> None:
    certificate, key = teacher().write(tmp_path, "locked")
    locked = BestAvailableEncryption(b"vijf woorden")
    key.write_bytes(
        teacher().tls_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, locked)
    )
    ca = school().devices_ca.pem
    tls.context(certificate, key, ca, server=False, password=b"vijf woorden")
    for wrong in (b"vier", None):
        with pytest.raises(ProtocolError):
            tls.context(certificate, key, ca, server=False, password=wrong)
