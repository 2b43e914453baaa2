# SPDX-License-Identifier: GPL-3.0-or-later
"""A consent record as a DPO knows it: ISO/IEC TS 27560 in the words of W3C DPV.

There is no second store of consent: a record is made at export, from the CONSENT lines
of the laptop's own chain, the charter and the notice they name.

Source: W3C DPV `guides/consent-27560`; docs/rights.md R-16.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Final
from uuid import UUID

from consent.documents.charter import Charter, LegalBasis, NoticeRef
from consent.documents.slip import Slip
from consent.documents.trust import Trust
from consent.lifecycle import ConsentState
from consent.method import Method
from consent.purpose import PICTURES, Purpose
from consent.wording.notice import notice_of

CONFORMS_TO: Final = "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr"
CONTEXT: Final = {
    "dct": "http://purl.org/dc/terms/",
    "dpv": "https://w3id.org/dpv#",
    "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "inzage": "urn:inzage:terms:",
    "loc": "https://w3id.org/dpv/loc#",
    "pd": "https://w3id.org/dpv/pd#",
}
PURPOSE_TEXT: Final = {
    Purpose.OVERVIEW: {
        "nl": "Je leraar ziet tijdens de les een klein beeld van je scherm.",
        "en": "During the lesson your teacher sees a small picture of your screen.",
        "fr": "Pendant le cours, ton professeur voit une petite image de ton écran.",
    },
    Purpose.VIEW: {
        "nl": "Je leraar ziet tijdens de les je scherm in het groot.",
        "en": "During the lesson your teacher sees your screen large.",
        "fr": "Pendant le cours, ton professeur voit ton écran en grand.",
    },
    Purpose.SHOW: {
        "nl": "Je leraar toont tijdens de les je scherm aan de klas.",
        "en": "During the lesson your teacher shows your screen to the class.",
        "fr": "Pendant le cours, ton professeur montre ton écran à la classe.",
    },
}
RIGHTS: Final = (
    ("eu-gdpr:A7-3", "agent://consent"),  # withdraw
    ("eu-gdpr:A15", "agent://list"),  # see what is kept
    ("eu-gdpr:A16", "agent://list"),  # correct: a note
    ("eu-gdpr:A17", "agent://list"),  # erase
    ("eu-gdpr:A18", "agent://list"),  # hold
    ("eu-gdpr:A20", "agent://list"),  # take along
    ("eu-gdpr:A21", "agent://consent"),  # object
    ("eu-gdpr:A77", "authority"),  # complain
)
MANDATORY: Final = (
    "dct:conformsTo",
    "dpv:hasIdentifier",
    "dpv:hasDataSubject",
    "dpv:hasNotice",
    "dct:language",
    "dpv:hasPurpose",
    "dpv:hasLegalBasis",
    "dpv:hasPersonalData",
    "dpv:hasProcessing",
    "dpv:hasStorageCondition",
    "dpv:hasDataController",
    "dpv:hasRecipient",
    "dpv:hasConsentControl",
    "dpv:hasRight",
    "dpv:hasJurisdiction",
    "inzage:events",
)
"""What no record may lack, in the profile of the GDPR."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentChange:
    """One change of one choice: one CONSENT line."""

    state: ConsentState
    time: datetime
    valid_until: datetime | None
    by: str
    method: Method
    evidence: str
    pupil_key: str
    pupil_sig: str
    line: str  # the head of the own chain after this line, in hex
    notice_sha256: str  # of the text it rests on
    charter_sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardianChange:
    """What a guardian decided: on a slip of the school, not a line of the laptop."""

    says_yes: bool
    time: datetime
    valid_until: datetime
    checked_by: str  # a role at the school, no name


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRecord:
    """All that was chosen for one purpose in one class."""

    pupil: str
    class_id: str
    class_name: str  # "" where its paper is not held
    purpose: Purpose
    notice: NoticeRef | None  # of the newest change; None: its charter is not held
    charter: Charter | None
    trust: Trust | None
    decider_from: date | None
    changes: Sequence[ConsentChange]
    guardian: Sequence[GuardianChange] = ()

    def __post_init__(self) -> None:
        """Refuse a record of a power that asks no consent, or without any change."""
        if self.purpose not in PICTURES:
            raise ValueError(f"{self.purpose} does not rest on the pupil's own choice.")
        if not self.changes:
            raise ValueError("A record holds at least one change.")

    @property
    def newest(self) -> ConsentChange:
        """Give the change that stands."""
        return self.changes[-1]

    @property
    def record_id(self) -> str:
        """Give the record's id; the same lines give the same id."""
        return str(UUID(bytes=bytes.fromhex(self.changes[0].line)[:16], version=4))


def jsonld(record: ConsentRecord) -> dict[str, object]:
    """Give one record with the DPV's terms."""
    events = [_event(change) for change in record.changes]
    return {
        "@type": "dpv:ConsentRecord",
        "dct:conformsTo": CONFORMS_TO,
        "dpv:hasIdentifier": record.record_id,
        "dpv:hasDataSubject": record.pupil,
        "inzage:class": record.class_id,
        "inzage:class_name": record.class_name,
        "dpv:isIndicatedBy": _decider(record),
        "dpv:hasNotice": _notice(record),
        "dct:language": record.notice.lang.value if record.notice else "und",
        "dpv:hasPurpose": f"inzage:{record.purpose}",
        "dct:description": PURPOSE_TEXT[record.purpose],
        "dpv:hasLegalBasis": _legal_basis(record),
        "dpv:hasPersonalData": _personal_data(record.purpose),
        "dpv:hasProcessing": ["dpv:Display", "inzage:no_recording"],
        "dpv:hasDataSource": "inzage:own_screen_on_school_laptop",
        "dpv:hasStorageCondition": {
            "images": "memory only, <= 2 s",
            "log": "until school-year end + 30 d",
            "place": "school LAN",
        },
        "dpv:hasRecipient": ["inzage:teacher_of_the_class"],
        "dpv:hasThirdParty": [],
        "dpv:hasConsentControl": {
            "@type": "dpv:WithdrawConsent",
            "where": "agent://consent",
            "how": "one click on the eye",
        },
        "dpv:hasRight": [{"@id": right, "where": where} for right, where in RIGHTS],
        "dpv:hasJurisdiction": ["loc:BE", "eu-gdpr:GDPR"],
        **_school(record),
        "inzage:events": events + [_guardian(one) for one in record.guardian],
    }


def graph(records: Sequence[ConsentRecord]) -> dict[str, object]:
    """Give records as one JSON-LD document: what the pupil keeps as a receipt."""
    return {
        "@context": CONTEXT,
        "@type": "dpv:ConsentReceipt",
        "dpv:hasRecordOfActivity": [jsonld(record) for record in records],
    }


def missing(made: dict[str, object]) -> list[str]:
    """Name the mandatory terms that a record lacks or leaves empty."""
    return [term for term in MANDATORY if not made.get(term)]


def guardian_changes(slip: Slip, purpose: Purpose) -> list[GuardianChange]:
    """Read a guardian's decision on one purpose off a slip."""
    found = []
    yes = slip.guardian_yes(purpose)
    if yes is not None:
        day = datetime.combine(yes.body.checked_on, time(), UTC)
        found.append(
            GuardianChange(
                says_yes=True,
                time=day,
                valid_until=yes.body.not_after,
                checked_by=yes.body.checked_by,
            )
        )
    if purpose.value in slip.guardian_no:
        found.append(
            GuardianChange(
                says_yes=False,
                time=slip.issued,
                valid_until=slip.not_after,
                checked_by="office",
            )
        )
    return found


def _decider(record: ConsentRecord) -> dict[str, str]:
    start, at = record.decider_from, record.changes[0].time
    alone = start is None or at.astimezone(UTC).date() >= start
    return {
        "role": "pupil" if alone else "guardian",
        "decider_from": start.isoformat() if start else "",
    }


def _notice(record: ConsentRecord) -> dict[str, str]:
    listed, sha256 = record.notice, record.newest.notice_sha256
    return {
        "id": listed.id if listed else "",
        "version": listed.version if listed else "",
        "lang": listed.lang.value if listed else "",
        "sha256": sha256,
        "text": notice_of(sha256) or "",
    }


def _legal_basis(record: ConsentRecord) -> str:
    offered = record.charter.purposes if record.charter else ()
    found = [one.legal_basis for one in offered if one.purpose is record.purpose]
    return (found or [LegalBasis.CONSENT])[0].value


def _personal_data(purpose: Purpose) -> list[dict[str, object]]:
    small = purpose is Purpose.OVERVIEW
    image = "screen_image_small" if small else "screen_image_full"
    return [
        {
            "@id": f"inzage:{image}",
            "necessary": True,
            "special_category_possible": True,
        },
        {"@id": "inzage:pupil_ref", "necessary": True},
        {"@id": "inzage:session_times", "necessary": True},
    ]


def _school(record: ConsentRecord) -> dict[str, object]:
    charter, trust = record.charter, record.trust
    controller: dict[str, object] = {
        "name": trust.name if trust else "",
        "id": f"urn:inzage:school:{trust.school}" if trust else "",
    }
    made: dict[str, object] = {"dpv:hasDataController": controller}
    if charter is None:
        return made
    people = {"school": charter.contacts.school, "dpo": charter.contacts.dpo}
    contacts = {
        role: {"name": who.name, "email": who.email, "phone": who.phone}
        for role, who in people.items()
    }
    return {
        "dpv:hasDataController": controller | {"contact": contacts["school"]},
        "dpv:hasDataProtectionOfficer": contacts["dpo"],
        "dpv:hasAuthority": charter.authority,
        "dpv:hasImpactAssessment": {
            "ref": charter.dpia.ref,
            "version": charter.dpia.version,
        },
        "inzage:policy_ref": {
            "serial": charter.serial,
            "sha256": record.newest.charter_sha256,
            "council_ref": charter.council.ref,
        },
    }


def _event(change: ConsentChange) -> dict[str, object]:
    made: dict[str, object] = {
        "dpv:hasConsentStatus": f"dpv:{change.state}",
        "dpv:isIndicatedAtTime": _time(change.time),
        "dpv:UntilTimeDuration": _time(change.valid_until),
        "dpv:isIndicatedBy": change.by,
        "dpv:hasIndicationMethod": change.method.value,
        "inzage:evidence": change.evidence,
        "inzage:pupil_key": change.pupil_key,
        "inzage:sig": change.pupil_sig,
        "inzage:line": change.line,
        "inzage:notice": change.notice_sha256,
        "inzage:charter": change.charter_sha256,
    }
    if change.state.allows:
        made["@type"] = "dpv:ExplicitlyExpressedConsent"
    return made


def _guardian(change: GuardianChange) -> dict[str, object]:
    state = ConsentState.GIVEN if change.says_yes else ConsentState.REFUSED
    made: dict[str, object] = {
        "dpv:hasConsentStatus": f"dpv:{state}",
        "dpv:isIndicatedAtTime": _time(change.time),
        "dpv:UntilTimeDuration": _time(change.valid_until),
        "dpv:isIndicatedBy": "guardian:1",
        "dpv:hasIndicationMethod": f"{Method.PAPER_FORM}({change.checked_by})",
    }
    if change.says_yes:
        made["@type"] = "dpv:ExplicitlyExpressedConsent"
    return made


def _time(moment: datetime | None) -> str:
    return "" if moment is None else moment.astimezone(UTC).strftime(_FORM)


_FORM: Final = "%Y-%m-%dT%H:%M:%SZ"
