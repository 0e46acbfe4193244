import type { link as english } from '../en/link.ts';

export const link: typeof english = {
  site: 'Site',
  givenTo: 'Confié à une personne',
  lead: 'Connectez-vous pour lire l’étape et la signer. Son contenu n’est montré qu’aux personnes à qui elle est demandée.',
  signIn: 'Se connecter avec identifiant et code PIN',
  signedOut:
    'Vous n’êtes pas connecté, ou vous ne l’êtes plus : après un quart d’heure sans page, après huit heures, et lorsque votre code PIN a été redéfini, il faut se reconnecter. Rien n’a été enregistré.',
  nothingRecorded: 'Rien n’a été enregistré.',
  otherTitle: 'Cette étape est demandée à une autre personne',
  otherText: (name: string, role: string): string =>
    `Vous êtes connecté en tant que ${name}. Cette étape est demandée à : ${role}. Rien ne vous en est montré et vous ne pouvez pas la signer.`,
  askForIt: (site: string): string =>
    `Devrait-elle vous revenir ? Demandez à la coordination de ${site} de vous la confier, ou d’inscrire votre rôle au registre du personnel. Vos propres étapes sont dans votre liste de travail.`,
  signInAsOther: 'Se connecter sous un autre nom',
};
