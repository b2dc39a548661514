"""Several processes that share one computation, a device each: rank, share of the images, sums, and waiting.

What is additive (sums of a reconstruction or of the linear model, gradients) each rank computes of its share, and all
get the total; what is a row of an image each rank computes of its own images, and all get every row. With one process
all of it is as if it were not there. Random numbers are those that the whole batch would have drawn, so that several
ranks give what one gives, up to the order of sums. On GPUs the processes speak by NCCL, else by gloo.
"""

import shutil
import signal
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path
from typing import Any, TypeVar

import torch
import torch.distributed as dist
from torch import Tensor, nn
from torch.multiprocessing import get_context
from torch.multiprocessing.spawn import (
    ProcessContext,
    ProcessExitedException,
    ProcessRaisedException,
    spawn,
)
from torch.nn.parallel import DistributedDataParallel

from cryo_core.errors import CryoError, SettingsError

T = TypeVar("T")

_PATIENCE = timedelta(minutes=10)
_LISTEN_SECONDS = 0.2


def devices_of(device: torch.device | str) -> list[str]:
    """Every GPU there is if `device` is one, else that device alone."""
    if torch.device(device).type != "cuda":
        return [str(device)]
    return [f"cuda:{number}" for number in range(torch.cuda.device_count())]


def rank() -> int:
    """Number of this process, 0 where it is alone."""
    return dist.get_rank() if dist.is_initialized() else 0


def count() -> int:
    """Number of processes."""
    return dist.get_world_size() if dist.is_initialized() else 1


def share(batch: Tensor) -> Tensor:
    """Rows of a batch for this process; all of a batch too small for all."""
    return batch if len(batch) < count() else batch[rank() :: count()]


def weight(batch: Tensor) -> float:
    """Weight of this process's mean over its share, so that the mean over processes is the batch's."""
    return 1.0 if len(batch) < count() else len(share(batch)) * count() / len(batch)


def span(total: int) -> tuple[int, int]:
    """First of this rank's images, and the one after its last: as many as each other rank has, give or take one."""
    return rank() * total // count(), (rank() + 1) * total // count()


def barrier() -> None:
    """Wait until all ranks are here."""
    if count() > 1:
        dist.barrier()


def sum_over(*values: Tensor) -> None:
    """Replace each tensor by its sum over the ranks."""
    if count() == 1:
        return
    for value in values:
        real = torch.view_as_real(value) if value.is_complex() else value
        moved = real.contiguous()
        dist.all_reduce(moved)
        if moved.data_ptr() != real.data_ptr():
            real.copy_(moved)


def rows_of_all(*values: Tensor) -> None:
    """Fill in the rows of the other ranks, of tensors whose rows within `span` this rank has computed."""
    if count() == 1:
        return
    for value in values:
        first, last = span(len(value))
        value[:first] = 0
        value[last:] = 0
        sum_over(value)


def gathered(parts: list[T]) -> list[T]:
    """The lists of all ranks, one after the other."""
    if count() == 1:
        return parts
    found: list[Any] = [None] * count()
    dist.all_gather_object(found, parts)
    return [part for one in found for part in one]


def mean_gradients(weights: Iterable[Tensor]) -> None:
    """Average the gradients of weights over the ranks."""
    if count() > 1:
        for weight in weights:
            if weight.grad is not None:
                dist.all_reduce(weight.grad)
                weight.grad /= count()


def mean_of_all(value: Tensor) -> Tensor:
    """Mean of a tensor over the processes; gradients go through."""
    if count() == 1:
        return value
    from torch.distributed.nn.functional import all_reduce

    total: Tensor = all_reduce(value)  # type: ignore[no-untyped-call]
    return total / count()


def together(module: nn.Module) -> nn.Module:
    """Module whose gradients are averaged over the processes."""
    return module if count() == 1 else DistributedDataParallel(module)


def own_folder(folder: Path, checkpoint: str) -> Path:
    """Folder of this process; the others begin at the first one's checkpoint, if it has one."""
    if count() == 1:
        return folder
    own = folder if rank() == 0 else folder / f"process-{rank()}"
    if rank():
        shutil.rmtree(own, ignore_errors=True)
        own.mkdir(parents=True)
        if (folder / checkpoint).is_file():
            shutil.copy(folder / checkpoint, own / checkpoint)
    dist.barrier()  # nobody goes on, and writes, before all have read
    return own


def run_on(
    devices: list[str],
    work: Callable[..., None],
    *arguments: Any,
    folder: Path,
    on_message: Callable[[Any], None] = lambda _: None,
) -> None:
    """Run `work(device, send, *arguments)` in one process for each device, all of them connected, and wait for all.

    `work`, its arguments and its messages must be picklable. An error in one process ends all, and is raised;
    so is one of `on_message`.

    Parameters
    ----------
    devices : list of str
        The devices, one process each.
    work : callable
        What each process runs.
    *arguments
        Further arguments of `work`.
    folder : Path
        Holds the file by which the processes find each other.
    on_message : callable
        Called here with each message that a process sent.

    Raises
    ------
    SettingsError
        There are no devices.
    CryoError
        A process was killed: which one, and by which signal.
    """
    if not devices:
        raise SettingsError("no devices to compute on")
    folder.mkdir(parents=True, exist_ok=True)
    meeting = folder / "meeting"
    meeting.unlink(missing_ok=True)
    messages = get_context("spawn").SimpleQueue()
    job = (devices, str(meeting), work, messages.put, arguments)
    running = spawn(_joined, job, len(devices), join=False)  # type: ignore[no-untyped-call]
    try:
        while not running.join(_LISTEN_SECONDS):
            _listen(messages, on_message)
        _listen(messages, on_message)
    except (ProcessExitedException, ProcessRaisedException):
        _say_who_was_killed(running, devices)
        raise
    finally:
        _end(running)
        meeting.unlink(missing_ok=True)


def _listen(messages: Any, on_message: Callable[[Any], None]) -> None:
    while not messages.empty():
        on_message(messages.get())


def _say_who_was_killed(running: ProcessContext, devices: list[str]) -> None:
    """Raise for a process that a signal ended: the others fail only because it no longer answers."""
    for number, process in enumerate(running.processes):
        code = process.exitcode
        if code is not None and code < 0 and -code != signal.SIGTERM:
            name = signal.Signals(-code).name
            raise CryoError(
                f"process {number + 1} of {len(devices)} (on {devices[number]}) was killed by {name}: all were ended; "
                "what was stored is kept"
            ) from None


def _end(running: ProcessContext) -> None:
    for process in running.processes:
        if process.is_alive():
            process.terminate()
        process.join()


def _joined(
    number: int,
    devices: list[str],
    meeting: str,
    work: Callable[..., None],
    send: Callable[[Any], None],
    arguments: tuple[Any, ...],
) -> None:
    device = torch.device(devices[number])
    backend = "gloo"
    if device.type == "cuda":
        torch.cuda.set_device(device)
        backend = "cpu:gloo,cuda:nccl"
    dist.init_process_group(
        backend, f"file://{meeting}", timeout=_PATIENCE, world_size=len(devices), rank=number
    )
    try:
        work(devices[number], send, *arguments)
    finally:
        dist.destroy_process_group()
