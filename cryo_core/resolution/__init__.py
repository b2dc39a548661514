"""Local resolution: measured from half maps, and told from one map (system C)."""
