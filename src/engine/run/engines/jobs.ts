import { createGraph } from '../../graph/graph';
import { topologyOf } from '../../graph/levels';
import { redundantEdges } from '../../graph/reduction';
import { edgesOf } from '../edges';
import type { RunItem } from '../item';
import { plannedTimes } from '../order';
import type { EngineJob } from './engine';

/** The jobs of items without cycles, for so many at the same time. */
export const engineJobs = (items: readonly RunItem[], slots: number): readonly EngineJob[] => {
  const needs = neededOf(items);
  const times = plannedTimes(items, { jobs: slots, barrier: false });
  const slotOf = slotsOf(times);
  const order = new Map(times.map(({ item, end }, at) => [item.id, { end, at }]));
  const last = { end: Number.POSITIVE_INFINITY, at: items.length };
  const byEnd = [...items].sort((one, other) => {
    const [mine, its] = [order.get(one.id) ?? last, order.get(other.id) ?? last];
    // of what takes no time, what starts first ends first
    return mine.end - its.end || mine.at - its.at;
  });
  const rankOf = new Map(byEnd.map(({ id }, rank) => [id, rank]));
  return items.map((item, place) => ({
    id: item.id,
    title: item.title,
    level: item.level,
    needs: (needs[place] ?? []).flatMap((other) => items[other]?.id ?? []),
    slot: slotOf.get(item.id) ?? 1,
    rank: rankOf.get(item.id) ?? 0,
  }));
};

/** For each place the places it waits for, ascending, without those that it waits for by others anyway. */
const neededOf = (items: readonly RunItem[]): readonly (readonly number[])[] => {
  const places = new Map(items.map(({ id }, place) => [id, place]));
  const { after } = edgesOf(items, places);
  const graph = createGraph(
    items.length,
    after.flatMap((before, node) => before.flatMap((dependency) => [node, dependency])),
  );
  const redundant = redundantEdges(graph, topologyOf(graph));
  const { starts, targets } = graph.dependencies;
  return items.map((_, node) => {
    const edges = Array.from(
      { length: (starts[node + 1] as number) - (starts[node] as number) },
      (__, at) => (starts[node] as number) + at,
    );
    return edges.filter((edge) => redundant[edge] === 0).map((edge) => targets[edge] as number);
  });
};

/** Gives each item the slot that has been free for longest when it starts. */
const slotsOf = (times: ReturnType<typeof plannedTimes>): ReadonlyMap<string, number> => {
  const free: number[] = [];
  const slots = new Map<string, number>();
  for (const { item, start, end } of times) {
    let slot = free.findIndex((since) => since <= start);
    if (slot < 0) slot = free.length;
    free[slot] = end;
    slots.set(item.id, slot + 1);
  }
  return slots;
};
