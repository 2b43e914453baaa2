# SPDX-License-Identifier: GPL-3.0-or-later
"""A DPO's order to one laptop, as a file for whoever looks after that laptop.

Source: docs/spec/ledger.md "The DPO".
"""

import re
from datetime import datetime
from pathlib import Path
from typing import Final

from consent.documents import trust as trusts
from consent.errors import PaperError
from consent.ledger import officer
from consent.ledger.kinds import MESSAGE_CHARS, REASON_CHARS
from consent.ledger.officer import LIVES, OfficerOrder, Wish
from consent.store.files import write_new
from installer.admin.dpo import load_dpo
from installer.admin.trouble import Exit, OfficeError

_LAPTOP: Final = re.compile(r"[0-9a-f]{32}")
_WORDS: Final = {  # what to say when there are none or too many, and how many may be
    Wish.NOTE: ("dpo.no_text", MESSAGE_CHARS),
    Wish.ERASE: ("dpo.no_reason", REASON_CHARS),
}


def read_order(trust_file: Path, laptop: str, now: datetime) -> OfficerOrder:
    """Make an order to read the list of one laptop; others are made of it.

    Args:
        trust_file: the school's letter of trust, which names the school.
        laptop: as `inzage-agentd status` shows it.
        now: the order lives a week from here.

    Raises:
        OfficeError: the file is something else, or no laptop has this number.
    """
    if not _LAPTOP.fullmatch(laptop):
        raise OfficeError("dpo.no_laptop", Exit.WRONG_USE, laptop=laptop)
    try:
        school = trusts.parse(trust_file.read_bytes()).school
    except PaperError as error:
        raise OfficeError("dpo.no_trust", Exit.WRONG_USE, file=trust_file) from error
    return OfficerOrder(
        wish=Wish.READ,
        school=school,
        device=laptop,
        not_after=now.replace(microsecond=0) + LIVES,
    )


def checked(wish: Wish, text: str) -> str:
    """Give the words of an order to add or to erase, which the pupil reads.

    Raises:
        OfficeError: none, or more than a line of the list may have.
    """
    trouble, most = _WORDS[wish]
    if not 0 < len(text) <= most:
        raise OfficeError(trouble, Exit.WRONG_USE, most=most)
    return text


def write_order(
    out: Path, order: OfficerOrder, folder: Path, passphrase: bytes | None
) -> None:
    """Sign an order with the key in the DPO's folder, and write it."""
    key = load_dpo(folder, passphrase)
    write_new(out, officer.encode(order, key.sign))
