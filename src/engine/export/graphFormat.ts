import type { PlanLink } from '../links/link';
import type { AnalysedPlan } from '../model/analysis';
import type { RangeJson } from '../model/rangeJson';
import type { Place } from '../model/text';

/** What pictures are drawn with. */
export interface Drawers {
  /** DOT as SVG; undefined where the drawer ran out of memory. */
  readonly svg: (dot: string) => Promise<string | undefined>;
  /** An SVG of {@link svgOf} as PNG. */
  readonly png: (svg: string) => Promise<Picture>;
}

/** A PNG as it was drawn. */
export interface Picture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
  /** It has fewer pixels than it takes to be sharp. */
  readonly scaledDown: boolean;
  /** Characters that no font there has; boxes stand in their place. */
  readonly missing: readonly string[];
}

/** A graph as the content of a file. */
export interface GraphFile {
  /** Text ends with a line break. */
  readonly content: string | Uint8Array;
  /** What a person should know about it, a sentence each. */
  readonly notes: readonly string[];
}

/** Several plans, or one, and where their documents are for whoever reads about them. */
export interface ManyPlans {
  readonly plans: readonly AnalysedPlan[];
  /** The links between them. */
  readonly links: readonly PlanLink[];
  /** Columns that a line may have. */
  readonly width: number;
  /** Colour by ANSI codes. */
  readonly color: boolean;
  readonly pathOf: (uri: string) => string;
  readonly rangeOf: (place: Place) => RangeJson;
}

/** What the graph of a plan can be exported as. */
export interface GraphFormat {
  /** As it is asked for: `mermaid`. */
  readonly id: string;
  /** As menus call it: `Mermaid`. */
  readonly name: string;
  /** What it is good for: `a flowchart in Markdown`. */
  readonly purpose: string;
  /** How the names of its files end, without the dot. */
  readonly ending: string;
  /** The graph of one plan. A `UserError` where the plan is too large for it. */
  draw(plan: AnalysedPlan, drawers: Drawers): Promise<GraphFile>;
  /** The graphs of plans, and the links between them, as one text; absent where it can hold one plan only. */
  drawAll?(all: ManyPlans): string;
}

/** Text as the content of a file. */
export const textFile = (text: string): GraphFile => ({ content: `${text.trimEnd()}\n`, notes: [] });
