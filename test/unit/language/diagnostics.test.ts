import assert from 'node:assert/strict';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { diagnosticsOf } from '../../../src/language/diagnostics';
import { defaultSettings, type Settings } from '../../../src/language/server/settings';
import { engineOver } from '../../support/engineOver';
import { parallelPath, parallelText, parallelUri, planPath, planText } from './workspace';

const rulesUrl = 'https://rules.test/rules.md';

const diagnose = async (parallel: string, settings: Settings = defaultSettings): Promise<Diagnostic[]> => {
  const { engine } = await engineOver({ [planPath]: planText, [parallelPath]: parallel });
  return diagnosticsOf(engine.snapshot, parallelUri, settings, rulesUrl);
};

const textAt = (text: string, { range }: Diagnostic): string =>
  TextDocument.create(parallelUri, 'json', 1, text).getText(range);

const withUnknown = parallelText({ '1.1': [], '1.2': ['1.9'], '1.3': ['1.1'] });

describe('diagnostics', () => {
  it('covers exactly the id that is wrong, with a link to its rule', async () => {
    const [diagnostic, ...others] = await diagnose(withUnknown);
    assert.ok(diagnostic);
    assert.deepEqual(others, []);
    assert.equal(textAt(withUnknown, diagnostic), '"1.9"');
    assert.match(String(diagnostic.message), /1\.9/);
    assert.equal(diagnostic.source, 'Parallel Plans');
    assert.equal(diagnostic.codeDescription?.href, `${rulesUrl}#${diagnostic.code}`);
  });

  it('finds the same words in a document with CRLF', async () => {
    const text = withUnknown.replace(/\n/g, '\r\n');
    const [diagnostic] = await diagnose(text);
    assert.equal(diagnostic && textAt(text, diagnostic), '"1.9"');
  });

  it('walks a cycle in its related information', async () => {
    const text = parallelText({ '1.1': ['1.2'], '1.2': ['1.1'], '1.3': [] });
    const cycles = (await diagnose(text)).filter(({ message }) => /1\.1.*1\.2.*1\.1/.test(String(message)));
    assert.equal(cycles.length, 1);
    const related = cycles[0]?.relatedInformation ?? [];
    assert.ok(related.length > 0);
    for (const { location } of related) assert.equal(location.uri, parallelUri);
  });

  it('takes the severity a person set, and hides what is off', async () => {
    const [{ code } = {}] = await diagnose(withUnknown);
    assert.equal(typeof code, 'string');
    const hint = await diagnose(withUnknown, { ...defaultSettings, rules: { [String(code)]: 'hint' } });
    assert.equal(hint[0]?.severity, DiagnosticSeverity.Hint);
    assert.deepEqual(
      await diagnose(withUnknown, { ...defaultSettings, rules: { [String(code)]: 'off' } }),
      [],
    );
    assert.deepEqual(await diagnose(withUnknown, { ...defaultSettings, problems: false }), []);
  });
});
