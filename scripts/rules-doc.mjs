// Writes docs/rules.md and the setting `parallelPlans.rules` of package.json from the rules themselves, and the table of
// docs/templates.md from the variables; `--check` only says whether all are up to date.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { generate } from './generate.mjs';
import { inRoot, ROOT } from './lib/paths.mjs';
import { Problem, runMain } from './lib/problem.mjs';

const DOCUMENT = inRoot('docs', 'rules.md');
const TEMPLATES = inRoot('docs', 'templates.md');
const MANIFEST = inRoot('package.json');
const SEVERITIES = ['error', 'warning', 'info', 'hint', 'off'];
/** In the editor the JSON extension reports what the schema says, and its severity is not ours to change. */
const NOT_SET_HERE = 'schema';

/** What the rules and the variables of templates say about themselves, without the code around them. */
async function readSources() {
  await generate();
  const { outputFiles } = await build({
    stdin: {
      contents: `export { ruleDocumentation } from './src/engine/rule/rules';
        export { PLAN_VARIABLES } from './src/engine/create/newPlan/planTemplate';
        export { VARIABLES } from './src/engine/create/template/variables';`,
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
  return import(`data:text/javascript;base64,${code}`);
}

const section = ({ code, severity, summary, explanation, example, fix }) => `## ${code}

${summary}. Severity: ${severity}.

${explanation}

\`\`\`${example.language}
${example.text}
\`\`\`

**Fix.** ${fix}
`;

const rulesDocument = (rules) => {
  const rows = rules.map(
    ({ code, severity, summary }) => `| [${code}](#${code}) | ${severity} | ${summary} |`,
  );
  return `# Problems

<!-- Written by scripts/rules-doc.mjs from src/engine/rule. -->

Every problem that Parallel Plans reports, in the Problems panel and by \`parallel-plans check\`.

- An error makes \`check\` exit with 1.
- A warning is a contradiction to resolve, or text that was not understood.
- An info is worth knowing.
- A hint is a matter of style. The Problems panel and \`check\` list hints only on request.

In the editor the setting \`parallelPlans.rules\` changes the severity of a problem or switches it off:
\`{ "missing-section": "off" }\`. In VS Code it cannot change \`schema\`, because that problem comes from the JSON
validation of the editor.

| code | severity | what |
|---|---|---|
${rows.join('\n')}

${rules.map(section).join('\n')}`;
};

const KINDS = { subplan: 'SUBPLAN', execution: 'EXECUTION_TASK' };
const TABLE = /(<!-- Written by scripts\/rules-doc\.mjs[^\n]*-->\n\n)(?:\|[^\n]*\n)*/;

/** The page with the table of variables as the code has it; everything else as it is. */
const templatesWith = (variables, planVariables, before) => {
  const row = (name, document, says) => `| \`{{${name}}}\` | ${document} | ${says} |\n`;
  const rows = [
    ...Object.entries(variables).map(([name, { says, only }]) => row(name, KINDS[only] ?? 'both', says)),
    ...Object.entries(planVariables).map(([name, { says }]) => row(name, 'PLAN', says)),
  ];
  const table = `| Variable | Document | Stands for |\n| --- | --- | --- |\n${rows.join('')}`;
  return before.replace(TABLE, (_, mark) => mark + table);
};

/** The manifest with one property of the setting per rule; everything else as it is. */
const manifestWith = (rules, before) => {
  const manifest = JSON.parse(before);
  const set = rules.filter(({ code }) => code !== NOT_SET_HERE);
  manifest.contributes.configuration.properties['parallelPlans.rules'].properties = Object.fromEntries(
    set.map(({ code, severity, summary }) => [
      code,
      { type: 'string', enum: SEVERITIES, default: severity, description: `${summary}.` },
    ]),
  );
  return `${JSON.stringify(manifest, null, 2)}\n`;
};

const readText = async (file) => (await readFile(file, 'utf8').catch(() => '')).replace(/\r\n/g, '\n');

/** The files that say what the code says: how they read, and how they should. */
async function outputs() {
  const { ruleDocumentation: rules, PLAN_VARIABLES, VARIABLES } = await readSources();
  const templates = await readText(TEMPLATES);
  const manifest = await readText(MANIFEST);
  return [
    { file: DOCUMENT, before: await readText(DOCUMENT), after: rulesDocument(rules) },
    { file: TEMPLATES, before: templates, after: templatesWith(VARIABLES, PLAN_VARIABLES, templates) },
    { file: MANIFEST, before: manifest, after: manifestWith(rules, manifest) },
  ];
}

/** Whether docs/rules.md, docs/templates.md and package.json say what the code says. */
export async function isUpToDate() {
  return (await outputs()).every(({ before, after }) => before === after);
}

async function main() {
  const changed = (await outputs()).filter(({ before, after }) => before !== after);
  if (!process.argv.includes('--check')) {
    for (const { file, after } of changed) await writeFile(file, after);
  } else if (changed.length > 0) {
    const files = changed.map(({ file }) => path.relative(ROOT, file)).join(' and ');
    throw new Problem(`Not what the code says: ${files}. Run npm run docs.`);
  }
}

if (process.argv[1]?.endsWith('rules-doc.mjs')) await runMain(main);
