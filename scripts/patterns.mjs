// Proves that every regular expression in src is linear in the text (`npm run patterns`; part of `npm run check`).
// What was proved once is noted in scripts/linearPatterns.json, so only new patterns cost time; `--all` proves all again.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';
import { patternsIn } from './lib/patternsOf.mjs';
import { Problem, runMain } from './lib/problem.mjs';
import { step } from './lib/step.mjs';

const NOTES = inRoot('scripts/linearPatterns.json');

const keyOf = ({ source, flags }) =>
  createHash('sha256').update(`/${source}/${flags}`).digest('hex').slice(0, 16);

/** Patterns by key, those that are written alike together. */
const byKeyOf = (patterns) => {
  const found = new Map();
  for (const pattern of patterns) {
    const key = keyOf(pattern);
    found.set(key, [...(found.get(key) ?? []), pattern]);
  }
  return found;
};

const analysis = () => JSON.parse(readFileSync(inRoot('node_modules/recheck/package.json'), 'utf8')).version;

/** Keys of the patterns that this version of the analysis has proved. */
const readNotes = () => {
  const { recheck, linear } = JSON.parse(readFileSync(NOTES, 'utf8'));
  return recheck === analysis() ? linear : [];
};

const writeNotes = (keys) => {
  const notes = `${JSON.stringify({ recheck: analysis(), linear: [...keys].sort() }, null, 2)}\n`;
  if (notes !== readFileSync(NOTES, 'utf8')) writeFileSync(NOTES, notes);
};

/** Reading the analysis takes a second; it is needed for new patterns only. */
const slownessOf = async (pattern) => {
  step(`proving ${pattern.at}`);
  return (await import('./lib/linearPattern.mjs')).slownessOf(pattern);
};

async function main() {
  const { patterns, unseen } = await patternsIn('src');
  const byKey = byKeyOf(patterns);
  const noted = process.argv.includes('--all') ? [] : readNotes();
  const proved = new Set(noted.filter((key) => byKey.has(key)));
  const problems = unseen.map((at) => `${at}: composed in a function, where nobody can check it`);
  for (const [key, same] of byKey) {
    if (proved.has(key)) continue;
    const slowness = await slownessOf(same[0]);
    if (slowness === undefined) writeNotes(proved.add(key));
    else
      problems.push(
        `${same.map(({ at }) => at).join(', ')}: ${slowness}\n  /${same[0].source}/${same[0].flags}`,
      );
  }
  writeNotes(proved);
  if (problems.length > 0)
    throw new Problem(`Patterns that are not linear in the text:\n${problems.join('\n')}`);
  step(`${byKey.size} patterns are linear`);
}

await runMain(main);
