"""Trained models: what MLflow serves of them, which one is the champion, and what they may be judged on."""

from pathlib import Path
from typing import Any

import mlflow
import numpy as np
import pytest
import tiny
import torch
import yaml

from cryo_assets.engine import mlflow_models
from cryo_assets.engine.pyfunc import FLAVOURS
from cryo_assets.home import Home
from cryo_assets.store.champion import before, champion, moves
from cryo_assets.store.learnt import Learnt, learnt_digest, learnt_of, seen
from cryo_assets.store.store import Artifact
from cryo_core.data import Volume
from cryo_core.formats.mrc import read_volume
from cryo_core.resolution.unet import ResolutionUNet, UNetSettings, predict_unet, save_unet
from cryo_core.sharpening.confidence import molecule_mask
from cryo_core.sharpening.model import write_model
from cryo_core.sharpening.predict import sharpen
from cryo_core.sharpening.rule import UniversalRule
from cryo_core.sharpening.simulated import LEARNED_FREQUENCY
from cryo_core.superres.model import Generator, GeneratorSettings, save_generator
from cryo_core.superres.predict import enhance

RESOLUTION = "models/resolution"
TRAINING = {
    "training": {"resolution": {"phantoms": 0, "maps_each": 1, "unet_box": 0}},
    "models": {
        "resolution": {
            "epochs": 30,
            "width": 16,
            "batch": 64,
        }
    },
}


def train(home: Path, learn_maps: bool = False, **changed: Any) -> Artifact:
    """Train the models of local resolution on five made-up chains, and give the version."""
    folder = home / "inbox" / "training"
    folder.mkdir(parents=True, exist_ok=True)
    for seed in range(5):
        tiny.write_model(folder / f"m{seed}.pdb", seed)
    settings = {
        "training": {"resolution": {**TRAINING["training"]["resolution"], "use_maps": learn_maps}},
        "models": {"resolution": {**TRAINING["models"]["resolution"], **changed}},
    }
    (folder / "training.yaml").write_text(yaml.safe_dump({"models": ["."], "settings": settings}))
    for key in ("training/resolution", RESOLUTION):
        made = tiny.make(key, "training")
    assert made is not None
    return made


def test_the_champion_is_served_promoted_rolled_back_and_followed(home: Path, cryo: Any) -> None:
    tiny.add_map(home)
    first = train(home)
    assert first.passed(), first.checks
    tiny.make("maps/source", "tiny-map")
    asset = tiny.make("enhanced/local_resolution", "tiny-map")
    assert asset is not None and asset.numbers["model"] == f"{RESOLUTION} {first.version[:12]}"
    volume = read_volume(home / "inbox/tiny-map/map.mrc")
    told = tiny.served("resolution@champion").predict(volume.density.numpy(), params={"voxel_angstrom": 2.0})
    for name, file in (("resolution_angstrom", "resolution.mrc"), ("deviation_angstrom", "deviation.mrc")):
        assert np.array_equal(told[name], read_volume(asset.path(file)).density.numpy())

    worse = train(home, epochs=2)  # the same examples: it is judged, and is worse
    store = tiny.planner().store
    now = champion(store, RESOLUTION, "training")
    assert now is not None and now.version == first.version and worse.version != first.version
    assert tiny.planner().plan("tiny-map").row("enhanced/local_resolution").state == "stored"

    rows = {row["version"]: row for row in cryo("models", "list", "resolution", "--json")}
    assert rows[first.version]["champion"] and not rows[worse.version]["champion"]
    assert rows[first.version]["used_by"] == ["tiny-map"] and rows[first.version]["number"] == 1
    assert rows[worse.version]["score"] > rows[first.version]["score"]
    assert "m0.pdb" in rows[first.version]["judged_on"]
    if worse.passed():
        cryo("models", "promote", "resolution", worse.version[:8])
    else:
        assert "better_than_the_rule" in cryo("models", "promote", "resolution", worse.version[:8], code=1)
    other = train(home, epochs=29)
    if champion(store, RESOLUTION, "training").version != other.version:  # type: ignore[union-attr]
        cryo("models", "promote", "resolution", other.version[:8])
    client = mlflow_models.client_of(Home.from_environment())
    alias = client.get_model_version_by_alias("resolution", "champion")
    assert alias.tags["cryo.version"] == other.version
    row = tiny.planner().plan("tiny-map").row("enhanced/local_resolution")
    assert row.state == "compute"
    assert row.why == (f"champion of models/resolution: {first.version[:8]} → {other.version[:8]}",)
    planned = {r["asset"]: r for r in cryo("plan", "tiny-map", "--json")["entries"]["tiny-map"]}
    assert planned["enhanced/local_resolution"]["state"] == "compute"

    back = cryo("models", "roll-back", "resolution", "--json")
    assert back["champion"] != other.version
    while champion(store, RESOLUTION, "training").version != first.version:  # type: ignore[union-attr]
        cryo("models", "roll-back", "resolution")
    assert tiny.planner().plan("tiny-map").row("enhanced/local_resolution").state == "stored"
    assert "no champion before" in cryo("models", "roll-back", "resolution", code=2)

    client.set_registered_model_alias(
        "resolution", "champion", alias.version
    )  # on MLflow's page, by a person
    assert tiny.planner().plan("tiny-map").row("enhanced/local_resolution").state == "compute"
    assert moves(store.root / RESOLUTION / "training")[-1]["why"] == "the alias was moved in MLflow"
    assert before(store.root / RESOLUTION / "training") == first.version


def test_a_model_that_learnt_from_an_entry_is_not_judged_by_it(home: Path) -> None:
    tiny.add_map(home, "learnt")
    tiny.add_map(home, "other")
    learnt = home / "inbox/learnt"
    for name in ("map", "half1", "half2"):  # the same particles, another box of noise: other files
        volume = read_volume(learnt / f"{name}.mrc")
        (learnt / f"{name}.mrc").unlink()
        tiny.write_volume(learnt / f"{name}.mrc", volume.with_density(volume.density * 1.5))
    tiny.make("maps/source", "learnt")
    model = train(home, learn_maps=True)
    assert model.passed()
    names = [one.name for one in learnt_of(model)]
    assert names == [*(f"m{seed}.pdb" for seed in range(5)), "learnt"]
    assert set(learnt_of(model)[-1].files) == {"map", "half1", "half2"}
    for name in ("learnt", "other"):
        tiny.make("maps/source", name)
        made = tiny.make("enhanced/local_resolution", name)
        assert made is not None and made.numbers["model"] == f"{RESOLUTION} {model.version[:12]}"
        compared = {key for key in made.numbers if key.startswith("to_half_maps_")}
        if name == "other":
            assert compared and "learnt" not in str(made.numbers["warnings"])
        else:
            assert not compared and "scatter.png" not in made.files
            assert made.numbers["to_half_maps"] == "not compared: the map is the map of learnt"
            assert "The model learnt from this structure (the map is the map of learnt)" in str(
                made.numbers["warnings"]
            )


def test_what_counts_as_seen() -> None:
    chain = "ACDEFGHIKLMNPQRSTVWY" * 3
    learnt = [Learnt("EMD-1", {"half1": "aa", "model": "cc"}, (chain,)), Learnt("b.pdb", {"model": "dd"}, ())]
    assert seen(learnt, {"map": "ee"}) == ""
    assert seen(learnt, {"map": "aa"}) == "the map is half map 1 of EMD-1"
    assert seen(learnt, {"model": "dd"}) == "the atomic model is the atomic model of b.pdb"
    half = chain[:30] + "W" * 30
    assert "57% identical" in seen(learnt, {}, [half]) or "of EMD-1" in seen(learnt, {}, [half])
    assert seen(learnt, {}, ["W" * 60]) == ""
    assert learnt_digest(learnt) == learnt_digest(
        [Learnt("renamed", one.files, one.sequences) for one in learnt[::-1]]
    )
    assert learnt_digest(learnt) != learnt_digest(learnt[:1])


def weights_of(flavour: str, folder: Path) -> tuple[list[Path], Any]:
    """Weights of a small network that was never trained, and what the core makes with them."""
    torch.manual_seed(3)
    if flavour == "UNet":
        network = ResolutionUNet(UNetSettings(box=16, channels=4)).eval()
        save_unet(folder / "unet.pt", network, {})
        return [folder / "unet.pt"], lambda v: {"resolution_angstrom": predict_unet(v, network).resolution}
    if flavour == "Profiles":
        model = UniversalRule(LEARNED_FREQUENCY, torch.linspace(2, -1, 13), 1.0)
        write_model(folder / "model.pt", model, {})
        return [folder / "model.pt"], lambda v: {"map": sharpen(v, molecule_mask(v)[0], model)}
    generator = Generator(GeneratorSettings(channels=4, blocks=1)).eval()
    save_generator(folder / "weights.pt", generator, {})

    def enhanced(volume: Volume) -> dict[str, Volume]:
        found = enhance(volume, generator)
        return {name: getattr(found, name) for name in ("map", "filtered", "confidence", "difference")}

    return [folder / "weights.pt"], enhanced


@pytest.mark.parametrize("flavour", ["UNet", "Profiles", "SuperResolution"])
def test_models_of_maps_are_loaded_by_mlflow_and_answer_as_the_core_does(
    flavour: str, tmp_path: Path
) -> None:
    files, core = weights_of(flavour, tmp_path)
    with mlflow_models.saved(flavour, files) as folder:
        document = yaml.safe_load((folder / "MLmodel").read_text())
        assert not list(folder.rglob("*.pkl"))
        model = mlflow.pyfunc.load_model(str(folder))
        required = (folder / "requirements.txt").read_text()
    assert {"inputs", "outputs", "params"} <= {k for k, v in document["signature"].items() if v}
    assert (
        document["saved_input_example_info"] and f"torch=={torch.__version__.partition('+')[0]}" in required
    )
    given, params = FLAVOURS[flavour]().example()
    told = model.predict(given, params=params)
    for name, volume in core(Volume(torch.from_numpy(given), 2.0)).items():
        assert np.array_equal(told[name], volume.density.numpy())
    with pytest.raises(Exception, match="voxel_angstrom: is missing"):
        model.predict(given)
