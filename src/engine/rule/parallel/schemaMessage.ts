import type { ErrorObject } from 'ajv';

const KINDS: Readonly<Record<string, string>> = {
  array: 'a list',
  boolean: 'true or false',
  integer: 'a whole number',
  null: 'null',
  number: 'a number',
  object: 'an object',
  string: 'text in quotes',
};

/** A sentence for one error of the validator about a value. */
export const schemaMessage = (error: ErrorObject, value: unknown): string => {
  const name = nameOf(error.instancePath);
  switch (error.keyword) {
    case 'type':
      return `${name} must be ${listOf([error.params.type].flat().map(kindOf))}, not ${kindOf(typeOf(value))}.`;
    case 'enum':
      return `${name} must be one of ${allowed(error.params.allowedValues)}.`;
    case 'pattern':
      return `"${String(value)}" is not an achievement id like 1.1.`;
    case 'anyOf':
      return 'An achievement needs an "achievement_id" (or "id").';
    case 'minimum':
      return `${name} must not be negative.`;
    default:
      return `${name} ${error.message ?? 'is not valid'}.`;
  }
};

/** `"dependencies"`; for an element `An element of "dependencies"`. */
const nameOf = (pointer: string): string => {
  const parts = pointer.split('/').slice(1);
  const last = parts.at(-1);
  if (last === undefined) return 'The file';
  return /^\d+$/.test(last) ? `An element of "${parts.at(-2) ?? ''}"` : `"${last}"`;
};

const typeOf = (value: unknown): string => {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
};

const kindOf = (type: unknown): string => KINDS[String(type)] ?? String(type);

const listOf = (kinds: readonly string[]): string =>
  kinds.length < 2 ? kinds.join('') : `${kinds.slice(0, -1).join(', ')} or ${kinds.at(-1)}`;

const allowed = (values: unknown): string =>
  (Array.isArray(values) ? values : [])
    .filter((value) => value !== null)
    .map((value) => `"${String(value)}"`)
    .join(', ');
