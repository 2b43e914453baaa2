# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of what can be checked in a pack."""
