"""Commands that need a home."""
