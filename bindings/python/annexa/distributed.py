"""Simulations over many machines by Dask: the same bytes as from one thread on one machine.

    from dask.distributed import Client
    import annexa.distributed

    found = annexa.distributed.simulate(scenarios, client=Client("scheduler:8786"), trials=100_000_000, seed=7)

The workers need annexa, of the same version of the formulas. Dask is needed here alone.
"""
from __future__ import annotations

from typing import Any, Mapping, Sequence

from ._simulation import (BLOCK_YEARS, Scenario, Simulation, Treatment, _options, merge_parts, portfolio, simulation_figures,
                          simulation_part)

__all__ = ["simulate"]


def _simulate_blocks(document: Mapping[str, Any], options: Mapping[str, Any], first: int, end: int) -> bytes:
    return simulation_part(document, options, first, end)


def _merge(parts: Sequence[bytes]) -> bytes:
    return merge_parts(parts)


def simulate(scenarios: Sequence[Scenario | Mapping[str, Any]] | Mapping[str, Any], *, client: Any, currency: str = "EUR",
             trials: int = 100_000, seed: int = 0, semantics: str | None = None, dependence: Mapping[str, Any] | None = None,
             measures: Sequence[Treatment | Mapping[str, Any]] = (), treatments: Sequence[str] = (),
             tolerance: Mapping[float, float] | None = None, quantiles: Sequence[float] = (), levels: Sequence[float] = (),
             losses: Sequence[float] = (), histogram: bool = False, parts: int | None = None, retries: int = 2) -> Simulation:
    """`annexa.simulate` over the workers of a Dask `client`.

    The years are divided into `parts`, by default four for each thread of the cluster. A part that fails, or whose worker dies, is
    simulated again up to `retries` times; what was simulated twice counts once, for parts that share years are never put together.
    """
    document = portfolio(scenarios, currency=currency, semantics=semantics, dependence=dependence, treatments=measures, tolerance=tolerance)
    options = _options(trials, seed, treatments, quantiles, levels, losses, document.get("currency", currency))
    options["histogram"] = histogram
    simulation_part(document, options, 0, 1)  # what is wrong is said here, and not by a worker
    blocks = -(-trials // BLOCK_YEARS)
    if parts is None:
        parts = 4 * max(1, sum(client.nthreads().values()))
    if parts < 1:
        raise ValueError(f"parts is {parts}; at least one is needed")
    parts = max(1, min(parts, blocks))
    edges = [index * blocks // parts for index in range(parts + 1)]
    simulated = [client.submit(_simulate_blocks, document, options, first, end, pure=False, retries=retries)
                 for first, end in zip(edges, edges[1:])]
    while len(simulated) > 1:  # by eights, where the parts are
        simulated = [client.submit(_merge, simulated[index:index + 8], pure=False, retries=retries) for index in range(0, len(simulated), 8)]
    return simulation_figures(document, options, simulated[0].result())
