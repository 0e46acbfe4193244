import type { plan as english } from '../en/plan.ts';

export const plan: typeof english = {
  items: {
    collection: 'Prélèvement',
    'shipment-out': 'Envoi au fabricant',
    ready: 'Produit prêt chez le fabricant',
    delivery: 'Livraison du produit',
    conditioning: 'Début du conditionnement',
    'day-0': 'Jour 0, administration du produit',
    discharge: 'Fin de la surveillance aiguë, sortie au plus tôt',
    'proximity-end': 'Fin du séjour à proximité de l’hôpital',
    visit: 'Visite de suivi',
  },
  isNew: {
    subject: 'nouvelles dates dans votre agenda',
    title: 'Nouvelles dates',
    text: 'Ces dates du plan sont nouvelles et vous concernent.',
  },
  moved: {
    subject: 'des dates ont changé',
    title: 'Des dates ont changé',
    text: 'Ces dates du plan ont changé et vous concernent. Les dates qui ne sont pas nommées ici restent inchangées.',
  },
  again: (count: number): string => `numéro ${count}`,
  journey: (id: string): string => `parcours ${id}`,
  wasBefore: (now: string, before: string): string => `${now} (auparavant : ${before})`,
  gone: (before: string): string => `n’est plus prévu (auparavant : ${before})`,
  invitations:
    'Pour chaque date, un fichier d’agenda accompagne ce message. Il met à jour l’entrée que vous avez déjà.',
  wholeDays: 'Une date sans heure est prévue ou découle d’autres dates ; elle devient exacte une fois convenue.',
};
