import type { Language } from '../base/localized.ts';
import type { NumberStyle } from '../metrics/detail.ts';
import { chartAxis, type ChartAxis } from '../scene/chart-axis.ts';
import type { Box } from '../scene/plane.ts';
import { ABOVE_AXES, axesElements, BELOW_AXES, numbersWidth } from './axes.ts';

/** The values, style and name of what is shown along an axis. */
interface AxisSpec {
  /** Everything that it reaches over. */
  readonly values: Float64Array;
  readonly style: NumberStyle;
  readonly name: string;
  readonly logarithmic?: boolean;
}

interface ChartRoom {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly font: number;
  readonly language: Language;
}

export interface Chart {
  readonly box: Box;
  readonly x: ChartAxis;
  readonly y: ChartAxis;
  readonly axes: readonly string[];
}

/** The axes of a chart that fills its room, and where values lie between them. */
export function chartIn(room: ChartRoom, x: AxisSpec, y: AxisSpec): Chart {
  const { left, top, width, height, font, language } = room;
  const bottom = top + height - BELOW_AXES * font;
  const yAxis = chartAxis(y.values, bottom, top + ABOVE_AXES * font + font / 3, {
    whole: y.style === 'count',
    logarithmic: y.logarithmic ?? false,
  });
  const box: Box = {
    left: left + numbersWidth(yAxis, y.style, language, font),
    top: top + ABOVE_AXES * font,
    right: left + width - font,
    bottom,
  };
  const xAxis = chartAxis(x.values, box.left, box.right, {
    whole: x.style === 'count',
    logarithmic: x.logarithmic ?? false,
  });
  return {
    box,
    x: xAxis,
    y: yAxis,
    axes: axesElements({
      x: { axis: xAxis, style: x.style, name: x.name, grid: false },
      y: { axis: yAxis, style: y.style, name: y.name },
      box,
      left,
      font,
      language,
    }),
  };
}
