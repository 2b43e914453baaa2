# SPDX-License-Identifier: GPL-3.0-or-later
"""A teacher's record leaves the console as files that anybody can check."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from consent.documents.command import encode, sign
from consent.ledger.verify import is_good, verify_pack
from console import volumes
from console.errors import ConsoleError
from console.site import Site
from tests.console.site import demo_school, make_site
from tests.fakes.school import School

ROOT = Path(__file__).parents[2]


@pytest.fixture
def school() -> School:
    return demo_school(1)


@pytest.fixture
def site(school: School, tmp_path: Path) -> Iterator[Site]:
    made = make_site(school, tmp_path / "console")
    yield made
    made.close()


def log(site: Site, school: School, month: str) -> None:
    """Put something in the tree of a month."""
    teacher = site.teacher_id
    origin = f"inzage/{school.trust.school}/{school.class_id}/{teacher}/{month}"
    site.record._ledger.log_command(origin, b"{}", bytes(64), "de" * 16, "")  # noqa: SLF001


def test_each_class_and_month_is_a_file(
    site: Site, school: School, tmp_path: Path
) -> None:
    log(site, school, "2027-02")
    log(site, school, "2027-03")
    files = volumes.write(site, tmp_path / "out")
    short = school.class_id[:8]
    assert [file.name for file in files] == [
        f"inzage-2027-02-{short}.zip",
        f"inzage-2027-03-{short}.zip",
    ]
    found = verify_pack(files[0].read_bytes(), school.root_sha256)
    assert [one.code for one in found if not one.ok] == ["leaf_command"]


def test_an_empty_record_is_said(site: Site, tmp_path: Path) -> None:
    with pytest.raises(ConsoleError, match="nothing in the record"):
        volumes.write(site, tmp_path)


def test_a_record_that_cannot_be_read_is_said(
    site: Site, school: School, tmp_path: Path
) -> None:
    log(site, school, "2027-03")
    site.record._ledger._file.read("DROP TABLE orders")  # noqa: SLF001
    with pytest.raises(ConsoleError, match="log cannot be read"):
        volumes.write(site, tmp_path)


def test_R39_the_program_writes_files_that_hold(
    site: Site, school: School, tmp_path: Path
) -> None:
    """What a real console logged is what the officer checks; the window may be open."""
    body = school.command(device=school.pupils[0].holder.fingerprint.hex())
    record = site.record
    raw = encode(body)
    sig = sign(raw, school.teachers[0].holder.sign_key)
    origin = record.origin(school.class_id, site.clocks.wall())
    record._ledger.log_command(origin, raw, sig, school.pupils[0].device, "")  # noqa: SLF001
    command = [sys.executable, "-m", "console.app", "--state"]
    done = subprocess.run(
        [*command, str(site.state.folder), "volumes", str(tmp_path / "out")],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    (file,) = [Path(line) for line in done.stdout.splitlines()]
    found = verify_pack(file.read_bytes(), school.root_sha256)
    assert is_good(found), [one for one in found if not one.ok]
    assert {"leaves", "unanswered", "root"} <= {one.code for one in found}
