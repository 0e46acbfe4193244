import type {
  problems as english,
  fieldProblems as englishFieldProblems,
  forms as englishForms,
} from '../en/problems.ts';
import { changeControl } from './change-control.ts';

export const problems: typeof english = {
  'check-fields': 'Veuillez corriger ce qui est indiqué ici, puis signer à nouveau.',
  'outside-limits':
    'Une valeur est en dehors de ses limites. Corrigez-la s’il s’agit d’une faute de frappe. Si elle est exacte, décrivez la déviation et signez à nouveau : les deux sont enregistrées ensemble. Rien n’a encore été enregistré.',
  'not-recorded': 'Ceci n’a pas pu être enregistré tel quel. Veuillez relire la page.',
  'wrong-credential':
    'L’identifiant et le code PIN ne vont pas ensemble, ou l’identifiant est bloqué pendant 15 minutes après cinq codes PIN erronés. Rien n’a été enregistré.',
  'other-role': 'Votre rôle ne permet pas de signer cette étape. Rien n’a été enregistré.',
  'other-site': 'Cette étape appartient à un autre site que le vôtre. Rien n’a été enregistré.',
  'assurance-too-low':
    'Votre site exige plus qu’un identifiant et un code PIN pour signer cette étape. Connectez-vous de la manière prévue par votre site. Rien n’a été enregistré.',
  'no-chair-of-board':
    'Ce que la réunion a décidé est signé par l’une des personnes qui la président. Rien n’a été enregistré.',
  'other-person': 'Cette étape a été confiée à une autre personne. Rien n’a été enregistré.',
  'delegation-over':
    'Cette étape vous était remise à ce moment-là et ne l’est plus. Une autre personne doit saisir ce qui figure sur votre papier. Rien n’a été enregistré.',
  'no-delegation':
    'Cette étape ne vous est pas remise par cette personne en ce moment. Signez en votre propre nom, ou demandez-lui de vous la remettre. Rien n’a été enregistré.',
  'same-person':
    'Vous avez signé vous-même la première partie : une autre personne doit signer ici. Rien n’a été enregistré.',
  'belongs-to-another-journey':
    'Un identifiant que vous avez indiqué appartient à un autre parcours. Arrêtez-vous, comparez les étiquettes et signalez-le. Rien n’a été enregistré.',
  'gate-closed': 'Ceci ne peut pas être signé maintenant. Rien n’a été enregistré.',
  'checklist-incomplete': 'Veuillez d’abord consigner chaque point de la liste de contrôle. Rien n’a été enregistré.',
  'thaw-recorded': 'La décongélation a été consignée : le produit ne peut plus attendre. Rien n’a été enregistré.',
  'transcription-open':
    'Quelque chose a été saisi d’après le papier et n’est pas encore comparé. Comparez-le d’abord. Rien n’a été enregistré.',
  'deviation-open': 'Une déviation ou une CAPA n’est pas encore close. Clôturez-la d’abord. Rien n’a été consigné.',
  'correction-open':
    'Quelque chose a été corrigé et n’est pas encore signé à nouveau. Signez d’abord la correction. Rien n’a été enregistré.',
  'continuation-open':
    'Une poursuite en urgence n’a pas encore été examinée. Examinez-la d’abord. Rien n’a été enregistré.',
  'item-recorded': 'Ce point a déjà été consigné. Son heure peut être corrigée par la coordination.',
  changed:
    'La page est restée longtemps ouverte ou a changé depuis. Veuillez la relire et signer encore une fois ; ce que vous avez tapé a été conservé.',
  'too-large': 'Le formulaire était trop volumineux. Veuillez raccourcir ce que vous avez écrit.',
  'nothing-to-acknowledge': 'Aucun avis urgent de ce nom n’a été envoyé. Veuillez relire la page.',
  'not-readable': 'Le formulaire n’a pas pu être lu. Veuillez recharger la page et le remplir encore une fois.',
};

export const fieldProblems: typeof englishFieldProblems = {
  required: 'veuillez remplir',
  'choose-one': 'veuillez choisir l’une des réponses',
  confirm: 'veuillez confirmer',
  'not-a-number': 'veuillez écrire un nombre, sans séparateur de milliers ni unité',
  'ambiguous-number':
    'peut se lire comme des milliers ou comme une décimale : omettez le séparateur ou écrivez un chiffre de plus (1,2340)',
  'not-a-whole-number': 'veuillez écrire un nombre entier, sans séparateur ni unité',
  'not-a-time': 'veuillez indiquer la date et l’heure complètes',
  'not-a-date': 'veuillez indiquer la date complète',
  'no-such-local-time': 'cette heure n’existe pas sur le site : les horloges ont été avancées',
  'not-text': 'contient des caractères qui ne peuvent pas être enregistrés',
  repeated: 'a été envoyé plus d’une fois',
  'too-long': 'est trop long',
  'too-short': 'est trop court',
  'too-high': 'est supérieur à ce qui est permis ici',
  'too-low': 'est inférieur à ce qui est permis ici',
  'outside-limits': 'est en dehors de ses limites',
  'describe-deviation': 'veuillez la décrire, ou corriger la valeur qui est en dehors de ses limites',
  'not-of-the-scan':
    'n’est pas celui de la numérisation jointe : laissez le champ vide, ou joignez la bonne numérisation',
  'not-stored': 'n’est pas conservé ici avec cette somme de contrôle : joignez à nouveau le fichier',
  'wrong-form': 'n’a pas la forme attendue',
  'enter-again': 'veuillez saisir à nouveau',
  'not-on-the-register': 'n’est l’identifiant de personne',
  'not-from-paper': 'ne peut pas être saisi d’après le papier : signez vous-même cette étape',
  'no-member': 'nomme une personne qui n’est pas membre de la réunion',
  'no-quorum': 'nomme moins de membres qu’il n’en faut à la réunion pour décider',
  'no-chair': 'ne nomme aucune des personnes qui président la réunion',
  'in-the-future': 'se situe dans le futur',
  'before-the-order': 'est antérieur à la commande',
  'infusion-recorded': 'dit que rien n’a été administré, mais le début d’une perfusion est consigné',
  'infused-is-followed':
    'ne peut pas être « Traitement arrêté » : la perfusion a commencé, et le patient est surveillé et suivi. Choisissez une autre décision.',
  'consent-needed':
    'ne peut pas être « Le traitement se poursuit » : le traitement nécessite un consentement qui a été retiré. Arrêtez-le, ou consignez que le consentement a été donné à nouveau.',
  'before-the-withdrawal': 'n’est pas postérieur au retrait du consentement',
  'day-of-the-withdrawal':
    'est vide : le consentement a été retiré le même jour ; indiquez donc l’heure à laquelle le formulaire a été signé',
  'not-on-its-day': 'se situe un autre jour que « Signé le »',
  'withdrawal-undecided':
    'nomme un consentement dont le retrait est encore à décider : choisissez « Consentement donné à nouveau » dans cette étape',
  'consents-stand':
    'ne peut pas être « Traitement arrêté » : tous les consentements nécessaires au traitement sont en vigueur. Signalez d’abord le retrait.',
  'not-ahead': 'doit se situer dans le futur',
  'gate-not-asked': 'ne concerne pas cette étape, ou l’étape n’attend plus',
  'passed-otherwise': 'se lève autrement dans votre site, ou ne se lève pas',
  'exempted-too-long': 'est trop tard : 12 heures au plus en urgence, 3 jours par l’assurance qualité',
  'gate-open': 'est ouvert : personne n’a besoin de dispense',
  'nothing-to-take-back': 'ne nomme rien dont quelqu’un soit dispensé ici en ce moment',
  'gate-of-nobody': 'doit rester vide : ce blocage ne porte sur personne',
  'not-oneself': 'est le vôtre : une autre personne doit vous dispenser',
  'counts-from-now': 'doit rester vide : cela compte dès votre signature',
  'outside-conditioning-window': 'ne correspond pas à la fenêtre prévue après le conditionnement',
  'weighed-long-ago': 'date de trop longtemps : mesurez à nouveau',
  'not-after-start': 'doit être postérieur au début',
  'used-before': 'a déjà été utilisé ; chaque prélèvement et chaque lot a le sien',
  'named-twice': 'nomme deux fois un même contenant',
  'no-longer-valid': 'ne vaut plus aujourd’hui',
  'not-after-the-one-before': 'doit être postérieur à la date qui précède et se situer dans le futur',
  'no-date': 'est vide, comme toutes les autres dates : nommez-en au moins une qui a été déplacée',
  'not-as-offered': 'n’est pas ce que le fabricant propose. Demandez une autre offre et consignez-la d’abord.',
  'held-too-long':
    'dépasse le temps pendant lequel le matériel prélevé peut attendre. Choisissez une heure plus proche, ou nommez la prolongation écrite du fabricant.',
  'outside-opening-hours':
    'est en dehors des heures d’ouverture du site. Choisissez une autre fenêtre, ou nommez l’accord avec le personnel de garde.',
  'concern-without-reason': 'est vide : dites pourquoi elle concerne autre chose que ce qui a été dit à l’ouverture',
  ...changeControl.problems,
  'class-without-reason': 'est vide : indiquez pourquoi la classe est différente de celle de l’ouverture',
  'critical-is-investigated': 'ne peut pas clore une déviation critique : une autre personne l’examine.',
  'not-within-a-year': 'doit être un jour à partir d’aujourd’hui, dans l’année.',
  'not-of-this-course': 'n’est pas un contenant de ce traitement. Relisez l’étiquette.',
  'outside-window': 'est antérieur à la fenêtre que la loi et le fabricant permettent avant le prélèvement',
  'before-day-zero': 'est antérieur au jour 0',
  'treatment-goes-on':
    'ne peut pas être « Perdu de vue » tant que le patient est traité ou doit rester à proximité de l’hôpital. Consignez la visite comme manquée.',
  'attempts-not-in-order': 'est antérieur à la tentative qui précède ; la plus ancienne vient en premier',
  'before-the-collection': 'est antérieur au prélèvement',
  'not-before-expiry': 'doit être antérieur à la péremption',
  'not-as-many-as-protocol':
    'nomme un autre nombre de contenants que le protocole de ce produit. Interrogez le fabricant.',
  'other-unit': 'n’est pas l’unité de ce test. Convertissez le résultat et ses limites.',
  'not-a-component': 'n’est pas un composant de ce produit',
  'result-twice': 'nomme deux fois un test d’un même composant',
  'result-missing': 'ne contient pas les cellules viables ou la viabilité d’un composant',
  'limit-missing': 'manque : le protocole n’a pas de limite pour ce test ; celle du certificat est donc nécessaire',
  'out-of-specification':
    'est hors de ses limites : le lot est hors spécifications et ne peut pas être certifié ici. Interrogez le fabricant et le médecin traitant ; choisissez comment le traitement se poursuit.',
  'labels-not-reconciled': 'ne concorde pas avec la somme des étiquettes apposées et détruites',
  'not-as-collected': 'n’est pas celui du prélèvement. Arrêtez-vous et comparez les étiquettes.',
  'not-autologous': 'ne désigne pas un usage autologue uniquement. Arrêtez-vous et comparez les étiquettes.',
  'none-attached': 'est nul : au moins une étiquette est sur le matériel',
  'target-unknown':
    'n’est pas connu : le protocole n’en a pas. Indiquez-le avec sa source, ou l’acceptation écrite du fabricant.',
  'maker-decision-missing': 'manque : un marqueur est positif. Interrogez le fabricant, ou arrêtez.',
  'donor-positive': 'manque : un marqueur du donneur est positif',
  'not-as-recorded':
    'n’est pas ce qui a été consigné auparavant. Comparez à nouveau ; en cas de différence, choisissez « Commander à nouveau ».',
  'under-target': 'est inférieur au rendement minimal. Interrogez le fabricant, ou prélevez à nouveau.',
  'shelf-life-too-short':
    'appartient à un produit dont la durée de conservation restante est trop courte. Mettez-le en quarantaine et interrogez le fabricant.',
  'fewer-than-label': 'est inférieur à ce que demande le RCP',
  'infused-not-named': 'doit nommer chaque contenant dont la perfusion a commencé, même interrompue',
  'not-prescribed':
    'n’est pas la dose prescrite : un autre contenant a été nommé ou perfusé. Choisissez « Administré en partie ».',
  'not-all-given':
    'omet un contenant prescrit. Si une partie seulement a été administrée, choisissez « Administré en partie ».',
  'is-involved': 'attend ce traitement d’après le dossier (voir ci-dessus) et doit être informé',
  'not-all-donations-accounted':
    'doit nommer exactement les dons dont le devenir n’est pas établi (voir ci-dessus), une fois chacun',
  'not-all-accounted':
    'doit nommer exactement les contenants dont le devenir n’est pas établi (voir ci-dessus), une fois chacun',
  'other-container':
    'est un autre contenant que celui de cette ligne. Ouvrez la ligne du contenant que vous tenez ; s’il n’en a pas, arrêtez-vous et signalez que des identifiants ne concordent pas.',
  'already-expired': 'est passé : un lot périmé ne peut pas être certifié',
  'not-as-protocol': 'n’est pas ce que dit le protocole de ce produit',
  'not-as-certified': 'ne concorde pas avec le certificat (voir ci-dessus). Mettez le produit en quarantaine.',
  'components-not-as-protocol':
    'ne nomme pas chaque contenant une fois avec un composant de ce produit, en aussi grand nombre que le dit le protocole (voir ci-dessus)',
  'component-missing':
    'omet un composant du produit : la dose les comprend tous. Si une partie seulement a été administrée, choisissez « Administré en partie ».',
  'not-certified': 'contient un contenant qui n’est pas sur le certificat (voir ci-dessus)',
};

export const forms: typeof englishForms = {
  donationNumber:
    'n’est pas un numéro de don valable : 13 caractères comme sur l’étiquette, et un caractère de contrôle qui leur correspond. Veuillez scanner ou lire à nouveau.',
  donationNumbers:
    'contient un numéro qui n’est pas un numéro de don valable : 13 caractères comme imprimés, et un caractère de contrôle qui leur correspond. Veuillez scanner ou lire chacun à nouveau.',
  productCode:
    'n’est pas un code produit valable : 8 caractères comme sur l’étiquette. Veuillez scanner ou lire à nouveau.',
  collectedOn: 'ne se lit pas comme un jour : scannez le code, ou tapez année, mois et jour, par exemple 2027-03-31.',
  donationSequence:
    'n’est pas une séquence d’identification de don : 21 caractères en majuscules. Veuillez scanner ou lire à nouveau.',
  code: 'ne se lit pas comme un code GS1 ou ISBT 128. Veuillez scanner à nouveau, ou omettre la ligne et la décrire dans les constatations.',
  'chainOfIdentity.issuer': 'ne peut contenir que des lettres simples, des chiffres et des signes, sans accents',
  'chainOfIdentity.scheme':
    'ne peut contenir que des minuscules, des chiffres et des traits d’union, par exemple isbt128',
  'chainOfIdentity.value':
    'ne se lit pas comme imprimé. Avec le système isbt128, il a 15 caractères commençant par CH, et un caractère de contrôle doit leur correspondre. Veuillez scanner ou lire à nouveau.',
};
