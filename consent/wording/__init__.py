# SPDX-License-Identifier: GPL-3.0-or-later
"""The words a pupil is shown before choosing, by language and age. Each is hashed."""
