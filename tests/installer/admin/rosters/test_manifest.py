# SPDX-License-Identifier: GPL-3.0-or-later
"""A set that says it holds changes only, or not what it holds, is refused."""

import pytest

from tests.fakes.rosters import bad, changed, files_of, good


@pytest.mark.parametrize(
    ("old", "new", "line", "why"),
    [
        ("oneroster.version,1.1", "oneroster.version,1.0", 3, "set.version"),
        ("file.users,bulk", "file.users,delta", 16, "set.delta"),
        ("file.demographics,bulk", "file.demographics,absent", 10, "set.denied"),
    ],
)
def test_what_does_not_fit_is_told_by_the_manifest(
    old: str, new: str, line: int, why: str
) -> None:
    files = changed(files_of("oneroster-1.1"), "manifest.csv", (old, new))
    assert bad(files) == [("manifest.csv", line, "value", why)]


def test_a_promised_file_that_is_not_there_is_told() -> None:
    files = files_of("oneroster-1.1")
    del files["demographics.csv"]
    assert bad(files) == [("manifest.csv", 10, "value", "set.promised")]


def test_a_table_we_do_not_read_may_be_anything() -> None:
    files = changed(
        files_of("oneroster-1.1"),
        "manifest.csv",
        ("file.results,absent", "file.results,delta"),
    )
    assert len(good(files).incoming.pupils) == 4


def test_without_a_manifest_a_set_is_taken_for_whole() -> None:
    files = files_of("oneroster-1.1")
    del files["manifest.csv"]
    assert len(good(files).incoming.pupils) == 4
