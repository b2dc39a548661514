"""The Dagster side of the platform: thin assets that load, call one core function, and report."""
