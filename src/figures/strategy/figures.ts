import { MECHANISMS, type Mechanism } from '../../model/scheme.ts';
import type { Detail } from '../../metrics/detail.ts';
import { MECHANISM_NAMES } from '../../model/scheme.ts';
import { mechanismColour } from '../../scene/palette.ts';
import type { Scene } from '../../scene/scene.ts';
import { networkFigure } from '../network-figure.ts';
import { radarFigure } from '../radar-figure.ts';
import { evidenceMap } from './evidence-map.ts';
import { gaugesFigure } from './gauges-figure.ts';
import type { Drawing } from './markup.ts';
import { GAUGES, RADAR, type StrategyNumbers } from './numbers.ts';
import { sentenceIn } from './texts.ts';
import { toldFindings, type Writer } from './writer.ts';

/** Between the margins of A4 and of Letter alike. */
export const WIDTH_MM = 170;
/** With title and what is in brief the map has one page. */
const MAP_MM = 142;
const RADAR_MM = 100;

/** The map as it is seen, with its legend below. */
export function mapDrawing(writer: Writer): Drawing {
  const { scene } = writer.view;
  const svg = networkFigure(scene, {
    widthMm: WIDTH_MM,
    ...(isTall(scene) && { heightMm: MAP_MM }),
    labels: 'auto',
    legend: 'below',
    background: '#ffffff',
    language: writer.language,
    minLabelPoints: 6,
    fontPoints: 7.5,
  });
  return { id: `${writer.prefix}-map`, title: writer.text('map'), svg };
}

/** Whether the map as wide as the page would leave its legend no room. */
function isTall({ bounds }: Scene): boolean {
  const LEGEND_MM = 30;
  const wide = Math.max(1, bounds.x2 - bounds.x1);
  return (WIDTH_MM * (bounds.y2 - bounds.y1)) / wide > MAP_MM - LEGEND_MM;
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
