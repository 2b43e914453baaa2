# SPDX-License-Identifier: GPL-3.0-or-later
"""The papers of the school whose machines hang on a switch, made once."""

import pytest

from installer.demo.places import Places
from tests.journeys.namespace_class import found


@pytest.fixture(scope="session")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Places:
    """Give the office's folders; a lesson takes a copy."""
    return found(tmp_path_factory.mktemp("school"))
