import { ok } from 'node:assert/strict';
import type { DependencyRequest } from '../../../src/engine/dependency/prepare';
import type { AnalysedAchievement, AnalysedPlan } from '../../../src/engine/model/analysis';
import { sliceOf } from '../../../src/engine/model/text';
import { decodeUri } from '../../../src/engine/model/uri';
import type { Finding } from '../../../src/engine/rule/finding';
import { editsTogether, preferredFixes } from '../../../src/engine/rule/fixAll';
import { applyEdits } from '../../support/applyEdits';
import { planDocument } from '../../support/documents.mjs';
import { engineOver, type TestEngine } from '../../support/engineOver';
import { uriOf } from '../../support/memoryFiles';

/** A workspace as somebody sees it who has it open. */
export class Opened {
  readonly #test: TestEngine;

  constructor(test: TestEngine) {
    this.#test = test;
  }

  /** Names of the plans, in the order in which views show them. */
  get plans(): readonly string[] {
    return this.#test.engine.snapshot.plans.map(({ name }) => name);
  }

  get all(): readonly AnalysedPlan[] {
    return this.#test.engine.snapshot.plans;
  }

  /** The plan of that name; without one the only plan. */
  plan(name = this.plans[0] ?? ''): AnalysedPlan {
    return this.#test.plan(name);
  }

  /** One thing of each achievement, by its id. */
  each<T>(of: (achievement: AnalysedAchievement) => T, name?: string): Readonly<Record<string, T>> {
    return Object.fromEntries(this.plan(name).achievements.map((each) => [each.id, of(each)]));
  }

  readiness(name?: string): Readonly<Record<string, string>> {
    return this.each((each) => each.readiness, name);
  }

  statuses(name?: string): Readonly<Record<string, string>> {
    return this.each((each) => each.status, name);
  }

  titles(name?: string): Readonly<Record<string, string>> {
    return this.each((each) => each.title, name);
  }

  /** What each achievement depends on, as one text. */
  needs(name?: string): Readonly<Record<string, string>> {
    return this.each((each) => each.dependencies.map(({ id }) => id).join(' '), name);
  }

  /** `rule file:line marked text` of every finding, or of those of one rule. */
  said(code?: string): readonly string[] {
    return this.#findings(code).map(
      ({ code: rule, uri, span }) =>
        `${rule} ${nameIn(uri)}:${this.#lineOf(uri, span.start)} ${sliceOf(this.text(pathOf(uri)), span)}`,
    );
  }

  messages(code: string): readonly string[] {
    return this.#findings(code).map(({ message }) => message);
  }

  text(path: string): string {
    return this.#test.files.texts.get(path) ?? '';
  }

  /** Applies the first fix whose title begins like this, as the light bulb does. */
  async fix(title: string): Promise<void> {
    const fix = this.#findings()
      .flatMap(({ fixes }) => fixes)
      .find((each) => each.title.startsWith(title));
    ok(fix, `"${title}" is offered`);
    await this.#set(pathOf(fix.uri), fix.edits(this.text(pathOf(fix.uri))));
  }

  /** Everything that is safe to fix in a file, as on saving it. */
  async fixAll(path: string): Promise<void> {
    const fixes = preferredFixes(uriOf(path), this.#findings());
    await this.#set(path, editsTogether(this.text(path), fixes));
  }

  /** Adds or removes a dependency as the graph does; the reason where it is refused. */
  async change(change: DependencyRequest['change'], name?: string): Promise<string | undefined> {
    const { engine } = this.#test;
    const prepared = await engine.prepareDependencies({ plan: this.plan(name).uri, change });
    if (!prepared.ok) return prepared.error.message;
    for (const { uri, edits } of prepared.value.documents) {
      await this.#set(pathOf(uri), edits(this.text(pathOf(uri))));
    }
    return undefined;
  }

  /** Every dependency that would be proposed for a parallel.json, as `1.2>1.1`. */
  async proposed(): Promise<readonly string[]> {
    const draft = await this.#test.engine.prepareParallel({ plan: this.plan().uri, byPriority: false });
    ok(draft.ok);
    return draft.value.proposal.edges.map(({ dependent, dependency }) => `${dependent}>${dependency}`);
  }

  async #set(path: string, edits: Parameters<typeof applyEdits>[1]): Promise<void> {
    this.#test.files.set(path, applyEdits(this.text(path), edits));
    await this.#test.settled();
  }

  #findings(code?: string): readonly Finding[] {
    return this.#test.engine.snapshot.findings.filter(
      (finding) => code === undefined || finding.code === code,
    );
  }

  #lineOf(uri: string, offset: number): number {
    return (this.#test.engine.snapshot.linesOf(uri)?.lineAt(offset) ?? -1) + 1;
  }
}

const pathOf = (uri: string): string => decodeUri(uri).slice('file://'.length);
const nameIn = (uri: string): string => decodeUri(uri).slice(decodeUri(uri).lastIndexOf('/') + 1);

/** Opens the folder `/w`, or another one, of a disk with these files. */
export const opened = async (files: Readonly<Record<string, string>>, root = '/w'): Promise<Opened> => {
  const test = await engineOver(files);
  if (root !== '/w') await test.engine.setRoots([uriOf(root)]);
  return new Opened(test);
};

/** A PLAN whose achievements have these titles and lines below, by id. */
export const planWith = (
  name: string,
  achievements: Readonly<Record<string, readonly [title: string, ...lines: string[]]>>,
): string =>
  planDocument(
    name,
    Object.entries(achievements).map(([id, [title, ...lines]]) => [id, { title, lines }]),
  );

/** A field of dependencies, as one line. */
export const needs = (value: string): string => `- **Dependencies**: ${value}`;
