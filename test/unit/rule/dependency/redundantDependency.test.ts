import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import { buildPlan, type PlanTexts, parallelText, planText } from '../../../support/planBuilder';
import { applied, findings, fixed, shown } from '../findings';

const CODE = 'redundant-dependency';
const OPTIONS = { seed: 20_261_121, numRuns: 100 };

describe('rule redundant-dependency', () => {
  const texts = { parallel: parallelText({ '1.1': [], '1.2': ['1.1'], '1.3': ['1.1', '1.2'] }) };

  it('marks the dependency, names the way and leads to its steps', () => {
    deepEqual(shown(texts, CODE), [
      {
        code: CODE,
        message: '1.3 depends on 1.1 anyway: 1.3 → 1.2 → 1.1.',
        at: 'parallel.json: "1.1"',
        related: ['parallel.json: "1.2" | 1.3 depends on 1.2', 'parallel.json: "1.1" | 1.2 depends on 1.1'],
        fixes: ['Remove the dependency of 1.3 on 1.1'],
      },
    ]);
    ok((findings(texts, CODE)[0]?.span.start ?? 0) > texts.parallel.indexOf('"1.3"'));
    equal(findings(texts, CODE)[0]?.severity, 'hint');
  });

  it('removes the dependency from the list and from blocks', () => {
    const twice = {
      parallel:
        '{"achievements":[{"id":"1.1","blocks":["1.3"]},{"id":"1.2","dependencies":["1.1"]},' +
        '{"id":"1.3","dependencies":["1.1","1.2"]}]}',
    };
    equal(
      fixed(twice, CODE, 'Remove the dependency of 1.3 on 1.1').parallel,
      '{"achievements":[{"id":"1.1","blocks":[]},{"id":"1.2","dependencies":["1.1"]},' +
        '{"id":"1.3","dependencies":["1.2"]}]}',
    );
  });

  it('shortens a long way and keeps its ends', () => {
    const ids = Array.from({ length: 12 }, (_, at) => `1.${at + 1}`);
    const chain = Object.fromEntries(ids.map((id, at) => [id, ids.slice(Math.max(at - 1, 0), at)]));
    const [found] = shown({ parallel: parallelText({ ...chain, '1.12': ['1.11', '1.1'] }) }, CODE);
    equal(found?.message, '1.12 depends on 1.1 anyway: 1.12 → 1.11 → 1.10 → 1.9 → 1.8 → … → 1.2 → 1.1.');
    deepEqual(found?.related, []);
  });

  it('leaves diamonds, cycles, unknown ids and the fields of a PLAN alone', () => {
    const diamond = parallelText({ '1.1': [], '1.2': ['1.1'], '1.3': ['1.1'], '1.4': ['1.2', '1.3'] });
    deepEqual(shown({ parallel: diamond }, CODE), []);
    const cycle = parallelText({ '1.1': ['1.3'], '1.2': ['1.1'], '1.3': ['1.1', '1.2'] });
    deepEqual(shown({ parallel: cycle }, CODE), []);
    deepEqual(shown({ parallel: parallelText({ '1.1': ['9.9'], '1.2': ['9.9', '1.1'] }) }, CODE), []);
    deepEqual(shown({ plan: planText({ '1.1': 'None', '1.2': '1.1', '1.3': '1.1, 1.2' }) }, CODE), []);
  });

  const size = 7;
  const id = (at: number): string => `1.${at + 1}`;
  const graph = fc
    .array(fc.subarray(Array.from({ length: size }, (_, at) => at)), { minLength: size, maxLength: size })
    .map((lists) => parallelText(Object.fromEntries(lists.map((list, at) => [id(at), list.map(id)]))));
  const acyclic = fc
    .array(fc.subarray(Array.from({ length: size }, (_, at) => at)), { minLength: size, maxLength: size })
    .map((lists) =>
      parallelText(
        Object.fromEntries(lists.map((list, at) => [id(at), list.filter((each) => each < at).map(id)])),
      ),
    );

  /** Every pair of ids of which one depends on the other, directly or through others. */
  const reachable = (texts: PlanTexts): ReadonlySet<string> => {
    const { byId } = buildPlan(texts);
    const pairs = new Set<string>();
    for (const from of byId.keys()) {
      const open = [from];
      for (let at = open.pop(); at !== undefined; at = open.pop()) {
        for (const { id: to } of byId.get(at)?.dependencies ?? []) {
          if (pairs.has(`${from} ${to}`)) continue;
          pairs.add(`${from} ${to}`);
          open.push(to);
        }
      }
    }
    return pairs;
  };

  it('offers only fixes that keep what waits for what, one by one and all together', () => {
    fc.assert(
      fc.property(fc.oneof(acyclic, graph), (parallel) => {
        const before = reachable({ parallel });
        let all: PlanTexts = { parallel };
        for (const { fixes } of findings({ parallel }, CODE)) {
          for (const fix of fixes) {
            deepEqual(reachable(applied({ parallel }, fix)), before);
            all = applied(all, fix);
          }
        }
        deepEqual(reachable(all), before);
        deepEqual(findings(all, CODE), []);
      }),
      OPTIONS,
    );
  });

  it('misses no dependency of a plan without cycles, and names ways that exist', () => {
    fc.assert(
      fc.property(acyclic, (parallel) => {
        const plan = buildPlan({ parallel });
        const all = reachable({ parallel });
        const expected = plan.achievements.flatMap(({ id: from, dependencies }) =>
          dependencies
            .filter(({ id: to }) => dependencies.some((via) => via.id !== to && all.has(`${via.id} ${to}`)))
            .map(({ id: to }) => `${from} ${to}`),
        );
        const found = plan.redundant().map((each) => `${each.id} ${each.dependsOn}`);
        deepEqual([...found].sort(), [...expected].sort());
        for (const { id: from, dependsOn, way = [] } of plan.redundant()) {
          deepEqual([way[0], way.at(-1), way.length > 2], [from, dependsOn, true]);
          way.slice(1).forEach((to, at) => {
            ok(plan.byId.get(way[at] ?? '')?.dependencies.some((each) => each.id === to));
          });
        }
      }),
      OPTIONS,
    );
  });
});
