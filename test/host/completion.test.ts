import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { removePlan, scratchPlan } from './scratchPlan';
import { closeEditors, open, replaceText, until } from './support';

/** Labels offered behind the text `before` of an open document, once `accept` likes them. */
const labelsAt = (
  document: vscode.TextDocument,
  before: string,
  accept: (labels: readonly string[]) => boolean,
): Promise<readonly string[]> => {
  const at = document.positionAt(document.getText().lastIndexOf(before) + before.length);
  return until(
    async () => {
      const { items } = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        at,
      );
      const labels = items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return accept(labels) && labels;
    },
    `what may follow ${JSON.stringify(before)}`,
  );
};

/** The same value, in quotes or not. */
const doubles = (labels: readonly string[]): readonly string[] => {
  const plain = labels.map((label) => label.replaceAll('"', ''));
  return plain.filter((label, at) => plain.indexOf(label) !== at);
};

describe('completion in the editor', () => {
  before(() => scratchPlan('COMPLETE', { '1.1': [], '1.2': ['1.1'], '1.3': [] }));
  afterEach(closeEditors);
  after(() => removePlan('COMPLETE'));

  it('shows keys and values of parallel.json once', async () => {
    const { document } = await open('COMPLETE/parallel.json');
    const statuses = await labelsAt(document, '"status": ', (labels) =>
      labels.some((label) => label.includes('in_progress')),
    );
    assert.deepEqual(doubles(statuses), []);
    await replaceText(document, '"plan_name": "COMPLETE",', '"plan_name": "COMPLETE",\n  \n');
    const keys = await labelsAt(document, '"plan_name": "COMPLETE",\n  ', (labels) =>
      labels.includes('notes'),
    );
    assert.deepEqual(doubles(keys), []);
  });

  it('lists the ids for a dependency with those that close a cycle last', async () => {
    const { document } = await open('COMPLETE/parallel.json');
    await replaceText(document, '"dependencies": []', '"dependencies": [""]');
    const ids = await labelsAt(document, '"dependencies": ["', (labels) => labels.includes('1.3'));
    assert.deepEqual(
      ids.filter((label) => /^\d/.test(label)),
      ['1.3', '1.2'],
    );
    assert.deepEqual(doubles(ids), []);
  });

  it('offers a new achievement in a PLAN', async () => {
    const { document } = await open('ALPHA/PLAN_ALPHA.md');
    await replaceText(document, 'the next morning.\n', 'the next morning.\n\n**Ach\n');
    const labels = await labelsAt(document, 'morning.\n\n**Ach', (found) =>
      found.includes('Achievement 1.4'),
    );
    assert.deepEqual(doubles(labels), []);
  });
});
