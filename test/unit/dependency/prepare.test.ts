import { deepEqual, equal, match, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import type { DependencyRequest } from '../../../src/engine/dependency/prepare';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { decodeUri } from '../../../src/engine/model/uri';
import { applyEdits } from '../../support/applyEdits';
import { engineOver, planOf, type TestEngine } from '../../support/engineOver';

const OPTIONS = { seed: 20_261_128, numRuns: 60 };
const PLAN = '/w/A/PLAN_A.md';
const PARALLEL = '/w/A/parallel.json';
const IDS = ['1.1', '1.2', '1.3', '2.1'];

type Change = DependencyRequest['change'];
const add = (id: string, dependsOn: string): Change => ({ kind: 'add', id, dependsOn });
const remove = (...pairs: readonly (readonly [string, string])[]): Change => ({
  kind: 'remove',
  dependencies: pairs.map(([id, dependsOn]) => ({ id, dependsOn })),
});

const pairsOf = ({ achievements }: AnalysedPlan): readonly string[] =>
  achievements.flatMap(({ id, dependencies }) => dependencies.map((each) => `${id}>${each.id}`)).sort();

/** Makes the change in the files as the editor does, and gives the reason where it is refused. */
const make = async (test: TestEngine, change: Change, name = 'A'): Promise<string | undefined> => {
  const prepared = await test.engine.prepareDependencies({ plan: test.plan(name).uri, change });
  if (!prepared.ok) return prepared.error.message;
  const { documents, created } = prepared.value;
  if (created) {
    equal(test.files.texts.has(decodeUri(created.uri).slice(7)), false);
    test.files.set(decodeUri(created.uri).slice(7), created.text);
  }
  for (const { uri, edits } of documents) {
    const path = decodeUri(uri).slice(7);
    const text = test.files.texts.get(path) ?? '';
    const changes = edits(text);
    ok(changes.length > 0, `nothing changes in ${path}`);
    test.files.set(path, applyEdits(text, changes));
  }
  await test.settled();
  return undefined;
};

const parallel = (...lines: readonly string[]): string =>
  `{\n  // mine\n  "plan_name": "A",\n  "achievements": [\n${lines.map((line) => `    ${line}`).join(',\n')}\n  ],\n  "mine": 1\n}\n`;

describe('a dependency drawn or deleted', () => {
  it('is written into parallel.json, and nothing else there changes', async () => {
    const before = parallel(
      '{ "achievement_id": "1.1", "dependencies": [] }',
      '{ "achievement_id": "1.2", "dependencies": ["1.1"], "own": [1,  2] }',
      '{ "achievement_id": "1.3" }',
    );
    const test = await engineOver({ [PLAN]: planOf('A', IDS), [PARALLEL]: before });
    equal(await make(test, add('1.3', '1.2')), undefined);
    equal(test.files.texts.get(PARALLEL), before.replace('"1.3" }', '"1.3", "dependencies": ["1.2"] }'));
    equal(await make(test, remove(['1.2', '1.1'])), undefined);
    deepEqual(pairsOf(test.plan('A')), ['1.3>1.2']);
    match(
      test.files.texts.get(PARALLEL) ?? '',
      /\/\/ mine\n[\s\S]*"dependencies": \[\], "own": \[1, {2}2\] \}/,
    );
  });

  it('lists only its own ends where parallel.json lacks them', async () => {
    const test = await engineOver({
      [PLAN]: planOf('A', [...IDS, '2.2']),
      [PARALLEL]: parallel('{ "achievement_id": "1.1", "dependencies": [] }'),
    });
    equal(await make(test, add('2.1', '1.2')), undefined);
    deepEqual(
      test.plan('A').parallel?.facts.achievements.map(({ id }) => id),
      ['1.1', '1.2', '2.1'],
    );
    deepEqual(pairsOf(test.plan('A')), ['2.1>1.2']);
  });

  it('goes from everywhere in parallel.json that states it', async () => {
    const test = await engineOver({
      [PLAN]: planOf('A', IDS),
      [PARALLEL]:
        '{ "plan_name": "A", "achievements": [\n' +
        '  { "achievement_id": "1.1", "dependencies": [], "blocks": ["1.2", "1.3"] },\n' +
        '  { "achievement_id": "1.2", "dependencies": ["1.1"] },\n' +
        '  { "achievement_id": "1.3", "dependencies": ["1.2"] }],\n' +
        '  "cross_priority_dependencies": [{ "from_achievement": "1.2", "to_achievement": "1.1" }] }',
    });
    deepEqual(pairsOf(test.plan('A')), ['1.2>1.1', '1.3>1.1', '1.3>1.2']);
    equal(await make(test, remove(['1.2', '1.1'], ['1.3', '1.2'])), undefined);
    deepEqual(pairsOf(test.plan('A')), ['1.3>1.1']);
  });

  it('stands in the fields of a PLAN that has no parallel.json', async () => {
    const fields = { '1.2': '- **Dependencies**: 1.1', '1.3': '- **Goal**: Good' };
    const test = await engineOver({ [PLAN]: planOf('A', IDS, fields) });
    equal(await make(test, add('1.3', '1.2')), undefined);
    match(test.files.texts.get(PLAN) ?? '', /- \*\*Goal\*\*: Good\n- \*\*Dependencies\*\*: 1\.2\n/);
    equal(await make(test, add('2.1', '1.1')), undefined);
    equal(await make(test, remove(['1.2', '1.1'])), undefined);
    deepEqual(pairsOf(test.plan('A')), ['1.3>1.2', '2.1>1.1']);
    equal(test.files.texts.has(PARALLEL), false);
  });

  it('stands in a new field where a PLAN has only Blocks so far', async () => {
    const test = await engineOver({ [PLAN]: planOf('A', IDS, { '1.1': '- **Blocks**: 1.2' }) });
    equal(await make(test, add('1.3', '1.2')), undefined);
    deepEqual(pairsOf(test.plan('A')), ['1.2>1.1', '1.3>1.2']);
  });

  it('makes a parallel.json where nobody stated any', async () => {
    const test = await engineOver({ [PLAN]: planOf('A', IDS) });
    equal(await make(test, add('1.2', '1.1')), undefined);
    const { dependencySource, parallel: made } = test.plan('A');
    equal(dependencySource, 'parallel.json');
    deepEqual(
      made?.facts.achievements.map(({ id }) => id),
      IDS,
    );
    deepEqual(pairsOf(test.plan('A')), ['1.2>1.1']);
  });

  it('stands in the front matter of PRPs, in the layout of the list that is there', async () => {
    const front = (id: string, rest: string): string =>
      `---\nprp_id: ${id}\n${rest}status: pending\n---\n\n# T\n`;
    const of = (id: string): string => `/w/PRPs/PRP-${id}-x.md`;
    const test = await engineOver({
      [of('7.1.1')]: front('7.1.1', ''),
      [of('7.1.2')]: front('7.1.2', 'dependencies: [PRP-7.1.1]\n'),
      [of('7.2.1')]: front('7.2.1', 'dependencies:\n  - 7.1.1 # first\n'),
      [of('7.2.2')]: front('7.2.2', 'dependencies: None\n'),
      [of('7.2.3')]: front('7.2.3', 'dependencies: []\n'),
    });
    for (const [id, dependsOn] of [
      ['7.1.2', '7.2.2'],
      ['7.2.1', '7.2.3'],
      ['7.2.2', '7.1.1'],
      ['7.2.3', '7.1.1'],
      ['7.1.1', '7.3.1'],
    ] as const) {
      const reason = await make(test, add(`PRP-${id}`, `PRP-${dependsOn}`), 'PRP-7');
      equal(reason, id === '7.1.1' ? 'PRP-7 defines no achievement PRP-7.3.1.' : undefined);
    }
    const lists = [...test.files.texts.values()].map((text) => /dependencies:[^s]*/.exec(text)?.[0].trim());
    deepEqual(lists, [
      undefined,
      'dependencies: [PRP-7.1.1, PRP-7.2.2]',
      'dependencies:\n  - 7.1.1 # fir',
      'dependencies: [PRP-7.1.1]',
      'dependencies: [PRP-7.1.1]',
    ]);
    match(test.files.texts.get(of('7.2.1')) ?? '', /\n {2}- 7\.1\.1 # first\n {2}- 7\.2\.3\n/);
    equal(await make(test, remove(['PRP-7.2.1', 'PRP-7.1.1']), 'PRP-7'), undefined);
    equal(await make(test, add('PRP-7.2.3', 'PRP-7.2.2'), 'PRP-7'), undefined);
    deepEqual(pairsOf(test.plan('PRP-7')), [
      'PRP-7.1.2>PRP-7.1.1',
      'PRP-7.1.2>PRP-7.2.2',
      'PRP-7.2.1>PRP-7.2.3',
      'PRP-7.2.2>PRP-7.1.1',
      'PRP-7.2.3>PRP-7.1.1',
      'PRP-7.2.3>PRP-7.2.2',
    ]);
  });

  it('is refused with the reason: cycles, what is there, what is not, what cannot be read', async () => {
    const test = await engineOver({
      [PLAN]: planOf('A', IDS),
      [PARALLEL]: parallel(
        '{ "achievement_id": "1.1", "dependencies": [] }',
        '{ "achievement_id": "1.2", "dependencies": ["1.1"] }',
        '{ "achievement_id": "1.3", "dependencies": ["1.2"] }',
      ),
    });
    equal(
      await make(test, add('1.1', '1.3')),
      '1.1 cannot depend on 1.3, because that would close the cycle 1.1 → 1.3 → 1.2 → 1.1.',
    );
    equal(await make(test, add('1.2', '1.1')), '1.2 depends on 1.1 already.');
    equal(await make(test, remove(['1.3', '1.1'])), '1.3 does not depend on 1.1.');
    test.files.set(PARALLEL, '{ "plan_name": "A", "achievements": [ {');
    await test.settled();
    equal(await make(test, add('2.1', '1.1')), 'parallel.json has a syntax error. Fix it first.');
  });

  it('of any sort, there and back, is where it was', async () => {
    const pairs = fc.uniqueArray(fc.tuple(fc.nat(3), fc.nat(3)), {
      maxLength: 6,
      selector: ([one, other]) => `${one}>${other}`,
    });
    const input = fc.record({ pairs, drawn: fc.tuple(fc.nat(3), fc.nat(3)), inPlan: fc.boolean() });
    const idOf = (at: number): string => IDS[at] ?? '';
    await fc.assert(
      fc.asyncProperty(input, async ({ pairs: some, drawn: [to, from], inPlan }) => {
        const forward = some.filter(([one, other]) => other < one);
        const needs = (id: string) =>
          forward.filter(([one]) => idOf(one) === id).map(([, other]) => idOf(other));
        const fields = Object.fromEntries(
          IDS.map((id) => [id, `- **Dependencies**: ${needs(id).join(', ') || 'None'}`]),
        );
        const listed = IDS.map((id) => JSON.stringify({ achievement_id: id, dependencies: needs(id) }));
        const test = await engineOver(
          inPlan
            ? { [PLAN]: planOf('A', IDS, fields) }
            : { [PLAN]: planOf('A', IDS), [PARALLEL]: parallel(...listed) },
        );
        const before = pairsOf(test.plan('A'));
        const texts = new Map(test.files.texts);
        const reason = await make(test, add(idOf(to), idOf(from)));
        deepEqual(test.plan('A').cycles, []);
        if (reason !== undefined) {
          deepEqual(pairsOf(test.plan('A')), before);
          deepEqual(test.files.texts, texts);
          return;
        }
        deepEqual(pairsOf(test.plan('A')), [...before, `${idOf(to)}>${idOf(from)}`].sort());
        equal(await make(test, remove([idOf(to), idOf(from)])), undefined);
        deepEqual(pairsOf(test.plan('A')), before);
      }),
      OPTIONS,
    );
  });
});
