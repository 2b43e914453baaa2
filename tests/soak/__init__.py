# SPDX-License-Identifier: GPL-3.0-or-later
"""What takes too long for each change: run.py soak. Results: docs/soak.md."""
