import type { Language, Localized } from '../base/localized.ts';
import type { ViewerData, ViewerMeasure } from '../figures/viewer/viewer-data.ts';
import { viewer as en } from '../i18n/en/viewer.ts';
import { viewer as zh } from '../i18n/zh/viewer.ts';
import type { Actor, Graph, Tie } from '../model/graph.ts';
import { shownName } from '../model/shown-name.ts';
import type { ColourBy, SizeBy } from '../model/view.ts';
import type { Theme } from '../scene/palette.ts';
import { cleanText } from '../scene/text.ts';
import { SceneBuilder, type Scene } from '../scene/scene.ts';
import { columnsOf, graphOf, groupingOf } from './page-data.ts';

const NONE: ReadonlySet<string> = new Set();

/** A tie as one of its actors sees it. */
export interface SeenTie {
  readonly tie: Tie;
  readonly other: Actor;
  readonly way: 'gives' | 'receives' | 'mutual';
}

/** What the reader of the page has before them: the map, how it is drawn, and who is looked at. */
export class Reading {
  readonly data: ViewerData;
  /** All of it, drawn as the file says. */
  readonly whole: Graph;
  readonly columns: ReadonlyMap<string, ReadonlyMap<string, number | null>>;

  language = $state<Language>('en');
  theme = $state<Theme>('light');
  size = $state.raw<SizeBy>({ kind: 'same' });
  colour = $state.raw<ColourBy>({ kind: 'sector' });
  hiddenSectors = $state.raw(NONE);
  hiddenTieTypes = $state.raw(NONE);
  hiddenCategories = $state.raw(NONE);
  /** Id of the actor whose card is open. */
  selected = $state<string>();
  /** Id of the actor pointed at. */
  hovered = $state<string>();
  /** What is open beside the map where nobody's card is: the ranking of all actors, or what is known of the map. */
  open = $state<'list' | 'about'>();
  /** The measure that it ranks by. */
  ranking = $state('');

  readonly t = $derived(this.language === 'zh' ? zh : en);
  readonly scene: Scene = $derived.by(() => this.#draw());

  readonly #scenes = new SceneBuilder();
  readonly #groups;
  readonly #tiesOf = new Map<string, Tie[]>();

  constructor(data: ViewerData, theme: Theme) {
    this.data = data;
    this.whole = graphOf(data);
    this.columns = columnsOf(data);
    this.#groups = groupingOf(data);
    this.language = data.language;
    this.theme = theme;
    this.size = data.look.size;
    this.colour = data.look.colour;
    this.ranking = data.measures[0]?.id ?? '';
    for (const tie of this.whole.ties.values())
      for (const end of new Set([tie.source, tie.target])) {
        const ties = this.#tiesOf.get(end);
        if (ties) ties.push(tie);
        else this.#tiesOf.set(end, [tie]);
      }
  }

  say(text: Localized): string {
    return text[this.language];
  }

  nameOf(actor: Pick<Actor, 'name' | 'secondName'>): string {
    // Signs that turn what follows would turn more than the name here.
    return cleanText(shownName(actor, this.language));
  }

  measure(id: string): ViewerMeasure | undefined {
    return this.data.measures.find((measure) => measure.id === id);
  }

  /** What is looked at: pointed at, else selected. */
  readonly lit: ReadonlySet<string> | undefined = $derived.by(() => {
    const centre = this.hovered ?? this.selected;
    if (centre === undefined || !this.scene.actorById.has(centre)) return undefined;
    return new Set([centre, ...this.tiesOf(centre).map(({ other }) => other.id)]);
  });

  /** The ties of an actor that are drawn: strongest first. */
  tiesOf(id: string): readonly SeenTie[] {
    const drawn = this.#drawnTies;
    return (this.#tiesOf.get(id) ?? [])
      .filter((tie) => drawn.has(tie.id))
      .flatMap((tie): SeenTie[] => {
        const other = this.whole.actors.get(tie.source === id ? tie.target : tie.source);
        const way = tie.direction === 'mutual' ? 'mutual' : tie.source === id ? 'gives' : 'receives';
        return other ? [{ tie, other, way }] : [];
      })
      .sort((a, b) => b.tie.weight - a.tie.weight);
  }

  readonly #drawnTies = $derived(new Set(this.scene.ties.map(({ id }) => id)));

  get hides(): boolean {
    return this.hiddenSectors.size + this.hiddenTieTypes.size + this.hiddenCategories.size > 0;
  }

  showAll(): void {
    this.hiddenSectors = this.hiddenTieTypes = this.hiddenCategories = NONE;
  }

  toggle(kind: 'sectors' | 'tie-types' | 'categories', id: string): void {
    if (kind === 'sectors') this.hiddenSectors = toggled(this.hiddenSectors, id);
    else if (kind === 'tie-types') this.hiddenTieTypes = toggled(this.hiddenTieTypes, id);
    else this.hiddenCategories = toggled(this.hiddenCategories, id);
  }

  #draw(): Scene {
    const { size, colour } = this;
    return this.#scenes.build({
      graph: { ...this.whole, view: { ...this.whole.view, size, colour } },
      values: this.columns,
      groups: this.#groups,
      valueNames: (id) => this.measure(id)?.name ?? { en: id, zh: id },
      language: this.language,
      theme: this.theme,
      hidden: {
        sectors: this.hiddenSectors,
        tieTypes: this.hiddenTieTypes,
        categories: this.hiddenCategories,
        actors: NONE,
        ties: NONE,
      },
    });
  }
}

function toggled(set: ReadonlySet<string>, id: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(id)) next.add(id);
  return next;
}
