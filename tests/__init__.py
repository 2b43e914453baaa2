# SPDX-License-Identifier: GPL-3.0-or-later
"""The tests, one file for each source file, plus those of the whole."""
