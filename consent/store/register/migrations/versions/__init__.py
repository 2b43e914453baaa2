# SPDX-License-Identifier: GPL-3.0-or-later
"""One file a step; a step that was released is never changed."""
