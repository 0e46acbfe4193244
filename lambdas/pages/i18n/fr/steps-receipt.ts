import type { StepTexts } from '../en/step-texts.ts';
import { back, stop, waysBack } from './common-decisions.ts';
import { custodyMeanings } from './custody-meanings.ts';

export const receipt = {
  'Agree the delivery': {
    title: 'Convenir de la livraison',
    ask: 'Veuillez convenir avec le fabricant de la fenêtre de livraison, avec un réceptionnaire et un emplacement de stockage.',
    decisions: { agreed: 'Convenue', remake: 'Fabriquer à nouveau', ...stop },
    meanings: {
      agreed:
        'J’ai convenu de cette fenêtre de livraison avec le fabricant : un réceptionnaire formé est présent et un emplacement de stockage est réservé.',
      remake: 'J’ai consigné que ce produit ne sera pas livré : il doit être fabriqué à nouveau.',
      stopped: 'J’ai consigné que ce produit ne doit pas être livré : le traitement est arrêté.',
    },
  },
  'Follow the delivery': {
    title: 'Suivre la livraison',
    ask: 'Veuillez consigner la remise et l’arrivée du produit d’après les documents de transport.',
    decisions: { arrived: 'Arrivée', ...back },
    meanings: {
      arrived: 'J’ai consigné que l’envoi est ici et déchargé.',
      ...waysBack('J’ai consigné que l’envoi a été perdu ou altéré en route.'),
      ...custodyMeanings,
    },
  },
  'Inspect the delivery': {
    title: 'Inspecter la livraison',
    ask: 'Veuillez consigner ce que vous constatez sur la livraison, en bien ou en mal. Une deuxième personne en juge.',
    decisions: { inspected: 'Inspectée' },
    meanings: {
      inspected: 'J’ai inspecté la livraison et consigné ce que j’ai constaté, en bien ou en mal.',
    },
  },
  'Accept receipt': {
    title: 'Décider de la réception',
    ask: 'Veuillez comparer, comme deuxième personne, l’étiquette, le certificat et l’inspection, et décider de la réception.',
    decisions: { accepted: 'Accepter', quarantined: 'Mettre en quarantaine', ...back },
    meanings: {
      accepted:
        'J’ai comparé, comme deuxième personne, l’étiquette, le certificat, l’inspection et la chaîne d’identité, et j’accepte le produit.',
      quarantined: 'Je mets le produit en quarantaine : quelque chose n’est pas clair dans la livraison.',
      ...waysBack(
        'Je n’accepte pas ce qui a été livré ; cela est retourné ou éliminé selon les indications du fabricant.',
      ),
    },
  },
  'Resolve quarantine': {
    title: 'Lever la quarantaine',
    ask: 'Veuillez décider du devenir du produit en quarantaine.',
    decisions: { accepted: 'Accepter', ...back },
    meanings: {
      accepted:
        'J’ai réexaminé le produit en quarantaine, son étiquette et ce qui a été constaté à l’arrivée, et je le libère sur décision écrite du fabricant.',
      ...waysBack('J’ai tranché la quarantaine : le produit n’est pas accepté.'),
    },
  },
  'Confirm receipt to the maker': {
    title: 'Confirmer réception au fabricant',
    ask: 'Veuillez confirmer au fabricant que son produit est arrivé et a été accepté.',
    decisions: { confirmed: 'Confirmé' },
    meanings: { confirmed: 'J’ai confirmé au fabricant que le produit est arrivé et a été accepté.' },
  },
} satisfies Record<string, StepTexts>;
