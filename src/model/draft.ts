import type { Actor, MapInfo, Project, Tie } from './graph.ts';
import type { Round } from './round.ts';
import type { PortableScenario } from './scenario/portable.ts';
import type { Field, Resource, Sector, TieType } from './scheme.ts';
import type { ViewChange } from './view.ts';

/**
 * A map that is not a document yet: what readers make of a file, what samples are, what a backup holds. Ties may only
 * name actors of the draft. Ids are the file's own; a document keeps them where they are free.
 */
export interface Draft {
  readonly info: MapInfo;
  readonly actors: readonly Actor[];
  readonly ties: readonly Tie[];
  readonly projects: readonly Project[];
  /** Entries to add to (or, in our own format, to use instead of) the default scheme. */
  readonly scheme: {
    /** True when these entries are the whole scheme. */
    readonly complete: boolean;
    readonly sectors: readonly Sector[];
    readonly tieTypes: readonly TieType[];
    readonly resources: readonly Resource[];
    readonly fields: readonly Field[];
  };
  readonly view: ViewChange;
  /** Earlier states that lie beside the map; they are stored beside its document, not in it. */
  readonly rounds?: readonly Round[];
  /** Present when the map is a scenario: stored beside its document too. */
  readonly scenario?: PortableScenario;
  /** Of a map in a backup: its id where the backup was made, which scenarios in the same file name. */
  readonly formerId?: string;
}
