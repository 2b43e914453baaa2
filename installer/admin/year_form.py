# SPDX-License-Identifier: GPL-3.0-or-later
"""The form of a new school year: what was agreed stands, what must be decided is open.

Source: docs/spec/changing.md "A new school year"; docs/adr/0142; docs/rights.md R-43.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from consent.documents.charter import Charter, CharterPurpose, Contact, ReasonCode
from consent.documents.fields import Lang
from installer.admin.charter_form import BASES, CAPS, LONGEST
from installer.admin.form_checks import UNFILLED
from installer.admin.saying import text
from installer.admin.school_year import first_day, year_end
from installer.admin.trouble import said

OPEN: Final = json.dumps(UNFILLED)
_BASIS: Final = {law: word for word, law in BASES.items()}


@dataclass(frozen=True, slots=True)
class NextForm:
    """A form for a school year that comes.

    Attributes:
        charter: what was agreed last.
        year: the school year, as "2027-2028".
        today: from when it may count, where the year has begun.
        lang: of what is explained in it.
    """

    charter: Charter
    year: str
    today: date
    lang: Lang

    def write(self) -> str:
        """Write it."""
        return "\n".join(self._lines()) + "\n"

    def _lines(self) -> Iterator[str]:
        yield from self._comment("year.form_head", year=self.year)
        yield ""
        yield f"ingangsdatum = {max(first_day(self.year), self.today)}"
        last = min(year_end(first_day(self.year)), self.today + LONGEST)
        yield f"geldig_tot = {last}"
        yield from self._comment("year.form_review", day=self.charter.review_by)
        yield f"herzien_voor = {OPEN}"
        for purpose in self.charter.purposes:
            yield from _purpose(purpose)
        yield from _block("beeld", breedte=self.charter.overview_width_px)
        yield from _reasons("redenen", self.charter.reason_codes)
        yield from _reasons("redenen_aandacht", self.charter.attention_reasons)
        yield from self._networks()
        hours = self.charter.hours
        days = [day.value for day in hours.days]
        yield from _block("uren", dagen=days, van=hours.starts, tot=hours.ends)
        yield from self._holidays()
        yield from self._council()
        yield from self._rest()
        yield from _contact("school", self.charter.contacts.school)
        yield from _contact("dpo", self.charter.contacts.dpo)

    def _comment(self, key: str, **values: object) -> Iterator[str]:
        words = text(self.lang, said(key, **values))
        yield from (f"# {line}" for line in words.splitlines())

    def _networks(self) -> Iterator[str]:
        cidrs: tuple[list[str], list[str]] = ([], [])
        for network in self.charter.networks:
            cidrs[network.dial_out].append(network.cidr)
        yield from _block("netwerken", school=cidrs[0], console_luistert=cidrs[1])

    def _holidays(self) -> Iterator[str]:
        for one in self.charter.holidays:
            yield ""
            yield from self._comment(
                "year.form_holiday", first=one.starts, last=one.ends
            )
            yield "[[vakantie]]"
            yield f"van = {OPEN}"
            yield f"tot = {OPEN}"

    def _council(self) -> Iterator[str]:
        council = self.charter.council
        yield ""
        yield from self._comment(
            "year.form_council", day=council.held_on, ref=council.ref
        )
        yield "[raad]"
        yield f"naam = {_toml(council.body)}"
        for field in ("datum", "verslag", "uitkomst", "geldig_tot", "tekst"):
            yield f"{field} = {OPEN}"

    def _rest(self) -> Iterator[str]:
        charter = self.charter
        yield from _block(
            "gegevensbescherming",
            dpia=charter.dpia.ref,
            versie=charter.dpia.version,
            datum=charter.dpia.made_on,
            toezicht=charter.authority,
        )
        yield from _block(
            "school",
            visie=charter.vision_ref,
            ict_beleidsplan=charter.ict_plan_ref,
            nee_heeft_geen_gevolgen=charter.promise_no_consequence,
            leeftijd_ouders=charter.guardian_age,
            naam_in_lijst=charter.log_names == "name",
        )


def _block(title: str, **fields: object) -> Iterator[str]:
    yield ""
    yield f"[{title}]"
    yield from (f"{name} = {_toml(value)}" for name, value in fields.items())


def _purpose(one: CharterPurpose) -> Iterator[str]:
    caps = {name: getattr(one.caps, cap) for name, cap in CAPS.items()}
    lower = {name: most for name, most in caps.items() if most is not None}
    basis = _BASIS[one.legal_basis]
    yield from _block(f"doelen.{one.purpose}", grondslag=basis, **lower)


def _reasons(title: str, reasons: tuple[ReasonCode, ...]) -> Iterator[str]:
    yield from _block(title)
    for reason in reasons:
        words = (f"{lang} = {_toml(reason.words(lang))}" for lang in Lang)
        yield f"{reason.code} = {{ {', '.join(words)} }}"


def _contact(who: str, contact: Contact) -> Iterator[str]:
    yield from _block(
        f"contact.{who}",
        naam=contact.name,
        email=contact.email,
        telefoon=contact.phone,
    )


def _toml(value: object) -> str:
    """Write a value; a text in TOML is escaped as in JSON."""
    return (
        str(value) if isinstance(value, date) else json.dumps(value, ensure_ascii=False)
    )
