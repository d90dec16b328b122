import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { readPrp } from '../../../../src/engine/document/prp/prp';
import {
  batchOf,
  isPrpName,
  letterOf,
  prpIdFrom,
  prpIdOf,
  readPrpName,
  samePrp,
} from '../../../../src/engine/document/prp/prpName';
import type { PrpFacts } from '../../../../src/engine/facts/prpFacts';
import { type Span, sliceOf } from '../../../../src/engine/model/text';

const text = `---
prp_id: "47.2.10"
feature_name: Soil sensor
status: pending
estimated_hours: 1.5
dependencies: ["47.1.1", PRP-47.1.2]
---

# Soil sensor
`;

const idsOf = ({ dependencies }: PrpFacts): readonly string[] => dependencies.map(({ id }) => id);
const withHeader = (header: string): PrpFacts =>
  readPrp('PRP-9.1.1-x.md', `---\nprp_id: PRP-9.1.1\n${header}\n---\n`);
const saidBy = (value: string): PrpFacts => withHeader(`dependencies: ${value}`);

describe('Reading a PRP file', () => {
  it('reads the front matter, ids normalised and exactly as written', () => {
    const facts = readPrp('PRP-47.2.1-soil.md', text);
    assert.equal(facts.id, 'PRP-47.2.10');
    assert.equal(sliceOf(text, facts.idSpan), '"47.2.10"');
    assert.equal(facts.title, 'Soil sensor');
    assert.equal(facts.claimedStatus, 'pending');
    assert.deepEqual(facts.effort, { min: 1.5, max: 1.5 });
    assert.deepEqual(
      facts.dependencies.map(({ id, span }) => [id, sliceOf(text, span)]),
      [
        ['PRP-47.1.1', '"47.1.1"'],
        ['PRP-47.1.2', 'PRP-47.1.2'],
      ],
    );
  });

  it('is a document without front matter, named by its file and heading', () => {
    const facts = readPrp('PRP-47.2.1-soil.md', '# Soil sensor\n');
    assert.deepEqual([facts.kind, facts.id, facts.title], ['document', 'PRP-47.2.1', 'Soil sensor']);
    assert.equal(readPrp('PRP-47.2.1-soil.md', text).kind, 'prp');
    assert.equal(readPrp('PRP-47-INITIAL.md', text).kind, 'document');
  });

  it('says where the front matter is broken, and that it has no end', () => {
    const broken = '---\nprp_id: "1.1.1\nstatus: [\n---\n';
    const { problems } = readPrp('PRP-1.1.1.md', broken);
    assert.ok(problems.length > 0);
    for (const { span } of problems) assert.ok(span.end <= broken.length);
    const open = '---\nprp_id: 1.1.1\n\n# Title\n';
    const [problem] = readPrp('PRP-1.1.1.md', open).problems;
    assert.equal(problem && sliceOf(open, problem.span), '---');
    assert.equal(readPrp('PRP-1.1.2.md', open).id, 'PRP-1.1.1');
  });

  it('takes the id of the file where the front matter says none or less', () => {
    const idWith = (fileName: string, header: string): string =>
      readPrp(fileName, `---\n${header}\n---\n`).id;
    assert.equal(idWith('PRP-5.1.2-page.md', 'prp_id: TBD\ntitle: x'), 'PRP-5.1.2');
    assert.equal(idWith('PRP-5.1.2-page.md', 'id: 42\ntitle: x'), 'PRP-5.1.2');
    assert.equal(idWith('PRP-5.1.2-page.md', 'prp_id: 5.1'), 'PRP-5.1.2');
    assert.equal(idWith('PRP-5.1.2-page.md', 'prp_id: PRP-6.1.2'), 'PRP-6.1.2');
    assert.equal(idWith('PRP-30-page.md', 'prp_id: 30'), 'PRP-30');
    assert.equal(idWith('PRP-user-page.md', 'title: x'), 'PRP-user-page');
    assert.equal(idWith('PRP-user-page.md', 'prpId: prp-7.1'), 'PRP-7.1');
  });

  it('reads title, batch, stage, files and commits in their spellings', () => {
    const facts = withHeader(
      [
        'feature_name: Second',
        'title: First',
        'batch_id: 46',
        'stage: stage-2-parallel',
        'files_modified: archive/ (new dir), `src/a b.ts`, ./docs/x.md (a, b)',
        'git_commit: 8AB12cd',
        'estimated_hours: 3-5',
      ].join('\n'),
    );
    assert.equal(facts.title, 'First');
    assert.equal(facts.batch?.name, 'PRP-46');
    assert.equal(facts.stage?.number, 2);
    assert.deepEqual(
      facts.files.map(({ path }) => path),
      ['archive/', 'src/a b.ts', 'docs/x.md'],
    );
    assert.deepEqual(
      facts.commits.map(({ hash }) => hash),
      ['8ab12cd'],
    );
    assert.deepEqual(facts.effort, { min: 3, max: 5 });
    assert.equal(withHeader('batch_id: TBD').batch, undefined);
    assert.equal(withHeader('batch: batch-7').batch?.name, 'PRP-7');
    const list = withHeader(
      'files_modified:\n  - src/a.ts\n  - "src/b.ts"  # why\n  - path: src/c.ts\n    why: x',
    );
    assert.deepEqual(
      list.files.map(({ path }) => path),
      ['src/a.ts', 'src/b.ts', 'src/c.ts'],
    );
  });

  it('says which keys are nearly ones that are read', () => {
    const facts = withHeader('dependancies: [PRP-1]\nestimated_hour: 3\nreviewer: Kim\nlunch: soup');
    assert.deepEqual(
      facts.misspeltKeys.map(({ key, meant }) => [key, meant]),
      [
        ['dependancies', 'dependencies'],
        ['estimated_hour', 'hours'],
      ],
    );
  });
});

describe('Dependencies in the front matter of a PRP', () => {
  for (const none of [
    '',
    'null',
    '~',
    '[]',
    'none',
    'None',
    '["None"]',
    '[none]',
    'N/A',
    '-',
    '"-"',
    'nothing',
  ]) {
    it(`takes ${none || 'nothing'} for none`, () => {
      const facts = saidBy(none);
      assert.deepEqual([idsOf(facts), facts.otherDependencies], [[], []]);
    });
  }

  const edges: readonly (readonly [value: string, ids: readonly string[]])[] = [
    ['PRP-5.1.1', ['PRP-5.1.1']],
    ['5.1.1', ['PRP-5.1.1']],
    ['30', ['PRP-30']],
    ['[30, 34.2, 34.10]', ['PRP-30', 'PRP-34.2', 'PRP-34.10']],
    ['[prp-5.1.1, "PRP 5.1.2", PRP_5.1.3]', ['PRP-5.1.1', 'PRP-5.1.2', 'PRP-5.1.3']],
    ['PRP-5.1.1, PRP-5.1.2', ['PRP-5.1.1', 'PRP-5.1.2']],
    ['"PRP-5.1.1 and 5.1.2"', ['PRP-5.1.1', 'PRP-5.1.2']],
    ['PRP-A (needs x, y), PRP-B', ['PRP-A', 'PRP-B']],
    [
      '["PRP-5.1.1: Base", PRP-5.1.2-page.md, ../executed/PRP-5.1.3-api.md]',
      ['PRP-5.1.1', 'PRP-5.1.2', 'PRP-5.1.3'],
    ],
    [
      '["[PRP-5.1.1](PRP-5.1.1-base.md)", "`PRP-5.1.2`", "**PRP-5.1.3**"]',
      ['PRP-5.1.1', 'PRP-5.1.2', 'PRP-5.1.3'],
    ],
    ['"[the base](../done/PRP-5.1.1-base.md)"', ['PRP-5.1.1']],
    ['after PRP-5.1.1', ['PRP-5.1.1']],
    ['Depends on PRP-5.1.1 & PRP-5.1.2', ['PRP-5.1.1', 'PRP-5.1.2']],
    ['|\n  PRP-5.1.1\n  - PRP-5.1.2\n', ['PRP-5.1.1', 'PRP-5.1.2']],
    ['>\n  PRP-5.1.1,\n  PRP-5.1.2\n', ['PRP-5.1.1', 'PRP-5.1.2']],
    ['\n  - id: PRP-5.1.1\n    type: hard\n  - {prp: 5.1.2}', ['PRP-5.1.1', 'PRP-5.1.2']],
    ['{PRP-5.1.1: the store, PRP-5.1.2: the page}', ['PRP-5.1.1', 'PRP-5.1.2']],
    ['{internal: [PRP-5.1.1], external: [numpy]}', ['PRP-5.1.1']],
    ['[[PRP-5.1.1], PRP-5.1.2]', ['PRP-5.1.1', 'PRP-5.1.2']],
    ['PRP-5.1.1 PRP-5.1.2', ['PRP-5.1.1', 'PRP-5.1.2']],
    ['PRP-5.1.1, and PRP-5.1.2.', ['PRP-5.1.1', 'PRP-5.1.2']],
    ['[PRP-5.1.1 → PRP-5.1.2]', ['PRP-5.1.1']],
    ['PRP-5.1.1/PRP-5.1.2', ['PRP-5.1.1', 'PRP-5.1.2']],
    ['PRP-5.1.1、PRP-5.1.2', ['PRP-5.1.1', 'PRP-5.1.2']],
  ];
  for (const [value, ids] of edges)
    it(`reads ${JSON.stringify(value)}`, () => assert.deepEqual(idsOf(saidBy(value)), ids));

  for (const key of [
    'depends_on',
    'dependsOn',
    'depends-on',
    'blocked_by',
    'prerequisites',
    'requires',
    'needs',
    'after',
    'waits_for',
    'predecessors',
  ])
    it(`reads ${key}`, () => assert.deepEqual(idsOf(withHeader(`${key}: [PRP-5.1.1]`)), ['PRP-5.1.1']));

  it('follows aliases, merges and a map of metadata', () => {
    assert.deepEqual(idsOf(withHeader('first: &f PRP-5.1.1\ndependencies: [*f]')), ['PRP-5.1.1']);
    assert.deepEqual(idsOf(withHeader('base: &b [PRP-5.1.1]\ndependencies: *b')), ['PRP-5.1.1']);
    assert.deepEqual(idsOf(withHeader('d: &d\n  dependencies: [PRP-5.1.1]\n<<: *d')), ['PRP-5.1.1']);
    assert.deepEqual(idsOf(withHeader('metadata:\n  dependencies: [PRP-5.1.1]')), ['PRP-5.1.1']);
  });

  const others: readonly (readonly [value: string, kinds: readonly string[]])[] = [
    ['numpy>=1.21.0', ['words']],
    ['[pytest (testing framework), External API approval]', ['words', 'words']],
    ['3 reviewers', ['words']],
    ['Existing drift detection (PRP-16)', ['words']],
    ['None (must execute FIRST before batch 46)', ['note']],
    ['not PRP-5.1.1', ['note']],
    ['independent of PRP-5.1.1', ['note']],
    ['PRP-5.1.1 is no longer needed', ['note']],
    ['PRP-5.1.1 (not needed any more)', ['note']],
    ["PRP-5.1.1 isn't required", ['note']],
    ['no dependency on PRP-5.1.1', ['note']],
    ['TBD', ['unread']],
    ['to be decided', ['unread']],
    ['"?"', ['unread']],
    ['PRP-5.1.1?', ['unread']],
    ['*nobody', ['unread']],
    ['the result of PRP-5.1.1', ['unread']],
    ['PRP-5.1.1 or PRP-5.1.2', ['unread']],
    ['all previous PRPs', ['unread']],
    ['batch 46', ['unread']],
    ['None except PRP-5.1.1', ['unread']],
    ['PRP-5.1.1 to PRP-5.1.4', ['range']],
    ['PRP-5.1.1 - PRP-5.1.4', ['range']],
    ['PRP-46.x', ['range']],
  ];
  for (const [value, kinds] of others) {
    it(`takes ${value} for ${kinds[0]}`, () => {
      const facts = saidBy(value);
      assert.deepEqual(idsOf(facts), []);
      assert.deepEqual(
        facts.otherDependencies.map(({ kind }) => kind),
        kinds,
      );
    });
  }

  it('says an id that stands behind another one without a word that joins them', () => {
    for (const value of ['PRP-5.1.1 → PRP-5.1.2', 'PRP-5.1.1 before PRP-5.1.2']) {
      const { otherDependencies } = saidBy(value);
      assert.deepEqual(
        otherDependencies.map(({ kind }) => kind),
        ['unread'],
        value,
      );
    }
  });

  it('keeps the note beside an id, and tells soft from hard', () => {
    const facts = saidBy('PRP-A (needs guide), Soft dependency on PRP-B (helps), PRP-C (optional)');
    assert.deepEqual(
      facts.dependencies.map(({ id, isSoft }) => [id, isSoft]),
      [
        ['PRP-A', false],
        ['PRP-B', true],
        ['PRP-C', true],
      ],
    );
    assert.deepEqual(
      facts.otherDependencies.map((said) => 'text' in said && said.text),
      ['PRP-A (needs guide)', 'Soft dependency on PRP-B (helps)', 'PRP-C (optional)'],
    );
    assert.deepEqual(
      withHeader('soft_dependencies: [PRP-A]').dependencies.map(({ isSoft }) => isSoft),
      [true],
    );
  });
});

describe('Places in a PRP file', () => {
  const above = fc.constantFrom(
    '',
    '\n',
    '# PRP: Soil\n\n',
    '<!-- x -->\n',
    '\n<!-- a\n\nb -->\n# T\n\n',
    'T\n==\n',
  );
  const id = fc.tuple(fc.nat(60), fc.nat(9), fc.nat(9)).map((parts) => parts.join('.'));
  const written = fc.tuple(fc.constantFrom('', 'PRP-', 'prp-'), id).map((parts) => parts.join(''));
  const layouts: readonly ((ids: readonly string[]) => string)[] = [
    (ids) => `dependencies: [${ids.join(', ')}]\n`,
    (ids) => `dependencies: [${ids.map((each) => `"${each}"`).join(',')}]\n`,
    (ids) => `dependencies:\n${ids.map((each) => `  - ${each}\n`).join('')}`,
    (ids) => `dependencies:\n${ids.map((each) => `- '${each}' # note\n`).join('')}`,
    (ids) => `dependencies: "${ids.join(', ')}"\n`,
    (ids) => `dependencies: ${ids.map((each) => `${each} (a, b)`).join(', ')}\n`,
    (ids) => `dependencies: |\n${ids.map((each) => `  ${each}\n`).join('')}`,
    (ids) => `dependencies:\n${ids.map((each) => `  - id: ${each}\n`).join('')}`,
  ];
  const source = fc
    .tuple(
      above,
      fc.constantFrom('---', '--- # header'),
      fc.array(written, { minLength: 1, maxLength: 5 }),
      fc.constantFrom(...layouts),
      fc.boolean(),
      fc.boolean(),
    )
    .map(([head, opening, ids, layout, isWindows, hasBom]) => {
      const all = `${head}${opening}\nprp_id: PRP-61.1.1\nstage: 2\nfiles_modified: [src/a.ts, b.md]\n${layout(ids)}status: new\n---\n\nText.\n`;
      return { ids, text: `${hasBom ? '\ufeff' : ''}${isWindows ? all.replaceAll('\n', '\r\n') : all}` };
    });

  it('are those of the values, whatever stands above and however lines end', () => {
    fc.assert(
      fc.property(source, ({ ids, text: whole }) => {
        const facts = readPrp('PRP-61.1.1-x.md', whole);
        const at = (place: Span | undefined): string => (place ? sliceOf(whole, place) : '');
        assert.deepEqual(facts.problems, []);
        assert.equal(at(facts.idSpan), 'PRP-61.1.1');
        assert.equal(at(facts.stage?.span), '2');
        assert.deepEqual(
          facts.files.map(({ path, span }) => [path, at(span)]),
          [
            ['src/a.ts', 'src/a.ts'],
            ['b.md', 'b.md'],
          ],
        );
        assert.deepEqual(
          facts.dependencies.map(({ span }) => at(span).replace(/^["']|["']$/g, '')),
          ids,
        );
        assert.deepEqual(
          idsOf(facts),
          ids.map((each) => prpIdFrom(each)),
        );
        for (const item of facts.dependencyList?.items ?? []) assert.ok(item.end <= whole.length);
      }),
    );
  });

  it('are inside of any text, and nothing throws', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(text.length), fc.string(), (from, to, put) => {
        const whole = text.slice(0, from) + put + text.slice(to);
        const { dependencies, otherDependencies, problems, files } = readPrp('PRP-1.1.1.md', whole);
        for (const { span } of [...dependencies, ...otherDependencies, ...problems, ...files])
          assert.ok(0 <= span.start && span.start <= span.end && span.end <= whole.length);
      }),
    );
  });

  const long: readonly (readonly [string, (n: number) => string])[] = [
    ['many ids', (n) => `[${'PRP-1.1.1, '.repeat(n)}]`],
    ['one text of ids', (n) => `"${'PRP-1.1.1 and '.repeat(n)}"`],
    ['open brackets', (n) => `"${'PRP-1 ('.repeat(n)}"`],
    ['blanks', (n) => `"PRP-1${' '.repeat(n * 10)}x"`],
    ['separators', (n) => `"${', ; / + '.repeat(n)}"`],
    ['folders', (n) => `"${'a/'.repeat(n)}"`],
    ['hyphens', (n) => `"PRP-1${'-'.repeat(n)}"`],
    ['dots', (n) => `"PRP-${'1.'.repeat(n)}"`],
    ['marks', (n) => `"${'**'.repeat(n)}PRP-1"`],
    ['nested lists', (n) => `${'['.repeat(n)}PRP-1`],
    ['question marks', (n) => `"${'? '.repeat(n)}x"`],
  ];
  for (const [what, make] of long) {
    it(`are found in time that grows no faster than ${what}`, function () {
      this.timeout(60_000);
      const timeFor = (n: number): number => {
        const value = make(n);
        const started = process.cpuUsage();
        saidBy(value);
        const { user, system } = process.cpuUsage(started);
        return user + system;
      };
      const least = (n: number): number => Math.min(timeFor(n), timeFor(n), timeFor(n));
      least(200);
      const [small, large] = [least(500), least(4_000)];
      assert.ok(large < 200_000 + 40 * small, `${small} µs for 500, ${large} µs for 4,000`);
    });
  }
});

describe('Names of PRP files', () => {
  it('carry ids of numbers and letters', () => {
    assert.equal(prpIdOf('PRP-47.2.1-soil.md'), 'PRP-47.2.1');
    assert.equal(prpIdOf('PRP-18-old.md'), 'PRP-18');
    assert.equal(prpIdOf('PRP-39.md'), 'PRP-39');
    assert.equal(prpIdOf('PRP-A-tools.md'), 'PRP-A');
    assert.equal(prpIdOf('prp-011.1.1-lower.md'), 'PRP-011.1.1');
    assert.equal(prpIdOf('PRP-007-A-tokens.md'), 'PRP-007');
    assert.equal(prpIdOf('PRP-auth-page.md'), undefined);
    assert.equal(prpIdOf('PRP-PLAN.md'), undefined);
    assert.equal(prpIdOf('README.md'), undefined);
  });

  it('tell documents from PRPs', () => {
    const kindOf = (name: string): string | undefined => readPrpName(name)?.kind;
    for (const name of [
      'PRP-43-INITIAL.md',
      'PRP-32-BATCH-SUMMARY.md',
      'PRP-24-EXECUTION-REVIEW.md',
      'prp_base.md',
      'PRP-TEMPLATE.md',
      'PRP-9-USAGE-GUIDE.md',
    ])
      assert.equal(kindOf(name), 'document', name);
    assert.equal(kindOf('PRP-47-BATCH-PLAN.md'), 'batch-plan');
    for (const name of ['PRP-12-user-review.md', 'PRP-9.1.1-plan-editor.md', 'PRP-A-guide.md', 'PRP-auth.md'])
      assert.equal(kindOf(name), 'prp', name);
    assert.ok(!isPrpName('PRPS.md') && !isPrpName('PRP-1.txt') && !isPrpName('MY-PRP-1.md'));
  });

  it('are compared without the zeros in front', () => {
    assert.equal(samePrp('PRP-007'), samePrp('prp-7'));
    assert.equal(samePrp('PRP-01.02'), samePrp('PRP-1.2'));
    assert.notEqual(samePrp('PRP-10'), samePrp('PRP-1'));
  });

  it('say the batch, or the letter', () => {
    assert.equal(batchOf('PRP-47.2.1'), 'PRP-47');
    assert.equal(batchOf('PRP-32.4'), 'PRP-32');
    assert.equal(batchOf('PRP-18'), undefined);
    assert.equal(letterOf('PRP-C'), 'C');
    assert.equal(letterOf('PRP-18'), undefined);
  });
});
