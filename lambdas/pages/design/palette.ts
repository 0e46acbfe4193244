/** Colours of the pages, for a light and a dark screen. `test/pages/contrast.test.ts` computes every pair in use. */
export const palettes = {
  light: {
    ground: '#f3f5f7',
    card: '#ffffff',
    ink: '#16202a',
    muted: '#4c5965',
    hairline: '#d5dce2',
    control: '#76828e',
    accent: '#0a5566',
    'on-accent': '#ffffff',
    'accent-ground': '#e6f1f3',
    focus: '#b3400a',
    bad: '#9d1420',
    'bad-ground': '#fdeeee',
    good: '#14603a',
    'good-ground': '#e8f5ed',
    warn: '#734300',
    'warn-ground': '#fff3dc',
  },
  dark: {
    ground: '#0f161c',
    card: '#18222b',
    ink: '#e8edf1',
    muted: '#b2bfca',
    hairline: '#2f3c48',
    control: '#8696a4',
    accent: '#6fcfdf',
    'on-accent': '#04222a',
    'accent-ground': '#12323a',
    focus: '#ffc46b',
    bad: '#ffa39e',
    'bad-ground': '#3a191c',
    good: '#8ae0b1',
    'good-ground': '#11301f',
    warn: '#ffd182',
    'warn-ground': '#35270f',
  },
} as const;

export type Colour = keyof (typeof palettes)['light'];

/** Text on ground, as the style uses them: at least 4.5 : 1 (WCAG 2.2, 1.4.3). */
export const TEXT_PAIRS: readonly (readonly [text: Colour, ground: Colour])[] = [
  ['ink', 'ground'],
  ['ink', 'card'],
  ['muted', 'ground'],
  ['muted', 'card'],
  ['accent', 'card'],
  ['accent', 'ground'],
  ['accent', 'accent-ground'],
  ['ink', 'accent-ground'],
  ['muted', 'accent-ground'],
  ['on-accent', 'accent'],
  ['bad', 'card'],
  ['bad', 'bad-ground'],
  ['ink', 'bad-ground'],
  ['good', 'card'],
  ['good', 'good-ground'],
  ['ink', 'good-ground'],
  ['warn', 'warn-ground'],
  ['ink', 'warn-ground'],
];

/** Borders of controls and the focus ring on what surrounds them: at least 3 : 1 (WCAG 2.2, 1.4.11). */
export const SHAPE_PAIRS: readonly (readonly [shape: Colour, ground: Colour])[] = [
  ['control', 'card'],
  ['focus', 'card'],
  ['focus', 'ground'],
  ['focus', 'accent-ground'],
  ['focus', 'bad-ground'],
  ['focus', 'warn-ground'],
  ['bad', 'card'],
];

/** Custom properties of one palette, e.g. `--ink:#16202a;`. */
export const properties = (palette: Readonly<Record<Colour, string>>): string =>
  Object.entries(palette)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';');
