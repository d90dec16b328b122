import path from 'node:path';
import { ensureCodeServer } from './codeServer.mjs';
import { installExtension, prepareData, startServer, TEST_SETTINGS, temporaryFolder } from './server.mjs';

/**
 * Starts the embedded editor with the packaged extension installed, for programs that use it through a browser.
 * @param {string} vsix the package
 * @returns {Promise<{ port: number, folder: string, stop: () => Promise<void> }>} `folder` is for workspaces too
 */
export async function startTestEditor(vsix) {
  const codeServer = await ensureCodeServer();
  const folder = await temporaryFolder('editor');
  await prepareData(folder, TEST_SETTINGS);
  await installExtension(codeServer, folder, vsix);
  const env = { XDG_STATE_HOME: path.join(folder, 'state') };
  const { port, stop } = await startServer(codeServer, { folder, env });
  return { port, folder, stop };
}
