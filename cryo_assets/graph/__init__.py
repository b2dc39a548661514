"""All that knows Dagster's runs: assets, settings of a run, pools, launching, servers."""
