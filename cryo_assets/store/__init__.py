"""What was made: recipes, digests, artifacts and their index."""
