import type { Unit } from './quantities.ts';

/** Tests of a certificate that are known by name, each with the one unit in which its result is compared with limits. */
export const CERTIFICATE_TESTS = {
  'viable-cells': '10^6 cells',
  viability: '%',
  purity: '%',
  'residual-beads': 'beads/3·10^6 cells',
  'vector-copies': 'copies/cell',
  endotoxin: 'EU/mL',
} as const satisfies Readonly<Record<string, Unit>>;
export type CertificateTest = keyof typeof CERTIFICATE_TESTS;

/** The test a limit of a protocol is of: `residual beads` is `residual-beads`. */
export function testNamed(name: string): CertificateTest | undefined {
  const key = name.toLowerCase().replaceAll(' ', '-');
  return Object.hasOwn(CERTIFICATE_TESTS, key) ? (key as CertificateTest) : undefined;
}
