# SPDX-License-Identifier: GPL-3.0-or-later
"""What was done: entries, chains, trees and the proofs between them.

Nothing here reads a clock, a disk or a key: bytes in, values and bytes out.

Source: docs/spec/ledger.md, docs/spec/pack.md.
"""
