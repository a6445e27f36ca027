import { MECHANISMS, type Mechanism } from '../../model/scheme.ts';
import type { Detail } from '../../metrics/detail.ts';
import { MECHANISM_NAMES } from '../../model/scheme.ts';
import { mechanismColour } from '../../scene/palette.ts';
import { networkFigure } from '../network-figure.ts';
import { radarFigure } from '../radar-figure.ts';
import { evidenceMap } from './evidence-map.ts';
import { gaugesFigure } from './gauges-figure.ts';
import type { Drawing } from './markup.ts';
import type { StrategyNumbers } from './numbers.ts';
import { GAUGES, RADAR } from './read-measures.ts';
import { sentenceIn } from './texts.ts';
import { toldFindings, type Writer } from './writer.ts';

/** Between the margins of A4 and of Letter alike. */
export const WIDTH_MM = 170;
/** So high the map with its legend may be: with title, what is in brief, and words of the facilitator it has one page. */
const MAP_MM = { alone: 158, withNote: 132 } as const;
/** What a legend below the map takes, roughly. */
const LEGEND_MM = 38;
const RADAR_MM = 100;

/** The map as it is seen, with its legend below. */
export function mapDrawing(writer: Writer): Drawing {
  const { scene } = writer.view;
  const most = writer.content.note.trim() === '' ? MAP_MM.alone : MAP_MM.withNote;
  const { x1, x2, y1, y2 } = scene.bounds;
  const isTall = (WIDTH_MM * (y2 - y1)) / Math.max(1, x2 - x1) > most - LEGEND_MM;
  const svg = networkFigure(scene, {
    widthMm: WIDTH_MM,
    ...(isTall && { heightMm: most }),
    labels: 'auto',
    legend: 'below',
    background: '#ffffff',
    language: writer.language,
    minLabelPoints: 6,
    fontPoints: 7.5,
  });
  return { id: `${writer.prefix}-map`, title: writer.text('map'), svg };
}

function detailOf({ panel }: StrategyNumbers, id: string): Detail | null {
  return panel.details.get(id) ?? null;
}

export function gaugesDrawing(writer: Writer): Drawing | null {
  const detail = detailOf(writer.content.numbers, GAUGES);
  if (detail?.kind !== 'rows' || detail.rows.length === 0) return null;
  return {
    id: `${writer.prefix}-gauges`,
    title: writer.text('mechanisms'),
    svg: gaugesFigure(detail, {
      widthMm: WIDTH_MM,
      language: writer.language,
      names: writer.names,
      fontPoints: 8.5,
    }),
  };
}

export function radarDrawing(writer: Writer): Drawing | null {
  const { numbers } = writer.content;
  const detail = detailOf(numbers, RADAR);
  if (detail?.kind !== 'radar') return null;
  return {
    id: `${writer.prefix}-radar`,
    title: writer.text('dimensions'),
    svg: radarFigure(
      // What all sectors share is in the table beside it.
      { ...detail, facts: [] },
      {
        title: '',
        language: writer.language,
        names: writer.names,
        ids: numbers.panel.actorIds,
        widthMm: RADAR_MM,
        fontPoints: 7.5,
        background: '#ffffff',
      },
    ),
  };
}

/** The map with what the findings on one mechanism are about; null where there are none. */
export function evidenceDrawing(writer: Writer, mechanism: Mechanism): Drawing | null {
  const findings = toldFindings(writer.content)
    .filter(({ rule }) => rule.mechanism === mechanism)
    .map(({ finding }) => finding);
  if (findings.length === 0) return null;
  const svg = evidenceMap(writer.view.scene, findings, mechanismColour(mechanism, 'light'), WIDTH_MM);
  const name = MECHANISM_NAMES[mechanism][writer.language];
  return svg === null
    ? null
    : {
        id: `${writer.prefix}-evidence-${MECHANISMS.indexOf(mechanism) + 1}`,
        title: sentenceIn('evidenceMap', writer.language)(name),
        svg,
      };
}
