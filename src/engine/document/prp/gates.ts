import { readSections } from '../markdown/heading';
import { scanLines } from '../markdown/lines';

/** A command by which a PRP says that it can be proved. */
export interface PrpGate {
  /** Text of its heading: `Gate 1: Tests pass`. */
  readonly name: string;
  /** As written, for a shell. */
  readonly command: string;
}

const GATE = /^Gate[ \t]+\d/i;
const COMMAND = /^[ \t]*(?:[-*+][ \t]+)?\*\*Command(?::\*\*|\*\*[ \t]*:)[ \t]*`([^`\n]+)`/i;

/**
 * The commands below headings such as `Gate 1: …`, in text order; gates that are lists of boxes, or name their command
 * in no code, have none.
 */
export const readPrpGates = (text: string): readonly PrpGate[] => {
  const scan = scanLines(text);
  return readSections(scan)
    .filter(({ title }) => GATE.test(title))
    .flatMap(({ title, span }) => {
      const first = scan.index.lineAt(span.start) + 1;
      for (let line = first; line < scan.kinds.length && scan.index.startOf(line) < span.end; line++) {
        const command =
          scan.kinds[line] === 'text' ? COMMAND.exec(scan.textOf(line))?.[1]?.trim() : undefined;
        if (command) return [{ name: title, command }];
      }
      return [];
    });
};
