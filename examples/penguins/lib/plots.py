"""The report's figures: from predictions to pictures.

Backgrounds are transparent and every colour is of middling lightness, so that
a figure reads as well on a dark page as on a white one. Species differ by shape
as well as by colour, for readers who cannot tell the colours apart.
"""

from collections.abc import Callable
from functools import wraps

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Patch
from matplotlib.ticker import (
    LogLocator,
    MaxNLocator,
    PercentFormatter,
    StrMethodFormatter,
)

from lib.data import FEATURES, SPECIES, Dataset, Predictions, Split, wilson_interval

INK = "#787d86"  # text and axes
SEEN = "#a2a7af"  # the training birds
MAIN = "#2f7fc1"  # the held-out birds, and what is right
WRONG = "#d64545"  # what is wrong
COLOURS = ("#db7d0a", "#a365d1", "#1f9c8f")  # per species
MARKERS = ("o", "^", "s")  # per species

CLEAR = (0, 0, 0, 0)
STYLE = {
    "figure.facecolor": CLEAR,
    "figure.dpi": 100,
    "figure.constrained_layout.use": True,
    "font.size": 9.5,
    "text.color": INK,
    "axes.facecolor": CLEAR,
    "axes.edgecolor": INK,
    "axes.labelcolor": INK,
    "axes.linewidth": 0.8,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.titlecolor": INK,
    "axes.titlelocation": "left",
    "axes.titlesize": 9.5,
    "axes.titleweight": "bold",
    "axes.titlepad": 10,
    "axes.axisbelow": True,
    "grid.color": INK,
    "grid.alpha": 0.18,
    "grid.linewidth": 0.8,
    "xtick.color": INK,
    "ytick.color": INK,
    "legend.frameon": False,
    "legend.handletextpad": 0.5,
    "legend.borderaxespad": 0,
    "legend.borderpad": 0,
    "legend.handlelength": 1.2,
    "lines.linewidth": 1.8,
}


def figure(draw: Callable[..., Figure]) -> Callable[..., Figure]:
    """Make a drawing function use the style and return its figure, closed.

    Were it left open, a notebook would show it twice: once as the value of the
    cell, and once because it is open.
    """

    @wraps(draw)
    def styled(*args, **kwargs) -> Figure:
        with plt.rc_context(STYLE):
            fig = draw(*args, **kwargs)
        plt.close(fig)
        return fig

    return styled


@figure
def bills(split: Split) -> Figure:
    """Every bird by its bill: those to learn from, and those held out."""
    fig, axes = plt.subplots(1, 2, figsize=(7.6, 3.5), sharex=True, sharey=True)
    for ax, birds, title in zip(axes, (split.train, split.test), ("train", "held out")):
        _scatter(ax, birds)
        ax.set_title(f"{len(birds)} birds, {title}")
        ax.set_xlabel("bill length (mm)")
        ax.grid(True)
    axes[0].set_ylabel("bill depth (mm)")
    _legend_above(axes[0], lift=0.1)
    return fig


@figure
def training(history: pd.DataFrame) -> Figure:
    """Loss and accuracy by epoch, on the training and the held-out birds."""
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.6, 3.1))
    for ax, measure in ((left, "loss"), (right, "accuracy")):
        ax.plot(history[f"train_{measure}"], color=SEEN, label="train")
        ax.plot(history[f"test_{measure}"], color=MAIN, label="held out")
        ax.set_xlabel("epoch")
        ax.xaxis.set_major_locator(MaxNLocator(5, integer=True))
        ax.grid(True)

    best = history["test_loss"].idxmin()
    left.plot(best, history["test_loss"][best], "o", color=MAIN, label="its least loss")
    left.set_yscale("log")
    left.yaxis.set_major_locator(LogLocator(subs=(1, 2, 5)))
    left.yaxis.set_major_formatter(StrMethodFormatter("{x:g}"))
    left.minorticks_off()
    left.set_ylabel("cross-entropy (nats per bird)")
    right.set_ylabel("accuracy")
    right.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    _legend_above(left)
    return fig


@figure
def confusion(predictions: Predictions) -> Figure:
    """Birds by true species and guess, shaded by their share of the row."""
    counts = predictions.confusion()
    shares = counts / np.maximum(counts.sum(axis=1, keepdims=True), 1)
    shades = np.empty((*counts.shape, 4))
    shades[..., :3] = to_rgb(WRONG)
    shades[np.eye(len(counts), dtype=bool), :3] = to_rgb(MAIN)
    # No ink reads on a half-clear cell over black and over white: so a cell is
    # faint under grey ink, or strong under white ink, and nothing between.
    strong = shares > 0.25
    shades[..., 3] = np.where(strong, 0.8 + 0.2 * shares, 0.6 * shares)
    shades[..., 3] += 0.06 * (~strong & (counts > 0))

    fig, ax = plt.subplots(figsize=(4.6, 3.5))
    ax.imshow(shades, aspect="auto")
    for (row, column), count in np.ndenumerate(counts):
        text = f"{count}\n{shares[row, column]:.0%}" if count else "0"
        ink = "white" if strong[row, column] else INK
        ax.text(column, row, text, ha="center", va="center", color=ink)
    ax.set_xticks(range(len(SPECIES)), SPECIES)
    ax.set_yticks(range(len(SPECIES)), SPECIES)
    ax.set_xlabel("guess")
    ax.set_ylabel("truth")
    ax.tick_params(length=0)
    ax.spines[:].set_visible(False)
    return fig


@figure
def regions(predict: Callable, split: Split, predictions: Predictions) -> Figure:
    """What the model would guess for any bill, with the held-out birds.

    `predict` maps lengths and depths in mm, (n, 2), to probabilities, (n, 3).
    """
    everyone = pd.concat([split.train.birds, split.test.birds])[list(FEATURES)]
    low, high = everyone.min() - 1, everyone.max() + 1
    lengths, depths = (np.linspace(low[f], high[f], 200) for f in FEATURES)
    grid = np.stack(np.meshgrid(lengths, depths), axis=-1)
    probabilities = predict(grid.reshape(-1, 2)).reshape(*grid.shape[:2], -1)

    fig, ax = plt.subplots(figsize=(7.6, 4.6))
    for species, colour in enumerate(COLOURS):
        # Above a half, a probability is the greatest: the areas cannot overlap.
        ax.contourf(
            lengths,
            depths,
            probabilities[..., species],
            levels=[0.5, 0.8, 0.95, 1.01],
            colors=[(*to_rgb(colour), alpha) for alpha in (0.1, 0.2, 0.32)],
        )
    _scatter(ax, predictions.dataset)
    wrong = predictions.dataset.birds[~predictions.correct]
    ax.scatter(
        *(wrong[f] for f in FEATURES),
        s=130,
        facecolors="none",
        edgecolors=WRONG,
        linewidths=1.8,
        label="wrong guess",
    )
    ax.set_xlabel("bill length (mm)")
    ax.set_ylabel("bill depth (mm)")
    _legend_above(ax)
    return fig


@figure
def confidence(predictions: Predictions) -> Figure:
    """How sure the guesses were, right and wrong ones apart."""
    right = predictions.correct
    bins = np.linspace(1 / len(SPECIES), 1, 21)
    fig, ax = plt.subplots(figsize=(7.6, 2.7))
    ax.hist(
        [predictions.confidence[~right], predictions.confidence[right]],
        bins=bins,
        stacked=True,
        rwidth=0.88,
        color=[WRONG, MAIN],
        label=["wrong", "right"],
    )
    # A few unsure birds would vanish beside the many sure ones on a plain axis.
    ax.set_yscale("symlog", linthresh=5)
    ax.set_yticks([0, 1, 2, 5, 10, 20, 50, 100], [0, 1, 2, 5, 10, 20, 50, 100])
    ax.minorticks_off()
    ax.set_xlim(bins[0], 1)
    ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    ax.set_xlabel("probability of the guess")
    ax.set_ylabel("birds")
    ax.grid(True, axis="y")
    _legend_above(ax)
    return fig


@figure
def calibration(predictions: Predictions, bins: int = 5) -> Figure:
    """For each species: of the birds given probability p, how many were it?"""
    fig, axes = plt.subplots(1, 3, figsize=(7.6, 2.9), sharex=True, sharey=True)
    for species, ax in enumerate(axes):
        p = predictions.probabilities[:, species]
        is_it = predictions.dataset.labels == species
        which = np.minimum((p * bins).astype(int), bins - 1)
        birds = np.bincount(which, minlength=bins)
        full = birds > 0  # an empty bin has no share to show
        birds = birds[full]
        hits = np.bincount(which, weights=is_it, minlength=bins)[full]
        mean = np.bincount(which, weights=p, minlength=bins)[full] / birds

        ax.plot([0, 1], [0, 1], color=INK, linewidth=1, linestyle=(0, (4, 3)), zorder=0)
        ax.vlines(
            mean, *wilson_interval(hits, birds), color=COLOURS[species], alpha=0.5
        )
        ax.scatter(
            mean,
            hits / birds,
            s=14 + 1.6 * birds,
            color=COLOURS[species],
            marker=MARKERS[species],
        )
        ax.set_title(SPECIES[species])
        ax.set_xlabel("probability given")
        ax.set_xticks([0, 0.5, 1])
        ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
        ax.yaxis.set_major_formatter(PercentFormatter(1, decimals=0))
        ax.margins(0.08)
        ax.grid(True)
    axes[0].set_ylabel("share which were it")
    return fig


@figure
def beliefs(predictions: Predictions) -> Figure:
    """What the model believed about each of a few birds, a bar per bird."""
    birds, labels = predictions.dataset.birds, predictions.dataset.labels
    rows, start = np.arange(len(birds)), np.zeros(len(birds))
    fig, ax = plt.subplots(figsize=(7.6, 1 + 0.32 * len(rows)))
    for species, colour in enumerate(COLOURS):
        p = predictions.probabilities[:, species]
        shades = [(*to_rgb(colour), 1 if label == species else 0.3) for label in labels]
        ax.barh(rows, p, left=start, height=0.66, color=shades)
        start += p

    names = [f"{SPECIES[label]}, bird {row}" for label, row in zip(labels, birds.index)]
    ax.set_yticks(rows, names)
    for text, right in zip(ax.get_yticklabels(), predictions.correct):
        text.set_color(INK if right else WRONG)
    ax.margins(y=0.02)
    ax.invert_yaxis()
    ax.set_xlim(0, 1)
    ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    ax.set_xlabel("probability (full colour: the true species)")
    ax.tick_params(axis="y", length=0)
    ax.spines["left"].set_visible(False)
    _legend_above(ax, [Patch(color=c, label=s) for c, s in zip(COLOURS, SPECIES)])
    return fig


def _scatter(ax: Axes, dataset: Dataset) -> None:
    """The birds of a dataset by bill, a colour and a shape per species."""
    for species, name in enumerate(SPECIES):
        mine = dataset.birds[dataset.labels == species]
        ax.scatter(
            *(mine[f] for f in FEATURES),
            s=24,
            linewidths=0,
            alpha=0.9,
            color=COLOURS[species],
            marker=MARKERS[species],
            label=name,
        )


def _legend_above(ax: Axes, handles: list | None = None, lift: float = 0) -> None:
    """A legend in one row above the axes, lifted by a share of their height."""
    if handles is None:
        handles, _ = ax.get_legend_handles_labels()
    ax.legend(
        handles=handles,
        ncol=len(handles),
        loc="lower left",
        bbox_to_anchor=(0, 1.03 + lift),
    )
