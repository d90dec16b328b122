/** One way to do a job. */
export interface Contender {
  readonly name: string;
  /** Does the job once, in this process. */
  readonly run?: () => unknown;
  /** Does the job once elsewhere, and says how many milliseconds it took; for whole processes. */
  readonly measure?: () => Promise<number>;
  /** What `measure` counts; milliseconds when left out. */
  readonly unit?: Exclude<Unit, 'ms'>;
}

export type Unit = 'ms' | 'MB' | 'crossings';

/** What must hold between two contenders of the same run; ratios are in CPU time unless the job says otherwise. */
export type Target =
  | { readonly kind: 'at-least-times-quicker'; readonly factor: number }
  | { readonly kind: 'at-most-times'; readonly factor: number }
  | { readonly kind: 'at-most'; readonly amount: number };

export interface Comparison {
  /** Names of contenders. */
  readonly ours: string;
  readonly other: string;
  /** Undefined where the figure is only shown. */
  readonly target: Target | undefined;
}

export interface Prepared {
  readonly contenders: readonly Contender[];
  readonly comparisons: readonly Comparison[];
  /** Throws when a contender of ours does not give the right answer. Runs before anything is measured. */
  readonly check: () => void | Promise<void>;
  readonly tearDown?: () => void | Promise<void>;
}

/** A row of the performance table. `prepare` makes the input; what it costs is not measured. */
export interface Job {
  readonly row: string;
  readonly name: string;
  readonly rounds: number;
  readonly prepare: () => Prepared | Promise<Prepared>;
}

export interface Row {
  readonly job: string;
  readonly ours: string;
  readonly oursMs: number;
  readonly contender: string;
  readonly contenderMs: number;
  /** Time of the contender by our time: above 1 we are quicker. */
  readonly ratio: number;
  /** Of `oursMs`. */
  readonly unit: Unit;
  /** Of `contenderMs`. */
  readonly contenderUnit: Unit;
  readonly target: string;
  readonly reached: boolean | undefined;
}

/** Shorter runs are repeated until a sample takes about this long. */
const SAMPLE_MS = 50;
/** What every contender may spend before it is measured. */
const WARM_UP_MS = 500;

const cpuMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const timed = async (run: () => unknown, times: number): Promise<number> => {
  const before = cpuMs();
  for (let time = 0; time < times; time++) {
    const result = run();
    if (result instanceof Promise) await result;
  }
  return (cpuMs() - before) / times;
};

/** Runs a contender until it is warm, and finds how often it must run for one sample. */
const timesPerSample = async (run: () => unknown): Promise<number> => {
  let spent = 0;
  for (let times = 1; ; times *= 2) {
    const each = await timed(run, times);
    spent += each * times;
    if (spent >= WARM_UP_MS) return Math.max(1, Math.ceil(SAMPLE_MS / each));
  }
};

const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
};

const measureAll = async (contenders: readonly Contender[], rounds: number): Promise<Map<string, number>> => {
  const sampler = async ({ run, measure }: Contender): Promise<() => Promise<number>> => {
    if (measure) return measure;
    if (!run) throw new Error('A contender needs run or measure');
    const times = await timesPerSample(run);
    return () => timed(run, times);
  };
  const samples = [];
  for (const contender of contenders) {
    samples.push({ name: contender.name, sample: await sampler(contender), values: [] as number[] });
  }
  // in turns, so that a busy machine slows all of them alike
  for (let round = 0; round < rounds; round++)
    for (const each of samples) each.values.push(await each.sample());
  return new Map(samples.map(({ name, values }) => [name, median(values)]));
};

const inWords = (target: Target | undefined, unit: string): string => {
  if (!target) return '–';
  if (target.kind === 'at-most') return `≤ ${target.amount} ${unit}`;
  if (target.kind === 'at-least-times-quicker') return `≥ ${target.factor}× quicker`;
  return `≤ ${target.factor}× ${unit === 'ms' ? 'its time' : `its ${unit}`}`;
};

const isReached = (target: Target | undefined, ours: number, other: number): boolean | undefined => {
  if (!target) return undefined;
  if (target.kind === 'at-most') return ours <= target.amount;
  return target.kind === 'at-most-times' ? ours <= other * target.factor : other >= ours * target.factor;
};

/** Checks a job, measures it and compares. Rejects when it crashes or its check fails. */
export const runJob = async (job: Job): Promise<readonly Row[]> => {
  const prepared = await job.prepare();
  try {
    await prepared.check();
    const medians = await measureAll(prepared.contenders, job.rounds);
    return prepared.comparisons.map(({ ours, other, target }) => {
      const oursMs = medians.get(ours) ?? Number.NaN;
      const contenderMs = medians.get(other) ?? Number.NaN;
      const unitOf = (wanted: string): Unit =>
        prepared.contenders.find(({ name }) => name === wanted)?.unit ?? 'ms';
      const unit = unitOf(ours);
      return {
        job: `${job.row} ${job.name}`,
        ours,
        oursMs,
        contender: other,
        contenderMs,
        unit,
        contenderUnit: unitOf(other),
        ratio: contenderMs / oursMs,
        target: inWords(target, unit),
        reached: isReached(target, oursMs, contenderMs),
      };
    });
  } finally {
    await prepared.tearDown?.();
  }
};
