"""Dagster's partitions: one a data set, one a map entry, added as entries appear; training has none."""

import dagster as dg

PARTITIONS = {kind: dg.DynamicPartitionsDefinition(name=kind) for kind in ("datasets", "maps")}
