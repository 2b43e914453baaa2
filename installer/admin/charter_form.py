# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of the agreements: laid ready empty, and checked when it is filled in.

Everything that is wrong is told, by the names the form itself has.
Source: docs/spec/documents.md "charter"; docs/rights.md R-41, R-43, R-44.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from pathlib import Path
from string import Template
from typing import Any, Final

from consent import purpose as p
from consent.documents.charter import CEILINGS
from consent.documents.fields import Day, Lang
from consent.purpose import Purpose
from installer.admin import form_checks as c
from installer.admin.school_year import year_end, year_start
from installer.admin.trouble import Said, said

TEMPLATES: Final = Path(__file__).parent / "templates"
ENOUGH: Final = timedelta(days=100)  # a charter for less of a school year is no use
LONGEST: Final = timedelta(days=p.CHARTER_DAYS - 1)
REVIEWED_BEFORE: Final = timedelta(days=62)
MOST_NETWORKS: Final = 64
BASES: Final = {
    "toestemming": "eu-gdpr:A6-1-a",
    "algemeen belang": "eu-gdpr:A6-1-e",
}
CAPS: Final = {
    "seconden": "seconds",
    "seconden_per_les": "slot_seconds",
    "keren_per_les": "times",
}
OUTCOMES: Final = ("overleg_held", "advice_pos", "advice_neg", "waived")


def blank_form(lang: Lang, today: date) -> str:
    """Write an empty form, its dates those of the school year that is mostly ahead."""
    end = year_end(today)
    if end - today < ENOUGH:
        end = min(year_end(end + timedelta(days=1)), today + LONGEST)
    winter = year_start(end)
    text = (TEMPLATES / f"charter.{lang}.toml").read_text("utf-8")
    return Template(text).substitute(
        today=today.isoformat(),
        end=end.isoformat(),
        review=(end - REVIEWED_BEFORE).isoformat(),
        winter_from=date(winter.year, 12, 21).isoformat(),
        winter_to=date(winter.year + 1, 1, 3).isoformat(),
    )


def faults(draft: Mapping[str, Any], today: date) -> list[Said]:
    """Say everything that keeps a form from being a charter."""
    return list(FORM("", draft)) or list(_together(draft, today))


def dialling(draft: Mapping[str, Any]) -> list[str]:
    """Give the networks in which laptops ring the console."""
    found: list[str] = draft["netwerken"].get("console_luistert", [])
    return found


def _purpose_check(place: str, block: object) -> Iterator[Said]:
    name = place.rpartition(".")[2]
    if name not in set(Purpose):
        yield said("form.unknown", place=place)
        return
    most = CEILINGS[Purpose(name)]
    caps = {
        key: c.number(1, limit)
        for key, cap in CAPS.items()
        if (limit := getattr(most, cap)) is not None
    }
    yield from c.table({"grondslag": c.one_of(*BASES)}, caps)(place, block)


_REASONS: Final = c.each(c.code, c.table({lang.value: c.text(80) for lang in Lang}), 20)
_CONTACT: Final = c.table(
    {"naam": c.text(80), "email": c.text(80), "telefoon": c.text(40)}
)
FORM: Final = c.table(
    {
        "ingangsdatum": c.day,
        "geldig_tot": c.day,
        "herzien_voor": c.day,
        "doelen": c.each(c.any_name, _purpose_check, len(Purpose)),
        "beeld": c.table({"breedte": c.one_of(*p.OVERVIEW_WIDTHS_PX)}),
        "redenen": _REASONS,
        "redenen_aandacht": _REASONS,
        "netwerken": c.table(
            {"school": c.listed(c.network, 1, MOST_NETWORKS)},
            {"console_luistert": c.listed(c.network, 0, MOST_NETWORKS)},
        ),
        "uren": c.table(
            {
                "dagen": c.listed(c.one_of(*(day.value for day in Day)), 1, 7),
                "van": c.clock,
                "tot": c.clock,
            }
        ),
        "raad": c.table(
            {
                "naam": c.text(80),
                "datum": c.day,
                "verslag": c.text(80),
                "uitkomst": c.one_of(*OUTCOMES),
                "geldig_tot": c.day,
                "tekst": c.text(4000),
            }
        ),
        "gegevensbescherming": c.table(
            {
                "dpia": c.text(80),
                "versie": c.text(20),
                "datum": c.day,
                "toezicht": c.text(140),
            }
        ),
        "school": c.table(
            {
                "visie": c.text(200),
                "ict_beleidsplan": c.text(200),
                "nee_heeft_geen_gevolgen": c.promise,
                "leeftijd_ouders": c.number(p.GUARDIAN_AGE, 18),
                "naam_in_lijst": c.truth,
            }
        ),
        "contact": c.table({"school": _CONTACT, "dpo": _CONTACT}),
    },
    {
        "vakantie": c.listed(c.table({"van": c.day, "tot": c.day}), 0, 100),
        "set_dagen": c.number(1, p.SET_DAYS),
    },
)


def _together(draft: Mapping[str, Any], today: date) -> Iterator[Said]:
    """Check what no field says alone: the order of days and hours, and the life."""
    latest = today + LONGEST
    pairs = [
        ("ingangsdatum", draft["ingangsdatum"], "geldig_tot", draft["geldig_tot"]),
        *(
            ("vakantie.van", one["van"], "vakantie.tot", one["tot"])
            for one in draft.get("vakantie", [])
        ),
    ]
    for first, one, last, other in pairs:
        if c.day_of(one) > c.day_of(other):
            yield said("form.order", first=first, last=last)
    if draft["uren"]["van"] >= draft["uren"]["tot"]:
        yield said("form.order", first="uren.van", last="uren.tot")
    if not today <= c.day_of(draft["geldig_tot"]) <= latest:
        yield said("form.life", place="geldig_tot", first=today, last=latest)
    ends = {"herzien_voor": draft["herzien_voor"]}
    ends["raad.geldig_tot"] = draft["raad"]["geldig_tot"]
    for place, value in ends.items():
        if c.day_of(value) < today:
            yield said("form.over", place=place)
    every = [*draft["netwerken"]["school"], *dialling(draft)]
    if len(every) > MOST_NETWORKS:
        yield said("form.some", place="netwerken", most=MOST_NETWORKS)
    for cidr in sorted({one for one in every if every.count(one) > 1}):
        yield said("form.twice", place="netwerken", given=cidr)
