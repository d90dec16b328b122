import assert from 'node:assert/strict';
import { MarkupContent } from 'vscode-languageserver-types';
import { hoverAt } from '../../../src/language/hover';
import { engineOver } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';
import { cursorIn, parallelPath, parallelText, parallelUri, planPath, planText, planUri } from './workspace';

const parallel = parallelText({ '1.1': [], '1.2': ['1.1'], '1.3': ['1.2'] });

/** The hover at the marker in one of the two documents. */
const hover = async (path: string, marked: string): Promise<string | undefined> => {
  const { text, offset } = cursorIn(marked);
  const { engine } = await engineOver({ [planPath]: planText, [parallelPath]: parallel, [path]: text });
  const uri = path === planPath ? planUri : parallelUri;
  const contents = hoverAt(engine.snapshot, { uri, text }, offset)?.contents;
  return MarkupContent.is(contents) ? contents.value : undefined;
};

describe('hover', () => {
  it('tells of an achievement at its id in parallel.json', async () => {
    const value = await hover(
      parallelPath,
      parallel.replace('"achievement_id": "1.2"', '"achievement_id": "1|.2"'),
    );
    assert.match(value ?? '', /^\*\*1\.2 Build/);
    assert.match(value ?? '', /Status: not started; blocked by 1\.1 \(not started\)/);
    assert.match(value ?? '', /Level 1/);
    assert.match(
      value ?? '',
      /Depends on\n- \[1\.1\]\(<file:\/\/\/w\/X\/PLAN_X\.md#L7>\) Lay the base \(not started\)/,
    );
    assert.match(value ?? '', /Needed by\n- \[1\.3\]\(<.*>\) Check it \(not started\)$/);
  });

  it('tells of the achievement a dependency names', async () => {
    const value = await hover(parallelPath, parallel.replace('      "1.1"', '      "|1.1"'));
    assert.match(value ?? '', /^\*\*1\.1 Lay the base\*\*/);
    assert.match(value ?? '', /effort 2-3 hours/);
  });

  it('tells of both ends of a dependency across priorities, and of what an entry blocks', async () => {
    const text = `{"achievements": [{"id": "1.1", "dependencies": [], "blocks": ["1.2"]}, {"id": "1.3"}],
      "cross_priority_dependencies": [{"from": "1.3", "to": "1.2"}]}`;
    for (const [before, id] of [
      ['"blocks": ["', '1.2'],
      ['"from": "', '1.3'],
      ['"to": "', '1.2'],
    ] as const) {
      const value = await hover(parallelPath, text.replace(before, `${before}|`));
      assert.ok(value?.startsWith(`**${id} `), `${before}: ${value}`);
    }
  });

  it('tells of a definition in the PLAN', async () => {
    const value = await hover(planPath, planText.replace('**Achievement 1.3', '**Achi|evement 1.3'));
    assert.match(value ?? '', /^\*\*1\.3 Check it\*\*/);
  });

  it('tells of an id that the text of the PLAN mentions', async () => {
    const value = await hover(planPath, planText.replace('2-3 hours', '2 hours, then Achievement 1|.3'));
    assert.match(value ?? '', /^\*\*1\.3 Check it\*\*/);
  });

  it('shows hostile text as text', async () => {
    const value = await hover(planPath, planText.replace('**Achievement 1.2', '|**Achievement 1.2'));
    assert.doesNotMatch(value ?? '', /<img|(?<!\\)\]\(command|(?<!\\)\$\(/);
    assert.match(value ?? '', /&lt;img/);
  });

  const estimated = (hours: Readonly<Record<string, string>>): string =>
    [
      '# PLAN: X\n\n## Achievements\n',
      ...Object.entries(hours).map(
        ([id, effort]) => `**Achievement ${id}**: Do ${id}\n${effort && `\n- **Effort**: ${effort}\n`}`,
      ),
    ].join('\n');

  /** The line of the card with level, effort and slack, at the definition of `id`. */
  const placeOf = async (
    id: string,
    hours: Readonly<Record<string, string>>,
    rest: Record<string, string>,
  ) => {
    const text = estimated(hours);
    const { engine } = await engineOver({ [planPath]: text, [parallelPath]: parallel, ...rest });
    const contents = hoverAt(
      engine.snapshot,
      { uri: planUri, text },
      text.indexOf(`Achievement ${id}`),
    )?.contents;
    assert.ok(MarkupContent.is(contents));
    return contents.value.split('\n\n').find((line) => line.startsWith('Level'));
  };

  const fork = {
    [parallelPath]: parallelText({ '1.1': [], '1.2': ['1.1'], '1.3': ['1.1'], '1.4': ['1.2', '1.3'] }),
  };
  const all = { '1.1': '20 minutes', '1.2': '2-4 hours', '1.3': '30 minutes', '1.4': '1 hour' };

  it('tells how long an achievement can wait, and what lies on the critical path', async () => {
    assert.equal(
      await placeOf('1.2', all, fork),
      'Level 1 · effort 2-4 hours · starts in 0.33 hours at the earliest · on the critical path',
    );
    assert.equal(
      await placeOf('1.3', all, fork),
      'Level 1 · effort 0.5 hours · starts in 0.33 hours at the earliest · slack 2.5 hours',
    );
    assert.equal(await placeOf('1.1', all, fork), 'Level 0 · effort 0.33 hours · on the critical path');
  });

  it('tells nothing of waiting as long as an open achievement has no estimate', async () => {
    const some = { ...all, '1.2': '' };
    assert.equal(await placeOf('1.3', some, fork), 'Level 1 · effort 0.5 hours');
    const complete = { ...fork, '/w/X/execution/feedbacks/APPROVED_12.md': '' };
    assert.equal(
      await placeOf('1.3', some, complete),
      'Level 1 · effort 0.5 hours · starts in 0.33 hours at the earliest · on the critical path',
    );
    assert.equal(await placeOf('1.2', all, complete), 'Level 1 · effort 2-4 hours');
  });

  it('tells nothing of waiting where a dependency is not defined or a cycle closes', async () => {
    for (const dependencies of [['1.9'], ['1.4']]) {
      const text = parallelText({ '1.1': [], '1.2': dependencies, '1.3': ['1.1'], '1.4': ['1.2', '1.3'] });
      assert.equal(
        await placeOf('1.3', all, { [parallelPath]: text }),
        'Level 1 · effort 0.5 hours',
        dependencies.join(),
      );
    }
  });

  const documents = {
    '/w/X/subplans/SUBPLAN_X_12.md': '# SUBPLAN\n\n**Achievement**: |1.2\n',
    '/w/X/execution/EXECUTION_TASK_X_12_01.md': '# EXECUTION\n\n**Achievement Addressed**: 1.2|\n',
    '/w/X/execution/feedbacks/APPROVED_12.md': '# APPROVED\n\nAchievement 1|.2 is done.\n',
    '/w/X/execution/feedbacks/FIX_12.md': '# FIX\n\nAchievements 1.1 and |1.2 differ.\n',
    '/w/X/execution/SKIPPED_12.md': '# SKIPPED\n\nNot now: Achievement |1.2\n',
  };
  for (const [path, marked] of Object.entries(documents)) {
    it(`tells of the achievement ${path.slice(path.lastIndexOf('/') + 1)} names`, async () => {
      const { text, offset } = cursorIn(marked);
      const { engine } = await engineOver({
        [planPath]: planText,
        [parallelPath]: parallel,
        [path]: text,
      });
      const contents = hoverAt(engine.snapshot, { uri: uriOf(path), text }, offset)?.contents;
      assert.ok(MarkupContent.is(contents));
      assert.match(contents.value, /^\*\*1\.2 Build/);
    });
  }

  it('tells of PRP files at their id and at what they depend on', async () => {
    const base = '---\nprp_id: 47.1.1\nfeature_name: Base\nestimated_hours: 3\n---\n';
    const marked = '---\nprp_id: 47.2.1\nfeature_name: Roof\ndependencies: [PRP-47|.1.1]\n---\n';
    const { text, offset } = cursorIn(marked);
    const path = '/w/prp/PRP-47.2.1-roof.md';
    const { engine } = await engineOver({ '/w/prp/PRP-47.1.1-base.md': base, [path]: text });
    const cardAt = (at: number): string => {
      const contents = hoverAt(engine.snapshot, { uri: uriOf(path), text }, at)?.contents;
      return MarkupContent.is(contents) ? contents.value : '';
    };
    assert.match(cardAt(offset), /^\*\*PRP-47\.1\.1 Base\*\*/);
    assert.match(cardAt(text.indexOf('47.2.1')), /^\*\*PRP-47\.2\.1 Roof\*\*/);
  });

  it('says nothing elsewhere', async () => {
    assert.equal(await hover(planPath, planText.replace('## Des', '## D|es')), undefined);
    assert.equal(await hover(parallelPath, `|${parallel}`), undefined);
  });

  it('tells of the time of a plan, with a row for every level that is not done', async () => {
    const text = [
      '# PLAN: X',
      '',
      '## Achievements',
      '',
      ...[
        ['1.1', '2-3 hours (Actual: 3 hours)'],
        ['1.2', '4 hours'],
        ['1.3', '4-6 hours'],
        ['2.1', '45 minutes'],
      ].flatMap(([id, effort]) => [`**Achievement ${id}**: Part ${id}`, '', `- **Effort**: ${effort}`, '']),
    ].join('\n');
    const value = await hover(planPath, text.replace('# PLAN: X', '# PL|AN: X'));
    assert.equal(
      value?.split('\n\nSections')[0],
      [
        '**X**\n',
        '0 of 4 achievements complete\n',
        '11-14 h left, 10-13 h in parallel (6 % saved)\n',
        'Took 3 h for 1 achievement estimated at 2-3 h (120 %)\n',
        '| | Complete | Left | In parallel |',
        '| --- | --- | --- | --- |',
        '| Level 0 | 0/2 | 2.8-3.8 h | 2-3 h |',
        '| Level 1 | 0/1 | 4 h | 4 h |',
        '| Level 2 | 0/1 | 4-6 h | 4-6 h |\n',
        'Critical path, 11.5 hours: 1.1 → 1.2 → 1.3',
      ].join('\n'),
    );
    const card = await hover(planPath, text.replace('Achievement 1.1', 'Achievement 1|.1'));
    assert.match(card ?? '', /effort 2-3 hours · took 3 hours/);
  });

  it('tells of the plan at its title, and counts its sections', async () => {
    const value = await hover(planPath, planText.replace('# PLAN: X', '# PL|AN: X\n\n## Goal'));
    assert.match(value ?? '', /^\*\*X\*\*\n\n0 of 3 achievements complete/);
    assert.match(value ?? '', /Sections: 2 of 8 usual \(25 %\); lacks Context for LLM Execution, /);
    assert.match(value ?? '', /0 of 14 further sections of the template$/);
  });
});
