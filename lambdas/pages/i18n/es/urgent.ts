import type { urgent as english } from '../en/urgent.ts';

export const urgent: typeof english = {
  unseen: {
    subject: 'nadie ha respondido',
    why: 'Se envió un aviso urgente sobre este paso, y nadie ha acusado recibo a tiempo. Usted es la siguiente persona a la que se avisa.',
  },
  bounced: {
    subject: 'un correo no llegó',
    text: 'Un correo sobre este recorrido no llegó a su destinatario. Por favor, corrija la dirección en el registro de personal, o procure que se avise a otra persona.',
  },
  reader: 'Destinatario (identificador)',
  footer:
    'Esto es urgente: por favor, abra el paso y confirme en la página que lo ha leído. Hasta entonces se avisa a las siguientes personas.',
  footerOfWarning:
    'Esto es urgente: quedan minutos. No hay que confirmar nada; cuando se alcance el límite, se llama a quienes deciden.',
  title: 'Acusar recibo',
  waits: (at: string): string =>
    `Se envió un aviso urgente sobre este paso el ${at}, y nadie ha acusado recibo todavía.`,
  effect: 'Su acuse de recibo detiene los avisos siguientes. No decide el paso.',
  meaning: 'He leído esto y actúo en consecuencia. El paso mismo no queda decidido con ello.',
  button: 'He leído esto y actúo en consecuencia',
};
