# SPDX-License-Identifier: GPL-3.0-or-later
"""What the worker says reaches the window: the newest only, and drops at once."""

from dataclasses import replace
from threading import Thread

from pytestqt.qtbot import QtBot

from console.core.view import LogView, Pixels, WallView
from console.qt.bridge import Bridge
from tests.fakes.worker import drawn, view

MANY = 300


def test_a_burst_of_views_shows_the_newest_alone(qtbot: QtBot) -> None:
    bridge, seen = Bridge(), list[WallView]()
    bridge.shown.connect(seen.append)
    for number in range(MANY):
        bridge.show(replace(view(), connected=number))
    qtbot.waitUntil(lambda: not bridge.waits)
    assert [shown.connected for shown in seen] == [MANY - 1]


def test_pixels_of_one_pupil_do_not_queue_up(qtbot: QtBot) -> None:
    bridge, seen = Bridge(), list[Pixels]()
    bridge.pictured.connect(seen.append)
    for number in range(MANY):
        bridge.picture(drawn("p", number))
    bridge.picture(drawn("q", 1))
    qtbot.waitUntil(lambda: not bridge.waits)
    assert [pixels.pupil for pixels in seen] == ["p", "q"]
    assert seen[0] == drawn("p", MANY - 1)


def test_a_drop_takes_waiting_pixels_with_it(qtbot: QtBot) -> None:
    bridge, seen, dropped = Bridge(), list[Pixels](), list[tuple[str, bool]]()
    bridge.pictured.connect(seen.append)
    bridge.dropped.connect(lambda *what: dropped.append(what))
    bridge.picture(drawn("p", 1))
    bridge.drop("p", False)
    qtbot.waitUntil(lambda: not bridge.waits)
    assert (seen, dropped) == ([], [("p", False)])


def test_pixels_after_a_drop_are_shown_after_it(qtbot: QtBot) -> None:
    bridge, order = Bridge(), list[str]()
    bridge.pictured.connect(lambda _: order.append("picture"))
    bridge.dropped.connect(lambda *_: order.append("drop"))
    bridge.picture(drawn("p", 1))
    bridge.drop("p", False)
    bridge.picture(drawn("p", 2))
    qtbot.waitUntil(lambda: not bridge.waits)
    assert order == ["drop", "picture"]


def test_a_large_picture_is_another_than_a_small_one(qtbot: QtBot) -> None:
    bridge, seen = Bridge(), list[Pixels]()
    bridge.pictured.connect(seen.append)
    bridge.picture(drawn("p", 1))
    bridge.picture(drawn("p", 1, large=True))
    bridge.drop("p", True)
    qtbot.waitUntil(lambda: not bridge.waits)
    assert [pixels.large for pixels in seen] == [False]


def test_any_thread_may_call(qtbot: QtBot) -> None:
    bridge, seen, logs = Bridge(), list[WallView](), list[LogView]()
    bridge.shown.connect(seen.append)
    bridge.logged.connect(logs.append)

    def work() -> None:
        for number in range(MANY):
            bridge.show(replace(view(), connected=number))
        bridge.log(LogView())

    thread = Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(logs) and not bridge.waits)
    assert seen[-1].connected == MANY - 1
    assert len(seen) < MANY


def test_many_pictures_are_shown_over_several_turns(qtbot: QtBot) -> None:
    bridge, seen = Bridge(), list[Pixels]()
    bridge.pictured.connect(seen.append)
    for number in range(MANY):
        bridge.picture(drawn(f"p{number}", number))
    qtbot.waitUntil(lambda: not bridge.waits)
    assert len(seen) == MANY


def test_a_closed_bridge_forgets_what_waits(qtbot: QtBot) -> None:
    bridge, seen = Bridge(), list[object]()
    bridge.shown.connect(seen.append)
    bridge.pictured.connect(seen.append)
    bridge.show(view())
    bridge.picture(drawn("p", 1))
    bridge.close()
    qtbot.waitUntil(lambda: not bridge.waits)
    assert seen == []


def test_pixels_never_come_before_the_view_that_allows_them(qtbot: QtBot) -> None:
    bridge, order = Bridge(), list[str]()
    bridge.shown.connect(lambda _: order.append("view"))
    bridge.pictured.connect(lambda _: order.append("picture"))
    bridge.picture(drawn("p", 1))
    qtbot.waitUntil(lambda: order == ["picture"])
    bridge.picture(drawn("p", 2))
    bridge.show(view())
    bridge.pour_pixels()
    assert order == ["picture", "view", "picture"]
