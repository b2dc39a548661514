"""State maps of a data set: what the command makes, where it is kept, and what is refused."""

from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pandas as pd
import pytest
import torch
from test_rounds import _made, _settings
from tiny import add_dataset, change, make, planner

from cryo_assets.assets.rounds.clusters import read_labels
from cryo_assets.assets.states.maps import WEIGHT_COLUMN, _common_from
from cryo_assets.entries.simulated import phantom_mixture, write_simulated_dataset
from cryo_assets.entries.table import read_stored
from cryo_core.data import silent
from cryo_core.formats.mrc import read_volume
from cryo_core.formats.star import read_star
from cryo_core.imaging.simulate import SimulationSettings


@pytest.mark.timeout(300)
def test_a_state_is_made_where_it_is_asked_for_and_kept(home: Path, cryo) -> None:
    settings = _settings(1)
    settings["settings"]["round_01"]["clusters"] = {"classes": 2}
    settings["settings"]["round_01"]["poses"] = {"refine": False}
    quick = {"images": 20, "widths": 3, "local_resolution": False}
    settings["settings"]["states"] = {"maps": quick}
    folder = add_dataset(home, **settings)
    asked = ("state", "tiny", "--json")
    assert "names no point" in cryo("state", "tiny", code=2)
    assert "is not in the store as planned" in cryo("state", "tiny", "--at", "class:1", code=1)
    _made("tiny", "round_01/poses")
    said = cryo(*asked, "--at", "class:1", "--at", "path:particle:3,particle:17", "--points", 2)
    names = ["class:1", *(f"path:particle:3,particle:17 {n} of 2" for n in (1, 2))]
    assert [row["at"] for row in said["states"]] == names
    assert all(row["guard"] for row in said["states"])
    out = Path(said["folder"])
    _are_whole(out, len(names))
    again = cryo(*asked, "--at", "class:1", "--at", "path:particle:3,particle:17", "--points", 2)
    assert again["version"] == said["version"], "what was made is not computed again"
    assert planner().store.current("states/maps", "tiny") is None, "a call of its own changes nothing in use"
    assert not [row for row in planner().rows("tiny") if row.asset == "states/maps"]
    way = cryo(*asked, "--at", "way:class:1,class:2", "--points", 2)
    assert [row["at"] for row in way["states"]] == [f"way:class:1,class:2 {n} of 2" for n in (1, 2)]
    found = make("states/density", "tiny")
    assert found is not None and found.numbers["states"] >= 1 and "state" in found.numbers["verdict"]
    with np.load(found.path("density.npz")) as arrays:
        assert arrays["density"].sum() == pytest.approx(1.0, abs=1e-3)
        assert len(arrays["grid"]) == len(arrays["free_energy_error"]) and arrays["free_energy"].min() == 0
    asked_of = make("states/separation", "tiny")
    assert asked_of is not None and asked_of.numbers["verdict"]
    table = pd.read_csv(asked_of.path("separation.csv"))
    assert {"view", "shift", "defocus", "half set", "component 1", "images left out"} <= set(table["asked"])
    assert table["words"].notna().all() and asked_of.numbers["obstacles"] == table["obstacle"].sum()
    for at, words in (("class:7", "classes 1, 2"), ("particle:121", "1 to 120"), ("map", "should be as")):
        assert words in cryo("state", "tiny", "--at", at, code=2)
    at = quick | {"at": ["particle:3"], "local_resolution": True}
    change(folder / "dataset.yaml", settings=settings["settings"] | {"states": {"maps": at}})
    assert planner().plan("tiny").row("states/maps").state == "compute"
    named = cryo("state", "tiny", "--json")
    assert [row["at"] for row in named["states"]] == ["particle:3"]
    assert planner().plan("tiny").row("states/maps").state == "stored"
    local = read_volume(Path(named["folder"]) / "state_01" / "resolution.mrc")
    assert local.density.shape == (32, 32, 32) and named["states"][0]["median_angstrom"] > 12


def _are_whole(out: Path, states: int) -> None:
    """Each state has maps, kernel and the table of its particles."""
    assert np.load(out / "points.npy").shape == (states, 2)
    for number in range(1, states + 1):
        stem = f"state_{number:02d}"
        halves = [read_volume(out / f"{stem}_half{half}.mrc").density for half in (1, 2)]
        assert not torch.equal(*halves)
        assert read_volume(out / f"{stem}.mrc").voxel_angstrom == pytest.approx(6.0)
        kernel = pd.read_csv(out / f"{stem}_kernel.csv")
        shares = kernel[[name for name in kernel if name.startswith("share_of_")]]
        assert np.allclose(shares.sum(axis=1), 1.0, atol=1e-4)
        table = read_stored(out / f"{stem}.star")
        weight = read_star(out / f"{stem}.star")["particles"][WEIGHT_COLUMN].astype(float)
        assert len(weight) == len(table) and weight.max() == pytest.approx(1.0) and weight.min() > 0
        assert kernel["effective_images"].max() <= len(table) + 1


@pytest.mark.timeout(300)
def test_latents_of_another_program_make_classes_states_and_a_comparison(home: Path, cryo) -> None:
    """Two well-parted heaps of points become the classes, whatever the images say; their scale does not matter."""
    settings = _settings(1)
    settings["settings"]["round_01"] |= {"poses": {"refine": False}, "embedding": {"epochs": 20}}
    quick = {"images": 20, "widths": 3, "local_resolution": False}
    settings["settings"]["states"] = {"maps": quick}
    add_dataset(home, **settings)
    heap = np.arange(120) % 3 == 0
    points = np.random.default_rng(3).normal(size=(120, 2)) + 20.0 * heap[:, None]
    np.save(home / "z.npy", 300.0 * points)
    np.save(home / "few.npy", points[:7])
    assert "7 rows, and the table of tiny has 120" in cryo(
        "latents", "tiny", "--from", home / "few.npy", code=2
    )
    cryo("add", "--variant-of", "tiny", "--name", "theirs", "--set", "round_01.model.method=given")
    said = cryo("latents", "theirs", "--from", home / "z.npy", "--json")
    assert (said["particles"], said["latents"], said["with_variances"]) == (120, 2, False)
    made = _made("theirs", "round_01/fsc")
    labels = read_labels(made["round_01/clusters"])
    assert all(len(set(labels[heap == one].tolist())) == 1 for one in (True, False))
    assert made["round_01/fsc"].numbers["classes"] == 2 and made["round_01/fsc"].numbers["class_01_guard"]
    state = cryo("state", "theirs", "--at", "class:2", "--json")["states"][0]
    assert state["model_share"] == 0.0 and state["images"] > 0
    assert "no decoder here" in cryo("volumes", "theirs", "-o", home / "out", "--axis", 1, code=2)
    np.save(home / "turned.npy", points[:, ::-1] * [1.0, -4.0])
    cryo("add", "--variant-of", "theirs", "--name", "turned", "--set", "round_01.model.method=given")
    cryo("latents", "turned", "--from", home / "turned.npy")
    _made("turned", "round_01/clusters")
    first, second = cryo("compare", "theirs", "turned", "--json")
    assert first["canonical_correlation"] is None
    assert second["canonical_correlation"] == pytest.approx(1.0, abs=1e-4)
    assert second["neighbours_shared"] > 0.99 and second["classes_ari"] == pytest.approx(1.0)


@pytest.mark.timeout(300)
def test_of_one_rigid_state_no_state_map_is_believed(home: Path, cryo) -> None:
    """Its halves agree as those of any map do, but there are no states that it could be the map of."""
    settings = _settings(1)
    settings["settings"]["round_01"]["model"]["linear"]["components"] = None
    settings["settings"]["round_01"]["poses"] = {"refine": False}
    settings["settings"]["states"] = {"maps": {"images": 20, "widths": 2, "local_resolution": False}}
    volumes, _ = phantom_mixture(32, 6.0)
    folder = home / "inbox" / "rigid"
    folder.mkdir(parents=True)
    mixture = (volumes[:1], [1.0])
    write_simulated_dataset(folder, 120, mixture, SimulationSettings(snr=0.5), silent)
    change(folder / "dataset.yaml", **settings)
    made = _made("rigid", "round_01/poses")
    assert made["round_01/model"].numbers["components_borne"] == 0
    state = cryo("state", "rigid", "--at", "particle:3", "--json")["states"][0]
    assert state["resolution_angstrom"] is None and state["plain_angstrom"] is not None
    assert "bear no component" in state["guard"]
    found = make("states/density", "rigid")
    assert found is not None and found.numbers["states"] == 1


@pytest.mark.parametrize(
    ("effective", "common"),
    [([90, 90, 90, 90, 90], 100.0), ([10, 20, 30, 60, 70], 33.33), ([10, 60, 30, 40, 45], None)],
)
def test_a_state_map_says_from_where_on_its_detail_is_of_most_images(
    effective: list[float], common: float | None
) -> None:
    frequency = torch.tensor([0.0, 0.01, 0.02, 0.03, 0.04])
    made = SimpleNamespace(
        effective=torch.tensor(effective),
        last_shell=4,
        fsc=SimpleNamespace(frequency_per_angstrom=frequency),
    )
    assert _common_from(made, 100) == common  # type: ignore[arg-type]
