import { expect, test } from 'vitest';
import { finish } from '../../src/cli/finish.ts';
import { drawFigure } from '../../src/figures/draw-figure.ts';
import { graphScene } from '../../src/figures/graph-scene.ts';
import { networkFigure } from '../../src/figures/network-figure.ts';
import { PRESETS } from '../../src/figures/presets.ts';
import { panel } from '../../src/metrics/panel.ts';
import { compileNetwork, networkInput } from '../../src/network/network.ts';
import { readChoices } from '../../src/state/figure-choices.ts';
import { figureOptions, sized } from '../../src/state/figure-options.ts';
import { randomMap } from '../scene/maps.ts';
import { choicesOf } from './gallery.ts';

const SEEN = { part: undefined, labels: undefined, width: 1280 };

test('the studio and the command line draw the same map to the byte, on every page', () => {
  const graph = randomMap(30, 60, 4, { size: { kind: 'measure', id: 'degree' } });
  const values = finish(
    panel(compileNetwork(networkInput(graph), graph.view), ['degree'], graph.view.measures),
  );
  const scene = graphScene(graph, values, 'en');
  for (const { id } of PRESETS) {
    const choices = { ...sized(readChoices(new Map()), id, SEEN), labels: 'all', title: 'A map' } as const;
    const studio = networkFigure(scene, figureOptions(choices, '', SEEN));
    const command = finish(
      drawFigure({ graph, name: '' }, ['network'], choicesOf(id, 'en', { labels: 'all', title: 'A map' })),
    );
    expect(command.ok && command.value.svg === studio, id).toBe(true);
  }
});
