# SPDX-License-Identifier: GPL-3.0-or-later
"""Tests of the gate and of the decoder process."""
