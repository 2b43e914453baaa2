# SPDX-License-Identifier: GPL-3.0-or-later
"""Stand-ins with the real shape: no mock, no patch."""
