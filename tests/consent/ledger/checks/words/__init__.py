# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the sentences of the check."""
