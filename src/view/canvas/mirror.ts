import type { Core, ElementDefinition } from 'cytoscape';
import type { Position } from '../../model/graph.ts';
import type { ActorMark, TieMark } from '../../scene/marks.ts';
import { diffScenes, type Scene } from '../../scene/scene.ts';
import type { ActorData, TieData } from './style.ts';

const EASE_MS = 220;
/** Beyond this many moving actors a jump is kinder than a stutter. */
const EASE_LIMIT = 1500;

function actorElement(mark: ActorMark): ElementDefinition {
  const data: ActorData = { id: mark.id, mark };
  // Which names are shown is decided once all actors are there: until then none is.
  return {
    group: 'nodes',
    data,
    position: { x: mark.x, y: mark.y },
    classes: mark.pinned ? ['quiet', 'pinned'] : ['quiet'],
  };
}

function tieElement(mark: TieMark, plain: boolean): ElementDefinition {
  const data: TieData = { id: `tie:${mark.id}`, source: mark.source, target: mark.target, mark };
  return { group: 'edges', data, classes: plain ? ['plain'] : [] };
}

function hangsElsewhere({ before, after }: { readonly before: TieMark; readonly after: TieMark }): boolean {
  return before.source !== after.source || before.target !== after.target;
}

/** The one writer to cytoscape: brings it from one scene to the next, touching only marks that differ. */
export class CanvasMirror {
  #scene: Pick<Scene, 'actors' | 'ties'> = { actors: [], ties: [] };
  #easing = 0;
  #plain = false;

  constructor(private readonly cy: Core) {}

  /** @param ease whether actors that moved glide to their new places */
  apply(scene: Scene, ease: boolean): void {
    const { actors, ties } = diffScenes(this.#scene, scene);
    this.#scene = scene;
    const moved: { readonly id: string; readonly to: Position }[] = [];
    // A tie between other actors than before is made anew: its old end may be gone, its new one not there yet.
    const [rehung, changed] = [
      ties.changed.filter(hangsElsewhere),
      ties.changed.filter((tie) => !hangsElsewhere(tie)),
    ];
    this.cy.batch(() => {
      for (const { id } of ties.removed) this.cy.$id(`tie:${id}`).remove();
      for (const { after } of rehung) this.cy.$id(`tie:${after.id}`).remove();
      for (const { id } of actors.removed) this.cy.$id(id).remove();
      for (const { before, after } of actors.changed) {
        const node = this.cy.$id(after.id);
        node.data('mark', after);
        const at = node.position();
        if (at.x !== after.x || at.y !== after.y) moved.push({ id: after.id, to: [after.x, after.y] });
        if (before.pinned !== after.pinned) node.toggleClass('pinned', after.pinned);
      }
      for (const { after } of changed) this.cy.$id(`tie:${after.id}`).data('mark', after);
      const newTies = [...ties.added, ...rehung.map(({ after }) => after)];
      const added = [
        ...actors.added.map(actorElement),
        ...newTies.map((mark) => tieElement(mark, this.#plain)),
      ];
      if (added.length > 0) this.cy.add(added);
    });
    if (moved.length > 0) this.#move(moved, ease);
  }

  /** Draws all ties as unbroken lines: dashes that are too fine to be told apart take two thirds of the drawing time. */
  drawPlain(plain: boolean): void {
    if (plain === this.#plain) return;
    this.#plain = plain;
    this.cy.batch(() => this.cy.edges().toggleClass('plain', plain));
  }

  /** Shows positions on the way of a layout, without waiting for the document. */
  preview(ids: readonly string[], x: Float64Array, y: Float64Array): void {
    cancelAnimationFrame(this.#easing);
    this.cy.batch(() => {
      for (const [k, id] of ids.entries()) {
        const node = this.cy.$id(id);
        if (node.nonempty()) node.position({ x: x[k] ?? 0, y: y[k] ?? 0 });
      }
    });
  }

  #move(moved: readonly { readonly id: string; readonly to: Position }[], ease: boolean): void {
    cancelAnimationFrame(this.#easing);
    const place = (part: number, from: readonly Position[]): void =>
      this.cy.batch(() => {
        for (const [k, { id, to }] of moved.entries()) {
          const [fromX, fromY] = from[k] ?? to;
          this.cy.$id(id).position({ x: fromX + (to[0] - fromX) * part, y: fromY + (to[1] - fromY) * part });
        }
      });
    const from = moved.map(({ id }): Position => {
      const { x, y } = this.cy.$id(id).position();
      return [x, y];
    });
    const far = moved.some(
      ({ to }, k) => Math.hypot(to[0] - (from[k]?.[0] ?? 0), to[1] - (from[k]?.[1] ?? 0)) > 1,
    );
    if (!ease || !far || moved.length > EASE_LIMIT) {
      place(1, from);
      return;
    }
    const start = performance.now();
    const frame = (now: number): void => {
      const part = Math.min(1, (now - start) / EASE_MS);
      place(1 - (1 - part) ** 3, from);
      if (part < 1) this.#easing = requestAnimationFrame(frame);
    };
    this.#easing = requestAnimationFrame(frame);
  }
}
