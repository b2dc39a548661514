"""Maps made ready for the methods that work on maps."""
