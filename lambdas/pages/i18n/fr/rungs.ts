import type { rungs as english } from '../en/rungs.ts';
import { urgent } from './urgent.ts';

export const rungs: typeof english = {
  asked: { subject: 'veuillez signer', why: 'Cette étape est maintenant ouverte et vous attend.' },
  half: { subject: 'moitié du délai écoulée', why: 'La moitié du temps prévu pour cette étape est écoulée.' },
  nearly: { subject: 'échéance proche', why: 'Le temps prévu pour cette étape est presque écoulé.' },
  due: { subject: 'à échéance', why: 'Cette étape est maintenant à échéance.' },
  overdue: {
    subject: 'en retard',
    why: 'Cette étape est en retard. Elle attend toujours une décision et a été transmise à l’échelon supérieur.',
  },
  weekly: {
    subject: 'toujours en attente',
    why: 'Cette étape attend toujours. Un rappel vous est envoyé chaque semaine.',
  },
  monthly: {
    subject: 'toujours en attente',
    why: 'Cette étape attend toujours. Un rappel vous est envoyé chaque mois.',
  },
  expiry: { subject: 'péremption proche', why: 'Le produit se périme bientôt.' },
  expired: {
    subject: 'produit périmé',
    why: 'Le produit a atteint sa péremption et ne peut pas être libéré. Rien n’est éliminé avant la décision d’une personne responsable.',
  },
  'in-use': {
    subject: 'durée d’usage écoulée',
    why: 'La durée d’utilisation du produit est écoulée. Le contenant est retenu jusqu’à la décision d’une personne responsable.',
  },
  'in-use-ends': {
    subject: 'durée d’usage : minutes',
    why: 'La durée d’utilisation d’un contenant se termine dans quelques minutes. Administrez-le maintenant, ou décidez de son devenir.',
  },
  'slot-hold-ends-soon': {
    subject: 'fin de réservation',
    why: 'Le fabricant retient les créneaux proposés encore un jour, ou un peu plus si des jours de fermeture s’y trouvent. Réservez-les, ou demandez un délai plus long.',
  },
  'slot-hold-ended': {
    subject: 'réservation terminée',
    why: 'Le temps pendant lequel le fabricant retenait les créneaux est écoulé. Demandez s’ils peuvent encore être réservés.',
  },
  'slot-in-3-days': {
    subject: 'créneau dans 3 jours',
    why: 'Le prélèvement réservé a lieu dans trois jours, ou un peu plus si des jours de fermeture s’y trouvent.',
  },
  'slot-tomorrow': {
    subject: 'créneau dans un jour',
    why: 'Le prélèvement réservé a lieu dans un jour, ou un peu plus si des jours de fermeture s’y trouvent.',
  },
  'readiness-again': {
    subject: 'confirmer à nouveau',
    why: 'Le créneau a été déplacé après la confirmation de l’aptitude. Confirmez-la à nouveau pour le créneau actuel, ou trouvez de nouveaux créneaux.',
  },
  'sample-too-old': {
    subject: 'échantillon trop ancien',
    why: 'Le créneau a été déplacé, et l’échantillon des tests du donneur est trop ancien. Trouvez de nouveaux créneaux : les tests sont alors redemandés.',
  },
  'shipment-hold-ends': {
    subject: 'limite du conteneur',
    why: 'Le conteneur de transport est qualifié encore un jour, et aucune arrivée n’est consignée. Interrogez le transporteur maintenant.',
  },
  'ready-in-a-week': {
    subject: 'prêt dans une semaine',
    why: 'Le produit est prévu prêt dans une semaine, ou un peu plus si des jours de fermeture s’y trouvent.',
  },
  'maker-silent': {
    subject: 'sans nouvelles',
    why: 'Aucun jalon n’a été consigné depuis longtemps. Demandez au fabricant où en est la fabrication.',
  },
  'delivery-in-2-days': {
    subject: 'livraison dans 2 jours',
    why: 'La livraison convenue a lieu dans deux jours, ou un peu plus si des jours de fermeture s’y trouvent.',
  },
  'delivery-tomorrow': {
    subject: 'livraison dans un jour',
    why: 'La livraison convenue a lieu dans un jour, ou un peu plus si des jours de fermeture s’y trouvent.',
  },
  'arrival-late': {
    subject: 'l’envoi est en retard',
    why: 'Le transporteur prévoit l’envoi plus de quatre heures après le moment convenu, ou après la fin de qualification du conteneur de transport. Assurez-vous que quelqu’un est là pour le recevoir, et interrogez le fabricant si le conteneur ne tient pas jusque-là.',
  },
  'no-scan': {
    subject: 'sans arrivée consignée',
    why: 'L’envoi aurait dû arriver il y a deux heures, et aucune arrivée n’est consignée. Demandez au transporteur où il se trouve, et consignez quand il est maintenant attendu.',
  },
  'leaves-tomorrow': {
    subject: 'départ dans un jour',
    why: 'Le matériel de départ doit partir dans un jour, ou un peu plus si des jours de fermeture s’y trouvent. Assurez-vous que le conteneur et le transporteur sont prêts.',
  },
  'must-leave': {
    subject: 'matériel pas parti',
    why: 'Le matériel de départ aurait dû être parti, et aucune remise n’est consignée. Consignez-la s’il est parti ; sinon, demandez au fabricant si le matériel est encore utilisable.',
  },
  'acceptance-overdue': {
    subject: 'non accepté à temps',
    why: 'Le temps dans lequel un produit arrivé est accepté, mis en quarantaine ou refusé est écoulé, et rien n’est décidé.',
  },
  'visit-window': {
    subject: 'visite encore à venir',
    why: 'Cette visite de suivi n’est pas consignée, et sa fenêtre se termine à la date ci-dessous. Assurez-vous qu’elle est organisée.',
  },
  'documents-pending': {
    subject: 'documents manquants',
    why: 'Des documents manquants à l’arrivée ne sont toujours pas là. Réclamez-les au fabricant.',
  },
  'conditioning-in-3-days': {
    subject: 'début dans 3 jours',
    why: 'Le conditionnement est prévu dans trois jours, ou un peu plus si des jours de fermeture s’y trouvent.',
  },
  'conditioning-in-5-days': {
    subject: 'début dans 5 jours',
    why: 'Le conditionnement est prévu dans cinq jours, ou un peu plus si des jours de fermeture s’y trouvent.',
  },
  'go-ends': {
    subject: 'le GO ne vaut plus',
    why: 'Le GO a pris fin. Il est donné à nouveau avant que quoi que ce soit ne commence.',
  },
  'window-ends-in-2-days': {
    subject: 'fenêtre : 2 jours',
    why: 'La fenêtre après le conditionnement se termine dans deux jours, ou un peu plus si des jours de fermeture s’y trouvent. Après cela, il est décidé à nouveau du conditionnement.',
  },
  'window-ends-tomorrow': {
    subject: 'fenêtre : un jour',
    why: 'La fenêtre après le conditionnement se termine dans un jour, ou un peu plus si des jours de fermeture s’y trouvent. Après cela, il est décidé à nouveau du conditionnement.',
  },
  'window-ended': {
    subject: 'fenêtre terminée',
    why: 'La fenêtre après le conditionnement est terminée. Le produit ne peut pas être libéré pour décongélation ; il est décidé à nouveau du conditionnement.',
  },
  'observation-due': {
    subject: 'observation à faire',
    why: 'Une observation demandée par le RCP est due maintenant, et aucune n’est consignée. Évaluez le patient et consignez les grades.',
  },
  'observation-missed': {
    subject: 'observation manquante',
    why: 'Une observation était due il y a des heures, et aucune n’est consignée. Assurez-vous que le patient est vu maintenant, et consignez les grades.',
  },
  'tocilizumab-resupply': {
    subject: 'tocilizumab manquant',
    why: 'Une dose de tocilizumab a été administrée, et aucune autre n’est consignée comme disponible dans le délai du RCP.',
  },
  'proximity-ends-in-2-days': {
    subject: 'fin dans 2 jours',
    why: 'Le temps pendant lequel le patient reste à proximité de l’hôpital se termine dans deux jours, ou un peu plus si des jours de fermeture s’y trouvent.',
  },
  'reassessment-in-2-days': {
    subject: 'échéance dans 2 jours',
    why: 'Le patient devrait être revu dans les deux jours, ou un peu plus si des jours de fermeture s’y trouvent.',
  },
  resent: {
    subject: 'signez (nouvel envoi)',
    why: 'Ce message a été envoyé à nouveau sur demande. Les liens antérieurs restent valables.',
  },
  reissued: {
    subject: 'nouveau lien',
    why: 'Voici un nouveau lien. Les liens antérieurs vers cette étape ne fonctionnent plus.',
  },
  reassigned: { subject: 'confiée à vous', why: 'Cette étape vous a été confiée.' },
  extended: { subject: 'nouvelle échéance', why: 'L’échéance de cette étape a été modifiée.' },
  released: {
    subject: 'reprise : signez',
    why: 'La suspension de ce parcours a été levée. L’étape peut de nouveau être signée.',
  },
  unseen: urgent.unseen,
};
