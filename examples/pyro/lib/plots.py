"""The report's figures: from draws to pictures.

Backgrounds are transparent and every colour is of middling lightness, so that
a figure reads as well on a dark page as on a white one.
"""

from collections.abc import Callable
from functools import wraps

import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator, PercentFormatter, StrMethodFormatter

from lib.data import ACTION, LEAST, Counties, Houses, Predictions, Split

INK = "#787d86"  # text and axes
SEEN = "#a2a7af"  # what was measured
MAIN = "#2f7fc1"  # what the model says
UPSTAIRS = "#db7d0a"
ALERT = "#d64545"  # where a house should be mended

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
PICOCURIES = [0.1, 0.3, 1, 3, 10, 30]  # where an axis of radon has ticks


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
def survey(split: Split) -> Figure:
    """The houses to learn from: by floor, and the counties by their soil."""
    houses = split.train
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.6, 3.3))
    log_radon, upstairs = houses.log_radon.numpy(), houses.upstairs.numpy() > 0
    left.hist(
        [log_radon[~upstairs], log_radon[upstairs]],
        bins=np.linspace(np.log(LEAST), np.log(50), 28),
        stacked=True,
        rwidth=0.9,
        color=[MAIN, UPSTAIRS],
        label=["basement", "first floor"],
    )
    left.axvline(np.log(ACTION), color=ALERT, linewidth=1.2)
    left.set_ylabel("houses")
    left.grid(True, axis="y")
    _radon_axis(left.xaxis)
    _legend_above(left)

    means, counts = _county_means(split.counties, houses)
    right.scatter(
        split.counties.log_uranium,
        means,
        s=6 + 2 * counts,
        color=MAIN,
        alpha=0.55,
        linewidths=0,
    )
    right.set_title("a county's mean, larger with more houses")
    right.set_xlabel("log uranium in the soil, less the mean")
    _radon_axis(right.yaxis)
    right.set_ylim(np.log(0.8), np.log(30))
    right.grid(True)
    return fig


@figure
def elbo(history: pd.Series) -> Figure:
    """The ELBO by step: the whole way, and the last half near by."""
    fig, axes = plt.subplots(1, 2, figsize=(7.6, 3.0))
    smooth = history.rolling(20, center=True, min_periods=1).mean()
    half = history.index[len(history) // 2 :]
    for ax, steps in zip(axes, (history.index, half)):
        ax.plot(history[steps], color=SEEN, linewidth=1, label="each step")
        ax.plot(smooth[steps], color=MAIN, label="mean of 20")
        ax.set_xlabel("step")
        ax.xaxis.set_major_locator(MaxNLocator(5, integer=True))
        ax.yaxis.set_major_formatter(StrMethodFormatter("{x:,.0f}"))
        ax.grid(True)
    # Seen near by, a curve that fell over one step should not hide the rest.
    low, high = np.quantile(history[half], [0.02, 1])
    axes[1].set_ylim(low - 0.15 * (high - low), high + 0.15 * (high - low))
    axes[1].yaxis.set_major_formatter(StrMethodFormatter("{x:,.1f}"))
    axes[1].set_title("the last half")
    axes[0].set_ylabel("ELBO (nats)")
    _legend_above(axes[0])
    return fig


@figure
def shared(posterior: dict, meanings: dict[str, str]) -> Figure:
    """What the posterior says about the parameters that all houses share."""
    fig, axes = plt.subplots(1, len(meanings), figsize=(7.6, 2.3))
    for ax, (name, meaning) in zip(axes, meanings.items()):
        draws = posterior[name]
        low, high = np.quantile(draws, [0.025, 0.975])
        heights, edges = np.histogram(
            draws, np.linspace(*np.quantile(draws, [0.001, 0.999]), 31), density=True
        )
        inside = (edges[:-1] >= low) & (edges[1:] <= high)
        ax.bar(
            edges[:-1],
            heights,
            np.diff(edges),
            align="edge",
            color=np.where(inside, MAIN, SEEN),
        )
        ax.set_title(f"{name} {draws.mean():.2f}")
        ax.set_xlabel(meaning)
        ax.xaxis.set_major_locator(MaxNLocator(2))
        ax.set_yticks([])
        ax.spines["left"].set_visible(False)
    return fig


@figure
def levels(split: Split, posterior: dict) -> Figure:
    """Each county's level: what its own houses say, and what the model does."""
    counties, houses = split.counties, split.train
    x = counties.log_uranium.numpy()
    means, counts = _county_means(counties, houses)
    low, middle, high = np.quantile(posterior["level"], [0.05, 0.5, 0.95], axis=0)
    grid = np.linspace(x.min(), x.max(), 50)
    lines = posterior["mean"][:, None] + posterior["slope"][:, None] * grid
    band = np.quantile(lines, [0.05, 0.5, 0.95], axis=0)

    fig, ax = plt.subplots(figsize=(7.6, 4.4))
    ax.fill_between(grid, band[0], band[2], color=MAIN, alpha=0.15, linewidth=0)
    ax.plot(grid, band[1], color=MAIN, linewidth=1.2, label="line of the counties")
    ax.vlines(x, middle, means, color=SEEN, linewidth=0.8, alpha=0.6)
    ax.scatter(
        x,
        means,
        s=8 + 2 * counts,
        facecolors="none",
        edgecolors=SEEN,
        linewidths=1.1,
        label="mean of its own houses",
    )
    ax.vlines(x, low, high, color=MAIN, linewidth=1.4, alpha=0.8)
    ax.scatter(x, middle, s=16, color=MAIN, linewidths=0, label="level, 90%")
    ax.set_xlabel("log uranium in the soil, less the mean")
    _radon_axis(ax.yaxis, "radon in the basement (pCi/L)")
    ax.set_ylim(np.log(0.8), np.log(30))
    ax.grid(True)
    _legend_above(ax)
    return fig


@figure
def predictive(test: Predictions) -> Figure:
    """Whether the houses held out look like houses that the model makes up."""
    fig, (left, right) = plt.subplots(1, 2, figsize=(7.6, 3.2))
    bins = np.linspace(np.log(LEAST), np.log(50), 22)
    measured, _ = np.histogram(test.houses.log_radon, bins)
    made_up = np.array([np.histogram(draw, bins)[0] for draw in test.draws])
    middles = (bins[:-1] + bins[1:]) / 2
    left.bar(
        middles, measured, 0.9 * np.diff(bins), color=SEEN, alpha=0.6, label="measured"
    )
    left.plot(middles, made_up.mean(axis=0), color=MAIN, label="made up, 90%")
    low, high = np.quantile(made_up, [0.05, 0.95], axis=0)
    left.fill_between(middles, low, high, color=MAIN, alpha=0.2, linewidth=0)
    left.set_ylabel("houses")
    left.grid(True, axis="y")
    _radon_axis(left.xaxis)
    _legend_above(left)

    shares = np.linspace(0.02, 0.98, 49)
    held = np.array([test.coverage(share) for share in shares])
    chance = 1.96 * np.sqrt(shares * (1 - shares) / len(test.houses))
    right.fill_between(
        shares, shares - chance, shares + chance, color=INK, alpha=0.15, linewidth=0
    )
    right.plot(shares, shares, color=INK, linewidth=1, linestyle=(0, (4, 3)))
    right.plot(shares, held, color=MAIN)
    right.set_title("intervals, and what they hold", pad=10)
    right.set_xlabel("interval")
    right.set_ylabel("houses within")
    for axis in (right.xaxis, right.yaxis):
        axis.set_major_formatter(PercentFormatter(1, decimals=0))
    right.grid(True)
    return fig


@figure
def action(risk: pd.DataFrame) -> Figure:
    """The chance of a basement above ACTION, by county, with 90% intervals."""
    fig, ax = plt.subplots(figsize=(7.6, 0.9 + 0.27 * len(risk)))
    rows = np.arange(len(risk))
    ax.hlines(rows, risk["low"], risk["high"], color=ALERT, linewidth=5, alpha=0.3)
    ax.scatter(risk["chance"], rows, s=26, color=ALERT, linewidths=0, zorder=3)
    houses = risk["houses"]
    ax.set_yticks(rows, [f"{name} ({n})" for name, n in houses.items()])
    ax.tick_params(axis="y", length=0)
    ax.invert_yaxis()
    ax.margins(y=0.04)
    ax.xaxis.set_major_formatter(PercentFormatter(1, decimals=0))
    ax.set_xlabel(f"chance of more than {ACTION:g} pCi/L in a basement")
    ax.spines["left"].set_visible(False)
    ax.grid(True, axis="x")
    return fig


def _county_means(counties: Counties, houses: Houses) -> tuple[np.ndarray, np.ndarray]:
    """The mean log radon of each county's basements (or NaN), and how many."""
    rows = houses.upstairs.numpy() == 0
    county, log_radon = houses.county.numpy()[rows], houses.log_radon.numpy()[rows]
    counts = np.bincount(county, minlength=len(counties))
    sums = np.bincount(county, weights=log_radon, minlength=len(counties))
    return np.where(counts > 0, sums / np.maximum(counts, 1), np.nan), counts


def _radon_axis(axis, label: str = "radon (pCi/L)") -> None:
    """An axis of log radon that is read in pCi/L."""
    axis.set_ticks(np.log(PICOCURIES), PICOCURIES)
    axis.set_label_text(label)


def _legend_above(ax: Axes) -> None:
    """A legend in one row above the axes."""
    handles, _ = ax.get_legend_handles_labels()
    ax.legend(ncol=len(handles), loc="lower left", bbox_to_anchor=(0, 1.03))
