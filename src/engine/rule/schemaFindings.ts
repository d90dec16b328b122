import { type Node, parse } from 'jsonc-parser';
import { validateParallel } from '../../generated/parallelSchema';
import { readStrictJson, type StrictJson, withoutMark } from '../document/strictJson';
import { type Span, span } from '../model/text';
import { jsonTreeOf } from './edit/jsonTree';
import type { Finding } from './finding';
import { schemaMessage } from './schemaMessage';
import { schemaRule } from './schemaRule';

/**
 * Checks the text of a parallel.json against schemas/parallel.schema.json. A valid file costs a JSON.parse and the
 * precompiled validator; places are looked up only for what is wrong. Malformed text gives nothing: `json-syntax`
 * reports it. Pass `strict` where the text was parsed already. Never throws.
 */
export const schemaFindings = (
  uri: string,
  text: string,
  strict = readStrictJson(text),
): readonly Finding[] => {
  const parsed = strict ?? parseTolerantly(withoutMark(text));
  if (!parsed || validateParallel(parsed.value)) return [];
  const errors = validateParallel.errors ?? [];
  const tree = jsonTreeOf(text);
  if (!tree) return [];
  return errors
    .filter(({ schemaPath, keyword }) => !/\/anyOf\/\d/.test(schemaPath) && keyword !== 'if')
    .map((error) => {
      const node = nodeAtPointer(tree, error.instancePath);
      return {
        uri,
        span: error.keyword === 'anyOf' ? span(node.offset, node.offset + 1) : spanOf(node),
        code: schemaRule.code,
        severity: schemaRule.severity,
        message: schemaMessage(error, node),
        related: [],
        fixes: [],
      };
    });
};

/** With comments and trailing commas, but nothing worse. */
const parseTolerantly = (text: string): StrictJson | undefined =>
  jsonTreeOf(text) && { value: parse(text, [], { allowTrailingComma: true }) };

const spanOf = ({ offset, length }: Node): Span => span(offset, offset + length);

/** The value an RFC 6901 pointer leads to, or the last one on the way that exists. */
const nodeAtPointer = (root: Node, pointer: string): Node => {
  let node = root;
  for (const part of pointer.split('/').slice(1)) {
    const key = part.replace(/~1/g, '/').replace(/~0/g, '~');
    const next =
      node.type === 'array'
        ? node.children?.[Number(key)]
        : node.children?.findLast((property) => property.children?.[0]?.value === key)?.children?.[1];
    if (!next) return node;
    node = next;
  }
  return node;
};
