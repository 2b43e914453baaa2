# SPDX-License-Identifier: GPL-3.0-or-later
"""Which papers to believe: one shelf, TUF's rules, no disk and no clock."""
