import { deepEqual, equal } from 'node:assert/strict';
import { planText } from '../../../support/planBuilder';
import { findings, shown } from '../findings';

const plan = (...index: readonly string[]): string =>
  ['## 📋 Achievement Index', '', ...index, '', planText({ '1.1': undefined, '1.2': undefined })].join('\n');

const problems = (...index: readonly string[]): readonly string[] =>
  shown({ plan: plan(...index) }, 'index-mismatch').map(({ at, message }) => `${at} | ${message}`);

describe('rule index-mismatch', () => {
  it('marks an entry without a definition in every form, once', () => {
    const message = 'PLAN_SHOP.md: 1.3 | The index lists achievement 1.3, which the PLAN does not define.';
    const forms = [
      '- Achievement 1.3: Title',
      '- ✅ **Achievement 1.3**: Title (1.5-2.5 hours)',
      '**Achievement 1.3**: Title (4-6h)',
      '| 1.3 | Title |',
      '- **1.3** – Title',
      '- [ ] 1.3: Title',
      '### Achievement 1.3: Title',
    ];
    for (const form of forms)
      deepEqual(problems('- Achievement 1.1: A', '- Achievement 1.2: B', form), [message], form);
    equal(problems('- 1.1: A', '- 1.2: B', '- 1.3: C', '- 1.3: C').length, 1);
  });

  it('marks its exact place', () => {
    const text = plan('- 1.1: A', '- 1.2: B', '| 1.3 | C |');
    const [found] = findings({ plan: text }, 'index-mismatch');
    deepEqual(found?.span, { start: text.indexOf('1.3'), end: text.indexOf('1.3') + 3 });
    equal(found?.severity, 'warning');
  });

  it('names at the heading what the index leaves out, and leads to the definitions', () => {
    deepEqual(shown({ plan: plan('- Achievement 1.1: A') }, 'index-mismatch'), [
      {
        code: 'index-mismatch',
        message: 'The index leaves out 1.2.',
        at: 'PLAN_SHOP.md: ## 📋 Achievement Index',
        related: ['PLAN_SHOP.md: 1.2 | The definition of 1.2'],
        fixes: ['Add 1.2 to the index'],
      },
    ]);
  });

  it('counts those it cannot name', () => {
    const ids = Array.from({ length: 12 }, (_, at) => `1.${at + 1}`);
    const defined = planText(Object.fromEntries(ids.map((id) => [id, undefined])));
    const [found] = findings({ plan: `## Achievement Index\n\n- 1.1: A\n\n${defined}` }, 'index-mismatch');
    equal(found?.message, `The index leaves out ${ids.slice(1, 11).join(', ')} and 1 more.`);
  });

  it('is quiet about an index that is right, whatever titles it gives', () => {
    deepEqual(
      problems('**Priority 1: First** (2-4 hours)', '', '- 1.1: A', '- ✅ Achievement 1.2: B of 9.9'),
      [],
    );
  });

  it('takes ranges, efforts, struck out and hidden lines for no entries', () => {
    deepEqual(problems('- Achievement 1.1-1.4: All of it', '- Achievement 1.1: A'), []);
    const fine = ['- 1.1: A', '- 1.2: B'];
    deepEqual(problems(...fine, '- 1.5 hours', '- ~~Achievement 1.3: C~~', '2. Something'), []);
    deepEqual(problems(...fine, '```', '- Achievement 1.3: C', '```', '<!-- - Achievement 1.4: D -->'), []);
  });

  it('needs an index with entries, and definitions', () => {
    deepEqual(problems('See below.'), []);
    deepEqual(shown({ plan: planText({ '1.1': undefined }) }, 'index-mismatch'), []);
    deepEqual(shown({ plan: '# PLAN: X\n\n## Achievement Index\n\n- 1.1: A\n' }, 'index-mismatch'), []);
  });
});
