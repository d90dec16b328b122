import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { createTerminalText, terminalText } from '../../../src/engine/run/text/terminalText';
import { assertGrowth } from '../../support/growth';
import { HARMLESS } from '../../support/harmlessText';

const ESC = '\u001b';

const PIECES = [
  ESC,
  `${ESC}[`,
  `${ESC}]`,
  '[',
  ']',
  '\u009b',
  '\u009d',
  '\u009c',
  `${ESC}\\`,
  '\u0007',
  '\n',
  '\r',
  '\t',
  '\b',
  '\u0018',
  ';',
  ':',
  '?',
  '38;5;8',
  '38;2;1;2;3',
  '5',
  '8',
  'm',
  'K',
  'J',
  'A',
  'h',
  'c',
  'n',
  ' q',
  '\u202e',
  '\u{e0041}',
  '\ud83d',
  '\ude80',
  'é',
  '🚀',
];
const hostile = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...PIECES) },
    fc.string({ unit: 'binary', maxLength: 3 }),
    fc.string({ maxLength: 3 }),
  ),
  { maxLength: 40 },
);

const inPieces = (pieces: readonly string[]): string => {
  const text = createTerminalText();
  return pieces.map((piece) => text.write(piece)).join('') + text.end();
};

describe('run: what a terminal is shown of a log', () => {
  it('keeps what is meant for people', () => {
    const kept = [
      'Grüße 你好 🚀 👩‍👩‍👧 का\n',
      'one\ttwo\r\nthree',
      'spinner |\b/\b-',
      `${ESC}[1;31mred${ESC}[0m`,
      `${ESC}[38;5;208morange ${ESC}[48;2;0;10;255mon blue${ESC}[39;49m`,
      `${ESC}[4:3m${ESC}[58:2::255:0:0mwavy`,
      `50 %\r${ESC}[2K100 %${ESC}[1A${ESC}[0J`,
    ];
    for (const text of kept) assert.equal(terminalText(text), text);
  });

  const cases: readonly (readonly [what: string, printed: string, shown: string])[] = [
    ['a title', `a${ESC}]0;evil\u0007b${ESC}]2;evil${ESC}\\c\u009d0;evil\u009cd`, 'abcd'],
    ['a link', `${ESC}]8;;https://evil.example${ESC}\\text${ESC}]8;;${ESC}\\`, 'text'],
    ['the clipboard', `a${ESC}]52;c;ZXZpbA==\u0007b`, 'ab'],
    ['marks of a shell', `a${ESC}]633;E;rm -rf;nonce\u0007b${ESC}]1337;File=:AAAA\u0007c`, 'abc'],
    [
      'device control and programs',
      `a${ESC}P+q544e${ESC}\\b${ESC}_Gf=100;AAAA${ESC}\\c${ESC}^x${ESC}\\d${ESC}Xx${ESC}\\e`,
      'abcde',
    ],
    ['queries', `a${ESC}[c${ESC}[>c${ESC}[6n${ESC}[?6n${ESC}[5n${ESC}[21t${ESC}[>q${ESC}Zb`, 'ab'],
    ['modes', `a${ESC}[?1049h${ESC}[?1000h${ESC}[?2004h${ESC}[?25l${ESC}[4h${ESC}[?1006;1003hb`, 'ab'],
    [
      'resets and character sets',
      `a${ESC}c${ESC}[!p${ESC}(0${ESC})B\u000e\u000f${ESC}#8${ESC}7${ESC}8${ESC}Db`,
      'ab',
    ],
    ['clearing and placing', `a${ESC}[2J${ESC}[3J${ESC}[H${ESC}[5;7Hb${ESC}[r${ESC}[5S${ESC}[9999bc`, 'abc'],
    ['what hides and blinks', `${ESC}[8mhidden${ESC}[5;1mbold${ESC}[28;6m`, `hidden${ESC}[1mbold`],
    ['colours that are none', `${ESC}[38;5mx${ESC}[38;2;1;2;999my${ESC}[38;9;1mz`, `xyz`],
    ['steps without measure', `${ESC}[99999999A${ESC}[0B${ESC}[C`, `${ESC}[1000A${ESC}[1B${ESC}[1C`],
    ['bells, nothing and deletions', 'a\u0007\u0000\u007fb', 'ab'],
    ['controls of eight bits', 'a\u0080\u0085\u009b31mb\u009b?25lc\u0090x\u009cd', `a${ESC}[31mbcd`],
    ['what turns the direction', 'a\u202eb\u2066c\u200f', 'a<U+202E>b<U+2066>c<U+200F>'],
    ['what cannot be seen', '\ufeffa\u200bb\u{e0041}', 'a<U+200B>b<U+E0041>'],
    ['pages', 'a\fb\u000bc', 'a\nb\nc'],
    ['halves of characters', 'a\ud83db\ude80', 'a\ufffdb\ufffd'],
  ];
  for (const [what, printed, shown] of cases) {
    it(`knows ${what}`, () => {
      assert.equal(terminalText(printed), shown);
    });
  }

  it('lets a string that is cut off hide no more than its line', () => {
    assert.equal(terminalText(`a${ESC}]0;no end\nb`), 'a\nb');
    assert.equal(terminalText(`a${ESC}]0;no end${ESC}[31mb`), `a${ESC}[31mb`);
    assert.equal(terminalText(`a${ESC}[31\nb`), 'a\nb');
    assert.equal(terminalText(`a${ESC}[${'1;'.repeat(500)}mb`), 'ab');
    assert.equal(terminalText(`a${ESC}[${'1;'.repeat(500)}\nb`), 'a\nb');
  });

  it('sends a terminal nothing but text, colours and small steps', () => {
    fc.assert(
      fc.property(hostile, (pieces) => {
        assert.match(terminalText(pieces.join('')), HARMLESS);
      }),
      { numRuns: 2000 },
    );
  });

  it('says the same wherever a text is cut', () => {
    fc.assert(
      fc.property(hostile, (pieces) => {
        const text = pieces.join('');
        assert.equal(inPieces(pieces), terminalText(text));
        assert.equal(inPieces(text.split('')), terminalText(text));
      }),
      { numRuns: 2000 },
    );
  });

  it('changes nothing of what went through before', () => {
    fc.assert(
      fc.property(hostile, (pieces) => {
        const once = terminalText(pieces.join(''));
        assert.equal(terminalText(once), once);
      }),
      { numRuns: 2000 },
    );
  });

  it('takes text without controls as it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme-composite' }), (text) => {
        if (!/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text)) assert.equal(terminalText(text), text);
      }),
    );
  });

  const endless: Readonly<Record<string, string>> = {
    text: 'x',
    lines: 'line\n',
    escapes: ESC,
    'beginnings of sequences': `${ESC}[`,
    'a sequence without end': '1;',
    'beginnings of strings': `${ESC}]`,
    'halves of characters': '\ud83d',
    'characters that turn': '\u202e',
  };
  for (const [name, unit] of Object.entries(endless)) {
    it(`takes time in proportion: ${name}`, () => {
      const textOf = (size: number): string =>
        (name === 'a sequence without end' ? `${ESC}[` : '') + unit.repeat(Math.ceil(size / unit.length));
      const inParts = (text: string): void => {
        const { write } = createTerminalText();
        for (let at = 0; at < text.length; at += 7) write(text.slice(at, at + 7));
      };
      assertGrowth({ small: 50_000, times: 8, most: 24, noise: 60 }, textOf, terminalText);
      assertGrowth({ small: 50_000, times: 8, most: 24, noise: 60 }, textOf, inParts);
    });
  }
});
