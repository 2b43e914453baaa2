# SPDX-License-Identifier: GPL-3.0-or-later
"""What a new charter changes, in three languages."""
