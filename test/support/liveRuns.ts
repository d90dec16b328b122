import type { RunHead } from '../../src/engine/run/event';
import type { LandedAt } from '../../src/engine/run/share';
import { runNow } from '../../src/extension/run/desktop/runNow';
import type { Run, RunLife, Runs } from '../../src/extension/run/runs';
import { Emitter } from '../../src/shared/event';
import { startRun, type TestRun } from '../unit/run/runs';
import { uriOf } from './memoryFiles';

/** Runs in a test: what a journal tells, as views see it. */
export interface LiveRuns extends Runs {
  /** Begins a run; it goes on. The last one that began comes first. */
  begin(head: RunHead): TestRun;
  /** Tells the views what a run came to. */
  told(run: TestRun, life?: RunLife, landedAt?: LandedAt): Run;
}

/** The URI of the plan that a run of this head is of. */
export const planUriIn = (head: Pick<RunHead, 'path'>): string => uriOf(`/w/X/${head.path}`);

export const liveRuns = (): LiveRuns => {
  const changes = new Emitter<readonly Run[]>((error) => {
    throw error;
  });
  let all: readonly (readonly [TestRun, Run])[] = [];
  const now = (run: TestRun, life: RunLife, landedAt: LandedAt = 'branch'): Run => {
    const { state, journal } = run;
    const name = state.head?.run ?? '';
    const reader = {
      state,
      seq: journal.length,
      folder: { path: `/w/X/.parallel-plans/runs/${name}`, run: name },
    };
    const made = runNow(reader as never, {
      home: '/w/X',
      life,
      problem: undefined,
      attemptsOf: () => [],
      landedAt,
    });
    if (!made || !state.head) throw new Error('the run has not begun');
    return { ...made, planUri: planUriIn(state.head) };
  };
  return {
    get all() {
      return all.map(([, run]) => run);
    },
    ofPlan: (planUri) => all.flatMap(([, run]) => (run.planUri === planUri ? run : [])),
    onDidChange: changes.event,
    begin: (head) => {
      const run = startRun(head);
      all = [[run, now(run, 'running')], ...all];
      return run;
    },
    told: (run, life = 'running', landedAt = 'branch') => {
      const made = now(run, life, landedAt);
      all = all.map(([each, before]) => [each, each === run ? made : before]);
      changes.fire([made]);
      return made;
    },
  };
};
