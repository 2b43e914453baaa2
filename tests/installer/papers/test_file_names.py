# SPDX-License-Identifier: GPL-3.0-or-later
"""A class may be called anything; its file is called plainly."""

from pathlib import Path
from string import ascii_lowercase, digits

from hypothesis import given
from hypothesis import strategies as st

from installer.papers.file_names import file_names


@given(st.lists(st.text(max_size=80), max_size=5))
def test_S13_no_name_leads_out_of_the_folder(names: list[str]) -> None:
    found = file_names(names)
    assert len(set(found)) == len(names)
    assert all(
        Path(one).name == one and one.isascii() and len(one) < 70 for one in found
    )
    assert not [one for one in found if set(one) - set(ascii_lowercase + digits + "-")]


def test_names_stay_readable() -> None:
    assert file_names(["4B", "5 Économie", "../../x", "4b", "李"]) == [
        "4b", "5-economie", "x", "4b-2", "x-2",
    ]  # fmt: skip
