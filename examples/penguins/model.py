"""Small networks in plain numpy which tell a penguin's species by its bill.

Train one from Python with `model.main(hidden=32)`, or from a shell with
`python model.py --hidden 32`.
"""

import argparse
import inspect
from dataclasses import dataclass

import numpy as np
import pandas as pd

from lib import data

MOMENTUM = 0.9
BATCH = 32  # birds per update


# --- Layers ------------------------------------------------------------------


class Parameter:
    """An array to learn, its gradient, and the velocity it moves with."""

    def __init__(self, value: np.ndarray):
        self.value = value
        self.gradient = np.zeros_like(value)
        self.velocity = np.zeros_like(value)

    def step(self, lr: float) -> None:
        """Move one update along the negative gradient, with momentum."""
        self.velocity = MOMENTUM * self.velocity - lr * self.gradient
        self.value = self.value + self.velocity


class Dense:
    """An affine map, (n, inputs) to (n, outputs)."""

    def __init__(self, inputs: int, outputs: int, rng: np.random.Generator):
        # This spread keeps the signal's size the same from layer to layer.
        spread = 1 / np.sqrt(inputs)
        self.weights = Parameter(rng.normal(0, spread, (inputs, outputs)))
        self.bias = Parameter(np.zeros(outputs))
        self.parameters = [self.weights, self.bias]

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.x = x
        return x @ self.weights.value + self.bias.value

    def backward(self, gradient: np.ndarray) -> np.ndarray:
        self.weights.gradient = self.x.T @ gradient
        self.bias.gradient = gradient.sum(axis=0)
        return gradient @ self.weights.value.T


class Tanh:
    """A smooth bend, so that the borders between species are smooth too."""

    parameters = ()

    def forward(self, x: np.ndarray) -> np.ndarray:
        self.y = np.tanh(x)
        return self.y

    def backward(self, gradient: np.ndarray) -> np.ndarray:
        return gradient * (1 - self.y**2)


class Chain:
    """Layers, one after the other."""

    def __init__(self, *layers):
        self.layers = layers
        self.parameters = [p for layer in layers for p in layer.parameters]

    def forward(self, x: np.ndarray) -> np.ndarray:
        for layer in self.layers:
            x = layer.forward(x)
        return x

    def backward(self, gradient: np.ndarray) -> np.ndarray:
        for layer in reversed(self.layers):
            gradient = layer.backward(gradient)
        return gradient


class Residual(Chain):
    """Layers which learn a correction of their input."""

    def forward(self, x: np.ndarray) -> np.ndarray:
        return x + super().forward(x)

    def backward(self, gradient: np.ndarray) -> np.ndarray:
        return gradient + super().backward(gradient)


# --- Architectures -----------------------------------------------------------


class Network(Chain):
    """A chain from features, (n, inputs), to logits, (n, outputs).

    Every subclass is an architecture, chosen by its name in any case:
    `arch="mlp"` is the class MLP. To add one, write its class; what its
    constructor takes can be said in a dict: `{"kind": "mlp", "layers": 3}`.
    """

    @property
    def size(self) -> int:
        """How many numbers the network learns."""
        return sum(p.value.size for p in self.parameters)

    def probabilities(self, features: np.ndarray) -> np.ndarray:
        """The softmax of the logits, (n, outputs)."""
        logits = self.forward(features)
        # Less the maximum, the exponentials cannot overflow.
        powers = np.exp(logits - logits.max(axis=1, keepdims=True))
        return powers / powers.sum(axis=1, keepdims=True)


class Linear(Network):
    """Softmax regression: straight borders. Ignores hidden and layers."""

    def __init__(self, inputs, outputs, hidden, layers, rng):
        super().__init__(Dense(inputs, outputs, rng))


class MLP(Network):
    """A multilayer perceptron: hidden layers of equal width."""

    def __init__(self, inputs, outputs, hidden, layers, rng):
        widths = [inputs] + [hidden] * layers
        bends = [
            Chain(Dense(before, after, rng), Tanh())
            for before, after in zip(widths, widths[1:])
        ]
        super().__init__(*bends, Dense(widths[-1], outputs, rng))


class ResNet(Network):
    """A residual MLP: each hidden layer corrects the one before."""

    def __init__(self, inputs, outputs, hidden, layers, rng):
        blocks = [Residual(Dense(hidden, hidden, rng), Tanh()) for _ in range(layers)]
        super().__init__(
            Dense(inputs, hidden, rng), *blocks, Dense(hidden, outputs, rng)
        )


def build(arch: str | dict, inputs, outputs, rng, **sizes) -> Network:
    """The network of an architecture, untrained.

    A dict names the class as its `kind`; the rest of it goes before `sizes`.
    """
    own = {"kind": arch} if isinstance(arch, str) else dict(arch)
    name = own.pop("kind")
    known = {cls.__name__.lower(): cls for cls in Network.__subclasses__()}
    if name.lower() not in known:
        raise ValueError(f"no architecture {name!r}; known: {', '.join(known)}")
    return known[name.lower()](inputs, outputs, rng=rng, **sizes | own)


# --- Training ----------------------------------------------------------------


@dataclass(frozen=True)
class Result:
    """A trained network, how it got there, and what it says."""

    network: Network
    split: data.Split
    history: pd.DataFrame  # per epoch, from 0: loss in nats and accuracy, 0 to 1
    train: data.Predictions
    test: data.Predictions

    @property
    def metrics(self) -> dict[str, float]:
        """Accuracy, 0 to 1, and loss, in nats, on the held-out birds."""
        return {"accuracy": self.test.accuracy, "loss": self.test.loss}

    def predict(self, millimetres: np.ndarray) -> np.ndarray:
        """Probabilities, (n, 3), for bill lengths and depths in mm, (n, 2)."""
        return self.network.probabilities(self.split.scale(millimetres))


def train_epoch(
    network: Network, birds: data.Dataset, lr: float, rng: np.random.Generator
) -> None:
    """Show the network every bird once, in random batches."""
    order = rng.permutation(len(birds))
    for start in range(0, len(order), BATCH):
        batch = order[start : start + BATCH]
        # The gradient of softmax and cross-entropy together is just p - y.
        gradient = network.probabilities(birds.features[batch])
        gradient[np.arange(len(batch)), birds.labels[batch]] -= 1
        network.backward(gradient / len(batch))
        for parameter in network.parameters:
            parameter.step(lr)


def main(
    arch: str | dict = "mlp",
    hidden: int = 16,
    layers: int = 2,
    lr: float = 0.02,
    epochs: int = 100,
    seed: int = 0,
) -> Result:
    """Train one network and judge it by birds it has not seen.

    The seed fixes everything random: split, first weights, order of birds.
    """
    split = data.split(data.clean(data.load()), seed)
    rng = np.random.default_rng(seed)
    shape = len(data.FEATURES), len(data.SPECIES)
    network = build(arch, *shape, rng, hidden=hidden, layers=layers)

    history = []
    for epoch in range(epochs + 1):
        if epoch > 0:
            train_epoch(network, split.train, lr, rng)
        train, test = (
            data.Predictions(birds, network.probabilities(birds.features))
            for birds in (split.train, split.test)
        )
        if not np.isfinite(train.loss):
            raise FloatingPointError(f"diverged in epoch {epoch}: lower lr={lr}")
        history.append((train.loss, test.loss, train.accuracy, test.accuracy))
        if epoch % max(1, epochs // 10) == 0:
            print(
                f"epoch {epoch:4d}/{epochs}   loss {train.loss:.4f}   "
                f"held out {test.loss:.4f}   accuracy {test.accuracy:6.1%}"
            )

    columns = ["train_loss", "test_loss", "train_accuracy", "test_accuracy"]
    table = pd.DataFrame(history, columns=columns).rename_axis("epoch")
    return Result(network, split, table, train, test)


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
    main(**vars(parser.parse_args()))
