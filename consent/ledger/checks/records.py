# SPDX-License-Identifier: GPL-3.0-or-later
"""Do the consent records say what the chain and the slip say, and which text was shown.

Source: docs/spec/pack.md "records.jsonld"; docs/rights.md R-16, R-51.
"""

import json
from collections.abc import Iterator
from typing import Any, Final

from consent.documents import slip as slips
from consent.documents.signed import Kind as PaperKind
from consent.errors import PaperError
from consent.ledger.checks.finding import Finding, bad, good
from consent.ledger.checks.opened import Opened
from consent.ledger.checks.papers import School
from consent.ledger.entry import EntryBody
from consent.ledger.fields import time_text
from consent.ledger.kinds import Chain, Kind
from consent.purpose import PICTURES
from consent.record import guardian_changes
from consent.wording.notice import notice_hash

_EVENT: Final = (
    "inzage:line",
    "dpv:hasConsentStatus",
    "dpv:isIndicatedAtTime",
    "dpv:UntilTimeDuration",
    "dpv:hasIndicationMethod",
    "inzage:notice",
    "inzage:charter",
)


def check(opened: Opened, _school: School) -> list[Finding]:
    """Compare the records, event by event, and hash each text again."""
    try:
        records = json.loads(opened.records)["dpv:hasRecordOfActivity"]
        same = _of_chain(opened) == _of_records(records)
        same = same and _guardians_agree(opened, records)
        texts = list(_texts(records))
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return [bad("records_differ")]
    return [good("records") if same else bad("records_differ"), *texts]


def _of_chain(opened: Opened) -> set[tuple[str, ...]]:
    return {
        (written.sealed.head.hex(), *_facts(written.entry))
        for written in opened.chains[Chain.OWN]
        if written.entry is not None and written.entry.kind is Kind.CONSENT
    }


def _facts(entry: EntryBody) -> tuple[str, ...]:
    return (
        f"dpv:{entry.text('state')}",
        time_text(entry.common.t),
        entry.text("valid_until"),
        entry.text("method"),
        entry.text("notice"),
        entry.text("charter"),
    )


def _of_records(records: Any) -> set[tuple[str, ...]]:  # noqa: ANN401 -- JSON
    return {
        tuple(event[name] for name in _EVENT)
        for record in records
        for event in record["inzage:events"]
        if "inzage:line" in event
    }


def _guardians_agree(opened: Opened, records: Any) -> bool:  # noqa: ANN401 -- JSON
    """Say whether what the records say of guardians is what the slips say."""
    held = {slip.class_id: slip for slip in _slips(opened)}
    for record in records:
        slip = held.get(record["inzage:class"])
        purpose = _PICTURES[record["dpv:hasPurpose"]]
        wanted = guardian_changes(slip, purpose) if slip else []
        said = [x for x in record["inzage:events"] if "inzage:line" not in x]
        if [_guardian(one.says_yes) for one in wanted] != [
            (one["dpv:isIndicatedBy"], one["dpv:hasConsentStatus"]) for one in said
        ]:
            return False
    return True


def _guardian(says_yes: bool) -> tuple[str, str]:  # noqa: FBT001 -- one fact
    return "guardian:1", "dpv:ConsentGiven" if says_yes else "dpv:ConsentRefused"


def _slips(opened: Opened) -> Iterator[slips.Slip]:
    for paper in opened.papers:
        if paper.kind is PaperKind.SLIP:
            try:
                yield slips.parse(paper.body)
            except PaperError:
                continue  # said among the papers


def _texts(records: Any) -> Iterator[Finding]:  # noqa: ANN401 -- JSON
    for record in records:
        notice = record["dpv:hasNotice"]
        text, sha256 = notice["text"], notice["sha256"]
        newest = [x for x in record["inzage:events"] if "inzage:line" in x][-1]
        if newest["inzage:notice"] != sha256 or (text and notice_hash(text) != sha256):
            yield bad("notice_differs")


_PICTURES: Final = {f"inzage:{purpose}": purpose for purpose in PICTURES}
