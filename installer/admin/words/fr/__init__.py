# SPDX-License-Identifier: GPL-3.0-or-later
"""Les phrases du bureau, en français."""
