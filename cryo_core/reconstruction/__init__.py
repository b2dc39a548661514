"""From images with poses to half maps, their FSC, and the map.

Cost of `reconstruct`, for a box of D pixels, padding p, P = p · D, and g symmetry operators:

======================= ====================================================================
memory                  two half-set accumulators of 3 float32 on (P + 1)² (P / 2 + 1) points:
                        12 P³ bytes, 25 MB at D = 64, 200 MB at 128, 1.6 GB at 256 (p = 2),
                        whatever the number of particles; a batch of n images takes about
                        60 n D² bytes for its points, shares and spectra; solving takes
                        about 25 P³ more for a short time
operations a particle   one FFT of D²; for each of g operators, π D² / 8 points (one half of
                        a disc), each added to 8 neighbours in 3 sums: 9.4 g D² additions
reading                 each image once, in the order of the stack
======================= ====================================================================

Symmetry is exact: each image goes in at all its g equivalent poses, and nothing is interpolated twice.
"""
