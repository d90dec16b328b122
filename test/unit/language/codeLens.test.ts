import assert from 'node:assert/strict';
import { codeLensesOf } from '../../../src/language/codeLens';
import { engineOver } from '../../support/engineOver';
import { parallelPath, parallelText, parallelUri, planPath, planText, planUri } from './workspace';

const files = {
  [planPath]: planText,
  [parallelPath]: parallelText({ '1.1': [], '1.2': ['1.1'], '1.3': ['1.2'] }),
};
const subplan = { '/w/X/subplans/SUBPLAN_X_11.md': '# SUBPLAN: X 1.1\n\n**Achievement**: 1.1\n' };
const approved = { '/w/X/execution/feedbacks/APPROVED_11.md': '# APPROVED: 1.1\n' };

const titlesByLine = async (more: Readonly<Record<string, string>>, icons = false) => {
  const { engine } = await engineOver({ ...files, ...more });
  const lenses = codeLensesOf(engine.snapshot, planUri, icons);
  const byLine: Record<number, string[]> = {};
  for (const { range, command } of lenses) {
    const titles = byLine[range.start.line] ?? [];
    byLine[range.start.line] = titles;
    titles.push(command?.title ?? 'no command');
  }
  return byLine;
};

describe('lenses of a PLAN', () => {
  it('say what can be done at the top and what each achievement needs', async () => {
    assert.deepEqual(await titlesByLine({}), {
      0: [
        'Batch create SUBPLANs (level 0: 1 missing)',
        'Batch create EXECUTIONs (level 0: 1 SUBPLAN missing)',
        'What now?',
        'Show graph',
      ],
      6: ['not started · ready', 'Create SUBPLAN', 'Copy prompt'],
      10: ['not started · blocked by 1.1', 'Create SUBPLAN', 'Copy prompt'],
      12: ['not started · blocked by 1.2', 'Create SUBPLAN', 'Copy prompt'],
    });
  });

  it('say nothing of dependencies where it is over, whatever it depends on', async () => {
    const feedback = (kind: string): string => `/w/X/execution/feedbacks/${kind}_12.md`;
    const first = async (kind: string) => (await titlesByLine({ [feedback(kind)]: '' }))[10]?.[0];
    assert.equal(await first('SKIPPED'), 'skipped');
    assert.equal(await first('FIX'), 'failed');
    assert.equal(await first('APPROVED'), 'complete');
  });

  it('say so when nothing is missing, and of which priority where no order is known', async () => {
    const top = async (more: Readonly<Record<string, string>>) => (await titlesByLine(more))[0]?.slice(0, 2);
    const subplans = Object.fromEntries(
      ['11', '12', '13'].map((id) => [`/w/X/subplans/SUBPLAN_X_${id}.md`, '# SUBPLAN\n']),
    );
    assert.deepEqual(await top(subplans), [
      'Batch create SUBPLANs (none missing)',
      'Batch create EXECUTIONs (level 0: 1 missing)',
    ]);
    const { engine } = await engineOver({ [planPath]: planText });
    const [first] = codeLensesOf(engine.snapshot, planUri, false);
    assert.equal(first?.command?.title, 'Batch create SUBPLANs (priority 1: 3 missing)');
  });

  it('offer the EXECUTION once there is a SUBPLAN', async () => {
    const lenses = await titlesByLine(subplan);
    assert.deepEqual(lenses[6], [
      'SUBPLAN created · ready',
      'Create EXECUTION',
      'Open SUBPLAN',
      'Copy prompt',
    ]);
    assert.equal(lenses[0]?.[1], 'Batch create EXECUTIONs (level 0: 1 missing)');
  });

  it('offer to fill in a SUBPLAN that has places left, before there is an EXECUTION', async () => {
    const [path = '', text = ''] = Object.entries(subplan)[0] ?? [];
    const lenses = await titlesByLine({ [path]: `${text}\n<!-- fill: a -->\n\n<!-- fill: b -->\n` });
    assert.deepEqual(lenses[6], [
      'SUBPLAN created · ready',
      'Fill in SUBPLAN (2 places)',
      'Open SUBPLAN',
      'Copy prompt',
    ]);
  });

  it('offer the next EXECUTION when those there are finished and more are planned', async () => {
    const rows = '| Execution | Status |\n| --- | --- |\n| 11_01 | |\n| 11_02 | |';
    const lenses = await titlesByLine({
      '/w/X/subplans/SUBPLAN_X_11.md': `# S\n\n**Achievement**: 1.1\n\n## Active EXECUTION_TASKs\n\n${rows}\n`,
      '/w/X/execution/EXECUTION_TASK_X_11_01.md':
        '# E\n\n**Achievement**: 1.1\n\n**Status**: Complete\n\n- [x] Built\n',
    });
    assert.deepEqual(lenses[6], [
      'in progress · ready',
      'Create next EXECUTION',
      'Open EXECUTION',
      'Open SUBPLAN',
      'Copy prompt',
    ]);
  });

  it('count what is left to fill in at the top of a SUBPLAN or EXECUTION_TASK', async () => {
    const path = '/w/X/subplans/SUBPLAN_X_11.md';
    const titles = async (text: string) => {
      const { engine } = await engineOver({ ...files, [path]: text });
      return codeLensesOf(engine.snapshot, `file://${path}`, false).map(({ range, command }) => [
        range.start.line,
        command?.title,
        command?.command,
        command?.arguments,
      ]);
    };
    const head = '# S\n\n**Achievement**: 1.1\n\n';
    assert.deepEqual(await titles(`${head}<!-- fill: a -->\n\n<!-- fill: b -->\n`), [
      [0, '2 places to fill in', 'parallelPlans.nextPlaceholder', [`file://${path}`]],
    ]);
    const [[, both] = []] = await titles(`${head}<!-- fill: a -->\n\n## Synthesis\n\n<!-- fill: b -->\n`);
    assert.equal(both, '1 place to fill in, 1 more at the end');
    const [[, end] = []] = await titles(`${head}## Synthesis\n\n<!-- fill: b -->\n`);
    assert.equal(end, '1 place to fill in at the end');
    assert.deepEqual(await titles(head), []);
  });

  it('open the feedback of what is complete and unblock what waited for it', async () => {
    const lenses = await titlesByLine({ ...subplan, ...approved }, true);
    assert.deepEqual(lenses[6], ['$(pass)\u00a0complete', 'Open feedback', 'Open SUBPLAN']);
    assert.deepEqual(lenses[10], [
      '$(circle-outline)\u00a0not started · ready',
      'Create SUBPLAN',
      'Copy prompt',
    ]);
  });

  it('offer a parallel.json to a PLAN that has none', async () => {
    const { engine } = await engineOver({ [planPath]: planText });
    const lens = codeLensesOf(engine.snapshot, planUri, false).find(
      ({ command }) => command?.command === 'parallelPlans.generateParallel',
    );
    assert.deepEqual(lens?.command?.arguments, [planUri]);
    assert.equal(lens?.range.start.line, 0);
  });

  it('carry the plan and the id to the commands', async () => {
    const { engine } = await engineOver(files);
    const lens = codeLensesOf(engine.snapshot, planUri, false).find(
      ({ command }) => command?.title === 'Create SUBPLAN',
    );
    assert.deepEqual(lens?.command, {
      title: 'Create SUBPLAN',
      command: 'parallelPlans.createSubplan',
      arguments: [planUri, '1.1'],
    });
  });

  it('run the plan where the client does that', async () => {
    const { engine } = await engineOver(files);
    const runs = codeLensesOf(engine.snapshot, planUri, false, true).filter(
      ({ command }) => command?.command === 'parallelPlans.runPlan',
    );
    assert.deepEqual(
      runs.map(({ range, command }) => [range.start.line, command?.title, command?.arguments]),
      [[0, 'Run plan', [planUri]]],
    );
  });

  it('run nothing where nothing is left to do', async () => {
    const feedbacks = Object.fromEntries(
      ['11', '12', '13'].map((id) => [`/w/X/execution/feedbacks/APPROVED_${id}.md`, '# APPROVED\n']),
    );
    for (const texts of [
      { ...files, ...feedbacks },
      { [planPath]: '# PLAN: X\n\n## Goal\n\nNothing yet.\n' },
    ]) {
      const { engine } = await engineOver(texts);
      const lenses = codeLensesOf(engine.snapshot, planUri, false, true);
      assert.ok(lenses.every(({ command }) => command?.command !== 'parallelPlans.runPlan'));
    }
  });

  it('stay away from other documents', async () => {
    const { engine } = await engineOver(files);
    assert.deepEqual(codeLensesOf(engine.snapshot, parallelUri, false), []);
    assert.deepEqual(codeLensesOf(engine.snapshot, 'file:///elsewhere.md', false), []);
  });
});
