# SPDX-License-Identifier: GPL-3.0-or-later
"""The pupil's own yes and no, per class and purpose. No console message comes here.

A no counts in memory at once, is stored before anything is sent, and written last.
A yes counts only once its line and its yes-file are on disk.
Source: docs/spec/consent.md; docs/spec/access.md "Withdrawal".
"""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from agent.core import looks, possible, record, wordings
from agent.core.commands import SendLocal, StoreNo, StoreYes
from agent.core.laptop import Laptop, Outcome
from agent.core.memory import ChoiceKey, KeptChoice
from consent.documents import canonical
from consent.errors import CanonicalError
from consent.ledger.chain import is_signed
from consent.ledger.fields import time_text
from consent.ledger.kinds import Kind
from consent.lifecycle import Answer, ConsentEvent, ConsentState, next_state
from consent.method import CHOICE_CONTEXT, Method
from consent.purpose import PICTURES, Purpose
from protocol.messages.local import Choice, ChoiceAnswer, ClickKept

EVIDENCE_BYTES: Final = 1_024
UNDO_S: Final = 10.0
IN_ORDER: Final = tuple(x for x in Purpose if x in PICTURES)


def heard(laptop: Laptop, choice: Choice) -> None:
    """Take an answer to the question, or a switch."""
    key = (laptop.klass, Purpose[choice.purpose.name])
    if choice.answer is ChoiceAnswer.YES:
        _yes(laptop, key, choice)
        return
    is_later = choice.answer is ChoiceAnswer.LATER
    event = ConsentEvent.PUPIL_SAID_LATER if is_later else ConsentEvent.PUPIL_WITHDREW
    method = Method.AGENT_SWITCH if choice.by_switch else Method.AGENT_DIALOG
    refuse(laptop, (key,), event, method, choice.n, choice=choice)
    shown = choice.notice_sha256.hex()
    if shown in wordings.hashes(laptop, key[1]):
        note_notice(laptop, shown)


def stop(laptop: Laptop, access: bytes | None, n: int) -> None:
    """[Stop] on the eye: withdraw what is open now; a show or an offer ends alone."""
    look = laptop.look
    is_once = look.is_open and (look.offered or look.purpose is Purpose.SHOW)
    if is_once and access in {None, look.access}:
        looks.say_nee(laptop, look)
        laptop.do(StoreNo((), n))
        return
    keys = tuple(
        (laptop.klass, x.purpose)
        for x in laptop.looks
        if x.is_open and x.purpose is not None
    )
    refuse(laptop, keys, ConsentEvent.PUPIL_WITHDREW, Method.AGENT_STOP, n)


def undo(laptop: Laptop, n: int) -> None:
    """[Terug]: take back the yes of the last ten seconds."""
    keys = {
        key
        for key, given_s in laptop.given_s.items()
        if laptop.now.boot_s - given_s <= UNDO_S + 1
    }
    refuse(
        laptop,
        keys | set(laptop.coming),
        ConsentEvent.PUPIL_WITHDREW,
        Method.AGENT_DIALOG,
        n,
    )


def refuse(
    laptop: Laptop,
    keys: Iterable[ChoiceKey],
    event: ConsentEvent,
    method: Method,
    n: int,
    *,
    choice: Choice | None = None,
    cause: str = "withdrawn",
) -> None:
    """Say no: grants gone, grabbing off, on disk, told, written; in this order."""
    keys = tuple(keys)
    changed = [key for key in keys if _move(laptop, key, event, method)]
    _close_question(laptop, keys)
    looks.stop_grabbing(laptop, {purpose for _, purpose in keys})
    laptop.yes_files.difference_update(keys)
    laptop.do(StoreNo(keys, n))
    looks.narrow(
        laptop,
        end="not_shared",
        cause=cause,
        purposes={purpose for klass, purpose in keys if klass == laptop.klass},
    )
    for key in changed:
        fields = _fields(laptop, key, laptop.choices[key], choice)
        record.note(laptop, record.own(Kind.CONSENT, fields))


def is_on(laptop: Laptop, purpose: Purpose) -> bool:
    """Say whether the switch of a purpose stands on: a yes, stored and in date."""
    key = (laptop.klass, purpose)
    kept = laptop.choices.get(key)
    return kept is not None and kept.is_yes and key in laptop.yes_files


def recheck(laptop: Laptop) -> None:
    """End what its time, its class or its rules ended."""
    for key, kept in list(laptop.choices.items()):
        if not (kept.is_yes or kept.state is ConsentState.REQUESTED):
            continue
        if _is_over(laptop, key, kept):
            refuse(
                laptop,
                (key,),
                ConsentEvent.YEAR_ENDED,
                Method.SYSTEM_EXPIRY,
                0,
                cause="expired",
            )
        elif kept.is_yes and _is_outdated(laptop, key, kept):
            refuse(
                laptop,
                (key,),
                ConsentEvent.RULES_CHANGED,
                Method.SYSTEM_POLICY_CHANGE,
                0,
                cause="state",
            )


def yes_kept(laptop: Laptop, key: ChoiceKey, n: int) -> None:
    """The yes-file is on disk: only now it is a yes."""
    kept = laptop.coming.pop(key, None)
    if kept is None:
        return
    laptop.choices[key] = kept
    laptop.yes_files.add(key)
    laptop.given_s[key] = laptop.now.boot_s
    click_kept(laptop, n)


def click_kept(laptop: Laptop, n: int) -> None:
    """Tell the session that its click is on disk."""
    if n:
        laptop.clicks_kept = max(laptop.clicks_kept, n)
        laptop.do(SendLocal(ClickKept(n)))


def _yes(laptop: Laptop, key: ChoiceKey, choice: Choice) -> None:
    kept = laptop.choices.get(key, KeptChoice())
    event = (
        ConsentEvent.PUPIL_SWITCHED_ON
        if choice.by_switch
        else ConsentEvent.PUPIL_SAID_YES
    )
    found = next_state(kept.state, event, given_before=kept.ever_given)
    if not _is_good_yes(laptop, key, choice) or isinstance(found, Answer):
        laptop.said.pop("choices", None)  # the switch falls back where it was
        click_kept(laptop, choice.n)
        return
    _close_question(laptop, (key,))
    note_notice(laptop, choice.notice_sha256.hex())
    new = _given(laptop, kept, found, choice)
    fields = _fields(laptop, key, new, choice)

    laptop.coming[key] = new

    def then(outcome: Outcome) -> None:
        line = outcome.line
        if laptop.coming.get(key) is not new:
            return  # a no came while the yes was being written: the no stands
        if line is None or new.valid_until is None:
            del laptop.coming[key]
            laptop.said.pop("choices", None)
            return
        laptop.do(StoreYes(key, laptop.pupil, new.valid_until, line.seq, choice.n))

    record.append(laptop, record.own(Kind.CONSENT, fields), then=then)


def note_notice(laptop: Laptop, sha256: str) -> None:
    """Write, once, that this very text was shown."""
    if sha256 in laptop.notices:
        return
    laptop.notices.add(sha256)
    fields = {"notice": sha256, "lang": laptop.lang.value}
    record.note(laptop, record.own(Kind.NOTICE, fields))


def _is_good_yes(laptop: Laptop, key: ChoiceKey, choice: Choice) -> bool:
    trust, session = laptop.shelf.trust, laptop.session
    if trust is None or session is None or choice.n <= laptop.clicks_kept:
        return False
    if choice.script and not trust.is_demo:
        return False
    return (
        choice.notice_sha256.hex() in wordings.hashes(laptop, key[1])
        and possible.is_possible(laptop, key[1])
        and is_signed(
            CHOICE_CONTEXT + choice.digest, choice.pupil_sig, session.here.pupil_pub
        )
        and _says_the_same(choice)
    )


def _says_the_same(choice: Choice) -> bool:
    """Say whether the signed text is the choice that came with it."""
    if len(choice.digest) > EVIDENCE_BYTES:
        return False
    try:
        said = canonical.decode(choice.digest)
    except CanonicalError:
        return False
    wanted = {
        "n": choice.n,
        "purpose": choice.purpose.name.lower(),
        "answer": choice.answer.name.lower(),
        "by_switch": choice.by_switch,
        "script": choice.script,
        "notice": choice.notice_sha256.hex(),
        "lang": choice.lang,
    }
    return isinstance(said, dict) and all(said.get(k) == v for k, v in wanted.items())


def _given(
    laptop: Laptop, kept: KeptChoice, state: ConsentState, choice: Choice
) -> KeptChoice:
    method = Method.AGENT_SWITCH if choice.by_switch else Method.AGENT_DIALOG
    return replace(
        kept,
        state=state,
        valid_until=possible.choice_ends(laptop),
        method=Method.DEMO_SCRIPT if choice.script else method,
        ever_given=True,
        charter=wordings.charter_hash(laptop),
        notice=choice.notice_sha256.hex(),
        pupil_key="" if laptop.session is None else laptop.session.here.pupil_pub.hex(),
        pupil=laptop.pupil,
    )


def _move(laptop: Laptop, key: ChoiceKey, event: ConsentEvent, method: Method) -> bool:
    # A yes that is still being written counts as given here, so that its line on disk
    # is followed by one that takes it back.
    kept = laptop.coming.pop(key, None) or laptop.choices.get(key, KeptChoice())
    found = next_state(kept.state, event, given_before=kept.ever_given)
    if isinstance(found, Answer):
        return False
    laptop.choices[key] = replace(kept, state=found, method=method)
    laptop.given_s.pop(key, None)
    return True


def _is_over(laptop: Laptop, key: ChoiceKey, kept: KeptChoice) -> bool:
    ended = kept.valid_until is not None and laptop.now.wall >= kept.valid_until
    return laptop.clock_ok and (ended or key[0] not in laptop.shelf.slips)


def _is_outdated(laptop: Laptop, key: ChoiceKey, kept: KeptChoice) -> bool:
    if key[0] != laptop.klass:
        return False
    session = laptop.session
    other_key = session is not None and session.here.pupil_pub.hex() != kept.pupil_key
    return (
        kept.charter != wordings.charter_hash(laptop)
        or kept.notice not in wordings.hashes(laptop, key[1])
        or other_key
        or kept.pupil != laptop.pupil
    )


def _close_question(laptop: Laptop, keys: tuple[ChoiceKey, ...]) -> None:
    question = laptop.question
    if question is not None and (laptop.klass, question.purpose) in keys:
        laptop.question = None


def _fields(
    laptop: Laptop, key: ChoiceKey, kept: KeptChoice, choice: Choice | None
) -> dict[str, object]:
    is_by_pupil = kept.method not in {
        Method.SYSTEM_EXPIRY,
        Method.SYSTEM_POLICY_CHANGE,
    }
    own = _signed(laptop, choice) if is_by_pupil else {}
    return {
        "purpose": key[1].value,
        "state": kept.state.value,
        "by": "pupil" if is_by_pupil else "school",
        "method": kept.method.value,
        "notice": _notice(laptop, key, choice) or kept.notice,
        "charter": kept.charter or wordings.charter_hash(laptop),
        "valid_until": time_text(kept.valid_until) if kept.valid_until else "",
        "evidence": "",
        "pupil_key": kept.pupil_key,
        "pupil_sig": "",
    } | own


def _notice(laptop: Laptop, key: ChoiceKey, choice: Choice | None) -> str:
    """Give the text a choice rests on, if the school knows it."""
    shown = "" if choice is None else choice.notice_sha256.hex()
    return shown if shown in wordings.hashes(laptop, key[1]) else ""


def _signed(laptop: Laptop, choice: Choice | None) -> dict[str, object]:
    """Give the pupil's own signature; a no counts without one, so a bad one is left."""
    session = laptop.session
    if choice is None or session is None or not _says_the_same(choice):
        return {}
    signed = CHOICE_CONTEXT + choice.digest
    if not is_signed(signed, choice.pupil_sig, session.here.pupil_pub):
        return {}
    return {
        "evidence": choice.digest.decode("ascii", "replace"),
        "pupil_key": session.here.pupil_pub.hex(),
        "pupil_sig": choice.pupil_sig.hex(),
    }
