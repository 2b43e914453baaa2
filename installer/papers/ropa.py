# SPDX-License-Identifier: GPL-3.0-or-later
"""The draft for the record of processing, to read and for a program.

Source: GDPR art. 30; W3C DPV; docs/spec/papers.md "Drafts"; docs/rights.md R-46.
"""

from consent.documents.fields import Lang
from consent.purpose import PICTURES, Purpose
from consent.record import CONTEXT, PURPOSE_TEXT
from installer.papers.agreed import Agreed
from installer.papers.blocks import Paper
from installer.papers.facts import facts_of, foot, marks, warnings
from installer.papers.text import write


def ropa(agreed: Agreed, lang: Lang) -> Paper:
    """Write the draft."""
    offers = any(agreed.charter.offers(one) for one in PICTURES)
    facts = facts_of(agreed, lang, flags={"any_picture": offers})
    written = write("ropa", lang, facts)
    return Paper(
        lang=lang,
        title=written.title,
        issuer=agreed.trust.name,
        lead=written.lead,
        warnings=warnings(agreed, lang),
        marks=marks(agreed, lang),
        sections=written.sections,
        foot=foot(agreed, lang),
    )


def ropa_graph(agreed: Agreed) -> dict[str, object]:
    """Give the same in the terms of the DPV, as the consent records use them."""
    charter, trust = agreed.charter, agreed.trust
    dpo = charter.contacts.dpo
    return {
        "@context": CONTEXT,
        "@type": "dpv:RegisterOfProcessingActivities",
        "dct:conformsTo": "eu-gdpr:A30-1",
        "dct:created": agreed.today.isoformat(),
        "dct:valid": agreed.until.isoformat(),
        "inzage:draft": True,
        "dpv:hasDataController": {
            "name": trust.name,
            "id": f"urn:inzage:school:{trust.school}",
            "contact": charter.contacts.school.email,
        },
        "dpv:hasDataProtectionOfficer": {"name": dpo.name, "email": dpo.email},
        "dpv:hasAuthority": charter.authority,
        "dpv:hasImpactAssessment": {
            "ref": charter.dpia.ref,
            "version": charter.dpia.version,
        },
        "inzage:policy_ref": {
            "serial": charter.serial,
            "sha256": agreed.charter_hash,
            "council_ref": charter.council.ref,
        },
        "dpv:hasProcessing": [
            _activity(agreed, one) for one in Purpose if charter.offers(one)
        ],
    }


def _activity(agreed: Agreed, purpose: Purpose) -> dict[str, object]:
    basis, is_picture = agreed.basis(purpose), purpose in PICTURES
    kept = "memory only, <= 2 s" if is_picture else "until school-year end + 30 d"
    made: dict[str, object] = {
        "dpv:hasPurpose": f"inzage:{purpose}",
        "dpv:hasLegalBasis": basis.value if basis else "",
        "dpv:hasDataSubject": ["dpv:Student", "dpv:Child"],
        "dpv:hasPersonalData": _data(purpose),
        "dpv:hasRecipient": ["inzage:teacher_of_the_class"],
        "dpv:hasThirdParty": [],
        "dpv:hasDataTransfer": [],
        "dpv:hasStorageCondition": {"duration": kept, "place": "school LAN"},
        "dpv:hasTechnicalMeasure": [
            "dpv:EncryptionInTransfer",
            "dpv:AuthenticationProtocols",
            "inzage:limits_on_the_laptop",
            "inzage:tamper_evident_record",
        ],
    }
    if is_picture:
        made["dct:description"] = PURPOSE_TEXT[purpose]
    return made


def _data(purpose: Purpose) -> list[str]:
    if purpose not in PICTURES:
        return ["inzage:pupil_ref", "inzage:session_times"]
    small = purpose is Purpose.OVERVIEW
    image = "screen_image_small" if small else "screen_image_full"
    return [f"inzage:{image}", "inzage:pupil_ref", "inzage:session_times"]
