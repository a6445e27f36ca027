import type { Language } from '../../base/localized.ts';
import { ok } from '../../base/result.ts';
import { tiesInOrder, type Graph } from '../../model/graph.ts';
import { strangerTieType } from '../../model/scheme.ts';
import type { Scene } from '../../scene/scene.ts';
import type { FigureKind } from '../figure-kind.ts';
import { offerOf } from '../offers.ts';
import { smallMultiples, type SmallPanel } from '../small-multiples.ts';
import { EMPTY, NO_TIES, notApplicable } from './kind-problems.ts';
import { mapMeasures, mapScene, panelOptions } from './map-choices.ts';

const offer = offerOf('tie-types');

const TEXTS = {
  ties: {
    en: (count: number) => (count === 1 ? '1 tie' : `${count} ties`),
    zh: (count: number) => `${count} 条关系`,
  },
  faint: {
    en: 'Faint: ties of the other types, and actors without a tie of the type.',
    zh: '浅色：其他类型的关系，以及没有该类型关系的主体。',
  },
  faintActors: { en: 'Faint: actors without a tie of the type.', zh: '浅色：没有该类型关系的主体。' },
} as const;

/** A map for each type of tie, at one scale and with every actor in its place. */
export const TIE_TYPES_KIND: FigureKind = {
  ...offer,
  measures: mapMeasures,
  showsPlaces: true,
  draw: ({ graph, panel }, choices) => {
    if (graph.actors.size === 0) return notApplicable(offer, EMPTY);
    if (graph.ties.size === 0) return notApplicable(offer, NO_TIES);
    const { language, others = 'faint' } = choices;
    const scene = mapScene(graph, panel, choices);
    const panels = typesOf(graph, language).map(({ id, name }): SmallPanel => {
      const own = scene.ties.filter((tie) => tie.type === id);
      return {
        name,
        count: TEXTS.ties[language](own.length),
        scene: others === 'none' ? { ...scene, ties: own } : scene,
        faint: allBut(scene, id),
      };
    });
    const notes = [(others === 'none' ? TEXTS.faintActors : TEXTS.faint)[language]];
    const multiples = { panels, legend: scene.legend, sameNames: false, notes };
    return ok({ svg: smallMultiples(multiples, panelOptions(graph, choices)) });
  },
};

/** Ids of all ties but those of a type, and of the actors that have none of it. */
function allBut(scene: Scene, type: string): ReadonlySet<string> {
  const taking = new Set(scene.ties.flatMap((tie) => (tie.type === type ? [tie.source, tie.target] : [])));
  return new Set([
    ...scene.ties.filter((tie) => tie.type !== type).map(({ id }) => id),
    ...scene.actors.filter(({ id }) => !taking.has(id)).map(({ id }) => id),
  ]);
}

interface TypeName {
  readonly id: string;
  readonly name: string;
}

/** The types that ties have, in the order of the scheme; then those that only ties name. */
function typesOf(graph: Graph, language: Language): readonly TypeName[] {
  const used = new Set(tiesInOrder(graph).map(({ type }) => type));
  const listed = graph.scheme.tieTypes.filter(({ id }) => used.has(id));
  const strangers = [...used].filter((id) => !listed.some((type) => type.id === id)).sort();
  return [...listed, ...strangers.map(strangerTieType)].map(({ id, name }) => ({ id, name: name[language] }));
}
