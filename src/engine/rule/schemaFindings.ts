import { validateParallel } from '../../generated/parallelSchema';
import type { JsonCursor, JsonSource } from '../document/json/jsonSource';
import { span } from '../model/text';
import type { Finding } from './finding';
import { schemaMessage } from './schemaMessage';
import { schemaRule } from './schemaRule';

/**
 * Checks a parallel.json against schemas/parallel.schema.json. A valid file costs a run of the precompiled validator;
 * places are looked up only for what is wrong. Malformed text gives nothing: `json-syntax` reports it. Never throws.
 */
export const schemaFindings = (uri: string, { root, problems }: JsonSource): readonly Finding[] => {
  if (problems.some(({ kind }) => kind === 'malformed') || validateParallel(root.json)) return [];
  return (validateParallel.errors ?? [])
    .filter(({ schemaPath, keyword }) => !/\/anyOf\/\d/.test(schemaPath) && keyword !== 'if')
    .map((error) => {
      const wrong = atPointer(root, error.instancePath);
      const { start, end } = wrong.span;
      return {
        uri,
        span: span(start, error.keyword === 'anyOf' ? start + 1 : end),
        code: schemaRule.code,
        severity: schemaRule.severity,
        message: schemaMessage(error, wrong.json),
        related: [],
        fixes: [],
      };
    });
};

/** The value an RFC 6901 pointer leads to. */
const atPointer = (root: JsonCursor, pointer: string): JsonCursor => {
  let cursor = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replace(/~1/g, '/').replace(/~0/g, '~');
    cursor = cursor.list ? cursor.element(Number(key)) : cursor.member(key);
  }
  return cursor;
};
