import assert from 'node:assert/strict';
import { type InlayHint, MarkupContent } from 'vscode-languageserver-types';
import { inlayHintsIn, resolveInlayHint } from '../../../src/language/inlayHints';
import { engineOver } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';
import { parallelPath, parallelText, parallelUri, planPath, planText, planUri } from './workspace';

const parallel = parallelText({ '1.1': [], '1.2': ['1.1'], '1.3': ['1.2'] });
const whole = { start: { line: 0, character: 0 }, end: { line: 999, character: 0 } };

/** The lines that have a hint, with the hint in brackets where it stands. */
const shown = (text: string, hints: readonly InlayHint[]): readonly string[] =>
  hints.map(({ position, label }) => {
    const line = (text.split('\n')[position.line] ?? '').trimEnd();
    return `${line.slice(0, position.character)}[${String(label)}]${line.slice(position.character)}`.trim();
  });

const hintsIn = async (
  uri: string,
  files: Readonly<Record<string, string>>,
  range = whole,
): Promise<readonly string[]> => {
  const { engine } = await engineOver(files);
  const text = (await engine.read(uri)) ?? '';
  return shown(text, inlayHintsIn(engine.snapshot, { uri, text }, range));
};

describe('inlay hints', () => {
  const files = { [planPath]: planText, [parallelPath]: parallel };

  it('stand behind the definitions of a PLAN', async () => {
    const approved = { ...files, '/w/X/execution/feedbacks/APPROVED_11.md': '' };
    const hints = (await hintsIn(planUri, approved)).map((line) =>
      line.replace(/ Build .*\)\[/, ' Build …['),
    );
    assert.deepEqual(hints, [
      '**Achievement 1.1**: Lay the base[level 0 · complete]',
      '**Achievement 1.2**: Build …[level 1 · ready]',
      '**Achievement 1.3**: Check it[level 2 · blocked by 1.2]',
    ]);
  });

  it('stand behind the ids of the entries of parallel.json', async () => {
    assert.deepEqual(await hintsIn(parallelUri, files), [
      '"achievement_id": "1.1",[level 0 · ready]',
      '"achievement_id": "1.2",[level 1 · blocked by 1.1]',
      '"achievement_id": "1.3",[level 2 · blocked by 1.2]',
    ]);
  });

  it('tell what failed or was skipped, whatever it depends on', async () => {
    const reviewed = {
      ...files,
      '/w/X/execution/feedbacks/FIX_11.md': '',
      '/w/X/execution/SKIPPED_13.md': '',
    };
    assert.deepEqual(await hintsIn(parallelUri, reviewed), [
      '"achievement_id": "1.1",[level 0 · failed]',
      '"achievement_id": "1.2",[level 1 · blocked by 1.1]',
      '"achievement_id": "1.3",[level 2 · skipped]',
    ]);
  });

  it('tell of cycles', async () => {
    const cycle = {
      ...files,
      [parallelPath]: parallelText({ '1.1': ['1.2'], '1.2': ['1.1'], '1.3': ['1.2'] }),
    };
    assert.deepEqual(await hintsIn(parallelUri, cycle), [
      '"achievement_id": "1.1",[in a cycle · not started]',
      '"achievement_id": "1.2",[in a cycle · not started]',
      '"achievement_id": "1.3",[behind a cycle · not started]',
    ]);
  });

  it('say nothing where nobody said what depends on what', async () => {
    assert.deepEqual(await hintsIn(planUri, { [planPath]: planText }), []);
  });

  it('stand behind the id of a PRP file', async () => {
    const roof = '---\nprp_id: 47.2.1\nfeature_name: Roof\ndependencies: [PRP-47.1.1]\n---\n';
    const batch = {
      '/w/prp/PRP-47.1.1-base.md': '---\nprp_id: 47.1.1\nfeature_name: Base\n---\n',
      '/w/prp/PRP-47.2.1-roof.md': roof,
    };
    assert.deepEqual(await hintsIn(uriOf('/w/prp/PRP-47.2.1-roof.md'), batch), [
      'prp_id: 47.2.1[level 1 · blocked by PRP-47.1.1]',
    ]);
  });

  it('are given for the lines asked for only', async () => {
    const line = planText.split('\n').findIndex((each) => each.startsWith('**Achievement 1.3'));
    const range = { start: { line, character: 5 }, end: { line, character: 5 } };
    assert.deepEqual(await hintsIn(planUri, files, range), [
      '**Achievement 1.3**: Check it[level 2 · blocked by 1.2]',
    ]);
  });

  it('show the card of the achievement when somebody points at one', async () => {
    const { engine } = await engineOver(files);
    const [hint] = inlayHintsIn(engine.snapshot, { uri: planUri, text: planText }, whole);
    assert.ok(hint && hint.tooltip === undefined);
    const { tooltip } = resolveInlayHint(engine.snapshot, hint);
    assert.ok(MarkupContent.is(tooltip));
    assert.match(tooltip.value, /^\*\*1\.1 Lay the base\*\*/);
  });
});
