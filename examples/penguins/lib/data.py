"""The penguins: load, clean, split and standardise them, and score guesses."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

CSV = Path(__file__).resolve().parent.parent / "data" / "penguins.csv"

SPECIES = ("Adelie", "Chinstrap", "Gentoo")
FEATURES = ("bill_length_mm", "bill_depth_mm")


@dataclass(frozen=True)
class Dataset:
    """Some birds, as a network sees them and as a reader does."""

    features: np.ndarray  # (n, 2) bill length and depth, standardised, no unit
    labels: np.ndarray  # (n,) index into SPECIES
    birds: pd.DataFrame  # n rows of the csv, in mm and g

    def __post_init__(self) -> None:
        # Frozen means frozen: nothing may change the data between two plots.
        self.features.flags.writeable = False
        self.labels.flags.writeable = False

    def __len__(self) -> int:
        return len(self.labels)

    def take(self, rows: np.ndarray) -> "Dataset":
        """Only these rows, in this order."""
        return Dataset(self.features[rows], self.labels[rows], self.birds.iloc[rows])


@dataclass(frozen=True)
class Scale:
    """Turns millimetres into standard deviations from the mean."""

    mean: np.ndarray  # (2,) mm
    deviation: np.ndarray  # (2,) mm

    def __call__(self, millimetres: np.ndarray) -> np.ndarray:
        """Standardise measurements of shape (n, 2)."""
        return (millimetres - self.mean) / self.deviation


@dataclass(frozen=True)
class Split:
    """The birds to learn from, and those held out to judge by."""

    train: Dataset
    test: Dataset
    scale: Scale


@dataclass(frozen=True)
class Predictions:
    """What a model believes about the birds of a dataset."""

    dataset: Dataset
    probabilities: np.ndarray  # (n, 3) each row sums to 1

    @property
    def guesses(self) -> np.ndarray:
        """The likeliest species of each bird, (n,)."""
        return self.probabilities.argmax(axis=1)

    @property
    def correct(self) -> np.ndarray:
        """Whether each guess is right, (n,)."""
        return self.guesses == self.dataset.labels

    @property
    def confidence(self) -> np.ndarray:
        """The probability of each guess, (n,)."""
        return self.probabilities.max(axis=1)

    @property
    def truth_probability(self) -> np.ndarray:
        """The probability given to each bird's true species, (n,)."""
        return self.probabilities[np.arange(len(self.dataset)), self.dataset.labels]

    @property
    def accuracy(self) -> float:
        """The share of right guesses, 0 to 1."""
        return float(self.correct.mean())

    @property
    def loss(self) -> float:
        """The mean cross-entropy, in nats per bird."""
        # A probability may round to 0; its logarithm should stay finite.
        tiny = np.finfo(float).tiny
        return float(-np.log(np.maximum(self.truth_probability, tiny)).mean())

    def confusion(self) -> np.ndarray:
        """Birds by true species (rows) and guess (columns), (3, 3)."""
        counts = np.zeros((len(SPECIES), len(SPECIES)), dtype=int)
        np.add.at(counts, (self.dataset.labels, self.guesses), 1)
        return counts

    def per_class(self) -> pd.DataFrame:
        """Precision, recall and F1 of each species, 0 to 1."""
        counts = self.confusion()
        hits, birds, guessed = counts.diagonal(), counts.sum(1), counts.sum(0)
        # A species never guessed has no precision; 0 is the usual convention.
        scores = {
            "precision": hits / np.maximum(guessed, 1),
            "recall": hits / np.maximum(birds, 1),
            "F1": 2 * hits / np.maximum(birds + guessed, 1),
        }
        table = pd.DataFrame(scores, index=pd.Index(SPECIES, name="species"))
        return table.round(3).assign(birds=birds, guessed=guessed)

    def hardest(self, count: int) -> "Predictions":
        """The birds whose true species seemed least likely, hardest first."""
        rows = np.argsort(self.truth_probability, kind="stable")[:count]
        return Predictions(self.dataset.take(rows), self.probabilities[rows])

    def table(self) -> pd.DataFrame:
        """Each bird beside its guess and the probability of its true species."""
        birds = self.dataset.birds[["species", "island", "sex", *FEATURES]]
        return birds.assign(
            guess=np.array(SPECIES)[self.guesses],
            p_truth=self.truth_probability.round(3),
            wrong=~self.correct,
        )


def load() -> pd.DataFrame:
    """Read all the birds; the index is the bird's row in the csv, from 1."""
    birds = pd.read_csv(CSV)
    birds.index = pd.RangeIndex(1, len(birds) + 1, name="bird")
    return birds


def clean(birds: pd.DataFrame) -> pd.DataFrame:
    """Drop the birds whose bill was not measured, and name an unknown sex."""
    return birds.dropna(subset=list(FEATURES)).fillna({"sex": "unknown"})


def split(birds: pd.DataFrame, seed: int, held_out: float = 0.4) -> Split:
    """Hold out the same share of every species, drawn by the seed."""
    rng = np.random.default_rng(seed)
    is_test = np.zeros(len(birds), dtype=bool)
    for name in SPECIES:
        rows = rng.permutation(np.flatnonzero(birds["species"] == name))
        is_test[rows[: round(held_out * len(rows))]] = True

    # The scale is the training birds' alone: the others must stay unseen.
    lengths = birds.loc[~is_test, list(FEATURES)].to_numpy()
    scale = Scale(lengths.mean(axis=0), lengths.std(axis=0))
    return Split(
        _dataset(birds[~is_test], scale), _dataset(birds[is_test], scale), scale
    )


def wilson_interval(hits, total):
    """The 95% interval of the share hits / total, as (low, high), 0 to 1.

    Takes numbers or arrays. Unlike the plain normal interval it stays
    truthful for small totals and for shares near 0 or 1.
    """
    z = 1.96
    centre = (hits + z**2 / 2) / (total + z**2)
    half = z / (total + z**2) * np.sqrt(hits * (total - hits) / total + z**2 / 4)
    return centre - half, centre + half


def _dataset(birds: pd.DataFrame, scale: Scale) -> Dataset:
    features = scale(birds[list(FEATURES)].to_numpy())
    labels = birds["species"].map(SPECIES.index).to_numpy()
    return Dataset(features, labels, birds)
