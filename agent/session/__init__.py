# SPDX-License-Identifier: GPL-3.0-or-later
"""The pupil's side: indicator, capture, curtain and windows."""
