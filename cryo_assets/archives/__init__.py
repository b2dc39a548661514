"""EMPIAR and EMDB, and what is fetched from them into the inbox."""
