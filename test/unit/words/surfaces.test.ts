import assert from 'node:assert/strict';
import { explain } from '../../../src/cli/status/explain';
import { next } from '../../../src/cli/status/next';
import { status } from '../../../src/cli/status/status';
import type { Workspace } from '../../../src/cli/workspace/workspace';
import { toAscii } from '../../../src/engine/graph/ascii';
import { toDot } from '../../../src/engine/graph/dot';
import { graphJsonOf } from '../../../src/engine/graph/graphJson';
import { toMermaid } from '../../../src/engine/graph/mermaid';
import { accessibleSvg } from '../../../src/engine/graph/svg';
import type { AnalysedAchievement, AnalysedPlan } from '../../../src/engine/model/analysis';
import type { AchievementId } from '../../../src/engine/model/ids';
import { preparePrompt } from '../../../src/engine/prompt/prepare';
import { describeAchievement } from '../../../src/engine/words/describe';
import { achievementTags } from '../../../src/extension/achievementTags';
import { graphModelOf } from '../../../src/extension/graph/model/graphModel';
import { achievementWords } from '../../../src/extension/tree/achievementWords';
import { codeLensesOf } from '../../../src/language/codeLens';
import { inlayHintsIn } from '../../../src/language/inlayHints';
import { queryOf } from '../../../src/webview/graph/query';
import { labelOf } from '../../../src/webview/kit/words';
import { engineOver, planOf } from '../../support/engineOver';
import { fakeTerminal } from '../../support/fakeTerminal';
import { uriOf } from '../../support/memoryFiles';

/** One achievement per standing. */
const NEEDS: Readonly<Record<AchievementId, string>> = {
  '1.1': 'None',
  '1.2': '1.1',
  '1.3': 'None',
  '1.4': '1.1',
  '1.5': '1.1',
  '1.6': '1.1',
  '1.7': '1.1',
  '1.8': 'None',
  '2.1': '2.2',
  '2.2': '2.1',
  '2.3': '2.1',
  '3.1': 'TBD',
};
const FILES: Readonly<Record<string, string>> = {
  'subplans/SUBPLAN_X_13.md': '# SUBPLAN\n\nDo it.\n',
  'subplans/SUBPLAN_X_14.md': '# SUBPLAN\n\nDo it.\n',
  'execution/EXECUTION_TASK_X_14_01.md': '# EXECUTION_TASK\n\n## Iteration Log\n\n- [x] Begun\n- [ ] More\n',
  'execution/feedbacks/APPROVED_15.md': '# APPROVED\n',
  'execution/feedbacks/FIX_16.md': '# FIX\n',
  'execution/feedbacks/SKIPPED_17.md': '# SKIPPED\n',
  'execution/feedbacks/APPROVED_18.md': '# APPROVED\n',
};

const opened = async () => {
  const ids = Object.keys(NEEDS);
  const fields = Object.fromEntries(ids.map((id) => [id, `- **Dependencies**: ${NEEDS[id]}`]));
  const documents = Object.entries(FILES).map(([name, document]) => [`/w/X/${name}`, document] as const);
  const text = planOf('X', ids, fields);
  const { engine, plan } = await engineOver({ '/w/X/PLAN_X.md': text, ...Object.fromEntries(documents) });
  return { engine, plan: plan('X'), text };
};

const workspaceOf = (plan: AnalysedPlan): Workspace => ({
  base: uriOf('/w'),
  plans: [plan],
  findings: [],
  known: [],
  families: () => [],
  allFindings: [],
  ownerOf: () => plan,
  isNamed: () => true,
  linesOf: () => undefined,
  dispose: () => undefined,
});

const printed = (command: (terminal: ReturnType<typeof fakeTerminal>) => unknown): string => {
  const terminal = fakeTerminal();
  command(terminal);
  return terminal.output.join('\n');
};

const IDS = Object.keys(NEEDS);

/** For each achievement what stands behind its title, in the line of a text where that is. */
const behindTitles = (text: string): readonly string[] =>
  IDS.map((id) => {
    const behind = new RegExp(`Title of ${id.replace('.', '\\.')}\\b(.*)`).exec(text)?.[1] ?? 'no such line';
    return behind.trim();
  });

/** What drawings say below or beside the title. */
const DRAWN = [
  'not started, ready',
  'not started, blocked',
  'SUBPLAN created, ready',
  'in progress, blocked',
  'complete',
  'failed',
  'skipped',
  'complete',
  'not started, in a cycle',
  'not started, in a cycle',
  'not started, behind a cycle',
  'not started, unclear dependencies',
];

/** One voice: whatever a surface says of an achievement, in its own order and length, it says in these words. */
describe('what every surface says of an achievement', () => {
  const each = (plan: AnalysedPlan, words: (achievement: AnalysedAchievement) => string) =>
    IDS.map((id) => words(plan.byId.get(id) ?? assert.fail(id)));

  it('in a lens', async () => {
    const { engine, plan } = await opened();
    const lenses = codeLensesOf(engine.snapshot, plan.uri, false);
    const titles = each(
      plan,
      ({ line }) => lenses.find(({ range }) => range.start.line === line - 1)?.command?.title ?? '',
    );
    assert.deepEqual(titles, [
      'not started · ready',
      'not started · blocked by 1.1',
      'SUBPLAN created · ready',
      'in progress · blocked by 1.1',
      'complete',
      'failed',
      'skipped',
      'complete',
      'not started · in a cycle',
      'not started · in a cycle',
      'not started · behind a cycle',
      'not started · unclear dependencies: “TBD”',
    ]);
  });

  it('in the tree', async () => {
    const { plan } = await opened();
    assert.deepEqual(
      each(plan, (achievement) => achievementWords(achievement).join(' · ')),
      [
        'ready · not started',
        'blocked by 1.1 · not started',
        'ready · SUBPLAN created',
        'blocked by 1.1 · in progress',
        'complete',
        'failed',
        'skipped',
        'complete',
        'in a cycle · not started',
        'in a cycle · not started',
        'behind a cycle · not started',
        'unclear dependencies: “TBD” · not started',
      ],
    );
  });

  it('in a hover', async () => {
    const { plan } = await opened();
    const lines = each(plan, (achievement) => describeAchievement(plan, achievement).split('\n\n')[1] ?? '');
    assert.deepEqual(
      lines.map((line) => line.replace(/, proved by \[[^\]]*\]\(<[^>]*>\)/, '')),
      [
        'Status: not started; ready',
        'Status: not started; blocked by 1.1 (not started)',
        'Status: SUBPLAN created; ready',
        'Status: in progress; blocked by 1.1 (not started)',
        'Status: complete',
        'Status: failed',
        'Status: skipped',
        'Status: complete',
        'Status: not started; in a cycle',
        'Status: not started; in a cycle',
        'Status: not started; behind a cycle',
        'Status: not started; unclear dependencies: “TBD”',
      ],
    );
  });

  it('in an inlay hint', async () => {
    const { engine, plan, text } = await opened();
    const whole = {
      start: { line: 0, character: 0 },
      end: { line: plan.achievements.length * 9, character: 0 },
    };
    assert.deepEqual(
      inlayHintsIn(engine.snapshot, { uri: plan.uri, text }, whole).map(({ label }) => label),
      [
        'level 0 · ready',
        'level 1 · blocked by 1.1',
        'level 0 · ready',
        'level 1 · blocked by 1.1',
        'level 1 · complete',
        'level 1 · failed',
        'level 1 · skipped',
        'level 0 · complete',
        'in a cycle · not started',
        'in a cycle · not started',
        'behind a cycle · not started',
        'level 0 · unclear dependencies: “TBD”',
      ],
    );
  });

  it('on a card of the graph, and to its search', async () => {
    const { plan } = await opened();
    const { nodes } = graphModelOf(plan);
    const nodeOf = (id: AchievementId) => nodes.find((node) => node.id === id) ?? assert.fail(id);
    assert.deepEqual(
      IDS.map((id) => /Title of [\d.]+, (.*?)(?:, level \d)?, priority/.exec(labelOf(nodeOf(id)))?.[1]),
      [
        'not started, ready',
        'not started, blocked by 1.1',
        'SUBPLAN created, ready',
        'in progress, blocked by 1.1',
        'complete',
        'failed',
        'skipped',
        'complete',
        'not started, in a cycle',
        'not started, in a cycle',
        'not started, behind a cycle',
        'not started, unclear dependencies: “TBD”',
      ],
    );
    const found = (query: string) => IDS.filter((id) => queryOf(query)?.(nodeOf(id)));
    assert.deepEqual(found('status:ready'), ['1.1', '1.3']);
    assert.deepEqual(found('status:blocked'), ['1.2', '1.4']);
    assert.deepEqual(found('status:in-cycle'), ['2.1', '2.2']);
    assert.deepEqual(found('status:behind-cycle'), ['2.3']);
    assert.deepEqual(found('status:unclear'), ['3.1']);
    assert.deepEqual(found('status:skipped'), ['1.7']);
  });

  it('in the menus of tree and graph', async () => {
    const { plan } = await opened();
    const tagged = (tag: string) =>
      plan.achievements
        .filter((one) => achievementTags(plan, one).split(' ').includes(tag))
        .map(({ id }) => id);
    assert.deepEqual(tagged('ready'), ['1.1', '1.3']);
    assert.deepEqual(tagged('blocked'), ['1.2', '1.4']);
    assert.deepEqual(tagged('unclear'), ['3.1']);
  });

  it('in drawings', async () => {
    const { plan } = await opened();
    const dot = toDot(plan)
      .replace(/\\n(.*?)"/g, ' $1\n')
      .replace(/\\n/g, ' ');
    assert.deepEqual(behindTitles(dot), DRAWN);
    assert.deepEqual(behindTitles(toMermaid(plan).replace(/<br\/>(.*?)"/g, ' $1\n')), DRAWN);
    const svg = accessibleSvg(plan, '<svg></svg>');
    assert.deepEqual(behindTitles(svg.replace(/ \((.*?)(?:, after [\d.]+)?\)/g, ' $1\n')), DRAWN);
    assert.deepEqual(
      behindTitles(toAscii(plan, { width: 100, color: false }).replace(/ {2}<- [\d.]+/g, '')),
      DRAWN,
    );
  });

  it('on the command line', async () => {
    const { plan } = await opened();
    const workspace = workspaceOf(plan);
    assert.deepEqual(behindTitles(printed((terminal) => status(terminal, workspace, { format: 'text' }))), [
      '[ready]',
      '[blocked by 1.1]',
      '[ready]',
      '[blocked by 1.1]',
      '',
      '',
      '',
      '',
      '[in a cycle]',
      '[in a cycle]',
      '[behind a cycle]',
      '[unclear dependencies: “TBD”]',
    ]);
    const said = printed((terminal) => next(terminal, workspace, { format: 'text' }));
    assert.deepEqual(
      said.split('\n').filter((line) => /^ {2}[\d.]+ (?!Title)/.test(line)),
      [
        '  1.2 blocked by 1.1',
        '  2.1 in a cycle',
        '  2.2 in a cycle',
        '  2.3 behind a cycle',
        '  3.1 may wait for something: “TBD” was not understood',
      ],
    );
    const explained = IDS.map(
      (id) => printed((terminal) => explain(terminal, workspace, id, 'text')).split('\n')[0] ?? '',
    );
    assert.deepEqual(
      explained.map((line) => line.replace(/^X [\d.]+ Title of [\d.]+: /, '')),
      DRAWN.map((words) => words.split(',')[0]),
    );
  });

  it('as data', async () => {
    const { plan } = await opened();
    const expected = [
      ['ready', true, []],
      ['blocked', false, ['1.1']],
      ['ready', true, []],
      ['blocked', false, ['1.1']],
      ['over', false, []],
      ['over', false, []],
      ['over', false, []],
      ['over', false, []],
      ['in-cycle', false, ['2.2']],
      ['in-cycle', false, ['2.1']],
      ['behind-cycle', false, ['2.1']],
      ['unknown', false, []],
    ];
    const inOrder = <T extends { readonly id: string }>(all: readonly T[]) =>
      IDS.map((id) => all.find((one) => one.id === id));
    const drawn = inOrder(graphJsonOf(plan).nodes);
    assert.deepEqual(
      drawn.map((node) => [node?.readiness, node?.ready, node?.blockedBy]),
      expected,
    );
    const json = JSON.parse(printed((terminal) => status(terminal, workspaceOf(plan), { format: 'json' })));
    const listed: readonly { id: string; readiness: string; ready: boolean; blockedBy: string[] }[] =
      json.plans[0].achievements;
    assert.deepEqual(
      inOrder(listed).map((one) => [one?.readiness, one?.ready, one?.blockedBy]),
      expected,
    );
  });

  it('in a prompt', async () => {
    const { plan } = await opened();
    const request = { kind: 'resume', plan: plan.uri, maxTokens: 8000, base: uriOf('/w') } as const;
    const prompt = await preparePrompt(plan, async () => '', request);
    const text = prompt.ok ? prompt.value.text : assert.fail(prompt.error.message);
    const standing = text.slice(text.indexOf('## Where it stands'), text.indexOf('## Done when'));
    assert.deepEqual(
      [...standing.matchAll(/^([\d.]+) Title of [\d.]+: (.*)$/gm)].map(([, id, words]) => `${id} ${words}`),
      [
        '1.1 not started',
        '1.2 not started; blocked by 1.1',
        '1.3 SUBPLAN created',
        '1.4 in progress; blocked by 1.1',
        '1.6 failed',
        '2.1 not started; in a cycle',
        '2.2 not started; in a cycle',
        '2.3 not started; behind a cycle',
        '3.1 not started; unclear dependencies: “TBD”',
      ],
    );
  });

  it('and nothing about readiness where nobody stated dependencies', async () => {
    const { plan } = await engineOver({ '/w/A/PLAN_A.md': planOf('A', ['1.1', '1.2']) });
    const loose = plan('A');
    assert.deepEqual(
      loose.achievements.map((each) => achievementWords(each)),
      [['not started'], ['not started']],
    );
    assert.doesNotMatch(
      toDot(loose) + toMermaid(loose) + describeAchievement(loose, loose.achievements[0] ?? assert.fail()),
      /ready|blocked/,
    );
    assert.deepEqual(
      graphJsonOf(loose).nodes.map(({ ready, readiness }) => [ready, readiness]),
      [
        [false, 'unknown'],
        [false, 'unknown'],
      ],
    );
  });
});
