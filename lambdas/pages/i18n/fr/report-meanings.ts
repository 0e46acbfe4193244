/** What a signature under a report means. */
export const reportMeanings = {
  'report:excursion':
    'Je signale que du matériel est sorti de ses limites de température, de temps ou d’intégrité. Il attend la décision de son fabricant.',
  'report:identity-mismatch':
    'Je signale que des identifiants ne concordent pas. Tout s’arrête jusqu’à ce que deux personnes aient résolu la discordance.',
  'report:flags-raised': 'Je pose ces blocages : ce qu’ils désignent attend qu’un médecin les lève.',
  'report:consent-withdrawn':
    'Je signale que le patient retire ces consentements. Ce qu’ils autorisaient s’arrête maintenant.',
  'report:consent-given':
    'Je signale que le patient donne ces consentements en ma présence, sur la version indiquée du formulaire. Ce qu’ils autorisent se poursuit à partir de maintenant.',
  'report:death': 'Je signale que le patient est décédé. Tout s’arrête jusqu’à ce que deux personnes l’aient confirmé.',
  'report:dates-moved':
    'J’ai consigné que ces dates ont été déplacées ; le plan suit, et les personnes concernées en sont informées.',
  'report:storage-moved': 'J’ai déplacé ces contenants vers un autre emplacement de stockage.',
  'report:storage-alarm':
    'Je signale une alarme du dispositif de stockage nommé ici. Les contenants qui s’y trouvent, de ce traitement et de tous les autres de ce site, attendent la décision de leur fabricant.',
  'report:deviation-raised':
    'Je signale une déviation par rapport à ce qui est exigé, telle que je la décris ici. L’assurance qualité l’évalue.',
  'report:partner-id': 'J’ai consigné un identifiant sous lequel un partenaire connaît ce parcours.',
  'report:qa-exemption':
    'Je dispense cette étape du blocage indiqué ici jusqu’à l’heure indiquée ici, pour le motif que je donne. Je ne signe pas ce qui est fait ainsi.',
  'report:emergency-continuation':
    'Attendre nuirait au patient. Avec une seconde personne dans un autre rôle, je passe outre le blocage indiqué ici jusqu’à l’heure indiquée ici, pour le motif que je donne. Je ne signe pas ce qui est fait ainsi.',
  'report:exemption-taken-back':
    'Je retire l’autorisation de passer outre, à cette étape, le blocage nommé ici, pour le motif que j’indique. Il est désormais fermé comme avant ; ce qui a été fait jusqu’ici reste tel qu’il est consigné.',
};
