// Builds for production and packages the extension as parallel-plans-<version>.vsix (`npm run package`).
import { readFileSync } from 'node:fs';
import { createVSIX } from '@vscode/vsce';
import { inRoot, ROOT } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { node } from './lib/processes.mjs';

/** The packaged extension of this version, as an absolute path. */
export function vsixFile() {
  const { name, version } = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
  return inRoot(`${name}-${version}.vsix`);
}

/** Makes the package; gives its path. */
export async function packageExtension() {
  const built = await node(inRoot('esbuild.mjs'), ['--production'], { cwd: ROOT });
  if (built !== 0) throw new Problem('The production build failed, so there is nothing to package.');
  const packagePath = vsixFile();
  // there is no public repository that relative links of the README could be turned into
  await createVSIX({
    cwd: ROOT,
    packagePath,
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  return packagePath;
}

if (process.argv[1]?.endsWith('package.mjs')) {
  await runMain(async () => {
    await packageExtension();
  });
}
