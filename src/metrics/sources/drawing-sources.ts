import { article, type Source } from './source.ts';

/** On how maps are arranged and coloured. */
export const DRAWING_SOURCES: readonly Source[] = [
  {
    kind: 'proceedings',
    authors: ['Brandes, U.', 'Pich, C.'],
    year: 2007,
    title: 'Eigensolver methods for progressive multidimensional scaling of large data',
    container: 'Graph Drawing (GD 2006), Lecture Notes in Computer Science 4372',
    pages: '42-53',
    publisher: 'Springer',
    doi: '10.1007/978-3-540-70904-6_6',
  },
  {
    kind: 'proceedings',
    authors: ['Gansner, E. R.', 'Koren, Y.', 'North, S.'],
    year: 2005,
    title: 'Graph drawing by stress majorization',
    container: 'Graph Drawing (GD 2004), Lecture Notes in Computer Science 3383',
    pages: '239-250',
    publisher: 'Springer',
    doi: '10.1007/978-3-540-31843-9_25',
  },
  article(
    ['Nuñez, J. R.', 'Anderton, C. R.', 'Renslow, R. S.'],
    2018,
    'Optimizing colormaps with consideration for color vision deficiency to enable accurate interpretation of scientific data',
    'PLoS ONE',
    { volume: '13', number: '7', pages: 'e0199239', doi: '10.1371/journal.pone.0199239' },
  ),
  {
    kind: 'report',
    authors: ['Tol, P.'],
    year: 2021,
    title: 'Colour schemes',
    publisher: 'SRON Netherlands Institute for Space Research',
  },
  {
    kind: 'misc',
    authors: ['van der Walt, S.', 'Smith, N.'],
    year: 2015,
    title: 'A better default colormap for Matplotlib',
  },
  article(
    ['Jacomy, M.', 'Venturini, T.', 'Heymann, S.', 'Bastian, M.'],
    2014,
    'ForceAtlas2, a continuous graph layout algorithm for handy network visualization designed for the Gephi software',
    'PLoS ONE',
    { volume: '9', number: '6', pages: 'e98679', doi: '10.1371/journal.pone.0098679' },
  ),
  {
    kind: 'misc',
    authors: ['Okabe, M.', 'Ito, K.'],
    year: 2008,
    title:
      'Color Universal Design (CUD): how to make figures and presentations that are friendly to colorblind people',
  },
  article(
    ['Zhong, F.', 'Xue, M.', 'Zhang, J.', 'Zhang, F.', 'Ban, R.', 'Deussen, O.', 'Wang, Y.'],
    2023,
    'Force-directed graph layouts revisited: a new force based on the t-distribution',
    'IEEE Transactions on Visualization and Computer Graphics',
    { doi: '10.1109/TVCG.2023.3238821' },
  ),
];
