# SPDX-License-Identifier: GPL-3.0-or-later
"""The only doors to sockets, TLS and mDNS."""
