import type { JsonCursor } from '../../document/json/jsonSource';
import type { Command } from '../item';
import type { ConfigProblem } from './config';

/** Reads a value; undefined with a problem told where it is none of that kind. */
export type ReadValue<T> = (at: JsonCursor, tell: Tell) => T | undefined;

export type Tell = (problem: ConfigProblem) => void;

const wrong = (at: JsonCursor, tell: Tell, message: string): undefined => {
  tell({ severity: 'error', message, span: at.span });
  return undefined;
};

export const aText: ReadValue<string> = (at, tell) =>
  typeof at.json === 'string' && at.json.trim() !== ''
    ? at.json
    : wrong(at, tell, 'It must be text that is not empty.');

export const aSwitch: ReadValue<boolean> = (at, tell) =>
  typeof at.json === 'boolean' ? at.json : wrong(at, tell, 'It must be true or false.');

export const wholeNumber =
  (most: number): ReadValue<number> =>
  (at, tell) =>
    Number.isInteger(at.json) && (at.json as number) >= 1 && (at.json as number) <= most
      ? (at.json as number)
      : wrong(at, tell, `It must be a whole number from 1 to ${most}.`);

export const positiveNumber: ReadValue<number> = (at, tell) =>
  typeof at.json === 'number' && at.json > 0 ? at.json : wrong(at, tell, 'It must be a number above 0.');

export const oneOf =
  <T extends string>(values: readonly T[]): ReadValue<T> =>
  (at, tell) =>
    values.find((value) => value === at.json) ?? wrong(at, tell, `It must be one of ${values.join(', ')}.`);

/** A program with its arguments as a list. */
export const aCommand: ReadValue<Command> = (at, tell) => {
  const { list } = at;
  if (!list) {
    const example = typeof at.json === 'string' ? at.json.split(/\s+/).filter(Boolean) : ['npm', 'test'];
    return wrong(
      at,
      tell,
      `A command is a list of a program and its arguments, such as ${JSON.stringify(example)}. No shell reads it.`,
    );
  }
  if (list.length === 0) return wrong(at, tell, 'A command names at least a program.');
  const stray = list.findIndex((part) => typeof part !== 'string' || part.includes('\0'));
  if (stray !== -1) return wrong(at.element(stray), tell, 'A part of a command is a text.');
  return list[0] === '' ? wrong(at.element(0), tell, 'A command must name a program.') : (list as Command);
};

export const listOf =
  <T>(read: ReadValue<T>): ReadValue<readonly T[]> =>
  (at, tell) => {
    const { list } = at;
    if (!list) return wrong(at, tell, 'It must be a list.');
    const values = list.map((_, place) => read(at.element(place), tell));
    return values.includes(undefined) ? undefined : (values as readonly T[]);
  };

/** How each key of an object is read. */
export type Keys<T> = { readonly [K in keyof T]-?: ReadValue<Exclude<T[K], undefined>> };

/** An object of which every key may be left out; null leaves a key out too. Unknown keys are a warning. */
export const objectOf =
  <T extends object>(keys: Keys<T>): ReadValue<T> =>
  (at, tell) => {
    const { object } = at;
    if (!object) return wrong(at, tell, 'It must be an object.');
    const found: Record<string, unknown> = {};
    for (const key of Object.keys(object)) {
      const member = at.member(key);
      if (!Object.hasOwn(keys, key)) {
        tell({ severity: 'warning', message: unknownKey(key, Object.keys(keys)), span: member.span });
      } else if (member.json !== null) {
        const value = keys[key as keyof T](member, tell);
        if (value !== undefined) found[key] = value;
      }
    }
    return found as T;
  };

/** An object whose keys are names that somebody chose. */
export const namedValues =
  <T>(read: ReadValue<T>): ReadValue<Readonly<Record<string, T>>> =>
  (at, tell) => {
    const { object } = at;
    if (!object) return wrong(at, tell, 'It must be an object.');
    const entries = Object.keys(object).flatMap((name): readonly (readonly [string, T])[] => {
      const value = read(at.member(name), tell);
      return value === undefined ? [] : [[name, value]];
    });
    return Object.fromEntries(entries);
  };

const unknownKey = (key: string, known: readonly string[]): string => {
  const like = known.find((each) => each.toLowerCase() === key.replace(/[-_ ]/g, '').toLowerCase());
  const hint = like === undefined ? `Known keys are ${known.join(', ')}.` : `Did you mean ${like}?`;
  return `The key "${key}" is unknown. ${hint}`;
};
