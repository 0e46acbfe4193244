import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { type Colour, palettes, SHAPE_PAIRS, TEXT_PAIRS } from '../../lambdas/pages/design/palette.ts';
import { STYLE } from '../../lambdas/pages/design/style.ts';
import { CONTENT_SECURITY_POLICY } from '../../lambdas/pages/parts/document.ts';
import { renderSignOffPage } from '../../lambdas/pages/sign-off-page.ts';
import { viewOf } from './support/views.ts';

/** Relative luminance and contrast ratio as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

test('the formula gives the values WCAG gives', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

test.each(Object.entries(palettes))('%s: text has 4.5 : 1, controls and focus 3 : 1', (_, palette) => {
  const low = (pairs: readonly (readonly [Colour, Colour])[], least: number) =>
    pairs.filter(([front, back]) => contrast(palette[front], palette[back]) < least);
  expect(low(TEXT_PAIRS, 4.5)).toEqual([]);
  expect(low(SHAPE_PAIRS, 3)).toEqual([]);
});

test('every colour in the style is one of the palette', () => {
  const used = [...STYLE.matchAll(/var\(--([a-z-]+)\)/g)].map(([, name]) => name);
  expect(used.filter((name) => name === undefined || !(name in palettes.light))).toEqual([]);
  expect(Object.keys(palettes.light).filter((name) => !used.includes(name))).toEqual([]);
  expect(STYLE.replace(/:root\{[^}]*\}/g, '')).not.toMatch(/#[0-9a-f]{3,8}\b/i);
});

test('the policy allows exactly the style that the page carries', () => {
  const inPage = /<style>(.*?)<\/style>/s.exec(renderSignOffPage(viewOf('Discharge'), 'en'))?.[1] ?? '';
  expect(CONTENT_SECURITY_POLICY).toContain(`'sha256-${createHash('sha256').update(inPage).digest('base64')}'`);
});
