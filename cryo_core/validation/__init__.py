"""What tells whether a map can be trusted: FSC, masks and summaries, orientations, errors of poses."""
