"""What a person writes: manifests, their settings, and the tables and truth they name."""
