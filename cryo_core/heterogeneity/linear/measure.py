"""What all images say of themselves under the model as it stands: their noise, and whether they are its particle's."""

from collections.abc import Callable
from dataclasses import fields, replace

import numpy as np
import torch
from jaxtyping import Int

from cryo_core.heterogeneity.linear.em import Model
from cryo_core.heterogeneity.linear.junk import Witness, witness
from cryo_core.imaging.noise import spread_rows
from cryo_core.learning import ranks


def fit_noise(model: Model) -> None:
    """Measure the noise again, in every optics group and ring: the power that the model leaves unexplained.

    That of images spread evenly over each group's.
    """
    grid, engine = model.grid, model.engine()
    maps = grid.rows(model.maps)
    for number in range(len(model.noise_power)):
        rows = _spread(model, number)
        if not len(rows):
            continue
        forward, data, transfer = model.weighed(rows, grid)
        latent, rotation = model.latent[rows].to(grid.device), model.rotation[rows].to(grid.device)
        column = torch.cat([torch.ones_like(latent[:, :1]), latent], 1)
        for ring in sorted(set(forward.ring.tolist())):
            on = (forward.ring == ring).nonzero()[:, 0]
            x, y, inverse = forward.x[on], forward.y[on], forward.inverse[:, on]
            part = replace(forward, x=x, y=y, ring=forward.ring[on], inverse=inverse)
            seen, through = data[:, :, on].contiguous(), transfer[:, on].contiguous()
            linear, product = engine.expect(part, seen, through, rotation, maps, column, False)
            left = seen.double().square().sum() - 2 * (linear * column).double().sum()
            left = left + torch.einsum("nc,ncd,nd->", column, product, column).double()
            model.noise_power[number, ring] *= float(left) / (2 * len(rows) * len(on))


def witnesses(model: Model, tick: Callable[[int], None]) -> Witness:
    """What each image says of itself, beside the model as it stands; `tick` is called with the number of each batch."""
    grid, engine = model.grid, model.engine()
    forward, rows = model.forward(grid), grid.rows(model.maps)
    radius = model.reach()
    parts = []
    for first, last in model.store.own_runs(model.batch):
        spectra = model.store.read(first, last, grid.shells)
        shift, contrast = model.place(first, last)
        seen = engine.weigh(forward, spectra, (first, last), shift, torch.ones_like(contrast))
        latent = model.latent[first:last].to(grid.device)
        column = torch.cat([torch.ones_like(latent[:, :1]), latent], 1)
        rotation = model.rotation[first:last].to(grid.device)
        shown = engine.predict(forward, seen[1], rotation, rows, column)
        parts.append(witness(seen[0], shown, (forward.x, forward.y), radius))
        tick(last - first)
    parts = ranks.gathered(parts)
    return Witness(*(torch.cat([getattr(p, f.name) for p in parts]).cpu() for f in fields(Witness)))


def _spread(model: Model, group: int) -> Int[np.ndarray, " m"]:
    """Rows of a sample of a group's good images, spread evenly over them."""
    mine = ((model.tables[2] == group) & (model.junk == 0)).nonzero()[:, 0].numpy()
    return mine[spread_rows(np.zeros_like(mine))]
