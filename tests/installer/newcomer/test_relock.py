# SPDX-License-Identifier: GPL-3.0-or-later
"""The lock is replaced only by a good one."""

from pathlib import Path

import pytest

from installer.newcomer.places import LOCK
from installer.newcomer.relock import COMPILE, main, rewrite
from installer.newcomer.words import TroubleError

OLD = f"click==8.5.0 \\\n    --hash=sha256:{'a' * 64}\n"
NEW = OLD.replace("8.5.0", "8.5.1")


@pytest.fixture
def lock(tmp_path: Path) -> Path:
    file = tmp_path / "requirements.lock"
    file.write_text(OLD)
    return file


def test_a_good_one_replaces_it(lock: Path) -> None:
    def newer(made: Path, _: list[str]) -> None:
        made.write_text(NEW)

    rewrite(lock, [], newer)
    assert lock.read_text() == NEW


def test_the_compiler_starts_from_what_is_locked(lock: Path) -> None:
    seen: list[str] = []
    rewrite(lock, [], lambda made, _: seen.append(made.read_text()))
    assert seen == [OLD]


def test_one_that_names_a_place_does_not(lock: Path) -> None:
    def leaky(made: Path, _: list[str]) -> None:
        made.write_text(f"-e .\n{NEW}")

    with pytest.raises(TroubleError, match=r"a strange line: -e \."):
        rewrite(lock, [], leaky)
    assert lock.read_text() == OLD


def test_a_failed_compilation_leaves_it(lock: Path) -> None:
    def broken(made: Path, _: list[str]) -> None:
        made.write_text("")
        raise TroubleError("no versions fit together.")

    with pytest.raises(TroubleError):
        rewrite(lock, [], broken)
    assert lock.read_text() == OLD


def test_further_words_reach_the_compiler(lock: Path) -> None:
    words: list[str] = []
    rewrite(lock, ["--upgrade"], lambda _, rest: words.extend(rest))
    assert words == ["--upgrade"]


def test_it_is_compiled_for_every_system_and_says_nothing_of_this_one() -> None:
    assert {"--universal", "--generate-hashes", "--no-header", "--no-annotate"} <= set(
        COMPILE
    )


def test_a_compiler_that_refuses_is_one_sentence(
    capfd: pytest.CaptureFixture[str],
) -> None:
    before = LOCK.read_bytes()
    assert main(["--no-such-flag"]) == 1
    assert capfd.readouterr().err.endswith("no versions fit together.\n")
    assert LOCK.read_bytes() == before
