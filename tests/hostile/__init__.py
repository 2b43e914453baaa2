# SPDX-License-Identifier: GPL-3.0-or-later
"""Attacks: a fully keyed, patched console against the laptop, and the reverse."""
