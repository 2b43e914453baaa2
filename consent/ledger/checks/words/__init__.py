# SPDX-License-Identifier: GPL-3.0-or-later
"""One plain sentence for each finding, a file a language; all have the same keys."""
