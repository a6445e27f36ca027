import { foldName } from './commands/checks.ts';
import type { Entry, EntryActor, EntryAmount, EntryProject, EntryResource, EntryTie } from './entry-parts.ts';
import type { Side } from './entry-tokens.ts';
import type { Actor, Project } from './graph.ts';
import type { Resource, Sector } from './scheme.ts';

export interface Named {
  readonly name: string;
  readonly sector?: Sector;
}

/** What the map has by name. */
export interface Known {
  /** By a folded name. */
  readonly actor: (folded: string) => Actor | undefined;
  readonly project: (name: string) => Project | undefined;
}

/** What lines have named so far: each actor, resource and project once. */
export class Gathered {
  readonly actors: EntryActor[] = [];
  readonly ties: EntryTie[] = [];
  readonly resources: EntryResource[] = [];
  readonly projects: EntryProject[] = [];
  readonly #actors = new Map<string, number>();
  readonly #resources = new Map<string, number>();
  readonly #projects = new Map<string, number>();
  readonly #amounts = new Map<string, EntryAmount>();

  constructor(private readonly known: Known) {}

  actor({ name, sector }: Named): number {
    const folded = foldName(name);
    const existing = this.known.actor(folded);
    const key = existing ? `id:${existing.id}` : folded;
    const index = this.#actors.get(key);
    if (index !== undefined) {
      const before = this.actors[index];
      if (before && sector) this.actors[index] = { ...before, sector };
      return index;
    }
    this.#actors.set(key, this.actors.length);
    return (
      this.actors.push({
        name: existing?.name ?? name,
        ...(existing ? { existing } : {}),
        ...(sector ? { sector } : {}),
      }) - 1
    );
  }

  amount(actor: number, side: Side, resource: Resource | string, amount: number): void {
    const index = this.#resource(resource);
    this.#amounts.set(`${actor} ${side} ${index}`, { actor, side, resource: index, amount });
  }

  project(name: string, actors: readonly number[]): void {
    const existing = this.known.project(name);
    const key = foldName(name);
    const index = this.#projects.get(key);
    const before = index === undefined ? undefined : this.projects[index];
    if (before && index !== undefined) {
      this.projects[index] = { ...before, actors: [...new Set([...before.actors, ...actors])] };
      return;
    }
    this.#projects.set(key, this.projects.length);
    this.projects.push({
      name: existing?.name ?? name,
      ...(existing ? { existing } : {}),
      actors: [...new Set(actors)],
    });
  }

  entry(): Entry {
    const { actors, ties, resources, projects } = this;
    return { actors, ties, resources, amounts: [...this.#amounts.values()], projects };
  }

  #resource(resource: Resource | string): number {
    const isNew = typeof resource === 'string';
    const key = isNew ? foldName(resource) : `id:${resource.id}`;
    const index = this.#resources.get(key);
    if (index !== undefined) return index;
    this.#resources.set(key, this.resources.length);
    return (
      this.resources.push(
        isNew ? { name: { en: resource, zh: resource } } : { name: resource.name, existing: resource },
      ) - 1
    );
  }
}
