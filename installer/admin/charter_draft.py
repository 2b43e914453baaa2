# SPDX-License-Identifier: GPL-3.0-or-later
"""From the text file an admin fills in to a charter, or a list of what is not right.

Source: docs/spec/documents.md "charter"; docs/admin-guide.md "Afspraken".
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import msgspec

from consent.documents.charter import Charter
from consent.wording.notice import notice_refs

TEMPLATE: Final = Path(__file__).parent / "templates" / "charter.nl.toml"
UNFILLED: Final = "..."
BASES: Final = {
    "toestemming": "eu-gdpr:A6-1-a",
    "algemeen belang": "eu-gdpr:A6-1-e",
}
CAPS: Final = {
    "seconden": "seconds",
    "seconden_per_les": "slot_seconds",
    "keren_per_les": "times",
}


class DraftError(Exception):
    """The draft is not right; `faults` has a sentence for each thing."""

    def __init__(self, faults: list[str]) -> None:
        """Keep the sentences."""
        super().__init__("\n".join(faults))
        self.faults = faults


@dataclass(frozen=True, slots=True)
class Frame:
    """What a draft does not say itself: whose it is and since when."""

    school: str
    serial: int
    now: datetime
    zone: ZoneInfo


def read_draft(text: str, frame: Frame) -> Charter:
    """Make a charter of a draft.

    Raises:
        DraftError: everything that is missing, unfilled or over the ceiling.
    """
    try:
        draft = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise DraftError([f"Dit is geen geldige TOML: {error}."]) from error
    unfilled = [f"Vul nog in: {place}." for place in _unfilled(draft, "")]
    if draft.get("school", {}).get("nee_heeft_geen_gevolgen") is not True:
        unfilled.append(
            "Zet school.nee_heeft_geen_gevolgen op true: zonder belofte kan het niet."
        )
    if unfilled:
        raise DraftError(unfilled)
    try:
        return msgspec.convert(_charter(draft, frame), Charter)
    except KeyError as error:
        raise DraftError([f"Dit ontbreekt: {error.args[0]}."]) from error
    except (ValueError, TypeError, AttributeError, IndexError) as error:
        raise DraftError([f"Dit mag niet: {error}."]) from error


def _unfilled(value: object, place: str) -> list[str]:
    if value == UNFILLED:
        return [place.removeprefix(".")]
    if isinstance(value, Mapping):
        parts = [_unfilled(item, f"{place}.{key}") for key, item in value.items()]
        return [name for part in parts for name in part]
    if isinstance(value, list):
        return [name for item in value for name in _unfilled(item, place)]
    return []


def _charter(draft: Mapping[str, Any], frame: Frame) -> dict[str, object]:
    school, privacy = draft["school"], draft["gegevensbescherming"]
    return {
        "v": 1,
        "type": "charter",
        "school": frame.school,
        "serial": frame.serial,
        "issued": _stamp(frame.now),
        "not_after": _midnight_after(draft["geldig_tot"], frame.zone),
        "effective": _midnight(draft["ingangsdatum"], frame.zone),
        "review_by": draft["herzien_voor"].isoformat(),
        "purposes": [_purpose(*item) for item in draft["doelen"].items()],
        "overview_width_px": draft["beeld"]["breedte"],
        "reason_codes": _reasons(draft["redenen"]),
        "attention_reasons": _reasons(draft["redenen_aandacht"]),
        "networks": _networks(draft["netwerken"]),
        "hours": _hours(draft["uren"]),
        "holidays": [_holiday(holiday) for holiday in draft.get("vakantie", [])],
        "guardian_age": school["leeftijd_ouders"],
        "council": _council(draft["raad"]),
        "dpia": {
            "ref": privacy["dpia"],
            "version": privacy["versie"],
            "date": privacy["datum"].isoformat(),
        },
        "authority": privacy["toezicht"],
        "vision_ref": school["visie"],
        "ict_plan_ref": school["ict_beleidsplan"],
        "promise_no_consequence": school["nee_heeft_geen_gevolgen"],
        "log_names": "name" if school["naam_in_lijst"] else "role",
        "contacts": {who: _contact(draft["contact"][who]) for who in ("school", "dpo")},
        "notices": _notices(school["leeftijd_ouders"]),
        "set_days": draft.get("set_dagen", 7),
    }


def _purpose(purpose: str, block: Mapping[str, Any]) -> dict[str, object]:
    basis = block["grondslag"]
    if basis not in BASES:
        raise ValueError(f"grondslag van {purpose} is {' of '.join(BASES)}")
    extra = block.keys() - CAPS.keys() - {"grondslag"}
    if extra:
        raise ValueError(f"{purpose} kent geen {', '.join(sorted(extra))}")
    caps = {CAPS[name]: block[name] for name in CAPS if name in block}
    return {"purpose": purpose, "legal_basis": BASES[basis], "caps": caps}


def _reasons(block: Mapping[str, Mapping[str, str]]) -> list[dict[str, str]]:
    return [{"code": code, **words} for code, words in block.items()]


def _networks(block: Mapping[str, list[str]]) -> list[dict[str, object]]:
    dialling = block.get("console_luistert", [])
    return [
        {"cidr": cidr, "dial_out": dial_out}
        for cidrs, dial_out in ((block["school"], False), (dialling, True))
        for cidr in cidrs
    ]


def _hours(block: Mapping[str, Any]) -> dict[str, object]:
    return {"days": block["dagen"], "from": block["van"], "to": block["tot"]}


def _holiday(block: Mapping[str, date]) -> dict[str, str]:
    return {"from": block["van"].isoformat(), "to": block["tot"].isoformat()}


def _council(block: Mapping[str, Any]) -> dict[str, object]:
    return {
        "body": block["naam"],
        "date": block["datum"].isoformat(),
        "ref": block["verslag"],
        "outcome": block["uitkomst"],
        "valid_until": block["geldig_tot"].isoformat(),
        "text": block["tekst"],
    }


def _notices(guardian_age: int) -> list[object]:
    return [msgspec.to_builtins(ref) for ref in notice_refs(guardian_age=guardian_age)]


def _contact(block: Mapping[str, str]) -> dict[str, str]:
    return {
        "name": block["naam"],
        "email": block["email"],
        "phone": block["telefoon"],
    }


def _midnight(day: date, zone: ZoneInfo) -> str:
    return _stamp(datetime.combine(day, time(), zone))


def _midnight_after(day: date, zone: ZoneInfo) -> str:
    return _stamp(datetime.combine(day, time(23, 59, 59), zone))


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
