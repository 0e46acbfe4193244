import type { plan as english } from '../en/plan.ts';

/** Der Plan einer Behandlung, in Mails und Kalendern. */
export const plan: typeof english = {
  items: {
    collection: 'Entnahme',
    'shipment-out': 'Versand zum Hersteller',
    ready: 'Produkt beim Hersteller fertig',
    delivery: 'Lieferung des Produkts',
    conditioning: 'Beginn der Konditionierung',
    'day-0': 'Tag 0, Gabe des Produkts',
    discharge: 'Ende der Akutüberwachung, früheste Entlassung',
    'proximity-end': 'Ende der Zeit in Kliniknähe',
    visit: 'Nachsorgetermin',
  },
  isNew: {
    subject: 'neue Termine',
    title: 'Neue Termine',
    text: 'Diese Termine des Plans sind neu und betreffen Sie.',
  },
  moved: {
    subject: 'Termine haben sich geändert',
    title: 'Termine haben sich geändert',
    text: 'Diese Termine des Plans haben sich geändert und betreffen Sie. Hier nicht genannte Termine bleiben, wie sie sind.',
  },
  again: (count) => `Nummer ${count}`,
  journey: (id) => `Behandlung ${id}`,
  wasBefore: (now, before) => `${now} (vorher: ${before})`,
  gone: (before) => `nicht mehr geplant (vorher: ${before})`,
  invitations: 'Zu jedem Termin liegt eine Kalenderdatei bei. Sie aktualisiert den Eintrag, den Sie schon haben.',
  wholeDays:
    'Ein Termin ohne Uhrzeit ist vorhergesagt oder folgt aus anderen Terminen; er wird genau, sobald er vereinbart ist.',
};
