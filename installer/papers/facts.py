# SPDX-License-Identifier: GPL-3.0-or-later
"""What was agreed, in the words of one language: dates, times, names, yes and no."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Final

from consent.documents.charter import Contact, LegalBasis
from consent.documents.fields import Lang
from consent.purpose import PICTURES, Purpose
from installer.papers.agreed import Agreed
from installer.papers.blocks import Block, Quote
from installer.papers.text import Facts, words

_MINUTE: Final = 60
_SHORT_PRINT: Final = 16
_HARD_SPACE: Final = "\N{NO-BREAK SPACE}"
_ORDER: Final = tuple(Purpose)


def facts_of(
    agreed: Agreed,
    lang: Lang,
    more: Mapping[str, str] | None = None,
    flags: Mapping[str, bool] | None = None,
    blocks: Mapping[str, Sequence[Block]] | None = None,
) -> Facts:
    """Give everything a text may name, with what one paper adds."""
    return Facts(
        words={
            **_school(agreed, lang),
            **_council(agreed, lang),
            **_limits(agreed, lang),
            **_place_and_time(agreed, lang),
            **(more or {}),
        },
        flags={**_flags(agreed), **(flags or {})},
        blocks={"council": [_quote(agreed, lang)], **(blocks or {})},
    )


def day(when: date, lang: Lang) -> str:
    """Write a date out, as 24 november 2026."""
    return f"{when.day} {words(lang)['months'][when.month - 1]} {when.year}"


def short_day(when: date, lang: Lang) -> str:
    """Write a date as 24 nov 2026."""
    return f"{when.day} {words(lang)['months'][when.month - 1][:3]} {when.year}"


def lasting(seconds: int, lang: Lang) -> str:
    """Write a duration out, in minutes where it is whole minutes."""
    said = words(lang)
    if seconds % _MINUTE:
        return f"{seconds} {said['second' if seconds == 1 else 'seconds']}"
    minutes = seconds // _MINUTE
    return f"{minutes} {said['minute' if minutes == 1 else 'minutes']}"


def listed(items: Sequence[str], lang: Lang) -> str:
    """Write a list as a sentence does."""
    said = words(lang)
    if not items:
        return str(said["none"])
    *first, last = items
    return f"{', '.join(first)} {said['and']} {last}" if first else last


def fours(text: str) -> str:
    """Write a long number as on a letter: groups of four signs."""
    upper = text.upper()
    return " ".join(upper[at : at + 4] for at in range(0, len(upper), 4))


def warnings(agreed: Agreed, lang: Lang) -> tuple[str, ...]:
    """Give what every paper of these agreements must say of itself."""
    said = words(lang)
    held = {"draft": agreed.is_draft, "demo": agreed.trust.is_demo}
    return tuple(said[name] for name, is_so in held.items() if is_so)


def marks(agreed: Agreed, lang: Lang) -> tuple[str, ...]:
    """Say which agreements a paper rests on."""
    facts = facts_of(agreed, lang)
    return (words(lang)["agreements"].format_map(facts.words),)


def foot(agreed: Agreed, lang: Lang) -> str:
    """Say where a paper comes from."""
    facts = facts_of(agreed, lang)
    return str(words(lang)["made"].format_map(facts.words))


def _school(agreed: Agreed, lang: Lang) -> dict[str, str]:
    charter = agreed.charter
    return {
        "school": agreed.trust.name,
        "root": fours(agreed.trust.root_hash),
        "serial": str(charter.serial),
        "print": fours(agreed.charter_hash[:_SHORT_PRINT]),
        "charter_hash": agreed.charter_hash,
        "made": day(agreed.today, lang),
        "since": day(agreed.since, lang),
        "since_short": short_day(agreed.since, lang),
        "last_short": short_day(agreed.last_day, lang),
        "review_short": short_day(charter.review_by, lang),
        "until": day(agreed.until, lang),
        "last_day": day(agreed.last_day, lang),
        "review_by": day(charter.review_by, lang),
        "contact": _contact(charter.contacts.school, lang),
        "contact_name": charter.contacts.school.name,
        "dpo": _contact(charter.contacts.dpo, lang),
        "dpo_name": charter.contacts.dpo.name,
        "authority": charter.authority,
        "vision_ref": charter.vision_ref,
        "ict_plan_ref": charter.ict_plan_ref,
        "dpia_ref": charter.dpia.ref,
        "dpia_version": charter.dpia.version,
        "dpia_date": day(charter.dpia.made_on, lang),
        "log_names": words(lang)[f"names_{charter.log_names}"],
    }


def _council(agreed: Agreed, lang: Lang) -> dict[str, str]:
    council = agreed.charter.council
    return {
        "council_body": council.body,
        "council_date": day(council.held_on, lang),
        "council_ref": council.ref,
        "council_until": day(council.valid_until, lang),
        "council_outcome": words(lang)["outcome"][council.outcome],
    }


def _limits(agreed: Agreed, lang: Lang) -> dict[str, str]:
    charter, said = agreed.charter, words(lang)
    held: dict[str, str] = {
        "age": str(charter.guardian_age),
        "width": str(charter.overview_width_px),
        "set_days": str(charter.set_days),
    }
    for purpose in Purpose:
        caps = charter.caps(purpose)
        held |= {
            f"{purpose}_name": said["purpose"][purpose.value],
            f"{purpose}_basis": _basis(agreed, purpose, lang),
            f"{purpose}_once": lasting(caps.seconds or 0, lang),
            f"{purpose}_lesson": lasting(caps.slot_seconds or 0, lang),
            f"{purpose}_times": str(caps.times or 0),
        }
    return held


def _place_and_time(agreed: Agreed, lang: Lang) -> dict[str, str]:
    charter, said = agreed.charter, words(lang)
    offered = [one for one in _ORDER if charter.offers(one)]
    return {
        "days": listed([said["days"][one.value] for one in charter.hours.days], lang),
        "hours": f"{charter.hours.starts} {said['to']} {charter.hours.ends}",
        "holidays": _counted(len(charter.holidays), "holiday", lang),
        "networks": listed(charter.cidrs, lang),
        "reasons": listed([one.words(lang) for one in charter.reason_codes], lang),
        "attention_reasons": listed(
            [one.words(lang) for one in charter.attention_reasons], lang
        ),
        "offered": listed([said["purpose"][one.value] for one in offered], lang),
    }


def _flags(agreed: Agreed) -> dict[str, bool]:
    charter = agreed.charter
    held = {purpose.value: charter.offers(purpose) for purpose in Purpose}
    consent = [one for one in PICTURES if agreed.basis(one) is LegalBasis.CONSENT]
    task = [one for one in PICTURES if agreed.basis(one) is LegalBasis.PUBLIC_TASK]
    return {
        **held,
        "on_consent": bool(consent),
        "on_task": bool(task),
        "with_names": charter.log_names == "name",
        "against": charter.council.outcome == "advice_neg",
        "waived": charter.council.outcome == "waived",
        "dial_out": charter.dials_out,
        "no_picture": held["attention"] or held["share"],
        "draft": agreed.is_draft,
        "demo": agreed.trust.is_demo,
    }


def _quote(agreed: Agreed, lang: Lang) -> Quote:
    held = _council(agreed, lang)
    source = "{council_body}, {council_date}, {council_ref}: {council_outcome}"
    return Quote(agreed.charter.council.text, source.format_map(held))


def _basis(agreed: Agreed, purpose: Purpose, lang: Lang) -> str:
    basis, said = agreed.basis(purpose), words(lang)
    return str(said["basis"][basis.value] if basis else said["none"])


def _counted(number: int, what: str, lang: Lang) -> str:
    one, many = words(lang)[what]
    return f"{number} {one if number == 1 else many}"


def _contact(who: Contact, lang: Lang) -> str:
    phone = who.phone.replace(" ", _HARD_SPACE)  # a number stays on one line
    return str(words(lang)["contact"]).format(
        name=who.name, email=who.email, phone=phone
    )
