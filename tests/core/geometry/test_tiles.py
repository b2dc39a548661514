"""Tiles and turns: what is cut comes back, weights are a partition, turning back undoes turning."""

import pytest
import torch

from cryo_core.errors import SettingsError
from cryo_core.geometry.tiles import (
    Tiling,
    blend_weights,
    blended,
    cube_turns,
    cut,
    starts,
    tile_corners,
    turned,
    turned_back,
)

MAP = torch.randn(19, 23, 30, generator=torch.Generator().manual_seed(1))


@pytest.mark.parametrize(
    ("size", "tile", "step"), [(30, 12, 8), (12, 12, 3), (7, 12, 6), (25, 12, 12), (24, 12, 12)]
)
def test_starts_cover_an_axis_and_stay_in_it(size: int, tile: int, step: int) -> None:
    found = starts(size, tile, step)
    covered = {i for s in found for i in range(s, min(size, s + tile))}
    assert covered == set(range(size)) and found[0] == 0
    assert all(s + tile <= max(size, tile) for s in found)
    assert max(b - a for a, b in zip(found, found[1:], strict=False)) <= step if len(found) > 1 else True


@pytest.mark.parametrize(("tile", "overlap"), [(8, 0), (12, 4), (12, 6), (40, 10)])
def test_blending_what_was_cut_gives_the_map_back(tile: int, overlap: int) -> None:
    out = blended(MAP, Tiling(tile, overlap, 3), 2, lambda cubes: torch.stack([cubes, 2 * cubes], 1))
    assert torch.allclose(out[0], MAP, atol=1e-5) and torch.allclose(out[1], 2 * MAP, atol=1e-5)


def test_a_cut_is_the_map_there_and_fill_beyond() -> None:
    corners = torch.tensor([[2, 3, 4], [15, 20, 28]])
    one, edge = cut(MAP, corners, 6, 7.0)
    assert torch.equal(one, MAP[2:8, 3:9, 4:10])
    assert torch.equal(edge[:4, :3, :2], MAP[15:, 20:, 28:])
    assert (
        bool((edge[4:] == 7).all()) and bool((edge[:, 3:] == 7).all()) and bool((edge[:, :, 2:] == 7).all())
    )


def test_a_local_function_does_not_show_the_tiles() -> None:
    """A convolution whose reach is below the overlap gives, by tiles, what it gives on the whole map."""
    kernel = torch.randn(1, 1, 3, 3, 3, generator=torch.Generator().manual_seed(2))

    def smooth(x: torch.Tensor) -> torch.Tensor:
        return torch.nn.functional.conv3d(x[:, None], kernel, padding=1)

    whole = smooth(MAP[None])[0, 0]
    out = blended(MAP, Tiling(14, 7), 1, smooth)[0]
    inner = (slice(2, -2),) * 3
    weighted = (out - whole)[inner].abs().max() / whole.std()
    plain_edges = []
    for corner in tile_corners((19, 23, 30), 14, 14).tolist():
        z, y, x = corner
        tile = smooth(MAP[None, z : z + 14, y : y + 14, x : x + 14])[0, 0]
        plain_edges.append((tile - whole[z : z + 14, y : y + 14, x : x + 14]).abs().max() / whole.std())
    assert weighted < 0.1 * max(plain_edges)


def test_weights_fall_at_faces_and_are_never_zero() -> None:
    weight = blend_weights(16, 6)
    assert float(weight.min()) > 0 and float(weight[8, 8, 8]) == 1.0
    assert torch.allclose(weight, weight.flip(0)) and torch.allclose(weight, weight.permute(2, 0, 1))
    assert torch.allclose(blend_weights(8, 0), torch.ones(8, 8, 8))
    with pytest.raises(SettingsError, match="half a tile"):
        blend_weights(8, 5)
    with pytest.raises(SettingsError, match="apart"):
        starts(10, 4, 5)


def test_tiles_without_anything_wanted_are_left_out() -> None:
    wanted = torch.zeros(19, 23, 30, dtype=torch.bool)
    wanted[3, 3, 3] = True
    seen: list[int] = []

    def count(cubes: torch.Tensor) -> torch.Tensor:
        seen.append(len(cubes))
        return cubes[:, None]

    out = blended(MAP, Tiling(10, 2), 1, count, wanted=wanted)[0]
    assert sum(seen) == 1 and torch.allclose(out[:10, :10, :10], MAP[:10, :10, :10], atol=1e-5)
    assert not bool(out[10:].any())
    assert not bool(blended(MAP, Tiling(10, 2), 1, count, wanted=~wanted & False).any())


def test_there_are_24_different_turns_and_each_comes_back() -> None:
    turns = cube_turns()
    assert turns[0] == ((0, 1, 2), ()) and len(turns) == 24
    cube = torch.arange(27.0).reshape(3, 3, 3)
    seen = {tuple(turned(cube, t).flatten().tolist()) for t in turns}
    assert len(seen) == 24 and tuple(cube.flip(0).flatten().tolist()) not in seen  # no mirror
    for turn in turns:
        assert torch.equal(turned_back(turned(MAP, turn), turn), MAP)
        assert torch.equal(turned_back(turned(cube[None], turn), turn), cube[None])


def test_turns_are_rotations_and_no_mirrors() -> None:
    """The signed volume of three marked axes stays positive."""
    for turn in cube_turns():
        points = []
        for place in ((2, 1, 1), (1, 2, 1), (1, 1, 2)):
            mark = torch.zeros(3, 3, 3)
            mark[place] = 1.0
            points.append(turned(mark, turn).nonzero()[0] - 1)
        assert float(torch.linalg.det(torch.stack(points).double())) == pytest.approx(1.0)
