"""Dagster's partitions (one a data set, one a map entry, added as entries appear; training has none), and jobs."""

import dagster as dg

from cryo_assets.entries.manifest import TRAINING

PARTITIONS = {kind: dg.DynamicPartitionsDefinition(name=kind) for kind in ("datasets", "maps")}

JOB_NAMES = {"datasets": "particles", "maps": "maps", TRAINING: "training"}
"""Name of the job that makes every asset of a kind of entry."""
