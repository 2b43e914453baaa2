# SPDX-License-Identifier: GPL-3.0-or-later
"""Consent records made from the CONSENT lines of the own chain, at export.

Source: docs/spec/pack.md "records.jsonld"; consent.record for the terms.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from consent.documents.charter import Charter, NoticeRef
from consent.documents.trust import Trust
from consent.ledger.chain import Sealed
from consent.ledger.entry import EntryBody
from consent.ledger.kinds import Kind
from consent.lifecycle import ConsentState
from consent.method import Method
from consent.purpose import Purpose
from consent.record import ConsentChange, ConsentRecord, graph


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the school had agreed, as far as it is still held."""

    trust: Trust | None
    charters: Mapping[str, Charter]  # by the hash of their bytes
    decider_from: date | None


def consent_records(
    lines: Iterable[tuple[Sealed, EntryBody | None]], agreed: Agreed
) -> list[ConsentRecord]:
    """Gather CONSENT lines: one record for each pupil, purpose, charter and notice."""
    gathered: dict[tuple[str, str, str, str], list[ConsentChange]] = {}
    for sealed, entry in lines:
        if entry is not None and entry.kind is Kind.CONSENT:
            names = ("purpose", "charter", "notice")
            purpose, charter, notice = (entry.text(name) for name in names)
            key = (entry.common.pupil, purpose, charter, notice)
            gathered.setdefault(key, []).append(_change(sealed, entry))
    return [_record(key, changes, agreed) for key, changes in gathered.items()]


def records_bytes(records: Sequence[ConsentRecord]) -> bytes:
    """Write records as the JSON-LD member of a pack."""
    text = json.dumps(graph(records), ensure_ascii=False, indent=1, sort_keys=True)
    return text.encode("utf-8") + b"\n"


def _change(sealed: Sealed, entry: EntryBody) -> ConsentChange:
    by, pupil = entry.text("by"), entry.common.pupil
    return ConsentChange(
        state=ConsentState(entry.text("state")),
        time=entry.common.t,
        valid_until=entry.time("valid_until"),
        by=f"pupil:{pupil}" if by == "pupil" else by,
        method=Method(entry.text("method")),
        evidence=entry.text("evidence"),
        pupil_key=entry.text("pupil_key"),
        pupil_sig=entry.text("pupil_sig"),
        line=sealed.head.hex(),
    )


def _record(
    key: tuple[str, str, str, str], changes: list[ConsentChange], agreed: Agreed
) -> ConsentRecord:
    pupil, purpose, charter_sha256, notice_sha256 = key
    charter = agreed.charters.get(charter_sha256)
    return ConsentRecord(
        pupil=pupil,
        purpose=Purpose(purpose),
        notice_sha256=notice_sha256,
        notice=_notice(charter, notice_sha256),
        charter=charter,
        charter_sha256=charter_sha256,
        trust=agreed.trust,
        decider_from=agreed.decider_from,
        changes=tuple(changes),
    )


def _notice(charter: Charter | None, sha256: str) -> NoticeRef | None:
    listed = charter.notices if charter else ()
    return next((notice for notice in listed if notice.sha256 == sha256), None)
