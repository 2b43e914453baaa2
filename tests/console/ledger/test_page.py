# SPDX-License-Identifier: GPL-3.0-or-later
"""The teacher's record in plain lines: one an act, and none that tells who said no."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from consent.documents import command as commands
from consent.documents.command import Verb
from consent.ledger.kinds import Chain, Kind
from consent.ledger.leaf import Leaf
from console.core.ask import Ask
from console.core.commands import Args
from console.core.facts import ClassFacts, PupilFacts
from console.core.view import Choice, LogLine, LogView
from console.ledger.page import Lesson, log_view
from console.ledger.phrases import NL
from protocol.messages.commands import Command
from tests.console.ledger.rig import Rig, rig
from tests.fakes.records import DEVICE, LESSON, MONDAY, context

CLASS = ClassFacts(
    "4b" * 16,
    "4B",
    "Juf An",
    (PupilFacts("9a" * 16, "Jonas V.", "v", bytes.fromhex(DEVICE)),),
    (Choice("help", "hulp"),),
    (Choice("explain", "uitleg"),),
)


def page(
    r: Rig, facts: ClassFacts | None = CLASS, *asks: Ask, agrees: bool = True
) -> LogView:
    leaves = r.record.page(bytes.fromhex(LESSON))
    return log_view(Lesson(leaves, asks, agrees=agrees), facts, "nl", MONDAY)


def access_of(command: Command) -> str:
    return commands.parse(command.body).access


def said(r: Rig) -> list[tuple[str, str, bool | None]]:
    return [(x.pupil_name, x.sentence, x.confirmed) for x in page(r).lines]


def test_a_look_names_its_pupil_and_says_how_long(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        line = r.open(r.ask(Verb.VIEW_START), "view")
        r.keep(line)
        who = "Jonas V."
        assert said(r) == [(who, "Groot gekeken. Waarom: hulp. Loopt nog.", True)]
        r.keep(r.close(line, 90))
        assert said(r) == [(who, "Groot gekeken. Waarom: hulp. 1 min 30.", True)]


def test_a_short_look_is_said_in_seconds(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        line = r.open(r.ask(Verb.VIEW_START), "view")
        r.keep(line, r.close(line, 7))
        assert said(r)[0][1] == "Groot gekeken. Waarom: hulp. 7 s."


def looked(at: datetime = MONDAY, access: str = "") -> Ask:
    return Ask(at, Verb.VIEW_START, "help", "", "9a" * 16, access)


def test_R67_a_look_without_a_picture_is_one_line_whatever_the_cause(
    tmp_path: Path,
) -> None:
    sent, unsent = tmp_path / "sent", tmp_path / "unsent"
    with rig(sent) as r:
        access = access_of(r.ask(Verb.VIEW_START))
        refused = page(r, CLASS, looked(access=access))
    with rig(unsent) as r:
        never_asked = page(r, CLASS, looked())
    assert refused == never_asked
    (line,) = refused.lines
    assert line == LogLine(
        MONDAY,
        "Jonas V.",
        "Gevraagd om groot te kijken. Waarom: hulp. Geen beeld.",
        confirmed=None,
    )
    assert refused.health == NL.healthy  # there is nothing to wait for


def test_a_look_of_the_record_is_not_told_again(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        command = r.ask(Verb.VIEW_START)
        r.keep(r.open(command, "view"))
        (line,) = page(r, CLASS, looked(access=access_of(command))).lines
        assert line.confirmed


def test_R67_small_pictures_nobody_shares_read_as_those_nobody_was_asked_for(
    tmp_path: Path,
) -> None:
    sent, unsent = tmp_path / "sent", tmp_path / "unsent"
    asked = Ask(MONDAY, Verb.OVERVIEW_START, "help", "", access=(b"k" * 16).hex())
    with rig(sent) as r:
        r.ask(Verb.OVERVIEW_START, access=b"k" * 8 + b"1" * 8)
        refused = page(r, CLASS, asked)
    with rig(unsent) as r:
        never_asked = page(r, CLASS, asked)
    assert refused == never_asked
    (line,) = refused.lines
    assert (line.pupil_name, line.sentence, line.confirmed) == (
        "",
        "Kleine beelden gevraagd. Waarom: hulp.",
        None,
    )


def test_small_pictures_of_the_record_are_not_told_again(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        command = r.ask(Verb.OVERVIEW_START)
        access = access_of(command)
        asked = Ask(MONDAY, Verb.OVERVIEW_START, "help", "", access=access)
        r.keep(r.open(command, "overview"))
        (line,) = page(r, CLASS, asked).lines
        assert line.confirmed


def test_R67_small_pictures_name_nobody(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        command = r.ask(Verb.OVERVIEW_START, access=b"k" * 8 + b"1" * 8)
        r.keep(r.open(command, "overview"))
        r.ask(Verb.OVERVIEW_START, access=b"k" * 8 + b"2" * 8)  # again: the same click
        assert said(r) == [
            ("", "Kleine beelden gevraagd. Waarom: hulp. Loopt nog.", True)
        ]


def test_R67_not_even_when_one_pupil_was_chosen(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        chosen = (("scope", "chosen"),)
        r.keep(r.open(r.ask(Verb.OVERVIEW_START, args=chosen), "overview"))
        assert [x.pupil_name for x in page(r).lines] == [""]


def test_attention_of_all_and_of_one(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        everyone = r.ask(Verb.ATTENTION_START, reason_code="explain")
        r.keep(r.open(everyone, "attention"))
        one = (("seconds", 60), ("scope", "one"))
        alone = r.ask(Verb.ATTENTION_START, reason_code="explain", args=one)
        r.keep(r.open(alone, "attention"))
        assert set(said(r)) == {
            (
                "",
                "Aandacht van de hele klas gevraagd. Waarom: uitleg. Loopt nog.",
                True,
            ),
            ("Jonas V.", "Aandacht gevraagd. Waarom: uitleg. Loopt nog.", True),
        }


def test_a_message_is_shown_as_it_was_written_braces_and_all(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        text = "{url} {0.__class__} <b>"
        command = r.ask(Verb.MESSAGE, reason_code="", args=(("text", text),))
        assert said(r) == [("Jonas V.", f"Bericht gestuurd: {text}", False)]
        assert page(r).health == NL.waiting
        r.keep(r.write(command, Kind.SHARE, what="message", text=text))
        assert page(r).lines[0].confirmed
        assert page(r).health == NL.healthy


def test_the_lesson_begins_and_ends(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        start = r.ask(Verb.LESSON_START, reason_code="")
        r.keep(r.write(start, Kind.LESSON, what="start"))
        r.ask(Verb.OVERVIEW_STOP, reason_code="")
        r.ask(Verb.LESSON_END, reason_code="")
        assert {x[1] for x in said(r)} == {"De les begon.", "De les stopte."}


def test_a_gap_is_said_and_blames_nobody(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        gap: dict[str, object] = {"from": 1, "to": 2}
        r.keep(r.laptop.append(Chain.SHARED, Kind.GAP, gap, context()))
        assert said(r) == [("Jonas V.", NL.gap, True)]


def test_another_head_is_said_first_of_all(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        assert page(r, agrees=False).health == NL.other_head


def test_D11_two_lists_of_a_colleague_are_said_and_name_nobody(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        leaves = r.record.page(bytes.fromhex(LESSON))
        lesson = Lesson(leaves, colleagues_agree=False)
        said_ = log_view(lesson, CLASS, "nl", MONDAY).health
        assert said_ == NL.colleagues_head
        assert "een collega" in said_


def test_what_was_erased_or_cannot_be_read_has_no_line(tmp_path: Path) -> None:
    blank = Leaf("o", 0, b"", None, None, DEVICE, LESSON, b"", None)
    junk = Leaf("o", 1, b"", b"{}", b"", DEVICE, LESSON, b"", None)
    with rig(tmp_path) as r:
        line = r.open(r.ask(Verb.VIEW_START), "view")
        odd = Leaf("o", 2, b"", b"{}", b"", DEVICE, LESSON, b"", line)
        strange = Leaf("o", 3, b"", line.body, b"", DEVICE, LESSON, b"", line)
        view = log_view(Lesson([blank, junk, odd, strange]), CLASS, "nl", MONDAY)
        assert view.lines == ()
        orphan = r.close(line)
        alone = Leaf("o", 4, b"", orphan.body, b"", DEVICE, LESSON, b"", orphan)
        assert log_view(Lesson([alone]), None, "en", MONDAY).lines == ()


def test_without_a_class_the_codes_are_shown(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        r.keep(r.open(r.ask(Verb.VIEW_START), "view"))
        (line,) = page(r, None).lines
        assert line.pupil_name == ""
        assert "Waarom: help." in line.sentence


def test_the_teachers_own_words_go_before_the_code(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        command = r.ask(Verb.VIEW_START, reason="vraag over oefening 3")
        r.keep(r.open(command, "view"))
        assert "Waarom: vraag over oefening 3." in said(r)[0][1]


OTHER = "ed" * 16
AMINA = PupilFacts("9b" * 16, "Amina B.", "b", bytes.fromhex(OTHER))
BO = PupilFacts("9c" * 16, "Bo C.", "c", bytes.fromhex("b0" * 16))
TWO = replace(CLASS, pupils=(*CLASS.pupils, AMINA))
THREE = replace(TWO, pupils=(*TWO.pupils, BO))
ONE_CLICK = (b"k" * 8 + b"1" * 8, b"k" * 8 + b"2" * 8)


@contextmanager
def at_amina(r: Rig) -> Iterator[None]:
    """Ask Amina's laptop."""
    own = r.reader
    r.reader = replace(own, peer=replace(own.peer, id=bytes.fromhex(OTHER)))
    yield
    r.reader = own


def whose(r: Rig, facts: ClassFacts = TWO) -> list[tuple[str, str]]:
    return sorted((x.pupil_name, x.sentence) for x in page(r, facts).lines)


def test_two_looks_for_one_reason_are_two_lines_with_their_names(
    tmp_path: Path,
) -> None:
    with rig(tmp_path) as r:
        line = r.open(r.ask(Verb.VIEW_START), "view")
        r.keep(line, r.close(line, 5))
        with at_amina(r):
            line = r.open(r.ask(Verb.VIEW_START), "view")
            r.keep(line, r.close(line, 3))
        assert whose(r) == [
            ("Amina B.", "Groot gekeken. Waarom: hulp. 3 s."),
            ("Jonas V.", "Groot gekeken. Waarom: hulp. 5 s."),
        ]


def test_two_looks_at_one_pupil_are_two_lines(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        for seconds in (5, 3):
            line = r.open(r.ask(Verb.VIEW_START), "view")
            r.keep(line, r.close(line, seconds))
        assert [name for name, _ in whose(r)] == ["Jonas V.", "Jonas V."]


LINK_ARGS: Args = (("url", "https://klas.be/"), ("title", "Taak"))
SHARED = [
    (Verb.MESSAGE, (("text", "Dag"),), "Bericht gestuurd: Dag"),
    (Verb.LINK, LINK_ARGS, "Link gedeeld: Taak, https://klas.be/"),
]


@pytest.mark.parametrize(("verb", "args", "sentence"), SHARED)
def test_the_same_words_sent_twice_are_two_lines_with_their_names(
    tmp_path: Path, verb: Verb, args: Args, sentence: str
) -> None:
    with rig(tmp_path) as r:
        r.ask(verb, args=args, reason_code="")
        with at_amina(r):
            r.ask(verb, args=args, reason_code="")
        assert whose(r) == [("Amina B.", sentence), ("Jonas V.", sentence)]


@pytest.mark.parametrize(("verb", "args", "sentence"), SHARED)
def test_what_one_click_sends_is_one_line_of_those_it_went_to(
    tmp_path: Path, verb: Verb, args: Args, sentence: str
) -> None:
    with rig(tmp_path) as r:
        r.ask(verb, args=args, reason_code="", access=ONE_CLICK[0])
        with at_amina(r):
            r.ask(verb, args=args, reason_code="", access=ONE_CLICK[1])
        assert whose(r, TWO) == [("", sentence)]  # the class is these two
        assert whose(r, THREE) == [("Amina B., Jonas V.", sentence)]


@pytest.mark.parametrize(
    ("verb", "args"),
    [
        (Verb.ATTENTION_START, (("seconds", 60), ("scope", "all"))),
        (Verb.OVERVIEW_START, (("scope", "all"),)),
    ],
)
def test_what_is_asked_of_all_is_one_line_a_click(
    tmp_path: Path, verb: Verb, args: Args
) -> None:
    with rig(tmp_path) as r:

        def ask(access: bytes) -> None:
            command = r.ask(verb, args=args, reason_code="explain", access=access)
            r.keep(r.open(command, verb.value.removesuffix("_start")))

        ask(ONE_CLICK[0])
        with at_amina(r):
            ask(ONE_CLICK[1])
        assert len(whose(r)) == 1
        ask(b"later" + bytes(11))
        assert [name for name, _ in whose(r)] == ["", ""]
