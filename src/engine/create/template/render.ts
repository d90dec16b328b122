import { fill } from '../../document/work/fillMark';
import { inlineText } from '../content';
import type { TemplateLines, TemplateToken } from './parse';

/** What the variables of a template stand for in one document. */
export interface TemplateValues {
  /** Empty where there is nothing to say. */
  valueOf(name: string): string;
  /** What stands in the place of a value that is empty. */
  insteadOf(name: string): string;
}

/**
 * The document that a template without problems makes of these values. A value alone on its line stands there with all
 * its lines; among other text it becomes one line. A line on which nothing but empty values and sections is left out,
 * and so is one of two blank lines that meet by that.
 */
export const renderTemplate = (lines: TemplateLines, values: TemplateValues): string => {
  const sections: boolean[] = [];
  const written: string[] = [];
  let isGap = false;
  for (const line of lines) {
    const text = renderLine(line, values, sections);
    if (text === undefined) isGap = true;
    else if (text !== '' || !isGap || (written.at(-1) ?? '') !== '') {
      written.push(text);
      isGap = isGap && text === '';
    }
  }
  return `${written.join('\n').trim()}\n`;
};

/** Undefined for a line that is left out. `sections`: whether those open are shown, outermost first. */
const renderLine = (
  line: readonly TemplateToken[],
  values: TemplateValues,
  sections: boolean[],
): string | undefined => {
  const shown: TemplateToken[] = [];
  const isShown = (): boolean => sections.at(-1) ?? true;
  let isPlain = isShown();
  for (const token of line) {
    if (token.kind === 'close') sections.pop();
    else if (token.kind === 'open') {
      const hasValue = values.valueOf(token.name) !== '';
      sections.push(isShown() && hasValue === (token.when === 'value'));
    } else if (isShown()) shown.push(token);
    isPlain &&= token.kind === 'text';
  }
  const text = textOf(shown, values);
  return text.trim() === '' && !isPlain ? undefined : text;
};

const isBlank = (token: TemplateToken): boolean => token.kind === 'text' && token.text.trim() === '';

const textOf = (tokens: readonly TemplateToken[], values: TemplateValues): string => {
  const said = tokens.filter((token) => !isBlank(token));
  const [only] = said;
  if (said.length === 1 && only?.kind === 'value') {
    const [first] = tokens;
    const indent = first?.kind === 'text' ? first.text : '';
    const value = values.valueOf(only.name) || values.insteadOf(only.name);
    return value === '' ? '' : indent + value.replace(/\n(?=[^\n])/g, `\n${indent}`);
  }
  let text = '';
  for (const token of tokens) {
    if (token.kind === 'text') text += token.text;
    if (token.kind === 'fill') text += fill(token.what);
    if (token.kind === 'value')
      text += inlineText(values.valueOf(token.name) || values.insteadOf(token.name), text);
  }
  return text;
};
