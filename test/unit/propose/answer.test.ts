import assert from 'node:assert/strict';
import { readPlan } from '../../../src/engine/document/plan/plan';
import { readAnswer } from '../../../src/engine/propose/answer';
import { parallelText } from '../../support/planBuilder';
import { linesOf, planWith, propose } from './proposing';

const PLAN = planWith({ '1.1': '', '1.2': '- **Dependencies**: 1.1', '1.3': '' });
const answerOf = (text: string) =>
  readAnswer(text, 'Model A', { uri: 'file:///p', definitions: readPlan(PLAN).achievements });
const JSON_TEXT = parallelText({ '1.1': ['1.2'], '1.2': [], '1.3': ['1.2', '7.7', '1.3'] });

describe('the answer of a language model', () => {
  for (const [name, text] of [
    ['bare', JSON_TEXT],
    ['fenced', `Here it is:\n\n\`\`\`json\n${JSON_TEXT}\n\`\`\`\n\nNote { this }.`],
    ['the last of several blocks', `\`\`\`json\n{ "x": 1 }\n\`\`\`\n\n~~~\n${JSON_TEXT}\n~~~\n`],
    ['within a sentence', `I would say ${JSON_TEXT}, and no more.`],
    ['with comments', `\`\`\`jsonc\n// mine\n${JSON_TEXT}\n\`\`\``],
  ] as const) {
    it(`is read ${name}`, () => {
      const read = answerOf(text);
      assert.ok(read.ok);
      assert.equal(read.value.unknown, 2);
      assert.deepEqual(
        read.value.said.map(({ dependent, dependency, evidence }) => [dependent, dependency, evidence.quote]),
        [
          ['1.1', '1.2', 'said by Model A'],
          ['1.3', '1.2', 'said by Model A'],
        ],
      );
    });
  }

  for (const text of ['', 'No.', '{', '{}', '```json\n{ "achievements": [\n```']) {
    it(`is refused: ${JSON.stringify(text)}`, () => assert.equal(answerOf(text).ok, false));
  }

  it('counts last, and never against what the PLAN says', () => {
    const read = answerOf(JSON_TEXT);
    assert.ok(read.ok);
    const proposal = propose(PLAN, { said: read.value.said });
    assert.deepEqual(linesOf(proposal), [
      '1.2 <- 1.1 certain dependencies-field',
      '1.3 <- 1.2 possible model',
    ]);
    assert.deepEqual(
      proposal.conflicts.map(({ edge }) => [edge.dependent, edge.dependency]),
      [['1.1', '1.2']],
    );
  });
});
