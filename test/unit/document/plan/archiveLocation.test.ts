import { deepEqual, equal, ok } from 'node:assert/strict';
import * as fc from 'fast-check';
import { KeptText } from '../../../../src/engine/document/markdown/keptText';
import { readArchiveLocations } from '../../../../src/engine/document/plan/archiveLocation';
import { readEvidence } from '../../../../src/engine/document/work/evidence';
import {
  isEvidenceName,
  readFeedbackName,
  readStrangeName,
  readWorkName,
} from '../../../../src/engine/model/fileName';
import { sliceOf } from '../../../../src/engine/model/text';

const read = (text: string) => readArchiveLocations(new KeptText(text));

describe('Reading Archive Locations', () => {
  it('points at the path, wherever it stands and however lines end', () => {
    for (const above of ['', '\ufeff', '# Plan\r\n\r\n', '---\ntitle: x\n---\n\n', '<!-- note -->\n\n']) {
      for (const line of [
        '**Archive Location**: `a/b c/d/`',
        '- **Archive Location** (when complete): [it](a/b%20c/d/INDEX.md) soon',
        'Archive Location：a/d, later',
      ]) {
        const text = `${above}${line}\r\n`;
        const [found] = read(text);
        ok(found, text);
        const written = sliceOf(text, found.span);
        ok(line.includes(written) && written.startsWith('a/'), written);
      }
    }
  });

  it('reads paths as people write them', () => {
    deepEqual(
      read('**Archive Location**: `a\\b c\\INDEX.md` and `x/y/z.md`\n').map(({ path }) => path),
      ['a/b c', 'x/y'],
    );
    deepEqual(
      read('**Archive Location**: [it](a/%C3%BC%20b/)\n').map(({ path }) => path),
      ['a/ü b'],
    );
  });

  it('marks nothing but what is written, on any text', () => {
    const part = fc.constantFrom(
      'Archive Location',
      '**',
      ': ',
      '`',
      'a/b/',
      ' ',
      '\n',
      '- ',
      '(',
      ')',
      '[x]',
      '# ',
      '|',
      'or ',
      'YYYY',
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
        const text = parts.join('');
        for (const { span, path } of read(text)) {
          equal(sliceOf(text, span).trim(), sliceOf(text, span));
          ok(path !== '');
        }
      }),
      { seed: 20_261_128, numRuns: 500 },
    );
  });
});

/** Lines for headers and fields that are as long as wanted. */
const HOSTILE: readonly (readonly [name: string, opening: string, repeated: string, end?: string])[] = [
  ['a path without end', '**Archive Location**: ', 'a/'],
  ['code without end', '**Archive Location**: ', '`a '],
  ['links without end', '**Archive Location**: ', '](a'],
  ['slashes', '**Archive Location**: `', '/', '`'],
  ['blanks around a path', '**Archive Location**: ', ' ', '/'],
  ['labels', '', '**Archive Location** ('],
  ['fields', '', '**Archive Location**: `a/b`\n'],
  ['ids of a previous execution', '**Previous Execution**: ', '1.1.', '_'],
  ['names of previous executions', '**Previous Execution**: ', 'EXECUTION_TASK_'],
  ['names of plans', '**Plan**: ', 'PLAN_'],
  ['words in capitals', '**Plan**: ', 'A-', '!'],
  ['names of SUBPLANs', '**Subplan**: ', 'SUBPLAN_A'],
  ['marks in front of an id', '**Achievement**: ', '[`*'],
  ['blanks in front of a colon', 'Mother Plan', ' ', ':'],
];

/** CPU time in ms. */
const timeOf = (text: string): number => {
  const start = process.cpuUsage();
  read(text);
  readEvidence(text);
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
};

describe('Hostile headers and fields', () => {
  for (const [name, opening, repeated, end = ''] of HOSTILE) {
    it(`take no more than their length: ${name}`, () => {
      const of = (length: number) => opening + repeated.repeat(length / repeated.length) + end;
      timeOf(of(10_000));
      const small = timeOf(of(50_000));
      const large = timeOf(of(200_000));
      ok(large < 10 * small + 60, `${small} ms, then ${large} ms`);
    }).timeout(20_000);
  }

  it('and names of any letters are read in no time', () => {
    const start = performance.now();
    for (const repeated of ['1', '1_', '1.', '_', '-', ' ', 'A_', 'Ü_', '1 (1)', '_ARCHIVED', '(', 'V2_']) {
      for (const prefix of ['SUBPLAN_', 'EXECUTION_TASK_A_', 'APPROVED_', 'FIX_']) {
        const name = `${prefix}${repeated.repeat(2_000)}.md`;
        isEvidenceName(name);
        readWorkName(name, { name: 'A', rivals: ['A_1', 'A_Ü'] });
        readFeedbackName(name, { name: 'Ü' });
        readStrangeName(name);
      }
    }
    ok(performance.now() - start < 10_000);
  }).timeout(20_000);
});
