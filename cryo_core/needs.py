"""What memory each stage needs at its peak, by a formula of the box and the batch; numbers alone."""

from dataclasses import dataclass

_SPARED = 0.8
"""Share of the free memory that is asked for: the rest is for the allocator's gaps and for the libraries."""


@dataclass(frozen=True)
class Need:
    """Bytes that a stage needs at its peak: for each voxel of the box, and for each number of a batch's members.

    Members are images, of box² numbers, or tiles, of edge³ (`cubes`). `margin` is what grids reach beyond the box, in
    pixels; `base` is what is cut in parts of that size, whatever the box. From `least` to `most` members are taken at a
    time: fewer leave a GPU waiting for the next launch, more gain nothing.
    """

    voxel: float
    number: float = 0.0
    margin: int = 0
    base: int = 0
    least: int = 1
    most: int = 1
    cubes: bool = False

    def peak(self, box: int, batch: int = 0, edge: int | None = None) -> int:
        """Bytes at a box in pixels and a batch; `edge` is that of the members, if it is not the box."""
        return round(self.base + self._fixed(box) + batch * self._each(edge or box))

    def batch(self, box: int, free: int, edge: int | None = None) -> int:
        """The largest batch from `least` to `most` that free memory, in bytes, has room for."""
        room = _SPARED * free - self.base - self._fixed(box)
        return max(self.least, min(self.most, int(room / self._each(edge or box))))

    def _fixed(self, box: int) -> float:
        return self.voxel * (box + self.margin) ** 3

    def _each(self, edge: int) -> float:
        return self.number * edge ** (3 if self.cubes else 2)


NEEDS: dict[str, Need] = {
    # Both half sets' sums, 48 bytes a voxel each, and while one is taken apart its parts again.
    "reconstruction": Need(145.0, 34.0, 1, least=16, most=2048),
    # The map in each band; a table of 2^26 numbers with its products.
    "refinement": Need(90.0, 100.0, 4, 600_000_000, 16, 4096),
    "refinement of the CTF": Need(125.0, 45.0, 30, least=16, most=4096),
    "super-resolution": Need(40.0, 340.0, base=20_000_000, most=16, cubes=True),
    "VAE": Need(0.0, 3_600.0, base=30_000_000, least=16, most=16),
    "local resolution": Need(85.0),
    # Windows of 2^26 voxels in all, with their spectra.
    "sharpening": Need(45.0, base=1_200_000_000),
}
"""By stage; what `tests/devices` counts, and up to twice as much."""
