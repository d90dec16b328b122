// Writes docs/rules.md from the rules themselves; `--check` only says whether it is up to date.
import { readFile, writeFile } from 'node:fs/promises';
import { build } from 'esbuild';
import { generate } from './generate.mjs';
import { inRoot } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';

const TARGET = inRoot('docs', 'rules.md');

/** What the rules say about themselves, without the code around them. */
async function readRules() {
  await generate();
  const { outputFiles } = await build({
    stdin: {
      contents: "export { ruleDocumentation } from './src/engine/rule/index';",
      resolveDir: inRoot(),
      loader: 'ts',
    },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  const code = Buffer.from(outputFiles[0].contents).toString('base64');
  const { ruleDocumentation } = await import(`data:text/javascript;base64,${code}`);
  return ruleDocumentation;
}

const section = ({ code, severity, summary, explanation, example, fix }) => `## ${code}

${summary}. Severity: ${severity}.

${explanation}

\`\`\`${example.language}
${example.text}
\`\`\`

**Fix.** ${fix}
`;

/** The text of docs/rules.md. */
export async function rulesDocument() {
  const rules = await readRules();
  const rows = rules.map(
    ({ code, severity, summary }) => `| [${code}](#${code}) | ${severity} | ${summary} |`,
  );
  return `# Problems

<!-- Written by scripts/rules-doc.mjs from src/engine/rule. -->

Every problem that Parallel Plans reports, in the Problems panel and by \`parallel-plans check\`. An error makes
\`check\` exit with 1. In the editor the setting \`parallelPlans.problems.severity\` changes a severity or switches a
problem off.

| code | severity | what |
|---|---|---|
${rows.join('\n')}

${rules.map(section).join('\n')}`;
}

/** Whether docs/rules.md says what the rules say. */
export async function isUpToDate() {
  const before = await readFile(TARGET, 'utf8').catch(() => '');
  return before.replace(/\r\n/g, '\n') === (await rulesDocument());
}

async function main() {
  if (!process.argv.includes('--check')) return writeFile(TARGET, await rulesDocument());
  if (!(await isUpToDate()))
    throw new Problem('docs/rules.md is out of date: run node scripts/rules-doc.mjs.');
}

if (process.argv[1]?.endsWith('rules-doc.mjs')) await runMain(main);
