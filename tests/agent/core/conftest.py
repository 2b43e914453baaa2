# SPDX-License-Identifier: GPL-3.0-or-later
"""A laptop on a table, in a school made once."""

from functools import lru_cache

import pytest

from tests.fakes.laptop_desk import LaptopDesk
from tests.fakes.school import School, make_school


@lru_cache(maxsize=1)
def _school() -> School:
    """Make the keys once: a school is a value, each test gets a desk of its own."""
    return make_school()


@pytest.fixture
def school() -> School:
    """Give the school."""
    return _school()


@pytest.fixture
def desk(school: School) -> LaptopDesk:
    """Give a laptop that has not started."""
    return LaptopDesk(school)
