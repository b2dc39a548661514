"""Small network on band powers, the default for local resolution from one map.

`PowerNetwork` sees, about one place, how far each frequency band's power stands above the solvent's. It is an
ensemble: its members disagree where they have not learnt enough, and each also estimates its own error.
"""

from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn.functional import softplus

from cryo_core.errors import FormatError, SettingsError
from cryo_core.learning.blocks import ResidualMLP
from cryo_core.learning.checkpoint import load_states, read_checkpoint, states_of, write_checkpoint

KIND = "local resolution, band powers"
DEFAULT_WEIGHTS = Path(__file__).with_name("weights") / "powers.pt"

_LEAST_DEVIATION = 0.05


@dataclass(frozen=True)
class PowerNetworkSettings:
    """Shape of the network (bands in, members, residual layers of a width), and the window of its powers."""

    bands: int = 34
    members: int = 5
    layers: int = 2
    width: int = 64
    window_angstrom: float = 25.0

    def __post_init__(self) -> None:
        """Refuse settings that make no network."""
        for name in ("bands", "members", "width"):
            if getattr(self, name) < 1:
                raise SettingsError(f"{name}: {getattr(self, name)}: should be at least 1")


class PowerNetwork(nn.Module):
    """Ensemble of fully connected networks on relative log powers and the untrained rule's answer."""

    calibration: Tensor

    def __init__(self, settings: PowerNetworkSettings) -> None:
        super().__init__()
        self.settings = settings
        self.members = nn.ModuleList(
            ResidualMLP(settings.bands + 1, settings.layers, settings.width, 2)
            for _ in range(settings.members)
        )
        self.register_buffer("calibration", torch.ones(()))

    def member(
        self, index: int, logs: Float[Tensor, "n b"], rule_angstrom: Float[Tensor, " n"]
    ) -> tuple[Float[Tensor, " n"], Float[Tensor, " n"]]:
        """Resolution and expected error of one member, in Å: a correction of the rule's answer.

        Parameters
        ----------
        index : int
            Which member, from 0.
        logs : (n, b)
            Relative log powers.
        rule_angstrom : (n,)
            Answer of `predict.rule`, in Å.
        """
        x = torch.cat([logs / 2.0, rule_angstrom.log()[:, None]], 1)
        change, spread = self.members[index](x).unbind(-1)
        return rule_angstrom * torch.exp(change.clamp(-1.5, 1.5)), softplus(spread) + _LEAST_DEVIATION

    def forward(
        self, logs: Float[Tensor, "n b"], rule_angstrom: Float[Tensor, " n"]
    ) -> tuple[Float[Tensor, " n"], Float[Tensor, " n"]]:
        """Mean of the members and its standard deviation, in Å.

        That is the deviation of the members' mixture times `calibration`: by how much errors exceeded it on
        structures that were left out of training.
        """
        answers = [self.member(i, logs, rule_angstrom) for i in range(len(self.members))]
        means = torch.stack([mean for mean, _ in answers])
        inner = torch.stack([deviation.square() for _, deviation in answers]).mean(0)
        spread = (inner + means.var(0, correction=0)).sqrt()
        return means.mean(0), spread * self.calibration


def save_network(path: Path, network: PowerNetwork, made_of: dict[str, Any]) -> None:
    """Write the network with its settings and its origin.

    Parameters
    ----------
    path : Path
        The file.
    network : PowerNetwork
        The network.
    made_of : dict
        What it was trained on, as plain values.
    """
    content = {"settings": asdict(network.settings), "made_of": made_of}
    write_checkpoint(path, KIND, {**content, "modules": states_of({"network": network})})


def load_network(path: Path = DEFAULT_WEIGHTS) -> tuple[PowerNetwork, dict[str, Any]]:
    """Network and its origin, onto the CPU; FormatError if the file is not one."""
    content = read_checkpoint(path, KIND)
    try:
        network = PowerNetwork(PowerNetworkSettings(**content["settings"]))
        load_states({"network": network}, content["modules"], path)
    except (KeyError, TypeError, SettingsError) as error:
        raise FormatError(
            f"{path}: its settings are not those of a network of band powers ({error})"
        ) from error
    return network.eval(), dict(content.get("made_of", {}))
