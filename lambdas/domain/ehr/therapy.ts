import type { Outcome } from '../outcome.ts';
import type { FhirOrder } from './fhir-shapes.ts';
import { type Unclear, unclear } from './understanding.ts';

/** Coding system whose codes are our protocol ids. */
export const PROTOCOL_SYSTEM = 'urn:atmp-journey:protocol';
/** Identifier or coding system whose values are our site ids. */
export const SITE_SYSTEM = 'urn:atmp-journey:site';

/** Protocol ids by code, by coding system, e.g. ATC. */
export type TherapyCodes = Readonly<Record<string, Readonly<Record<string, string>>>>;

export interface TherapyIndex {
  /** Protocol ids an order names, each once; also ids of protocols that do not exist. */
  named(order: FhirOrder): readonly string[];
  /** Undefined where there is a protocol of this id; else what was named and what there is. */
  whyUnknown(protocol: string): string | undefined;
}

/** Text that can be a protocol id; anything else of a message is never repeated. */
const PROTOCOL_ID = /^[a-z][a-z\d-]{0,63}$/;

/** @param latest the newest protocol of an id; its refusal names what exists */
export const therapyIndex = (codes: TherapyCodes, latest: (protocol: string) => Outcome<unknown>): TherapyIndex => ({
  whyUnknown(protocol) {
    const found = latest(PROTOCOL_ID.test(protocol) ? protocol : '(not the form of an id)');
    return found.ok ? undefined : found.refusal.message;
  },
  named(order) {
    const concepts =
      order.resourceType === 'ServiceRequest'
        ? [order.code, ...(order.orderDetail ?? [])]
        : [order.medicationCodeableConcept];
    const ids = concepts
      .flatMap((concept) => concept?.coding ?? [])
      .flatMap(({ system = '', code = '' }) => {
        if (system === PROTOCOL_SYSTEM) return [code];
        const mapped = Object.hasOwn(codes, system) ? codes[system] : undefined;
        return mapped !== undefined && Object.hasOwn(mapped, code) ? [mapped[code] ?? code] : [];
      });
    return [...new Set(ids)];
  },
});

/** Elements that change the meaning of what they stand in, and that no mapping knows. */
export function modifiersIn(resource: Readonly<Record<string, unknown>>): readonly Unclear[] {
  const type = String(resource.resourceType);
  const found: Unclear[] = [];
  const walk = (value: unknown, path: string): void => {
    if (Array.isArray(value)) {
      for (const entry of value) walk(entry, path);
    } else if (typeof value === 'object' && value !== null) {
      for (const [name, inside] of Object.entries(value)) {
        const isModifier = name === 'implicitRules' || (name === 'modifierExtension' && !isEmpty(inside));
        if (isModifier) {
          const message = `${name} changes the meaning of the element and is not known here; a person must read it.`;
          found.push(unclear('modifier-extension', message, path));
        } else walk(inside, /^[A-Za-z]{1,64}$/.test(name) ? `${path}.${name}` : path);
      }
    }
  };
  walk(resource, type);
  return found.slice(0, 20);
}

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
