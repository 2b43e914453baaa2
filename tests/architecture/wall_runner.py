# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads mutants on standard input and says which contracts each of them breaks.

Run in a copy of the tree, as a program of its own: the copy's packages have the names
of ours. A mutant is a list of modules, each with a line to add.
"""

import json
import sys
from pathlib import Path

import importlinter.api  # noqa: F401 -- sets the linter up
from importlinter.application import use_cases
from importlinter.contracts.acyclic_siblings import AcyclicSiblingsContract
from importlinter.contracts.forbidden import ForbiddenContract
from importlinter.contracts.layers import LayersContract
from importlinter.contracts.protected import ProtectedContract
from importlinter.domain.contract import ContractCheck, registry

CACHE = ".walls_cache"


Checks = dict[str, ContractCheck]


def broken_by(mutant: list[tuple[str, str]], before: Checks) -> list[str]:
    """Add each line to its module, lint, and take the lines away again."""
    files = {file_of(module): line for module, line in mutant}
    texts = {file: file.read_bytes() for file in files if file.exists()}
    try:
        for file, line in files.items():
            plant(file, line)
        return newly_broken(lint(), before)
    finally:
        for file in files:
            restore(file, texts.get(file))


def newly_broken(after: Checks, before: Checks) -> list[str]:
    """List the contracts with a breach they did not have, be they broken or not."""
    return [
        name
        for name, check in after.items()
        if not check.kept and check.metadata != before[name].metadata
    ]


def file_of(module: str) -> Path:
    """Find the file of a module that may not exist yet."""
    path = Path(*module.split("."))
    return path / "__init__.py" if path.is_dir() else path.with_suffix(".py")


def plant(file: Path, line: str) -> None:
    """Add a line to a file, making it where needed."""
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("a", encoding="utf-8") as text:
        text.write(f"\n{line}\n")


def restore(file: Path, before: bytes | None) -> None:
    """Put a file back, or away."""
    if before is None:
        file.unlink()
    else:
        file.write_bytes(before)


def lint() -> Checks:
    """Check every contract on this tree as it is now."""
    options = use_cases.read_user_options("pyproject.toml")
    report = use_cases.create_report(options, cache_dir=CACHE)
    if report.could_not_run:
        sys.exit(str(report.invalid_contract_options))
    checked = report.get_contracts_and_checks()
    return {contract.name: check for contract, check in checked}


def main() -> None:
    """Answer with one list of contracts for each mutant, the first for none."""
    sys.path.insert(0, str(Path.cwd()))
    registry.register(AcyclicSiblingsContract, "acyclic_siblings")
    registry.register(ForbiddenContract, "forbidden")
    registry.register(LayersContract, "layers")
    registry.register(ProtectedContract, "protected")
    before = lint()
    standing = [name for name, check in before.items() if not check.kept]
    answers = [
        standing,
        *(broken_by(mutant, before) for mutant in json.load(sys.stdin)),
    ]
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
