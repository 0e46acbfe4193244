import { inLanguage } from '../design/safe.ts';
import { type ComponentChildren, h, type VNode } from '../element.ts';
import type { Language, StepView } from '../views.ts';

/** Id of the form of a checklist's line. */
export const lineId = (line: string): string => `record-${line}`;
/** Id of the form of a report. */
export const reportId = (report: string): string => `report-${report}`;

interface OpenLinkProps {
  readonly view: StepView;
  readonly language: Language;
  /** What the same page then shows open. */
  readonly id: string;
  /** Without it, as its place among others says. */
  readonly class?: string;
}

/**
 * A link to the same page with one part of it open. A page that brought all its forms along would be slow where it is
 * needed most, on a phone at the bedside; following the link reads, and changes nothing.
 */
export const openLink = ({ view, language, id, class: name }: OpenLinkProps, ...text: ComponentChildren[]): VNode =>
  h(
    'a',
    {
      ...(name === undefined ? {} : { class: name }),
      href: `${inLanguage(view.action, language)}&open=${encodeURIComponent(id)}#${encodeURIComponent(id)}`,
    },
    ...text,
  );
