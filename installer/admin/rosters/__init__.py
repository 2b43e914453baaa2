# SPDX-License-Identifier: GPL-3.0-or-later
"""Rosters of other systems: from files as they come to what the register takes in."""
