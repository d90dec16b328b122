import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import { readEvidence } from '../../../../src/engine/document/work/evidence';
import { readPlaceholders } from '../../../../src/engine/document/work/placeholders';

const shown = (text: string): readonly string[] =>
  readPlaceholders(text).map(({ start, end, isLate }) => `${text.slice(start, end)}${isLate ? ' late' : ''}`);

describe('places to fill in', () => {
  const places: readonly (readonly [text: string, ...want: readonly string[]])[] = [
    ['<!-- fill: the steps -->', '<!-- fill: the steps -->'],
    ['- [ ] <!-- fill: a --> and <!-- fill: b -->', '<!-- fill: a -->', '<!-- fill: b -->'],
    ['[TO BE FILLED: why] and so on', '[TO BE FILLED: why]'],
    ['_(To be filled during execution)_', '(To be filled during execution)'],
    ['- [ ] [Describe the test]', '[Describe the test]'],
    ['**Phase:** [Phase Number]', '[Phase Number]'],
    ['| Time | [actual] | [status] |', '[actual] late', '[status] late'],
    ['## Iteration Log\n\n### Iteration 1: [Date]', '[Date] late'],
    [
      '## Learning\n\n[What went well]\n\n## Approach\n\n[What to do]',
      '[What went well] late',
      '[What to do]',
    ],
  ];
  for (const [text, ...want] of places) {
    it(`are found in ${JSON.stringify(text)}`, () => deepEqual(shown(text), want));
  }

  const none: readonly string[] = [
    '- [x] Done\n- [ ] To do',
    'See [The Notes](notes.md) and [Other Notes][n].',
    '[The Notes](notes.md)',
    '[Other Notes][n]',
    '**Tags**: [api, web]\n**Ids**: [1.1, 1.2]\n**Tests**: [none]',
    'Tanks (fill rate 90 %) and a guide (to be written in 2.3)',
    'The title falls back to [Some Title] there.',
    '`[TO BE FILLED]` is what it wrote (filled by hand).',
    '```\n[List what was done]\n[FILL this]\n```',
    '    [Indented Code]',
    '- [Design notes]\n\n[Design notes]: notes.md',
    '````\n```json\n[List it here]\n```\n````',
  ];
  for (const text of none) it(`are none in ${JSON.stringify(text)}`, () => deepEqual(shown(text), []));

  it('stand apart and inside any text, and are counted as found', () => {
    const part = fc.constantFrom(
      ...[
        '<!-- fill: x -->',
        '<!-- fill:',
        '-->',
        '[',
        ']',
        '(',
        ')',
        'Fill in',
        'To be filled',
        'List What',
      ],
      ...['\n', '\r\n', '# Learning\n', '```\n', '**Status**: ', 'Complete', '- ', '| ', ': ', ' ', '`'],
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const places = readPlaceholders(text);
        places.forEach(({ start, end }, at) => {
          ok(start >= (places[at - 1]?.end ?? 0) && end > start && end <= text.length, text);
        });
        const { early, late } = readEvidence(text).placeholders;
        equal(early + late, places.length);
      }),
      { seed: 20_261_121, numRuns: 500 },
    );
  });

  it('are read in time that grows with the text alone, whatever it holds', () => {
    const hostile = [
      '[',
      '(fill ',
      '<!-- fill:',
      '| [Aa b] ',
      '```\n',
      '**Status** ',
      '## Iteration\n',
      '[Aa b]\n',
    ];
    for (const part of hostile) readEvidence(`${part.repeat(Math.ceil(100_000 / part.length))}]`);
    readEvidence(`**Status**${' '.repeat(200_000)}`);
  });
});
