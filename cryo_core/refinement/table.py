"""A particle table with the results of a refinement, in the columns that other programs read."""

from dataclasses import replace

import numpy as np
import pandas as pd
from jaxtyping import Float

from cryo_core.data import Optics, Particles
from cryo_core.refinement.refine import Refined

SCORE_COLUMNS = ("rlnLogLikeliContribution", "parLOGP", "parSIGMA", "parCHANGE")
"""Columns of `Particles.extra` that hold the results of a refinement besides the score."""


def with_refined(particles: Particles, refined: Refined) -> Particles:
    """The table with the refinement's poses, defoci and scores."""
    return with_scores(
        replace(particles, poses=refined.poses, optics=with_defocus_change(particles.optics, refined)),
        refined.score.double().numpy(),
        refined.sigma.double().numpy(),
        refined.log_likelihood.double().numpy(),
    )


def with_defocus_change(optics: Optics, refined: Refined) -> Optics:
    """The optics with each image's refined defocus."""
    change = refined.defocus_change_angstrom.to(optics.defocus_u_angstrom)
    return replace(
        optics,
        defocus_u_angstrom=optics.defocus_u_angstrom + change,
        defocus_v_angstrom=optics.defocus_v_angstrom + change,
    )


def with_scores(
    particles: Particles,
    score: Float[np.ndarray, " n"],
    sigma: Float[np.ndarray, " n"],
    log_likelihood: Float[np.ndarray, " n"],
) -> Particles:
    """The table with other scores, sigmas and log-likelihoods.

    `Particles.score` is a hundredth of Frealign's. LOGP, SIGMA and CHANGE (of the score, 0 where there was none) go to
    the columns a .par file is written from, and the log-likelihood to RELION's rlnLogLikeliContribution. Rows that
    are not finite were not scored: they get what Frealign's files have there, score 0 and sigma 1.

    Parameters
    ----------
    particles
        n rows.
    score
        (n,), Frealign's, 0 to 100.
    sigma
        (n,), in units of the noise's deviation.
    log_likelihood
        (n,).
    """
    scored = np.isfinite(score) & np.isfinite(sigma) & np.isfinite(log_likelihood)
    score, sigma = np.where(scored, score, 0.0), np.where(scored, sigma, 1.0)
    likelihood = np.where(scored, log_likelihood, 0.0)
    before = 100.0 * particles.score
    change = np.where(scored & np.isfinite(before), score - before, 0.0)
    columns = pd.DataFrame(dict(zip(SCORE_COLUMNS, (likelihood, likelihood, sigma, change), strict=True)))
    kept = particles.extra.drop(columns=list(SCORE_COLUMNS), errors="ignore").reset_index(drop=True)
    return replace(particles, score=score / 100.0, extra=pd.concat([kept, columns], axis=1))
