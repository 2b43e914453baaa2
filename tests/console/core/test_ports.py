# SPDX-License-Identifier: GPL-3.0-or-later
"""The border with the window: the fakes of both sides have its very shape."""

from console.core.ports import Screen, Worker
from tests.fakes import wall_screen, worker


def test_the_screen_shows_draws_drops_and_logs() -> None:
    wanted = {name for name in vars(Screen) if not name.startswith("_")}
    assert wanted == {"show", "picture", "drop", "log"}
    assert wanted <= set(dir(wall_screen.FakeScreen))


def test_the_worker_acts_and_stops() -> None:
    wanted = {name for name in vars(Worker) if not name.startswith("_")}
    assert wanted == {"act", "stop"}
    assert any(wanted <= set(dir(x)) for x in vars(worker).values())
