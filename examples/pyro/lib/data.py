"""Radon in the houses of Minnesota: load, clean, split, and score predictions."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd
import torch

CSV = Path(__file__).resolve().parent.parent / "data" / "radon.csv"

ACTION = 4.0  # pCi/L: from here on the EPA advises to mend the house
LEAST = 0.1  # pCi/L: the least that the survey's detectors tell from nothing


@dataclass(frozen=True)
class Counties:
    """The 85 counties, in alphabetical order."""

    names: tuple[str, ...]
    log_uranium: torch.Tensor  # (85,) of the soil, less the counties' mean

    def __len__(self) -> int:
        return len(self.names)


@dataclass(frozen=True)
class Houses:
    """Some houses."""

    county: torch.Tensor  # (n,) index into Counties
    upstairs: torch.Tensor  # (n,) 1 if measured on the first floor, 0 in the basement
    log_radon: torch.Tensor  # (n,) of pCi/L

    def __len__(self) -> int:
        return len(self.county)


@dataclass(frozen=True)
class Split:
    """The houses to learn from, and those held out to judge by."""

    counties: Counties
    train: Houses
    test: Houses


@dataclass(frozen=True)
class Predictions:
    """What a model believes about houses, beside what was measured."""

    houses: Houses
    draws: np.ndarray  # (draws, n) of log radon
    log_density: np.ndarray  # (n,) of the log radon measured, in nats

    @property
    def lpd(self) -> float:
        """The mean log predictive density, in nats per house: more is better."""
        return float(self.log_density.mean())

    @property
    def rank(self) -> np.ndarray:
        """The share of draws below what was measured, (n,), 0 to 1."""
        return (self.draws < self.houses.log_radon.numpy()).mean(axis=0)

    def coverage(self, share: float) -> float:
        """How many measurements the middle intervals of this share hold, 0 to 1."""
        return float((np.abs(self.rank - 0.5) <= share / 2).mean())


def load() -> pd.DataFrame:
    """Read the survey, a house per row, with radon in pCi/L."""
    return pd.read_csv(CSV)


def clean(houses: pd.DataFrame) -> pd.DataFrame:
    """A reading of 0 only says less than LEAST: and 0 has no logarithm."""
    return houses.assign(radon=houses["radon"].clip(lower=LEAST))


def split(houses: pd.DataFrame, fold: int) -> Split:
    """Hold out one quarter of the houses, drawn at random but always the same."""
    order = np.random.default_rng(0).permutation(len(houses))
    held_out = np.isin(np.arange(len(houses)), order[fold % 4 :: 4])
    numbers, names = pd.factorize(houses["county"], sort=True)
    uranium = np.log(houses.groupby("county")["uranium"].first()[names])
    train, test = (
        Houses(
            torch.tensor(numbers[rows]),
            _tensor(houses["floor"][rows] == "first"),
            _tensor(np.log(houses["radon"][rows])),
        )
        for rows in (~held_out, held_out)
    )
    return Split(Counties(tuple(names), _tensor(uranium - uranium.mean())), train, test)


def risk(split: Split, posterior: dict[str, np.ndarray]) -> pd.DataFrame:
    """Of each county the chance, 0 to 1, of more than ACTION in a new basement.

    With its 90% interval and the houses measured, the highest chance first.
    """
    within = torch.as_tensor(posterior["within"])[:, None]
    house = torch.distributions.Normal(torch.as_tensor(posterior["level"]), within)
    above = 1 - house.cdf(torch.tensor(ACTION).log()).numpy()
    low, high = np.quantile(above, [0.05, 0.95], axis=0)
    houses = np.bincount(split.train.county, minlength=len(split.counties))
    table = {"chance": above.mean(axis=0), "low": low, "high": high, "houses": houses}
    counties = pd.Index(split.counties.names, name="county")
    return pd.DataFrame(table, counties).sort_values("chance", ascending=False)


def naive_lpd(split: Split) -> float:
    """The log predictive density of one normal for all houses, in nats per house."""
    normal = torch.distributions.Normal(
        split.train.log_radon.mean(), split.train.log_radon.std()
    )
    return float(normal.log_prob(split.test.log_radon).mean())


def _tensor(column: pd.Series) -> torch.Tensor:
    return torch.tensor(column.to_numpy(), dtype=torch.float32)
