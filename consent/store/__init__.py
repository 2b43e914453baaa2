# SPDX-License-Identifier: GPL-3.0-or-later
"""The only doors to disk and database."""
