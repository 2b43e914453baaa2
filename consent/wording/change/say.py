# SPDX-License-Identifier: GPL-3.0-or-later
"""The differences of two charters as plain lines, what allows more first.

Source: docs/spec/documents.md "What a new charter changes"; docs/rights.md R-47.
"""

from collections.abc import Mapping
from datetime import date
from typing import Final

from consent.documents.charter import Charter, Hours, ReasonCode
from consent.documents.charter_change import Change, changes
from consent.documents.fields import Lang
from consent.purpose import Purpose
from consent.wording.change.en import EN
from consent.wording.change.fr import FR
from consent.wording.change.nl import NL
from consent.wording.change.parts import ChangeWords

WORDS: Final[Mapping[Lang, ChangeWords]] = {Lang.NL: NL, Lang.EN: EN, Lang.FR: FR}
_MINUTE: Final = 60
_LIMIT: Final = "limit"


def change_lines(old: Charter, new: Charter, day: date, lang: Lang) -> list[str]:
    """Tell what a new charter changes; nothing when no pupil would notice.

    Args:
        old: what was in force.
        new: what came in its place.
        day: when it came, in the school's zone.
        lang: the pupil's language.
    """
    found, words = changes(old, new), WORDS[lang]
    parts = (
        (words.wider, [x for x in found if x.is_wider]),
        (words.rest, [x for x in found if not x.is_wider]),
    )
    lines = [
        line
        for head, some in parts
        if some
        for line in (f"{head}:", *(f"- {sentence(one, lang)}" for one in some))
    ]
    return [words.title.format(date=_date(day)), *lines] if lines else []


def sentence(change: Change, lang: Lang) -> str:
    """Say one difference."""
    words = WORDS[lang]
    held = {name: _word(value, lang) for name, value in change.values.items()}
    held |= _numbers(change, words)
    said = words.sentences[change.what].format(**held)
    return said[:1].upper() + said[1:]


def _word(value: object, lang: Lang) -> str:
    match value:
        case Purpose():
            return WORDS[lang].purposes[value]
        case ReasonCode():
            return value.words(lang)
        case date():
            return _date(value)
        case _:
            return str(value)


def _numbers(change: Change, words: ChangeWords) -> dict[str, str]:
    """Fill in what needs more than its own value: amounts, hours, names."""
    values = change.values
    hours, names = values.get("hours"), values.get("names")
    if _LIMIT in values:
        limit = str(values[_LIMIT])
        return {
            name: words.units[limit].format(n=_amount(values[name], limit, words))
            for name in ("before", "after")
        }
    if isinstance(hours, Hours):
        days = [words.days[day.number] for day in hours.days]
        return {"days": ", ".join(days), "from": hours.starts, "to": hours.ends}
    return {} if names is None else {"names": words.name_shown[str(names)]}


def _amount(value: object, limit: str, words: ChangeWords) -> str:
    number = int(str(value))
    if limit == "times":
        return str(number)
    whole = number % _MINUTE == 0
    forms, count = (
        (words.minutes, number // _MINUTE) if whole else (words.seconds, number)
    )
    return forms[count != 1].format(n=count)


def _date(day: date) -> str:
    return f"{day:%d-%m-%Y}"
