# SPDX-License-Identifier: GPL-3.0-or-later
"""Start here: `python3 run.py demo` or `python3 run.py test`."""
