# SPDX-License-Identifier: GPL-3.0-or-later
"""The school's texts as this pupil is shown them: only those the charter has by hash.

Source: docs/spec/consent.md "Words".
"""

import hashlib
from typing import Final

from agent.core.laptop import Laptop, Texts
from consent.documents.charter import Charter
from consent.documents.fields import Band, Lang
from consent.documents.signed import Kind
from consent.purpose import Purpose
from consent.wording.notice import PAGE, VERSION, notice_hash, texts
from protocol.messages import local

BANDS: Final = {
    Band.SIX_TO_NINE: local.Band.SIX_TO_NINE,
    Band.TEN_AND_UP: local.Band.TEN_AND_UP,
}


def band(laptop: Laptop) -> Band:
    """Give this pupil's band; the simplest words where nobody said."""
    return Band.SIX_TO_NINE if laptop.slip is None else laptop.slip.band


def notices(laptop: Laptop) -> tuple[local.Notice, ...]:
    """Give every text of this pupil that the charter agreed to."""
    held = _texts(laptop)
    return () if held is None else held.notices


def charter_hash(laptop: Laptop) -> str:
    """Name the charter held now, by the hash of its bytes."""
    held = _texts(laptop)
    return "" if held is None else held.charter_hash


def question(laptop: Laptop, purpose: Purpose) -> local.Notice | None:
    """Give the text of one question; None where the charter has another."""
    return next((x for x in notices(laptop) if x.id == purpose.value), None)


def hashes(laptop: Laptop, purpose: Purpose) -> frozenset[str]:
    """Name the texts a yes to this purpose may rest on: its question, or the page."""
    return frozenset(
        notice_hash(x.text) for x in notices(laptop) if x.id in {PAGE, purpose.value}
    )


def is_shown(laptop: Laptop, purpose: Purpose) -> bool:
    """Say whether one of them was shown to this pupil."""
    return not laptop.notices.isdisjoint(hashes(laptop, purpose))


def _texts(laptop: Laptop) -> Texts | None:
    """Make the texts once; they change with the charter and the band alone."""
    charter, own_band, held = laptop.shelf.charter, band(laptop), laptop.texts
    if charter is None:
        return None
    if held is None or held.charter is not charter or held.band is not own_band:
        paper = laptop.shelf.paper(Kind.CHARTER)
        sha256 = "" if paper is None else hashlib.sha256(paper.body).hexdigest()
        agreed = _agreed(charter, laptop.lang, own_band)
        held = laptop.texts = Texts(charter, own_band, agreed, sha256)
    return held


def _agreed(charter: Charter, lang: Lang, own_band: Band) -> tuple[local.Notice, ...]:
    agreed = {
        ref.sha256
        for ref in charter.notices
        if ref.lang is lang and ref.band is own_band
    }
    return tuple(
        local.Notice(name, VERSION, text)
        for name, text in texts(lang, own_band, charter.guardian_age).items()
        if notice_hash(text) in agreed
    )
