import path from 'node:path';
import { runTests } from '@vscode/test-electron';
import { onPath } from './chromium.mjs';

/**
 * Runs a compiled suite in the extension host of a desktop VS Code.
 * @param {{ extension: string, tests: string, workspace: string, folder: string, env: NodeJS.ProcessEnv }} suite
 * @returns {Promise<string | undefined>} why the suite did not run to its end, if it did not
 */
export async function runOnDesktop({ extension, tests, workspace, folder, env }) {
  const installed = process.env.VSCODE_PATH || onPath('code');
  try {
    await runTests({
      ...(installed ? { vscodeExecutablePath: installed } : {}),
      extensionDevelopmentPath: extension,
      extensionTestsPath: tests,
      extensionTestsEnv: env,
      launchArgs: [
        workspace,
        '--disable-extensions',
        '--disable-workspace-trust',
        ...['--user-data-dir', path.join(folder, 'user-data')],
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      ],
    });
    return undefined;
  } catch (error) {
    return `the desktop editor ended with: ${error.message}`;
  }
}
