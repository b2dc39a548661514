"""Weights and training states on disk: written whole or not at all, and read without running any code."""

import os
import warnings
from collections.abc import Mapping
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import torch
from torch import Tensor, nn

from cryo_core.errors import FormatError

_VERSION = 1


def write_checkpoint(path: Path, kind: str, content: Mapping[str, Any]) -> None:
    """Write `content` to a file, atomically.

    It is written beside `path`, brought to the disk, and renamed: a process killed at any moment leaves the old
    file or the new one.

    Parameters
    ----------
    path
        The file.
    kind
        What the file is; `read_checkpoint` asks for it.
    content
        Tensors, numbers, strings, and lists and dicts of them.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        temporary = Path(file.name)
        try:
            torch.save({"kind": kind, "version": _VERSION, "content": dict(content)}, file)
            file.flush()
            os.fsync(file.fileno())
            os.replace(temporary, path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise


def read_checkpoint(path: Path, kind: str) -> dict[str, Any]:
    """Content of a file of `write_checkpoint`, on the CPU; nothing in the file can run.

    Raises
    ------
    FormatError
        There is no such file, it is damaged or holds more than plain data, or it is of another kind.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # torch's remarks on files that are refused in the next lines
            document = torch.load(path, map_location="cpu", weights_only=True)
    except FileNotFoundError:
        raise FormatError(f"{path}: there is no such file") from None
    except Exception as e:  # torch raises whatever its parsers do
        reason = str(e).strip().splitlines()[:1]
        raise FormatError(
            f"{path}: not a readable {kind} file ({type(e).__name__}: {' '.join(reason)})"
        ) from None
    if not isinstance(document, dict) or not isinstance(document.get("content"), dict):
        raise FormatError(f"{path}: not a {kind} file of this platform")
    if document.get("kind") != kind:
        raise FormatError(f"{path}: holds {document.get('kind')!r}, not {kind!r}")
    if document.get("version") != _VERSION:
        raise FormatError(
            f"{path}: version {document.get('version')!r} of {kind}, this program reads {_VERSION}"
        )
    content: dict[str, Any] = document["content"]
    return content


def states_of(modules: Mapping[str, nn.Module]) -> dict[str, dict[str, Tensor]]:
    """Copies of the weights of modules on the CPU: one state dict a module."""
    return {
        name: {key: value.detach().to("cpu", copy=True) for key, value in module.state_dict().items()}
        for name, module in modules.items()
    }


def load_states(modules: Mapping[str, nn.Module], states: object, path: Path) -> None:
    """Put the weights of `states_of` into modules of the same shapes.

    Parameters
    ----------
    modules
        Networks by name.
    states
        State dicts by the same names.
    path
        File to name in errors.

    Raises
    ------
    FormatError
        A module or weight is missing, superfluous, of another shape, or not finite. No module is changed.
    """
    if not isinstance(states, dict) or set(states) != set(modules):
        held = sorted(map(str, states)) if isinstance(states, dict) else type(states).__name__
        raise FormatError(f"{path}: weights of {held}, expected {sorted(modules)}")
    for name, module in modules.items():
        _require_like(states[name], module.state_dict(), f"{path}: {name}")
    for name, module in modules.items():
        module.load_state_dict(states[name])


def _require_like(state: object, wanted: Mapping[str, Tensor], where: str) -> None:
    if not isinstance(state, dict) or set(state) != set(wanted):
        odd = sorted(set(map(str, state)) ^ set(wanted))[:3] if isinstance(state, dict) else []
        raise FormatError(f"{where}: not the weights of this network ({', '.join(odd) or 'no table'})")
    for key, tensor in wanted.items():
        value = state[key]
        if not isinstance(value, Tensor) or value.shape != tensor.shape or value.dtype != tensor.dtype:
            held = tuple(value.shape) if isinstance(value, Tensor) else type(value).__name__
            raise FormatError(f"{where}.{key}: {held}, expected {tuple(tensor.shape)} {tensor.dtype}")
        if value.is_floating_point() and not bool(torch.isfinite(value).all()):
            raise FormatError(f"{where}.{key}: not every weight is finite")
