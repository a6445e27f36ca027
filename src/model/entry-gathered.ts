import { foldName } from './commands/checks.ts';
import { withFields, type TypedField } from './entry-fields.ts';
import type {
  Entry,
  EntryActor,
  EntryAmount,
  EntryProject,
  EntryResource,
  EntryTie,
  RemovedTie,
  Span,
} from './entry-parts.ts';
import type { ArrowToken, Side } from './entry-tokens.ts';
import type { Actor, Project, Tie } from './graph.ts';
import { newSector, newTieType } from './new-entries.ts';
import { schemeMatch } from './scheme-words.ts';
import {
  DEFAULT_SCHEME,
  strangerTieType,
  type Direction,
  type Resource,
  type Scheme,
  type Sector,
  type TieType,
} from './scheme.ts';

export interface Named {
  readonly name: string;
  readonly sector?: Sector;
  readonly fields: readonly TypedField[];
  readonly span?: Span;
}

/** What a line says of a tie, whatever its ends. */
export interface Said {
  readonly type: TieType | undefined;
  readonly weight: number | undefined;
  readonly fields: readonly TypedField[];
}

/** What the map has. */
export interface Known {
  /** By a folded name. */
  readonly actor: (folded: string) => Actor | undefined;
  readonly project: (folded: string) => Project | undefined;
  readonly tiesAt: (actor: string) => readonly Tie[];
  readonly tiesBetween: (one: string, other: string) => readonly Tie[];
  readonly scheme: Scheme;
  /** Whether an unknown sector or tie type is made. */
  readonly create: boolean;
}

/** A tie that a line may mean: one that earlier lines have named, or one of the map. */
interface Candidate {
  readonly type: string;
  /** How many of its type there are. */
  readonly among: number;
  readonly index?: number;
  readonly tie?: Tie;
}

/** What lines have named so far: each actor, tie, resource and project once. */
export class Gathered {
  readonly #actors: EntryActor[] = [];
  readonly #ties: EntryTie[] = [];
  readonly #resources: EntryResource[] = [];
  readonly #projects: EntryProject[] = [];
  readonly #sectors: Sector[] = [];
  readonly #tieTypes: TieType[] = [];
  readonly #amounts = new Map<string, EntryAmount>();
  readonly #usedTies = new Set<string>();
  readonly #removedActors = new Map<string, Actor>();
  readonly #removedTies = new Map<string, RemovedTie>();
  /** Where in the lists above something is: actors, resources and projects by name, ties by the pair of their ends. */
  readonly #actorAt = new Map<string, number>();
  readonly #resourceAt = new Map<string, number>();
  readonly #projectAt = new Map<string, number>();
  readonly #tiesAt = new Map<string, number[]>();

  constructor(private readonly known: Known) {}

  /** Whether two names mean one actor. */
  isSame(one: string, other: string): boolean {
    return this.#key(one) === this.#key(other);
  }

  /** Whether an earlier line takes this actor away. */
  isRemoved(name: string): boolean {
    const actor = this.known.actor(foldName(name));
    return actor !== undefined && this.#removedActors.has(actor.id);
  }

  /** Whether an earlier line says something of this actor. */
  isUsed({ id }: Actor): boolean {
    return this.#actorAt.has(`id:${id}`);
  }

  isTieUsed(tie: Tie): boolean {
    return this.#usedTies.has(tie.id);
  }

  actor({ name, sector, fields, span }: Named): number {
    const existing = this.known.actor(foldName(name));
    const key = this.#key(name);
    const index = this.#actorAt.get(key);
    const before = index === undefined ? undefined : this.#actors[index];
    if (before && index !== undefined) {
      if (sector || fields.length > 0)
        this.#actors[index] = {
          ...before,
          ...(sector ? { sector } : {}),
          fields: withFields(before.fields, fields),
        };
      return index;
    }
    this.#actorAt.set(key, this.#actors.length);
    return (
      this.#actors.push({
        name: existing?.name ?? name,
        ...(existing ? { existing } : {}),
        ...(sector ? { sector } : {}),
        fields,
        ...(span ? { span } : {}),
      }) - 1
    );
  }

  /** Of actors by their index. One that is there of the same type and direction is meant, unless a parallel one is asked for. */
  tie(from: number, to: number, arrow: ArrowToken, said: Said): void {
    const [source, target] = arrow.kind === 'backward' ? [to, from] : [from, to];
    const direction: Direction = arrow.kind === 'both' ? 'mutual' : 'one-way';
    const pair = source < target ? `${source} ${target}` : `${target} ${source}`;
    const mine = this.#tiesAt.get(pair) ?? [];
    const type = said.type ?? this.#usualType(direction);
    const meant = this.#meant(source, target, direction, mine, said);
    const index = arrow.parallel || !meant ? undefined : this.#claimed(meant, source, target, pair);
    const before = index === undefined ? undefined : this.#ties[index];
    if (before && index !== undefined) {
      this.#ties[index] = {
        ...before,
        weight: said.weight ?? before.weight,
        fields: withFields(before.fields, said.fields),
      };
      return;
    }
    const fresh = { source, target, type, direction, weight: said.weight ?? 1, fields: said.fields };
    this.#push(pair, { ...fresh, among: 0, parallel: arrow.parallel && meant !== undefined });
  }

  amount(actor: number, side: Side, resource: Resource | string, amount: number): void {
    const index = this.#resource(resource);
    this.#amounts.set(`${actor} ${side} ${index}`, { actor, side, resource: index, amount });
  }

  project(name: string, actors: readonly number[]): void {
    const key = foldName(name);
    const existing = this.known.project(key);
    const index = this.#projectAt.get(key);
    const before = index === undefined ? undefined : this.#projects[index];
    if (before && index !== undefined) {
      this.#projects[index] = { ...before, actors: [...new Set([...before.actors, ...actors])] };
      return;
    }
    this.#projectAt.set(key, this.#projects.length);
    this.#projects.push({
      name: existing?.name ?? name,
      ...(existing ? { existing } : {}),
      actors: [...new Set(actors)],
    });
  }

  removeActor(actor: Actor): void {
    this.#removedActors.set(actor.id, actor);
  }

  removeTie(removed: RemovedTie): void {
    this.#removedTies.set(removed.tie.id, removed);
  }

  /** The sector that a word means; a new one where such are made. */
  sector(text: string): Sector | undefined {
    const there = schemeMatch(this.known.scheme.sectors, text);
    if (there || !this.known.create || text === '') return there;
    const before = this.#sectors.find(({ name }) => foldName(name.en) === foldName(text));
    if (before) return before;
    const sector = newSector(`new sector ${this.#sectors.length}`, text, this.known.scheme, this.#sectors);
    this.#sectors.push(sector);
    return sector;
  }

  tieType(text: string, direction: Direction): TieType | undefined {
    const there = schemeMatch(this.known.scheme.tieTypes, text);
    if (there || !this.known.create || text === '') return there;
    const before = this.#tieTypes.find(({ name }) => foldName(name.en) === foldName(text));
    if (before) return before;
    const id = `new type ${this.#tieTypes.length}`;
    const type = newTieType(id, text, direction, this.known.scheme, this.#tieTypes);
    this.#tieTypes.push(type);
    return type;
  }

  entry(): Entry {
    // What only a line that could not be read has named is not made.
    const used = new Set([
      ...this.#actors.map(({ sector }) => sector?.id),
      ...this.#ties.map(({ type }) => type.id),
    ]);
    const removed = [...this.#removedActors.values()];
    const carried = new Set(removed.flatMap(({ id }) => this.known.tiesAt(id).map((tie) => tie.id)));
    return {
      actors: this.#actors,
      ties: this.#ties,
      resources: this.#resources,
      amounts: [...this.#amounts.values()],
      projects: this.#projects,
      sectors: this.#sectors.filter(({ id }) => used.has(id)),
      tieTypes: this.#tieTypes.filter(({ id }) => used.has(id)),
      removed: {
        actors: removed,
        ties: [...this.#removedTies.values()].filter(({ tie }) => !carried.has(tie.id)),
        carried: carried.size,
      },
    };
  }

  #key(name: string): string {
    const folded = foldName(name);
    const existing = this.known.actor(folded);
    return existing ? `id:${existing.id}` : folded;
  }

  #push(pair: string, tie: EntryTie): number {
    const index = this.#ties.push(tie) - 1;
    const there = this.#tiesAt.get(pair);
    if (there) there.push(index);
    else this.#tiesAt.set(pair, [index]);
    return index;
  }

  /** Without a named type, `<>` makes an alliance-like tie (the first mutual type), an arrow the first one-way type. */
  #usualType(direction: Direction): TieType {
    const { tieTypes } = this.known.scheme;
    const type =
      tieTypes.find((one) => one.direction === direction) ?? tieTypes[0] ?? DEFAULT_SCHEME.tieTypes[0];
    if (!type) throw new Error('the default scheme has tie types');
    return type;
  }

  /**
   * Which of the ties between two actors a line means: that of the named type; without a named type that of the usual
   * one, or the only one there is. Undefined where it means a new one.
   */
  #meant(
    source: number,
    target: number,
    direction: Direction,
    mine: readonly number[],
    { type, weight, fields }: Said,
  ): Candidate | undefined {
    const candidates: Candidate[] = [];
    for (const index of mine) {
      const tie = this.#ties[index];
      if (tie && tie.direction === direction && (direction === 'mutual' || tie.source === source))
        candidates.push({ type: tie.type.id, among: 1, index });
    }
    const [one, other] = [this.#actors[source]?.existing, this.#actors[target]?.existing];
    if (one && other)
      for (const tie of this.known.tiesBetween(one.id, other.id))
        if (
          tie.direction === direction &&
          (direction === 'mutual' || tie.source === one.id) &&
          !this.#removedTies.has(tie.id) &&
          !this.#usedTies.has(tie.id)
        )
          candidates.push({ type: tie.type, among: 1, tie });
    const ofType = (id: string): Candidate | undefined => {
      const fitting = candidates.filter((candidate) => candidate.type === id);
      return (
        fitting.find(({ index }) => index !== undefined) ??
        fitting.reduce<Candidate | undefined>(
          (first, next) => (!first?.tie || (next.tie && next.tie.id < first.tie.id) ? next : first),
          undefined,
        )
      );
    };
    const bare = weight === undefined && fields.length === 0;
    const meant = type
      ? ofType(type.id)
      : (ofType(this.#usualType(direction).id) ??
        (candidates.length === 1 || bare ? candidates[0] : undefined));
    return (
      meant && { ...meant, among: candidates.filter((candidate) => candidate.type === meant.type).length }
    );
  }

  /** Where in the list of ties the one that is meant stands; put there if it was only on the map. */
  #claimed(
    { index, tie, among }: Candidate,
    source: number,
    target: number,
    pair: string,
  ): number | undefined {
    if (index !== undefined || !tie) return index;
    this.#usedTies.add(tie.id);
    return this.#push(pair, {
      source,
      target,
      type: this.known.scheme.tieTypes.find(({ id }) => id === tie.type) ?? strangerTieType(tie.type),
      direction: tie.direction,
      weight: tie.weight,
      existing: tie,
      among,
      parallel: false,
      fields: [],
    });
  }

  #resource(resource: Resource | string): number {
    const isNew = typeof resource === 'string';
    const key = isNew ? foldName(resource) : `id:${resource.id}`;
    const index = this.#resourceAt.get(key);
    if (index !== undefined) return index;
    this.#resourceAt.set(key, this.#resources.length);
    return (
      this.#resources.push(
        isNew ? { name: { en: resource, zh: resource } } : { name: resource.name, existing: resource },
      ) - 1
    );
  }
}
