"""Losses of scenarios, simulated."""
from __future__ import annotations

import array
import importlib
import importlib.util
import json
import sys
from dataclasses import dataclass, field
from typing import Any, Iterator, Mapping, Sequence

from . import _html
from ._distributions import Distributed, described
from ._library import content, document, text
from ._pictures import Language, Picture
from ._task import Progress, Task
from ._values import Money, to_json

BLOCK_YEARS = 1024  #: years of a block: simulations are divided at whole blocks

_RATES = ("frequency", "loss_event_frequency", "threat_event_frequency", "contact_frequency", "probability_of_action", "vulnerability",
          "threat_capability", "resistance_strength", "severity")


@dataclass(frozen=True)
class LossForm:
    """A form of loss: what it costs, and how probable it is that an event has it."""

    form: str
    magnitude: Distributed
    probability: Distributed | None = None

    def to_json(self) -> dict[str, Any]:
        """As it stands in documents."""
        out: dict[str, Any] = {"form": self.form, "magnitude": described(self.magnitude)}
        if self.probability is not None:
            out["probability"] = described(self.probability)
        return out


@dataclass(frozen=True)
class Scenario:
    """Something that can happen: how often, and what it costs.

    How often is one of `frequency` (a number of events), `loss_event_frequency` (a rate), `threat_event_frequency`, or
    `contact_frequency` with `probability_of_action`; the last two with `vulnerability`, or `threat_capability` and
    `resistance_strength`. What it costs is `severity`, or forms of `primary_loss` and `secondary_loss`."""

    name: str
    frequency: Distributed | None = None
    severity: Distributed | None = None
    category: str = ""
    loss_event_frequency: Distributed | None = None
    threat_event_frequency: Distributed | None = None
    contact_frequency: Distributed | None = None
    probability_of_action: Distributed | None = None
    vulnerability: Distributed | None = None
    threat_capability: Distributed | None = None
    resistance_strength: Distributed | None = None
    primary_loss: Sequence[LossForm] = field(default=())
    secondary_loss: Sequence[LossForm] = field(default=())

    def to_json(self) -> dict[str, Any]:
        """As it stands in documents."""
        out: dict[str, Any] = {"name": self.name, "category": self.category}
        out.update({name: described(getattr(self, name)) for name in _RATES if getattr(self, name) is not None})
        for name in ("primary_loss", "secondary_loss"):
            if getattr(self, name):
                out[name] = [to_json(each) for each in getattr(self, name)]
        return out


@dataclass(frozen=True)
class Treatment:
    """Something that could be done: what it costs a year, and which part of each node it takes away."""

    name: str
    cost: float | Money
    reduces: Mapping[str, float]

    def to_json(self, currency: str) -> dict[str, Any]:
        """As it stands in documents."""
        cost = self.cost if isinstance(self.cost, Money) else Money(str(self.cost), currency)  # type: ignore[arg-type]
        return {"name": self.name, "cost": cost.to_json(),
                "effects": [{"node": node, "reduction": float(part)} for node, part in self.reduces.items()]}


def portfolio(scenarios: Sequence[Scenario | Mapping[str, Any]] | Mapping[str, Any], *, currency: str = "EUR", semantics: str | None = None,
              dependence: Mapping[str, Any] | None = None, treatments: Sequence[Treatment | Mapping[str, Any]] = (),
              tolerance: Mapping[float, float] | None = None) -> dict[str, Any]:
    """The document "portfolio" of some scenarios; one that is a document already stays as it is."""
    if isinstance(scenarios, Mapping):
        return dict(scenarios)
    out: dict[str, Any] = {"currency": currency, "scenarios": [to_json(each) for each in scenarios]}
    if semantics is not None:
        out["semantics"] = semantics
    if dependence is not None:
        out["dependence"] = to_json(dependence)
    if treatments:
        out["treatments"] = [each.to_json(currency) if isinstance(each, Treatment) else to_json(each) for each in treatments]
    if tolerance:
        points = sorted(tolerance.items(), key=lambda point: point[1])
        out["tolerance"] = [{"probability": float(probability), "loss": Money(str(loss), currency).to_json()}  # type: ignore[arg-type]
                            for probability, loss in points]
    return out


def _amount(money: Mapping[str, Any]) -> float:
    return float(money["amount"])


def _picture(function: str, request: dict[str, Any], title: str, width: int | None, language: Language) -> Picture:
    asked: dict[str, Any] = {**request, "title": title, "language": language}
    if width is not None:
        asked["width"] = width
    return Picture(content(function, *text(json.dumps(asked, ensure_ascii=False))))


class Curve:
    """Loss exceedance curves; a notebook shows them."""

    def __init__(self, curves: list[dict[str, Any]], tolerance: list[dict[str, Any]], title: str = "") -> None:
        self._curves, self._tolerance, self._title = curves, tolerance, title

    def overlay(self, other: Curve, name: str | None = None) -> Curve:
        """These curves with those of another one over them."""
        more = [dict(each) for each in other._curves]
        if name is not None:
            more[0]["name"] = name
        return Curve([*self._curves, *more], self._tolerance or other._tolerance, self._title)

    def picture(self, width: int | None = None, *, language: Language = "en") -> Picture:
        """The curves as an SVG file."""
        request = {"curves": self._curves, "tolerance": self._tolerance}
        return _picture("annexa_loss_curve_picture", request, self._title, width, language)

    def save(self, path: Any) -> Any:
        """Writes the picture."""
        return self.picture().save(path)

    def _repr_svg_(self) -> str:
        return self.picture().svg


class Losses(Mapping[str, Any]):
    """The simulated losses of each year, by scenario: numpy arrays of the document's currency, or arrays where there is no numpy."""

    def __init__(self, names: list[str], raw: bytes, places: int) -> None:
        self._names, self._raw, self._places = names, raw, places

    def __getitem__(self, name: str) -> Any:
        try:
            index = self._names.index(name)
        except ValueError:
            raise KeyError(name) from None
        size = len(self._raw) // len(self._names)
        if "numpy" in sys.modules or importlib.util.find_spec("numpy"):
            numpy = importlib.import_module("numpy")
            units = numpy.frombuffer(self._raw, dtype="int64", count=size // 8, offset=index * size)
            return units / 10 ** self._places if self._places else units
        whole = array.array("q", self._raw[index * size:(index + 1) * size])
        return array.array("d", (each / 10 ** self._places for each in whole))

    def __iter__(self) -> Iterator[str]:
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._names)


class Simulation:
    """What a simulation found. `document` is all of it; figures come with their standard errors."""

    def __init__(self, found: dict[str, Any], asked: dict[str, Any], samples: bytes | None = None, places: int = 2) -> None:
        self.document = found  #: the document "simulation-result"
        self._asked = asked
        self._samples, self._places = samples, places

    @property
    def losses(self) -> Losses:
        """The losses of each year by scenario; there with `samples=True`."""
        if self._samples is None:
            raise ValueError("no samples were kept; simulate with samples=True")
        return Losses([each["name"] for each in self.document["scenarios"]], self._samples, self._places)

    def _figures(self, of: str | None) -> dict[str, Any]:
        if of is None:
            return self.document["portfolio"]  # type: ignore[no-any-return]
        known = [*self.document["scenarios"], *self.document["categories"]]
        found = next((each for each in known if each["name"] == of), None)
        if found is None:
            raise KeyError(f"there is no scenario or category {of!r}; there are {', '.join(each['name'] for each in known)}")
        return found  # type: ignore[no-any-return]

    def mean(self, of: str | None = None) -> float:
        """The mean loss of a year: of all, or of a scenario or category."""
        return _amount(self._figures(of)["mean"]["value"])

    def _level(self, name: str, level: float, of: str | None) -> float:
        rows = self._figures(of)[name]
        row = next((each for each in rows if abs(each["level"] - level) < 1e-12), None)
        if row is None:
            raise ValueError(f"{level} is not among the levels {', '.join(str(each['level']) for each in rows)}; "
                             f"name it with {'quantiles' if name == 'quantiles' else 'levels'}= when simulating")
        return _amount(row["value"])

    def quantile(self, probability: float, of: str | None = None) -> float:
        """A quantile of the loss of a year."""
        return self._level("quantiles", probability, of)

    def value_at_risk(self, level: float = 0.95, of: str | None = None) -> float:
        """The loss that is not exceeded in so many years."""
        return self._level("value_at_risk", level, of)

    def expected_shortfall(self, level: float = 0.95, of: str | None = None) -> float:
        """The mean loss of the worst years, a part of 1 - `level` of all."""
        return self._level("expected_shortfall", level, of)

    def rows(self) -> list[dict[str, Any]]:
        """A row for each scenario, each category and all together, with the standard errors."""
        out = []
        for kind, every in (("scenario", self.document["scenarios"]), ("category", self.document["categories"]),
                            ("portfolio", [self.document["portfolio"]])):
            for each in every:
                row: dict[str, Any] = {"kind": kind, "name": each["name"], "mean": _amount(each["mean"]["value"]),
                                       "mean_error": _amount(each["mean"]["standard_error"]),
                                       "sd": _amount(each["standard_deviation"]["value"]),
                                       "sd_error": _amount(each["standard_deviation"]["standard_error"])}
                for name, short in (("value_at_risk", "var"), ("expected_shortfall", "es")):
                    for level in each[name]:
                        row[f"{short}_{level['level']:g}"] = _amount(level["value"])
                        row[f"{short}_{level['level']:g}_error"] = _amount(level["standard_error"])
                out.append(row)
        return out

    def summary(self) -> Any:
        """The rows as a DataFrame."""
        return importlib.import_module("pandas").DataFrame(self.rows())

    def curve(self, of: str | None = None) -> Curve:
        """The loss exceedance curve, with the tolerance of the document if it is that of all scenarios."""
        figures = self._figures(of)
        tolerance = self._asked.get("tolerance", []) if of is None else []
        return Curve([{"name": figures["name"], "points": figures["exceedance"]}], tolerance)

    def histogram(self, of: str | None = None, *, title: str = "", width: int | None = None, language: Language = "en") -> Picture:
        """How the losses of a year spread, with mean and values at risk; there with `histogram=True`. Its numbers are "histogram" in
        the document."""
        figures = self._figures(of)
        if not figures.get("histogram") and figures["loss_probability"]["value"] > 0:
            raise ValueError("no histogram was kept; simulate with histogram=True")
        return _picture("annexa_loss_histogram_picture", {"figures": figures}, title, width, language)

    def __repr__(self) -> str:
        found = self.document
        mean = found["portfolio"]["mean"]
        return (f"<Simulation of {len(found['scenarios'])} scenarios: mean {mean['value']['amount']} +- {mean['standard_error']['amount']} "
                f"{found['currency']}, trials={found['trials']}, seed={found['seed']}>")

    def _repr_html_(self) -> str:
        rows = self.rows()
        return _html.table(repr(self)[1:-1], rows[0], ([f"{cell:,.2f}" if isinstance(cell, float) else cell for cell in row.values()] for row in rows))


def _options(trials: int, seed: int, treatments: Sequence[str], quantiles: Sequence[float], levels: Sequence[float],
             losses: Sequence[float], currency: str) -> dict[str, Any]:
    return {"trials": trials, "seed": seed, "treatments": list(treatments), "quantiles": [float(each) for each in quantiles],
            "levels": [float(each) for each in levels],
            "losses": [Money(str(each), currency).to_json() for each in losses]}  # type: ignore[arg-type]


def simulate(scenarios: Sequence[Scenario | Mapping[str, Any]] | Mapping[str, Any], *, currency: str = "EUR", trials: int = 100_000,
             seed: int = 0, semantics: str | None = None, dependence: Mapping[str, Any] | None = None,
             measures: Sequence[Treatment | Mapping[str, Any]] = (), treatments: Sequence[str] = (),
             tolerance: Mapping[float, float] | None = None, quantiles: Sequence[float] = (), levels: Sequence[float] = (),
             losses: Sequence[float] = (), engine: str = "monte-carlo", histogram: bool = False, samples: bool = False, threads: int = 1,
             progress: Progress = "auto") -> Simulation:
    """Simulates the losses of scenarios over many years: the same seed gives the same figures on every machine, for any number of threads.

    `scenarios` are `Scenario` objects, or a document "portfolio" as `annexa risk simulate` reads it. `measures` can be done, and
    `treatments` names those of them that are. `tolerance` says what loss is borne with which probability: `{0.1: 500_000}`.
    `quantiles`, `levels` and `losses` name more of what is to be told, `histogram` gives histograms too. `engine="fft"` computes what is
    independent instead. Memory does not grow with `trials`, unless `samples` are kept.
    """
    asked = portfolio(scenarios, currency=currency, semantics=semantics, dependence=dependence, treatments=measures, tolerance=tolerance)
    options = _options(trials, seed, treatments, quantiles, levels, losses, asked.get("currency", currency))
    options |= {"engine": engine, "histogram": histogram}
    given = (*text(json.dumps(asked, ensure_ascii=False)), *text(json.dumps(options)))
    with Task(progress) as task:
        found: dict[str, Any] = document("annexa_risk_simulate", *given, threads, task)
    kept = None
    if samples:
        with Task(progress) as task:
            kept = content("annexa_simulation_samples", *given, threads, task)
    amount = found["portfolio"]["mean"]["value"]["amount"]
    return Simulation(found, asked, kept, len(amount.partition(".")[2]))


class Optimization:
    """The best treatments that were found, and the years without and with them."""

    def __init__(self, found: dict[str, Any], asked: dict[str, Any]) -> None:
        self.document = found  #: the document "optimization-result"
        self.before = Simulation(found["before"], asked)  #: without treatments
        self.result = Simulation(found["after"], asked)  #: with the chosen ones

    @property
    def chosen(self) -> list[str]:
        """The names of the chosen treatments."""
        return list(self.document["choice"]["chosen"]["treatments"])

    @property
    def cost(self) -> float:
        """What they cost together in a year."""
        return _amount(self.document["choice"]["chosen"]["cost"])

    @property
    def proven(self) -> bool:
        """True if no other choice within the budget is better."""
        return bool(self.document["choice"]["proven"])

    @property
    def gap(self) -> float:
        """By how much another choice may be better: 0 if proven."""
        return float(self.document["choice"]["gap"])

    @property
    def rosi(self) -> tuple[float, float] | None:
        """(reduction - cost) / cost and its standard error; None where nothing is spent."""
        found = self.document.get("rosi")
        return None if found is None else (found["value"], found["standard_error"])

    def frontier(self) -> list[dict[str, Any]]:
        """The best choice for each budget, by rising cost; there with `frontier=`."""
        return [{"cost": _amount(each["cost"]), "objective": each["objective"], "treatments": list(each["treatments"])}
                for each in self.document["choice"].get("frontier", [])]

    def frontier_picture(self, *, title: str = "", width: int | None = None, language: Language = "en") -> Picture:
        """The least that each budget can leave, with the choice that was made; there with `frontier=`."""
        request = {"minimize": self.document["minimize"], "choice": self.document["choice"]}
        return _picture("annexa_frontier_picture", request, title, width, language)

    def __repr__(self) -> str:
        names = ", ".join(self.chosen) or "nothing"
        return f"<Optimization: {names} for {self.cost:,.2f}, {'proven' if self.proven else f'gap {self.gap:g}'}>"


def optimize(scenarios: Sequence[Scenario | Mapping[str, Any]] | Mapping[str, Any], measures: Sequence[Treatment | Mapping[str, Any]] = (), *,
             budget: float | None = None, minimize: str = "annualized_loss", level: float = 0.95, loss: float | None = None,
             add_cost: bool = False, frontier: int = 0, currency: str = "EUR", trials: int = 100_000, seed: int = 0,
             semantics: str | None = None, dependence: Mapping[str, Any] | None = None, tolerance: Mapping[float, float] | None = None,
             threads: int = 1, progress: Progress = "auto") -> Optimization:
    """Chooses the measures that leave the least under a budget.

    `minimize` is "annualized_loss", which is exact, "expected_shortfall" at `level`, or "loss_probability" of a year with more than
    `loss`; these two are simulated, every choice with the same random numbers. Up to 25 measures the choice is proven to be the best."""
    asked = portfolio(scenarios, currency=currency, semantics=semantics, dependence=dependence, treatments=measures, tolerance=tolerance)
    unit = asked.get("currency", currency)
    options: dict[str, Any] = {"minimize": minimize.replace("_", "-"), "level": float(level), "add_cost": add_cost, "frontier_points": frontier,
                               "trials": trials, "seed": seed}
    for name, amount in (("budget", budget), ("loss", loss)):
        if amount is not None:
            options[name] = Money(str(amount), unit).to_json()  # type: ignore[arg-type]
    with Task(progress) as task:
        found = document("annexa_risk_optimize", *text(json.dumps(asked, ensure_ascii=False)), *text(json.dumps(options)), threads, task)
    return Optimization(found, asked)


class Sensitivity(list[dict[str, Any]]):
    """Rows by node; a notebook shows them as a tornado diagram."""

    def __init__(self, found: dict[str, Any]) -> None:
        super().__init__({"node": each["node"], "low": _amount(each["low"]), "high": _amount(each["high"]),
                          **{name + end: each["index"][name][part] for name in ("first_order", "total")
                             for end, part in (("", "value"), ("_error", "standard_error"))}} for each in found["nodes"])
        self.document = found  #: the document "sensitivity"

    def tornado(self, *, most: int | None = None, title: str = "", width: int | None = None, language: Language = "en") -> Picture:
        """The mean loss with each input low and high, the `most` that matter most, 15 if that is left out."""
        request: dict[str, Any] = {"sensitivity": self.document}
        if most is not None:
            request["most"] = most
        return _picture("annexa_tornado_picture", request, title, width, language)

    def _repr_svg_(self) -> str:
        return self.tornado().svg


def sensitivity(scenarios: Sequence[Scenario | Mapping[str, Any]] | Mapping[str, Any], *, currency: str = "EUR", points: int = 65_536,
                seed: int = 0) -> Sensitivity:
    """What the losses hang on, a row for each node that is drawn: the mean loss with it `low` and `high` (10th and 90th percentile), and
    Sobol's indices, `first_order` and `total`, with their errors. Sorted by the distance of low and high."""
    asked = portfolio(scenarios, currency=currency)
    return Sensitivity(document("annexa_risk_sensitivity", *text(json.dumps(asked, ensure_ascii=False)), points, seed))


def simulation_part(scenarios: Mapping[str, Any], options: Mapping[str, Any], first_block: int, end_block: int, *,
                    threads: int = 1, progress: Progress = None) -> bytes:
    """What blocks `first_block` to `end_block` (without it) of a simulation come to: bytes for `merge_parts` and `simulation_figures`.

    A block has 1,024 years. `scenarios` is a document "portfolio", `options` one "simulation-options"."""
    with Task(progress) as task:
        return content("annexa_simulation_part", *text(json.dumps(scenarios, ensure_ascii=False)), *text(json.dumps(options)),
                       first_block, end_block, threads, task)


def merge_parts(parts: Sequence[bytes]) -> bytes:
    """Parts of one simulation put together, in any order. Parts that share blocks are refused."""
    if not parts:
        raise ValueError("there are no parts")
    merged = parts[0]
    for each in parts[1:]:
        merged = content("annexa_simulation_merge", merged, len(merged), each, len(each))
    return merged


def simulation_figures(scenarios: Mapping[str, Any], options: Mapping[str, Any], part: bytes) -> Simulation:
    """The figures of a part that covers all blocks of a simulation; one with gaps is refused."""
    found: dict[str, Any] = document("annexa_simulation_figures", *text(json.dumps(scenarios, ensure_ascii=False)),
                                     *text(json.dumps(options)), part, len(part))
    return Simulation(found, dict(scenarios))
