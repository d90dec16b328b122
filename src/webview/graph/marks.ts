import type { CardMark, Clash, RunMarksMessage, Tone } from '../protocol/runMessages';

/** What runs say of the cards, as far as the editor told. */
export interface Marks {
  of(id: string): CardMark | undefined;
  readonly clashes: readonly Clash[];
  readonly tones: ReadonlySet<Tone>;
  /** Takes in what the editor tells; answers which cards it is about. */
  take(message: RunMarksMessage): ReadonlySet<string>;
}

export const createMarks = (): Marks => {
  const marks = new Map<string, CardMark>();
  let clashes: readonly Clash[] = [];
  return {
    of: (id) => marks.get(id),
    get clashes() {
      return clashes;
    },
    get tones() {
      return new Set([...marks.values()].map(({ tone }) => tone));
    },
    take: (message) => {
      const changed = new Set([...message.gone, ...message.marks.map(({ id }) => id)]);
      if (message.isWhole) {
        for (const id of marks.keys()) changed.add(id);
        marks.clear();
      }
      for (const id of message.gone) marks.delete(id);
      for (const mark of message.marks) marks.set(mark.id, mark);
      clashes = message.clashes;
      return changed;
    },
  };
};
