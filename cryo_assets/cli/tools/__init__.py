"""Commands that need no home."""
