# SPDX-License-Identifier: GPL-3.0-or-later
"""The teacher's record at work: log first, prove, keep what must still go out."""
