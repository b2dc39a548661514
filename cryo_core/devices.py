"""Where tensors are computed: one rule for every command and every asset."""

import re

import torch

from cryo_core.errors import SettingsError


def choose_device(name: str = "auto") -> torch.device:
    """Device of that name: `auto` is the GPU where there is one, else the CPU; or `cpu`, `cuda`, `cuda:N`.

    SettingsError if the name is none of these, or names a GPU that is not there.
    """
    if not re.fullmatch(r"auto|cpu|cuda(:\d{1,3})?", name):
        raise SettingsError(f"device {name!r}: should be auto, cpu, cuda or cuda:N")
    if name == "cpu" or (name == "auto" and not torch.cuda.is_available()):
        return torch.device("cpu")
    if not torch.cuda.is_available():
        raise SettingsError(f"device {name!r}: PyTorch sees no GPU here; leave it out, or say cpu")
    number = int(name.partition(":")[2] or torch.cuda.current_device())
    if number >= torch.cuda.device_count():
        raise SettingsError(
            f"device {name!r}: GPUs are numbered from 0, and there are {torch.cuda.device_count()} (auto takes one)"
        )
    return torch.device("cuda", number)
