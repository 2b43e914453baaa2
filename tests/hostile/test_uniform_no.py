# SPDX-License-Identifier: GPL-3.0-or-later
"""P02, D02: what a console gets is the same for every cause, byte by byte and in time.

Time is the fake clock's: an answer that depends on how fast a laptop is cannot pass.
"""

from functools import lru_cache

import pytest

from agent.core import events as e
from consent.documents.command import Verb
from protocol.messages import local
from protocol.messages.commands import Accepted, Ended, NotShared
from protocol.messages.pictures import Picture, PictureTaken
from protocol.messages.records import Receipt
from tests.fakes.neutral import Line, neutral
from tests.fakes.wire_desk import WireConsole, WireDesk
from tests.hostile.causes import (
    ACCESS,
    BEFORE,
    CAP,
    DURING,
    NEXT,
    SILENT_DISK,
    Cause,
    desk_with,
)

DUE_S = {Verb.OVERVIEW_START: 0.25, Verb.VIEW_START: 3.25, Verb.SHOW_START: 20.0}
LOOKS = tuple(DUE_S)


def asked_before(cause: Cause, verb: Verb) -> tuple[list[Line], WireConsole]:
    """Ask twice while the cause stands."""
    desk, console = desk_with(cause)
    cause.hurt(desk)
    console.ask(verb, access=ACCESS)
    desk.live(22.0, console, wanted=[ACCESS])
    console.ask(verb, access=NEXT)
    desk.live(22.0, console, wanted=[NEXT])
    return neutral(console.left), console


@lru_cache(maxsize=8)
def reference_before(verb: Verb) -> list[Line]:
    """Give the transcript that all must equal: a pupil who said no."""
    return asked_before(BEFORE[0], verb)[0]


@pytest.mark.parametrize("verb", LOOKS)
@pytest.mark.parametrize("cause", [*BEFORE, CAP, SILENT_DISK], ids=str)
def test_P02_before_a_look_every_cause_gives_the_same_transcript(
    cause: Cause, verb: Verb
) -> None:
    if cause is CAP and verb is Verb.OVERVIEW_START:
        pytest.skip("an overview has no cap of its own")
    found, console = asked_before(cause, verb)
    assert found == reference_before(verb)
    assert [x.seq for x in console.got(NotShared)] == [2, 3]


@pytest.mark.parametrize("verb", LOOKS)
def test_P02_a_no_is_said_at_one_time_after_its_arrival(verb: Verb) -> None:
    _, console = asked_before(BEFORE[0], verb)
    at_s = [x.at_s for x in console.left if isinstance(x.message, NotShared)]
    assert at_s == pytest.approx([1_000 + DUE_S[verb], 1_022 + DUE_S[verb]])


def hurt_at_start(cause: Cause, verb: Verb, after_s: float) -> list[Line]:
    """Let the cause come while the look is announced."""
    desk, console = desk_with(cause)
    console.ask(verb, access=ACCESS)
    desk.live(after_s, console, wanted=[ACCESS])
    cause.hurt(desk)
    desk.live(30.0, console, wanted=[ACCESS])
    console.ask(verb, access=NEXT)
    return neutral(console.left)


@pytest.mark.parametrize("after_s", [0.0, 1.5, 2.999])
@pytest.mark.parametrize("verb", [Verb.VIEW_START, Verb.SHOW_START])
@pytest.mark.parametrize("cause", [*DURING, SILENT_DISK], ids=str)
def test_P02_during_the_notice_every_cause_gives_the_same_transcript(
    cause: Cause, verb: Verb, after_s: float
) -> None:
    found = hurt_at_start(cause, verb, after_s)
    assert found == hurt_at_start(DURING[0], verb, after_s)
    nos = [line for line in found if line[1] == "NotShared"]
    assert nos[0][::2] == (1_000.0 + DUE_S[verb], 8_192)


@lru_cache(maxsize=256)
def in_midstream(cause: Cause, verb: Verb, moment: str) -> list[Line]:
    """Let the cause come while pictures run."""
    desk, console = desk_with(cause)
    _stream(desk, console, verb, moment)
    cause.hurt(desk)
    desk.live(1.0, console, wanted=[ACCESS])
    desk.frame(ACCESS, 3)
    desk.live(29.0, console, wanted=[ACCESS])
    return neutral(console.left)


def _stream(desk: WireDesk, console: WireConsole, verb: Verb, moment: str) -> None:
    console.ask(verb, access=ACCESS)
    if verb is Verb.SHOW_START:
        desk.live(1.0, console, wanted=[ACCESS])
        desk.say_yes(ACCESS)
    desk.live(4.0, console, wanted=[ACCESS])
    if moment == "before the first picture":
        return
    desk.frame(ACCESS, 1)
    if moment == "after a picture":
        desk.say(console.link, PictureTaken(bytes.fromhex(ACCESS), 1))
        desk.live(1.0, console, wanted=[ACCESS])
    if moment == "a picture in the kernel":
        desk.unacked = True


MOMENTS = (
    "before the first picture",
    "with a picture on its way",
    "after a picture",
    "a picture in the kernel",
)
WITH_A_DISK = tuple(x for x in DURING if x.name != "full_disk")


@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("verb", LOOKS)
@pytest.mark.parametrize("cause", WITH_A_DISK, ids=str)
def test_D02_in_midstream_every_cause_gives_the_same_transcript(
    cause: Cause, verb: Verb, moment: str
) -> None:
    found = in_midstream(cause, verb, moment)
    assert found == in_midstream(WITH_A_DISK[0], verb, moment)
    kinds = [line[1] for line in found]
    assert kinds.count("Picture") == (moment != MOMENTS[0])
    assert ("Ended" in kinds) == (moment != MOMENTS[3])


@pytest.mark.parametrize("verb", LOOKS)
def test_D02_a_broken_disk_shows_only_in_when_its_line_comes(verb: Verb) -> None:
    """Said in docs/spec/hostile.md: a line that cannot be written cannot be sent."""
    broken = next(x for x in DURING if x.name == "full_disk")
    found = in_midstream(broken, verb, MOMENTS[2])
    healthy = in_midstream(DURING[0], verb, MOMENTS[2])
    assert found == [line for line in healthy if not _is_close(line)]


def _is_close(line: Line) -> bool:
    return line[1] == "Receipt" and b'"kind":"CLOSE"' in line[3]


def heard_anew(cause: Cause) -> list[Line]:
    """Let the cause come while pictures run, then connect again and again."""
    desk, console = desk_with(cause)
    _stream(desk, console, Verb.OVERVIEW_START, MOMENTS[2])
    cause.hurt(desk)
    desk.live(1.0, console, wanted=[ACCESS])
    console.prove_all()
    new = []
    for _ in range(2):
        desk.tell(e.LinkEnded(console.link))
        console = desk.connect()
        desk.live(6.0, console)
        new += neutral(console.left)
    return new


@pytest.mark.parametrize("cause", WITH_A_DISK, ids=str)
def test_D02_a_new_link_tells_nothing_of_a_no(cause: Cause) -> None:
    found = heard_anew(cause)
    assert found == heard_anew(WITH_A_DISK[0])
    assert [line[1] for line in found].count("Sync") == 2


@pytest.mark.parametrize("looks", [1, 5])
def test_D02_a_colleague_who_only_connects_counts_nobodys_looks(looks: int) -> None:
    """One who shares has more lines by the minute; the record's length would tell."""
    lessons = []
    for times in (0, looks):
        desk, console = desk_with(Cause("willing"))
        for _ in range(times):
            console.ask(Verb.OVERVIEW_START, access=ACCESS)
            console.ask(Verb.OVERVIEW_STOP, access=ACCESS)
            console.prove_all()
        colleague = desk.connect(teacher=1)
        desk.live(6.0, colleague)
        lessons.append(neutral(colleague.left))
    assert lessons[0] == lessons[1]


def attention(cause: Cause, after_s: float, released_s: float | None) -> list[Line]:
    """Ask for a curtain that never shows: it fails here, and is gone there."""
    desk, console = desk_with(cause)
    console.ask(Verb.ATTENTION_START, access=ACCESS)
    desk.live(after_s, console, wanted=[ACCESS])
    cause.hurt(desk)
    if released_s is not None:
        desk.live(released_s - after_s, console, wanted=[ACCESS])
        lease, state = bytes.fromhex(ACCESS), local.CurtainState.RELEASED
        desk.tell_session(local.Curtain(lease, state, ""))
    desk.live(1_030.0 - desk.clock(), console, wanted=[ACCESS])
    return neutral(console.left)


def _failed(desk: WireDesk) -> None:
    state = local.CurtainState.FAILED
    desk.tell_session(local.Curtain(bytes.fromhex(ACCESS), state, ""))


def _gone(desk: WireDesk) -> None:
    desk.tell(e.SessionLost())


def _frozen(desk: WireDesk) -> None:
    desk.is_beating = False


@pytest.mark.parametrize(
    ("cause", "after_s", "released_s"),
    [
        (Cause("fails_at_once", _failed), 0.01, 0.02),
        (Cause("fails", _failed), 0.3, 0.9),
        (Cause("fails_late", _failed), 1.9, 3.7),
        (Cause("is_never_painted"), 0.1, 2.1),
        (Cause("is_never_painted_and_long"), 0.1, 3.9),
        (Cause("dies_with_its_session", _gone), 0.5, None),
        (Cause("freezes_with_its_session", _frozen), 0.01, None),
    ],
    ids=str,
)
def test_D02_an_exempt_pupil_looks_like_every_curtain_that_failed(
    cause: Cause, after_s: float, released_s: float | None
) -> None:
    exempt = Cause("exempt", slip={"exempt_attention": True})
    reference = attention(exempt, 0.01, None)
    assert attention(cause, after_s, released_s) == reference
    assert [line[0] for line in reference if line[1] == "Attention"] == [1_002.0]
    assert any(_is_close(line) for line in reference)


def test_a_transcript_does_tell_a_yes_from_a_no() -> None:
    """Transcripts that could not differ would prove nothing."""
    desk, console = desk_with(Cause("willing"))
    console.ask(Verb.VIEW_START, access=ACCESS)
    desk.live(4.0, console, wanted=[ACCESS])
    desk.frame(ACCESS, 1)
    assert console.got(Picture)
    assert console.got(Accepted)[-1].seq == 2
    assert not console.got(Ended)
    assert not console.got(Receipt)
