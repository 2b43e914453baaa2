# SPDX-License-Identifier: GPL-3.0-or-later
"""What the pupil reads: one file of sentences per language, picked by age band."""
