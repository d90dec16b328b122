// Opens the editor on a copy of examples/ with the extension as it is in this folder (`npm start`).
//   --desktop   in VS Code, whose `code` command must be on the PATH
//   --embedded  in the embedded editor, shown by a browser
//   --port N    of the embedded editor
//   --fresh     copies the examples anew; without it the copy is as it was left
import { requireNode } from './lib/nodeVersion.mjs';

requireNode();
const { main } = await import('./lib/startMain.mjs');
const { runMain } = await import('./lib/problem.mjs');
await runMain(main);
