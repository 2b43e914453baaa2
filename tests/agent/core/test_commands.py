# SPDX-License-Identifier: GPL-3.0-or-later
"""Commands are values in the imperative, and the closed list of what we can do."""

from dataclasses import is_dataclass
from typing import get_args

from agent.core import commands as c


def test_commands_are_frozen_values() -> None:
    for command in get_args(c.Command):
        assert is_dataclass(command)
        assert vars(command)["__dataclass_params__"].frozen, command


def test_R71_nothing_can_be_run_typed_or_recorded() -> None:
    names = {command.__name__ for command in get_args(c.Command)}
    assert names == {
        "Append", "AppendGap", "BeginEpoch", "CarryOut", "ClosePort", "CompareCopy",
        "DropCarried", "DropSession", "EndLink", "FlushRefused", "JudgeCommand",
        "KeepCarried", "KeepCommandProof", "KeepFork", "KeepGrowth", "KeepProof",
        "KeepErased", "KeepGiven", "KeepGivenProof", "PutAway",
        "NoteRefused", "OpenPort", "SendAt", "SendLocal", "SendPicture", "SendWire",
        "ShowList", "StoreNo", "StorePause", "StoreResume", "StoreYes", "TellEnded",
    }  # fmt: skip
