# SPDX-License-Identifier: GPL-3.0-or-later
"""The teacher's record of a lesson as plain lines: what was asked, and what came of it.

One line per click, not per laptop: 24 laptops asked at once are one line of the class,
two pupils looked at are two lines.
Small pictures name nobody. A look that gave no picture is one plain line, made from
what the teacher asked and not from who was sent a command, so that every cause reads
the same. Source: docs/adr/0103.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from consent.documents import command as commands
from consent.documents.command import CommandBody, Verb
from consent.errors import ConsentError
from consent.ledger.entry import EntryBody, parse_body
from consent.ledger.kinds import Kind
from consent.ledger.leaf import Leaf
from console.core.ask import Ask
from console.core.click import click_of
from console.core.facts import ClassFacts
from console.core.view import LogLine, LogView
from console.ledger.phrases import Phrases, phrases

MINUTE_S: Final = 60
_SILENT: Final = frozenset(
    {Verb.OVERVIEW_STOP, Verb.VIEW_STOP, Verb.SHOW_STOP, Verb.ATTENTION_STOP}
)
_NEEDS_RECEIPT: Final = frozenset(
    {Verb.OVERVIEW_START, Verb.VIEW_START, Verb.SHOW_START}
)
_LASTS: Final = frozenset(
    {Verb.OVERVIEW_START, Verb.VIEW_START, Verb.SHOW_START, Verb.ATTENTION_START}
)


@dataclass(slots=True)
class _Act:
    """One act of the teacher, and what laptops wrote about it."""

    body: CommandBody
    at: datetime | None = None
    devices: set[str] = field(default_factory=set)
    receipts: int = 0
    open: int = 0
    longest_s: int = 0


@dataclass(frozen=True, slots=True)
class Lesson:
    """What is known of one lesson.

    `leaves` come newest first, as the ledger gives them; `asks` from this run of the
    console; `agrees` says whether every laptop's head of our tree is one we had, and
    `colleagues_agree` whether no two heads of a colleague's tree contradict each other.
    """

    leaves: Sequence[Leaf]
    asks: Sequence[Ask] = ()
    agrees: bool = True
    colleagues_agree: bool = True


def log_view(
    lesson: Lesson, facts: ClassFacts | None, language: str, now: datetime
) -> LogView:
    """Make the page.

    Args:
        lesson: its record, and what gave no picture.
        facts: names of the roster, and reasons in the window's language.
        language: of the sentences.
        now: aware UTC; for lines that no laptop dated yet.
    """
    said = phrases(language)
    names, words = _names(facts), _reasons(facts)
    acts = _acts(reversed(lesson.leaves))
    lines = [
        _line(act, names, words, said, now)
        for act in acts
        if act.receipts or act.body.verb not in _NEEDS_RECEIPT
    ]
    told = [act for act in acts if act.receipts]
    lines += [_asked(ask, facts, words, said) for ask in _untold(lesson.asks, told)]
    lines += _gaps(lesson.leaves, names, said)
    lines.sort(key=lambda line: line.at, reverse=True)
    return LogView(tuple(lines), _health(lines, lesson, said))


def _untold(asks: Iterable[Ask], told: Sequence[_Act]) -> list[Ask]:
    """Keep the asks the record has no line of."""
    shown = {click_of(act.body.access) for act in told}
    return [ask for ask in asks if click_of(ask.access) not in shown]


def _asked(
    ask: Ask, facts: ClassFacts | None, words: Mapping[str, str], said: Phrases
) -> LogLine:
    """Say what was asked; where a pupil is named, that no picture came."""
    pupils = facts.pupils if facts else ()
    name = next((p.name for p in pupils if p.pupil == ask.pupil), "")
    large = ask.verb is Verb.VIEW_START
    what = said.view_asked if large else said.overview
    parts = [what, _why(ask.reason_code, ask.reason, words, said)]
    parts += [said.no_picture] if large else []
    return LogLine(ask.at, name, " ".join(filter(None, parts)), confirmed=None)


def _names(facts: ClassFacts | None) -> dict[str, str]:
    pupils = facts.pupils if facts else ()
    return {p.device.hex(): p.name for p in pupils if p.device is not None}


def _reasons(facts: ClassFacts | None) -> dict[str, str]:
    choices = (*facts.reasons, *facts.attention_reasons) if facts else ()
    return {choice.code: choice.words for choice in choices}


def _health(lines: Iterable[LogLine], lesson: Lesson, said: Phrases) -> str:
    if not lesson.agrees:
        return said.other_head
    if not lesson.colleagues_agree:
        return said.colleagues_head
    waits = any(line.confirmed is False for line in lines)
    return said.waiting if waits else said.healthy


def _acts(leaves: Iterable[Leaf]) -> list[_Act]:
    """Put commands of one act together, and each laptop's lines to its command."""
    acts: list[_Act] = []
    by_command: dict[str, _Act] = {}
    opens: dict[tuple[str, int], _Act] = {}
    for leaf in leaves:
        if leaf.body is None:
            continue
        if leaf.is_command:
            _add_command(leaf.body, leaf.device, acts, by_command)
        else:
            _add_line(leaf.body, leaf.device, by_command, opens)
    return acts


def _add_command(
    raw: bytes, device: str, acts: list[_Act], by_command: dict[str, _Act]
) -> None:
    try:
        body = commands.parse(raw)
    except ConsentError:
        return
    if body.verb in _SILENT:
        return
    act = next((a for a in reversed(acts) if _is_same(a.body, body)), None)
    if act is None:
        act = _Act(body)
        acts.append(act)
    act.devices.add(device)
    by_command[raw.decode()] = act


def _is_same(known: CommandBody, body: CommandBody) -> bool:
    """Say whether one click asked both, at one more laptop or anew after a break."""
    return (known.verb, click_of(known.access)) == (body.verb, click_of(body.access))


def _add_line(
    raw: bytes,
    device: str,
    by_command: Mapping[str, _Act],
    opens: dict[tuple[str, int], _Act],
) -> None:
    try:
        line = parse_body(raw)
    except ConsentError:
        return
    if line.kind is Kind.CLOSE:
        act = opens.get((device, line.number("open_seq")))
        if act is not None:
            act.open -= 1
            act.longest_s = max(act.longest_s, line.number("seconds"))
        return
    act = by_command.get(str(line.fields.get("command", "")))
    if act is None:
        return
    act.receipts += 1
    act.at = min(act.at or line.common.t, line.common.t)
    if line.kind is Kind.OPEN:
        act.open += 1
        opens[device, line.common.seq] = act


def _line(
    act: _Act,
    names: Mapping[str, str],
    words: Mapping[str, str],
    said: Phrases,
    now: datetime,
) -> LogLine:
    body = act.body
    why = _why(body.reason_code, body.reason, words, said)
    parts = [_what(body, said), why, _how_long(act, said)]
    return LogLine(
        at=act.at or now,
        pupil_name=_whose(act, names),
        sentence=" ".join(part for part in parts if part),
        confirmed=act.receipts > 0,
    )


def _whose(act: _Act, names: Mapping[str, str]) -> str:
    """Name who was asked unless it was the class; never who shares small pictures."""
    if act.body.verb in {Verb.OVERVIEW_START, Verb.LESSON_START, Verb.LESSON_END}:
        return ""
    whole = len(act.devices) > 1 and act.devices >= names.keys()
    if act.body.args.get("scope") == "all" or whole:
        return ""
    found = (names.get(device, "") for device in act.devices)
    return ", ".join(sorted(filter(None, found)))


def _what(body: CommandBody, said: Phrases) -> str:
    if body.verb is Verb.ATTENTION_START:
        is_all = body.args.get("scope") == "all"
        return said.attention if is_all else said.attention_one
    sentence = {
        Verb.LESSON_START: said.lesson_start,
        Verb.LESSON_END: said.lesson_end,
        Verb.OVERVIEW_START: said.overview,
        Verb.VIEW_START: said.view,
        Verb.SHOW_START: said.show,
        Verb.MESSAGE: said.message,
        Verb.LINK: said.link,
        Verb.FILE_OFFER: said.file_offer,
        Verb.HANDIN_ASK: said.handin,
        Verb.HAND_CLEAR: said.hand_clear,
    }[body.verb]
    return _filled(sentence, body.args)


def _filled(sentence: str, args: Mapping[str, str | int]) -> str:
    """Put a text in its place without reading it as a template."""
    return re.sub(
        r"\{(\w+)\}", lambda found: str(args.get(found[1], found[0])), sentence
    )


def _why(code: str, reason: str, words: Mapping[str, str], said: Phrases) -> str:
    reason = reason or words.get(code, code)
    return said.why.replace("{reason}", reason, 1) if reason else ""


def _how_long(act: _Act, said: Phrases) -> str:
    if act.body.verb not in _LASTS or not act.receipts:
        return ""
    if act.open > 0:
        return said.runs
    minutes, seconds = divmod(act.longest_s, MINUTE_S)
    if not minutes:
        return said.lasted_seconds.format(seconds=seconds)
    return said.lasted.format(minutes=minutes, seconds=seconds)


def _gaps(
    leaves: Iterable[Leaf], names: Mapping[str, str], said: Phrases
) -> list[LogLine]:
    found = []
    for leaf in leaves:
        line = _gap(leaf)
        if line is not None:
            name = names.get(leaf.device, "")
            found.append(LogLine(line.common.t, name, said.gap, confirmed=True))
    return found


def _gap(leaf: Leaf) -> EntryBody | None:
    if leaf.body is None or leaf.is_command:
        return None
    try:
        line = parse_body(leaf.body)
    except ConsentError:
        return None
    return line if line.kind is Kind.GAP else None
