import { equal, ok } from 'node:assert/strict';
import { editsTogether, preferredFixes } from '../../../../src/engine/rule/fixAll';
import { applyEdits } from '../../../support/applyEdits';
import { PLAN_URI, type PlanTexts } from '../../../support/planBuilder';
import { findings, fixed } from '../../rule/findings';

/** A fair whose PLAN has something to keep behind every dependency that is wrong. */
const PLAN = [
  '# PLAN: Fair',
  '',
  '## Desirable Achievements',
  '',
  '**Achievement 1.1**: Meadow',
  '',
  '- **Dependencies**: None',
  '',
  '**Achievement 1.2**: Tent',
  '',
  '- **Dependencies**: 1.2',
  '',
  'The council said: two tents, or none. Keep this.',
  '',
  '```sh',
  'measure meadow',
  '```',
  '',
  '| Risk | Answer |',
  '| --- | --- |',
  '| wind | ropes |',
  '',
  '**Achievement 1.3**: Stage',
  '',
  '- **Dependencies**: 8.8',
  '',
  'A second paragraph.',
  '',
  '**Achievement 1.4**: Lamps',
  '',
  '- **Dependencies**:',
  '  - 1.4',
  '  - External: the word of the mayor',
  '',
  'A third paragraph.',
  '',
  '**Achievement 1.5**: Music',
  '',
  '- **Dependencies**: **1.5**, 1.1',
  '',
  '**Achievement 1.6**: Cake',
  '',
  '- **Dependencies**: 1.6 - by mistake, 1.2 - the tent',
  '',
].join('\n');

const FIXED = PLAN.replace('**Dependencies**: 1.2\n', '**Dependencies**: None\n')
  .replace('  - 1.4\n', '')
  .replace('**1.5**, 1.1', '1.1')
  .replace('1.6 - by mistake, 1.2', '1.2');

describe('what stands behind a dependency that goes', () => {
  it('stays when everything safe is fixed at once', () => {
    let now = PLAN;
    for (let time = 0; time < 5; time++) {
      now = applyEdits(now, editsTogether(now, preferredFixes(PLAN_URI, findings({ plan: now }))));
    }
    equal(now, FIXED);
  });

  it('stays when one is fixed', () => {
    const { plan } = fixed({ plan: PLAN }, 'unknown-dependency', 'Remove the dependency of 1.3 on 8.8');
    equal(plan, PLAN.replace('8.8', 'None'));
  });

  it('stays when PLAN and parallel.json are brought together', () => {
    const plan = [
      '# PLAN: Fair',
      '',
      '## Desirable Achievements',
      '',
      '**Achievement 1.1**: Meadow',
      '',
      '**Achievement 1.2**: Tent',
      '',
      '- **Dependencies**: 1.1',
      '',
      'The council said: two tents. Keep this.',
      '',
      '**Achievement 1.3**: Stage',
      '',
      '- **Dependencies**: None (so far)',
      '',
      'And this.',
      '',
    ].join('\n');
    const entry = (id: string, ...needs: readonly string[]) => ({ achievement_id: id, dependencies: needs });
    const texts: PlanTexts = {
      plan,
      parallel: JSON.stringify({ achievements: [entry('1.1'), entry('1.2'), entry('1.3', '1.2')] }),
    };
    const titles = findings(texts, 'dependencies-differ').flatMap(({ fixes }) =>
      fixes.map(({ title }) => title),
    );
    const toPlan = (id: string): string =>
      titles.find((title) => title.startsWith('Make the PLAN') && title.includes(id)) ?? '';
    ok(toPlan('1.2') && toPlan('1.3'));
    equal(
      fixed(texts, 'dependencies-differ', toPlan('for 1.2')).plan,
      plan.replace('**Dependencies**: 1.1', '**Dependencies**: None'),
    );
    equal(
      fixed(texts, 'dependencies-differ', toPlan('for 1.3')).plan,
      plan.replace('None (so far)', '1.2 (so far)'),
    );
  });
});
