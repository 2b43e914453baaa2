# SPDX-License-Identifier: GPL-3.0-or-later
"""The school's texts as this pupil is shown them: only those the charter has by hash.

Source: docs/spec/consent.md "Words".
"""

from agent.core.laptop import Laptop
from consent.documents.fields import Band
from consent.purpose import Purpose
from consent.wording.notice import PAGE, VERSION, notice_hash, texts
from protocol.messages import local

BANDS = {
    Band.SIX_TO_NINE: local.Band.SIX_TO_NINE,
    Band.TEN_AND_UP: local.Band.TEN_AND_UP,
}


def band(laptop: Laptop) -> Band:
    """Give this pupil's band; the simplest words where nobody said."""
    return Band.SIX_TO_NINE if laptop.slip is None else laptop.slip.band


def notices(laptop: Laptop) -> tuple[local.Notice, ...]:
    """Give every text of this pupil that the charter agreed to."""
    charter = laptop.shelf.charter
    if charter is None:
        return ()
    agreed = {
        ref.sha256
        for ref in charter.notices
        if ref.lang is laptop.lang and ref.band is band(laptop)
    }
    held = texts(laptop.lang, band(laptop), charter.guardian_age)
    return tuple(
        local.Notice(name, VERSION, text)
        for name, text in held.items()
        if notice_hash(text) in agreed
    )


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
