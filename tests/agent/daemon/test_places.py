# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things lie."""

from pathlib import Path

from agent.daemon import places
from agent.daemon.places import Places


def test_everything_lies_in_the_state_folder() -> None:
    held = Places(Path("/x"))
    paths = [
        held.tls_key,
        held.sign_key,
        held.seal_key,
        held.certificate,
        held.pinned,
        held.asked,
        held.papers,
        held.ledger,
        held.choices,
        held.mark,
    ]
    assert len(set(paths)) == len(paths)
    assert all(path.is_relative_to("/x") for path in paths)


def test_the_machines_own_folder_is_known(tmp_path: Path) -> None:
    assert Places(places.default_state()).is_system
    assert not Places(tmp_path).is_system


def test_settings_of_another_folder_lie_in_it(tmp_path: Path) -> None:
    assert places.default_settings(tmp_path) == tmp_path / "agent.toml"
    assert places.default_settings(places.default_state()).name == "agent.toml"
    assert places.default_socket().name == "session.sock"
