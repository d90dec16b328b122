import { cp } from 'node:fs/promises';
import path from 'node:path';
import { ensureCodeServer } from './codeServer.mjs';
import { inRoot } from './paths.mjs';
import {
  installExtension,
  prepareData,
  RESTRICTED_SETTINGS,
  startServer,
  TEST_SETTINGS,
  temporaryFolder,
} from './server.mjs';

/** The scheme `memory`, a file system without a disk: it does nothing unless a window opens a folder of it. */
const MEMORY_FILES = 'test/ui/memoryFiles';

/**
 * Starts the embedded editor with the packaged extension installed, for programs that use it through a browser.
 * @param {string} vsix the package
 * @param {boolean} [isRestricted] no folder is trusted in it
 * @returns {Promise<{ port: number, folder: string, stop: () => Promise<void> }>} `folder` is for workspaces too
 */
export async function startTestEditor(vsix, isRestricted = false) {
  const codeServer = await ensureCodeServer();
  const folder = await temporaryFolder('editor');
  const { extensions } = await prepareData(folder, isRestricted ? RESTRICTED_SETTINGS : TEST_SETTINGS);
  // found there by the editor when it starts for the first time, to take the package
  await cp(inRoot(MEMORY_FILES), path.join(extensions, path.basename(MEMORY_FILES)), { recursive: true });
  await installExtension(codeServer, folder, vsix);
  const env = { XDG_STATE_HOME: path.join(folder, 'state') };
  const { port, stop } = await startServer(codeServer, { folder, env, asksForTrust: isRestricted });
  return { port, folder, stop };
}
