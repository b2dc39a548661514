"""What an asset is, what would be made and why, and making it."""
