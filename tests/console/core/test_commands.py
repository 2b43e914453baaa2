# SPDX-License-Identifier: GPL-3.0-or-later
"""What the classroom may want: the closed list."""

from typing import get_args

from console.core import commands


def test_every_command_is_in_the_list() -> None:
    made = {
        x
        for x in vars(commands).values()
        if isinstance(x, type) and x.__module__ == commands.__name__
    }
    assert set(get_args(commands.Command)) == made


def test_a_send_names_nothing_the_core_cannot_know() -> None:
    fields = set(commands.Send.__match_args__)
    assert not fields & {"nonce", "ping", "device", "teacher", "sig"}
