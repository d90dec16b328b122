import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import { readPrp } from '../../../../src/engine/document/prp/prp';
import { addToFrontMatter } from '../../../../src/engine/edit/frontMatter/addToFrontMatter';
import { removeFromFrontMatter } from '../../../../src/engine/edit/frontMatter/frontMatterEdits';
import { askedEdges } from '../../../../src/engine/edit/guard/asked';
import { guarded } from '../../../../src/engine/edit/guard/guard';
import type { TextEdit } from '../../../../src/engine/edit/textEdit';
import { sliceOf } from '../../../../src/engine/model/text';
import { applyEdits } from '../../../support/applyEdits';

const SEED = 20_261_128;
const OPTIONS = { seed: SEED, numRuns: 300 };

const ABOVE = [
  '',
  '# Product Requirement Prompt: Gate\n\n',
  '<!-- made by hand -->\n',
  '\n',
  '\n\n# Gate\n\n',
  '\ufeff',
];

const LISTS: readonly (readonly [list: string, ids: readonly string[], without: string])[] = [
  ['dependencies: PRP-3.1.2\n', ['PRP-3.1.2'], 'dependencies: []\n'],
  ['dependencies: "PRP-3.1.2" # gate\n', ['PRP-3.1.2'], 'dependencies: [] # gate\n'],
  ['dependencies: [PRP-3.1.9, PRP-3.1.2]\n', ['PRP-3.1.9', 'PRP-3.1.2'], 'dependencies: [PRP-3.1.9]\n'],
  ['dependencies: [\'3.1.2\', "3.1.9"]\n', ['PRP-3.1.9', 'PRP-3.1.2'], 'dependencies: ["3.1.9"]\n'],
  [
    'dependencies:\n  - PRP-3.1.9 # fence\n  - PRP-3.1.2\n',
    ['PRP-3.1.9', 'PRP-3.1.2'],
    'dependencies:\n  - PRP-3.1.9 # fence\n',
  ],
  [
    'dependencies:\n- "PRP-3.1.2"\n- \'PRP-3.1.9\'\n',
    ['PRP-3.1.9', 'PRP-3.1.2'],
    "dependencies:\n- 'PRP-3.1.9'\n",
  ],
  ['dependencies: [\n  PRP-3.1.9, # fence\n  PRP-3.1.2,\n]\n', ['PRP-3.1.9', 'PRP-3.1.2'], ''],
];

const file = (above: string, list: string): string =>
  `${above}---\nprp_id: PRP-3.1.1\nfeature_name: Gate\nestimated_hours: 4\n${list}status: new\n---\n\nText.\n`;

const idsOf = (text: string): readonly string[] => readPrp('', text).dependencies.map(({ id }) => id);

/** Whether the reader knows where the ids stand; while it does not, an edit must be refused. */
const areSpansTrue = (text: string): boolean =>
  readPrp('', text).dependencies.every(
    ({ id, span }) =>
      sliceOf(text, span)
        .replace(/^["']|["']$/g, '')
        .replace(/^(?:PRP-)?/, 'PRP-') === id,
  );

const edited = (
  text: string,
  removed: readonly string[],
  added: readonly string[],
  edits: readonly TextEdit[],
) => {
  const of = (dependency: string) => ({ dependent: 'PRP-3.1.1', dependency });
  const result = guarded(text, askedEdges('prp', removed.map(of), added.map(of)), edits);
  return result.ok && result.value.length > 0 ? applyEdits(text, result.value) : undefined;
};

describe(`front matter with anything above it (seed ${SEED})`, () => {
  const input = fc.record({
    above: fc.constantFrom(...ABOVE),
    list: fc.constantFrom(...LISTS),
    eol: fc.constantFrom('\n', '\r\n'),
  });

  it('loses exactly the dependency that is to go, or nothing', () => {
    fc.assert(
      fc.property(input, ({ above, list: [list, ids, without], eol }) => {
        const text = file(above, list).replaceAll('\n', eol);
        const after = edited(text, ['PRP-3.1.2'], [], removeFromFrontMatter(text, 'PRP-3.1.2'));
        if (idsOf(text).length === ids.length && areSpansTrue(text)) ok(after !== undefined, text);
        if (after === undefined) return;
        deepEqual(
          idsOf(after),
          ids.filter((id) => id !== 'PRP-3.1.2'),
        );
        if (without !== '') equal(after, file(above, without).replaceAll('\n', eol));
      }),
      OPTIONS,
    );
  });

  it('gains exactly the dependency that is to come, or nothing', () => {
    fc.assert(
      fc.property(input, ({ above, list: [list, ids], eol }) => {
        const text = file(above, list).replaceAll('\n', eol);
        const after = edited(text, [], ['PRP-3.1.7'], addToFrontMatter(text, 'PRP-3.1.7'));
        if (idsOf(text).length === ids.length && areSpansTrue(text)) ok(after !== undefined, text);
        if (after === undefined) return;
        deepEqual([...idsOf(after)].sort(), [...ids, 'PRP-3.1.7'].sort());
        equal(
          after.replace(/,?\s*(?:- )?(?:PRP-)?3\.1\.7/, '').replace(/[[\]\s]/g, ''),
          text.replace(/[[\]\s]/g, ''),
        );
      }),
      OPTIONS,
    );
  });

  it('gets a list where it has none', () => {
    for (const above of ABOVE) {
      const text = file(above, '');
      const after = edited(text, [], ['PRP-3.1.7'], addToFrontMatter(text, 'PRP-3.1.7'));
      equal(after, file(above, '').replace('status: new\n', 'status: new\ndependencies: [PRP-3.1.7]\n'));
    }
  });

  it('keeps what a value says beside the id', () => {
    const text = file('', 'dependencies: External approval\n');
    const after = edited(text, [], ['PRP-3.1.7'], addToFrontMatter(text, 'PRP-3.1.7'));
    equal(after, file('', 'dependencies: [External approval, PRP-3.1.7]\n'));
    equal(
      edited(
        file('', 'dependencies: None\n'),
        [],
        ['PRP-3.1.7'],
        addToFrontMatter(file('', 'dependencies: None\n'), 'PRP-3.1.7'),
      ),
      file('', 'dependencies: [PRP-3.1.7]\n'),
    );
  });
});
