"""Where a file came from, and what differs between two results."""
