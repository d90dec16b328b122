import { deepEqual, equal, ok } from 'node:assert/strict';
import { rules as fixtures } from 'golden-fixtures';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { decodeUri } from '../../../src/engine/model/uri';
import type { Finding } from '../../../src/engine/rule/finding';
import { ruleDocumentation } from '../../../src/engine/rule/index';
import type { Snapshot } from '../../../src/engine/snapshot';
import { rangeOf } from '../../../src/language/positions';
import { afterFix, goldenEngine, parseGolden, renderGolden } from '../../support/golden';

const snapshotOf = async (files: ReadonlyMap<string, string>): Promise<Snapshot> =>
  (await goldenEngine(files)).snapshot;

const count = (findings: readonly Finding[], { code, message }: Finding): number =>
  findings.filter((each) => each.code === code && each.message === message).length;

/** Kinds of errors; another cycle, say, is no new kind. */
const errorsOf = (findings: readonly Finding[]): ReadonlySet<string> =>
  new Set(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code));

describe('golden fixtures of the rules', () => {
  it('exist for every rule, and for nothing else', () => {
    const covered = new Set(Object.keys(fixtures).map((name) => name.split('/')[0] ?? ''));
    deepEqual([...covered].sort(), ruleDocumentation.map(({ code }) => code).sort());
  });

  for (const [name, text] of Object.entries(fixtures)) {
    const code = name.split('/')[0] ?? '';
    const golden = parseGolden(text);

    it(`${name} reads as the rule has it`, async () => {
      equal(await renderGolden(code, golden), text);
    });

    it(`${name}: every fix takes its finding away and brings no error`, async () => {
      const { findings } = await snapshotOf(golden.files);
      for (const finding of findings) {
        for (const fix of finding.fixes) {
          const files = afterFix(golden.files, fix);
          const left = (await snapshotOf(files)).findings;
          ok(count(left, finding) < count(findings, finding), `${finding.code}: ${fix.title}`);
          const before = errorsOf(findings);
          deepEqual(
            [...errorsOf(left)].filter((each) => !before.has(each)),
            [],
            fix.title,
          );
        }
      }
    });

    it(`${name}: every position leads back to its offset`, async () => {
      const snapshot = await snapshotOf(golden.files);
      for (const finding of snapshot.findings) {
        for (const { uri, span } of [finding, ...finding.related]) {
          const content = golden.files.get(decodeUri(uri).slice('file:///w/'.length)) ?? '';
          const document = TextDocument.create(uri, 'text', 0, content);
          const { start, end } = rangeOf(snapshot.linesOf(uri), span);
          deepEqual([document.offsetAt(start), document.offsetAt(end)], [span.start, span.end], finding.code);
        }
      }
    });
  }
});
