import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, planNamed } from './api';
import { removePlan, scratchPlan } from './scratchPlan';
import { apply, closeEditors, file, open, readText, until, writeText } from './support';

const problemsOf = (path: string): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(file(path)).filter(({ source }) => source === 'Parallel Plans');

const problems = (path: string, what: string): Promise<vscode.Diagnostic[]> =>
  until(() => problemsOf(path).length > 0 && problemsOf(path), what);

const fixesAt = (path: string, range: vscode.Range): Thenable<vscode.CodeAction[]> =>
  vscode.commands.executeCommand<vscode.CodeAction[]>(
    'vscode.executeCodeActionProvider',
    file(path),
    range,
    vscode.CodeActionKind.QuickFix.value,
    20,
  );

describe('lenses in the editor', () => {
  before(() => planNamed('ALPHA'));
  afterEach(closeEditors);

  it('stand above the plan and on its achievements', async () => {
    await api();
    const { document } = await open('ALPHA/PLAN_ALPHA.md');
    const lenses = await until(async () => {
      const found = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
        100,
      );
      return found.length > 0 && found;
    }, 'lenses');
    const shown = lenses.map(({ range, command }) => [document.lineAt(range.start).text, command?.title]);
    const titlesAt = (start: string) =>
      shown.flatMap(([line, title]) => (line?.startsWith(start) ? [title] : []));
    // the command that asks for lenses hands out those it had to resolve last
    assert.deepEqual(titlesAt('# PLAN').sort(), [
      'Batch create EXECUTIONs (level 1: 1 SUBPLAN missing)',
      'Batch create SUBPLANs (level 1: 1 missing)',
      'Run plan',
      'Show graph',
      'What now?',
    ]);
    assert.deepEqual(titlesAt('**Achievement 1.1**'), [
      '$(pass)\u00a0complete',
      'Open feedback',
      'Open EXECUTION',
      'Open SUBPLAN',
    ]);
    assert.deepEqual(titlesAt('**Achievement 1.2**'), [
      '$(note)\u00a0SUBPLAN created · ready',
      'Create EXECUTION',
      'Open SUBPLAN',
      'Copy prompt',
    ]);
    assert.deepEqual(titlesAt('**Achievement 2.1**'), [
      '$(circle-outline)\u00a0not started · blocked by 1.2, 1.3',
      'Create SUBPLAN',
      'Copy prompt',
    ]);
  });

  it('go when the setting is off', async () => {
    const { document } = await open('ALPHA/PLAN_ALPHA.md');
    const settings = vscode.workspace.getConfiguration('parallelPlans');
    const count = async () => {
      const lenses = await vscode.commands.executeCommand<vscode.CodeLens[]>(
        'vscode.executeCodeLensProvider',
        document.uri,
      );
      return lenses.length;
    };
    await settings.update('codeLens.enabled', false, vscode.ConfigurationTarget.Global);
    try {
      await until(async () => (await count()) === 0, 'no lenses');
    } finally {
      await settings.update('codeLens.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
    await until(async () => (await count()) > 0, 'the lenses again');
  });
});

describe('problems and quick fixes in the editor', () => {
  afterEach(closeEditors);
  after(() => Promise.all(['UNKNOWN', 'CYCLE', 'SAFE', 'SYNTAX', 'GONE'].map(removePlan)));

  it('cover the unknown id, and go with the fix', async () => {
    await scratchPlan('UNKNOWN', { '1.1': [], '1.2': ['1.9'] });
    const [problem] = await problems('UNKNOWN/parallel.json', 'the unknown id');
    assert.ok(problem);
    const { document } = await open('UNKNOWN/parallel.json');
    assert.equal(document.getText(problem.range), '"1.9"');
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Error);
    const code = problem.code;
    assert.ok(typeof code === 'object' && code.target.path.endsWith('/docs/rules.md'));
    const [fix] = await fixesAt('UNKNOWN/parallel.json', problem.range);
    assert.ok(fix?.edit);
    await apply(fix.edit);
    assert.doesNotMatch(document.getText(), /1\.9/);
    await until(() => problemsOf('UNKNOWN/parallel.json').length === 0, 'the end of the problem');
  });

  it('tell of a cycle once, edge by edge', async () => {
    await scratchPlan('CYCLE', { '1.1': ['1.2'], '1.2': ['1.3'], '1.3': ['1.1'] });
    const found = await problems('CYCLE/parallel.json', 'the cycle');
    assert.equal(found.length, 1);
    assert.match(found[0]?.message ?? '', /1\.1 → 1\.2 → 1\.3 → 1\.1/);
    assert.ok((found[0]?.relatedInformation?.length ?? 0) >= 2);
    const { document } = await open('CYCLE/parallel.json');
    const fixes = await fixesAt('CYCLE/parallel.json', found[0]?.range ?? new vscode.Range(0, 0, 0, 0));
    const fix = fixes.find(({ edit }) => edit);
    assert.ok(fix?.edit, 'no fix for the cycle');
    await apply(fix.edit);
    assert.doesNotThrow(() => JSON.parse(document.getText()));
    await until(() => problemsOf('CYCLE/parallel.json').length === 0, 'the end of the cycle');
  });

  it('are applied on saving where all of them are safe and a person wants it', async () => {
    await scratchPlan('SAFE', { '1.1': [], '1.2': ['1.2', '1.1', '1.1'] });
    await problems('SAFE/parallel.json', 'what is safe to fix');
    const { document } = await open('SAFE/parallel.json');
    const settings = vscode.workspace.getConfiguration('editor', document.uri);
    const wanted = { 'source.fixAll.parallelPlans': 'explicit' };
    await settings.update('codeActionsOnSave', wanted, vscode.ConfigurationTarget.Global);
    try {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, '\n');
      await apply(edit);
      await document.save();
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
    }
    const saved = JSON.parse(await readText('SAFE/parallel.json'));
    assert.deepEqual(saved.achievements[1].dependencies, ['1.1']);
  });

  it('tell of malformed JSON once, open or not', async () => {
    await scratchPlan('SYNTAX', { '1.1': [] });
    await writeText('SYNTAX/parallel.json', '{ "plan_name": "SYNTAX", "achievements": [ }');
    await problems('SYNTAX/parallel.json', 'the malformed file');
    await open('SYNTAX/parallel.json');
    const all = () => vscode.languages.getDiagnostics(file('SYNTAX/parallel.json'));
    await until(
      () => all().length > 0 && all().every(({ source }) => source !== 'Parallel Plans'),
      "the editor's own problem in the place of ours",
    );
  });

  it('go when the file goes', async () => {
    await scratchPlan('GONE', { '1.1': [], '1.2': ['1.9'] });
    await problems('GONE/parallel.json', 'the unknown id');
    await vscode.workspace.fs.delete(file('GONE/parallel.json'));
    await until(() => problemsOf('GONE/parallel.json').length === 0, 'the end of the problem');
  });
});

describe('hover in the editor', () => {
  afterEach(closeEditors);

  it('tells of the achievement a dependency names', async () => {
    await api();
    await planNamed('ALPHA');
    const { document } = await open('ALPHA/parallel.json');
    const position = document.positionAt(document.getText().lastIndexOf('"1.3"') + 2);
    const text = await until(async () => {
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
        'vscode.executeHoverProvider',
        document.uri,
        position,
      );
      const all = hovers
        .flatMap(({ contents }) => contents)
        .map((content) => (typeof content === 'string' ? content : content.value))
        .join('\n');
      return all.includes('Keep the catalogue') && all;
    }, 'the hover');
    assert.match(text, /Status: not started; ready/);
  });
});

describe('folding in the editor', () => {
  afterEach(closeEditors);

  it('has every section and achievement of a PLAN, each line once', async () => {
    await planNamed('ALPHA');
    const { document } = await open('ALPHA/PLAN_ALPHA.md');
    const ranges = await until(async () => {
      const found = await vscode.commands.executeCommand<vscode.FoldingRange[]>(
        'vscode.executeFoldingRangeProvider',
        document.uri,
      );
      const isOurs = ({ start }: vscode.FoldingRange) =>
        document.lineAt(start).text.startsWith('**Achievement');
      return found?.some(isOurs) && found;
    }, 'the folds of the achievements');
    const starts = ranges.map(({ start }) => start);
    assert.equal(new Set(starts).size, starts.length);
    const folded = new Set(starts.map((line) => document.lineAt(line).text));
    const foldable = document
      .getText()
      .split('\n')
      .filter((line) => /^(?:#{2,3} |\*\*Achievement )/.test(line));
    assert.ok(foldable.length > 4);
    assert.deepEqual(
      foldable.filter((line) => !folded.has(line)),
      [],
    );
  });
});

describe('inlay hints in the editor', () => {
  afterEach(closeEditors);

  it('show once they are switched on', async () => {
    await planNamed('ALPHA');
    const { document } = await open('ALPHA/PLAN_ALPHA.md');
    const settings = vscode.workspace.getConfiguration('parallelPlans');
    const hints = () =>
      vscode.commands.executeCommand<vscode.InlayHint[]>(
        'vscode.executeInlayHintProvider',
        document.uri,
        new vscode.Range(0, 0, document.lineCount, 0),
      );
    assert.deepEqual(await hints(), []);
    await settings.update('inlayHints.enabled', true, vscode.ConfigurationTarget.Global);
    try {
      const shown = await until(async () => {
        const found = await hints();
        return found.length > 0 && found;
      }, 'inlay hints');
      const labels = shown.map(({ position, label }) => [
        document
          .lineAt(position)
          .text.slice(0, position.character)
          .match(/\d+\.\d+/)?.[0],
        label,
      ]);
      assert.deepEqual(labels.slice(0, 2), [
        ['1.1', 'level 0 · complete'],
        ['1.2', 'level 1 · ready'],
      ]);
    } finally {
      await settings.update('inlayHints.enabled', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

describe('sorting parallel.json in the editor', () => {
  afterEach(closeEditors);
  after(() => removePlan('SORT'));

  /** A plan whose parallel.json stands in the wrong order; gives both texts of it. */
  const unsortedPlan = async () => {
    const { uri } = await scratchPlan('SORT', { '1.1': [], '1.2': ['1.1'] });
    const sorted = await readText('SORT/parallel.json');
    const content = JSON.parse(sorted);
    content.achievements.reverse();
    const unsorted = JSON.stringify(content, undefined, 2);
    await writeText('SORT/parallel.json', unsorted);
    await until(async () => {
      const { planOf } = await (await api()).snapshot();
      return planOf(uri)?.parallel?.facts.achievements[0]?.id === '1.2';
    }, 'the wrong order');
    return { uri, sorted, unsorted };
  };

  it('is a command that leaves the file unsaved, with one undo', async () => {
    const { uri, sorted, unsorted } = await unsortedPlan();
    const { document } = await open('SORT/parallel.json');
    await until(() => document.getText() === unsorted, 'the wrong order in the editor');
    await vscode.commands.executeCommand('parallelPlans.sortParallel', uri);
    await until(() => document.getText() === sorted, 'the order of the PLAN');
    assert.ok(document.isDirty);
    await vscode.commands.executeCommand('undo');
    await until(() => document.getText() === unsorted, 'the order before');
  });

  it('happens on save for those who say so', async () => {
    const { sorted, unsorted } = await unsortedPlan();
    const { document } = await open('SORT/parallel.json');
    const save = async () => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, document.positionAt(document.getText().length), '\n');
      await apply(edit);
      await document.save();
      return document.getText().trimEnd();
    };
    assert.equal(await save(), unsorted);
    const settings = vscode.workspace.getConfiguration('editor');
    const onSave = { 'source.sortAchievements': 'explicit' };
    await settings.update('codeActionsOnSave', onSave, vscode.ConfigurationTarget.Global);
    try {
      assert.equal(await save(), sorted);
    } finally {
      await settings.update('codeActionsOnSave', undefined, vscode.ConfigurationTarget.Global);
    }
  });
});
