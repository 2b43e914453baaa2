# SPDX-License-Identifier: GPL-3.0-or-later
"""When a picture is made, and when none is."""

import io

import pytest
from PIL import Image
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from agent.session.platform.base import Rect
from protocol.messages.local import Frame, FrameSent, GrabStop, Looks
from tests.agent.session.qt.conftest import Bench
from tests.fakes.daemon import ACCESS, grab

WORK = Rect(100, 300, 200, 100)
QUIET_MS = 400


def frames(bench: Bench) -> list[Frame]:
    return [said for said in bench.said if isinstance(said, Frame)]


def wait_for(qtbot: QtBot, bench: Bench, count: int) -> Frame:
    qtbot.waitUntil(lambda: len(frames(bench)) >= count, timeout=15_000)
    return frames(bench)[count - 1]


def let_pass(qtbot: QtBot, ms: int = QUIET_MS) -> None:
    """Let timers run for a while in which nothing may happen."""
    timer = QTimer()
    timer.setSingleShot(True)
    with qtbot.waitSignal(timer.timeout, timeout=ms * 20):
        timer.start(ms)


def change(bench: Bench) -> None:
    """Let the pupil work on: other px, and the event that says so."""
    bench.screen.clock.move(4.0)
    bench.screen.grabber.damage(WORK)


def answer(bench: Bench, frame: Frame, *, sent: bool = True) -> None:
    bench.looking.sent(FrameSent(frame.access, frame.n, sent))


def view(bench: Bench, access: bytes = ACCESS) -> None:
    bench.looking.start(grab(Looks.VIEW, access=access, width_px=640, min_gap_ms=250))


def test_without_a_grab_the_door_is_shut(bench: Bench) -> None:
    assert not bench.looking.is_open
    assert bench.screen.open_doors == 0
    assert not bench.looking.resting()


def test_a_grab_gives_one_proven_small_picture(qtbot: QtBot, bench: Bench) -> None:
    bench.looking.start(grab(width_px=192))
    frame = wait_for(qtbot, bench, 1)
    assert (frame.access, frame.n, frame.screen) == (ACCESS, 1, 0)
    assert frame.width_px == 100  # the ceiling of a desktop of 800 logical px
    assert bench.looking.proof_ok
    assert bench.looking.purpose is Looks.OVERVIEW


def test_stopping_shuts_the_door(qtbot: QtBot, bench: Bench) -> None:
    bench.looking.start(grab())
    wait_for(qtbot, bench, 1)
    bench.looking.stop(b"z" * 16)
    assert bench.looking.is_open
    bench.looking.stop(GrabStop(ACCESS).access)
    assert not bench.looking.is_open
    assert bench.screen.open_doors == 0


def test_the_next_picture_waits_for_the_answer(qtbot: QtBot, bench: Bench) -> None:
    view(bench)
    first = wait_for(qtbot, bench, 1)
    change(bench)
    let_pass(qtbot, 600)
    assert len(frames(bench)) == 1
    answer(bench, first)
    assert wait_for(qtbot, bench, 2).n == 2


def test_a_dropped_picture_is_made_anew(qtbot: QtBot, bench: Bench) -> None:
    view(bench)
    answer(bench, wait_for(qtbot, bench, 1), sent=False)
    assert wait_for(qtbot, bench, 2).n == 2


def test_the_same_px_are_not_sent_twice(qtbot: QtBot, bench: Bench) -> None:
    view(bench)
    answer(bench, wait_for(qtbot, bench, 1))
    bench.screen.grabber.damage(WORK)
    let_pass(qtbot, 700)
    assert len(frames(bench)) == 1
    assert bench.screen.grabber.shots > 1


def test_a_change_inside_the_own_pill_starts_no_capture(
    qtbot: QtBot, bench: Bench
) -> None:
    view(bench)
    answer(bench, wait_for(qtbot, bench, 1))
    shots = bench.screen.grabber.shots
    pill = bench.indicator.rects()[0]
    bench.screen.grabber.damage(Rect(pill.x_px + 40, pill.y_px + 8, 100, 16))
    let_pass(qtbot)
    assert bench.screen.grabber.shots == shots


def test_an_event_that_came_unseen_with_a_reply_is_heard(
    qtbot: QtBot, bench: Bench
) -> None:
    view(bench)
    answer(bench, wait_for(qtbot, bench, 1))
    grabber = bench.screen.grabber

    def once_more() -> None:
        grabber.while_asked = lambda: grabber.damage(WORK, unseen=True)

    grabber.while_asked = once_more
    change(bench)
    answer(bench, wait_for(qtbot, bench, 2))
    let_pass(qtbot)
    change(bench)
    wait_for(qtbot, bench, 3)


def test_D06_a_moving_screen_is_not_taken_until_it_settles(
    qtbot: QtBot, bench: Bench
) -> None:
    bench.looking.start(grab())
    answer(bench, wait_for(qtbot, bench, 1))
    shots = bench.screen.grabber.shots
    moving = QTimer()
    moving.timeout.connect(lambda: change(bench))
    moving.start(100)
    let_pass(qtbot, 3000)
    assert bench.screen.grabber.shots == shots
    moving.stop()
    qtbot.waitUntil(lambda: bench.screen.grabber.shots > shots, timeout=15_000)


@pytest.mark.parametrize("purpose", [Looks.OVERVIEW, Looks.VIEW])
def test_R02_D07_a_covered_pill_gives_no_picture_and_the_daemon_hears_of_it(
    qtbot: QtBot, bench: Bench, purpose: Looks
) -> None:
    bench.screen.desktop.cover = bench.indicator.rects()[0]
    with qtbot.waitSignal(bench.looking.lost, timeout=15_000):
        bench.looking.start(grab(purpose, width_px=640))
    assert not bench.looking.proof_ok
    assert not frames(bench)
    assert bench.screen.own_keeper.raised
    bench.screen.desktop.cover = None
    wait_for(qtbot, bench, 1)
    assert bench.looking.proof_ok


def test_a_vetoed_access_never_opens_again(qtbot: QtBot, bench: Bench) -> None:
    view(bench)
    wait_for(qtbot, bench, 1)
    bench.looking.veto(ACCESS)
    assert not bench.looking.is_open
    view(bench)
    assert not bench.looking.is_open
    assert bench.looking.is_vetoed(ACCESS)
    bench.looking.veto(None)
    view(bench, b"o" * 16)
    assert bench.looking.is_open


def test_a_view_carries_the_mark(qtbot: QtBot, bench: Bench) -> None:
    view(bench)
    frame = wait_for(qtbot, bench, 1)
    image = Image.open(io.BytesIO(frame.data)).convert("L")
    assert image.size == (640, 640)
    foot = image.crop((300, 620, 600, 638)).tobytes()
    assert max(foot) < 90


def test_what_the_teacher_got_is_kept_for_the_mirror(
    qtbot: QtBot, bench: Bench
) -> None:
    bench.looking.start(grab())
    frame = wait_for(qtbot, bench, 1)
    assert bench.looking.last_sent is None
    with qtbot.waitSignal(bench.looking.mirrored):
        answer(bench, frame)
    assert bench.looking.last_sent is not None
    assert bench.looking.last_sent.frame == frame
    bench.looking.forget()
    assert bench.looking.last_sent is None


def test_an_answer_to_nothing_is_nothing(bench: Bench) -> None:
    bench.looking.sent(FrameSent(ACCESS, 1, sent=True))
    assert bench.looking.last_sent is None


def test_where_nothing_can_be_opened_the_daemon_hears_of_it(
    qtbot: QtBot, bench: Bench
) -> None:
    bench.screen.shut = True
    with qtbot.waitSignal(bench.looking.lost):
        bench.looking.start(grab())
    assert not bench.looking.is_open
    assert not bench.looking.prove_once()


@pytest.mark.parametrize("rests", [True, False])
def test_a_sleeping_screen_is_said(bench: Bench, *, rests: bool) -> None:
    bench.screen.own_keeper.rests = rests
    bench.looking.start(grab())
    assert bench.looking.resting() == rests


def test_a_sleeping_screen_gives_no_picture(qtbot: QtBot, bench: Bench) -> None:
    bench.screen.own_keeper.rests = True
    bench.looking.start(grab())
    qtbot.waitUntil(lambda: bench.screen.own_keeper.asked > 0)
    let_pass(qtbot)
    assert not frames(bench)
    assert bench.screen.grabber.shots == 0
    assert bench.looking.resting()


def test_it_still_rests_with_the_door_shut(bench: Bench) -> None:
    bench.screen.own_keeper.rests = True
    bench.looking.start(grab())
    assert bench.looking.resting()
    bench.looking.stop()
    assert bench.looking.resting()


def test_a_gone_screen_ends_it_all(qtbot: QtBot, bench: Bench) -> None:
    view(bench)
    answer(bench, wait_for(qtbot, bench, 1))
    bench.screen.gone = True
    with qtbot.waitSignal(bench.looking.gone):
        bench.screen.grabber.damage(WORK)
    assert not bench.looking.is_open
    assert not bench.looking.prove_once()


def test_the_pill_is_proven_once_without_a_picture(bench: Bench) -> None:
    assert bench.looking.prove_once()
    assert bench.screen.open_doors == 0
    bench.screen.desktop.cover = bench.indicator.rects()[0]
    assert not bench.looking.prove_once()
    assert not frames(bench)


def test_old_cells_are_renewed_just_before_a_picture(
    qtbot: QtBot, bench: Bench
) -> None:
    view(bench)
    answer(bench, wait_for(qtbot, bench, 1))
    bench.indicator.nonce_at -= 60
    before = bench.indicator.nonce_at
    change(bench)
    wait_for(qtbot, bench, 2)
    assert bench.indicator.nonce_at > before + 30
