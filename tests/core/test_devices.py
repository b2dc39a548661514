"""One rule for the device: what each name means, and what is refused."""

import pytest
import torch

from cryo_core.devices import choose_device
from cryo_core.errors import SettingsError


def _gpus(monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    monkeypatch.setattr(torch.cuda, "is_available", lambda: count > 0)
    monkeypatch.setattr(torch.cuda, "device_count", lambda: count)
    monkeypatch.setattr(torch.cuda, "current_device", lambda: 0)


def test_a_name_is_a_device_and_auto_is_the_gpu_where_there_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    _gpus(monkeypatch, 0)
    assert choose_device() == choose_device("cpu") == torch.device("cpu")
    _gpus(monkeypatch, 2)
    assert choose_device() == choose_device("cuda") == torch.device("cuda", 0)
    assert choose_device("cuda:1") == torch.device("cuda", 1) and choose_device("cpu").type == "cpu"


@pytest.mark.parametrize(
    ("name", "gpus", "part"),
    [
        ("gpu", 2, "should be auto, cpu, cuda or cuda:N"),
        ("cuda:", 2, "should be auto, cpu, cuda or cuda:N"),
        ("cuda:2", 2, "there are 2"),
        ("cuda", 0, "leave it out, or say cpu"),
    ],
)
def test_a_device_that_is_not_there_is_refused(
    monkeypatch: pytest.MonkeyPatch, name: str, gpus: int, part: str
) -> None:
    _gpus(monkeypatch, gpus)
    with pytest.raises(SettingsError, match=part):
        choose_device(name)
