import { window } from 'vscode';
import { builtInTemplates } from '../../engine/create/template/start';
import type { Command } from '../commands/commandRegistry';
import type { EngineHost } from '../engineHost';
import { openAt } from '../navigation/openAt';
import type { ApplyBatch } from './apply';
import { chooseFolder } from './chooseFolder';
import { failureLines } from './summary';
import { templatesIn } from './templates';
import type { CreationUi } from './ui';

/** Writes the built-in templates that the workspace lacks, and opens one of them. */
export const createTemplates =
  (host: EngineHost, apply: ApplyBatch, ui: Pick<CreationUi, 'progress' | 'inform'>): Command =>
  async () => {
    const folder = await chooseFolder();
    if (!folder) return;
    const { engine } = await host.runtime();
    const { batch, files } = builtInTemplates(templatesIn(folder));
    const missing: (typeof files)[number][] = [];
    for (const file of files) if ((await engine.read(file.uri)) === undefined) missing.push(file);
    const wanted = missing.length > 0 ? missing : files;
    if (missing.length > 0) {
      const run = { batch, files: missing, name: crypto.randomUUID() };
      const { failed } = await apply(run, ui);
      if (failed.length > 0) {
        void window.showErrorMessage(failureLines(failed));
        return;
      }
    }
    ui.inform(
      missing.length > 0
        ? `New documents now use these templates: ${missing.map(({ name }) => name).join(', ')}.`
        : 'This workspace already has templates.',
    );
    const [first] = wanted;
    if (first) await openAt(first.uri);
  };
