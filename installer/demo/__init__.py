# SPDX-License-Identifier: GPL-3.0-or-later
"""A whole class on one machine, to look at."""
