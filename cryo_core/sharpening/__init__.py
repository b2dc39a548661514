"""Maps sharpened by local radial profiles, phases untouched."""
