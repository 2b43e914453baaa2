# SPDX-License-Identifier: GPL-3.0-or-later
"""A network of our own is claimed only where it can be seen."""

import sys
from pathlib import Path

import pytest

from protocol.aio.namespace import has_own_network


def _settings(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).touch()
    return folder


def test_D16_a_network_without_the_machines_settings_is_our_own(tmp_path: Path) -> None:
    assert has_own_network(_settings(tmp_path, "somaxconn", "xfrm_larval_drop"))


def test_D16_the_machines_network_is_not_our_own(tmp_path: Path) -> None:
    settings = _settings(tmp_path, "somaxconn", "netdev_max_backlog")
    assert not has_own_network(settings)


def test_D16_what_cannot_be_seen_is_not_our_own(tmp_path: Path) -> None:
    assert not has_own_network(tmp_path / "absent")
    assert not has_own_network(tmp_path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_the_kernel_has_such_a_folder() -> None:
    assert Path("/proc/sys/net/core/somaxconn").exists()
