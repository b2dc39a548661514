"""From images with poses to half maps, their FSC, and the map.

An image is read, transformed (`fourier`), multiplied by its CTF, weight and shift, and added to its half set's
sums at its pose (`backproject`); sums are turned into maps once all are in (`solve`). Symmetry is exact:
nothing is interpolated twice, and an image goes in c times, not g (`symmetry`); whether it holds can be asked before
(`broken`).

Cost of `reconstruct` for N images of D pixels, padding p, P = p · D, half sets 2, cosets c of the point group:

=================== ===================================================================================
memory, fixed       sums of one half set: 12 · (P + 1)² (P / 2 + 1) bytes = 6 P³: 13 MB at D = 64, 0.1 GB at
                    128, 0.8 GB at 256 (p = 2); those of the first half wait in a file from 128 MB on. Solving
                    takes 2 P³ more, 0.3 GB at 256, and some maps
memory, a batch     4 D² for pixels as read, 4 D² for spectra, 4.7 D² for weighted pixels, twice the first
                    while the next is read: 17 D² bytes an image, 71 MB for the 4 million pixels of a batch
memory, a particle  its row of the tables, 84 bytes, and 8 for its weights; no pixels
operations          FFT 5 D² log₂ D; 30 a pixel for CTF and phase; c · 60 a pixel for insertion, of which 48
                    (8 neighbours, 3 sums, a product and an addition each); π D² / 8 pixels: half a disc
bytes of the sums   c · 8 · 12 · 2 · π D² / 8 = 75 c D² read and written an image: what limits D >= 128, or
                    a GPU; parts along z of 2 MB keep most of it in a core's cache
solving             4 FFTs of P³, and some 40 passes over the sums, whatever N
=================== ===================================================================================

Predicted at 20 ns a pixel for weighing, and for insertion 42 where a part of the sums stays in a core's cache
(D = 64) and 100 where not; 12 µs to read and transform at D = 64, four and seventeen times that beyond. Measured
with two threads on an otherwise idle machine (two threads of one core, Xeon), images made as they are read:

======== ======================= ======================= =================== ============= ===============
D        a particle, predicted   a particle, measured    the same, by clock  solving       process at most
======== ======================= ======================= =================== ============= ===============
64       0.11 ms                 0.11 ms                 0.06 ms             0.2 s         0.6 GB
128      0.82 ms                 0.68 ms                 0.37 ms             2.4 s         0.9 GB
256      3.3 ms                  4.3 ms                  2.2 ms              25 s          2.0 GB
======== ======================= ======================= =================== ============= ===============

The time is linear in N, and the peak of memory grows by the tables alone (`tests/benchmarks`, stream).

A million particles of 256² at padding 2 on one GPU, by this model and not measured (no GPU was at hand): 262 GB
of pixels to read (float32; 130 s at 2 GB/s: what limits it), 4.9 MB of sums read and written an image, 4.9 TB
in all, 3 s of a card's 1.6 TB/s and some five times that where atomic additions collide; 5 Mflop an image, 5
Tflop in all: a second. Memory: 1.6 GB of sums, 1.9 GB while solving, 71 MB a batch, tables 92 MB. On two
cores, as measured: 37 minutes and the solving. The order of a GPU's sums is fixed only under
`torch.use_deterministic_algorithms(True)`; there they run through torch's index_add (`imaging.slices_torch`).
"""

__all__ = ["backproject", "broken", "kept", "levels", "solve", "symmetry"]
