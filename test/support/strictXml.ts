/** An element as written; of the text between tags only what follows its start. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly text: string;
}

/** What XML 1.0 allows as a character, and what must be an entity in text and in attributes. */
const CHARACTERS = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;
const TEXT = /^(?:[^<&]|&(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)*$/i;
const TAG = /^<(\/?)([a-z][\w:-]*)((?:\s+[a-z][\w:-]*="[^"<]*")*)\s*(\/?)>$/i;
const ATTRIBUTE = /([a-z][\w:-]*)="([^"]*)"/gi;

const demand = (holds: boolean, problem: string): void => {
  if (!holds) throw new Error(problem);
};

/** Reads elements, attributes in double quotes and text: no more of XML than that. Throws for anything else. */
export const readXml = (xml: string): readonly XmlElement[] => {
  demand(CHARACTERS.test(xml) && xml.startsWith('<'), 'no XML');
  const elements: XmlElement[] = [];
  const open: string[] = [];
  for (const piece of xml.slice(1).split('<')) {
    const end = piece.indexOf('>') + 1;
    const [tag, text] = [`<${piece.slice(0, end)}`, piece.slice(end)];
    const [whole, closing, name = '', list = '', empty] = TAG.exec(tag) ?? [];
    demand(whole !== undefined, `no tag: ${tag}`);
    demand(TEXT.test(text), `no text: ${text}`);
    demand(Boolean(closing) || open.length > 0 || elements.length === 0, `a second root: ${tag}`);
    if (closing) demand(open.pop() === name, `not open: ${tag}`);
    else elements.push({ name, attributes: attributesIn(list), text });
    if (!closing && !empty) open.push(name);
    demand(open.length > 0 || text.trim() === '', `text outside: ${text}`);
  }
  demand(open.length === 0, `still open: ${open}`);
  return elements;
};

const attributesIn = (list: string): ReadonlyMap<string, string> => {
  const found = [...list.matchAll(ATTRIBUTE)].map(([, name = '', value = '']) => [name, value] as const);
  demand(new Set(found.map(([name]) => name)).size === found.length, `twice: ${list}`);
  for (const [, value] of found) demand(TEXT.test(value), `no attribute: ${value}`);
  return new Map(found);
};
