# SPDX-License-Identifier: GPL-3.0-or-later
"""How much of each module its own test file covers; `python3 run.py cover`.

A line that only a distant journey runs is a line nobody looked at. What is run while
modules are imported counts for everybody. Of the code that decides each branch counts.
`python3 run.py cover tests/protocol` runs a part and tells of that part.
"""

import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

import pytest  # noqa: E402 -- the path comes first
from coverage import Coverage  # noqa: E402

from tests.architecture.house import PACKAGES, is_among, product  # noqa: E402
from tests.architecture.test_mirror import WITHOUT, test_file  # noqa: E402
from tests.mutants.law import DECIDING  # noqa: E402

PURE = ("protocol/*", "consent/*", "agent/core/*", "console/core/*")
DOORS = ("protocol/aio/*", "consent/store/*")
PURE_PERCENT = 100
OTHER_PERCENT = 90


class Switch:
    """Tells coverage which test file is running."""

    def __init__(self, cover: Coverage) -> None:
        self._cover = cover

    def pytest_runtest_setup(self, item: pytest.Item) -> None:
        """Write what follows on this file's account."""
        self._cover.switch_context(item.path.relative_to(ROOT).as_posix())


def wanted_percent(path: str) -> int:
    """Say how much of a file its own tests must cover."""
    is_pure = is_among(path, PURE) and not is_among(path, DOORS)
    return PURE_PERCENT if is_pure else OTHER_PERCENT


def measured(cover: Coverage, ran: list[str]) -> Iterator[tuple[float, str, str]]:
    """Give each file's percentage and the lines its own tests leave out.

    Args:
        cover: what was measured.
        ran: the test files and folders that were run.
    """
    data = cover.get_data()
    seen = data.measured_contexts()
    for path in product():
        if path == "run.py" or is_among(path, tuple(WITHOUT)):
            continue
        if not any(test_file(path).startswith(one) for one in ran):
            continue
        stem = test_file(path).removesuffix(".py")
        own = [one for one in seen if one == f"{stem}.py" or one.startswith(f"{stem}_")]
        data.set_query_contexts([rf"^{one}$" for one in ["", *own]])
        _, lines, _, left, text = cover.analysis2(str(ROOT / path))
        count, missed = max(len(lines), 1), len(left)
        if path in DECIDING:
            branches = cover.branch_stats(str(ROOT / path))
            untaken = [line for line, (of, taken) in branches.items() if taken < of]
            missed += len(untaken)
            text += f" branches at {untaken}" * bool(untaken)
        yield 100 * (1 - missed / count), path, text


def main(arguments: list[str]) -> int:
    """Run the packages' tests and list the modules that are under their mark."""
    cover = Coverage(data_file=None, source=list(PACKAGES), branch=True)
    cover.start()
    ran = arguments or [f"tests/{package}" for package in PACKAGES]
    code = pytest.main(["-q", *ran], plugins=[Switch(cover)])
    cover.stop()
    under = [
        (percent, path, text)
        for percent, path, text in sorted(measured(cover, ran))
        if percent < wanted_percent(path)
    ]
    for percent, path, text in under:
        print(f"{percent:5.1f} % (of {wanted_percent(path)}) {path}: {text}")
    return int(code) or bool(under)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
