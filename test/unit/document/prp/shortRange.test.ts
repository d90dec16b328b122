import { deepEqual } from 'node:assert/strict';
import { readReferences } from '../../../../src/engine/document/prp/reference';

const read = (text: string) =>
  readReferences({ text, start: 0, end: text.length }).map((said) =>
    said.kind === 'range' ? `${said.from} to ${said.to}` : said.kind === 'id' ? said.id : said.kind,
  );

describe('PRPs that others are named by', () => {
  it('may be a range with a short end, which stays in the batch', () => {
    for (const text of ['PRP-5.1.5..7', 'PRP-5.1.5 to 7', '5.1.5 – 7'])
      deepEqual(read(text), ['PRP-5.1.5 to PRP-5.1.7'], text);
    deepEqual(read('PRP-5.1 to PRP-7'), ['PRP-5.1 to PRP-7']);
    deepEqual(read('PRP-4 to 7'), ['PRP-4 to PRP-7']);
  });

  it('are doubtful where only some of them are denied', () => {
    deepEqual(read('not PRP-5.1.1 but PRP-5.1.2'), ['unread']);
    deepEqual(read('independent of PRP-5.1.1'), ['note']);
  });
});
