"""A GPU that is not there: tensors that are on another device, computed on the CPU, and refuse to meet CPU tensors.

A tensor of the stand-in says that its device is `DEVICE` (torch's meta device, which nothing here uses for anything
else). Every operation on it runs on the CPU tensor within; what a GPU would refuse is refused: operands on two devices,
`numpy()`, a pointer. What a GPU is slow at is counted: kernels launched, copies between host and device with their
bytes, and waits of the host for a number of the device.
"""

import sys
import weakref
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from typing import Any

import pytest
import torch
from torch.overrides import TorchFunctionMode
from torch.utils._python_dispatch import TorchDispatchMode
from torch.utils._pytree import tree_flatten, tree_map
from torch.utils.flop_counter import flop_registry

DEVICE = torch.device("meta")

_ATEN = torch.ops.aten
_COPIES = {_ATEN._to_copy.default, _ATEN.copy_.default}
_INDEXED = {
    _ATEN.index.Tensor,
    _ATEN.index_put_.default,
    _ATEN.index_put.default,
    _ATEN._index_put_impl_.default,
}
_ASKED = {_ATEN._local_scalar_dense.default, _ATEN.is_pinned.default, _ATEN.equal.default}
"""Operations whose answer is no tensor."""

_WAITS = {
    "_local_scalar_dense",
    "nonzero",
    "equal",
    "_unique2",
    "unique_dim",
    "unique_consecutive",
    "masked_select",
}
_FROM_HOST = {"tensor", "as_tensor", "asarray", "from_numpy"}
"""Functions whose numbers lie on the host, and are copied; those of other factories are made on the device."""

_NO_KERNEL = {
    "detach",
    "alias",
    "empty",
    "empty_strided",
    "empty_like",
    "new_empty",
    "is_pinned",
    "lift_fresh",
}


class WrongDevice(RuntimeError):
    """Something that a GPU cannot do was asked of it."""


@dataclass
class Counts:
    """What a piece of work asked of the device."""

    kernels: Counter[str] = field(default_factory=Counter)
    """Operations that launch one, by name."""

    waits: Counter[str] = field(default_factory=Counter)
    """Times the host waited for a value or a size that the device computes, by operation."""

    to_device: int = 0
    """Copies from the host."""

    to_device_bytes: int = 0
    to_host: int = 0
    """Copies to the host; each is a wait."""

    to_host_bytes: int = 0

    traffic: int = 0
    """Bytes that kernels read and write in the device's memory."""

    flops: int = 0
    """Of products of matrices and convolutions."""

    held: int = 0
    """Bytes of the tensors that are on the device now."""

    peak: int = 0
    """Most bytes that were on the device."""

    limit: int | None = None
    """Memory of the device; beyond it torch.OutOfMemoryError is raised, as on a GPU."""

    refused: int = 0
    """Times that happened."""

    @property
    def launched(self) -> int:
        """Number of kernels."""
        return sum(self.kernels.values())

    @property
    def waited(self) -> int:
        """Number of times that the host waited, copies included."""
        return sum(self.waits.values()) + self.to_host


class OnDevice(torch.Tensor):
    """Tensor of the stand-in; `inner` is the CPU tensor that holds its numbers."""

    inner: torch.Tensor

    @staticmethod
    def __new__(cls, inner: torch.Tensor) -> "OnDevice":
        """Wrap a CPU tensor."""
        inner = inner.resolve_conj().resolve_neg()
        tensor = torch.Tensor._make_wrapper_subclass(  # type: ignore[attr-defined]
            cls,
            inner.size(),
            strides=inner.stride(),
            storage_offset=inner.storage_offset(),
            dtype=inner.dtype,
            layout=inner.layout,
            device=DEVICE,
            requires_grad=inner.requires_grad,
        )
        tensor.inner = inner
        _hold(tensor, inner)
        return tensor  # type: ignore[no-any-return]

    def __repr__(self, *_: Any, **__: Any) -> str:
        """The numbers, and that they are on the device."""
        return f"OnDevice({self.inner!r})"

    def numpy(self, *_: Any, **__: Any) -> Any:
        """Refuse, as a GPU's tensor does."""
        raise WrongDevice("a device's tensor has no numpy(): take cpu() first")

    __array__ = numpy

    def tolist(self) -> Any:
        """Numbers as lists, for which the host waits."""
        _now().waits["tolist"] += 1
        return self.inner.tolist()

    @property
    def is_meta(self) -> bool:
        """False: there are numbers."""
        return False

    def data_ptr(self) -> int:
        """Refuse: an address on a device means nothing to the host."""
        raise WrongDevice("a device's tensor has no address on the host")

    @classmethod
    def __torch_dispatch__(cls, operation: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        """Run an operation on the tensors within."""
        return _run(operation, args, kwargs or {})


_counted: list[Counts] = [Counts()]
_holders: Counter[int] = Counter()
"""Tensors of the device by the storage that they share."""


def _hold(tensor: torch.Tensor, inner: torch.Tensor) -> None:
    """Count the memory of a new tensor, until the last one that shares it is gone."""
    storage, counts = inner.untyped_storage(), _now()
    place, size = storage.data_ptr(), storage.nbytes()
    if not size:
        return
    if not _holders[place]:
        if counts.limit is not None and counts.held + size > counts.limit:
            counts.refused += 1
            raise torch.OutOfMemoryError(f"the stand-in holds {counts.held} of {counts.limit} bytes")
        counts.held += size
        counts.peak = max(counts.peak, counts.held)
    _holders[place] += 1
    # The storage is an argument so that its place is not given to another before this one is gone.
    weakref.finalize(tensor, _let_go, place, size, counts, storage).atexit = False


def _let_go(place: int, size: int, counts: Counts, _: Any) -> None:
    _holders[place] -= 1
    if not _holders[place]:
        del _holders[place]
        counts.held -= size


def _now() -> Counts:
    return _counted[-1]


def _inner(value: Any) -> Any:
    return value.inner if isinstance(value, OnDevice) else value


def _refuse_mixed(operation: Any, args: Any, kwargs: Any) -> None:
    """Refuse operands on two devices, as CUDA does: a CPU scalar may meet a tensor, CPU indices may index one."""
    tensors = [value for value in tree_flatten((args, kwargs))[0] if isinstance(value, torch.Tensor)]
    away = [value for value in tensors if isinstance(value, OnDevice)]
    here = [value for value in tensors if not isinstance(value, OnDevice)]
    if any(value.device.type == DEVICE.type for value in here):
        raise WrongDevice(
            f"{operation}: a list as an index is copied to the device each time, and waited for"
        )
    if not away or not here or operation in _COPIES:
        return
    if operation in _INDEXED:
        if not isinstance(args[0], OnDevice):
            raise WrongDevice(f"{operation}: indices on the device into a tensor on the CPU")
        values = args[2] if len(args) > 2 else None
        here = [values] if isinstance(values, torch.Tensor) and not isinstance(values, OnDevice) else []
    wrong = [tuple(value.shape) for value in here if value.dim() > 0]
    if wrong:
        raise WrongDevice(f"{operation}: tensors of shape {wrong} are on the CPU, others on the device")


def _note(operation: Any, args: Any) -> None:
    name = operation._schema.name.removeprefix("aten::")
    if not _is_view(operation) and name not in _NO_KERNEL:
        _now().kernels[name] += 1
    if name in _WAITS:
        _now().waits[name] += 1
    if operation in _INDEXED:
        masks = [index for index in args[1] if index is not None and index.dtype in (torch.bool, torch.uint8)]
        if masks:
            _now().waits[f"{name} by a mask"] += 1


def _run(operation: Any, args: Any, kwargs: dict[str, Any]) -> Any:
    """Result of an operation, on the device if its operands or its `device` say so."""
    _refuse_mixed(operation, args, kwargs)
    tensors = [value for value in tree_flatten((args, kwargs))[0] if isinstance(value, OnDevice)]
    wanted = kwargs.get("device")
    on_device = torch.device(wanted).type == DEVICE.type if wanted is not None else bool(tensors)
    if operation is _ATEN.copy_.default:
        _note_copy(args[1], isinstance(args[0], OnDevice))
        operation(_inner(args[0]), _inner(args[1]), *args[2:], **kwargs)
        return args[0]
    if operation is _ATEN._to_copy.default:
        _note_copy(args[0], on_device)
    elif tensors or on_device:
        _note(operation, args)
    if wanted is not None:
        kwargs = {**kwargs, "device": torch.device("cpu")}
    kwargs = {name: value for name, value in kwargs.items() if name != "pin_memory"}
    result = operation(*tree_map(_inner, args), **tree_map(_inner, kwargs))
    if tensors or on_device:
        _note_work(operation, args, kwargs, result)
    if not on_device or operation in _ASKED:
        return result
    if tensors and isinstance(args[0], OnDevice) and result is args[0].inner:
        return args[0]  # in place
    if kwargs.get("out") is not None:
        return kwargs["out"]
    return tree_map(_wrapped, result)


def _is_view(operation: Any) -> bool:
    return any(a.alias_info is not None and not a.alias_info.is_write for a in operation._schema.arguments)


def _note_work(operation: Any, args: Any, kwargs: Any, result: Any) -> None:
    """Count what a kernel reads and writes, and its multiplications of matrices."""
    name = operation._schema.name.removeprefix("aten::")
    if _is_view(operation) or name in _NO_KERNEL:
        return
    inner = tree_map(_inner, (args, kwargs))
    counts = _now()
    read = [value for value in tree_flatten(inner)[0] if isinstance(value, torch.Tensor)]
    written = [value for value in tree_flatten(result)[0] if isinstance(value, torch.Tensor)]
    counts.traffic += sum(map(_bytes, read)) + sum(map(_bytes, written))
    formula = flop_registry.get(operation.overloadpacket)
    if formula is not None:
        counts.flops += int(formula(*inner[0], **inner[1], out_val=result))


def _bytes(tensor: torch.Tensor) -> int:
    """Bytes of memory that a tensor's numbers take, those of expanded axes once."""
    return min(tensor.numel() * tensor.element_size(), tensor.untyped_storage().nbytes())


def _wrapped(value: Any) -> Any:
    return OnDevice(value) if isinstance(value, torch.Tensor) and not isinstance(value, OnDevice) else value


def _note_copy(source: torch.Tensor, to_device: bool) -> None:
    size, counts = source.numel() * source.element_size(), _now()
    if to_device and not isinstance(source, OnDevice):
        counts.to_device, counts.to_device_bytes = counts.to_device + 1, counts.to_device_bytes + size
    elif isinstance(source, OnDevice) and not to_device:
        counts.to_host, counts.to_host_bytes = counts.to_host + 1, counts.to_host_bytes + size
    else:
        counts.kernels["copy"] += 1


class _Dispatch(TorchDispatchMode):
    def __torch_dispatch__(self, operation: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        return _run(operation, args, kwargs or {})


class _Up(torch.autograd.Function):
    """Copy to the device, through which gradients go back."""

    @staticmethod
    def forward(context: Any, tensor: torch.Tensor) -> torch.Tensor:
        return OnDevice(tensor.detach().clone())

    @staticmethod
    def backward(context: Any, gradient: torch.Tensor) -> torch.Tensor:
        return _inner(gradient)


class _Down(torch.autograd.Function):
    """Copy to the host, through which gradients go back."""

    @staticmethod
    def forward(context: Any, tensor: OnDevice) -> torch.Tensor:
        return tensor.inner.clone()

    @staticmethod
    def backward(context: Any, gradient: torch.Tensor) -> torch.Tensor:
        return _wrapped(gradient)


def to_device(tensor: torch.Tensor) -> torch.Tensor:
    """Copy of a tensor on the device."""
    if isinstance(tensor, OnDevice):
        return tensor
    _note_copy(tensor, True)
    if tensor.requires_grad and torch.is_grad_enabled():
        return _Up.apply(tensor)
    return OnDevice(tensor.detach().clone())


def to_host(tensor: torch.Tensor) -> torch.Tensor:
    """Copy of a tensor on the CPU."""
    if not isinstance(tensor, OnDevice):
        return tensor
    _note_copy(tensor, False)
    if tensor.requires_grad and torch.is_grad_enabled():
        return _Down.apply(tensor)
    return tensor.inner.detach().clone()


def _is_device(where: Any) -> bool:
    if where is None or isinstance(where, torch.Tensor):
        return isinstance(where, OnDevice)
    return torch.device(where).type == DEVICE.type


def _moved(function: Callable[..., Any], args: Any, kwargs: dict[str, Any]) -> torch.Tensor:
    """What `Tensor.to` returns: other type first, then the other device."""
    tensor, where, dtype = args[0], kwargs.get("device"), kwargs.get("dtype")
    for value in (*args[1:], kwargs.get("other")):
        if isinstance(value, torch.dtype):
            dtype = value
        elif isinstance(value, torch.Tensor):
            where, dtype = value if isinstance(value, OnDevice) else "cpu", value.dtype
        elif value is not None and not isinstance(value, bool):
            where = value
    if dtype is not None and dtype != tensor.dtype:
        tensor = function(tensor, dtype)
    if where is None:
        return tensor
    return to_device(tensor) if _is_device(where) else to_host(tensor)


class _Functions(TorchFunctionMode):
    """Copies and factories, which torch decides on before it dispatches."""

    def __torch_function__(self, function: Any, types: Any, args: Any = (), kwargs: Any = None) -> Any:
        kwargs, name = dict(kwargs or {}), getattr(function, "__name__", "")
        if name == "pin_memory":
            return args[0]
        if name in ("cpu", "cuda") and args and isinstance(args[0], torch.Tensor):
            return to_host(args[0]) if name == "cpu" else to_device(args[0])
        if name == "to" and args and isinstance(args[0], torch.Tensor):
            return _moved(function, args, kwargs)
        if _is_device(kwargs.get("device")) and not isinstance(kwargs.get("device"), torch.Tensor):
            kwargs["device"] = "cpu"
            made = function(*tree_map(_inner, args), **tree_map(_inner, kwargs))
            if name in _FROM_HOST:
                return to_device(made)
            _now().kernels[name] += 1
            return OnDevice(made.detach())
        return function(*args, **kwargs)


def _within(work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    """What work returns, in a thread that reads ahead: torch's modes are a thread's own."""
    with _Functions(), _Dispatch():
        return work(*args, **kwargs)


@contextmanager
def stand_in(memory: int | None = None) -> Iterator[Counts]:
    """A device of so many bytes (None: of any) within the block, and what is asked of it."""
    counts = Counts(limit=memory)
    _counted.append(counts)
    try:
        with pytest.MonkeyPatch.context() as patch, _Functions(), _Dispatch():
            autocast, enabled = torch.autocast, torch.is_autocast_enabled

            def no_autocast(device_type: str, *args: Any, **kwargs: Any) -> Any:
                return nullcontext() if device_type == "meta" else autocast(device_type, *args, **kwargs)

            patch.setattr(torch, "autocast", no_autocast)
            patch.setattr(torch, "is_autocast_enabled", lambda kind="cpu": kind != "meta" and enabled(kind))
            patch.setattr(
                sys.modules["torch.optim.adam"], "_device_dtype_check_for_fused", lambda *_, **__: None
            )
            submit = ThreadPoolExecutor.submit

            def with_modes(pool: Any, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Future[Any]:
                return submit(pool, _within, work, *args, **kwargs)

            patch.setattr(ThreadPoolExecutor, "submit", with_modes)
            yield counts
    finally:
        _counted.pop()
