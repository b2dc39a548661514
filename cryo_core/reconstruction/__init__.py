"""From images with poses to half maps, their FSC, and the map.

An image is read, transformed (`fourier`), multiplied by its CTF, weight and shift, and added to its half set's
sums at its pose (`backproject`); sums are turned into maps once all are in (`solve`). Symmetry is exact:
nothing is interpolated twice, and an image goes in c times, not g (`symmetry`).

Cost of `reconstruct` for N images of D pixels, padding p, P = p · D, half sets 2, cosets c of the point group:

=================== ===================================================================================
memory, fixed       sums: 2 · 12 · (P + 1)² (P / 2 + 1) bytes = 12 P³: 26 MB at D = 64, 0.2 GB at 128, 1.6
                    GB at 256 (p = 2). Solving takes up to 18 P³ more for a short time: 0.3 GB at D = 128,
                    2.4 GB at 256
memory, a batch     4 D² for pixels as read, 4 D² for spectra, 4.7 D² for weighted pixels, twice the first
                    while the next is read: 17 D² bytes an image, 71 MB for the 4 million pixels of a batch
memory, a particle  its row of the tables, 84 bytes, and 64 for its CTF, place and weights; no pixels
operations          FFT 5 D² log₂ D; 30 a pixel for CTF and phase; c · 60 a pixel for insertion, of which 48
                    (8 neighbours, 3 sums, a product and an addition each); π D² / 8 pixels: half a disc
bytes of the sums   c · 8 · 12 · 2 · π D² / 8 = 75 c D² read and written an image: what limits D >= 128, or
                    a GPU; parts along z of 2 MB keep most of it in a core's cache
solving             4 FFTs of P³, and some 40 passes over the sums, whatever N
=================== ===================================================================================

Predicted at 25 ns a pixel for weighing and 100 for insertion (one core of a Xeon at 2.5 GHz, c = 1), 55 µs to
read and transform at D = 64, four and sixteen times that beyond; measured as process time, on a machine that others
used (± 40%: its cores run at two speeds):

======== ======================= ======================= ==================
D        a particle, predicted   a particle, measured    solving, measured
======== ======================= ======================= ==================
64       0.26 ms                 0.29 ms                 1.1 s
128      1.0 ms                  1.1 ms                  2.9 s
256      4.1 ms                  not measured            not measured
======== ======================= ======================= ==================

The time is linear in N, and the peak of memory grows by the tables alone (`tests/benchmarks`, stream).

A million particles of 256² at padding 2 on one GPU, by this model and not measured (no GPU was at hand): 262 GB
of pixels to read (float32; 130 s at 2 GB/s: what limits it), 4.9 MB of sums read and written an image, 4.9 TB
in all, 3 s of a card's 1.6 TB/s and some five times that where atomic additions collide; 5 Mflop an image, 5
Tflop in all: a second. Memory: 1.6 GB of sums, 4 GB while solving, 71 MB a batch, tables 150 MB. On two
cores, by the same model: 35 minutes and the solving. The order of a GPU's sums is fixed only under
`torch.use_deterministic_algorithms(True)`; there they run through torch's index_add (`imaging.slices_torch`).
"""
