import { ceremonies } from './offer.ts';

/** Offers to attach a file, on a form that can be signed without one. What does it is loaded when somebody takes the offer. */
export function attaching(place: HTMLElement): void {
  place.hidden = false;
  place.querySelector('button')?.addEventListener('click', () => {
    // Whoever is offline takes the offer again.
    ceremonies().then(
      ({ attach }) => attach(place),
      () => undefined,
    );
  });
}
