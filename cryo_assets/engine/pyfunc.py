"""Trained models as MLflow serves them: `mlflow.pyfunc.load_model("models:/resolution@champion").predict(map)`.

A map is an array (z, y, x) of the map's own grey values; its voxel size is a parameter. What comes back is what the
asset writes. A model of particles takes points of latent space (m, k), and gives maps (m, z, y, x).
"""

from abc import abstractmethod
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, ClassVar

import numpy as np
import torch
from mlflow.models import ModelSignature
from mlflow.pyfunc.model import PythonModel
from mlflow.types import DataType, ParamSchema, ParamSpec, Schema, TensorSpec
from torch import Tensor

from cryo_core.data import Volume
from cryo_core.errors import SettingsError

WEIGHTS = "weights"
"""Name of the folder of weights among a model's artifacts."""

Arrays = dict[str, np.ndarray]


class Served(PythonModel):
    """A trained model behind MLflow's own door: weights of an artifact's files, and what it computes with them."""

    _skip_type_hint_validation: ClassVar[bool] = (
        True  # the signature is given; MLflow would print that hints are not
    )
    outputs: ClassVar[tuple[str, ...]] = ()
    """Names of the arrays that come back."""

    def load_context(self, context: Any) -> None:
        """Load the weights from the folder that was registered."""
        self.load(Path(context.artifacts[WEIGHTS]))

    @abstractmethod
    def load(self, folder: Path) -> None:
        """Load the weights from a folder with the artifact's files."""

    @abstractmethod
    def example(self) -> tuple[np.ndarray, dict[str, float] | None]:
        """An input that shows the form, and its parameters."""

    def signature(self) -> ModelSignature:
        """What goes in and what comes back."""
        given, params = self.example()
        free = (-1,) * (given.ndim - (1 if params is None else 0))
        shape = (*free, given.shape[-1]) if params is None else free
        spec = [ParamSpec(name, DataType.double, 0.0) for name in params or ()]
        return ModelSignature(
            inputs=Schema([TensorSpec(np.dtype(np.float32), shape)]),
            outputs=Schema([TensorSpec(np.dtype(np.float32), (-1,) * 3, name) for name in self.outputs])
            if self.outputs
            else Schema([TensorSpec(np.dtype(np.float32), (-1,) * 4)]),
            params=ParamSchema(spec) if spec else None,  # type: ignore[arg-type]
        )


class OfMaps(Served):
    """A model that takes a map; `voxel_angstrom` has to be given, `resolution_angstrom` 0 means not known."""

    def example(self) -> tuple[np.ndarray, dict[str, float] | None]:
        """A ball of 32 voxels of 2 Å, in noise."""
        grid = torch.meshgrid(*[torch.arange(32.0) - 16] * 3, indexing="ij")
        ball = torch.exp(-(grid[0] ** 2 + grid[1] ** 2 + grid[2] ** 2) / 50)
        noise = torch.randn(32, 32, 32, generator=torch.Generator().manual_seed(1))
        return (ball + 0.02 * noise).numpy(), {"voxel_angstrom": 2.0, "resolution_angstrom": 0.0}

    def predict(self, model_input, params=None) -> Arrays:  # type: ignore[no-untyped-def, override]
        """The arrays that the asset writes, from a map (z, y, x)."""  # MLflow takes hints for its own schema
        given = params or {}
        voxel = float(given.get("voxel_angstrom", 0.0))
        if voxel <= 0:
            raise SettingsError('voxel_angstrom: is missing: predict(map, params={"voxel_angstrom": 1.06})')
        volume = Volume(torch.from_numpy(np.array(model_input, dtype=np.float32)), voxel)
        found = self.of(volume, float(given.get("resolution_angstrom", 0.0)) or None)
        return {name: value.to(torch.float32).cpu().numpy() for name, value in found.items()}

    @abstractmethod
    def of(self, volume: Volume, resolution_angstrom: float | None) -> dict[str, Tensor]:
        """What the model says of a map, by output."""


class Powers(OfMaps):
    """Local resolution by the networks on band powers."""

    outputs = ("resolution_angstrom", "deviation_angstrom", "mask")

    def load(self, folder: Path) -> None:
        """Load weights.pt."""
        from cryo_core.resolution.model import load_network

        self.network = load_network(folder / "weights.pt")[0]

    def of(self, volume: Volume, resolution_angstrom: float | None) -> dict[str, Tensor]:
        """Local resolution, its deviation and the molecule's mask."""
        from cryo_core.resolution.predict import predict

        return _told(predict(volume, self.network, resolution_angstrom))


class UNet(OfMaps):
    """Local resolution by the published U-Net."""

    outputs = Powers.outputs

    def load(self, folder: Path) -> None:
        """Load unet.pt."""
        from cryo_core.resolution.unet import load_unet

        self.network = load_unet(folder / "unet.pt")

    def of(self, volume: Volume, resolution_angstrom: float | None) -> dict[str, Tensor]:
        """Local resolution, its deviation and the molecule's mask."""
        from cryo_core.resolution.unet import predict_unet

        return _told(predict_unet(volume, self.network, resolution_angstrom))


def _told(found: Any) -> dict[str, Tensor]:
    values = (found.resolution.density, found.deviation.density, found.mask)
    return dict(zip(Powers.outputs, values, strict=True))


class Profiles(OfMaps):
    """Local sharpening by predicted profiles."""

    outputs = ("map",)

    def load(self, folder: Path) -> None:
        """Load model.pt."""
        from cryo_core.sharpening.model import read_model

        self.model = read_model(folder / "model.pt")

    def of(self, volume: Volume, resolution_angstrom: float | None) -> dict[str, Tensor]:
        """The sharpened map, within the molecule's mask."""
        from cryo_core.sharpening.confidence import molecule_mask
        from cryo_core.sharpening.predict import sharpen
        from cryo_core.sharpening.rule import USUAL_ANGSTROM

        known = resolution_angstrom or USUAL_ANGSTROM
        mask = molecule_mask(volume)[0]
        return {"map": sharpen(volume, mask, self.model, resolution_angstrom=known).density}


class SuperResolution(OfMaps):
    """A prediction of finer detail."""

    outputs = ("map", "filtered", "confidence", "difference")

    def load(self, folder: Path) -> None:
        """Load weights.pt."""
        from cryo_core.superres.model import load_generator

        self.generator = load_generator(folder / "weights.pt")[0]

    def of(self, volume: Volume, resolution_angstrom: float | None) -> dict[str, Tensor]:
        """The enhanced map, the blind filter's, the confidence and the change; the resolution is measured."""
        from cryo_core.superres.predict import enhance

        if resolution_angstrom:
            raise SettingsError("resolution_angstrom: super-resolution measures it in the map; leave it at 0")
        found = enhance(volume, self.generator)
        return {name: getattr(found, name).density for name in self.outputs}


class OfLatents(Served):
    """A model of particles, which gives the map at each point of its latent space."""

    axes = 0
    volumes: Callable[[Tensor], Iterable[Volume]]

    def example(self) -> tuple[np.ndarray, dict[str, float] | None]:
        """The origin."""
        return np.zeros((1, self.axes), np.float32), None

    def predict(self, model_input) -> np.ndarray:  # type: ignore[no-untyped-def, override]
        """The maps (m, z, y, x) at points (m, k)."""
        points = torch.from_numpy(np.array(model_input, dtype=np.float32))
        return torch.stack([volume.density for volume in self.volumes(points)]).float().numpy()


class Linear(OfLatents):
    """The linear model of a round: its mean and components."""

    def load(self, folder: Path) -> None:
        """Load the files of `save_linear`."""
        from functools import partial

        from cryo_core.heterogeneity.linear.model import load_linear, volumes_at

        fit = load_linear(folder)
        self.axes = len(fit.components)
        self.volumes = partial(volumes_at, fit.mean, fit.components)


class Vae(OfLatents):
    """cryoDRGN's network of a round: its decoder."""

    def load(self, folder: Path) -> None:
        """Load vae.pt."""
        from functools import partial

        from cryo_core.heterogeneity.vae.train import decode_volumes, load_vae

        network = load_vae(folder / "vae.pt")
        self.axes = network.model.settings.zdim
        self.volumes = partial(decode_volumes, network)


class PoseFree(OfLatents):
    """The published network that was trained without poses: its volumes."""

    def load(self, folder: Path) -> None:
        """Load posefree.pt."""
        from functools import partial

        from cryo_core.posefree.train import load_network, volumes_of

        network = load_network(folder)
        self.axes = network.model.settings.latent
        self.volumes = partial(volumes_of, network)


FLAVOURS: dict[str, type[Served]] = {
    kind.__name__: kind for kind in (Powers, UNet, Profiles, SuperResolution, Linear, Vae, PoseFree)
}
