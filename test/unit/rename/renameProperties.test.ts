import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import type { AnalysedPlan } from '../../../src/engine/model/analysis';
import { applyEdits } from '../../support/applyEdits';
import { engineOver, headed } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';

const OPTIONS = { seed: 20_261_121, numRuns: 40 };
const FOLDER = '/w/X';
const PLAN = `${FOLDER}/PLAN_X.md`;

type Files = Readonly<Record<string, string>>;

/** Two achievements of a plan and new ids for the first; no two of all share their digits. */
const IDS = ['1.1', '1.2', '1.3', '2.1', '2.2', '3.5.1', '10.2'] as const;
const NEW_IDS = ['1.4', '2.9', '4.1', '10.7', '3.5.2', '7.7.7.7'] as const;

const id = fc.constantFrom(...IDS);
const some = fc.uniqueArray(id, { maxLength: 3 });
const join = fc.constantFrom(', ', ' and ', ',', '; ', ' & ');

/** What a field may say: lists in several forms, the same id twice, and where `ranges`, ranges. */
const field = (ranges: boolean): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constant('None'),
    fc.tuple(some, join).map(([all, by]) => all.join(by) || 'None'),
    some.map((all) => all.map((each) => `Achievement ${each} (the ${each} one)`).join(', ')),
    id.map((each) => `${each}, ${each}`),
    id.map((each) => `\n  - Achievement ${each}: first\n  - not 1.1 hours`),
    fc.constant('All previous achievements'),
    ...(ranges ? [fc.tuple(id, id).map(([from, to]) => `${from}-${to}`)] : []),
  );

const prose = fc
  .tuple(id, id)
  .map(([one, other]) =>
    fc.constantFrom(
      `After Achievement ${one}, ${other} hours.`,
      `See SUBPLAN_X_${one.replaceAll('.', '')}.md and Achievements ${one} and ${other}.`,
      `- ${one} Title of ${one}`,
      `| ${other} | Title of ${other} | ${one} |`,
      `\`\`\`\nAchievement ${one}\n\`\`\``,
    ),
  )
  .chain((each) => each);

const planText = (ranges: boolean): fc.Arbitrary<string> =>
  fc
    .tuple(
      fc.array(fc.option(field(ranges)), { minLength: IDS.length, maxLength: IDS.length }),
      fc.array(prose, { maxLength: 3 }),
      fc.boolean(),
      fc.constantFrom('\n', '\r\n'),
    )
    .map(([fields, texts, hasIndex, end]) =>
      [
        '# PLAN: X',
        ...texts,
        ...(hasIndex
          ? ['## Achievement Index', ...IDS.map((each) => `- ✅ Achievement ${each}: Title`)]
          : []),
        '## Desirable Achievements',
        '### Priority 1: All',
        ...IDS.map((each, at) => {
          const stated = fields[at];
          return `**Achievement ${each}**: Title of ${each}${stated ? `\n\n- **Dependencies**: ${stated}` : ''}`;
        }),
        '',
      ]
        .join('\n\n')
        .replaceAll('\n', end),
    );

const asNumber = (each: string): boolean => /^\d+\.\d+$/.test(each);

const parallelText: fc.Arbitrary<string> = fc
  .record({
    numbers: fc.boolean(),
    levels: fc.boolean(),
    lists: fc.array(fc.tuple(some, some), { minLength: IDS.length, maxLength: IDS.length }),
    crossing: fc.tuple(id, id),
  })
  .map(({ numbers, levels, lists, crossing: [from, to] }) => {
    const quoted = (each: string): string => (numbers && asNumber(each) ? each : JSON.stringify(each));
    const listed = (all: readonly string[]): string => `[${all.map(quoted).join(', ')}]`;
    const achievements = IDS.map((each, at) => {
      const [dependencies = [], blocks = []] = lists[at] ?? [];
      return `{ "id": ${quoted(each)}, "dependencies": ${listed(dependencies)}, "blocks": ${listed(blocks)}, // ${each}
        "subplan_path": "subplans/SUBPLAN_X_${each.replaceAll('.', '')}.md", "sub_executions": [{ "execution_id": "${each}.1" }] }`;
    }).join(',\n');
    const list = levels
      ? `"levels": [{ "level": 1, "achievements": [${achievements}] }]`
      : `"achievements": [${achievements}]`;
    return `{ "plan": "X", "version": "1.1", ${list}, "waves": [${listed([from])}],
      "cross_priority_dependencies": [{ "from": ${quoted(from)}, "to": ${quoted(to)} }], }`;
  });

const digits = fc.constantFrom(
  (each: string) => each.replaceAll('.', ''),
  (each: string) => each.replaceAll('.', '-'),
);

const evidence: fc.Arbitrary<Files> = fc
  .array(fc.record({ each: id, digits, kind: fc.nat(4), hasHeader: fc.boolean() }), { maxLength: 8 })
  .map((all) =>
    Object.fromEntries(
      all.map(({ each, digits: spell, kind, hasHeader }) => {
        const name =
          [
            `subplans/SUBPLAN_X_${spell(each)}`,
            `execution/EXECUTION_TASK_X_${spell(each)}_01`,
            `execution/EXECUTION_TASK_X_${spell(each)}_02`,
            `execution/feedbacks/APPROVED_${spell(each)}`,
            `execution/feedbacks/FIX_${spell(each)}`,
          ][kind] ?? '';
        const text = `See ${name.split('/').at(-1)}.md, ${spell(each)}.\n`;
        return [`${FOLDER}/${name}.md`, hasHeader ? headed(each) + text : text];
      }),
    ),
  );

const workspace = (ranges: boolean): fc.Arbitrary<Files> =>
  fc.tuple(planText(ranges), fc.option(parallelText), evidence).map(([plan, parallel, files]) => ({
    [PLAN]: plan,
    ...(parallel === null ? {} : { [`${FOLDER}/parallel.json`]: parallel }),
    ...files,
  }));

const rename = async (files: Files, from: string, to: string): Promise<Files> => {
  const { engine } = await engineOver(files);
  const result = await engine.prepareRename({ plan: uriOf(PLAN), id: from, newId: to });
  if (!result.ok) throw result.error;
  const { documents, files: renamed } = result.value;
  return Object.fromEntries(
    Object.entries(files).map(([path, text]) => {
      const edits = documents.find(({ uri }) => uri === uriOf(path))?.edits ?? [];
      const target = renamed.find((each) => each.from === uriOf(path))?.to;
      return [target?.slice('file://'.length) ?? path, applyEdits(text, edits)];
    }),
  );
};

/** What the analysis says, order of ids aside, with one id in the place of another. */
const factsOf = (plan: AnalysedPlan, swap: (id: string) => string): unknown => {
  const all = (ids: readonly string[]): readonly string[] => ids.map(swap).sort();
  return {
    source: plan.dependencySource,
    progress: plan.progress,
    levels: plan.levels.map(({ level, achievements, complete }) => [level, all(achievements), complete]),
    cycles: plan.cycles.map((cycle) => all(cycle.slice(1))).sort(),
    strays: plan.strays.length,
    achievements: plan.achievements.map((each) => ({
      id: swap(each.id),
      at: [each.line, each.priority, each.title],
      status: each.status,
      evidence: each.evidence.map(({ kind }) => kind),
      level: [each.level, each.levelReason],
      readiness: each.readiness,
      blockedBy: all(each.blockedBy),
      dependents: all(each.dependents),
      dependencies: each.dependencies.map((dependency) => [swap(dependency.id), dependency.said.length]),
    })),
  };
};

const codesOf = (findings: readonly { readonly code: string; readonly severity: string }[]) =>
  findings.flatMap(({ code, severity }) => (severity === 'error' ? [code] : [])).sort();

describe('rename of any id of any plan', () => {
  it('leaves the same plan under the new id, and no other errors', async () => {
    await fc.assert(
      fc.asyncProperty(workspace(true), id, fc.constantFrom(...NEW_IDS), async (files, from, to) => {
        const before = await engineOver(files);
        const after = await engineOver(await rename(files, from, to));
        deepEqual(
          factsOf(after.plan('X'), (each) => each),
          factsOf(before.plan('X'), (each) => (each === from ? to : each)),
        );
        deepEqual(codesOf(after.engine.snapshot.findings), codesOf(before.engine.snapshot.findings));
      }),
      OPTIONS,
    );
  });

  // ranges may be written out, and three-part ids cannot be numbers again
  it('there and back changes no file, its name included, without ranges and numbers', async () => {
    await fc.assert(
      fc.asyncProperty(workspace(false), id, fc.constantFrom(...NEW_IDS), async (files, from, to) => {
        const isNumber = /\{ "id": \d/.test(files[`${FOLDER}/parallel.json`] ?? '');
        fc.pre(!isNumber || (asNumber(from) && asNumber(to)));
        const there = await rename(files, from, to);
        ok(Object.values(there).some((text) => text.includes(to)));
        deepEqual(await rename(there, to, from), files);
      }),
      OPTIONS,
    );
  });

  it('is refused, and nothing else, for every id the plan has', async () => {
    await fc.assert(
      fc.asyncProperty(workspace(true), id, id, async (files, from, to) => {
        const { engine } = await engineOver(files);
        const result = await engine.prepareRename({ plan: uriOf(PLAN), id: from, newId: to });
        equal(result.ok, false);
      }),
      { ...OPTIONS, numRuns: 20 },
    );
  });
});
