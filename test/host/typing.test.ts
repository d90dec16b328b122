import assert from 'node:assert/strict';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import * as vscode from 'vscode';
import { scratchPlan } from './scratchPlan';
import { closeEditors, file, open, until, writeText } from './support';

const COUNT = 64;
const WORDS = 'what somebody types in a title';
/** The text of a definition, so that the PLAN takes 90 kB. */
const BODY = Array.from(
  { length: 29 },
  (_, at) => `- **Success**: Step ${at} of the work can be seen.\n`,
).join('');
/** Milliseconds the usual key may take on a busy machine; what they took is printed. */
const LIMIT = 1_000;

const ids = Array.from({ length: COUNT }, (_, at) => `${1 + Math.floor(at / 8)}.${1 + (at % 8)}`);

const planText = `# PLAN: TYPING\n\n## Desirable Achievements\n\n${ids
  .map((id) => `**Achievement ${id}**: Do ${id}\n\n- **Goal**: Have ${id} done.\n${BODY}`)
  .join('\n')}`;

const parallelText = JSON.stringify({
  plan_name: 'TYPING',
  parallelization_level: 'level_2',
  achievements: ids.map((achievement_id) => ({
    achievement_id,
    dependencies: [],
    status: 'not_started',
    title: `Do ${achievement_id}`,
  })),
});

const median = (values: readonly number[]): number =>
  [...values].sort((one, other) => one - other)[values.length >> 1] ?? Number.NaN;

describe('typing in a PLAN of 90 kB', () => {
  it('is followed by problems and lenses key by key', async function () {
    this.timeout(60_000);
    await scratchPlan('TYPING', { '1.1': [] });
    await writeText('TYPING/parallel.json', parallelText);
    await writeText('TYPING/PLAN_TYPING.md', planText);
    assert.ok(planText.length > 90_000, `${planText.length}`);
    const { document } = await open('TYPING/PLAN_TYPING.md');
    const parallel = file('TYPING/parallel.json');
    const lenses = () =>
      vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri);
    await until(async () => (await lenses()).length > COUNT, 'the lenses');
    const at = document.positionAt(document.getText().indexOf('Do 5.1'));
    const says = (title: string): boolean =>
      vscode.languages.getDiagnostics(parallel).some(({ message }) => message.includes(`"${title}"`));
    const delays = monitorEventLoopDelay({ resolution: 1 });
    const times = { problems: [] as number[], lenses: [] as number[] };
    delays.enable();
    for (let typed = 1; typed <= WORDS.length; typed++) {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, at.translate(0, typed - 1), WORDS.charAt(typed - 1));
      const title = `${WORDS.slice(0, typed)}Do 5.1`;
      const told = new Promise<void>((resolve) => {
        const listening = vscode.languages.onDidChangeDiagnostics(() => {
          if (!says(title)) return;
          listening.dispose();
          resolve();
        });
      });
      const start = performance.now();
      assert.ok(await vscode.workspace.applyEdit(edit));
      await told;
      times.problems.push(performance.now() - start);
      assert.ok((await lenses()).length > COUNT);
      times.lenses.push(performance.now() - start);
    }
    delays.disable();
    const usual = { problems: median(times.problems), lenses: median(times.lenses) };
    const figures = [
      `problems ${usual.problems.toFixed(0)} ms (at worst ${Math.max(...times.problems).toFixed(0)})`,
      `lenses ${usual.lenses.toFixed(0)} ms (at worst ${Math.max(...times.lenses).toFixed(0)})`,
      `longest delay of the event loop ${(delays.max / 1e6).toFixed(0)} ms`,
    ].join(', ');
    console.log(`      after a key: ${figures}`);
    assert.ok(usual.problems < LIMIT && usual.lenses < LIMIT, figures);
    assert.ok(says(`${WORDS}Do 5.1`), 'the problems are of the last text');
    await document.save();
    await closeEditors();
    // the editor keeps edited documents open for a while: the plan is there until then
    await vscode.workspace.fs.delete(file('TYPING'), { recursive: true });
  });
});
