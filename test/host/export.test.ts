import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { ExportUi } from '../../src/extension/api';
import { api } from './api';
import { removePlan, type ScratchPlan, scratchPlan } from './scratchPlan';
import { closeEditors, exists, file, readText, until, writeText } from './support';

describe('exporting a graph', () => {
  const name = 'EXPORTED';
  let plan: ScratchPlan;
  let offered: readonly string[] = [];
  before(async () => {
    plan = await scratchPlan(name, { '1.1': [], '1.2': ['1.1'] });
  });
  after(async () => {
    await closeEditors();
    await removePlan(name);
  });

  /** Picks this format, and the suggested file unless told another. */
  const scripted = (format: string | undefined, target?: vscode.Uri | 'nowhere') => {
    const said: string[] = [];
    const ui: ExportUi = {
      pickFormat: async (_plan, formats) => {
        offered = formats.map(({ id }) => id);
        return formats.find(({ id }) => id === format);
      },
      pickFile: async (suggested) => {
        said.push(`suggested ${vscode.workspace.asRelativePath(suggested)}`);
        return target === 'nowhere' ? undefined : (target ?? suggested);
      },
      written: (written) => void said.push(`written ${vscode.workspace.asRelativePath(written)}`),
    };
    return { ui, said };
  };

  it('writes every format beside the PLAN when nothing else is asked for', async () => {
    const { exportGraph } = await api();
    const files = [
      ['svg', 'svg', /^<svg [\s\S]*Do 1\.1[\s\S]*<\/svg>\n$/],
      ['mermaid', 'mmd', /^flowchart LR\n[\s\S]*n0 --> n1/],
      ['dot', 'dot', /^digraph "EXPORTED" \{/],
      ['ascii', 'txt', /^EXPORTED[\s\S]*1\.2 +Do 1\.2/],
      ['json', 'json', /^\{\n {2}"name": "EXPORTED"/],
      ['png', 'png', /^.PNG\r\n/],
    ] as const;
    for (const [format, ending, start] of files) {
      const { ui, said } = scripted(format);
      const path = plan.at(`PLAN_${name}-graph.${ending}`);
      assert.equal((await exportGraph(plan.uri, ui))?.toString(), file(path).toString());
      assert.match(await readText(path), start);
      assert.deepEqual(said, [`suggested ${path}`, `written ${path}`]);
    }
    assert.deepEqual([...offered].sort(), files.map(([format]) => format).sort(), 'there is no other format');
  });

  it('draws what is true when the file is known, and writes nowhere else', async () => {
    const { exportGraph, snapshot } = await api();
    const target = plan.at('elsewhere.json');
    await writeText(target, 'the person agreed to lose this');
    const { ui } = scripted('json', file(target));
    const slow: ExportUi = {
      ...ui,
      pickFile: async (suggested, format) => {
        await writeText(plan.at(`execution/feedbacks/APPROVED_11.md`), '# APPROVED: 1.1\n');
        await until(
          async () => (await snapshot()).planOf(plan.uri)?.byId.get('1.1')?.status === 'complete',
          'the approval',
        );
        return ui.pickFile(suggested, format);
      },
    };
    await exportGraph(plan.uri, slow);
    assert.equal(JSON.parse(await readText(target)).nodes[0].status, 'complete');
  });

  it('writes nothing for a person who turns away', async () => {
    const { exportGraph } = await api();
    const path = plan.at(`PLAN_${name}-graph.svg`);
    if (await exists(path)) await vscode.workspace.fs.delete(file(path));
    assert.equal(await exportGraph(plan.uri, scripted(undefined).ui), undefined);
    assert.equal(await exportGraph(plan.uri, scripted('svg', 'nowhere').ui), undefined);
    assert.equal(await exists(path), false);
  });

  it('says why where a file cannot be written', async () => {
    const { exportGraph } = await api();
    const { ui, said } = scripted('dot', file(name));
    await assert.rejects(exportGraph(plan.uri, ui), /could not be written/);
    assert.equal(said.length, 1);
  });
});
