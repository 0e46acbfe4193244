import type { oidc as english } from '../en/oidc.ts';

export const oidc: typeof english = {
  sign: 'Firmar con el acceso del hospital',
  signIn: 'Iniciar sesión con el acceso del hospital',
  hint: 'Allí inicia sesión de nuevo para cada firma.',
  goingTitle: 'Hacia el acceso del hospital',
  goingText: 'Se le dirige al acceso del hospital. Aún no se ha firmado nada. Si no ocurre nada, continúe usted:',
  go: 'Ir al acceso del hospital',
  confirmTitle: 'Firmar ahora',
  confirmText: 'Vuelve usted del acceso del hospital. Firme ahora: el inicio de sesión vale dos minutos.',
  confirm: 'Firmar',
  enterTitle: 'Inicio de sesión',
  enterText: 'Vuelve usted del acceso del hospital. Vale dos minutos.',
  enter: 'Continuar',
  toStep: 'Volver al paso',
  problems: {
    over: {
      title: 'Este inicio de sesión ya no vale',
      message:
        'Ya se utilizó, tardó demasiado o se comenzó en otra ventana. No se ha registrado nada. Abra el paso de nuevo e inicie sesión otra vez.',
    },
    refused: {
      title: 'No se completó el acceso del hospital',
      message: 'No se ha registrado nada. Inténtelo de nuevo, o firme con identificador y PIN.',
    },
    wrong: {
      title: 'No confirmado',
      message:
        'El acceso del hospital no confirmó que usted es la persona de este identificador, con la sesión iniciada de nuevo para esta firma. No se ha registrado nada.',
    },
    away: {
      title: 'El acceso del hospital no responde',
      message:
        'No se ha registrado nada. Firme con identificador y PIN o con una llave de acceso si el paso los acepta, o inténtelo más tarde.',
    },
  },
};
