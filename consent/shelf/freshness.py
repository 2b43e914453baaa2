# SPDX-License-Identifier: GPL-3.0-or-later
"""Whether the papers held are the current ones, exactly those the `set` names.

Source: docs/spec/documents.md, "set"; SPEC reason 5 (docs/spec/decision.md).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from consent.documents.charter import Charter
from consent.documents.paper import Paper
from consent.documents.sets import Named, PaperSet
from consent.documents.signed import Kind
from consent.shelf.held import Held
from consent.shelf.trusts import Trusts


class Stale(StrEnum):
    """Why papers give no powers, for programs; the sentence is for people."""

    NO_SET = "no_set"
    NO_CHARTER = "no_charter"
    SET_OVER = "set_over"
    NOT_NAMED = "not_named"
    CLASS_OVER = "class_over"


@dataclass(frozen=True, slots=True)
class Freshness:
    """Fresh papers give powers. `until` is when they stop doing so by themselves."""

    ok: bool
    code: Stale | None = None
    sentence: str = ""
    until: datetime | None = None

    def __bool__(self) -> bool:
        """Fresh is true."""
        return self.ok


def judge(
    held: Mapping[Kind, Held[Paper] | None],
    trusts: Trusts,
    device: str | None,
    now: datetime,
) -> Freshness:
    """Weigh the papers of one class against its set.

    Args:
        held: what the shelf has for this class and for the whole school.
        trusts: the trust in force, and one that may be pending.
        device: this laptop; None on a console, which holds a roster and no slip.
        now: aware UTC.
    """
    current, charter = _document(held, Kind.SET), _document(held, Kind.CHARTER)
    if not isinstance(current, PaperSet):
        return _stale(Stale.NO_SET, "No set of current papers is here.")
    if not isinstance(charter, Charter):
        return _stale(Stale.NO_CHARTER, "The charter is missing.")
    ends = min(current.not_after, current.issued + timedelta(days=charter.set_days))
    if now >= ends:
        return _stale(
            Stale.SET_OVER, f"The set of current papers ended on {ends:%d-%m-%Y}."
        )
    other = _first_other(current, held, trusts, device)
    if other:
        return _stale(
            Stale.NOT_NAMED, f"The {other} held is not the one the set names."
        )
    own = [_document(held, kind) for kind in _own(device)]
    if any(document is None or document.is_expired(now) for document in own):
        return _stale(Stale.CLASS_OVER, "The class or the slip is out of date.")
    lives = [document.not_after for document in own if document]
    return Freshness(ok=True, until=min([ends, *lives]))


def _first_other(
    current: PaperSet,
    held: Mapping[Kind, Held[Paper] | None],
    trusts: Trusts,
    device: str | None,
) -> Kind | None:
    named = current.papers
    if not trusts.names(named.trust.serial, named.trust.sha256):
        return Kind.TRUST
    pairs: list[tuple[Kind, Named]] = [
        (Kind.CHARTER, named.charter),
        (Kind.CLASS, named.class_sheet),
        (Kind.REVOCATIONS, named.revocations),
    ]
    if device is None:
        pairs.append((Kind.ROSTER, named.roster))
    for kind, name in pairs:
        if not _is_named(held.get(kind), name):
            return kind
    slip = held.get(Kind.SLIP)
    if device is not None and (
        slip is None or current.slips.get(device) != slip.sha256
    ):
        return Kind.SLIP
    return None


def _own(device: str | None) -> tuple[Kind, ...]:
    return (Kind.CLASS, Kind.ROSTER if device is None else Kind.SLIP)


def _is_named(held: Held[Paper] | None, name: Named) -> bool:
    return (
        held is not None
        and held.document.serial == name.serial
        and held.sha256 == name.sha256
    )


def _document(held: Mapping[Kind, Held[Paper] | None], kind: Kind) -> Paper | None:
    found = held.get(kind)
    return found.document if found else None


def _stale(code: Stale, sentence: str) -> Freshness:
    return Freshness(ok=False, code=code, sentence=sentence)
