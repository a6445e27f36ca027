import type { Core } from 'cytoscape';
import type { Lit } from '../../state/spotlight.ts';

/** Lets all but the lit actors and ties step back; none when nobody is lit. */
export function dimAllBut(core: Core, lit: Lit | undefined): void {
  core.batch(() => {
    for (const element of core.elements().toArray()) {
      const shown =
        lit === undefined ||
        (element.isNode() ? lit.actors.has(element.id()) : lit.ties.has(element.id().slice('tie:'.length)));
      if (element.hasClass('dim') === shown) element.toggleClass('dim', !shown);
    }
  });
}
