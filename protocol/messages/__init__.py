# SPDX-License-Identifier: GPL-3.0-or-later
"""The messages of the wire, one file a family. Source: docs/spec/wire.md."""
