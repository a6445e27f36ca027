import { compareIds } from '../../base/ids.ts';
import type { Localized } from '../../base/localized.ts';
import { ok } from '../../base/result.ts';
import { MEASURES } from '../../metrics/registry.ts';
import { distributionFigure } from '../distribution-figure.ts';
import type { FigureChoices, FigureKind, FigureSource } from '../figure-kind.ts';
import type { DetailFigureOptions } from '../figure.ts';
import { offerOf, USUAL_MEASURE, type FigureKindId } from '../offers.ts';
import { rankingFigure, type RankedRow } from '../ranking-figure.ts';
import { detailOptions } from './detail-kinds.ts';
import { fittingRows } from './fitting-rows.ts';
import { EMPTY, notApplicable, unknownChoice } from './kind-problems.ts';
import { axisName, columnOf, isDegreeLike, isManyValued, type Column } from './measure-values.ts';

const MEASURE: Localized = { en: 'measure of actors, ties or sectors', zh: '主体、关系或主体类型的指标' };
/** Rows of a ranking unless told. */
const USUAL_ROWS = 20;

const NO_VALUES: Localized = {
  en: 'the measure has no value here for anyone. Choose another one.',
  zh: '该指标在此没有任何数值，请另选指标。',
};

function measureKind(
  id: FigureKindId,
  draw: (
    source: FigureSource,
    column: Column,
    choices: FigureChoices,
    options: DetailFigureOptions,
  ) => string,
): FigureKind {
  const offer = offerOf(id);
  return {
    ...offer,
    measures: (_, { measure = USUAL_MEASURE }) => [measure],
    readsHeight: true,
    draw: (source, choices) => {
      const { measure = USUAL_MEASURE } = choices;
      const column = columnOf(source, measure);
      if (!column)
        return unknownChoice(
          MEASURE,
          measure,
          MEASURES.filter(isManyValued).map((each) => each.id),
        );
      if (source.graph.actors.size === 0) return notApplicable(offer, EMPTY);
      if (column.values.every((value) => Number.isNaN(value))) return notApplicable(offer, NO_VALUES);
      return ok({ svg: draw(source, column, choices, detailOptions(source, choices)) });
    },
  };
}

/** Kinds that show the values of one measure. */
export const MEASURE_KINDS: readonly FigureKind[] = [
  measureKind('ranking', (source, column, choices, options) => {
    const { measure, ids, values, errors } = column;
    const known = ids.flatMap((id, k) => {
      const value = values[k] ?? NaN;
      return Number.isNaN(value) ? [] : [{ id, value, error: errors?.[k] }];
    });
    known.sort((a, b) => b.value - a.value || compareIds(a.id, b.id));
    const ranked = known.map(({ id, value, error }): RankedRow => ({
      ...named(source, column, id, options),
      value,
      ...(error !== undefined && { error }),
    }));
    const name = axisName(measure, source.panel.normalised)[options.language];
    const { style, digits } = measure;
    return fittingRows(choices, Math.min(USUAL_ROWS, ranked.length), (most) => {
      const rows = ranked.slice(0, Math.max(1, most));
      const more = ranked.length - rows.length;
      const undefinedCount = ids.length - known.length;
      return rankingFigure({ name, style, digits, rows, more, undefinedCount }, options);
    });
  }),
  measureKind('distribution', ({ panel }, { measure, values }, _, options) =>
    distributionFigure(
      {
        name: axisName(measure, panel.normalised)[options.language],
        style: measure.style,
        digits: measure.digits,
        of: measure.level,
        values,
        cumulative: isDegreeLike(measure),
      },
      options,
    ),
  ),
];

/** What a row is called; of a tie both its ends. */
function named(
  { graph }: FigureSource,
  { measure: { level } }: Column,
  id: string,
  { names }: DetailFigureOptions,
): Pick<RankedRow, 'name' | 'sector'> {
  if (level === 'sector') {
    const sector = names.sectors.get(id);
    return { name: sector?.name ?? id, ...(sector && { sector }) };
  }
  const nameOf = (actor: string): string => names.actors.get(actor)?.name ?? actor;
  if (level === 'tie') {
    const tie = graph.ties.get(id);
    const sign = tie?.direction === 'mutual' ? '–' : '→';
    return { name: tie ? `${nameOf(tie.source)} ${sign} ${nameOf(tie.target)}` : id };
  }
  const sector = names.sectors.get(names.actors.get(id)?.sector ?? '');
  return { name: nameOf(id), ...(sector && { sector }) };
}
