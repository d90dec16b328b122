import { window, workspace } from 'vscode';
import type { Disposable } from '../../shared/dispose';
import { UserError } from '../../shared/userError';
import type { RegisterCommands } from '../commands/commandRegistry';
import type { EngineHost } from '../engineHost';

/** What is asked of all plans and answered with a document. */
export const registerValidation = (host: EngineHost, register: RegisterCommands): Disposable =>
  register({
    showCompliance: async () => {
      const { plans } = await host.current();
      const content = (await host.runtime()).complianceReport(plans);
      if (content === undefined) throw new UserError('There is no PLAN in this workspace.');
      await window.showTextDocument(await workspace.openTextDocument({ content, language: 'markdown' }));
    },
  });
