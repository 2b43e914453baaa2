# SPDX-License-Identifier: GPL-3.0-or-later
"""Golden bytes, and the pages that show them."""
