// Opens the editor on examples/ with the extension as it is in this folder (`npm start`).
//   --desktop   in VS Code, whose `code` command must be on the PATH
//   --embedded  in the embedded editor, shown by a browser
//   --port N    of the embedded editor
import { requireNode } from './lib/nodeVersion.mjs';

requireNode();
const { main } = await import('./lib/startMain.mjs');
const { runMain } = await import('./lib/problem.mjs');
await runMain(main);
