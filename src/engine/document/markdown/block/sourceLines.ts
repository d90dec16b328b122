import { LineIndex } from '../../../model/text';

const RETURN = 13;

/** A text cut into lines; line breaks (`\n`, `\r\n`) belong to none of them. */
export class SourceLines {
  readonly text: string;
  readonly index: LineIndex;

  constructor(text: string, index = new LineIndex(text)) {
    this.text = text;
    this.index = index;
  }

  endOf(line: number): number {
    const next = this.index.startOf(line + 1);
    const end = line + 1 < this.index.lineCount ? next - 1 : next;
    return this.text.charCodeAt(end - 1) === RETURN ? end - 1 : end;
  }

  textOf(line: number): string {
    return this.text.slice(this.index.startOf(line), this.endOf(line));
  }

  firstCodeOf(line: number): number {
    return this.text.charCodeAt(this.index.startOf(line));
  }
}
