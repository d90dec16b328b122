import assert from 'node:assert/strict';
import { build } from 'esbuild';
import { describe, it } from 'mocha';
import { inRoot, ROOT } from '../../scripts/lib/paths.mjs';

describe('the page of the graph', () => {
  it('takes types of the engine, and no code of it nor of any other side', async () => {
    const { metafile } = await build({
      absWorkingDir: ROOT,
      entryPoints: [inRoot('src/webview/graph.ts')],
      bundle: true,
      write: false,
      metafile: true,
      logLevel: 'silent',
    });
    const foreign = Object.keys(metafile.inputs).filter((file) => /^src\/(?!webview\/|shared\/)/.test(file));
    assert.deepEqual(foreign, []);
  });
});
