# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures: how much, how fast, how often. Not part of the tests."""
