import { deepEqual } from 'node:assert/strict';
import * as fc from 'fast-check';
import { planText } from '../../support/planBuilder';
import { applied, findings } from './findings';

const OPTIONS = { seed: 20_261_121, numRuns: 200 };

const IDS = ['1.1', '1.2', '1.10', '2.1', '2.2', '3.1'];

/** An index in one form throughout, with what people put around its entries. */
const FORMS: readonly ((id: string) => readonly string[])[] = [
  (id) => [`- Achievement ${id}: Title of ${id}`],
  (id) => [`- [x] ✅ **Achievement ${id}: Title of ${id}** (2-3h)`],
  (id) => [`- **${id}** – Title of ${id}`, '  - with a note'],
  (id) => [`**Achievement ${id}**: Title of ${id} ⏱️ 2 hours`, ''],
  (id) => [`| ${id} | Title of ${id} | done |`],
  (id) => [`- ${id}: ~~Title of ${id}~~ ✅ **DONE**`],
];

const index = fc
  .tuple(
    fc.constantFrom(...FORMS),
    fc.subarray([...IDS, '7.7', '8.8'], { minLength: 1 }),
    fc.constantFrom('\n', '\r\n'),
    fc.constantFrom('', '## Desirable things'),
  )
  .map(([form, ids, eol, last]) => ({
    ids,
    text: [
      '# PLAN: Shop',
      '## Achievement Index',
      '',
      ...ids.flatMap(form),
      last,
      '',
      planText(Object.fromEntries(IDS.map((id) => [id, undefined]))),
    ]
      .join('\n')
      .replaceAll('\n', eol),
  }));

const mismatches = (plan: string): readonly string[] =>
  findings({ plan }, 'index-mismatch').map(({ message }) => message);

describe('fixes of the Achievement Index', () => {
  it('add what is left out, without touching a line, and take out what is not defined, and only that', () => {
    fc.assert(
      fc.property(index, ({ text }) => {
        let plan = text;
        for (const { message, fixes } of findings({ plan }, 'index-mismatch')) {
          const [fix] = fixes;
          if (!fix) continue;
          const before = plan.split('\n');
          plan = applied({ plan }, fix).plan ?? '';
          const after = plan.split('\n');
          const [fewer, more] = message.includes('leaves out') ? [before, after] : [after, before];
          deepEqual(withoutOthers(more, fewer), fewer, message);
          deepEqual(mismatches(plan).includes(message), false, plan);
        }
      }),
      OPTIONS,
    );
  });
});

/** The lines of `more` that are, in order, in `fewer`: all of `fewer` where nothing of it was changed. */
const withoutOthers = (more: readonly string[], fewer: readonly string[]): readonly string[] => {
  let at = 0;
  return more.filter((line) => line === fewer[at] && ++at > 0);
};
