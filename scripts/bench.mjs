// Measures the jobs of test/bench side by side, prints a table and writes bench/results.json.
// `npm run bench -- 3 8` runs those rows only. Fails when a job crashes or answers wrongly, never for being slow.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { generate } from './generate.mjs';
import { asModule } from './lib/asModule.mjs';

const OUT = 'out/bench';

const bundle = (entry) =>
  build({
    ...asModule,
    entryPoints: [`test/bench/${entry}`],
    outdir: OUT,
    outbase: 'test/bench',
    outExtension: { '.js': '.mjs' },
    external: ['@playwright/test'],
    logLevel: 'silent',
  });

const load = async (entry) => {
  await bundle(entry);
  return import(pathToFileURL(`${OUT}/${entry.replace(/\.ts$/, '.mjs')}`).href);
};

const figure = (value) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

const cellsOf = (row) => [
  row.job,
  row.ours,
  `${figure(row.oursMs)} ${row.unit}`,
  row.contender,
  `${figure(row.contenderMs)} ${row.contenderUnit}`,
  row.unit === row.contenderUnit ? `${figure(row.ratio)}×` : '–',
  row.target,
  row.reached === undefined ? '–' : row.reached ? 'yes' : 'no',
];

const table = (rows) => {
  const head = ['job', 'ours', 'time', 'contender', 'time', 'ratio', 'target', 'reached'];
  const lines = [head, ...rows.map(cellsOf)];
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column].length)));
  return lines.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column]))
      .join('  ')
      .trimEnd(),
  );
};

/** Undefined when the product is built, else why not. */
const buildProduct = () => {
  const { status, stderr } = spawnSync(process.execPath, ['esbuild.mjs', '--production'], {
    encoding: 'utf8',
  });
  return status === 0
    ? undefined
    : `rows 5, 6, 7 and 8 show an older build, if any.\n${stderr.trim().slice(0, 300)}`;
};

/** The browser that row 6 draws in, with frames as quick as they can be drawn; throws where there is none. */
const browserForRow6 = async () => {
  const { serveBrowser } = await import('./lib/browser.mjs');
  const server = await serveBrowser(['--disable-frame-rate-limit', '--disable-gpu-vsync']);
  process.env.BENCH_BROWSER = server.wsEndpoint();
  return () => server.close();
};

/** The editor of row 12, with the extension installed, and its browser; throws where they cannot be had. */
const editorForRow12 = async () => {
  const { serveBrowser } = await import('./lib/browser.mjs');
  const { packageExtension } = await import('./package.mjs');
  const { startTestEditor } = await import('./lib/testEditor.mjs');
  const editor = await startTestEditor(await packageExtension());
  const server = await serveBrowser();
  process.env.BENCH_EDITOR_BROWSER = server.wsEndpoint();
  process.env.BENCH_EDITOR_PORT = String(editor.port);
  process.env.BENCH_EDITOR_FOLDER = editor.folder;
  return async () => {
    await server.close();
    await editor.stop();
  };
};

const messageOf = (error) => (error instanceof Error ? error.message : String(error));

const wanted = process.argv.slice(2);
const entries = readdirSync('test/bench')
  .filter((name) => /^\d+[a-z]?-.*\.ts$/.test(name))
  .filter((name) => wanted.length === 0 || wanted.includes(name.split('-', 1)[0]))
  .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));

setFlagsFromString('--expose-gc');
globalThis.gc = runInNewContext('gc');
await rm(OUT, { recursive: true, force: true });
await generate();
const rows = [];
const failures = [];
if (entries.some((name) => /^[5678]-/.test(name))) {
  const message = buildProduct();
  if (message) failures.push({ job: 'the build', message });
}
const stops = [];
for (const [row, begin] of [
  ['6', browserForRow6],
  ['12', editorForRow12],
]) {
  if (!entries.some((name) => name.startsWith(`${row}-`))) continue;
  try {
    stops.push(await begin());
  } catch (error) {
    failures.push({ job: `what row ${row} needs`, message: messageOf(error) });
  }
}

for (const child of readdirSync('test/bench/children')) await bundle(`children/${child}`);
const { runJob } = await load('support.ts');
for (const entry of entries) {
  try {
    const { job } = await load(entry);
    console.error(`measuring ${job.row} ${job.name} …`);
    rows.push(...(await runJob(job)));
  } catch (error) {
    failures.push({ job: entry, message: messageOf(error) });
  }
}

for (const stop of stops) await stop();
await mkdir('bench', { recursive: true });
await writeFile(
  'bench/results.json',
  `${JSON.stringify({ node: process.version, rows, failures }, null, 2)}\n`,
);
if (rows.length > 0) console.log(table(rows).join('\n'));
for (const { job, message } of failures) console.error(`\n${job} failed: ${message}`);
process.exit(failures.length === 0 ? 0 : 1);
