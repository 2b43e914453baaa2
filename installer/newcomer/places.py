# SPDX-License-Identifier: GPL-3.0-or-later
"""Where things are in a clone."""

import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROJECT = ROOT / "pyproject.toml"
LOCK = ROOT / "requirements.lock"
HOME = ROOT / ".venv"
STAMP = HOME / "inzage-stamp"
BIN = HOME / ("Scripts" if os.name == "nt" else "bin")
