# SPDX-License-Identifier: GPL-3.0-or-later
"""Each line of the list as a plain sentence, in the pupil's language.

A sentence never has its own moment: whoever shows it puts the time beside it, in the
zone of the school. A GAP blames nobody.

Source: docs/spec/ledger.md "In plain words"; docs/rights.md R-30, R-53.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from consent.documents.fields import Lang
from consent.ledger.draft import Line
from consent.ledger.entry import EntryBody
from consent.ledger.kinds import ABOUT_AN_OPEN, Chain, Kind
from consent.ledger.words import en, fr, nl

WORDS: Final[Mapping[Lang, Mapping[str, str]]] = {
    Lang.NL: nl.WORDS,
    Lang.EN: en.WORDS,
    Lang.FR: fr.WORDS,
}
_MINUTE: Final = 60
_NOBODY: Final[Mapping[str, str]] = {}

CAUSE_WORDS: Final[Mapping[str, str]] = {
    "clock": "clock",
    "trust": "school",
    "revoked": "school",
    "role": "school",
    "papers": "school",
    "charter": "school",
    "class_or_teacher": "school",
    "slot": "bell",
    "floor": "bell",
    "network": "place",
    "lesson": "bell",
    "other_teacher": "school",
    "reason_code": "school",
    "logged_first": "logged_first",
    "ledger": "log",
    "session": "eye",
    "exempt": "school",
    "indicator": "eye",
    "purpose_off": "school",
    "notice": "choice",
    "opt_out": "out",
    "guardian": "home",
    "state": "choice",
    "expired": "choice",
    "paused": "pause",
    "cap": "time",
    "event_no": "you",
    "replay": "replay",
    "withdrawn": "you",
    "pupil_stop": "you",
    "help_now": "you",
    "restart": "restart",
    "not_painted": "eye",
    "teacher": "teacher",
    "time": "time",
    "bell": "over",
    "link": "link",
}
"""For each cause the half sentence that says it; `by.` and this word in WORDS."""


def sentence(
    entry: EntryBody | None,
    lang: Lang,
    *,
    other: EntryBody | None = None,
    reasons: Mapping[str, str] = _NOBODY,
) -> str:
    """Say one line in plain words.

    Args:
        entry: the line; None when its text was erased.
        lang: the pupil's language.
        other: the CLOSE of an OPEN, or the OPEN of a CLOSE or CAUSE, where it is known.
        reasons: the charter's words for its reason codes, in this language.
    """
    words = WORDS[lang]
    if entry is None:
        return words["erased"]
    return _capital(_SAY[entry.kind](entry, words, other, reasons))


def sentences(
    lines: Sequence[Line],
    lang: Lang,
    *,
    opens: Mapping[int, EntryBody] | None = None,
    closes: Mapping[int, EntryBody] | None = None,
    reasons: Mapping[str, str] = _NOBODY,
) -> list[str]:
    """Say the lines of a page; an OPEN whose CLOSE is known says how long.

    Args:
        lines: the page, in any order.
        lang: the pupil's language.
        opens: by seq, OPEN lines that are not on the page, for its CLOSE and CAUSE.
        closes: by seq of their OPEN, CLOSE lines that are not on the page.
        reasons: the charter's words for its reason codes, in this language.
    """
    held = [line.entry for line in lines if line.entry is not None]
    shared = [entry for entry in held if entry.chain is Chain.SHARED]
    known = dict(opens or {}) | {
        entry.common.seq: entry for entry in shared if entry.kind is Kind.OPEN
    }
    ended = dict(closes or {}) | {
        entry.number("open_seq"): entry for entry in shared if entry.kind is Kind.CLOSE
    }

    def other(entry: EntryBody | None) -> EntryBody | None:
        if entry is None:
            return None
        if entry.kind in ABOUT_AN_OPEN:
            return known.get(entry.number("open_seq"))
        return ended.get(entry.common.seq) if entry.kind is Kind.OPEN else None

    return [
        sentence(line.entry, lang, other=other(line.entry), reasons=reasons)
        for line in lines
    ]


def duration(seconds: int, lang: Lang) -> str:
    """Say how long something took."""
    return _long(seconds, WORDS[lang])


_Words = Mapping[str, str]
_Say = Callable[[EntryBody, _Words, EntryBody | None, _Words], str]


def _long(seconds: int, words: _Words) -> str:
    if seconds == 0:
        return words["instant"]
    if seconds < _MINUTE:
        return words["second" if seconds == 1 else "seconds"].format(n=seconds)
    minutes = round(seconds / _MINUTE)
    return words["minute" if minutes == 1 else "minutes"].format(n=minutes)


def _open(
    entry: EntryBody, words: _Words, other: EntryBody | None, reasons: _Words
) -> str:
    """Say who may do what, for how long at most and, once over, how long it was."""
    purpose = entry.text("purpose")
    said = {
        "who": entry.text("teacher_name"),
        "why": _why(entry, words, reasons),
        "most": _long(_most_s(entry), words),
    }
    if other is None:
        return words[f"open.{purpose}"].format(**said)
    said["long"] = _long(other.number("seconds"), words)
    nothing_left = f"none.{purpose}" if other.number("pictures") == 0 else ""
    key = nothing_left if nothing_left in words else f"done.{purpose}"
    return words[key].format(**said)


def _why(entry: EntryBody, words: _Words, reasons: _Words) -> str:
    code, free = entry.text("reason_code"), entry.text("reason")
    said = [part for part in (reasons.get(code, code), free) if part]
    return words["why"].format(why=", ".join(said)) if said else ""


def _most_s(entry: EntryBody) -> int:
    """Give how long was asked and granted: to the end that the line names."""
    until = entry.time("until") or entry.common.t
    return max(0, round((until - entry.common.t).total_seconds()))


def _close(entry: EntryBody, words: _Words, other: EntryBody | None, _: _Words) -> str:
    long, end = _long(entry.number("seconds"), words), entry.text("end")
    if other is not None and end == "teacher":
        key = f"close.who.{other.text('purpose')}"
        return words[key].format(who=other.text("teacher_name"), long=long)
    what = _ended(other, words)
    if end not in CAUSE_WORDS:  # not_shared: why is the pupil's own, in a CAUSE
        return words["close"].format(what=what, long=long)
    return words["close.why"].format(what=what, long=long, cause=_half(end, words))


def _ended(opened: EntryBody | None, words: _Words) -> str:
    return words[f"end.{opened.text('purpose') if opened else 'unknown'}"]


def _share(entry: EntryBody, words: _Words, *_: object) -> str:
    said = {name: str(value) for name, value in entry.fields.items()}
    return words[entry.text("what")].format(who=said["teacher_name"], **said)


def _lesson(entry: EntryBody, words: _Words, *_: object) -> str:
    key = f"lesson.{entry.text('what')}"
    return words[key].format(who=entry.text("teacher_name"))


def _note(entry: EntryBody, words: _Words, *_: object) -> str:
    about, text = entry.number("about"), entry.text("text")
    return words["note.about" if about else "note"].format(about=about, text=text)


def _gap(entry: EntryBody, words: _Words, *_: object) -> str:
    low, high = entry.number("from"), entry.number("to")
    return words["gap.one" if low == high else "gap"].format(low=low, high=high)


def _hold(entry: EntryBody, words: _Words, *_: object) -> str:
    copy = ".copy" if entry.number("target") else ""
    return words[f"hold.{entry.text('by')}{copy}"]


def _order(entry: EntryBody, words: _Words, *_: object) -> str:
    target, text = entry.number("target"), entry.text("text")
    return words["order.one" if target else "order"].format(target=target, text=text)


def _redact(entry: EntryBody, words: _Words, *_: object) -> str:
    target = entry.number("target")
    one = ".one" if target else ""
    return words[f"redact.{entry.text('by')}{one}"].format(target=target)


def _read(entry: EntryBody, words: _Words, *_: object) -> str:
    return words[f"read.{entry.text('by')}"]


def _cause(entry: EntryBody, words: _Words, other: EntryBody | None, _: _Words) -> str:
    cause = _half(entry.text("cause"), words)
    return words["cause"].format(what=_ended(other, words), cause=cause)


def _refused(entry: EntryBody, words: _Words, *_: object) -> str:
    count = entry.number("count")
    return words["refused" if count == 1 else "refused.many"].format(
        wish=words[f"wish.{entry.text('purpose')}"],
        count=count,
        cause=_half(entry.text("reason"), words),
    )


def _notice(_: EntryBody, words: _Words, *__: object) -> str:
    return words["notice"]


def _asked(entry: EntryBody, words: _Words, *_: object) -> str:
    return words["asked"].format(may=words[f"may.{entry.text('purpose')}"])


def _consent(entry: EntryBody, words: _Words, *_: object) -> str:
    may = words[f"may.{entry.text('purpose')}"]
    return words[entry.text("state")].format(may=may)


def _pause(entry: EntryBody, words: _Words, *_: object) -> str:
    why = entry.text("why")
    if entry.text("what") == "off":
        return words["pause.off.bell" if why == "slot_end" else "pause.off"]
    return words["pause.on.doubt" if why == "unclean_start" else "pause.on"]


def _trouble(entry: EntryBody, words: _Words, *_: object) -> str:
    what, who = entry.text("what"), entry.text("text")
    return words.get(f"trouble.{what}", words["trouble"]).format(what=what, who=who)


def _clock(entry: EntryBody, words: _Words, *_: object) -> str:
    return words["clock.agreed" if entry.text("what") == "agreed" else "clock"]


def _paper(entry: EntryBody, words: _Words, *_: object) -> str:
    kind, outcome = entry.text("paper"), entry.text("outcome")
    said = words.get(f"paper.{outcome}.{kind}", words[f"paper.{outcome}"])
    return said.format(
        paper=words.get(f"paper.{kind}", kind), serial=entry.number("serial")
    )


def _enrol(_: EntryBody, words: _Words, *__: object) -> str:
    return words["enrol"]


def _said_yes(entry: EntryBody, words: _Words, *_: object) -> str:
    return words[f"said_yes.{entry.text('how')}"]


def _half(cause: str, words: _Words) -> str:
    return words[f"by.{CAUSE_WORDS[cause]}"]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_SAY: Final[Mapping[Kind, _Say]] = {
    Kind.OPEN: _open,
    Kind.CLOSE: _close,
    Kind.SHARE: _share,
    Kind.LESSON: _lesson,
    Kind.NOTE: _note,
    Kind.GAP: _gap,
    Kind.HOLD: _hold,
    Kind.ORDER: _order,
    Kind.REDACT: _redact,
    Kind.CAUSE: _cause,
    Kind.REFUSED: _refused,
    Kind.NOTICE: _notice,
    Kind.ASKED: _asked,
    Kind.CONSENT: _consent,
    Kind.PAUSE: _pause,
    Kind.LOG_READ: _read,
    Kind.TROUBLE: _trouble,
    Kind.CLOCK: _clock,
    Kind.PAPER: _paper,
    Kind.ENROL: _enrol,
    Kind.SAID_YES: _said_yes,
}
