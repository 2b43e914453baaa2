# SPDX-License-Identifier: GPL-3.0-or-later
"""Names on a roster are as short as they can be; one flag has many causes."""

import pytest

from installer.admin.class_papers import short_names


@pytest.mark.parametrize(
    ("names", "short"),
    [
        (["Amina Bakker", "Bram Dries"], ["Amina B.", "Bram D."]),
        (["Amina Bakker", "Amina Bos"], ["Amina Bakker", "Amina Bos"]),
        (["Madonna"], ["Madonna"]),
        ([], []),
    ],
)
def test_names_are_short_while_they_stay_different(
    names: list[str], short: list[str]
) -> None:
    assert short_names(names) == short
