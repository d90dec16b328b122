import { deepEqual, equal } from 'node:assert/strict';
import * as fc from 'fast-check';
import { readPrp } from '../../../../src/engine/document/prp/prp';
import {
  removeFromFrontMatter,
  renameInFrontMatter,
} from '../../../../src/engine/edit/frontMatter/frontMatterEdits';
import { applyEdits } from '../../../support/applyEdits';

const OPTIONS = { seed: 20_261_121, numRuns: 300 };

const ids = ['7.1.1', '7.1.2', '7.1.10', '8.1'];
const written = fc.constantFrom(
  (id: string) => id,
  (id: string) => `PRP-${id}`,
  (id: string) => `"PRP-${id}"`,
  (id: string) => `'${id}'`,
);
const comment = fc.constantFrom('', '', ' # why, and - what');
const element = fc.record({ id: fc.constantFrom(...ids), written, comment });

/** Front matter with these dependencies in brackets, on lines of their own, or in brackets over several lines. */
const shapes: readonly ((items: readonly { readonly text: string; readonly comment: string }[]) => string)[] =
  [
    (items) => `dependencies: [${items.map(({ text }) => text).join(', ')}]${items[0]?.comment ?? ''}\n`,
    (items) => `dependencies:\n${items.map(({ text, comment: why }) => `  - ${text}${why}\n`).join('')}`,
    (items) => `dependencies: [\n${items.map(({ text, comment: why }) => `  ${text},${why}\n`).join('')}]\n`,
  ];

const front = fc
  .tuple(
    fc.uniqueArray(element, { minLength: 1, maxLength: 4, selector: ({ id }) => id }),
    fc.constantFrom(...shapes),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([elements, shape, newline]) => {
    const list = shape(elements.map((each) => ({ text: each.written(each.id), comment: each.comment })));
    const text = `---\nprp_id: 7.2.1 # own\n${list}status: pending\n---\n\n# Title\n`;
    return { text: text.replaceAll('\n', newline), all: elements.map(({ id }) => `PRP-${id}`) };
  });

const dependenciesOf = (text: string): readonly string[] =>
  readPrp('PRP-7.2.1-x.md', text).dependencies.map(({ id }) => id);

const commentsIn = (text: string): number => text.match(/ # /g)?.length ?? 0;

describe('fixes in the front matter of PRP files', () => {
  it('take out one dependency and leave the others, the comments and the rest', () => {
    fc.assert(
      fc.property(front, fc.nat(3), ({ text, all }, at) => {
        const gone = all[at % all.length] ?? '';
        const after = applyEdits(text, removeFromFrontMatter(text, gone));
        deepEqual(
          dependenciesOf(after),
          all.filter((id) => id !== gone),
          after,
        );
        deepEqual(readPrp('', after).problems, [], after);
        equal(readPrp('', after).claimedStatus, 'pending');
        equal(commentsIn(after), commentsIn(text), after);
      }),
      OPTIONS,
    );
  });

  it('let a list name another PRP and change nothing else', () => {
    fc.assert(
      fc.property(front, fc.nat(3), ({ text, all }, at) => {
        const old = all[at % all.length] ?? '';
        const after = applyEdits(text, renameInFrontMatter(text, old, 'PRP-9.10'));
        deepEqual(
          dependenciesOf(after),
          all.map((id) => (id === old ? 'PRP-9.10' : id)),
          after,
        );
        equal(after.replace('9.10', old.slice('PRP-'.length)), text);
      }),
      OPTIONS,
    );
  });
});
