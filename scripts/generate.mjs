// Generates src/generated/ from schemas/: what the code needs of them, computed before it runs.
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Ajv } from 'ajv';
import standaloneCode from 'ajv/dist/standalone/index.js';

const ROOT = fileURLToPath(new URL('..', import.meta.url));

const DECLARATION = `import type { ErrorObject } from 'ajv';

/** Checks a value against schemas/parallel.schema.json; the errors of the last call are on the function. */
export declare const validateParallel: {
  (value: unknown): boolean;
  readonly errors?: readonly ErrorObject[] | null;
};
`;

const SHAPE_DECLARATION = `/** What may stand at a place of parallel.json, as its schema says it. */
export interface JsonShape {
  readonly about?: string;
  /** JSON types, \`integer\` among them; empty where anything may stand. */
  readonly types: readonly string[];
  readonly values?: readonly { readonly value: string | null; readonly about?: string }[];
  readonly keys?: Readonly<Record<string, JsonShape>>;
  readonly items?: JsonShape;
  /** Snippets for the whole value; a text in \`body\` that starts with \`^\` is inserted without quotes. */
  readonly snippets?: readonly { readonly label: string; readonly description: string; readonly body: unknown }[];
}

/** Keys, values and snippets of schemas/parallel.schema.json. */
export declare const parallelShape: JsonShape;
`;

/** What an editor shows and a validator has no use for. */
const FOR_PEOPLE = new Set([
  'description',
  'markdownDescription',
  'enumDescriptions',
  'defaultSnippets',
  'patternErrorMessage',
]);

/** Not the schema of a property that happens to have such a name. */
const isNote = (value) => typeof value === 'string' || Array.isArray(value);

/** The schema as a module without imports: nothing of ajv is needed when it runs. */
async function parallelValidator() {
  const text = await readFile(`${ROOT}schemas/parallel.schema.json`, 'utf8');
  const schema = JSON.parse(text, (key, value) => (FOR_PEOPLE.has(key) && isNote(value) ? undefined : value));
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addSchema(schema, 'validateParallel');
  const code = standaloneCode.default(ajv, { validateParallel: 'validateParallel' });
  if (/\brequire\(/.test(code)) throw new Error('The validator would load ajv when it runs.');
  return code;
}

/** What an editor offers at a place of the schema, references resolved and without what only a validator needs. */
function shapeOf(node, definitions) {
  const parts = [node, ...(node.allOf ?? [])].map((part) =>
    part.$ref ? { ...definitions[part.$ref.split('/').at(-1)], ...part } : part,
  );
  const schema = Object.assign({}, ...parts.toReversed());
  const shape = (each) => shapeOf(each, definitions);
  return {
    about: schema.description,
    types: schema.enum ? ['enum'] : [schema.type ?? []].flat(),
    values: schema.enum?.map((value, at) => ({ value, about: schema.enumDescriptions?.[at] })),
    keys:
      schema.properties &&
      Object.fromEntries(Object.entries(schema.properties).map(([key, each]) => [key, shape(each)])),
    items: schema.items && shape(schema.items),
    snippets: schema.defaultSnippets,
  };
}

async function parallelShape() {
  const schema = JSON.parse(await readFile(`${ROOT}schemas/parallel.schema.json`, 'utf8'));
  return `export const parallelShape = ${JSON.stringify(shapeOf(schema, schema.definitions))};\n`;
}

/** Writes in one step, and only what is new: builds that run at the same time read a whole file. */
async function writeIfNew(name, content) {
  const file = `${ROOT}src/generated/${name}`;
  const before = await readFile(file, 'utf8').catch(() => undefined);
  if (before === content) return;
  const draft = `${file}.${process.pid}`;
  await writeFile(draft, content);
  await rename(draft, file);
}

export async function generate() {
  await mkdir(`${ROOT}src/generated`, { recursive: true });
  await writeIfNew('parallelSchema.js', await parallelValidator());
  await writeIfNew('parallelSchema.d.ts', DECLARATION);
  await writeIfNew('parallelShape.js', await parallelShape());
  await writeIfNew('parallelShape.d.ts', SHAPE_DECLARATION);
}

if (process.argv[1]?.endsWith('generate.mjs')) await generate();
