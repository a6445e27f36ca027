import type { Localized } from '../../base/localized.ts';
import { ok } from '../../base/result.ts';
import { sharedScenes } from '../../scene/shared-scenes.ts';
import { statesOf, type FigureKind } from '../figure-kind.ts';
import { measureValues, sceneCommon } from '../graph-scene.ts';
import { offerOf } from '../offers.ts';
import { smallMultiples, type SmallPanel } from '../small-multiples.ts';
import { notApplicable } from './kind-problems.ts';
import { mapMeasures, panelOptions, styled } from './map-choices.ts';

const offer = offerOf('rounds');
/** More states are a contact sheet: the latest are drawn. */
const MOST = 12;

const NO_ROUNDS: Localized = {
  en: 'it has no rounds. Keep a round of the map first, or give a file that has some.',
  zh: '其中没有轮次。请先保存轮次，或使用含轮次的文件。',
};

const TEXTS = {
  now: { en: 'now', zh: '现在' },
  sizes: {
    en: (actors: number, ties: number) => `${actors} actors, ${ties} ties`,
    zh: (actors: number, ties: number) => `${actors} 个主体，${ties} 条关系`,
  },
  latest: {
    en: (left: number) =>
      left === 1 ? 'The earliest round is not drawn.' : `The ${left} earliest rounds are not drawn.`,
    zh: (left: number) => `最早的 ${left} 个轮次未绘制。`,
  },
} as const;

/** A map for each round and the map as it is now: at one scale, under one legend, with every actor in one place. */
export const ROUNDS_KIND: FigureKind = {
  ...offer,
  measures: mapMeasures,
  showsPlaces: true,
  reads: 'rounds',
  draw: (source, choices) => {
    const panels = source.panelsOf?.rounds ?? [];
    const { language } = choices;
    const all = statesOf(source, 'rounds');
    if (all.length < 2) return notApplicable(offer, NO_ROUNDS);
    const states = all.map((state, k) => ({ ...state, panel: panels[k] ?? source.panel })).slice(-MOST);
    const { view } = styled(source.graph, choices);
    const { scenes, legend } = sharedScenes(
      states.map(({ graph, panel }) => ({ graph: { ...graph, view }, values: measureValues(panel) })),
      sceneCommon(language),
    );
    const maps = scenes.map((scene, k): SmallPanel => ({
      name: k === scenes.length - 1 ? TEXTS.now[language] : (states[k]?.name ?? ''),
      count: TEXTS.sizes[language](scene.actors.length, scene.ties.length),
      scene,
      faint: new Set(),
    }));
    const left = all.length - states.length;
    const notes = left > 0 ? [TEXTS.latest[language](left)] : [];
    const multiples = { panels: maps, legend, sameNames: true, notes };
    return ok({ svg: smallMultiples(multiples, panelOptions(source.graph, choices)) });
  },
};
