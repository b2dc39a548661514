"""Benchmarks beside the peers: `python tests/benchmarks/run.py`."""
