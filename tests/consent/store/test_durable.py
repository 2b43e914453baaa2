# SPDX-License-Identifier: GPL-3.0-or-later
"""Names in a folder become durable, where the system has a way to say so."""

from pathlib import Path

import pytest

from consent.store.durable import sync_folder


def test_a_folder_is_synced(tmp_path: Path) -> None:
    (tmp_path / "a").touch()
    sync_folder(tmp_path)


def test_a_folder_that_is_not_there_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="nowhere"):
        sync_folder(tmp_path / "nowhere")
