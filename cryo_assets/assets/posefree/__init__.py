"""Poses, maps and motion of a data set from its images alone."""
