# SPDX-License-Identifier: GPL-3.0-or-later
"""Did the teacher sign exactly this, with a certificate that counted, in that lesson.

Source: docs/spec/command.md; docs/spec/pack.md "Verifying".
"""

from collections.abc import Iterator
from dataclasses import dataclass

from consent import timetable
from consent.documents import command as commands
from consent.documents.command import CommandBody
from consent.errors import PaperError
from consent.ledger.certificate import Holder
from consent.ledger.checks.finding import Finding, bad, good
from consent.ledger.checks.opened import Opened
from consent.ledger.checks.papers import School
from consent.ledger.entry import EntryBody
from consent.ledger.kinds import Chain, Kind


@dataclass(frozen=True, slots=True)
class Commanded:
    """A shared line with the command behind it."""

    seq: int
    entry: EntryBody
    body: CommandBody


def commanded(opened: Opened) -> list[Commanded]:
    """Give the shared lines whose command can be read."""
    found = []
    for written in opened.chains[Chain.SHARED]:
        entry = written.entry
        body = _command(entry) if entry is not None else None
        if entry is not None and body is not None:
            found.append(Commanded(written.sealed.seq, entry, body))
    return found


def check(opened: Opened, school: School) -> list[Finding]:
    """Check each command against its line, its signature and its lesson."""
    held = commanded(opened)
    readable = {one.seq for one in held}
    wrong = [
        bad("command", seq=written.sealed.seq)
        for written in opened.chains[Chain.SHARED]
        if written.entry is not None
        and written.entry.fields.get("command")
        and written.sealed.seq not in readable
    ]
    used: set[tuple[str, int]] = set()
    for one in held:
        wrong += _signed(one, school)
        act = (one.body.nonce, one.body.seq)
        if act in used:
            wrong.append(bad("command_twice", seq=one.seq))
        used.add(act)
        if not _says_the_same(one, school):
            wrong.append(bad("command", seq=one.seq))
    found = wrong or ([good("commands", count=len(held))] if held else [])
    return [*found, *_slots(held, school)]


def _command(entry: EntryBody) -> CommandBody | None:
    text = entry.fields.get("command")
    if not text:
        return None
    try:
        return commands.parse(str(text).encode("utf-8"))
    except PaperError:
        return None


def _signed(one: Commanded, school: School) -> Iterator[Finding]:
    fingerprint, moment = one.entry.text("teacher"), one.entry.common.t
    holder = school.teachers.get(fingerprint)
    if holder is None:
        yield bad("teacher_missing", seq=one.seq)
        return
    raw = one.entry.text("command").encode("utf-8")
    sig = bytes.fromhex(one.entry.text("command_sig"))
    if not commands.checks(raw, sig, holder.sign_pub):
        yield bad("command_sig", seq=one.seq)
    if not holder.is_valid(moment):
        yield bad("teacher_dates", seq=one.seq)
    if school.is_revoked(fingerprint, moment):
        yield bad("revoked", seq=one.seq)


def _says_the_same(one: Commanded, school: School) -> bool:
    entry, body = one.entry, one.body
    return (
        body.lesson == entry.common.lesson
        and body.class_id == entry.common.klass
        and body.teacher == entry.text("teacher")
        and body.verb in _verbs(entry)
        and _is_for_this_laptop(one, school)
        and all(entry.fields.get(name) == said for name, said in _said(one))
    )


def _is_for_this_laptop(one: Commanded, school: School) -> bool:
    device = school.device
    # A certificate that was renewed since is not in the pack, and proves nothing here.
    if device is None or one.entry.common.t < device.starts:
        return True
    return one.body.device == device.fingerprint


def _said(one: Commanded) -> list[tuple[str, object]]:
    """Give what the line must repeat of the command."""
    body = one.body
    match one.entry.kind:
        case Kind.OPEN:
            return [("reason_code", body.reason_code), ("reason", body.reason)]
        case Kind.SHARE:
            return [item for item in body.args.items() if item[0] != "file"]
        case _:
            return []


def _verbs(entry: EntryBody) -> set[str]:
    match entry.kind:
        case Kind.OPEN:
            return {f"{entry.text('purpose')}_start"}
        case Kind.LESSON:
            return {f"lesson_{entry.text('what')}"}
        case _:
            return {entry.text("what")}


def _slots(held: list[Commanded], school: School) -> Iterator[Finding]:
    checked, unknown, wrong = 0, 0, False
    for one in held:
        if one.entry.kind is Kind.LESSON and one.entry.text("what") == "end":
            continue  # a lesson may be ended a little after the bell
        found = _slot(one, school)
        unknown += found is None
        checked += found is not None
        for finding in found or []:
            wrong = True
            yield finding
    if checked and not wrong:
        yield good("slots", count=checked)
    if unknown:
        yield good("no_papers_then", count=unknown)


def _slot(one: Commanded, school: School) -> list[Finding] | None:
    moment = one.entry.common.t
    charter = school.charter_at(moment)
    sheet = school.sheet_at(one.entry.common.klass, moment)
    if charter is None or sheet is None or school.trust is None:
        return None
    slot = timetable.slot_at(charter, sheet, school.trust.zone, moment)
    if slot is None or slot.slot != one.body.slot:
        return [bad("slot", seq=one.seq)]
    holder = school.teachers.get(one.entry.text("teacher"))
    if holder is not None and not _has_class(holder, slot.teachers):
        return [bad("slot_teacher", seq=one.seq)]
    return []


def _has_class(holder: Holder, teachers: tuple[str, ...]) -> bool:
    return holder.id in teachers
