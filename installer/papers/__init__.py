# SPDX-License-Identifier: GPL-3.0-or-later
"""Papers for people: notice, letter, drafts and report, made from the agreements."""
