# SPDX-License-Identifier: GPL-3.0-or-later
"""A laptop's state folder as enrolment leaves it, with its papers."""

from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding

from agent.daemon.places import Places
from consent.documents.signed import Kind
from consent.store.keys import save_key, save_secret
from consent.store.papers_folder import PapersFolder
from tests.fakes.school import School


def enrol(school: School, folder: Path, pupil: int = 0) -> Places:
    """Write keys, certificate, root and papers of one laptop."""
    places, holder = Places(folder), school.pupils[pupil].holder
    assert holder.seal_key is not None
    save_key(places.tls_key, holder.tls_key)
    save_key(places.sign_key, holder.sign_key)
    save_key(places.seal_key, holder.seal_key)
    save_secret(places.certificate, holder.certificate.public_bytes(Encoding.PEM))
    save_secret(places.pinned, school.root_sha256.encode() + b"\n")
    write_papers(school, places, pupil)
    return places


def write_papers(school: School, places: Places, pupil: int = 0) -> None:
    """Write what one laptop holds into its folder."""
    folder = PapersFolder(places.papers)
    for paper in school.papers_for(pupil):
        folder.put(paper, "" if paper.kind in _WHOLE else school.class_id)


_WHOLE = {Kind.TRUST, Kind.CHARTER, Kind.REVOCATIONS}
