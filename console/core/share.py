# SPDX-License-Identifier: GPL-3.0-or-later
"""One message or link for one pupil, waiting until the laptop took it."""

from dataclasses import dataclass

from consent.documents.command import Verb


@dataclass(frozen=True, slots=True)
class Share:
    """What the outbox keeps. It never outlives its slot."""

    share: bytes  # 16 random bytes
    slot: str
    ends_unix_s: int  # of the slot; after it nobody is sent anything
    pupil: str
    verb: Verb  # MESSAGE or LINK
    args: tuple[tuple[str, str], ...]
