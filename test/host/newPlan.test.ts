import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { NewPlanUi } from '../../src/extension/api';
import { api } from './api';
import { type ScriptedUi, scriptedUi } from './scriptedUi';
import { closeEditors, exists, file, readText, until } from './support';

const yes = async () => true;

/** Answers question after question; undefined turns away. Notes what was asked, and what was wrong with each answer. */
const answering = (...answers: readonly (string | undefined)[]) => {
  const ui: ScriptedUi = scriptedUi({ confirm: yes });
  const asked: string[] = [];
  const ask: NewPlanUi['ask'] = async ({ prompt, value, wrong }) => {
    const at = asked.push(prompt) - 1;
    assert.ok(at < answers.length, `nobody expected the question ${prompt}`);
    const answer = answers[at] ?? (at in answers ? undefined : value);
    if (answer !== undefined) assert.equal(wrong?.(answer), undefined, prompt);
    return answer;
  };
  return { ui: { ...ui, ask } satisfies NewPlanUi, asked, said: ui.said };
};

const root = (): string => vscode.workspace.workspaceFolders?.[0]?.uri.toString() ?? '';

describe('a new plan', () => {
  afterEach(async () => {
    await closeEditors();
    if (await exists('fresh')) await vscode.workspace.fs.delete(file('fresh'), { recursive: true });
  });

  it('is made of a few answers, seen before, and taken back', async () => {
    const { createPlan, snapshot, undoLastBatch } = await api();
    const { ui, asked, said } = answering('epsilon new', 'Sell bread.', 'Read; Check', 'Bake', '', 'fresh');
    const created = await createPlan({ root: root() }, ui);
    const path = 'fresh/EPSILON-NEW/PLAN_EPSILON-NEW.md';
    assert.deepEqual(
      created?.map(({ uri }) => uri),
      [file(path).toString()],
    );
    assert.equal(asked.length, 6);
    assert.match(
      said('confirm')[0] ?? '',
      /^Create the plan EPSILON-NEW\nCreate 1 PLAN\nPLAN_EPSILON-NEW\.md/,
    );
    assert.match(said('created')[0] ?? '', /^Created 1 PLAN for EPSILON-NEW\.$/);
    assert.match(await readText(path), /## Goal\n\nSell bread\.\n/);
    const uri = file(path).toString();
    await until(async () => (await snapshot()).planOf(uri)?.achievements.length === 3, 'the plan');
    assert.deepEqual((await undoLastBatch())?.removed, ['PLAN_EPSILON-NEW.md']);
    assert.equal(await exists('fresh'), false);
  });

  it('goes into the folder it was asked for in, and says what is wrong with a name', async () => {
    const { createPlan } = await api();
    const { ui, asked } = answering('epsilon two', '', 'Bake', '');
    const wrong: (string | undefined)[] = [];
    const ask: NewPlanUi['ask'] = async (question) => {
      if (asked.length === 0) wrong.push(question.wrong?.('../up'), question.wrong?.(''));
      return ui.ask(question);
    };
    await createPlan({ root: root(), parent: file('fresh').toString() }, { ...ui, ask });
    assert.match(await readText('fresh/EPSILON-TWO/PLAN_EPSILON-TWO.md'), /Achievement 1\.1\*\*: Bake/);
    assert.match(wrong.join(' '), /letters from A to Z.* A plan needs a name/);
  });

  it('writes nothing when the person turns away', async () => {
    const { createPlan } = await api();
    const { ui, said } = answering('epsilon three', undefined);
    assert.equal(await createPlan({ root: root() }, ui), undefined);
    assert.deepEqual(said('cancelled'), ['Cancelled: no PLAN was created.']);
  });
});
