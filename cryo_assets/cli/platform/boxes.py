"""The boxes of a particle set's parts, and what they come to: resolution, memory and disk."""

from typing import Any

from cryo_assets.assets.catalogue import STEPS
from cryo_assets.assets.particles.stack import StackSettings
from cryo_assets.assets.posefree.model import PosefreeSettings
from cryo_assets.assets.rounds.model import ModelSettings
from cryo_assets.entries.forecast import forecast
from cryo_assets.entries.manifest import Dataset
from cryo_assets.entries.settings import settings_for
from cryo_core.data import ImageStack
from cryo_core.imaging.prepare import even_box


def boxes(manifest: Dataset, images: ImageStack) -> dict[str, int]:
    """The box of each part in pixels: of the maps, the latent model of the first round, and the pose-free search."""
    maps: StackSettings = _settings("particles/stack", manifest)
    model: ModelSettings = _settings("round_01/model", manifest)
    search: PosefreeSettings = _settings("posefree/model", manifest)
    whole = even_box(maps.box, images)
    own = search.network.box if search.method == "network" else search.box
    return {"maps": whole, "model": min(whole, model.own_box()), "posefree": min(whole, own)}


def come_to(manifest: Dataset, images: ImageStack) -> dict[str, float]:
    """The Nyquist frequency of each part, Å, than which no result of it can be finer; memory and disk of the maps."""
    edge, found = images.box * images.pixel_angstrom, boxes(manifest, images)
    finest = {f"{part}_nyquist_angstrom": 2 * edge / box for part, box in found.items()}
    return finest | forecast(len(images), found["maps"]).document()


def _settings(key: str, manifest: Dataset) -> Any:
    return settings_for(STEPS[key].settings, key, manifest, {})
