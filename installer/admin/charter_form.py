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


def faults(draft: Mapping[str, Any], today: date, *, is_demo: bool) -> list[Said]:
    """Say everything that keeps a form from being a charter.

    Args:
        draft: the form as TOML has it.
        today: the day in the school's zone.
        is_demo: a demo works at the weekend too.
    """
    weekend = () if is_demo else _weekend(draft)
    return [*FORM("", draft), *_together(draft, today), *weekend]


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
    """Check what no field says alone, as far as its fields can be read.

    The order of days and hours, how long all of it lives, and networks named twice.
    """
    since, until = _day(draft, "ingangsdatum"), _day(draft, "geldig_tot")
    holidays = draft.get("vakantie", [])
    pairs = [
        ("ingangsdatum", since, "geldig_tot", until),
        *(
            ("vakantie.van", _day(one, "van"), "vakantie.tot", _day(one, "tot"))
            for one in (holidays if isinstance(holidays, list) else ())
        ),
    ]
    for first, one, last, other in pairs:
        if one and other and one > other:
            yield said("form.order", first=first, last=last)
    begins, ends = (_held(draft, "uren", name) for name in ("van", "tot"))
    if not _is_wrong(begins) and not _is_wrong(ends) and begins >= ends:
        yield said("form.order", first="uren.van", last="uren.tot")
    latest = today + LONGEST
    if until and not today <= until <= latest:
        yield said("form.life", place="geldig_tot", first=today, last=latest)
    for path in (("herzien_voor",), ("raad", "geldig_tot")):
        day = _day(draft, *path)
        if day and day < today:
            yield said("form.over", place=".".join(path))
    yield from _networks(draft)


def _networks(draft: Mapping[str, Any]) -> Iterator[Said]:
    lists = [_held(draft, "netwerken", name) for name in ("school", "console_luistert")]
    every = [one for held in lists if isinstance(held, list) for one in held]
    if len(every) > MOST_NETWORKS:
        yield said("form.some", place="netwerken", most=MOST_NETWORKS)
    for cidr in sorted({one for one in map(str, every) if every.count(one) > 1}):
        yield said("form.twice", place="netwerken", given=cidr)


def _weekend(draft: Mapping[str, Any]) -> Iterator[Said]:
    """Refuse a day on which nothing works whatever is agreed: papers would name it."""
    days = _held(draft, "uren", "dagen")
    for number, one in enumerate(Day):
        named = isinstance(days, list) and one.value in days
        if named and number not in p.FLOOR_WEEKDAYS:
            yield said("form.weekend", place="uren.dagen", given=one.value)


def _held(block: object, *path: str) -> Any:  # noqa: ANN401 -- TOML
    """Give what stands at a place; None where nothing can."""
    for name in path:
        block = block.get(name) if isinstance(block, Mapping) else None
    return block


def _day(block: object, *path: str) -> date | None:
    return c.as_day(_held(block, *path))


def _is_wrong(clock: object) -> bool:
    return any(c.clock("", clock))
