# SPDX-License-Identifier: GPL-3.0-or-later
"""Lines and proofs as they travel."""

from dataclasses import replace
from pathlib import Path

import pytest

from consent.documents.command import Verb
from consent.ledger.kinds import Kind
from console.ledger.wire import entry, line
from tests.console.ledger.rig import rig


def test_a_line_comes_back_as_it_went(tmp_path: Path) -> None:
    with rig(tmp_path) as r:
        command = r.ask(Verb.MESSAGE)
        made = r.write(command, Kind.SHARE, what="message", text="Dag")
        assert line(entry(made)) == made
        with pytest.raises(ValueError, match="erased"):
            entry(replace(made, body=None, salt=None))
