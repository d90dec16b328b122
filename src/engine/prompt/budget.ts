import type { Block, Part } from './part';
import { fenced } from './quote';

const CHARACTERS_PER_TOKEN = 4;

/** Tokens by the usual rule of thumb for English text and code: a token for four UTF-16 units, rounded up. */
export const estimateTokens = (text: string): number => Math.ceil(text.length / CHARACTERS_PER_TOKEN);

/** Parts as text within a number of tokens, and what had to go for it. */
export interface Fitted {
  readonly text: string;
  readonly leftOut: readonly string[];
}

/**
 * Writes the parts below `head`. Where they are too long, blocks go one by one, the least important first, and a note
 * at the end says what went. What may never be cut stays, even when it is too long alone.
 */
export const writeWithin = (head: string, parts: readonly Part[], maxTokens: number): Fitted => {
  const cut = new Set<Block>();
  const left = cutOrder(parts);
  const most = maxTokens * CHARACTERS_PER_TOKEN;
  const whole = render(head, parts, cut, maxTokens);
  let text = whole;
  while (text.length > most && left.length > 0) {
    let excess = text.length - most;
    while (excess > 0) {
      const block = left.pop();
      if (!block) break;
      cut.add(block);
      excess -= block.text.length + 1;
    }
    text = render(head, parts, cut, maxTokens);
  }
  // where there is little to cut, the note can be longer than that
  return text.length < whole.length ? { text, leftOut: leftOut(parts, cut) } : { text: whole, leftOut: [] };
};

/** What can be cut; what goes first is last. */
const cutOrder = (parts: readonly Part[]): Block[] =>
  parts
    .flatMap(({ blocks }) => blocks)
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => one.weight - other.weight);

const render = (head: string, parts: readonly Part[], cut: ReadonlySet<Block>, maxTokens: number): string => {
  const texts = parts.map((part) => renderPart(part, cut)).filter((text) => text !== '');
  const missing = leftOut(parts, cut);
  const note =
    missing.length === 0
      ? []
      : [
          `## Left out\n\nFor ${maxTokens} tokens this would have been too much: ${missing.join('; ')}. ` +
            'Open the files that are named where you need more.',
        ];
  return `${[head, ...texts, ...note].join('\n\n')}\n`;
};

const renderPart = ({ title, intro, blocks, isQuoted, gap }: Part, cut: ReadonlySet<Block>): string => {
  if (blocks.every((block) => cut.has(block))) return '';
  const lines = blocks.flatMap((block, at) => {
    if (!cut.has(block)) return [block.text];
    const before = blocks[at - 1];
    return isQuoted && !(before && cut.has(before)) ? ['[…]'] : [];
  });
  const text = lines.join(gap);
  return [`## ${title}`, ...(intro ? [intro] : []), isQuoted ? fenced(text) : text].join('\n\n');
};

const leftOut = (parts: readonly Part[], cut: ReadonlySet<Block>): readonly string[] => {
  const counts = new Map<string, { cut: number; total: number; weight: number }>();
  for (const block of parts.flatMap(({ blocks }) => blocks)) {
    const count = counts.get(block.what) ?? { cut: 0, total: 0, weight: block.weight };
    count.total++;
    if (cut.has(block)) count.cut++;
    counts.set(block.what, count);
  }
  return [...counts]
    .filter(([, count]) => count.cut > 0)
    .sort(([, one], [, other]) => other.weight - one.weight)
    .map(([what, count]) => (count.cut === count.total ? what : `${what} (${count.cut} of ${count.total})`));
};
