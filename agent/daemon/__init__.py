# SPDX-License-Identifier: GPL-3.0-or-later
"""The service: keys, network, papers, gate and ledger. It has no display."""
