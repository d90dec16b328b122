import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { namePart } from '../../../engine/run/branches';
import { type HandedIn, readHandedIn } from '../../../engine/run/hub/handedIn';
import type { LandedThere } from '../../../engine/run/hub/news';
import { fail, ok, type Result } from '../../../shared/result';
import { UserError } from '../../../shared/userError';
import { gitText } from '../../git/command';
import { commitOf } from '../../git/commits';
import { refPart } from '../../git/pins';
import type { Moved } from '../../git/refs';
import { fetchRefs, isShallow, pushRef, remoteRefs } from '../../git/remote';
import { landedIn } from '../../git/runCommits';
import type { Lane } from '../lane';

/**
 * A repository that all machines of a run reach, as a remote of this one. It holds the integration branch, and for each
 * item a branch `plan/<run>/<item>` with what was handed in of it last.
 */
export interface Hub {
  readonly top: string;
  readonly remote: string;
  readonly run: string;
  /** Name of the plan. */
  readonly plan: string;
  /** The integration branch there. */
  readonly branch: string;
}

/** What was handed in of an item, with the commit that says so. */
export interface Handed extends HandedIn {
  readonly commit: string;
}

/** A hub as it was looked at. Its commits are here too. */
export interface HubView extends Hub {
  /** Where the integration branch is; undefined where nobody has landed anything yet. */
  readonly tip: string | undefined;
  readonly landed: readonly LandedThere[];
  /** By item. */
  readonly handed: ReadonlyMap<string, Handed>;
}

const FETCHED = 'refs/parallel-plans-hub';

/** The branch of the hub that holds what was handed in of an item. */
export const itemRef = (hub: Pick<Hub, 'run'>, item: string): string => `${itemRefs(hub)}${refPart(item)}`;

/** What the branches of all results of a run begin with. */
const itemRefs = ({ run }: Pick<Hub, 'run'>): string => `refs/heads/plan/${namePart(run)}/`;

const branchRef = ({ branch }: Hub): string => `refs/heads/${branch}`;
const tipHere = ({ run }: Hub): string => `${FETCHED}/${refPart(run)}/tip`;
const itemsHere = ({ run }: Hub): string => `${FETCHED}/${refPart(run)}/items/`;

/** A remote as git finds it from the top of the repository: a path counts from where the person is. */
export const remoteNamed = (name: string): string => (existsSync(resolve(name)) ? resolve(name) : name);

/** Looks at a hub and brings here what it has of the run. Fails where the history here is not whole. */
export const lookAtHub = async (hub: Hub): Promise<Result<HubView, UserError>> => {
  const fits = await checkHere(hub);
  if (!fits.ok) return fits;
  const items = itemRef(hub, '*').replace(refPart('*'), '*');
  const there = await remoteRefs(hub.top, hub.remote, [branchRef(hub), items]);
  if (!there.ok) return there;
  const tip = there.value.get(branchRef(hub));
  const fetched = await fetchRefs(hub.top, hub.remote, [
    ...(tip === undefined ? [] : [[branchRef(hub), tipHere(hub)] as const]),
    [items, `${itemsHere(hub)}*`],
  ]);
  if (!fetched.ok) return fetched;
  const at = tip === undefined ? ok(undefined) : await commitOf(hub.top, tipHere(hub));
  if (!at.ok) return at;
  const landed = at.value === undefined ? ok(new Map()) : await landedIn(hub.top, at.value, hub.plan);
  if (!landed.ok) return landed;
  const handed = await handedTo(hub);
  return handed.ok
    ? ok({ ...hub, tip: at.value, landed: [...landed.value.values()], handed: handed.value })
    : handed;
};

/** Without the commits that two sides share, git can neither merge them nor prove what holds what. */
const checkHere = async (hub: Hub): Promise<Result<void, UserError>> => {
  const isCut = await isShallow(hub.top);
  if (!isCut.ok) return isCut;
  if (isCut.value) {
    return fail(
      new UserError(
        'This clone is shallow, so nothing can be merged here. Fetch the whole history first: fetch-depth 0 in ' +
          'GitHub Actions, GIT_DEPTH 0 in GitLab, `git fetch --unshallow` elsewhere.',
      ),
    );
  }
  const isInItsWay = `${branchRef(hub)}/`.startsWith(itemRefs(hub));
  return isInItsWay
    ? fail(
        new UserError(
          `A run cannot be called ${hub.run} here: its results would be in the way of the branch ${hub.branch}.`,
        ),
      )
    : ok(undefined);
};

/** What was handed in, by item; what is not of this run and plan is left out. */
const handedTo = async (hub: Hub): Promise<Result<ReadonlyMap<string, Handed>, UserError>> => {
  const format = '--format=%(objectname)%00%(contents)%00';
  const said = await gitText(['for-each-ref', format, itemsHere(hub)], { cwd: hub.top });
  if (!said.ok) return said;
  const fields = said.value.split('\0');
  const handed = new Map<string, Handed>();
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const read = readHandedIn(fields[at + 1] ?? '');
    if (read?.run !== hub.run || read.plan !== hub.plan) continue;
    handed.set(read.item, { ...read, commit: (fields[at] ?? '').trim() });
  }
  return ok(handed);
};

/**
 * The integration branch of a hub. It is looked at anew each time, since others land on it too.
 *
 * @param base where it begins if it is not there yet
 */
export const hubLane = (hub: Hub, base: string): Lane => {
  const { top, remote } = hub;
  let isThere = false;
  return {
    tip: async () => {
      const there = await remoteRefs(top, remote, [branchRef(hub)]);
      if (!there.ok) return there;
      const tip = there.value.get(branchRef(hub));
      isThere = tip !== undefined;
      if (tip === undefined) return ok(base);
      const known = await commitOf(top, tip);
      if (known.ok && known.value !== undefined) return ok(tip);
      const fetched = await fetchRefs(top, remote, [[branchRef(hub), tipHere(hub)]]);
      if (!fetched.ok) return fetched;
      const at = await commitOf(top, tipHere(hub));
      if (!at.ok) return at;
      return at.value === undefined
        ? fail(new UserError(`${hub.branch} is gone from ${remote}`))
        : ok(at.value);
    },
    move: (from, to): Promise<Result<Moved, UserError>> =>
      pushRef(top, remote, { ref: branchRef(hub), from: isThere ? from : undefined, to }),
  };
};
