"""A hierarchical regression of radon on floor and soil, by variational inference.

Train it from Python with `model.main(guide="Conjugate")`, or from a shell with
`python model.py --guide Conjugate`.
"""

import argparse
import inspect
import warnings
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import pandas as pd

# Pyro's progress bars would want widgets; they aren't used here.
warnings.filterwarnings("ignore", "IProgress not found")
import pyro
import pyro.distributions as dist
import torch
from pyro import poutine
from pyro.infer import SVI, Predictive, Trace_ELBO, autoguide
from pyro.nn import PyroModule

from lib import data

# The parameters that all houses share; a level belongs to each county.
SHARED = ("mean", "slope", "upstairs", "between", "within")


# --- The model ---------------------------------------------------------------


def radon(counties: data.Counties, houses: data.Houses, log_radon=None) -> None:
    """How a house comes by its radon; `log_radon` is what was measured, if it was.

    A county's level lies around a line in the uranium of its soil, and a house
    around its county's level, lower upstairs. All in logarithms.
    """
    mean = pyro.sample("mean", dist.Normal(0.0, 2.0))
    slope = pyro.sample("slope", dist.Normal(0.0, 1.0))
    upstairs = pyro.sample("upstairs", dist.Normal(0.0, 1.0))
    between = pyro.sample("between", dist.HalfNormal(1.0))
    within = pyro.sample("within", dist.HalfNormal(1.0))
    with pyro.plate("counties", len(counties)):
        level = pyro.sample(
            "level", dist.Normal(mean + slope * counties.log_uranium, between)
        )
    with pyro.plate("houses", len(houses)):
        expected = level[..., houses.county] + upstairs * houses.upstairs
        pyro.sample("log_radon", dist.Normal(expected, within), obs=log_radon)


# --- Guides ------------------------------------------------------------------


class Conjugate(PyroModule):
    """Learns the shared parameters only, for they decide the rest.

    Given them, the posterior of a county's level is a normal that is known
    exactly. A guide that says so need not learn 85 levels, nor how they hang
    together with what is shared.
    """

    def __init__(self, model: Callable):
        super().__init__()
        shared = poutine.block(model, expose=SHARED)
        self.shared = autoguide.AutoMultivariateNormal(shared)

    def forward(self, counties, houses, log_radon) -> None:
        mean, slope, upstairs, between, within = map(
            self.shared(counties, houses, log_radon).get, SHARED
        )
        residuals = log_radon - upstairs * houses.upstairs
        shape = (*residuals.shape[:-1], len(counties))
        total = residuals.new_zeros(shape).index_add(-1, houses.county, residuals)
        count = torch.bincount(houses.county, minlength=len(counties))
        precision = between**-2 + count * within**-2
        expected = mean + slope * counties.log_uranium
        level = (expected * between**-2 + total * within**-2) / precision
        with pyro.plate("counties", len(counties)):
            pyro.sample("level", dist.Normal(level, precision**-0.5))


def build(guide: str | dict) -> Callable:
    """The guide of a class here or in pyro.infer.autoguide, untrained.

    A dict names the class as its `kind`, and gives it the rest.
    """
    own = {"kind": guide} if isinstance(guide, str) else dict(guide)
    name = own.pop("kind")
    cls = globals().get(name) or getattr(autoguide, name, None)
    if not inspect.isclass(cls):
        raise ValueError(f"no guide {name!r}, neither here nor in pyro.infer.autoguide")
    return cls(radon, **own)


# --- Training ----------------------------------------------------------------


@dataclass(frozen=True)
class Result:
    """A trained guide, how it got there, and what it says."""

    split: data.Split
    history: pd.Series  # the ELBO by step, from 1, in nats
    elbo: float  # at the end, in nats, from more draws
    posterior: dict[str, np.ndarray]  # draws of SHARED, (draws,), and level, (draws, 85)
    test: data.Predictions


def train(
    guide: Callable, observed: tuple, lr: float, steps: int, particles: int
) -> pd.Series:
    """Raise the ELBO; the learning rate falls to a tenth on the way."""
    optimiser = pyro.optim.ClippedAdam({"lr": lr, "lrd": 0.1 ** (1 / steps)})
    svi = SVI(radon, guide, optimiser, _elbo(particles))
    history = pd.Series(index=pd.RangeIndex(1, steps + 1, name="step"), dtype=float)
    for step in history.index:
        history[step] = -svi.step(*observed)
        if not np.isfinite(history[step]):
            raise FloatingPointError(f"diverged in step {step}: lower lr={lr}")
        if step % max(1, steps // 10) == 0:
            print(f"step {step:5d}/{steps}   elbo {history[step]:9.1f}", flush=True)
    return history


@torch.no_grad()
def predict(houses: data.Houses, posterior: dict) -> data.Predictions:
    """What the posterior's draws together say about houses."""
    level, upstairs, within = (
        torch.as_tensor(posterior[name]) for name in ("level", "upstairs", "within")
    )
    expected = level[:, houses.county] + upstairs[:, None] * houses.upstairs
    house = dist.Normal(expected, within[:, None])
    log_density = house.log_prob(houses.log_radon).logsumexp(0) - np.log(len(level))
    return data.Predictions(houses, house.sample().numpy(), log_density.numpy())


def main(
    guide: str | dict = "AutoMultivariateNormal",
    lr: float = 0.05,
    steps: int = 400,
    particles: int = 16,
    draws: int = 2000,
    fold: int = 0,
    seed: int = 0,
) -> Result:
    """Fit one guide, and judge it by houses it has not seen.

    The fold says which houses are held out; the seed fixes all that is drawn.
    """
    split = data.split(data.clean(data.load()), fold)
    observed = split.counties, split.train, split.train.log_radon
    pyro.clear_param_store()
    pyro.set_rng_seed(seed)
    trained = build(guide)
    history = train(trained, observed, lr, steps, particles)
    with torch.no_grad():
        elbo = -_elbo(draws).loss(radon, trained, *observed)
        drawn = Predictive(radon, guide=trained, num_samples=draws, parallel=True)(
            *observed
        )
    posterior = {
        name: drawn[name].reshape(draws, -1).squeeze(-1).numpy()
        for name in (*SHARED, "level")
    }
    return Result(split, history, elbo, posterior, predict(split.test, posterior))


def _elbo(particles: int) -> Trace_ELBO:
    # All particles at once: else each would cost as much as all of them.
    return Trace_ELBO(particles, max_plate_nesting=1, vectorize_particles=True)


if __name__ == "__main__":
    # The options are main's own parameters, so the two can never disagree.
    parser = argparse.ArgumentParser(
        description=inspect.getdoc(main),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    for name, parameter in inspect.signature(main).parameters.items():
        default = parameter.default
        parser.add_argument(
            f"--{name}",
            type=type(default),
            default=default,
            help=f"(default {default})",
        )
    result = main(**vars(parser.parse_args()))
    print(f"elbo {result.elbo:.1f}   lpd {result.test.lpd:.3f} per house held out")
