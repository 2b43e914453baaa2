# SPDX-License-Identifier: GPL-3.0-or-later
"""Where Qt's own stay-on-top is all there is."""

from agent.session.platform.no_keeper import NoKeeper


def test_it_promises_nothing() -> None:
    keeper = NoKeeper()
    keeper.watch(1)
    keeper.woke()
    keeper.raise_all([2])
    assert keeper.fileno() is None
    assert not keeper.covered()
    keeper.forget(1)
    keeper.close()
