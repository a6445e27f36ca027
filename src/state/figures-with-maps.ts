import type { Localized } from '../base/localized.ts';
import type { AnonymousMap } from './anonymised.ts';
import type { Download } from './exporting.ts';
import type { MapState } from './map.svelte.ts';

/** What has to be said where a figure can hold its map. */
export const HOLDS_DATA: Localized = {
  en: 'The file holds all data of the map, also what the figure does not show: names, notes, fields and rounds. Whoever has it can open the map.',
  zh: '文件将包含地图的全部数据（包括图中未显示的名称、备注、字段与轮次）。得到文件的人可打开该地图。',
};

/**
 * A figure that was made as SVG or PNG, with the whole map in it, so that it opens as the map. With an anonymous map it
 * holds that one instead, without rounds.
 */
export async function withMap(figure: Download, map: MapState, anonymous?: AnonymousMap): Promise<Download> {
  const { withMapInPng, withMapInSvg } = await import('../formats/figure-embed.ts');
  const text = await mapText(map, anonymous);
  const { type } = figure.blob;
  const held =
    type === 'image/png'
      ? withMapInPng(new Uint8Array(await figure.blob.arrayBuffer()), text)
      : withMapInSvg(await figure.blob.text(), text);
  return { name: figure.name, blob: new Blob([held], { type }) };
}

/** All of a map as our own format has it, with its rounds; or the anonymous one, without. */
export async function mapText(map: MapState, anonymous?: AnonymousMap): Promise<string> {
  if (anonymous) {
    const { graphToDraft, ownText } = await import('../formats/own-write.ts');
    return ownText(graphToDraft(anonymous.graph));
  }
  const { ownFile } = await import('./round-files.ts');
  return (await ownFile(map)).blob.text();
}
