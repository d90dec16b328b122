import type { Effort } from '../model/effort';
import { span } from '../model/text';
import { readEffort } from './effort';
import type { JsonLiteral } from './jsonReader';
import type { IdReference, Located } from './parallelFile';

/** The text read, and its estimates: a file has few different ones. */
export interface Source {
  readonly text: string;
  effortOf(value: JsonLiteral['value']): Effort | undefined;
}

export const sourceOf = (text: string): Source => {
  const efforts = new Map<string | number, Effort | undefined>();
  return {
    text,
    effortOf: (value) => {
      if (typeof value !== 'string' && typeof value !== 'number') return undefined;
      if (!efforts.has(value)) efforts.set(value, readEffort(value));
      return efforts.get(value);
    },
  };
};

/** A string with its place; undefined for anything else. */
export const located = ({ value, start, end }: JsonLiteral): Located | undefined =>
  typeof value === 'string' ? { value, span: span(start, end) } : undefined;

/** A number is taken as it is written: `1.10` stays `1.10`. */
export const reference = ({ value, start, end }: JsonLiteral, { text }: Source): IdReference | undefined => {
  if (typeof value === 'string') return { value: value.trim(), span: span(start, end), wasString: true };
  return typeof value === 'number'
    ? { value: text.slice(start, end), span: span(start, end), wasString: false }
    : undefined;
};

/** A string or number in place of a list is a list of one; an empty string says nothing. */
export const loneReference = (literal: JsonLiteral, source: Source): readonly IdReference[] => {
  const found = reference(literal, source);
  return found && found.value !== '' ? [found] : [];
};
