import { html } from '../kit/dom';
import { Toast } from '../kit/toast';
import type {
  GraphModel,
  HostMessage,
  Layout,
  PageDependency,
  PageMessage,
  Point,
  View,
} from '../protocol/messages';
import { EdgeBar } from './edgeBar';
import { Linking } from './linking';
import { Overlay } from './overlay';
import type { Scene } from './scene';

export interface EditingActions {
  post(message: PageMessage): void;
  /** Gives the focus to a card. */
  focus(id: string): void;
}

/** Drawing, selecting and deleting dependencies with the mouse and the keyboard; the editor does what is asked for. */
export class Editing {
  /** What is said below the graph. */
  readonly element = html('div', 'said-below graph-only');
  readonly #actions: EditingActions;
  readonly #stage: HTMLElement;
  readonly #overlay = new Overlay();
  readonly #toast: Toast;
  readonly #edgeBar: EdgeBar;
  readonly #linking: Linking;
  #view: View = { x: 0, y: 0, scale: 1 };

  /** `stage` is what the graph moves in; the overlay is laid above what it holds. */
  constructor(stage: HTMLElement, scene: Scene, actions: EditingActions) {
    this.#stage = stage;
    this.#actions = actions;
    this.#toast = new Toast(() => actions.post({ type: 'takeBack' }));
    this.#edgeBar = new EdgeBar(this.#overlay, {
      remove: (dependencies) => this.remove(dependencies),
      reveal: (id) => actions.focus(id),
    });
    this.#linking = new Linking(this.#overlay, {
      consider: (dependency) => actions.post({ type: 'consider', ...dependency }),
      add: (dependency) => actions.post({ type: 'add', ...dependency }),
      refuse: (words) => this.#toast.show(words, { isProblem: true }),
      rectangleOf: (id) => scene.rectangleOf(id),
      card: (id) => scene.card(id),
      toGraph: (at) => this.#toGraph(at),
    });
    this.#overlay.element.append(this.#linking.handle);
    stage.append(this.#overlay.element);
    stage.addEventListener('pointermove', (event) => this.#onPointerMove(event));
    this.element.append(this.#linking.said, this.#edgeBar.element, this.#toast.element);
  }

  show(model: GraphModel, layout: Layout): void {
    this.#linking.show(model);
    this.#edgeBar.show(model, layout);
  }

  receive(message: Extract<HostMessage, { readonly type: 'considered' | 'done' }>): void {
    if (message.type === 'considered') this.#linking.answer(message);
    else this.#toast.show(message.words, message);
  }

  /** Follows the graph as it is moved and zoomed. */
  follow(view: View): void {
    this.#view = view;
    this.#overlay.follow(view);
  }

  /** The pointer has come to a card: it can be pulled at. */
  hover(id: string): void {
    this.#linking.offer(id);
  }

  /** The focus has come to a card. */
  aim(id: string): void {
    this.#linking.aim(id);
  }

  /** Selects the arrow that was clicked at, if any. */
  clickAt(event: MouseEvent): void {
    this.#edgeBar.selectAt(this.#toGraph(event), this.#view.scale);
  }

  /** Ends a dependency that is being drawn at the card that was entered; whether there is one. */
  drop(): boolean {
    const { isOn } = this.#linking;
    if (isOn) this.#linking.drop();
    return isOn;
  }

  /** Whether a dependency is being drawn. */
  get isDrawing(): boolean {
    return this.#linking.isOn;
  }

  /** Begins a dependency at a card, and goes there: what is walked to is to depend on it. */
  begin(id: string | undefined): void {
    if (id === undefined) return;
    this.#actions.focus(id);
    this.#linking.begin(id);
  }

  stop(): void {
    this.#linking.stop();
  }

  /** Asks which dependencies of an achievement are to go. */
  chooseRemoval(id: string): void {
    this.#actions.post({ type: 'chooseRemoval', id });
  }

  takeBack(): void {
    this.#actions.post({ type: 'takeBack' });
  }

  remove(dependencies: readonly PageDependency[]): void {
    if (dependencies.length > 0) this.#actions.post({ type: 'remove', dependencies });
  }

  #onPointerMove(event: PointerEvent): void {
    const isOnCard = event.target instanceof Element && event.target.closest('.card') !== null;
    const isOnEdge =
      event.buttons === 0 && !isOnCard && this.#edgeBar.isAt(this.#toGraph(event), this.#view.scale);
    this.#stage.classList.toggle('on-edge', isOnEdge);
  }

  #toGraph({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point {
    const { left, top } = this.#stage.getBoundingClientRect();
    const { x, y, scale } = this.#view;
    return { x: (clientX - left - x) / scale, y: (clientY - top - y) / scale };
  }
}
