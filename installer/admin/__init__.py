# SPDX-License-Identifier: GPL-3.0-or-later
"""The office's own program: school, charter, classes, teachers, enrolment."""
