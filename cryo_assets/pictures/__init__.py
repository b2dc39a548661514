"""Pictures of results: PNG, HTML, GIF."""
