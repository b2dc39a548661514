"""Pieces that networks are made of."""

import torch
from jaxtyping import Float
from torch import Tensor, nn
from torch.nn.functional import linear, relu


class ResidualMLP(nn.Module):
    """A fully connected network: a layer in, residual layers of one width, a layer out, ReLU between.

    x ← relu(W x + b + x) for each of `layers` residual layers, after x ← relu(W x + b) into `width` (Zhong et
    al. 2021, cryoDRGN's ResidLinearMLP).
    """

    def __init__(self, inputs: int, layers: int, width: int, outputs: int) -> None:
        super().__init__()
        self.first = nn.Linear(inputs, width)
        self.hidden = nn.ModuleList(nn.Linear(width, width) for _ in range(layers))
        self.last = nn.Linear(width, outputs)

    def forward(self, x: Float[Tensor, "*batch i"]) -> Float[Tensor, "*batch o"]:
        """The network applied to the last axis."""
        return self.after_first(self.first(x))

    def after_first(self, x: Float[Tensor, "*batch w"]) -> Float[Tensor, "*batch o"]:
        """The output from that of the first layer, for callers that computed it in parts; `x` is overwritten."""
        x = x.relu_()
        half = torch.is_autocast_enabled(x.device.type)
        identity = torch.eye(x.shape[-1], dtype=x.dtype, device=x.device)
        for layer in self.hidden:
            if half:  # W + 1 would round off what W has on its diagonal
                x = relu(layer(x) + x)
            else:  # (W + 1) x spares two passes over x, and two more on the way back
                x = linear(x, identity + layer.get_parameter("weight"), layer.get_parameter("bias")).relu_()
        return self.last(x)
