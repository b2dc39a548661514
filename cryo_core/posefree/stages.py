"""One progress count over several stages of unequal cost."""

from cryo_core.data import Progress


class Stages:
    """Divides one `progress`, in thousandths, among stages: each is begun with the share of the whole at its end."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._before = progress, 0.0

    def stage(self, until: float) -> Progress:
        """Progress of a stage that ends at a share of the whole."""
        before, self._before = self._before, until

        def tick(done: int, total: int) -> None:
            self._progress(round(1000 * (before + (until - before) * done / max(1, total))), 1000)

        return tick
