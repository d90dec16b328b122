import { InvalidArgumentError } from 'commander';

/** Reads a whole number that is no smaller. */
export const wholeFrom =
  (least: number) =>
  (text: string): number => {
    if (/^\d{1,6}$/.test(text) && Number(text) >= least) return Number(text);
    throw new InvalidArgumentError(`It must be a whole number, at least ${least}.`);
  };
