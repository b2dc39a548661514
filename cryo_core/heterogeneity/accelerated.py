"""UMAP and HDBSCAN: cuML's for points on a GPU where it is installed, else their authors' libraries on the CPU.

cuML (NVIDIA, Apache-2.0) is not among the project's dependencies: it comes by conda or NVIDIA's own index, for one
version of CUDA. Both take the same settings here, and a layout of either is judged by the neighbours it keeps
(`embed.neighbours_kept`).
"""

from collections.abc import Callable
from importlib.util import find_spec
from typing import Any

import numpy as np
import torch
from jaxtyping import Float, Int


def has_cuml() -> bool:
    """Whether cuML is installed."""
    return find_spec("cuml") is not None


def uses_cuml(device: torch.device) -> bool:
    """Whether points on a device are laid out and divided by cuML."""
    return device.type == "cuda" and has_cuml()


def umap_by_cuml(
    points: Float[np.ndarray, "m k"],
    start: Float[np.ndarray, "m d"],
    neighbours: tuple[Int[np.ndarray, "m q"], Float[np.ndarray, "m q"]],
    **settings: Any,
) -> Float[np.ndarray, "m d"]:
    """Layout of points by cuML's UMAP.

    Parameters
    ----------
    points
        (m, k).
    start
        (m, d), where the layout begins.
    neighbours
        Numbers of each point's neighbours and their distances.
    **settings
        As of umap-learn's UMAP.
    """
    from cuml.manifold import UMAP

    maker = UMAP(n_components=start.shape[1], init=start, precomputed_knn=neighbours, **settings)
    return np.asarray(maker.fit_transform(points), np.float32)


def hdbscan_of(device: torch.device) -> tuple[Callable[..., Any], Callable[..., Any], dict[str, Any]]:
    """HDBSCAN's class and `approximate_predict` for points on a device, and what only that class takes."""
    if uses_cuml(device):
        from cuml.cluster.hdbscan import HDBSCAN, approximate_predict

        return HDBSCAN, approximate_predict, {"output_type": "numpy"}
    from hdbscan import HDBSCAN, approximate_predict

    return HDBSCAN, approximate_predict, {"core_dist_n_jobs": 1}
