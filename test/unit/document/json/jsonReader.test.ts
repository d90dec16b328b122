import { deepEqual } from 'node:assert/strict';
import * as fc from 'fast-check';
import { type JsonNode, readJson, readJsonLate } from '../../../../src/engine/document/json/jsonReader';

const SEED = 20_261_121;

/** Every value as it is written, with the keys that lead to it. */
const writtenIn = (text: string, root: JsonNode | undefined): readonly string[] => {
  const found: string[] = [];
  const walk = (node: JsonNode, way: string): void => {
    found.push(`${way} ${node.start} ${text.slice(node.start, node.end)}`);
    node.children?.forEach((child, at) => {
      walk(child, `${way}/${node.keys?.[at] ?? at}`);
    });
  };
  if (root) walk(root, '');
  return found;
};

describe('places in JSON', () => {
  it('are the same when objects in lists are read late', () => {
    const blanks = fc.constantFrom('', '  ', '\t');
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), blanks, (value, indentation) => {
        const text = JSON.stringify(value, null, indentation);
        deepEqual(writtenIn(text, readJsonLate(text)), writtenIn(text, readJson(text, true).root));
      }),
      { seed: SEED, numRuns: 500 },
    );
  });

  it('are found behind brackets and quotes in strings of a list', () => {
    const text = '{ "list": [{ "a": "} \\" {", "b": [{ "c": "\\\\" }] }, { "d": 1.10 }], "e": null }';
    deepEqual(writtenIn(text, readJsonLate(text)), writtenIn(text, readJson(text, true).root));
    deepEqual(writtenIn(text, readJsonLate(text)).at(-2), '/list/1/d 59 1.10');
  });
});
