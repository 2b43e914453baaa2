# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of what is checked in a volume."""
