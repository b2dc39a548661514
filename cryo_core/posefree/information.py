"""What the information in the images asks of a restart: how fine it goes, and how many images are in a mini-batch."""

from cryo_core.posefree.images import Power

_BATCH_INFORMATION, _LEAST_BATCH, _MOST_BATCH = 12_500.0, 200, 2000

_IMAGE_INFORMATION, LEAST_FINEST, _FINEST, ABOVE = 30.0, 6, 10, 3
"""Information that an image should have up to a restart's last shell, which is one of these, and not near the edge."""


def last_shell_of(power: Power, first_shell: int) -> int:
    """Finest shell of the restarts: 6, or the first up to which an image has `_IMAGE_INFORMATION`, at most 10.

    With less, other maps explain the images as well as the right one: at 18 (`make_particles.py --real` at SNR 0.1, up
    to shell 6) the true map has 7.0 nats an image, and wrong ones, 100° off, have 6.4; two restarts to shell 9, where
    it is 32, found the right one both.
    """
    enough = (power.information.cumsum(0) >= _IMAGE_INFORMATION).nonzero()
    wanted = int(enough[0]) if len(enough) else _FINEST
    finest = max(first_shell, min(_FINEST, len(power.signal) - ABOVE))
    return min(max(wanted, LEAST_FINEST), finest)


def batch_of(power: Power, last_shell: int) -> int:
    """Images of a mini-batch: as many as have `_BATCH_INFORMATION` together, 200 to 2,000.

    The information of an image is its signal-to-noise ratio, summed over the coefficients up to `last_shell`:
    63 for the 4JSV sets at SNR 0.1, half of it at 0.05.
    """
    information = float(power.information[: last_shell + 1].sum())
    return round(min(max(_BATCH_INFORMATION / max(information, 1e-3), _LEAST_BATCH), _MOST_BATCH))
