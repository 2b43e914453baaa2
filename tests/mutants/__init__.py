# SPDX-License-Identifier: GPL-3.0-or-later
"""Small faults put into the law, one at a time, to see a test fail for each."""
