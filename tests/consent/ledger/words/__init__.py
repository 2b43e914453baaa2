# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the words of the pupil's list."""
