"""Python's collector of garbage, set aside where there is much to make and no garbage."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Do without the search for cycles of references.

    While modules are imported, and among the hundreds of thousands of objects of a large plan, it takes a third of the
    time, for nothing.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()
