import { html } from './dom';
import { statusIcon } from './icons';
import type { GraphNode } from './messages';
import { asideOf, capitalised, idOf, labelOf, readinessOf, tooltipOf } from './words';

/** The box of one node. Its content is replaced as a whole, and only when the node differs. */
export class Card {
  readonly element = html('div', 'card');
  readonly #face = html('div', 'face');
  #shown = '';

  constructor(readonly id: string) {
    this.element.setAttribute('role', 'treeitem');
    this.element.dataset.id = id;
    this.element.tabIndex = -1;
    this.element.append(this.#face);
  }

  /** Answers whether anything had to change. */
  show(node: GraphNode): boolean {
    const content = JSON.stringify(node);
    if (content === this.#shown) return false;
    this.#shown = content;
    this.element.dataset.status = node.status;
    this.element.dataset.kind = node.kind;
    if (node.kind === 'level') this.element.setAttribute('aria-expanded', 'false');
    this.element.dataset.state = node.ready ? 'ready' : node.blockedBy.length > 0 ? 'blocked' : 'none';
    this.element.setAttribute('aria-label', labelOf(node));
    this.#face.title = tooltipOf(node);
    const head = html('div', 'head');
    head.append(statusIcon(node.status), html('span', 'id', idOf(node)));
    const foot = html('div', 'foot');
    foot.append(html('span', 'word', capitalised(node.statusWords)), ' ');
    foot.append(html('span', 'readiness', readinessOf(node)));
    this.#face.replaceChildren(head, ' ', html('div', 'title', node.title), ' ', foot, ' ');
    const aside = asideOf(node).join(', ');
    if (aside) this.#face.append(html('span', node.levelReason === null ? 'aside' : 'aside cyclic', aside));
    this.element.classList.toggle('critical', node.critical);
    this.element.classList.toggle('plan', node.kind === 'plan');
    this.#offerMenu(node);
    return true;
  }

  /** The editor reads this where its context menu is asked for, and merges it with that of the scene. */
  #offerMenu({ opens, tags, context: among }: GraphNode): void {
    const plan = among ? { planUri: among.planUri } : {};
    const context = { webviewSection: 'achievement', achievementId: opens, achievementTags: tags, ...plan };
    if (tags === null) delete this.element.dataset.vscodeContext;
    else this.element.dataset.vscodeContext = JSON.stringify(context);
  }
}
