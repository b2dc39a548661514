"""Point-group symmetry of Fourier sums, without inserting each image at all its equivalent poses.

A rotation that only permutes and flips the axes of the grid (a half or quarter turn about an axis, a third of a
turn about a cube's diagonal) takes grid points to grid points: averaging over it afterwards is exact and
costs nothing. Those of a group form a subgroup H; images go in once for each of its cosets.

============ ===== ==========================================
group        order insertions of an image
============ ===== ==========================================
C2 C4 D2 D4  2 … 8 1
O            24    1
I I1 I2      60    5
C6 D6 D3 D5  6 …   n / gcd(n, 4): the half turns about x are free
I3 I4        60    30
C3 C5 T      3 …   all of them: no axis of theirs is the grid's
============ ===== ==========================================
"""

import torch
from jaxtyping import Complex, Float, Shaped
from torch import Tensor


def split_group(
    operators: Float[Tensor, "g 3 3"],
) -> tuple[Float[Tensor, "c 3 3"], Float[Tensor, "h 3 3"]]:
    """Coset representatives R of a group, and its subgroup H that maps the grid onto itself: G = {R · h}.

    Both begin with the identity, if `operators` does.
    """
    on_grid = ((operators - operators.round()).abs().amax((1, 2)) < 1e-6) if len(operators) else None
    subgroup = operators[on_grid].round()
    chosen: list[Tensor] = []
    for operator in operators:
        quotients = [(r.mT @ operator)[None] for r in chosen]
        if not any(bool(((k - subgroup).abs().amax((1, 2)) < 1e-3).any()) for k in quotients):
            chosen.append(operator)
    return torch.stack(chosen), subgroup


def sum_over_grid(
    numerator: Complex[Tensor, "z y xh"], weight: Float[Tensor, "z y xh"], subgroup: Float[Tensor, "h 3 3"]
) -> tuple[Complex[Tensor, "z y xh"], Float[Tensor, "z y xh"]]:
    """Sums on the odd padded grid, added up over rotations that permute its points.

    What was inserted at A counts as if it had been at A · h for every h: the value at k goes to k · h. The
    whole grid is built from the half that is kept, and turned by exchanging and flipping its axes.

    Parameters
    ----------
    numerator
        (z, y, xh), summed w · CTF · F.
    weight
        (z, y, xh), summed w · CTF².
    subgroup
        (h, 3, 3), rotations that map the grid onto itself (`split_group`).
    """
    if len(subgroup) == 1:
        return numerator, weight
    return _turned_sum(numerator, subgroup), _turned_sum(weight, subgroup)


def _turned_sum(half: Shaped[Tensor, "z y xh"], subgroup: Float[Tensor, "h 3 3"]) -> Shaped[Tensor, "z y xh"]:
    whole = torch.cat([half[:, :, 1:].flip(0, 1, 2).conj(), half], 2)
    middle = half.shape[2] - 1
    total = torch.zeros_like(half)
    for matrix in subgroup.round().to(torch.int64).tolist():
        # Along axis i (x, y, z) of the result lies axis j of the source with matrix[j][i] = ±1.
        source = [next(j for j in range(3) if matrix[j][i]) for i in (2, 1, 0)]
        flips = [axis for axis, (i, j) in enumerate(zip((2, 1, 0), source, strict=True)) if matrix[j][i] < 0]
        turned = whole.permute([2 - j for j in source])
        total += turned.flip(flips)[:, :, middle:]
    return total
