"""Samples without a workspace: how many items, which, and what follows; and how long an audit takes elsewhere."""
from __future__ import annotations

import decimal
import json
from typing import Any, Iterable, Mapping, Union

from . import records
from ._library import document, text
from ._values import to_json

#: A share above 0 and below 1. A float stands for what it prints: 0.95 is exactly 0.95.
Share = Union[str, decimal.Decimal, float]


def _share(value: Share | None) -> str | None:
    if value is None or isinstance(value, str):
        return value
    return format(decimal.Decimal(str(value)), "f")


def _answer(name: str, **members: Any) -> Any:
    request = {member: value for member, value in members.items() if value is not None}
    return document(name, *text(json.dumps(to_json(request), ensure_ascii=False)))


def _list(values: Iterable[Any] | None) -> list[Any] | None:
    return None if values is None else list(values)


def sample_size(*, population: int | None = None, confidence: Share | None = None, tolerable_rate: Share | None = None,
                allowed_deviations: int | None = None, frequency: str | None = None, sites: int | None = None, stage: str | None = None,
                size: int | None = None, strata: Iterable[Mapping[str, Any]] | None = None,
                minimum_per_stratum: int | None = None) -> records.SampleSize:
    """How many items to look at, and what that proves.

        ax.sample_size(confidence="0.95", tolerable_rate="0.05").size                  # 59
        ax.sample_size(confidence="0.95", tolerable_rate="0.05", population=250).size  # 55
        ax.sample_size(frequency="daily").statement                                    # practice, and what it does not prove
        ax.sample_size(sites=26).size                                                  # 6

    `strata` are `{"name", "population"}`; with `size` alone they share that out. Every argument that is wrong is told in one
    `UsageError`."""
    basis = "frequency" if frequency is not None else "sites" if sites is not None else "allocation" if size is not None else None
    return records.SampleSize.from_json(_answer(
        "annexa_sample_size", basis=basis, population=population if sites is None else sites, confidence=_share(confidence),
        tolerable_rate=_share(tolerable_rate), allowed_deviations=allowed_deviations, frequency=frequency, stage=stage, size=size,
        strata=_list(strata), minimum_per_stratum=minimum_per_stratum))


def sample_draw(population: int, size: int | None = None, *, seed: int | None = None, method: str | None = None,
                population_sha256: str | None = None, strata: Iterable[Mapping[str, Any]] | None = None,
                minimum_per_stratum: int | None = None, stage: str | None = None, chosen: Iterable[int] | None = None,
                reason: str | None = None) -> records.SampleDraw:
    """Draws items of a population from a seed; the same arguments give the same `items` on every machine, as positions from 1.

        ax.sample_draw(250, 25, seed=7).items

    `method` is "simple", "stratified", "systematic", "multi-site" or "judgement"; the last takes `chosen` and a `reason`."""
    return records.SampleDraw.from_json(_answer(
        "annexa_sample_draw", method=method, population=population, population_sha256=population_sha256, size=size, seed=seed,
        strata=_list(strata), minimum_per_stratum=minimum_per_stratum, stage=stage, chosen=_list(chosen), reason=reason))


def sample_evaluate(size: int | None = None, deviations: int | None = None, *, population: int | None = None,
                    confidence: Share | None = None, tolerable_rate: Share | None = None, method: str | None = None,
                    strata: Iterable[Mapping[str, Any]] | None = None) -> records.SampleEvaluation:
    """What follows for a population from the deviations found: `upper_limit`, `conclusion` and `statement`.

        ax.sample_evaluate(25, 0, population=250, confidence="0.95").upper_limit

    Of a stratified sample give `strata` alone: `{"name", "population", "size", "deviations"}` each."""
    return records.SampleEvaluation.from_json(_answer(
        "annexa_sample_evaluate", method=method, population=population, size=size, deviations=deviations, confidence=_share(confidence),
        tolerable_rate=_share(tolerable_rate), strata=_list(strata)))


def audit_time(persons: int, *, identical: Iterable[int] | None = None, adjustment_percent: int | None = None,
               stage: str | None = None) -> records.AuditTime:
    """How long a certification body would audit an ISMS: an upper reference for internal audits.

        ax.audit_time(180, identical=[64], stage="surveillance").days

    `identical` are head counts of activities in which all do the same; `adjustment_percent` is what complexity adds or takes away."""
    return records.AuditTime.from_json(_answer("annexa_audit_time", persons=persons, identical=_list(identical),
                                               adjustment_percent=adjustment_percent, stage=stage))
