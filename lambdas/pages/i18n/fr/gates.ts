import type { gates as english } from '../en/gates.ts';

export const gates: typeof english = {
  'not-held.closed': 'Le parcours est suspendu. Ceci pourra être signé quand la suspension sera levée.',
  'not-held.unknown': 'On ne sait pas si le parcours est suspendu.',
  'not-expired.closed': 'Le produit est périmé. Il ne peut pas être administré.',
  'not-expired.unknown': 'Aucun certificat n’indique la péremption du produit.',
  'identity-matches.closed':
    'La chaîne d’identité diffère de celle enregistrée pour ce parcours. Arrêtez-vous et appelez l’assurance qualité.',
  'identity-matches.unknown': 'La chaîne d’identité n’a pas pu être lue et ne peut donc pas être comparée.',
  'donations-collected.closed':
    'Le certificat nomme un don qui n’a pas été prélevé dans ce parcours. Arrêtez-vous et signalez que des identifiants ne concordent pas.',
  'donations-collected.unknown':
    'Le certificat ne nomme aucun don et ne peut pas être comparé avec les prélèvements. Interrogez le fabricant.',
  'batch-certified.closed':
    'Le lot indiqué sur l’étiquette diffère du lot certifié et prescrit. Arrêtez-vous et appelez l’assurance qualité.',
  'batch-certified.unknown': 'Le lot ne peut pas être comparé : aucun n’a été lu, ou aucun n’est certifié.',
  'expiry-certified.closed':
    'La péremption indiquée sur l’étiquette diffère de celle certifiée. Arrêtez-vous et appelez l’assurance qualité.',
  'expiry-certified.unknown':
    'La péremption ne peut pas être comparée : aucune n’a été lue, ou aucune n’est certifiée.',
  'component-in-order.closed': 'Les contenants d’un composant administré avant celui-ci ne sont pas encore perfusés.',
  'component-in-order.unknown': 'On ne sait pas si les composants sont administrés dans leur ordre.',
  'container-prescribed.closed': 'Ce contenant n’est pas prescrit. Arrêtez-vous et appelez l’assurance qualité.',
  'container-prescribed.unknown': 'On ne sait pas si ce contenant est prescrit.',
  'sound-after-thaw.closed':
    'Le contenant fuit ou présente des agrégats. Le médecin, le pharmacien et le laboratoire de cellules décident avec le fabricant, qui est informé aujourd’hui.',
  'sound-after-thaw.unknown': 'On ne sait pas si le contenant est en bon état.',
  'no-death-reported.closed': 'Le décès du patient a été signalé et est en cours de confirmation par deux personnes.',
  'no-death-reported.unknown': 'On ne sait pas si un décès a été signalé.',
  'before-death.closed':
    'Le patient est décédé, comme deux personnes l’ont confirmé. Ne consignez ici que ce qui s’est passé avant.',
  'before-death.unknown': 'On ne sait pas si le patient était décédé.',
  'consent-stands.closed': 'Un consentement nécessaire à ceci a été retiré. Un médecin décide de la suite.',
  'consent-stands.unknown': 'On ne sait pas si le consentement est en vigueur.',
  'no-mismatch-open.closed':
    'Une discordance d’identité est ouverte. Arrêtez-vous jusqu’à ce que l’assurance qualité l’ait résolue.',
  'no-mismatch-open.unknown': 'On ne sait pas si une discordance d’identité est ouverte.',
  'storage-qualified.closed':
    'Selon le registre des équipements, cette cuve ou cet emplacement ne peut pas être utilisé : hors service, ou cartographie, étalonnage ou test d’alarme échu. Stockez ailleurs ; le responsable est nommé dans le registre.',
  'storage-qualified.unknown':
    'On ne sait pas si ce stockage peut être utilisé : il ne figure pas au registre des équipements, ou celui-ci n’a pas été relu récemment. Prenez-en un autre, ou faites-le inscrire ou confirmer.',
  'device-in-date.closed':
    'Selon le registre des équipements, cet appareil ne peut pas être utilisé : hors service, ou étalonnage ou maintenance échu. Prenez-en un autre ; le responsable est nommé dans le registre.',
  'device-in-date.unknown':
    'On ne sait pas si l’appareil était à jour : aucun n’a été nommé, il ne figure pas au registre, ou celui-ci n’a pas été relu récemment.',
  'shipper-qualified.closed':
    'Selon le registre des conteneurs de transport, celui-ci ne peut pas être utilisé : hors service, ou qualification ou test de maintien échu. Prenez-en un autre.',
  'shipper-qualified.unknown':
    'On ne sait pas si le conteneur de transport est qualifié : il ne figure pas au registre, ou celui-ci n’a pas été relu récemment.',
  'logger-in-date.closed':
    'Selon le registre des conteneurs de transport, cet enregistreur ne peut pas être utilisé : hors service, ou étalonnage échu. Prenez-en un autre.',
  'logger-in-date.unknown':
    'On ne sait pas si l’enregistreur est étalonné : il ne figure pas au registre, ou celui-ci n’a pas été relu récemment.',
  'competent.closed':
    'Votre évaluation pour cette tâche est échue ou a été retirée. Une personne habilitée peut signer, ou votre évaluation est renouvelée.',
  'competent.unknown':
    'Aucune évaluation n’est inscrite pour vous dans cette tâche. Une personne habilitée peut signer, ou votre évaluation est inscrite.',
  'shift-covered.closed':
    'Trop peu de personnes compétentes sont sur place pour le jour du traitement. Affectez-en d’autres, ou convenez d’un autre horaire ; en urgence, deux personnes poursuivent ensemble.',
  'shift-covered.unknown':
    'On ne sait pas si assez de personnes compétentes sont sur place pour le jour du traitement. Faites relire le planning des équipes.',
  'approvals-valid.closed':
    'L’éligibilité ou la prise en charge ne vaut plus. Commandez à nouveau : ce qui a expiré est alors redemandé.',
  'approvals-valid.unknown': 'On ne sait pas si l’éligibilité et la prise en charge valent encore.',
  'site-ready.closed':
    'Le site n’est pas prêt pour ce produit : un élément dont dépend sa qualification est échu ou fermé. L’assurance qualité sait lequel et le renouvelle.',
  'site-ready.unknown': 'On ne sait pas si le site est prêt pour ce produit. L’assurance qualité l’inscrit.',
  'risk-assessed.closed':
    'L’analyse de risques de ce produit n’est pas valable actuellement : elle est échue, une action est ouverte ou un risque n’a pas été accepté. L’assurance qualité s’en occupe.',
  'risk-assessed.unknown':
    'Aucune analyse de risques de ce produit ne figure au registre. L’assurance qualité l’inscrit.',
  'agreement-in-date.closed':
    'L’accord sur ce produit n’est pas en vigueur, ou sa révision est en retard. L’assurance qualité s’en occupe.',
  'agreement-in-date.unknown': 'Aucun accord sur ce produit ne figure au registre. L’assurance qualité l’inscrit.',
  'procedure-effective.closed':
    'La procédure à côté de ce formulaire n’est pas en vigueur dans cette version. L’assurance qualité s’en occupe.',
  'procedure-effective.unknown':
    'La procédure à côté de ce formulaire ne figure pas au registre des documents. L’assurance qualité l’inscrit.',
  'slot-still-held.closed':
    'Le fabricant ne retient plus ces créneaux. Demandez une nouvelle offre et consignez-la avant de réserver.',
  'slot-still-held.unknown': 'On ne sait pas jusqu’à quand le fabricant retient ces créneaux.',
  'readiness-in-time.closed': 'Il est trop tôt pour confirmer l’aptitude pour ce créneau (voir à partir de quand).',
  'readiness-in-time.unknown': 'Aucun créneau n’est réservé ; on ne sait donc pas à partir de quand l’aptitude compte.',
  'readiness-stands.closed':
    'L’aptitude confirmée ne concerne pas ce prélèvement : elle a été confirmée après son début, le créneau a été déplacé ensuite, ou elle est trop ancienne. Confirmez-la à nouveau ou trouvez de nouveaux créneaux.',
  'readiness-stands.unknown': 'Aucune aptitude n’est consignée.',
  'donor-tests-in-window.closed':
    'L’échantillon des tests du donneur est trop ancien pour ce prélèvement. Trouvez de nouveaux créneaux : les tests sont alors redemandés.',
  'donor-tests-in-window.unknown': 'On ne sait pas quand l’échantillon des tests du donneur a été prélevé.',
  'product-available.closed':
    'Le produit n’est pas encore aussi proche que le protocole et le site l’exigent avant le conditionnement.',
  'product-available.unknown': 'On ne sait pas où se trouve le produit.',
  'product-accepted.closed': 'Le produit certifié n’a pas été accepté sur place. Inspectez-le et acceptez-le d’abord.',
  'product-accepted.unknown': 'On ne sait pas si le produit a été accepté.',
  'inspection-clean.closed':
    'L’inspection ou les documents de l’envoi montrent une anomalie. Mettez le produit en quarantaine ; l’assurance qualité la résout avec le fabricant.',
  'inspection-clean.unknown': 'Aucune inspection de cette livraison n’a été consignée.',
  'custody-seal.closed': 'Le scellé était rompu à l’arrivée.',
  'custody-seal.unknown': 'On ne sait pas si le scellé était intact.',
  'custody-temperature.closed': 'L’envoi est sorti de sa plage de température.',
  'custody-temperature.unknown': 'On ne sait pas à quelle température l’envoi a voyagé.',
  'custody-qualification.closed':
    'L’envoi a été remis ou est arrivé après la fin de qualification de son conteneur de transport.',
  'custody-qualification.unknown': 'On ne sait pas jusqu’à quand le conteneur de transport était qualifié.',
  'custody-departure.closed': 'Le matériel part plus tard que sa libération ne le permet.',
  'custody-departure.unknown': 'On ne sait pas avant quand le matériel doit partir.',
  'custody-order.closed': 'L’arrivée est antérieure à la remise. Indiquez quand chacune a eu lieu.',
  'custody-order.unknown': 'On ne sait pas dans quel ordre l’envoi a été remis et est arrivé.',
  'custody-contents.closed': 'Les contenants remis ne sont pas ceux de ce parcours.',
  'custody-contents.unknown': 'On ne sait pas quels contenants sont attendus.',
  'tests-passed.closed': 'Un test en attente lors de la certification est non conforme.',
  'tests-passed.unknown': 'Les résultats de tests en attente lors de la certification ne sont pas encore disponibles.',
  'no-critical-deviation-open.closed':
    'Une déviation critique du produit ou de l’identité est ouverte. L’assurance qualité l’évalue, la fait examiner et décide d’abord.',
  'no-critical-deviation-open.unknown': 'On ne sait pas si une déviation critique est ouverte.',
  'major-deviations-triaged.closed':
    'Une déviation majeure du produit ou de l’identité n’est pas encore évaluée. L’assurance qualité l’évalue d’abord.',
  'major-deviations-triaged.unknown': 'On ne sait pas si une déviation majeure est évaluée.',
  'not-contained.closed': 'Après une déviation, l’assurance qualité retient ces contenants, ou a refusé ce matériel.',
  'not-contained.unknown': 'On ne sait pas si des contenants sont retenus après une déviation.',
  'no-open-excursion.closed':
    'Après une excursion, la décision écrite du fabricant est attendue, ou elle refuse ce matériel.',
  'no-open-excursion.unknown': 'On ne sait pas si une excursion est ouverte.',
  'in-conditioning-window.closed':
    'Ce n’est pas le moment pour le produit : la fenêtre après le conditionnement n’est pas encore ouverte, ou elle est close.',
  'in-conditioning-window.unknown': 'Aucun conditionnement achevé n’est consigné ; sa fenêtre n’est donc pas connue.',
  'conditioning-not-to-repeat.closed':
    'Le conditionnement s’est terminé il y a trop longtemps et doit être répété selon la règle du RCP. Décidez à nouveau du conditionnement.',
  'conditioning-not-to-repeat.unknown':
    'Le conditionnement s’est terminé il y a longtemps : comptez à nouveau les leucocytes et saisissez leur nombre avec le GO.',
  'first-go-stands.closed':
    'Le premier GO ne vaut plus. Ne le confirmez pas : les deux personnes doivent le donner à nouveau.',
  'first-go-stands.unknown': 'On ne sait pas si le premier GO vaut.',
  'go-stands-conditioning.closed':
    'Aucun GO de conditionnement ne vaut maintenant ou à l’heure indiquée. Il doit être donné à nouveau.',
  'go-stands-conditioning.unknown': 'On ne sait pas si un GO de conditionnement vaut.',
  'go-stands-thaw.closed':
    'Aucun GO de décongélation ne vaut maintenant ou à l’heure indiquée. Il doit être donné à nouveau.',
  'go-stands-thaw.unknown': 'On ne sait pas si un GO de décongélation vaut.',
  'not-flagged-do-not-ship.closed': 'Le blocage « ne pas expédier » est posé. Un médecin le réexamine.',
  'not-flagged-do-not-ship.unknown': 'On ne sait pas si le blocage « ne pas expédier » est posé.',
  'not-flagged-do-not-condition.closed': 'Le blocage « ne pas conditionner » est posé. Un médecin le réexamine.',
  'not-flagged-do-not-condition.unknown': 'On ne sait pas si le blocage « ne pas conditionner » est posé.',
  'not-flagged-do-not-thaw.closed': 'Le blocage « ne pas décongeler » est posé. Un médecin le réexamine.',
  'not-flagged-do-not-thaw.unknown': 'On ne sait pas si le blocage « ne pas décongeler » est posé.',
  'monitored-long-enough.closed': 'Selon le RCP, la surveillance aiguë n’est pas encore terminée (voir son échéance).',
  'monitored-long-enough.unknown': 'On ne sait pas jusqu’à quand dure la surveillance aiguë.',
  'consent-to-registry.closed': 'Le patient ne consent pas au registre.',
  'consent-to-registry.unknown': 'On ne sait pas si le patient consent au registre.',
  'consent-to-disposal.closed':
    'Le patient ne consent pas à l’utilisation ou à l’élimination du matériel non utilisé. Consultez d’abord le médecin.',
  'consent-to-disposal.unknown':
    'On ne sait pas si le patient consent à l’utilisation ou à l’élimination du matériel non utilisé.',
  'near-long-enough.closed':
    'Selon le RCP, le séjour à proximité de l’hôpital n’est pas encore terminé (voir son échéance).',
  'near-long-enough.unknown': 'On ne sait pas jusqu’à quand le patient reste à proximité de l’hôpital.',
  'told-to-stay-near.closed': 'Selon le RCP, le patient reste plus longtemps à proximité de l’hôpital.',
  'told-to-stay-near.unknown': 'On ne sait pas jusqu’à quand le patient doit rester à proximité de l’hôpital.',
  'told-not-to-drive.closed': 'Selon le RCP, le patient ne conduit pas encore ce jour-là.',
  'told-not-to-drive.unknown': 'On ne sait pas jusqu’à quand le patient ne conduit pas.',
};
