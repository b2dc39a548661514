"""Embeddings of other programs: each file gives the numbers that were written into it, or says what it lacks."""

import pickle  # noqa: TID251
from pathlib import Path

import numpy as np
import pandas as pd
import pytest

from cryo_core.errors import FormatError
from cryo_core.formats.embeddings import read_embedding, read_given, write_given
from cryo_core.formats.star import write_star

POINTS = np.random.default_rng(1).normal(size=(40, 3)).astype(np.float32)


def test_each_program_s_file_gives_its_numbers(tmp_path: Path) -> None:
    spread = np.full_like(POINTS, -2.0)
    with (tmp_path / "z.pkl").open("wb") as file:
        pickle.dump(POINTS, file)
        pickle.dump(spread, file)
    np.save(tmp_path / "z.npy", POINTS.astype(np.float64))
    fields = [("uid", "<u8"), *((f"components_mode_{i}/value", "<f4") for i in (10, 0, 2))]
    table = np.zeros(40, dtype=fields)
    for i, mode in enumerate((0, 2, 10)):
        table[f"components_mode_{mode}/value"] = POINTS[:, i]
    with (tmp_path / "particles.cs").open("wb") as file:
        np.save(file, table)
    star = pd.DataFrame({"rlnA": POINTS[:, 0], "rlnB": POINTS[:, 1], "rlnC": POINTS[:, 2]})
    write_star(tmp_path / "z.star", {"particles": star})
    (tmp_path / "run" / "model").mkdir(parents=True)
    zs = {1: POINTS[:, :1], 3: POINTS, "3_noreg": 2 * POINTS}
    (tmp_path / "run" / "model" / "embeddings.pkl").write_bytes(pickle.dumps({"zs": zs, "contrasts": {}}))
    for name in ("z.npy", "particles.cs", "run"):
        mean, variance = read_embedding(tmp_path / name)
        assert np.allclose(mean, POINTS) and variance is None, name
    mean, variance = read_embedding(tmp_path / "z.pkl")
    assert np.allclose(mean, POINTS) and variance == pytest.approx(np.exp(-2.0))
    assert np.allclose(read_embedding(tmp_path / "z.star", ("_rlnA", "rlnB", "rlnC"))[0], POINTS, atol=1e-5)
    write_given(tmp_path / "given.npy", mean, variance)
    again = read_given(tmp_path / "given.npy")
    assert np.array_equal(again[0], mean) and np.array_equal(again[1], variance)
    write_given(tmp_path / "given.npy", mean, None)
    assert not read_given(tmp_path / "given.npy")[1].any()


def test_what_is_no_embedding_says_why(tmp_path: Path) -> None:
    np.save(tmp_path / "nan.npy", np.where(POINTS > 1.5, np.nan, POINTS))
    with (tmp_path / "particles.cs").open("wb") as file:
        np.save(file, np.zeros(4, dtype=[("uid", "<u8")]))
    write_star(tmp_path / "z.star", {"particles": pd.DataFrame({"rlnA": [1.0], "rlnName": ["x"]})})
    (tmp_path / "empty").mkdir()
    (tmp_path / "z.csv").write_text("1,2\n")
    (tmp_path / "model").mkdir()
    (tmp_path / "model" / "embeddings.pkl").write_bytes(pickle.dumps({"zs": {}}))
    row = int(np.argmax((POINTS > 1.5).any(1))) + 1
    for name, columns, words in (
        ("nan.npy", (), f"row {row}: a latent is NaN"),
        ("particles.cs", (), "components_mode_0/value"),
        ("z.star", (), "which columns are the latents"),
        ("z.star", ("rlnZ",), "no column rlnZ"),
        ("z.star", ("rlnName",), "not all are numbers"),
        ("empty", (), "not a folder of RECOVAR"),
        ("z.csv", (), "no embedding is read from it"),
    ):
        with pytest.raises(FormatError, match=words):
            read_embedding(tmp_path / name, columns)
    with pytest.raises(FormatError, match="no latents by their number"):
        read_embedding(tmp_path)
