import { sentence } from '../../shared/sentence';
import { html } from '../kit/dom';
import { statusIcon } from '../kit/icons';
import { toneIcon } from '../kit/toneIcons';
import { asideOf, cyclicOf, idOf, labelOf, readinessOf, tooltipOf } from '../kit/words';
import type { GraphNode } from '../protocol/messages';
import type { CardMark } from '../protocol/runMessages';
import type { Detail } from './detail';

/**
 * The box of one node. What is written on it is made when it first comes into view, and made anew only when the node
 * differs; role, label and menu are there from the beginning.
 */
export class Card {
  readonly element = html('div', 'card');
  readonly #face = html('div', 'face');
  readonly #sign = html('div', 'sign');
  #node: GraphNode | undefined;
  #mark: CardMark | undefined;
  #shown = '';
  #isFaceDrawn = false;
  #isSignDrawn = false;

  constructor(readonly id: string) {
    this.element.setAttribute('role', 'treeitem');
    this.element.dataset.id = id;
    this.element.tabIndex = -1;
    this.element.append(this.#face, this.#sign);
  }

  /** Answers whether anything had to change. */
  show(node: GraphNode, mark?: CardMark): boolean {
    const content = JSON.stringify([node, mark]);
    if (content === this.#shown) return false;
    this.#shown = content;
    this.#node = node;
    this.#mark = mark;
    if (mark) this.element.dataset.run = mark.tone;
    else delete this.element.dataset.run;
    this.element.dataset.status = node.status;
    this.element.dataset.kind = node.kind;
    if (node.kind === 'level') this.element.setAttribute('aria-expanded', 'false');
    this.element.dataset.state = node.readiness ?? 'none';
    this.element.setAttribute('aria-label', labelOf(node, mark));
    this.#face.title = tooltipOf(node, mark);
    this.element.classList.toggle('critical', node.critical);
    this.element.classList.toggle('plan', node.kind === 'plan');
    this.#offerMenu(node, mark);
    if (this.#isFaceDrawn) this.#drawFace(node);
    if (this.#isSignDrawn) this.#drawSign(node);
    return true;
  }

  /** To be called for each card in view before it is seen. */
  draw(detail: Detail): void {
    if (this.element.dataset.detail !== detail) this.element.dataset.detail = detail;
    if (!this.#node) return;
    if (detail === 'near' && !this.#isFaceDrawn) this.#drawFace(this.#node);
    if (detail === 'far' && !this.#isSignDrawn) this.#drawSign(this.#node);
  }

  #drawFace(node: GraphNode): void {
    this.#isFaceDrawn = true;
    const head = html('div', 'head');
    head.append(this.#icon(node), html('span', 'id', idOf(node)));
    const foot = html('div', 'foot');
    if (this.#mark) foot.append(html('span', 'run', sentence(this.#mark.words)));
    else {
      foot.append(html('span', 'word', sentence(node.statusWords)), ' ');
      foot.append(html('span', 'readiness', readinessOf(node)));
    }
    this.#face.replaceChildren(head, ' ', html('div', 'title', node.title), ' ', foot, ' ');
    const aside = asideOf(node).join(', ');
    if (aside) this.#face.append(html('span', cyclicOf(node) === null ? 'aside' : 'aside cyclic', aside));
  }

  #drawSign(node: GraphNode): void {
    this.#isSignDrawn = true;
    this.#sign.replaceChildren(this.#icon(node), html('span', 'id', idOf(node)));
  }

  /** What a run says is newer than what documents prove. */
  #icon({ status }: GraphNode): SVGSVGElement {
    return this.#mark ? toneIcon(this.#mark.tone) : statusIcon(status);
  }

  /** The editor reads this where its context menu is asked for, and merges it with that of the scene. */
  #offerMenu({ opens, tags, context: among }: GraphNode, mark: CardMark | undefined): void {
    const plan = among ? { planUri: among.planUri } : {};
    const achievementTags = `${tags}${mark?.hasLog ? ' hasRunLog' : ''}`;
    const context = { webviewSection: 'achievement', achievementId: opens, achievementTags, ...plan };
    if (tags === null) delete this.element.dataset.vscodeContext;
    else this.element.dataset.vscodeContext = JSON.stringify(context);
  }
}
