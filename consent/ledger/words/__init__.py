# SPDX-License-Identifier: GPL-3.0-or-later
"""The words of the pupil's list, one file a language, with equal keys."""
