"""Point-group symmetry of Fourier sums, without inserting each image at all its equivalent poses.

A rotation that only permutes and flips the axes of the grid (a half or quarter turn about an axis, a third of a
turn about a cube's diagonal) takes grid points to grid points: averaging over it afterwards is exact and
costs nothing. Those of a group form a subgroup H; images go in once for each of its cosets.

========= ===== ===========================================
group     order insertions of an image
========= ===== ===========================================
C2 C4 D2  2–8   1 (D4 also)
O         24    1
C6 D6     6 12  3
D3 D5     6 10  n (the half turn about x is free)
I I1 I2   60    15
I3 I4     60    30
C3 C5 T   3–12  all: no axis of order 2 or 4 lies on the grid
========= ===== ===========================================
"""

import torch
from jaxtyping import Complex, Float
from torch import Tensor


def split_group(
    operators: Float[Tensor, "g 3 3"],
) -> tuple[Float[Tensor, "c 3 3"], Float[Tensor, "h 3 3"]]:
    """Split a group into coset representatives R and the subgroup H of the grid: G = {R · h}.

    Both begin with the identity, if `operators` does.
    """
    on_grid = ((operators - operators.round()).abs().amax((1, 2)) < 1e-6) if len(operators) else None
    subgroup = operators[on_grid].round()
    chosen: list[Tensor] = []
    for operator in operators:
        known = [(r.mT @ operator)[None] for r in chosen]
        if not any(bool(((k - subgroup).abs().amax((1, 2)) < 1e-3).any()) for k in known):
            chosen.append(operator)
    return torch.stack(chosen), subgroup


def sum_over_grid(
    numerator: Complex[Tensor, "z y xh"], weight: Float[Tensor, "z y xh"], subgroup: Float[Tensor, "h 3 3"]
) -> tuple[Complex[Tensor, "z y xh"], Float[Tensor, "z y xh"]]:
    """Add up sums on the odd padded grid over rotations that permute its points.

    What was inserted at A counts as if it had been at A · h for every h: the value at k goes to k · h, as
    its conjugate to −k · h where that lies in the half that is kept. Plane by plane, in little memory.
    """
    if len(subgroup) == 1:
        return numerator, weight
    size = weight.shape[0]
    half = size // 2
    line = torch.arange(-half, half + 1, device=weight.device)
    y, x = torch.meshgrid(line, line[half:], indexing="ij")
    flat_numerator, flat_weight = numerator.flatten(), weight.flatten()
    out, total = torch.zeros_like(numerator), torch.zeros_like(weight)
    for inverse in subgroup.mT.to(weight.device, torch.int64):
        for plane, z in enumerate(line.tolist()):
            place = x[..., None] * inverse[0] + y[..., None] * inverse[1] + z * inverse[2]
            turned = place[..., 0] < 0
            place = torch.where(turned[..., None], -place, place)
            at = ((place[..., 2] + half) * size + place[..., 1] + half) * (half + 1) + place[..., 0]
            value = flat_numerator[at]
            out[plane] += torch.where(turned, value.conj(), value)
            total[plane] += flat_weight[at]
    return out, total
