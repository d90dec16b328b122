/** Shape of the `expected.json` beside a corpus of documents, as far as the comparison uses it. */
export interface Expected {
  readonly plans: readonly ExpectedPlan[];
  readonly notPlans: readonly string[];
  readonly prpBatches: readonly {
    readonly batch: string;
    readonly items: readonly {
      readonly id: string;
      readonly path: string;
      readonly dependencies: readonly string[];
      readonly stage: number;
    }[];
  }[];
}

export interface ExpectedPlan {
  readonly plan: string;
  readonly name: string;
  readonly evidenceRoot: string;
  readonly parallelJson: string | null;
  readonly dependencySource: string;
  readonly achievements: readonly ExpectedAchievement[];
  readonly unnumbered?: readonly { readonly number: number; readonly title: string; readonly line: number }[];
}

export interface ExpectedAchievement {
  readonly id: string;
  readonly title: string;
  readonly line: number;
  readonly dependencies: readonly string[];
  readonly level: number | null;
  readonly status: string;
  readonly subplan: string | null;
  readonly executions: readonly string[];
  readonly approved: string | null;
  readonly fix: string | null;
}
