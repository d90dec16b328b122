import { createGraph } from '../graph/graph';
import type { Assignment, Tasks } from './assignment';
import { listSchedule } from './listSchedule';

/**
 * What comes of waiting for whole levels: nothing of a level starts before everything of the ones below has ended.
 * Within a level the longest work starts first.
 */
export const levelSchedule = (
  { graph, durations, executorOf, also }: Tasks,
  levels: Int32Array,
  executors: number,
  named: number,
): Assignment => {
  const whole = {
    executorOf: new Int32Array(graph.nodeCount),
    starts: new Float64Array(graph.nodeCount),
    order: new Int32Array(graph.nodeCount),
  };
  let [placed, time] = [0, 0];
  for (const members of membersByLevel(levels)) {
    const own = Float64Array.from(members, (node) => durations[node] as number);
    const tasks: Tasks = {
      graph: createGraph(members.length, []),
      durations: own,
      executorOf: Int32Array.from(members, (node) => executorOf[node] as number),
      also: new Map(
        members.flatMap((node, place) => (also.has(node) ? [[place, also.get(node) ?? []]] : [])),
      ),
    };
    const part = listSchedule(
      tasks,
      own.map((duration) => -duration),
      executors,
      named,
    );
    for (const place of part.order) {
      const node = members[place] as number;
      whole.order[placed++] = node;
      whole.executorOf[node] = part.executorOf[place] as number;
      whole.starts[node] = time + (part.starts[place] as number);
    }
    time += part.makespan;
  }
  return { ...whole, makespan: time };
};

/** The nodes of each level, from the lowest; levels without any are left out. */
const membersByLevel = (levels: Int32Array): readonly (readonly number[])[] => {
  const members: number[][] = [];
  levels.forEach((level, node) => {
    const list = members[level] ?? [];
    members[level] = list;
    list.push(node);
  });
  return members.filter((list) => list !== undefined);
};
