"""Every stage runs on a device that is not the CPU, gives the CPU's answer, and asks no more of it than it did."""

import csv
import importlib
import inspect
import pkgutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import FrameType

import pytest
import torch
from cases import STAGES, Numbers
from standin import DEVICE, Counts, OnDevice, WrongDevice, stand_in, to_device, to_host

import cryo_core

BUDGETS = Path(__file__).parent / "budgets.csv"
"""Of each stage of `cases`: kernels, waits, and bytes to the device and to the host."""

SLACK = 1.1
"""Rounding may take a loop once more or less on another CPU."""

ELSEWHERE = {
    "devices.choose_device": "chooses",
    "formats.pixels.open_images": "hands it to CorrectedImages",
    "refinement.ctf.iterate.iterate_ctf": "hands it to refine_ctf",
    "refinement.ctf.iterate.open_uncorrected": "hands it to CorrectedImages",
    "resolution.bands.Nodes.radius_angstrom": "of halves that were masked by a ball",
    "imaging.slices_triton": "runs on GPUs with Triton alone, whose interpreter tests it",
    "learning.ranks.devices_of": "counts GPUs",
    "posefree.space.read_space": "moves what it reads",
    "posefree.train.load_network": "moves what it reads",
    "heterogeneity.vae.train.load_vae": "moves what it reads",
    "heterogeneity.accelerated.uses_cuml": "chooses",
    "heterogeneity.accelerated.hdbscan_of": "chooses",
    "heterogeneity.classes.partition.by_hdbscan": "cuML's on a GPU, which a twin stands for",
    "heterogeneity.classes.partition.hdbscan_loop": "hands it to by_hdbscan",
    "memory.free_bytes": "asks CUDA",
}
"""Functions with a `device` that no stage runs, and why."""

ran: set[str] = set()


@contextmanager
def _recorded() -> Iterator[None]:
    """Note which functions of the core run."""

    def note(frame: FrameType, event: str, _: object) -> None:
        if event == "call" and "cryo_core" in frame.f_code.co_filename:
            module = frame.f_globals.get("__name__", "").removeprefix("cryo_core.")
            ran.add(f"{module}.{frame.f_code.co_qualname}")

    before = sys.getprofile()
    sys.setprofile(note)
    try:
        yield
    finally:
        sys.setprofile(before)


@cache
def on_device(name: str) -> tuple[Numbers, Counts]:
    """Numbers of a stage on the device, and what was asked of it."""
    with stand_in() as counts:
        found = STAGES[name][0](DEVICE)
    return found, counts


@cache
def on_cpu(name: str) -> Numbers:
    """Numbers of a stage on the CPU, whose functions are noted: those that run on the device, at less cost."""
    with _recorded():
        return STAGES[name][0](torch.device("cpu"))


def _host(value: object) -> torch.Tensor:
    tensor = torch.as_tensor(value.inner if isinstance(value, OnDevice) else value).detach()
    return torch.view_as_real(tensor).double() if tensor.is_complex() else tensor.double()


@pytest.mark.parametrize("name", STAGES)
def test_a_stage_gives_the_same_on_the_device(name: str) -> None:
    tolerance = STAGES[name][1]
    expected, (found, _) = on_cpu(name), on_device(name)
    for part, value in expected.items():
        wanted, got = _host(value), _host(found[part])
        scale = float(wanted.square().mean().sqrt())
        assert scale > 0, part
        assert float((wanted - got).square().mean().sqrt()) <= tolerance * scale, part


def _budgets() -> dict[str, dict[str, int]]:
    with BUDGETS.open(newline="") as file:
        return {row.pop("stage"): {k: int(v) for k, v in row.items()} for row in csv.DictReader(file)}


def asked(counts: Counts) -> dict[str, int]:
    """What a stage asked of the device, as the table of budgets has it."""
    return {
        "kernels": counts.launched,
        "waits": counts.waited,
        "bytes to device": counts.to_device_bytes,
        "bytes to host": counts.to_host_bytes,
    }


@pytest.mark.parametrize("name", STAGES)
def test_a_stage_keeps_to_its_budget(name: str) -> None:
    budget, now = _budgets()[name], asked(on_device(name)[1])
    over = {what: f"{now[what]}, was {most}" for what, most in budget.items() if now[what] > SLACK * most + 5}
    assert not over, (
        f"{name}: {over}: ask less of the device, or write the new number into {BUDGETS.name}, with its reason"
    )
    assert now["kernels"] > 0


def _with_device() -> set[str]:
    """Names of all public functions of the core that take a device."""
    names = set()
    for found in pkgutil.walk_packages(cryo_core.__path__, "cryo_core."):
        if found.name.endswith("slices_triton"):
            continue
        module = importlib.import_module(found.name)
        for name, value in vars(module).items():
            if name.startswith("_") or getattr(value, "__module__", None) != found.name:
                continue
            methods = vars(value).items() if inspect.isclass(value) else [("", value)]
            for method, function in methods:
                if inspect.isfunction(function) and "device" in inspect.signature(function).parameters:
                    names.add(".".join(p for p in (found.name, name, method) if p).removeprefix("cryo_core."))
    return names


def test_every_function_that_takes_a_device_is_run_by_a_stage() -> None:
    for name in STAGES:
        on_cpu(name)
    dataclass_made = {name for name in _with_device() if name.endswith("__init__") and name not in ran}
    missing = _with_device() - ran - set(ELSEWHERE) - dataclass_made
    assert not missing, f"no stage of tests/devices/cases.py runs {sorted(missing)}"
    assert not {name for name in ELSEWHERE if name in ran}, "these run: take them off the list"


def test_the_stand_in_refuses_what_a_gpu_refuses() -> None:
    with stand_in():
        here, there = torch.ones(3), to_device(torch.ones(3))
        for wrong in (
            lambda: here + there,
            lambda: torch.stack([here, there]),
            lambda: here[there.long()],
            lambda: there[[0, 2]],
            lambda: there.numpy(),
            lambda: there.data_ptr(),
            lambda: torch.nn.functional.linear(torch.ones(2, 3, device=DEVICE), torch.ones(4, 3)),
        ):
            with pytest.raises(WrongDevice):
                wrong()
        assert (there + torch.tensor(2.0)).device == DEVICE, "a number may meet a tensor"
        assert torch.zeros(2, device=DEVICE).device == torch.zeros_like(there).device == DEVICE


def test_gradients_and_copies_pass_through_and_are_counted() -> None:
    weight = torch.tensor([1.0, 2.0], requires_grad=True)
    with stand_in() as counts:
        there = to_device(weight)
        loss = (there * there).sum().cpu()
        loss.backward()
        assert there.max().item() == 2.0
        assert bool(there[there > 1].sum() == 2)
    assert torch.equal(weight.grad, torch.tensor([2.0, 4.0]))
    assert counts.to_device == 1 and counts.to_device_bytes == 8
    assert counts.waits["_local_scalar_dense"] == 2 and counts.waits["index by a mask"] == 1
    assert to_host(weight) is weight


if __name__ == "__main__":  # writes the table anew
    with BUDGETS.open("w", newline="") as table:
        writer = csv.writer(table, lineterminator="\n")
        writer.writerow(["stage", *asked(Counts())])
        for each in STAGES:
            writer.writerow([each, *asked(on_device(each)[1]).values()])
