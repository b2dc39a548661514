"""The door: every file from outside is read, and refused, here; inside, `cryo_core.data` is trusted."""
