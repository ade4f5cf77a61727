"""Distributions of amounts, rates and numbers of events."""
from __future__ import annotations

import array
import functools
import importlib
import importlib.util
import json
from dataclasses import dataclass, field, fields
from typing import Any, ClassVar, Iterable, Mapping, Sequence, Union

from ._library import content, document, text


def _numbers(raw: bytes) -> Any:
    """64-bit numbers as numpy's array, or as an array where there is no numpy."""
    if importlib.util.find_spec("numpy"):
        return importlib.import_module("numpy").frombuffer(raw, dtype="float64")
    return array.array("d", raw)


class Distribution:
    """A distribution: what a scenario is made of. Parameters are checked when it is used.

        ax.PERT(1, 2, 9).mean, ax.PERT(1, 2, 9).quantile(0.95), ax.PERT(1, 2, 9).sample(1_000, seed=7)"""

    kind: ClassVar[str]

    def _given(self) -> tuple[bytes, int]:
        return text(json.dumps(self.to_json()))

    @functools.cached_property
    def _moments(self) -> Any:
        return document("annexa_distribution_figures", *self._given(), None, 0)

    @functools.cached_property
    def mean(self) -> float:
        """Its mean."""
        return float(self._moments["mean"])

    @property
    def variance(self) -> float:
        """Its variance; infinite where it has none."""
        return float(self._moments.get("variance", "inf"))

    def _answers(self, asked: str, answered: str, wanted: str, values: Any) -> Any:
        many = isinstance(values, Iterable)
        request = {asked: [float(each) for each in (values if many else (values,))]}
        found = document("annexa_distribution_figures", *self._given(), *text(json.dumps(request)))[answered]
        answers = array.array("d", (float(each[wanted]) for each in found))
        return _numbers(answers.tobytes()) if many else answers[0]

    def quantile(self, probability: Any) -> Any:
        """The least value that is not exceeded with that probability, above 0 and below 1; of several, an array."""
        return self._answers("probabilities", "quantiles", "value", probability)

    def cdf(self, value: Any) -> Any:
        """The probability that the value is not exceeded; of several, an array."""
        return self._answers("values", "cdf", "probability", value)

    def sample(self, count: int, *, seed: int = 0, name: str = "sample") -> Any:
        """Values that are drawn: the same ones on every machine, and a longer sample begins with a shorter one.

        A simulation with that seed draws them once a year for a node of that name, "SCENARIO.MEMBER"."""
        if count < 0 or seed < 0:
            raise ValueError("count and seed are 0 or more")
        return _numbers(content("annexa_distribution_sample", *self._given(), count, seed, *text(name)))

    def to_json(self) -> dict[str, Any]:
        """As it stands in documents."""
        given = {each.name: getattr(self, each.name) for each in fields(self)}
        return {"dist": self.kind, **{name: [float(item) for item in value] if isinstance(value, (list, tuple)) else float(value)
                                      for name, value in given.items() if value is not None and value != ()}}


@dataclass(frozen=True)
class Constant(Distribution):
    """Always the same."""

    kind: ClassVar[str] = "constant"
    value: float


@dataclass(frozen=True)
class Uniform(Distribution):
    """Between two values, each alike."""

    kind: ClassVar[str] = "uniform"
    low: float
    high: float


@dataclass(frozen=True)
class Triangular(Distribution):
    """Between two values, most likely a third."""

    kind: ClassVar[str] = "triangular"
    low: float
    mode: float
    high: float


@dataclass(frozen=True)
class PERT(Distribution):
    """A beta distribution between two values, most likely a third; `lam` says how much weight that has."""

    kind: ClassVar[str] = "pert"
    low: float
    mode: float
    high: float
    lam: float = 4

    def to_json(self) -> dict[str, Any]:
        return {"dist": self.kind, "low": float(self.low), "mode": float(self.mode), "high": float(self.high), "lambda": float(self.lam)}


@dataclass(frozen=True, init=False, repr=False)
class Normal(Distribution):
    """Normal, by `mean` and `sd`; within bounds, what lies beyond them is left out, or with `clipped` moved onto them.

    Bounds move the mean: what `mean` then tells is the mean of what is left."""

    kind: ClassVar[str] = "normal"
    center: float
    sd: float
    low: float | None
    high: float | None
    clipped: bool

    def __init__(self, mean: float, sd: float, low: float | None = None, high: float | None = None, clipped: bool = False) -> None:
        for name, value in (("center", mean), ("sd", sd), ("low", low), ("high", high), ("clipped", clipped)):
            object.__setattr__(self, name, value)

    def __repr__(self) -> str:
        return f"Normal(mean={self.center!r}, sd={self.sd!r}, low={self.low!r}, high={self.high!r}, clipped={self.clipped!r})"

    def to_json(self) -> dict[str, Any]:
        bounds = {name: float(value) for name, value in (("low", self.low), ("high", self.high)) if value is not None}
        name = ("normal-clipped" if self.clipped else "normal-truncated") if bounds else "normal"
        return {"dist": name, "mean": float(self.center), "sd": float(self.sd), **bounds}


@dataclass(frozen=True)
class Lognormal(Distribution):
    """exp of a normal distribution of mean `mu` and standard deviation `sigma`."""

    kind: ClassVar[str] = "lognormal"
    mu: float
    sigma: float

    @staticmethod
    def from_interval(p05: float, p95: float) -> Distribution:
        """The one that lies between the two with a probability of 90 %."""
        return _Interval(p05, p95)

    @staticmethod
    def from_moments(mean: float, sd: float) -> Distribution:
        """The one of that mean and standard deviation."""
        return _Moments(mean, sd)


@dataclass(frozen=True)
class _Interval(Distribution):
    kind: ClassVar[str] = "lognormal-interval"
    p05: float
    p95: float


@dataclass(frozen=True)
class _Moments(Distribution):
    kind: ClassVar[str] = "lognormal-moments"
    mean: float = field()
    sd: float


@dataclass(frozen=True)
class Exponential(Distribution):
    """Exponential, by its mean."""

    kind: ClassVar[str] = "exponential"
    mean: float = field()


@dataclass(frozen=True)
class Gamma(Distribution):
    """Gamma."""

    kind: ClassVar[str] = "gamma"
    shape: float
    scale: float


@dataclass(frozen=True)
class Beta(Distribution):
    """Beta, between 0 and 1 or stretched."""

    kind: ClassVar[str] = "beta"
    alpha: float
    beta: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Weibull(Distribution):
    """Weibull."""

    kind: ClassVar[str] = "weibull"
    shape: float
    scale: float


@dataclass(frozen=True)
class GeneralizedPareto(Distribution):
    """Generalized Pareto, from `location` up."""

    kind: ClassVar[str] = "generalized-pareto"
    scale: float
    shape: float
    location: float | None = None


@dataclass(frozen=True)
class LognormalPareto(Distribution):
    """Lognormal up to its quantile `p`, beyond it a generalized Pareto tail."""

    kind: ClassVar[str] = "lognormal-pareto"
    mu: float
    sigma: float
    p: float
    shape: float
    scale: float | None = None


@dataclass(frozen=True)
class Metalog(Distribution):
    """Through three quantiles: `low` at `alpha`, the median, and `high` at 1 - `alpha`."""

    kind: ClassVar[str] = "metalog"
    low: float
    median: float
    high: float
    alpha: float | None = None
    lower_bound: float | None = None
    upper_bound: float | None = None


@dataclass(frozen=True)
class Empirical(Distribution):
    """One of the values that were seen, as often as the weights say."""

    kind: ClassVar[str] = "empirical"
    values: Sequence[float]
    weights: Sequence[float] = field(default=())

    def __post_init__(self) -> None:
        object.__setattr__(self, "values", tuple(float(each) for each in self.values))
        object.__setattr__(self, "weights", tuple(float(each) for each in self.weights))


@dataclass(frozen=True)
class Poisson(Distribution):
    """Number of events with that mean."""

    kind: ClassVar[str] = "poisson"
    rate: float


@dataclass(frozen=True)
class NegativeBinomial(Distribution):
    """Number of events, more spread than Poisson's: its rate is gamma of shape `r` and mean `mean`."""

    kind: ClassVar[str] = "negative-binomial"
    r: float
    mean: float = field()


@dataclass(frozen=True)
class Binomial(Distribution):
    """Number of `n` trials that succeed with the probability `p`."""

    kind: ClassVar[str] = "binomial"
    n: int
    p: float


@dataclass(frozen=True)
class Bernoulli(Distribution):
    """One event with the probability `p`, else none."""

    kind: ClassVar[str] = "bernoulli"
    p: float


#: A distribution, its document, or a number that is always the case.
Distributed = Union[Distribution, Mapping[str, Any], float]


def described(value: Any) -> Any:
    """A distribution as it stands in documents."""
    if isinstance(value, Distribution):
        return value.to_json()
    if isinstance(value, Mapping):
        return dict(value)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise TypeError(f"{value!r} is no distribution; ax.PERT(...), ax.Lognormal(...) and the like are, and numbers")
    return {"dist": "constant", "value": float(value)}
