"""What is kept of the rounds: finished, reported and exported."""
