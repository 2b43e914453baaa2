# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole session on a real X screen, driven over its real socket."""

import io
import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from pathlib import Path

import psutil
import pytest
from PIL import Image

from agent.session.app import main
from agent.session.platform.base import Rect
from agent.session.qt.pill import TITLE
from protocol.aio.clock import boottime
from protocol.messages import local
from protocol.messages.local import (
    Alive,
    Click,
    ClickKind,
    Curtain,
    CurtainState,
    EyeState,
    Frame,
    Looks,
)
from tests.fakes.daemon import ACCESS, eye, grab
from tests.fakes.intruder import Intruder, split_in_two
from tests.fakes.session import SessionProcess
from tests.fakes.xserver import XVFB, XServer

Start = Callable[..., SessionProcess]
VIEW = b"v" * 16
LEASE = b"c" * 16
WORK = Rect(200, 200, 600, 400)  # where the pupil's own program draws
QUIET_S = 1.5


@pytest.fixture
def session(start: Start, xserver: XServer) -> SessionProcess:
    """A welcomed session whose pill is proven."""
    made = start(xserver.environment())
    made.daemon.welcome()
    made.daemon.send(eye(EyeState.LESSON, why="wiskunde"))
    made.daemon.wait_for(Alive, lambda alive: alive.proof_ok)
    return made


def open_view(session: SessionProcess) -> None:
    """Let a teacher look, large, four times a second."""
    daemon = session.daemon
    daemon.send(eye(EyeState.VIEW, why="hulp", left_ms=100_000, access=VIEW))
    daemon.send(grab(Looks.VIEW, access=VIEW, width_px=1280, min_gap_ms=250))
    daemon.wait_for(Frame)


def changing(
    intruder: Intruder, window: int, session: SessionProcess, times: int
) -> int:
    """Change the pupil's work a few times; count the pictures that leave."""
    count = 0
    for number in range(times):
        intruder.paint(window, 0x101010 * (number % 15 + 1))
        heard = session.daemon.listen(0.3)
        count += sum(isinstance(message, Frame) for message in heard)
    return count


def boot_ms() -> int:
    return int(boottime() * 1000)


def curtain_up(session: SessionProcess, left_ms: int = 15_000) -> Curtain:
    """Ask for attention; give the session's answer."""
    now = boot_ms()
    session.daemon.send(
        local.CurtainUp(
            LEASE, "mevr. Peeters", "uitleg", 60, now + left_ms, now + 60_000
        )
    )
    return session.daemon.wait_for(Curtain)


def test_it_says_who_it_is_and_which_screens_there_are(
    start: Start, xserver: XServer
) -> None:
    here = start(xserver.environment()).daemon.welcome()
    assert here.screens == (local.Screen(0, 0, 0, 1366, 768, 100),)
    assert here.platform == 1
    assert len(here.pupil_pub) == 32


def test_R27_a_small_picture_is_a_filtered_baseline_jpeg_with_a_grey_pill(
    session: SessionProcess,
) -> None:
    session.daemon.send(eye(EyeState.OVERVIEW, access=ACCESS))
    session.daemon.send(grab(width_px=136))
    frame = session.daemon.wait_for(Frame)
    image = Image.open(io.BytesIO(frame.data))
    assert image.format == "JPEG"
    assert "progressive" not in image.info
    assert image.size == (frame.width_px, frame.height_px) == (136, 76)
    middle = image.convert("RGB").getpixel((68, 3))
    assert isinstance(middle, tuple)
    assert all(abs(part - 128) < 6 for part in middle)


def test_a_still_screen_sends_one_picture_and_then_none(
    session: SessionProcess,
) -> None:
    session.daemon.send(eye(EyeState.OVERVIEW, access=ACCESS))
    session.daemon.send(grab())
    session.daemon.wait_for(Frame)
    later = session.daemon.listen(2.5)
    assert not any(isinstance(message, Frame) for message in later)


def test_the_ticking_countdown_of_the_pill_starts_no_capture(
    session: SessionProcess,
) -> None:
    open_view(session)
    session.daemon.listen(0.5)
    later = session.daemon.listen(2.5)
    # its own words stand in a large picture, but they are no reason to take one
    assert not any(isinstance(message, Frame) for message in later)


def test_a_change_is_sent_in_a_view(
    session: SessionProcess, intruder: Intruder
) -> None:
    window = intruder.window(WORK)
    open_view(session)
    assert changing(intruder, window, session, 4) >= 3


def test_without_a_grab_there_is_no_capture_connection(
    session: SessionProcess, intruder: Intruder
) -> None:
    before = intruder.clients()
    open_view(session)
    assert intruder.clients() == before + 1
    session.daemon.send(local.GrabStop(VIEW))
    session.daemon.send(eye(EyeState.LESSON, why="wiskunde"))
    session.daemon.listen(QUIET_S)
    assert intruder.clients() == before


@pytest.mark.parametrize(
    "share", [(0.0, 0.2), (0.35, 0.55), (0.6, 0.8)], ids=["eye", "words", "button"]
)
def test_R02_D07_a_fifth_of_the_pill_covered_stops_every_picture(
    session: SessionProcess, intruder: Intruder, share: tuple[float, float]
) -> None:
    work = intruder.window(WORK)
    open_view(session)
    pill = intruder.find(TITLE)[0]
    whole = intruder.place(pill)
    left, right = (round(whole.width_px * part) for part in share)
    cover = intruder.window(Rect(left, 0, right - left, 48), inside=pill)
    session.daemon.listen(0.3)
    assert changing(intruder, work, session, 6) == 0
    intruder.destroy(cover)
    assert changing(intruder, work, session, 6) > 0


def shows(frame: Frame, cover: Rect) -> bool:
    """Say whether a picture shows the cover where the pill should be."""
    image = Image.open(io.BytesIO(frame.data)).convert("RGB")
    k = frame.width_px / 1366
    x = round((cover.x_px + cover.width_px / 2) * k)
    y = round((cover.y_px + cover.height_px / 2) * k)
    red, green, blue = map(int, image.crop((x, y, x + 1, y + 1)).tobytes())
    return abs(red - 0x33) < 24 and abs(green - 0x66) < 24 and abs(blue - 0x33) < 24


def test_D07_a_toggling_cover_gets_no_covered_picture_past_the_proof(
    session: SessionProcess, intruder: Intruder
) -> None:
    work = intruder.window(WORK)
    open_view(session)
    pill = intruder.place(intruder.find(TITLE)[0])
    cover = intruder.window(pill)
    frames = covered = 0
    for number in range(300):
        if number % 2:
            intruder.unmap(cover)
        else:
            intruder.map(cover)
            intruder.raise_(cover)
        intruder.paint(work, 0x0F0F0F * (number % 15 + 1))
        for message in session.daemon.listen(0.013):
            if isinstance(message, Frame):
                frames += 1
                covered += shows(message, pill)
    assert covered == 0


def test_R01_R02_a_hidden_pill_comes_back_by_itself(
    session: SessionProcess, intruder: Intruder
) -> None:
    open_view(session)
    pill = intruder.find(TITLE)[0]
    intruder.unmap(pill)
    until(lambda: intruder.is_mapped(pill), session)


def test_R02_a_pill_moved_off_screen_comes_back(
    session: SessionProcess, intruder: Intruder
) -> None:
    pill = intruder.find(TITLE)[0]
    before = intruder.place(pill)
    intruder.move(pill, 3000, 3000)
    until(lambda: intruder.place(pill) == before, session)


def until(
    holds: Callable[[], bool], session: SessionProcess, within_s: float = 10.0
) -> None:
    """Listen to the session until something holds."""
    end = boottime() + within_s
    while not holds():
        assert boottime() < end, "it never came to hold"
        session.daemon.listen(0.05)


def test_R13_R15_P09_stop_is_one_real_click_and_no_picture_follows(
    start: Start, xserver: XServer, intruder: Intruder, tmp_path: Path
) -> None:
    script = '{"on": "eye:view", "press": ["eyeStop"], "after": 0.7}\n'
    session = scripted(start, xserver, tmp_path, script)
    work = intruder.window(WORK)
    open_view(session)
    click = session.daemon.wait_for(Click)
    assert (click.kind, click.access) == (ClickKind.STOP, VIEW)
    assert changing(intruder, work, session, 4) == 0


def scripted(
    start: Start, xserver: XServer, folder: Path, script: str, kind: str = "demo"
) -> SessionProcess:
    """Start a session with a script."""
    path = folder / "script.jsonl"
    path.write_text(script, "utf-8")
    session = start(xserver.environment(), "--script", str(path))
    session.daemon.welcome(kind=kind)
    session.daemon.send(eye(EyeState.LESSON, why="wiskunde"))
    session.daemon.wait_for(Alive, lambda alive: alive.proof_ok)
    return session


def test_D16_a_script_is_deaf_in_a_real_school(
    start: Start, xserver: XServer, tmp_path: Path
) -> None:
    script = '{"on": "eye:view", "press": ["eyeStop"]}\n'
    session = scripted(start, xserver, tmp_path, script, kind="school")
    open_view(session)
    heard = session.daemon.listen(QUIET_S)
    assert not any(isinstance(message, Click) for message in heard)


def test_R61_the_curtain_is_seen_before_it_is_called_shown(
    session: SessionProcess, intruder: Intruder
) -> None:
    assert curtain_up(session).state is CurtainState.SHOWN
    assert not intruder.can_grab_keyboard()
    session.daemon.send(local.CurtainDown(LEASE))
    released = session.daemon.wait_for(Curtain)
    assert released.state is CurtainState.RELEASED
    assert intruder.can_grab_keyboard()


def test_R62_a_closed_socket_lowers_the_curtain(
    session: SessionProcess, intruder: Intruder
) -> None:
    curtain_up(session)
    session.daemon.hang_up()
    session.daemon.accept()
    session.daemon.wait_for(local.Here)
    assert intruder.can_grab_keyboard()


def test_R62_a_lease_that_nobody_renews_lowers_the_curtain(
    session: SessionProcess, intruder: Intruder
) -> None:
    assert curtain_up(session, left_ms=1200).state is CurtainState.SHOWN
    released = session.daemon.wait_for(Curtain)
    assert released.state is CurtainState.RELEASED
    assert intruder.can_grab_keyboard()


def test_a_foreign_window_does_not_stay_over_the_curtain(
    session: SessionProcess, intruder: Intruder
) -> None:
    curtain_up(session)
    window = intruder.window(WORK)
    until(lambda: top(intruder)[-1] != window, session)
    names = [intruder.find("Inzage aandacht")[0], intruder.find(TITLE)[0]]
    assert top(intruder)[-2:] == names


def top(intruder: Intruder) -> list[int]:
    """Give the windows from the bottom up."""
    tree = intruder.core.QueryTree(intruder.screen.root).reply()
    return [int(w) for w in tree.children if intruder.is_mapped(w)]


def test_R62_P05_a_frozen_session_is_killed_and_lets_the_keyboard_go(
    session: SessionProcess, intruder: Intruder
) -> None:
    curtain_up(session)
    child = session.child()
    child.send_signal(signal.SIGSTOP)
    assert not psutil.wait_procs([child], timeout=10)[1]
    assert intruder.can_grab_keyboard()
    session.daemon.hang_up()
    session.daemon.accept()
    session.daemon.wait_for(local.Here)


def test_D08_a_no_is_said_first_to_a_daemon_that_comes_back(
    start: Start, xserver: XServer, tmp_path: Path
) -> None:
    script = '{"on": "eye:view", "press": ["eyeStop"], "after": 0.3}\n'
    session = scripted(start, xserver, tmp_path, script)
    open_view(session)
    click = session.daemon.wait_for(Click)
    session.child().kill()
    session.daemon.hang_up()
    session.daemon.accept()
    session.daemon.wait_for(local.Here)
    again = session.daemon.wait_for(Click)
    assert again == click
    session.daemon.send(local.ClickKept(click.n))


def test_a_refused_second_session_ends_and_shows_no_pill(
    start: Start, xserver: XServer, intruder: Intruder
) -> None:
    session = start(xserver.environment())
    session.daemon.accept()
    session.daemon.wait_for(local.Here)
    session.daemon.send(local.Refused("Er loopt al een Inzage."))
    assert session.wait() == 5
    assert "Er loopt al een Inzage." in session.said
    assert not intruder.find(TITLE)


def test_nonsense_from_the_daemon_ends_the_link_not_the_session(
    session: SessionProcess,
) -> None:
    session.daemon.send_raw(b"\x00\x00\x00\x02\xc1\xc1")
    session.daemon.hang_up()
    session.daemon.accept()
    session.daemon.wait_for(local.Here)


def test_the_end_of_the_x_screen_is_the_end_of_the_pictures(
    session: SessionProcess, xserver: XServer
) -> None:
    open_view(session)
    xserver.close()
    with pytest.raises(EOFError):
        session.daemon.listen(10)


def test_a_script_that_cannot_be_read_is_wrong_use(
    start: Start, xserver: XServer, tmp_path: Path
) -> None:
    path = tmp_path / "script.jsonl"
    path.write_text('{"press": ["x"]}\n', "utf-8")
    assert start(xserver.environment(), "--script", str(path)).wait() == 2


def test_an_unknown_platform_is_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--platform", "paper"])
    assert ended.value.code == 2
    assert "paper" in capsys.readouterr().err


@pytest.mark.parametrize("scale", ["1.25", "2"])
def test_the_proof_holds_on_a_magnified_desktop(
    start: Start, xserver: XServer, scale: str
) -> None:
    session = start(xserver.environment(QT_SCALE_FACTOR=scale))
    here = session.daemon.welcome()
    assert here.screens[0].scale_pct == round(float(scale) * 100)
    session.daemon.send(eye(EyeState.LESSON, why="wiskunde"))
    session.daemon.wait_for(Alive, lambda alive: alive.proof_ok)
    open_view(session)


def test_R27_a_magnified_desktop_gives_a_smaller_small_picture(
    start: Start, xserver: XServer
) -> None:
    session = start(xserver.environment(QT_SCALE_FACTOR="2"))
    session.daemon.welcome()
    session.daemon.send(eye(EyeState.OVERVIEW, access=ACCESS))
    session.daemon.send(grab(width_px=240))
    assert session.daemon.wait_for(Frame).width_px == 683 * 240 // 1920


@pytest.fixture
def two(start: Start, xserver: XServer) -> SessionProcess:
    """A session over two monitors, each with its pill."""
    split_in_two(xserver.name)
    made = start(xserver.environment())
    here = made.daemon.welcome()
    assert [screen.x_px for screen in here.screens] == [0, 683]
    made.daemon.send(eye(EyeState.OVERVIEW, access=ACCESS))
    made.daemon.wait_for(Alive, lambda alive: alive.proof_ok)
    return made


def test_R01_two_monitors_give_two_pictures(two: SessionProcess) -> None:
    two.daemon.send(grab())
    seen = [two.daemon.wait_for(Frame) for _ in range(2)]
    assert [(frame.screen, frame.n) for frame in seen] == [(0, 1), (1, 2)]


@pytest.mark.parametrize("number", [0, 1])
def test_R02_one_covered_pill_stops_the_pictures_of_both_monitors(
    two: SessionProcess, intruder: Intruder, number: int
) -> None:
    pills = sorted(intruder.find(TITLE), key=lambda w: intruder.place(w).x_px)
    place = intruder.place(pills[number])
    whole = Rect(0, 0, place.width_px, place.height_px)
    cover = intruder.window(whole, inside=pills[number])
    two.daemon.send(grab())
    heard = two.daemon.listen(QUIET_S)
    assert not any(isinstance(message, Frame) for message in heard)
    intruder.destroy(cover)
    two.daemon.wait_for(Frame)


def xdotool(xserver: XServer, *arguments: str) -> None:
    """Use a real pointer and keyboard."""
    program = shutil.which("xdotool")
    if program is None:
        pytest.skip("xdotool is not installed: apt-get install xdotool")
    subprocess.run([program, *arguments], env=xserver.environment(), check=True)


def test_R61_help_is_one_real_click_away_while_everything_is_grabbed(
    session: SessionProcess, xserver: XServer
) -> None:
    curtain_up(session)
    xdotool(xserver, "mousemove", "1220", "704", "click", "1")
    assert session.daemon.wait_for(Curtain).state is CurtainState.RELEASED
    assert session.daemon.wait_for(Click).kind is ClickKind.HELP_NOW


def test_R61_help_is_reached_by_keyboard_too(
    session: SessionProcess, xserver: XServer
) -> None:
    curtain_up(session)
    xdotool(xserver, "key", "Tab")
    xdotool(xserver, "key", "Tab")
    xdotool(xserver, "key", "space")
    assert session.daemon.wait_for(Click).kind is ClickKind.HELP_NOW


def test_a_hand_drags_the_pill_along_the_edge(
    session: SessionProcess, xserver: XServer, intruder: Intruder
) -> None:
    pill = intruder.find(TITLE)[0]
    before = intruder.place(pill)
    x, y = before.x_px + 100, before.y_px + 24
    xdotool(xserver, "mousemove", str(x), str(y), "mousedown", "1")
    xdotool(xserver, "mousemove", str(x - 100), str(y + 20))
    xdotool(xserver, "mousemove", str(x - 200), str(y + 40), "mouseup", "1")
    until(lambda: intruder.place(pill).y_px == before.y_px, session)
    after = intruder.place(pill)
    assert abs(before.x_px - 200 - after.x_px) <= 8
    assert after.x_px % 2 == after.y_px % 2 == 0


def test_a_drawn_desktop_goes_the_same_way(start: Start) -> None:
    environment = {k: v for k, v in os.environ.items() if k != "DISPLAY"}
    session = start(environment, "--platform", "synthetic")
    here = session.daemon.welcome()
    assert (here.platform, here.screens[0].width_px) == (4, 1366)
    session.daemon.send(eye(EyeState.OVERVIEW, access=ACCESS))
    session.daemon.wait_for(Alive, lambda alive: alive.proof_ok)
    session.daemon.send(grab(width_px=136))
    assert session.daemon.wait_for(Frame).width_px == 136
    session.daemon.send(local.GrabStop(ACCESS))
    assert curtain_up(session).state is CurtainState.SHOWN


def test_where_x_lacks_extensions_mss_grabs(start: Start) -> None:
    if XVFB is None:
        pytest.skip("Xvfb is not installed: apt-get install xvfb")
    with XServer(1366, 768, "-extension", "DAMAGE") as server:
        session = start(server.environment())
        assert session.daemon.welcome().platform == 2
        session.daemon.send(eye(EyeState.OVERVIEW, access=ACCESS))
        session.daemon.wait_for(Alive, lambda alive: alive.proof_ok)
        session.daemon.send(grab(width_px=136))
        assert session.daemon.wait_for(Frame).width_px == 136


def test_the_session_ends_when_it_is_told_to(session: SessionProcess) -> None:
    session.process.terminate()
    assert session.wait() == 130
