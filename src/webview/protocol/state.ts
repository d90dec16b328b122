import { isFlag, isNumber, isText, listOf, orNull, shapeOf } from '../../shared/shape';
import { isTabState, type TabState } from './timelineMessages';

/** What a person wants to see of a plan. */
export interface Arrangement {
  /** The columns that a person collapsed or expanded, the last one last; the others are as the size of the plan asks for. */
  readonly choices: readonly BandChoice[];
  /** Arrows that follow from others are drawn, and told apart. */
  readonly redundant: boolean;
}

export interface BandChoice {
  readonly band: string;
  readonly isCollapsed: boolean;
}

/** Part of the plan in view: the screen position of the graph's origin, and pixels per unit. */
export interface View {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** What the page keeps across a reload. */
export interface PageState {
  readonly planUri: string;
  /** Null while nobody changed it. */
  readonly view: View | null;
  /** The card that keys are about; null while nobody came to one. */
  readonly current: string | null;
  readonly arrangement: Arrangement;
  /** Whether the overview is wanted where the graph is larger than the window. */
  readonly minimap: boolean;
  /** Null while nobody changed tabs. */
  readonly tabs: TabState | null;
}

export const isArrangement = shapeOf<Arrangement>({
  choices: listOf(shapeOf<BandChoice>({ band: isText, isCollapsed: isFlag })),
  redundant: isFlag,
});

/** Whether a stored state can be restored. */
export const isPageState = shapeOf<PageState>({
  planUri: isText,
  view: orNull(shapeOf<View>({ x: isNumber, y: isNumber, scale: isNumber })),
  current: orNull(isText),
  arrangement: isArrangement,
  minimap: isFlag,
  tabs: orNull(isTabState),
});
