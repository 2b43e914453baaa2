# SPDX-License-Identifier: GPL-3.0-or-later
"""Consent records made from the CONSENT lines of the own chain, at export.

Source: docs/spec/pack.md "records.jsonld"; consent.record for the terms.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from consent.documents.charter import Charter, NoticeRef
from consent.documents.slip import Slip
from consent.documents.trust import Trust
from consent.ledger.chain import Sealed
from consent.ledger.entry import EntryBody
from consent.ledger.kinds import Kind
from consent.lifecycle import ConsentState
from consent.method import Method
from consent.purpose import Purpose
from consent.record import ConsentChange, ConsentRecord, graph, guardian_changes


@dataclass(frozen=True, slots=True)
class Agreed:
    """What the school had agreed, as far as it is still held."""

    trust: Trust | None
    charters: Mapping[str, Charter]  # by the hash of their bytes
    slips: Mapping[str, Slip]  # by class
    class_names: Mapping[str, str]


def consent_records(
    lines: Iterable[tuple[Sealed, EntryBody | None]], agreed: Agreed
) -> list[ConsentRecord]:
    """Gather CONSENT lines: one record for each pupil, class and purpose."""
    gathered: dict[tuple[str, str, str], list[ConsentChange]] = {}
    for sealed, entry in lines:
        if entry is not None and entry.kind is Kind.CONSENT:
            common = entry.common
            key = (common.pupil, common.klass, entry.text("purpose"))
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
        notice_sha256=entry.text("notice"),
        charter_sha256=entry.text("charter"),
    )


def _record(
    key: tuple[str, str, str], changes: Sequence[ConsentChange], agreed: Agreed
) -> ConsentRecord:
    pupil, class_id, purpose = key[0], key[1], Purpose(key[2])
    charter = agreed.charters.get(changes[-1].charter_sha256)
    slip = agreed.slips.get(class_id)
    return ConsentRecord(
        pupil=pupil,
        class_id=class_id,
        class_name=agreed.class_names.get(class_id, ""),
        purpose=purpose,
        notice=_notice(charter, changes[-1].notice_sha256),
        charter=charter,
        trust=agreed.trust,
        decider_from=slip.decider_from if slip else None,
        changes=tuple(changes),
        guardian=guardian_changes(slip, purpose) if slip else (),
    )


def _notice(charter: Charter | None, sha256: str) -> NoticeRef | None:
    listed = charter.notices if charter else ()
    return next((notice for notice in listed if notice.sha256 == sha256), None)
