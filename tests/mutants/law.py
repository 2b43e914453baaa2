# SPDX-License-Identifier: GPL-3.0-or-later
"""The code that decides, the tests that must see a fault in it, and the known rest."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from tests.architecture.house import ROOT
from tests.mutants.faults import Fault, enums_of, faults

LIST: Final = ROOT / "docs" / "mutants.toml"
PAGE: Final = ROOT / "docs" / "mutants.md"

EXAMPLES: Final = ("tests/consent/test_conditions.py", "tests/consent/test_decision.py")
WHOLE: Final = ("tests/properties/test_whole_law.py",)
Tests = tuple[tuple[str, ...], ...]

# A source, and which tests beside its own must see its faults, quick ones first.
DECIDING: Final[dict[str, Tests]] = {
    "consent/clock.py": (),
    "consent/conditions.py": (EXAMPLES, WHOLE),
    "consent/decision.py": (EXAMPLES, WHOLE),
    "consent/facts.py": (EXAMPLES,),
    "consent/guardian.py": (),
    "consent/ledger/erasure.py": (),
    "consent/ledger/order_state.py": (),
    "consent/lifecycle.py": (),
    "consent/method.py": (),
    "consent/network.py": (),
    "consent/purpose.py": (EXAMPLES,),
    "consent/reason.py": (),
    "consent/school.py": (EXAMPLES,),
    "consent/shelf/freshness.py": (EXAMPLES,),
    "consent/shelf/loosening.py": (),
    "consent/timetable.py": (EXAMPLES, WHOLE),
}
WITH_ENUMS: Final = ("consent/documents/fields.py", "consent/documents/signed.py")


@dataclass(frozen=True, slots=True)
class Known:
    """A fault that no test sees, and why it may stay."""

    file: str
    place: str
    was: str
    now: str
    why: str

    def is_it(self, file: str, fault: Fault) -> bool:
        """Say whether this is that fault, wherever its line has gone."""
        return (self.file, self.place, self.was, self.now) == (
            file,
            fault.place,
            fault.was,
            fault.now,
        )


def known() -> list[Known]:
    """Read which faults may stay."""
    return [Known(**row) for row in tomllib.loads(LIST.read_text("utf-8"))["survivor"]]


def module_of(file: str) -> str:
    """Name a file as Python imports it."""
    return file.removesuffix(".py").replace("/", ".")


def suites_of(file: str) -> Tests:
    """Give the test files that must see a fault, in the order to try them."""
    folder, _, name = file.rpartition("/")
    own = f"tests/{folder}/test_{name}"
    return ((own,), *DECIDING[file])


def faults_of(file: str) -> Iterator[Fault]:
    """Give every fault of one file."""
    texts = {one: (ROOT / one).read_text("utf-8") for one in (*WITH_ENUMS, *DECIDING)}
    enums = enums_of([*texts.values(), texts["consent/lifecycle.py"]])
    yield from faults(texts[file], enums)
