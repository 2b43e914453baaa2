# SPDX-License-Identifier: GPL-3.0-or-later
"""The commands of `inzage-admin`, one file a noun: they ask and say, others do."""
