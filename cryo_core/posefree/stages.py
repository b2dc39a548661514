"""One count of progress over stages of unlike cost."""

from cryo_core.data import Progress


class Stages:
    """Shares out one `progress` in thousandths: each stage says up to which share of the whole it goes."""

    def __init__(self, progress: Progress) -> None:
        self._progress, self._before = progress, 0.0

    def stage(self, until: float) -> Progress:
        """Begin a stage that ends at a share of the whole."""
        before, self._before = self._before, until

        def tick(done: int, total: int) -> None:
            self._progress(round(1000 * (before + (until - before) * done / max(1, total))), 1000)

        return tick
