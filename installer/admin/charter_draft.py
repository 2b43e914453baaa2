# SPDX-License-Identifier: GPL-3.0-or-later
"""From the text file an admin fills in to a charter, or a list of what is not right.

Source: docs/spec/documents.md "charter"; docs/rights.md R-41, R-43, R-44.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from consent import purpose as p
from consent.documents.charter import Charter
from consent.wording.notice import notice_refs
from installer.admin.charter_form import BASES, CAPS, dialling, faults
from installer.admin.form_checks import clean, day_of
from installer.admin.trouble import Said, said


@dataclass(frozen=True, slots=True)
class Frame:
    """What a draft does not say itself: whose it is and since when."""

    school: str
    serial: int
    now: datetime
    zone: ZoneInfo
    is_demo: bool = False

    @property
    def today(self) -> date:
        """Give the day in the school's zone."""
        return self.now.astimezone(self.zone).date()


def read_draft(text: str, frame: Frame) -> Charter | list[Said]:
    """Make a charter of a draft, or say everything that keeps it from being one."""
    try:
        draft = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        place = re.search(r"line (\d+)", str(error))
        return [said("form.toml", line=place[1] if place else text.count("\n"))]
    wrong = faults(draft, frame.today, is_demo=frame.is_demo)
    return wrong or msgspec.convert(_charter(draft, frame), Charter)


def _charter(draft: Mapping[str, Any], frame: Frame) -> dict[str, object]:
    school, privacy = draft["school"], draft["gegevensbescherming"]
    return {
        "v": 1,
        "type": "charter",
        "school": frame.school,
        "serial": frame.serial,
        "issued": _stamp(frame.now),
        "not_after": _midnight_after(day_of(draft["geldig_tot"]), frame.zone),
        "effective": _midnight(day_of(draft["ingangsdatum"]), frame.zone),
        "review_by": _iso(draft["herzien_voor"]),
        "purposes": [_purpose(*item) for item in draft["doelen"].items()],
        "overview_width_px": draft["beeld"]["breedte"],
        "reason_codes": _reasons(draft["redenen"]),
        "attention_reasons": _reasons(draft["redenen_aandacht"]),
        "networks": _networks(draft),
        "hours": _hours(draft["uren"]),
        "holidays": [
            {"from": _iso(one["van"]), "to": _iso(one["tot"])}
            for one in draft.get("vakantie", [])
        ],
        "guardian_age": school["leeftijd_ouders"],
        "council": _council(draft["raad"]),
        "dpia": {
            "ref": clean(privacy["dpia"]),
            "version": clean(privacy["versie"]),
            "date": _iso(privacy["datum"]),
        },
        "authority": clean(privacy["toezicht"]),
        "vision_ref": clean(school["visie"]),
        "ict_plan_ref": clean(school["ict_beleidsplan"]),
        "promise_no_consequence": school["nee_heeft_geen_gevolgen"],
        "log_names": "name" if school["naam_in_lijst"] else "role",
        "contacts": {who: _contact(draft["contact"][who]) for who in ("school", "dpo")},
        "notices": _notices(school["leeftijd_ouders"]),
        "set_days": draft.get("set_dagen", p.SET_DAYS),
    }


def _purpose(purpose: str, block: Mapping[str, Any]) -> dict[str, object]:
    caps = {CAPS[name]: block[name] for name in CAPS if name in block}
    basis = BASES[block["grondslag"]]
    return {"purpose": purpose, "legal_basis": basis, "caps": caps}


def _reasons(block: Mapping[str, Mapping[str, str]]) -> list[dict[str, str]]:
    return [
        {"code": code, **{lang: clean(words) for lang, words in said_in.items()}}
        for code, said_in in block.items()
    ]


def _networks(draft: Mapping[str, Any]) -> list[dict[str, object]]:
    pairs = ((draft["netwerken"]["school"], False), (dialling(draft), True))
    return [
        {"cidr": cidr, "dial_out": dial_out}
        for cidrs, dial_out in pairs
        for cidr in cidrs
    ]


def _hours(block: Mapping[str, Any]) -> dict[str, object]:
    return {"days": block["dagen"], "from": block["van"], "to": block["tot"]}


def _council(block: Mapping[str, Any]) -> dict[str, object]:
    return {
        "body": clean(block["naam"]),
        "date": _iso(block["datum"]),
        "ref": clean(block["verslag"]),
        "outcome": block["uitkomst"],
        "valid_until": _iso(block["geldig_tot"]),
        "text": clean(block["tekst"]),
    }


def _notices(guardian_age: int) -> list[object]:
    return [msgspec.to_builtins(ref) for ref in notice_refs(guardian_age=guardian_age)]


def _contact(block: Mapping[str, str]) -> dict[str, str]:
    return {
        "name": clean(block["naam"]),
        "email": clean(block["email"]),
        "phone": clean(block["telefoon"]),
    }


def _iso(value: object) -> str:
    return day_of(value).isoformat()


def _midnight(day: date, zone: ZoneInfo) -> str:
    return _stamp(datetime.combine(day, time(), zone))


def _midnight_after(day: date, zone: ZoneInfo) -> str:
    return _stamp(datetime.combine(day, time(23, 59, 59), zone))


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
